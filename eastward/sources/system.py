"""The state system: who is a state, who a major power, and with what capabilities."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from eastward.sources import codes, rdata, successors

STATES, STATES_GW = "security/cow_states.rda", "security/gw_states.rda"
MAJORS, CAPABILITIES = "security/cow_majors.rda", "security/cow_nmc.rda"


def expand(spans: pd.DataFrame) -> pd.DataFrame:
    """Turn spans into years: one row for each year from ``start`` to ``end``, both included."""
    years = [range(*pair) for pair in zip(spans["start"], spans["end"] + 1, strict=True)]
    return (
        spans.drop(columns=["start", "end"])
        .assign(year=years)
        .explode("year")
        .astype({"year": int})
    )


def last_number(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep one row for each state and year: that of the number held at the year's end.

    A state that changes its number in a year (Germany and Yemen in 1990) has two rows there; the
    number that goes on, as the column ``until`` tells, is the later one.
    """
    return rows.sort_values("until").drop_duplicates(["state", "year"], keep="last")


def _members(
    spans: pd.DataFrame,
    column: str,
    translate: Callable[[pd.Series, pd.Series, Path], pd.Series],
    codelist: Path,
) -> pd.Series:
    """Make state-years of one list, with the state's number in ``column``."""
    rows = expand(spans.assign(until=spans["end"]))
    rows["state"] = translate(rows["number"], rows["year"], codelist)
    return last_number(rows).set_index(["state", "year"])["number"].astype("Int64").rename(column)


def state_system(files: dict[str, Path]) -> pd.DataFrame:
    """Build the years in which each state was in the state system, by two lists.

    Sources: COW State System Membership v2016 and Gleditsch and Ward's list (to 2017).  Traps: a
    year counts if the state was in the system on one of its days; both lists end where they were
    last brought up to date, so later years are unknown and not "no state"; COW admits Iran in
    1855, Gleditsch and Ward in 1816; the small states are in COW only.  A state that one list
    splits or joins differently keeps the number of that list (see ``successors``).

    Returns
    -------
    DataFrame
        state, year, cow, gw (the state's number at the end of the year; blank if not listed).
    """
    codelist = files[codes.CODELIST]
    correlates = rdata.read(files[STATES]).rename(
        columns={"ccode": "number", "styear": "start", "endyear": "end"}
    )
    gleditsch = rdata.read(files[STATES_GW]).rename(columns={"gwcode": "number"})
    for column, date in (("start", "startdate"), ("end", "enddate")):
        gleditsch[column] = [day.year for day in gleditsch[date]]
    gleditsch = gleditsch[~gleditsch["number"].isin(successors.UNLISTED)]
    spans = ["number", "start", "end"]
    cow = _members(correlates[spans].astype(int), "cow", successors.cow, codelist)
    gw = _members(gleditsch[spans].astype(int), "gw", successors.gleditsch_ward, codelist)
    return pd.concat([cow, gw], axis="columns").reset_index()


def major_powers(files: dict[str, Path]) -> pd.DataFrame:
    """Build the years in which COW calls a state a major power: state, year.

    Traps: Germany and Japan count again from 1991; the list ends in 2016.
    """
    spans = rdata.read(files[MAJORS]).rename(columns={"styear": "start", "endyear": "end"})
    rows = expand(spans[["ccode", "start", "end"]].astype(int))
    rows["state"] = successors.cow(rows["ccode"], rows["year"], files[codes.CODELIST])
    return rows[["state", "year"]]


def capabilities(files: dict[str, Path]) -> pd.DataFrame:
    """Build the material capabilities of states.

    Source: COW National Material Capabilities, to 2022.  Traps: ``cinc`` is a share of the
    world's total in its year, so it moves when others move; in 1990 Germany and Yemen have rows
    under two numbers, of which the one held at the year's end is kept; for the whole world the
    shares of 1990 therefore do not sum to one.

    Returns
    -------
    DataFrame
        state, year, cinc (share, 0-1), milex (thousand current US$; pounds before 1914), milper
        (thousand persons).
    """
    rows = rdata.read(files[CAPABILITIES]).astype({"ccode": int, "year": int})
    rows["state"] = successors.cow(rows["ccode"], rows["year"], files[codes.CODELIST])
    rows["until"] = rows.groupby("ccode")["year"].transform("max")
    return last_number(rows)
