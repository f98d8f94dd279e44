"""Opinion polls and elections, from lists compiled for the project."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.errors import InputError
from eastward.sources import dates

POLLS = "events/polls.csv"
POLL_CODING = "eastward/sources/coding/polls.yml"
ELECTIONS = "events/elections.csv"
ELECTION_CODING = "eastward/sources/coding/elections.yml"


def _code(values: pd.Series, names: dict, what: str) -> pd.Series:
    """Map values by a coding table; one that it lacks is an error."""
    unknown = sorted(set(values) - set(names))
    if unknown:
        raise InputError(f"{POLL_CODING}: {what} {unknown[0]!r} is not coded")
    return values.map(names)


def kind(remark: str, percent: float, approximate: list[str]) -> str:
    """Name how a figure was had: stated, computed, approximate or qualitative (no figure)."""
    if pd.isna(percent):
        return "qualitative"
    if remark.startswith("computed"):
        return "computed"
    return "approximate" if remark in approximate else "stated"


def polls(files: dict[str, Path]) -> pd.DataFrame:
    """Build opinion figures read in sources.

    Source: the compiled list; names of questions and answers from the coding file.  Traps: most
    figures are second-hand; two pages may give one wave's figure differently, and both rows
    stay; a sample size stands only where the page states it; some figures are computed from a
    stated difference and some rows have no figure; a figure for 2016-2021 is no wave.

    Returns
    -------
    DataFrame
        date (as known), end_date, precision, pollster, population (ISO3 of those asked), topic,
        subject, answer, percent, n, kind, confidence, note, source_title, source_address.
    """
    listed = pd.read_csv(files[POLLS], dtype={"date": str, "n": "Int64"})
    coding = yaml.safe_load(files[POLL_CODING].read_text(encoding="utf-8"))
    topics = _code(listed["question_topic"], coding["topics"], "question")
    spans = dates.spans(listed["date"])
    remarks = listed["confidence"]
    first_hand = remarks.str.startswith("seen verbatim")
    notes = listed["answer"].map(coding["notes"]).fillna(remarks.map(coding["notes"]))
    return listed.assign(
        end_date=spans["end_date"],
        precision=spans["precision"],
        pollster=listed["pollster"].str.removesuffix(" (Russia)").str.removesuffix(" (USA)"),
        population=topics.str[1],
        topic=topics.str[0],
        subject=listed["subject"].replace(coding["subjects"]),
        answer=listed["answer"].replace(coding["answers"]),
        kind=[
            kind(remark, percent, coding["approximate"])
            for remark, percent in zip(remarks, listed["percent"], strict=True)
        ],
        confidence=first_hand.map({True: "first_hand", False: "second_hand"}),
        note=notes,
    )


def elections(files: dict[str, Path]) -> pd.DataFrame:
    """Build the results of Iran's presidential and parliamentary elections, 2013-2024.

    Source: the compiled list, whose column of votes holds seats for parliament; here they stand
    apart.  Camps, verification and notes are the project's, from the coding file.  Traps:
    percentages are of all votes cast, blank and void ones included, so they are lower than those
    of valid votes; the runoff of 2024 has its total only; turnout is of the first round.

    Returns
    -------
    DataFrame
        date (first day), end_date (last round counted), election, round, name, entity, camp,
        votes, percent, votes_cast, seats, seats_of, turnout_percent, verified, note,
        source_title, source_address.
    """
    listed = pd.read_csv(files[ELECTIONS], dtype={"date": str, "round": str, "votes": "Int64"})
    coding = yaml.safe_load(files[ELECTION_CODING].read_text(encoding="utf-8"))
    for column in ("rounds", "names"):
        missing = set(listed["date"] if column == "rounds" else listed["candidate"])
        missing -= set(coding[column])
        if missing:
            raise InputError(f"{ELECTION_CODING}: {column}: {min(missing)} is not coded")
    rounds = pd.DataFrame(coding["rounds"]).T.loc[listed["date"]].set_index(listed.index)
    names = pd.DataFrame(coding["names"]).T.loc[listed["candidate"]].set_index(listed.index)
    of_seats = rounds["seats_of"].notna()
    return listed.assign(
        date=pd.to_datetime(listed["date"]),
        end_date=pd.to_datetime(rounds["end_date"].fillna(listed["date"])),
        election=listed["election"].str.split().str[0],
        name=names["name"],
        entity=names["entity"],
        camp=names["camp"],
        votes=listed["votes"].mask(of_seats),
        percent=listed["percent"].mask(of_seats),
        votes_cast=rounds["votes_cast"].astype("Int64"),
        seats=listed["votes"].where(of_seats),
        seats_of=rounds["seats_of"].astype("Int64"),
        verified=rounds["verified"],
        note=rounds["note"],
    )
