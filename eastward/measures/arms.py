"""Measures on arms transfers.

Public names: :func:`volume`, :func:`shares`, :func:`concentration`, :func:`share_of_supplier`,
:func:`largest`, :func:`main_suppliers`, :func:`dependence`, :func:`customers`.

Volumes are SIPRI's trend-indicator values (Holtom, Bromley and Simmel 2012, *Measuring
International Arms Transfers*), which say what was delivered and not what was paid.  Deliveries
are lumpy, so shares are taken over windows of several years, as SIPRI does with five.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from eastward.errors import InputError
from eastward.measures.series import trailing, windows

WINDOW = 5


def volume(
    transfers: pd.DataFrame,
    years: Iterable[int],
    supplier: str | None = None,
    recipient: str | None = None,
) -> pd.Series:
    """Volume delivered in each year; a year without a record is zero.

    Parameters
    ----------
    transfers : DataFrame
        Columns supplier, recipient, year, tiv.
    years : iterable of int
        Years of the series.
    supplier, recipient : str, optional
        ISO3 codes; all if not named.

    Returns
    -------
    Series
        tiv in million, by year.
    """
    rows = transfers
    for column, state in (("supplier", supplier), ("recipient", recipient)):
        if state is not None:
            rows = rows[rows[column] == state]
    index = pd.Index(sorted(set(years)), name="year")
    return rows.groupby("year")["tiv"].sum().reindex(index, fill_value=0.0)


def _windowed(
    transfers: pd.DataFrame, ends: Iterable[int], window: int, by: list[str]
) -> pd.DataFrame:
    """Sum volumes over the windows that end in each year: ``by``, end, tiv."""
    if window < 1:
        raise InputError(f"window {window}: expected at least one year")
    parts = []
    for end in sorted(set(ends)):
        inside = transfers[transfers["year"].between(end - window + 1, end)]
        parts.append(inside.groupby(by, as_index=False)["tiv"].sum().assign(end=end))
    columns = [*by, "end", "tiv"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def shares(
    transfers: pd.DataFrame, recipient: str, ends: Iterable[int], window: int = WINDOW
) -> pd.DataFrame:
    """Shares of suppliers in a state's arms imports over windows of years.

    Parameters
    ----------
    transfers : DataFrame
        Columns supplier, recipient, year, tiv.
    recipient : str
        ISO3 code.
    ends : iterable of int
        Last years of the windows.
    window : int
        Length in years.

    Returns
    -------
    DataFrame
        supplier, end, tiv (million, in the window), share (0-1).  Windows without any volume are
        left out.

    Raises
    ------
    InputError
        If the window is shorter than a year.
    """
    return _parts(transfers[transfers["recipient"] == recipient], "supplier", ends, window)


def customers(
    transfers: pd.DataFrame, supplier: str, ends: Iterable[int], window: int = WINDOW
) -> pd.DataFrame:
    """Shares of recipients in a state's arms exports over windows of years.

    Like :func:`shares`, seen from the other end: recipient, end, tiv, share.
    """
    return _parts(transfers[transfers["supplier"] == supplier], "recipient", ends, window)


def _parts(rows: pd.DataFrame, by: str, ends: Iterable[int], window: int) -> pd.DataFrame:
    """Volume and share of every ``by`` in the windows that have any volume."""
    found = _windowed(rows, ends, window, [by])
    total = found.groupby("end")["tiv"].transform("sum")
    found = found[total > 0].assign(share=found["tiv"] / total)
    return found.sort_values(["end", by], ignore_index=True)


def concentration(shares: pd.DataFrame) -> pd.Series:
    """Concentration on few suppliers: the Herfindahl-Hirschman index.

    The sum of squared shares (Hirschman 1945, *National Power and the Structure of Foreign
    Trade*): 1 for a single supplier, 1/n for n equal ones.

    Parameters
    ----------
    shares : DataFrame
        Columns end, share, as :func:`shares` returns them.  Every supplier must be named: with a
        row for all others together the index is too high.

    Returns
    -------
    Series
        Index between 0 and 1, by end.
    """
    return (shares["share"] ** 2).groupby(shares["end"]).sum().rename("concentration")


def share_of_supplier(
    transfers: pd.DataFrame, supplier: str, end: int, window: int = WINDOW, floor: float = 0.0
) -> pd.Series:
    """Share of one supplier in every recipient's imports, to compare one recipient with.

    Parameters
    ----------
    transfers : DataFrame
        Columns supplier, recipient, year, tiv.
    supplier : str
        ISO3 code.
    end, window : int
        Last year and length of the window.
    floor : float
        Smallest volume of all imports in the window, million; a share of almost nothing says
        little.

    Returns
    -------
    Series
        Share (0-1) by recipient, largest first; recipients without imports are left out.
    """
    found = _windowed(transfers, [end], window, ["recipient", "supplier"])
    total = found.groupby("recipient")["tiv"].sum()
    total = total[(total > 0) & (total >= floor)]
    own = found[found["supplier"] == supplier].set_index("recipient")["tiv"]
    share = own.reindex(total.index, fill_value=0.0) / total
    return share.rename("share").sort_values(ascending=False, kind="stable")


def largest(
    transfers: pd.DataFrame, suppliers: Iterable[str], ends: Iterable[int], window: int = WINDOW
) -> pd.DataFrame:
    """The largest of some suppliers of every recipient, over windows of years.

    Parameters
    ----------
    transfers : DataFrame
        Columns supplier, recipient, year, tiv.
    suppliers : iterable of str
        ISO3 codes of the suppliers of interest, such as the great powers.
    ends : iterable of int
        Last years of the windows.
    window : int
        Length in years.

    Returns
    -------
    DataFrame
        state (the recipient), year (the window's last), supplier (the first by alphabet of equal
        ones), share (0-1 of all imports in the window; 0 with a missing supplier where none of
        them delivered).  Windows without any imports are left out.
    """
    year, years = pd.factorize(transfers["year"], sort=True)
    recipient, recipients = pd.factorize(transfers["recipient"], sort=True)
    supplier, names = pd.factorize(transfers["supplier"], sort=True)
    pairs, pair = np.unique(recipient * len(names) + supplier, return_inverse=True)
    yearly = np.zeros((len(years), len(pairs)))
    np.add.at(yearly, (year, pair), transfers["tiv"].to_numpy())
    sums = trailing(pd.DataFrame(yearly, index=years), ends, window)
    volumes = np.zeros((len(sums), len(recipients) * len(names)))
    volumes[:, pairs] = sums
    volumes = volumes.reshape(len(sums), len(recipients), len(names))
    total = volumes.sum(axis=2)
    own = np.where(names.isin(set(suppliers)), volumes, 0.0)
    most = own.max(axis=2, initial=0.0)
    end, state = np.nonzero(total > 0)
    # the first of equal suppliers is the first by alphabet, as the names are sorted
    first = own.argmax(axis=2)[end, state] if len(names) else []
    rows = pd.DataFrame(
        {
            "state": recipients[state],
            "year": sums.index[end],
            "supplier": pd.Series(names[first], dtype=object).where(most[end, state] > 0),
            "share": most[end, state] / total[end, state],
        }
    )
    return rows.sort_values(["state", "year"], ignore_index=True)


def main_suppliers(
    suppliers: pd.DataFrame, among: str = "permanent", window: int = WINDOW
) -> pd.DataFrame:
    """The largest of some suppliers of every recipient, from the derived table.

    What :func:`largest` gives from single deliveries, for recipients whose deliveries are not
    passed on.

    Parameters
    ----------
    suppliers : DataFrame
        The table ``arms_suppliers``: recipient, end, length, among, supplier, volume, share.
    among : str
        all, permanent (members of the Security Council) or two (the United States and Russia).
    window : int
        Length in years: 3, 5 or 10.

    Returns
    -------
    DataFrame
        state, year, supplier, share, as :func:`largest` returns them.

    Raises
    ------
    InputError
        For a length or a circle of suppliers that the table lacks.
    """
    rows = suppliers[(suppliers["length"] == window) & (suppliers["among"] == among)]
    if rows.empty and len(suppliers):
        raise InputError(f"main suppliers among {among!r} over {window} years: not in the table")
    rows = rows.rename(columns={"recipient": "state", "end": "year"})
    rows = rows[["state", "year", "supplier", "share"]]
    return rows.sort_values(["state", "year"], ignore_index=True)


def dependence(
    main: pd.DataFrame, start: int, end: int, window: int = WINDOW, more_than: float = 0.5
) -> pd.DataFrame:
    """Share of windows in which one supplier gave every recipient more than a share of its arms.

    Parameters
    ----------
    main : DataFrame
        Largest suppliers, as :func:`largest` or :func:`main_suppliers` returns them.
    start, end : int
        First and last year that count. Windows do not overlap, and the last ends with the last.
    window : int
        Length in years, that of ``main``.
    more_than : float
        Share of all imports, 0 to 1, above which the recipient depends on the supplier.

    Returns
    -------
    DataFrame
        Index by state: value (0 to 1), count (windows of dependence) and n (windows with imports);
        a state without any imports has no row.

    Examples
    --------
    >>> rows = [("USA", "A", 2001, 9.0), ("RUS", "A", 2002, 1.0), ("RUS", "A", 2004, 5.0)]
    >>> transfers = pd.DataFrame(rows, columns=["supplier", "recipient", "year", "tiv"])
    >>> main = largest(transfers, ["RUS"], range(2001, 2005), window=2)
    >>> dependence(main, 2001, 2004, window=2).loc["A"].tolist()
    [0.5, 1.0, 2.0]
    """
    ends = [years[-1] for years in windows(start, end, window)]
    main = main[main["year"].isin(ends)]
    main = main.assign(above=main["share"] > more_than)
    found = main.groupby("state")["above"].agg(value="mean", count="sum", n="size")
    return found.astype({"value": float, "count": int})
