"""The chronology of events, its actors and links, and the coding of those on the oil market."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.errors import InputError
from eastward.sources import dates

EVENTS = "events/events.csv"
CODING = "eastward/sources/coding/events.yml"
LINKS = "eastward/sources/coding/event_links.yml"
OIL_CODING = "eastward/sources/coding/oil_events.yml"
UNVERIFIED = "unverified"


def read(file: Path) -> pd.DataFrame:
    """Read the chronology: index id; dates expanded, a source that is none left blank.

    An event of which only the month or the year is known ends with it, so that a cut-off inside
    that month or year leaves it out.
    """
    events = pd.read_csv(file, dtype=str).set_index("id")
    events["source_title"] = events["source_title"].where(events["source_title"] != UNVERIFIED)
    spans = dates.spans(events["date"], events["end_date"])
    return events.assign(**{column: spans[column] for column in spans})


def coded(file: Path, events: pd.DataFrame) -> pd.DataFrame:
    """Read a coding file, one row per event it codes, in its order.

    Everything in it is text: a plain yes would otherwise be read as true.

    Raises
    ------
    InputError
        If it codes an event that the chronology lacks.
    """
    coding = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    unknown = sorted(set(coding) - set(events.index))
    if unknown:
        raise InputError(f"{file.name}: event {unknown[0]} is not in {EVENTS}")
    return pd.DataFrame(coding).T


def _all_coded(files: dict[str, Path]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read chronology and coding; every event must be coded."""
    events = read(files[EVENTS])
    coding = coded(files[CODING], events)
    uncoded = sorted(set(events.index) - set(coding.index))
    if uncoded:
        raise InputError(f"{CODING}: event {uncoded[0]} is not coded")
    return events, coding.reindex(events.index)


def events(files: dict[str, Path]) -> pd.DataFrame:
    """Build the dated chronology.

    Source: dates, kinds, references and verification from the chronology; titles, notes and codes
    from the project's coding file, whose head states the rules.  Traps: an event known to the
    month or year ends with it; the end of a treaty is the end of its force where the chronology
    gives one; an event that is not verified is never evidence.

    Returns
    -------
    DataFrame
        id, date, end_date, precision, title, kind, domain, iran_russia, verified, source_title,
        source_address, note.
    """
    chronology, coding = _all_coded(files)
    verified = coding["verified"].fillna(chronology["verified"])
    codes = coding[["title", "domain", "iran_russia", "note"]]
    kept = ["date", "end_date", "precision", "kind", "source_title", "source_address"]
    return chronology[kept].join(codes).assign(verified=verified).reset_index()


def event_actors(files: dict[str, Path]) -> pd.DataFrame:
    """Build the actors of each event, one row an actor.

    Source: the chronology's list, with the roles and corrections of the coding file.  Trap: the
    list names who matters for the event, not everyone present; a vote of the Security Council
    has the Council and the members that the row speaks of.

    Returns
    -------
    DataFrame
        id, end_date (of the event), actor (ISO3, or EU, UNSC, OPEC, EAEU), role.
    """
    chronology, coding = _all_coded(files)
    rows = []
    for event, listed in chronology["actors"].items():
        roles = dict.fromkeys(listed.split(";"), "party")
        departures = coding.loc[event, "actors"]
        roles |= departures if isinstance(departures, dict) else {}
        rows += [
            (event, chronology.loc[event, "end_date"], actor, role)
            for actor, role in roles.items()
            if role != "none"
        ]
    return pd.DataFrame(rows, columns=["id", "end_date", "actor", "role"])


def event_links(files: dict[str, Path]) -> pd.DataFrame:
    """Build the links between events: the affair of the air base and what followed.

    Source: the project's coding file, whose head states the rules.  Traps: no link says that one
    event caused another, and *follows* is nothing but order; a link is known once its later event
    is over.

    Returns
    -------
    DataFrame
        earlier, later (events), end_date (of the later one), relation, basis.

    Raises
    ------
    InputError
        If a link names an event that the chronology lacks or has not verified, or runs backwards.
    """
    known = events(files).set_index("id")
    links = pd.DataFrame(yaml.safe_load(files[LINKS].read_text(encoding="utf-8")))
    for earlier, later in zip(links["earlier"], links["later"], strict=True):
        for event in (earlier, later):
            if event not in known.index or known.loc[event, "verified"] == "no":
                raise InputError(
                    f"{LINKS}: event {event} is not in the chronology, or not verified"
                )
        if known.loc[earlier, "date"] >= known.loc[later, "date"]:
            raise InputError(f"{LINKS}: {earlier} to {later} runs backwards")
    ends = known.loc[links["later"], "end_date"].to_numpy()
    return links.assign(end_date=ends)[["earlier", "later", "end_date", "relation", "basis"]]


def oil_events(files: dict[str, Path]) -> pd.DataFrame:
    """Build the coded events of oil-market coordination among Iran, Russia and Saudi Arabia.

    Source: dates, verification and references from the chronology; titles and codes from the
    project's coding file, whose head states the rules.  Traps: most events have no end date (it
    is then the day itself); a source called "unverified" is no source, and such a row is never
    evidence.

    Returns
    -------
    DataFrame
        id, date, end_date, title, iran, russia, saudi, same_side, verified, source_title,
        source_address, rationale.
    """
    chronology = read(files[EVENTS])
    coding = coded(files[OIL_CODING], chronology)
    kept = ["date", "end_date", "verified", "source_title", "source_address"]
    return chronology.loc[coding.index, kept].join(coding).rename_axis("id").reset_index()
