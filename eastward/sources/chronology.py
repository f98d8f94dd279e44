"""The chronology of events, and the project's coding of those about the oil market."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.errors import InputError

EVENTS = "events/events.csv"
CODING = "eastward/sources/coding/oil_events.yml"


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
    chronology = pd.read_csv(files[EVENTS], dtype=str).set_index("id")
    # Everything in the coding file is text: a plain yes would otherwise be read as true.
    coding = yaml.load(files[CODING].read_text(encoding="utf-8"), yaml.BaseLoader)
    unknown = sorted(set(coding) - set(chronology.index))
    if unknown:
        raise InputError(f"{CODING}: event {unknown[0]} is not in {EVENTS}")
    kept = ["date", "end_date", "verified", "source_title", "source_address"]
    events = chronology.loc[list(coding), kept]
    events["end_date"] = pd.to_datetime(events["end_date"].fillna(events["date"]))
    events["date"] = pd.to_datetime(events["date"])
    events["source_title"] = events["source_title"].where(events["source_title"] != "unverified")
    return events.join(pd.DataFrame(coding).T).reset_index()
