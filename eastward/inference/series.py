"""Series at a known date: the change there, against the change at other dates and of other units.

Public names: :func:`change_at`, :func:`changes`, :func:`placebo_dates`, :func:`placebo_units`,
:class:`Placebo`.

A change has no p-value of its own here. Errors of a segmented regression, also those corrected for
serial correlation, reject a true null in a fifth to a quarter of all cases in series as short as
the book's. What chance does to a series is read from the series itself, or from others.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from eastward.errors import InputError
from eastward.inference.placebo import placebo_ranks
from eastward.measured import Measured

CHANGES = ("mean", "level", "slope")
SMALLEST = 3  # observations on either side: a line and something left to judge it by
DAYS_PER_YEAR = 365.25


@dataclass(frozen=True)
class Placebo:
    """A change and its place among the same change at other dates or of other units."""

    value: float | None
    """The change in question; None where the data give none."""
    p: float | None
    """Share of all changes, the one in question included, that are at least as extreme."""
    of: int
    """Number of changes, the one in question included."""
    what: str
    """Of what: dates or units."""

    @property
    def smallest(self) -> float | None:
        """Smallest p that so many changes can give: one in their number."""
        return 1 / self.of if self.of else None

    def measured(self) -> Measured:
        """The p-value as a measured value, with a note where it cannot reach 5 per cent.

        Examples
        --------
        >>> Placebo(value=4.2, p=1 / 9, of=9, what="dates").measured().note
        'of 9 dates; p cannot be below 0.11'
        """
        note = f"of {self.of} {self.what}"
        if self.smallest is not None and self.smallest > 0.05:
            note += f"; p cannot be below {self.smallest:.2f}"
        return Measured(self.p, self.of, note=note)


def elapsed(index: pd.Index, origin: object) -> np.ndarray:
    """Time since an origin: in years for dates and periods, in the index's unit for numbers."""
    if isinstance(index, pd.PeriodIndex):
        index = index.to_timestamp()
    if isinstance(index, pd.DatetimeIndex):
        return ((index - pd.Timestamp(str(origin))) / pd.Timedelta(days=DAYS_PER_YEAR)).to_numpy()
    return (index - origin).to_numpy(dtype=float)


def change_at(series: pd.Series, at: object, window: int | None = None) -> pd.Series:
    """Change that a series shows at a date.

    Level and slope are those of segmented regression, one line before and another after (Wagner,
    Soumerai, Zhang and Ross-Degnan 2002, *Journal of Clinical Pharmacy and Therapeutics* 27).

    Parameters
    ----------
    series : Series
        Values by number (such as a year), date or month, in order of time; missing ones are left
        out.
    at : number, str or Timestamp
        First moment that counts as after; a month counts as its first day.
    window : int, optional
        Observations on either side; by default all.

    Returns
    -------
    Series
        mean (mean after less mean before), level (jump from one line to the other at the date) and
        slope (slope after less slope before, a year for dates, else a unit of the index). Missing
        where a side has fewer observations than the window, or than three.

    Examples
    --------
    >>> series = pd.Series([1, 2, 3, 10, 12, 14], index=range(2015, 2021))
    >>> change_at(series, 2018).round(6).to_dict()
    {'mean': 10.0, 'level': 6.0, 'slope': 1.0}
    """
    series = series.dropna()
    time = elapsed(series.index, at)
    position = int((time < 0).sum())
    before = position if window is None else window
    after = len(series) - position if window is None else window
    if min(before, after) < SMALLEST or before > position or position + after > len(series):
        return pd.Series(np.nan, index=CHANGES)
    inside = slice(position - before, position + after)
    weights = _weights(time[inside], before)
    return pd.Series(weights @ series.to_numpy(dtype=float)[inside], index=CHANGES)


def changes(series: pd.Series, window: int) -> pd.DataFrame:
    """Change at every date that has a full window on either side.

    Parameters
    ----------
    series : Series
        As for :func:`change_at`.
    window : int
        Observations on either side, at least three: the same at all dates, so that all changes
        are known equally well.

    Returns
    -------
    DataFrame
        Index by date (the first observation that counts as after); mean, level, slope.

    Raises
    ------
    InputError
        The window is shorter than three observations.
    """
    series = _windowed(series, window)
    values = series.to_numpy(dtype=float)
    dates = series.index[window : len(series) - window + 1]
    rows = []
    for position, date in enumerate(dates, start=window):
        inside = slice(position - window, position + window)
        rows.append(_weights(elapsed(series.index[inside], date), window) @ values[inside])
    return pd.DataFrame(rows, index=dates, columns=CHANGES)


