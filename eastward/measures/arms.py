"""Measures on arms transfers.

Public names: :func:`volume`, :func:`shares`, :func:`concentration`, :func:`share_of_supplier`.
One supplier's part in all states' arms stands in :mod:`.suppliers`.

Volumes are SIPRI's trend-indicator values (Holtom, Bromley and Simmel 2012, *Measuring
International Arms Transfers*), which say what was delivered and not what was paid.  Deliveries
are lumpy, so shares are taken over windows of several years, as SIPRI does with five.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.errors import InputError
from eastward.measures.series import LENGTH


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
    transfers: pd.DataFrame, recipient: str, ends: Iterable[int], window: int = LENGTH
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
    transfers: pd.DataFrame, supplier: str, end: int, window: int = LENGTH, floor: float = 0.0
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
