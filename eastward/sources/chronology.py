"""The chronology of events, its actors and links, and the coding of those on the oil market."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.errors import InputError
from eastward.sources import dates, lists

EVENTS = f"{lists.FOLDER}/events.yml"
LINKS = f"{lists.FOLDER}/event_links.yml"
OIL_CODING = f"{lists.FOLDER}/oil_events.yml"
ROLES = {"parties": "party", "concerned": "concerned"}


def read(file: Path) -> pd.DataFrame:
    """Read the chronology: index id; dates expanded, sources in columns.

    An event of which only the month or the year is known ends with it, so that a cut-off inside
    that month or year leaves it out.
    """
    events = lists.sourced(lists.entries(file))
    spans = dates.spans(events["date"], events["end_date"])
    return events.assign(**{column: spans[column] for column in spans})


def events(files: dict[str, Path]) -> pd.DataFrame:
    """Build the dated chronology.

    Source: the project's list, coded by RULES.md.  Traps: an event known to the month
    or year ends with it; the end of a treaty is the end of its force where the list gives one;
    only events with a primary source or two others are evidence.

    Returns
    -------
    DataFrame
        id, date, end_date, precision, title, kind, domain, iran_russia, corroboration; title,
        address and read of source and second; note.
    """
    return read(files[EVENTS]).rename_axis("id").reset_index()


def event_actors(files: dict[str, Path]) -> pd.DataFrame:
    """Build the actors of each event, one row an actor.

    Source: the project's list.  Trap: the list names who matters for the event, not everyone
    present; a vote of the Security Council has the Council and the members that the row speaks
    of.

    Returns
    -------
    DataFrame
        id, end_date (of the event), actor (ISO3, or EU, UNSC, OPEC, EAEU), role.
    """
    listed = read(files[EVENTS])
    parts = [
        listed[["end_date", column]]
        .dropna()
        .explode(column)
        .rename(columns={column: "actor"})
        .assign(role=role)
        for column, role in ROLES.items()
    ]
    return pd.concat(parts).rename_axis("id").reset_index()


def event_links(files: dict[str, Path]) -> pd.DataFrame:
    """Build the links between events: the affair of the air base and what followed.

    Source: the project's list, coded by RULES.md.  Traps: no link says that one
    event caused another, and *follows* is nothing but order; a link is known once its later event
    is over.

    Returns
    -------
    DataFrame
        earlier, later (events), end_date (of the later one), relation, basis.

    Raises
    ------
    InputError
        If a link names an event that the chronology lacks or cannot bear out, or runs backwards.
    """
    known = events(files).set_index("id")
    links = pd.DataFrame(yaml.safe_load(files[LINKS].read_text(encoding="utf-8")))
    for earlier, later in zip(links["earlier"], links["later"], strict=True):
        for event in (earlier, later):
            if event not in known.index or known.loc[event, "corroboration"] == "none":
                raise InputError(
                    f"{LINKS}: event {event} is not in the chronology, or has no source"
                )
        if known.loc[earlier, "date"] >= known.loc[later, "date"]:
            raise InputError(f"{LINKS}: {earlier} to {later} runs backwards")
    ends = known.loc[links["later"], "end_date"].to_numpy()
    return links.assign(end_date=ends)[["earlier", "later", "end_date", "relation", "basis"]]


def oil_events(files: dict[str, Path]) -> pd.DataFrame:
    """Build the coded events of oil-market coordination among Iran, Russia and Saudi Arabia.

    Source: dates, corroboration and references from the chronology; titles and codes from the
    project's list, coded by RULES.md.  Trap: most events have no end date (it is
    then the day itself).

    Returns
    -------
    DataFrame
        id, date, end_date, title, iran, russia, saudi, same_side, corroboration, source_title,
        source_address, rationale.

    Raises
    ------
    InputError
        If it codes an event that the chronology lacks.
    """
    chronology, coding = read(files[EVENTS]), lists.entries(files[OIL_CODING])
    unknown = sorted(set(coding.index) - set(chronology.index))
    if unknown:
        raise InputError(f"{OIL_CODING}: event {unknown[0]} is not in {EVENTS}")
    kept = ["date", "end_date", "corroboration", "source_title", "source_address"]
    return coding.join(chronology[kept]).rename_axis("id").reset_index()
