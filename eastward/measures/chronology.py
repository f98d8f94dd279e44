"""Measures on the chronology: what two states did together, when, in what domain, with whom.

Public names: :func:`relations`, :func:`by_domain`, :func:`months_to_first`, :func:`company`,
:func:`is_about`, :func:`treaties`, :func:`meetings`, :func:`lanes`, :func:`short_names`,
:func:`stance`.

The frame called ``events`` has one row per event: id, date (first day), end_date, precision, title,
kind, domain, iran_russia (cooperative, conflictual, neither) and corroboration. It is a selection
and no sample: its numbers say what is on record, and never how much there was.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from eastward.corroboration import EVIDENCE, corroborated

DAYS_PER_MONTH = 365.25 / 12


def relations(
    events: pd.DataFrame,
    first: str | None = None,
    last: str | None = None,
    relation: str | None = "cooperative",
    least: str = EVIDENCE,
) -> pd.DataFrame:
    """Events between Iran and Russia that began in a window, in order of time.

    Parameters
    ----------
    events : DataFrame
        The chronology.
    first, last : str, optional
        First and last day of the window, both included; all time unless told.
    relation : str, optional
        cooperative or conflictual; both unless told.
    least : str
        How well an event must be borne out to count, as for ``corroboration.corroborated``.
    """
    known = ["cooperative", "conflictual"] if relation is None else [relation]
    start, end = pd.Timestamp(first or pd.Timestamp.min), pd.Timestamp(last or pd.Timestamp.max)
    events = corroborated(events, least)
    chosen = events["date"].between(start, end) & events["iran_russia"].isin(known)
    return events[chosen].sort_values(["date", "id"], ignore_index=True)


def by_domain(events: pd.DataFrame, minimum: int = 1) -> pd.Series:
    """Number of events in each domain that has at least so many, the largest first."""
    counts = events.groupby("domain").size().sort_values(ascending=False, kind="stable")
    return counts[counts >= minimum]


def months_to_first(events: pd.DataFrame, day: str) -> float | None:
    """Months from a day to the beginning of the first event; negative where it came before.

    Returns
    -------
    float or None
        None without an event.
    """
    if events.empty:
        return None
    return (events["date"].min() - pd.Timestamp(day)).days / DAYS_PER_MONTH


def company(
    events: pd.DataFrame,
    actors: pd.DataFrame,
    without: Iterable[str] = ("IRN", "RUS"),
    merged: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Who else took part in some events.

    Parameters
    ----------
    events : DataFrame
        Events of interest.
    actors : DataFrame
        Columns id, actor, role; those whom an event only concerned took no part.
    without : iterable of str
        Actors that are left out, because they took part in all.
    merged : mapping, optional
        Actor to the group that it stands for, such as ``{"DEU": "EUR"}``.

    Returns
    -------
    DataFrame
        id, actor, in the order of the events; a group once an event.
    """
    parties = actors[(actors["role"] == "party") & ~actors["actor"].isin(list(without))]
    found = events[["id"]].merge(parties[["id", "actor"]], on="id")
    return found.assign(actor=found["actor"].replace(dict(merged or {}))).drop_duplicates(
        ignore_index=True
    )


def is_about(events: pd.DataFrame, actors: pd.DataFrame, state: str) -> bool:
    """Whether a state is a party to most events, so that what they lack means something of it."""
    parties = actors[(actors["role"] == "party") & (actors["actor"] == state)]
    return bool(events["id"].isin(parties["id"]).mean() > 1 / 2)


def treaties(
    events: pd.DataFrame, actors: pd.DataFrame, state: str, partners: Iterable[str], after: str
) -> pd.DataFrame:
    """First treaty of a state with each of some others alone, after a day.

    Parameters
    ----------
    events : DataFrame
        The chronology.
    actors : DataFrame
        Columns id, actor, role.
    state : str
        ISO3 code.
    partners : iterable of str
        ISO3 codes.
    after : str
        Day (ISO).

    Returns
    -------
    DataFrame
        The rows of the events, with partner, one for each partner that has a treaty.
    """
    parties = actors[actors["role"] == "party"].groupby("id")["actor"].agg(frozenset)
    pairs = {frozenset([state, partner]): partner for partner in partners if partner != state}
    partner = events["id"].map(parties).map(pairs)
    chosen = events["kind"].eq("treaty") & (events["date"] > pd.Timestamp(after)) & partner.notna()
    found = events.assign(partner=partner)[chosen].sort_values("date", kind="stable")
    return found.drop_duplicates("partner")


def meetings(
    frames: Mapping[str, pd.DataFrame],
    actors: pd.DataFrame,
    merged: Mapping[str, str] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Events of several times and who else took part in them, as a figure of two columns takes it.

    Parameters
    ----------
    frames : mapping
        Name of a time to its events.
    actors, merged
        As for :func:`company`.

    Returns
    -------
    (DataFrame, DataFrame)
        The events with frame and event (a short name); the edge list: frame, source (the actor),
        target (the event's short name), id.
    """
    events = pd.concat(
        [one.assign(frame=name, event=short_names(one)) for name, one in frames.items()],
        ignore_index=True,
    )
    ties = company(events, actors, merged=merged).merge(events[["id", "frame", "event"]], on="id")
    ties = ties.rename(columns={"actor": "source", "event": "target"})
    return events, ties[["frame", "source", "target", "id"]]


def lanes(
    events: pd.DataFrame, rows: Mapping[str, str] | None = None, shortest: int = 60
) -> pd.DataFrame:
    """Events as marks in time lanes, a lane for each domain.

    Parameters
    ----------
    events : DataFrame
        Columns date, end_date, domain, iran_russia, title.
    rows : mapping, optional
        Domain to the lane in which it stands, where that is not its own.
    shortest : int
        Days from which on an event is drawn as a span; a shorter one ends where it starts.

    Returns
    -------
    DataFrame
        row, start, end (ISO dates), kind (what it records between the two), title.
    """
    long = (events["end_date"] - events["date"]).dt.days >= shortest
    start, end = (events[side].dt.strftime("%Y-%m-%d") for side in ("date", "end_date"))
    row, kind = events["domain"].replace(dict(rows or {})), events["iran_russia"]
    drawn = events.assign(row=row, start=start, end=end.where(long, start), kind=kind)
    return drawn[["row", "start", "end", "kind", "title"]]


def short_names(events: pd.DataFrame) -> pd.Series:
    """A name of each event that fits into a figure: its domain, and the month if that is known.

    Events that would share a name carry the day, unless it is not known.
    """
    name = _named(events, "%b %Y").where(events["precision"] != "year", _named(events, "%Y"))
    dated = name.duplicated(keep=False) & (events["precision"] == "day")
    return name.where(~dated, _named(events, "%-d %b %Y"))


def _named(events: pd.DataFrame, form: str) -> pd.Series:
    return events["domain"].str.capitalize() + ", " + events["date"].dt.strftime(form)


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
        event: "Russia alone" if {"IRN", "RUS"} & found == {"RUS"} else "neither"
        for event, found in parties.items()
    }
    return {
        event: coded.get(relation) or alone[event]
        for event, relation in zip(events["id"], events["iran_russia"], strict=True)
    }
