"""Measures on news-coded events: how much two states deal with each other, and how friendly.

Public names: :func:`covered_periods`, :func:`covered_days`, :func:`between`, :func:`balance`,
:func:`monthly`, :func:`compare`, :func:`by_dyad`, :func:`change_by_dyad`, :func:`yearly_balance`.

The frame called ``events`` has one row per source, target and day with an event: columns source,
target, date, official, events, four classes (:data:`QUADS`) and goldstein, the sum of the scores
of Goldstein (1992, *Journal of Conflict Resolution* 36). Two periods are covered, with a gap
between them; inside one a day without a row has no event. Volumes of two periods are those of two
releases and say nothing about change, so rates are never compared across a gap.
"""

import numpy as np
import pandas as pd

from eastward.errors import InputError

QUADS = ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
COOPERATION = QUADS[:2]
COMPARABLE = ["mean_goldstein", "cooperation_share"]  # between releases of different volume
SUMS = ["events", *QUADS, "goldstein"]
GAP = pd.Timedelta(days=7)  # longer silence of the whole world is a gap of the data

Window = tuple[str, str]


def covered_periods(events: pd.DataFrame) -> pd.DataFrame:
    """Find the periods that the data cover, from the days on which anything happened anywhere.

    Parameters
    ----------
    events : DataFrame
        The whole table (cut at the cut-off), never one dyad.

    Returns
    -------
    DataFrame
        start, end (first and last day), days; in order of time.
    """
    days = pd.Series(events["date"].unique()).sort_values(ignore_index=True)
    period = (days.diff() > GAP).cumsum()
    periods = days.groupby(period).agg(start="min", end="max").reset_index(drop=True)
    return periods.assign(days=(periods["end"] - periods["start"]).dt.days + 1)


def covered_days(periods: pd.DataFrame, window: Window) -> int:
    """Count the days of a window, first and last included, that lie in a covered period."""
    first, last = map(pd.Timestamp, window)
    shared = periods["end"].clip(upper=last) - periods["start"].clip(lower=first)
    return int((shared.dt.days + 1).clip(lower=0).sum())


def between(
    events: pd.DataFrame,
    first: str,
    second: str,
    directed: bool = False,
    official: bool | None = None,
) -> pd.DataFrame:
    """Events of two states with each other.

    Parameters
    ----------
    directed : bool
        Only those of the first towards the second; else both ways.
    official : bool, optional
        Only those in which both sides act for their state (True), or the others (False).
    """
    way = (events["source"] == first) & (events["target"] == second)
    if not directed:
        way |= (events["source"] == second) & (events["target"] == first)
    if official is not None:
        way &= events["official"] == official
    return events[way]


def _rates(sums: pd.DataFrame) -> pd.DataFrame:
    """Add cooperation_share (0 to 1) and mean_goldstein; missing where there is no event."""
    some = sums["events"].where(sums["events"] > 0)
    return sums.assign(
        cooperation_share=sums[COOPERATION].sum(axis="columns") / some,
        mean_goldstein=sums["goldstein"] / some,
    )


def balance(events: pd.DataFrame, periods: pd.DataFrame, window: Window) -> pd.Series:
    """Sum up the events of a window.

    Parameters
    ----------
    events : DataFrame
        Of a dyad, as :func:`between` returns them.
    periods : DataFrame
        As returned by :func:`covered_periods` for the whole table.
    window : (first day, last day), both included

    Returns
    -------
    Series
        events, the four classes, goldstein (sums), cooperation_share (0 to 1), mean_goldstein
        (score per event), covered_days, per_day (events per covered day). Shares and means are
        missing without an event, the rate without a covered day.
    """
    inside = events[events["date"].between(*map(pd.Timestamp, window))]
    row = _rates(inside[SUMS].sum().to_frame().T.astype(float)).iloc[0]
    days = covered_days(periods, window)
    row["covered_days"] = days
    row["per_day"] = row["events"] / days if days else float("nan")
    return row


