"""Suppliers of arms: how often, and how much, a state got from one power, for all states at once.

Public names: :func:`by_window`, :func:`derived`, :func:`main_supplier`, :func:`one_power`.

Volumes are SIPRI's trend-indicator values. A share of little is a share of little: every result
keeps the volume beside it.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures.series import LENGTH, window


def by_window(
    transfers: pd.DataFrame,
    suppliers: Iterable[str],
    years: Iterable[int],
    start: int,
    length: int = LENGTH,
) -> pd.DataFrame:
    """The largest of some suppliers of every state in windows that do not overlap.

    Parameters
    ----------
    transfers : DataFrame
        Columns supplier, recipient, year, tiv (million).
    suppliers : iterable of str
        ISO3 codes of the suppliers of interest.
    years : iterable of int
        Years that count.
    start, length : int
        Of the windows.

    Returns
    -------
    DataFrame
        state, window (its first year), supplier (missing where none of them delivered), share (%
        of all deliveries), volume (million, of all suppliers). Windows without any are left out.

    Examples
    --------
    >>> rows = [("RUS", "IRN", 1990, 60.0), ("CHN", "IRN", 1991, 40.0), ("KOR", "IRN", 1995, 5.0)]
    >>> transfers = pd.DataFrame(rows, columns=["supplier", "recipient", "year", "tiv"])
    >>> by_window(transfers, ["RUS", "CHN"], range(1989, 1999), 1989)["share"].tolist()
    [60.0, 0.0]
    """
    rows = transfers[transfers["year"].isin(list(years))]
    rows = rows.assign(window=window(rows["year"], start, length)).rename(
        columns={"recipient": "state"}
    )
    parts = rows.groupby(["state", "window", "supplier"], as_index=False)["tiv"].sum()
    volume = parts.groupby(["state", "window"])["tiv"].sum()
    own = parts[parts["supplier"].isin(set(suppliers)) & (parts["tiv"] > 0)]
    own = own.sort_values(["tiv", "supplier"], ascending=[False, True])
    first = own.drop_duplicates(["state", "window"]).set_index(["state", "window"])
    found = first.reindex(volume[volume > 0].index).assign(volume=volume)
    share = (100 * found["tiv"] / found["volume"]).fillna(0.0)
    return found.assign(share=share)[["supplier", "share", "volume"]].reset_index()


def derived(table: pd.DataFrame, windows: Iterable[tuple[int, int]]) -> pd.DataFrame:
    """The same from the derived table, for recipients whose deliveries are not passed on.

    Its suppliers are the permanent members of the Security Council.

    Parameters
    ----------
    table : DataFrame
        ``arms_suppliers``: recipient, end, length, supplier, volume, share (0-1), years.
    windows : iterable of (int, int)
        First and last year of each.

    Returns
    -------
    DataFrame
        As :func:`by_window` gives, and n (years of the window with deliveries); volume is missing
        where none of them delivered.

    Examples
    --------
    >>> table = pd.DataFrame({"recipient": ["IRN"], "end": 1988, "length": 5, "supplier": "CHN",
    ...     "volume": 60.0, "share": 0.6, "years": 4})
    >>> derived(table, [(1984, 1988)])[["state", "window", "share", "volume", "n"]].values.tolist()
    [['IRN', 1984, 60.0, 100.0, 4]]
    """
    spans = pd.DataFrame(windows, columns=["window", "end"])
    spans["length"] = spans["end"] - spans["window"] + 1
    rows = table.merge(spans, on=["end", "length"])
    rows = rows.rename(columns={"recipient": "state", "years": "n"})
    rows = rows.sort_values(["state", "window"])
    whole = (rows["volume"] / rows["share"]).where(rows["share"] > 0)
    rows = rows.assign(share=100 * rows["share"], volume=whole)
    return rows[["state", "window", "supplier", "share", "volume", "n"]].reset_index(drop=True)


def main_supplier(windows: pd.DataFrame, floor: float = 0.0) -> pd.DataFrame:
    """Windows in which one of the suppliers delivered more than half.

    Parameters
    ----------
    windows : DataFrame
        As :func:`by_window` gives.
    floor : float
        Windows with less volume (million) are left out.

    Returns
    -------
    DataFrame
        Index state; value (% of its windows), n (windows), main (their number with a main
        supplier), whom (their suppliers), and of the last window share (%), supplier and volume;
        most (the largest volume of a window).
    """
    rows = windows[~(windows["volume"] < floor)]
    rows = rows.assign(main=rows["share"] > 50)
    by_state = rows.groupby("state")
    found = pd.DataFrame({"n": by_state.size(), "main": by_state["main"].sum()})
    final = rows.drop_duplicates("state", keep="last").set_index("state")
    whom = (
        rows[rows["main"]].groupby("state")["supplier"].agg(lambda had: ", ".join(sorted({*had})))
    )
    found = found.join(final[["supplier", "share", "volume"]]).join(whom.rename("whom"))
    return found.assign(value=100 * found["main"] / found["n"], most=by_state["volume"].max())


def one_power(
    transfers: pd.DataFrame, suppliers: Iterable[str], years: Iterable[int]
) -> pd.DataFrame:
    """Share of all deliveries that came from the one power that delivered most.

    Parameters
    ----------
    transfers, suppliers, years
        As for :func:`by_window`.

    Returns
    -------
    DataFrame
        Index state; value (%), n (years with deliveries), supplier, volume (million, of all
        suppliers).
    """
    years = sorted(set(years))
    start, length = (years[0], len(years)) if years else (0, 1)
    whole = by_window(transfers, suppliers, years, start, length).set_index("state")
    rows = transfers[transfers["year"].isin(years) & (transfers["tiv"] > 0)]
    n = rows.groupby("recipient")["year"].nunique().reindex(whole.index)
    return whole.rename(columns={"share": "value"}).drop(columns="window").assign(n=n)