def placebo_dates(
    series: pd.Series,
    at: object,
    window: int = SMALLEST,
    change: str = "mean",
    alternative: str = "two-sided",
) -> Placebo:
    """Change at a date among the changes at all dates of the same series.

    A test by placebos in time (Abadie, Diamond and Hainmueller 2015, *American Journal of Political
    Science* 59). A steady trend moves all dates alike, so that it makes none of them special. The
    date in question counts among the dates, and k of them cannot give a p below 1/k: with windows
    of three, a series of 25 is the shortest that can reach 5 per cent.

    Parameters
    ----------
    series, at
        As for :func:`change_at`. Between two observations, the date is that of the later one.
    window : int
        Observations on either side.
    change : str
        ``mean``, ``level`` or ``slope``.
    alternative : str
        ``greater``, ``less`` or ``two-sided``, as in :func:`.placebo.placebo_ranks`.

    Returns
    -------
    Placebo
        Without value and p where the date has no full window.

    Raises
    ------
    InputError
        The window is too short or the change unknown.

    Examples
    --------
    >>> series = pd.Series([2, 3, 2, 3, 2, 7, 8, 7, 8, 7], index=range(2010, 2020))
    >>> placebo_dates(series, 2015)
    Placebo(value=5.0, p=0.2, of=5, what='dates')
    """
    series = _windowed(series, window)
    found = changes(series, window)[_known(change)]
    later = series.index[elapsed(series.index, at) >= 0]
    date = later[0] if len(later) else None
    return _placed(found, date, alternative, "dates")


def placebo_units(
    frame: pd.DataFrame,
    unit: object,
    at: object,
    window: int = SMALLEST,
    change: str = "mean",
    alternative: str = "two-sided",
) -> Placebo:
    """Change of a unit at a date among the changes of all units at the same date.

    The permutation test of Abadie, Diamond and Hainmueller (2010, *JASA* 105), without weights. It
    sees what the dates of one series cannot: what happened to everybody at that time. Units of
    very different variance should first be put on one scale.

    Parameters
    ----------
    frame : DataFrame
        A column for each unit, indexed by time as in :func:`change_at`.
    unit : hashable
        Column of the unit in question.
    at, window, change, alternative
        As for :func:`placebo_dates`.

    Returns
    -------
    Placebo
        Without value and p where the unit has no full window.

    Examples
    --------
    >>> years = range(2015, 2021)
    >>> frame = pd.DataFrame({"IRN": [1, 1, 1, 5, 5, 5], "TUR": 2, "OMN": 3, "QAT": 1}, index=years)
    >>> placebo_units(frame, "IRN", 2018)
    Placebo(value=4.0, p=0.25, of=4, what='units')
    """
    _known(change)
    found = {one: change_at(series, at, window)[change] for one, series in frame.items()}
    return _placed(pd.Series(found, dtype=float), unit, alternative, "units")


def _weights(time: np.ndarray, before: int) -> np.ndarray:
    """Weights of the observations in the three changes, which are linear in them."""
    sides = []
    for part in (time[:before], time[before:]):
        line = np.linalg.pinv(np.column_stack([np.ones_like(part), part]))
        sides.append(np.vstack([np.full(len(part), 1 / len(part)), line]))
    return np.hstack([-sides[0], sides[1]])


def _placed(found: pd.Series, one: object, alternative: str, what: str) -> Placebo:
    # Equal changes differ by rounding, and must not be ranked by it.
    scale = found.abs().max()
    found = found.round(12 - int(np.ceil(np.log10(scale)))) if scale > 0 else found
    ranks = placebo_ranks(found, alternative)
    if one is None or one not in ranks.index:
        return Placebo(None, None, len(ranks), what)
    return Placebo(float(ranks.loc[one, "value"]), float(ranks.loc[one, "p"]), len(ranks), what)


def _windowed(series: pd.Series, window: int) -> pd.Series:
    if window < SMALLEST:
        raise InputError(f"window {window}: expected at least {SMALLEST} observations")
    return series.dropna()


def _known(change: str) -> str:
    if change not in CHANGES:
        raise InputError(f"change {change!r}: expected one of {', '.join(CHANGES)}")
    return change
