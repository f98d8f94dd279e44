"""Arms that one state delivered to another, beside all deliveries and beside what others imported.

Public names: :func:`share`, :func:`beside`, :func:`as_ally`.

Volumes are SIPRI's trend-indicator values, see :mod:`.arms`. Deliveries are lumpy, so all years of
a period are taken together, and a share of little is a share of little.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured


def share(
    transfers: pd.DataFrame,
    supplier: str,
    recipient: str,
    years: Iterable[int],
    among: Iterable[str] | None = None,
) -> Measured:
    """Share of one supplier in a state's imports of arms.

    Parameters
    ----------
    transfers : DataFrame
        Columns supplier, recipient, year, tiv (million).
    supplier, recipient : str
        ISO3 codes.
    years : iterable of int
        Years that count.
    among : iterable of str, optional
        Suppliers whose deliveries make the whole; all, if not given.

    Returns
    -------
    Measured
        Per cent; n is the number of years with any delivery.

    Examples
    --------
    >>> rows = [("RUS", "IRN", 2016, 30.0), ("CHN", "IRN", 2015, 10.0), ("PRK", "IRN", 2015, 20.0)]
    >>> transfers = pd.DataFrame(rows, columns=["supplier", "recipient", "year", "tiv"])
    >>> share(transfers, "RUS", "IRN", [2015, 2016]).value
    50.0
    >>> share(transfers, "RUS", "IRN", [2015, 2016], ["RUS", "CHN"]).value
    75.0
    """
    rows = _delivered(transfers, recipient, years)
    if among is not None:
        rows = rows[rows["supplier"].isin(set(among))]
    own = rows.loc[rows["supplier"] == supplier, "tiv"].sum()
    whole = rows["tiv"].sum()
    return Measured(100 * own / whole if whole else None, rows["year"].nunique())


def beside(
    transfers: pd.DataFrame,
    supplier: str,
    recipient: str,
    others: Iterable[str],
    years: Iterable[int],
) -> Measured:
    """What a supplier delivered to a state, beside all that the middle one of others imported.

    Parameters
    ----------
    transfers, supplier, recipient, years
        As for :func:`share`.
    others : iterable of str
        ISO3 codes of the states to compare with; one without deliveries counts with zero.

    Returns
    -------
    Measured
        Per cent of the median; n is the number of others. No value where the table has no
        delivery to the recipient in any year, for then nothing is known of it.

    Examples
    --------
    >>> rows = [("RUS", "IRN", 2016, 30.0), ("USA", "SAU", 2015, 90.0), ("USA", "OMN", 2015, 60.0)]
    >>> transfers = pd.DataFrame(rows, columns=["supplier", "recipient", "year", "tiv"])
    >>> beside(transfers, "RUS", "IRN", ["SAU", "OMN", "LBN"], [2015, 2016]).value
    50.0
    """
    years, others = list(years), sorted(set(others) - {recipient})
    if not years or recipient not in set(transfers["recipient"]):
        return Measured(None, 0)
    rows = transfers[transfers["year"].isin(years) & (transfers["tiv"] > 0)]
    middle = rows.groupby("recipient")["tiv"].sum().reindex(others, fill_value=0.0).median()
    own = _delivered(transfers, recipient, years)
    own = own.loc[own["supplier"] == supplier, "tiv"].sum()
    return Measured(100 * own / middle if middle else None, len(others))


def as_ally(
    windows: pd.DataFrame, supplier: str, allies: Iterable[str], own: dict[str, float]
) -> pd.DataFrame:
    """What a supplier delivered to each of its customers, beside its middle ally.

    Parameters
    ----------
    windows : DataFrame
        Columns state, supplier (the largest permanent member) and volume (what it delivered).
    supplier : str
        ISO3 code.
    allies : iterable of str
        ISO3 codes; one that got more from another power, or nothing, counts with zero.
    own : dict
        Volumes that are known exactly, by state.

    Returns
    -------
    DataFrame
        Index state; value (per cent of the median ally), n (allies), volume. Empty where the
        median is zero.

    Examples
    --------
    >>> windows = pd.DataFrame({"state": ["BLR", "ARM", "DZA"], "supplier": "RUS",
    ...     "volume": [10.0, 30.0, 400.0]})
    >>> as_ally(windows, "RUS", ["BLR", "ARM"], {"IRN": 5.0})["value"].to_dict()
    {'ARM': 150.0, 'BLR': 50.0, 'DZA': 2000.0, 'IRN': 25.0}
    """
    allies = sorted(set(allies))
    rows = windows[windows["supplier"] == supplier].set_index("state")["volume"]
    volume = pd.concat([rows.drop(list(own), errors="ignore"), pd.Series(own, dtype=float)])
    middle = rows.reindex(allies, fill_value=0.0).median()
    if not middle > 0:
        return pd.DataFrame(columns=["value", "n", "volume"])
    frame = pd.DataFrame({"value": 100 * volume / middle, "n": len(allies), "volume": volume})
    return frame.rename_axis("state").sort_index()


def _delivered(transfers: pd.DataFrame, recipient: str, years: Iterable[int]) -> pd.DataFrame:
    rows = transfers[transfers["recipient"] == recipient]
    return rows[rows["year"].isin(list(years)) & (rows["tiv"] > 0)]
