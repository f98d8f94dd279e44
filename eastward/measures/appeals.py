"""Appeals: when a state said something before the United Nations, by window of years.

Public names: :func:`years_with`, :func:`windows_with`, :func:`share`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured
from eastward.measures.series import LENGTH, window


def years_with(rows: pd.DataFrame, years: Iterable[int]) -> list[int]:
    """Years of dated documents among some years, each once.

    Examples
    --------
    >>> rows = pd.DataFrame({"date": pd.to_datetime(["1980-01-01", "1981-01-01", "2019-01-01"])})
    >>> years_with(rows, range(1979, 2016))
    [1980, 1981]
    """
    return sorted(set(rows["date"].dt.year) & set(years))


def windows_with(
    said: Iterable[int], years: Iterable[int], start: int, length: int = LENGTH
) -> pd.DataFrame:
    """Windows of years in which something was said.

    Parameters
    ----------
    said : iterable of int
        Years in which it was.
    years : iterable of int
        Years that are known.
    start, length : int
        Of the windows.

    Returns
    -------
    DataFrame
        window (its first year), said (whether in any of its known years).

    Examples
    --------
    >>> windows_with([1980, 1981], range(1979, 1989), 1979).values.tolist()
    [[1979, True], [1984, False]]
    """
    known = pd.Series(window(list(years), start, length), dtype=int)
    with_one = set(window(list(said), start, length)) if len(list(said)) else set()
    found = pd.DataFrame({"window": sorted(set(known))}, dtype=int)
    return found.assign(said=found["window"].isin(with_one))


def share(windows: pd.DataFrame) -> Measured:
    """Share of :func:`windows_with` in which it was said, per cent; n is the number of windows.

    Examples
    --------
    >>> share(windows_with([1980], range(1979, 1989), 1979)).value
    50.0
    """
    value = 100 * windows["said"].mean() if len(windows) else None
    return Measured(value, len(windows))
