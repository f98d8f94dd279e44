"""The rhythm of a complete series of meetings: its pauses, and the years that it fills.

Public names: :func:`longest_pause`, :func:`share_of_years`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured


def longest_pause(days: pd.Series, years: range, until: str, rest: str = "counted") -> Measured:
    """Longest time between meetings that ends in some years.

    Parameters
    ----------
    days : Series
        Days of all meetings of a complete series.
    years : range
        The last meeting before them is where their first pause begins.
    until : str
        Last day (ISO) that the series is known for.
    rest : str
        Whether the time from the last meeting to the end is a pause too (``counted``), though it
        may have lasted longer than that, or ``left out``.

    Returns
    -------
    Measured
        Days; n is the number of meetings in the years. No value if there is none.

    Examples
    --------
    >>> days = pd.Series(pd.to_datetime(["2017-12-21", "2018-04-04", "2018-05-14"]))
    >>> longest_pause(days, range(2018, 2019), "2018-06-30")
    Measured(value=104.0, n=2, low=None, high=None, note='')
    """
    start = pd.Timestamp(f"{years[0]}-01-01")
    end = min(pd.Timestamp(f"{years[-1]}-12-31"), pd.Timestamp(until))
    days = days[days <= end].sort_values()
    inside = days[days >= start]
    if inside.empty:
        return Measured(None, 0)
    stops = pd.concat([days[days < start].tail(1), inside])
    if rest == "counted":
        stops = pd.concat([stops, pd.Series([end])])
    return Measured(stops.diff().dt.days.max(), len(inside))


def share_of_years(held: Iterable[int], years: range, last: int) -> Measured:
    """Share of some years in which something was there.

    Parameters
    ----------
    held : iterable of int
        Years in which it was.
    years : range
        Of interest.
    last : int
        Last year that the record is known for; later ones are left out.

    Returns
    -------
    Measured
        Per cent; n is the number of known years.

    Examples
    --------
    >>> share_of_years([2018, 2019], range(2018, 2022), last=2020)  # doctest: +ELLIPSIS
    Measured(value=66.66..., n=3, low=None, high=None, note='')
    """
    known = [year for year in years if year <= last]
    held = set(held)
    return Measured(
        100 * sum(year in held for year in known) / len(known) if known else None, len(known)
    )
