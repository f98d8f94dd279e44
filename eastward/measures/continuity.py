"""Measures on how continuous cooperation was: which stretches of time hold a joint event.

Public names: :func:`together`, :func:`stance`, :func:`half_years`, :func:`calendar_half_years`,
:func:`presence`, :func:`strip`, :func:`timetable`, :func:`share_filled`.

The chronology is a selection, so that numbers of events say more about its coverage than about the
world.  These measures therefore ask of a stretch of time only whether it holds an event at all.
"""

from collections.abc import Iterable

import pandas as pd

from eastward import corroboration
from eastward.measures import chronology

PAIR = ("IRN", "RUS")  # the two whose relation the chronology codes
EDGE = pd.Timedelta(days=12)  # by which a strip's stretches are drawn short, to tell them apart
Window = tuple[pd.Timestamp, pd.Timestamp]


def together(
    events: pd.DataFrame,
    actors: pd.DataFrame,
    domain: str | None = None,
    least: str = corroboration.EVIDENCE,
) -> pd.DataFrame:
    """Events to which Iran and Russia are both parties and act or agree together.

    Parameters
    ----------
    events : DataFrame
        Columns id, date, domain, iran_russia, corroboration.
    actors : DataFrame
        Columns id, actor, role.
    domain : str, optional
        Only events about this.
    least : str
        How well an event must be borne out, as for ``corroboration.corroborated``.

    Returns
    -------
    DataFrame
        The rows of ``events``, by date.
    """
    parties = actors[(actors["role"] == "party") & actors["actor"].isin(PAIR)]
    both = parties.groupby("id")["actor"].nunique() == len(PAIR)
    found = chronology.relations(events, least=least)
    found = found[found["id"].isin(both.index[both])]
    if domain is not None:
        found = found[found["domain"] == domain]
    return found.reset_index(drop=True)


def stance(events: pd.DataFrame, actors: pd.DataFrame) -> dict[str, str]:
    """How Iran and Russia stand to each other in each event.

    Returns
    -------
    dict
        Event to *together* or *apart* as coded, else *Russia alone* where it is a party and Iran
        is not, else *neither*.
    """
    parties = actors[actors["role"] == "party"].groupby("id")["actor"].agg(set)
    coded = {"cooperative": "together", "conflictual": "apart"}
    alone = {
        event: "Russia alone" if set(PAIR) & found == {"RUS"} else "neither"
        for event, found in parties.items()
    }
    return {
        event: coded.get(relation) or alone[event]
        for event, relation in zip(events["id"], events["iran_russia"], strict=True)
    }


def half_years(start: str, end: str, before: int = 0) -> list[Window]:
    """Stretches of six months counted from a day, those that are over by another day.

    Parameters
    ----------
    start, end : str
        ISO dates: the day after which counting begins, and the last day of the last stretch.
    before : int
        So many stretches that lead up to the first day are added in front.

    Returns
    -------
    list of (Timestamp, Timestamp)
        First and last day of each, in order; the day of ``start`` itself belongs to what was
        before.
    """
    first, last = pd.Timestamp(start), pd.Timestamp(end)
    windows, number = [], -before
    while (stop := first + pd.DateOffset(months=6 * (number + 1))) <= last:
        opening = first + pd.DateOffset(months=6 * number) + pd.Timedelta(days=1)
        windows.append((opening, stop))
        number += 1
    return windows


def calendar_half_years(start: str, end: str, stub: bool = False) -> list[Window]:
    """Half-years of the calendar after one day and over by another.

    Parameters
    ----------
    start, end : str
        ISO dates, as for :func:`half_years`.
    stub : bool
        Also what is left of the half-year in which the first day lies.
    """
    first, last = pd.Timestamp(start) + pd.Timedelta(days=1), pd.Timestamp(end)
    starts = pd.date_range(f"{first.year}-01-01", last, freq="6MS")
    windows = [(day, day + pd.DateOffset(months=6) - pd.Timedelta(days=1)) for day in starts]
    windows = [(max(day, first), stop) for day, stop in windows if first <= stop <= last]
    cut = windows and windows[0][0] == first and first not in starts
    return windows[1:] if cut and not stub else windows


def presence(events: pd.DataFrame, windows: Iterable[Window]) -> pd.DataFrame:
    """Whether each stretch of time holds an event.

    Parameters
    ----------
    events : DataFrame
        Columns date and corroboration; an event belongs to the stretch in which it began.
    windows : iterable of (first day, last day)

    Returns
    -------
    DataFrame
        start, end, filled (it holds an event), sure (it holds a corroborated one).
    """
    rows = []
    for start, end in windows:
        inside = events[events["date"].between(start, end)]
        sure = len(corroboration.corroborated(inside)) > 0
        rows.append((start, end, len(inside) > 0, sure))
    return pd.DataFrame(rows, columns=["start", "end", "filled", "sure"])


def strip(events: pd.DataFrame, windows: Iterable[Window], row: str) -> pd.DataFrame:
    """The stretches of time as spans for a drawing, by what they hold.

    Parameters
    ----------
    events, windows
        As for :func:`presence`.
    row : str
        Name of the row in the drawing.

    Returns
    -------
    DataFrame
        row, start, end (ISO, drawn a little short), kind (*corroborated*, *one source only* or
        *none in the list*), title (the stretch in full).
    """
    rows = []
    for one in presence(events, windows).itertuples():
        kind = (
            "corroborated" if one.sure else "one source only" if one.filled else "none in the list"
        )
        title = f"{one.start:%Y-%m-%d} to {one.end:%Y-%m-%d}"
        start, end = (day.strftime("%Y-%m-%d") for day in (one.start + EDGE, one.end - EDGE))
        rows.append((row, start, end, kind, title))
    return pd.DataFrame(rows, columns=["row", "start", "end", "kind", "title"])


def timetable(events: pd.DataFrame, day: str, first: str, until: str) -> pd.DataFrame:
    """The events, and two ways of cutting the time around a day into half-years, for a drawing.

    Parameters
    ----------
    events : DataFrame
        Columns date, corroboration, title.
    day, first, until : str
        ISO dates: the day from which half-years are counted, forwards and backwards; the day after
        which the calendar's begin, one of which ends on the day; the day by which all are over.

    Returns
    -------
    DataFrame
        The columns of :func:`strip`; rows *events*, *day*, *calendar*.
    """
    if events.empty:
        return strip(events, [], "day")
    began = events["date"].dt.strftime("%Y-%m-%d")
    kind = corroboration.words(events)
    points = {"row": "events", "start": began, "end": began, "kind": kind, "title": events["title"]}
    return pd.concat(
        [
            pd.DataFrame(points),
            strip(events, half_years(day, until, before=2), "day"),
            strip(events, calendar_half_years(first, min(day, until)), "calendar"),
            strip(events, calendar_half_years(day, until, stub=True), "calendar"),
        ],
        ignore_index=True,
    )


def share_filled(events: pd.DataFrame, windows: list[Window]) -> float | None:
    """Share of the stretches of time that hold an event, in per cent; None without a stretch."""
    if not windows:
        return None
    return 100 * float(presence(events, windows)["filled"].mean())