def monthly(events: pd.DataFrame, periods: pd.DataFrame) -> pd.DataFrame:
    """Events by month, for every month with a covered day and no other.

    Parameters
    ----------
    events, periods : DataFrame
        As in :func:`balance`.

    Returns
    -------
    DataFrame
        Index month (period); the columns of :func:`balance` and period, the number of the covered
        period: draw and fit each on its own.
    """
    rows = {}
    for number, span in enumerate(periods.itertuples()):
        for month in pd.period_range(span.start, span.end, freq="M"):
            window = (max(month.start_time, span.start), min(month.end_time.normalize(), span.end))
            rows[month] = balance(events, periods, window)
            rows[month]["period"] = number
    frame = pd.DataFrame.from_dict(rows, orient="index").rename_axis("month")
    return frame.astype({"period": int, "covered_days": int}) if len(frame) else frame


def compare(
    events: pd.DataFrame,
    periods: pd.DataFrame,
    before: Window,
    after: Window,
    across_gap: bool = False,
) -> pd.DataFrame:
    """Compare the events of a window with those of another.

    Parameters
    ----------
    events, periods : DataFrame
        As in :func:`balance`.
    before, after : (first day, last day), both included
    across_gap : bool
        Allow different covered periods; volumes then have no change.

    Returns
    -------
    DataFrame
        Index as the columns of :func:`balance`; columns before, after, change.

    Raises
    ------
    InputError
        If a window has no covered day, or the two touch different periods without leave.
    """
    touched = set()
    for window in (before, after):
        found = {i for i in periods.index if covered_days(periods.loc[[i]], window)}
        if not found:
            raise InputError(f"events: window {window[0]} to {window[1]}: no covered day")
        touched |= found
    if len(touched) > 1 and not across_gap:
        raise InputError(
            f"events: windows from {before[0]} and {after[0]} lie in different covered periods; "
            "volumes cannot be compared (across_gap allows shares and means)"
        )
    sides = [balance(events, periods, window) for window in (before, after)]
    frame = pd.concat(sides, axis="columns", keys=["before", "after"])
    frame["change"] = frame["after"] - frame["before"]
    if len(touched) > 1:
        frame.loc[~frame.index.isin(COMPARABLE), "change"] = float("nan")
    return frame


def by_dyad(events: pd.DataFrame, window: Window, official: bool | None = None) -> pd.DataFrame:
    """Events of every pair of states in a window, both ways together.

    Returns
    -------
    DataFrame
        Index first, second (codes in alphabetical order); the sums, cooperation_share and
        mean_goldstein; pairs without an event have no row.
    """
    inside = events[events["date"].between(*map(pd.Timestamp, window))]
    if official is not None:
        inside = inside[inside["official"] == official]
    source, target = inside["source"], inside["target"]
    ordered = (source < target).to_numpy()
    pair = inside.assign(
        first=np.where(ordered, source, target), second=np.where(ordered, target, source)
    )
    return _rates(pair.groupby(["first", "second"])[SUMS].sum())


def change_by_dyad(
    events: pd.DataFrame,
    before: Window,
    after: Window,
    statistic: str = "mean_goldstein",
    floor: int = 1,
    official: bool | None = None,
) -> pd.Series:
    """Change of a share or mean between two windows, for every pair of states: placebos.

    Parameters
    ----------
    statistic : {'mean_goldstein', 'cooperation_share'}
    floor : int
        Fewest events in either window; a mean of one event says little.

    Returns
    -------
    Series
        Change by (first, second).
    """
    if statistic not in COMPARABLE:
        raise InputError(f"events: statistic {statistic!r}: allowed {', '.join(COMPARABLE)}")
    sides = [by_dyad(events, window, official) for window in (before, after)]
    first, second = (side.loc[side["events"] >= floor, statistic] for side in sides)
    return (second - first).dropna().rename(statistic)


def yearly_balance(yearly: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Yearly classes of two states' events both ways, with totals and the share of cooperation.

    Parameters
    ----------
    yearly : DataFrame
        Columns source, target, year and the four classes; a full panel without its empty rows.

    Returns
    -------
    DataFrame
        Index year, every year of the table, none if it is empty; the classes, events,
        cooperation_share (0 to 1; missing in a year without an event).
    """
    pair = yearly[yearly["source"].isin([first, second]) & yearly["target"].isin([first, second])]
    first, last = (yearly["year"].min(), yearly["year"].max()) if len(yearly) else (0, -1)
    years = pd.RangeIndex(first, last + 1, name="year")
    sums = pair.groupby("year")[QUADS].sum().reindex(years, fill_value=0)
    sums["events"] = sums.sum(axis="columns")
    some = sums["events"].where(sums["events"] > 0)
    return sums.assign(cooperation_share=sums[COOPERATION].sum(axis="columns") / some)
