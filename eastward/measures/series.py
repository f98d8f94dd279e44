"""Series: what measures on many topics do with values by year and unit.

Public names: :func:`compound_growth`, :func:`window`, :func:`change_between`,
:func:`days_in_force`, :func:`share`, :data:`LENGTH`.

The frame called ``values`` has a row for each year and a column for each unit, all units at once.
A result by unit has the columns value and n, as :class:`eastward.measured.Measured` takes them.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

LENGTH = 5  # years of a window, as in SIPRI's averages of deliveries


def compound_growth(first: ArrayLike, last: ArrayLike, years: ArrayLike) -> np.ndarray:
    """Growth in per cent a year that leads from a first value to a last one.

    Parameters
    ----------
    first, last : array_like
        Values of all units, of one shape.
    years : array_like
        Years between them.

    Returns
    -------
    array
        Per cent a year; nan where either value is not positive.

    Examples
    --------
    >>> compound_growth([100, 0], [121, 5], 2).round(6).tolist()
    [10.0, nan]
    """
    first, last = np.asarray(first, dtype=float), np.asarray(last, dtype=float)
    known = (first > 0) & (last > 0)
    ratio = np.divide(last, first, out=np.full(known.shape, np.nan), where=known)
    return 100 * (ratio ** (1 / np.asarray(years, dtype=float)) - 1)


def window(years: Iterable[int], start: int, length: int = LENGTH) -> np.ndarray:
    """First year of the window in which each year lies.

    What states do in one year resembles what they did the year before, so four decades are no
    forty observations; windows that share no year are fewer and more nearly independent.

    Parameters
    ----------
    years : iterable of int
        Years.
    start : int
        First year of one of the windows.
    length : int
        Years of a window.

    Examples
    --------
    >>> window([1979, 1983, 1984, 2018], start=1979).tolist()
    [1979, 1979, 1984, 2014]
    """
    years = np.asarray(years)
    return start + (years - start) // length * length


def change_between(
    values: pd.DataFrame, before: Iterable[int], after: Iterable[int]
) -> pd.DataFrame:
    """Change of the mean from one span of years to another.

    Parameters
    ----------
    values : DataFrame
        Years by units; missing years are left out of the mean.
    before, after : iterable of int
        Years of the two spans.

    Returns
    -------
    DataFrame
        Index by unit: before, after (means), value (after less before), growth (per cent of
        before; missing where that is not positive) and n (years of both spans with a value).
        Units without a value in either span are left out.

    Examples
    --------
    >>> years = [2015, 2016, 2018]
    >>> values = pd.DataFrame({"IRN": [4.0, 6.0, 2.0], "TUR": [None, None, 1.0]}, index=years)
    >>> change_between(values, [2015, 2016], [2018, 2019]).to_numpy().tolist()
    [[5.0, 2.0, -3.0, -60.0, 3.0]]
    """
    spans = [values[values.index.isin(list(span))] for span in (before, after)]
    result = pd.DataFrame({"before": spans[0].mean(), "after": spans[1].mean()})
    result["value"] = result["after"] - result["before"]
    result["growth"] = 100 * result["value"] / result["before"].where(result["before"] > 0)
    result["n"] = spans[0].count() + spans[1].count()
    return result.dropna(subset="value")


def days_in_force(spans: pd.DataFrame, years: Iterable[int]) -> pd.DataFrame:
    """Days of each year on which something was in force; a year is not in force as a whole.

    Parameters
    ----------
    spans : DataFrame
        Columns unit, start, end: first and last day, the end missing while it lasts. Spans of one
        unit may overlap; a day counts once.
    years : iterable of int
        Years to look at.

    Returns
    -------
    DataFrame
        unit, year, days, share (of the days of the year, 0 to 1); every unit has every year.

    Examples
    --------
    >>> days = pd.to_datetime(["2016-01-16", "2018-05-07"])
    >>> spans = pd.DataFrame({"unit": ["deal"], "start": days[:1], "end": days[1:]})
    >>> days_in_force(spans, [2015, 2016, 2018])["days"].tolist()
    [0, 351, 127]
    """
    rows = []
    for year in sorted(set(years)):
        first, last = pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31)
        calendar = pd.date_range(first, last).to_numpy()
        began = spans["start"].to_numpy()[:, None] <= calendar
        lasts = spans["end"].fillna(last).to_numpy()[:, None] >= calendar
        on = pd.DataFrame(began & lasts).groupby(spans["unit"].to_numpy()).any().sum(axis=1)
        rows += [(unit, year, int(days), days / len(calendar)) for unit, days in on.items()]
    result = pd.DataFrame(rows, columns=["unit", "year", "days", "share"])
    return result.sort_values(["unit", "year"], ignore_index=True)


def share(part: pd.Series, whole: pd.Series, unit: str) -> pd.DataFrame:
    """Share of a part in a whole, with the amounts beside it: a share of little says little.

    Parameters
    ----------
    part, whole : Series
        Amounts by the same index (years, states); a part that is not there is zero.
    unit : str
        What the amounts are in, such as ``musd``; it becomes part of the columns' names.

    Returns
    -------
    DataFrame
        Index as ``whole``, without rows whose whole is missing or not positive: value (0 to 1),
        and the amounts ``part_unit`` and ``whole_unit``.

    Examples
    --------
    >>> part, whole = pd.Series({2016: 2.0}), pd.Series({2016: 8.0, 2017: 5.0, 2018: 0.0})
    >>> share(part, whole, "musd").to_dict("index")[2016]
    {'value': 0.25, 'part_musd': 2.0, 'whole_musd': 8.0}
    """
    whole = whole[whole > 0].astype(float)
    part = part.reindex(whole.index).fillna(0.0).astype(float)
    return pd.DataFrame({"value": part / whole, f"part_{unit}": part, f"whole_{unit}": whole})
