"""Opinion polls, elections and the article's words, from lists of the project."""

from pathlib import Path

import pandas as pd

from eastward.sources import lists

POLLS = f"{lists.FOLDER}/polls.csv"
ELECTIONS = f"{lists.FOLDER}/elections.csv"
WORDING = f"{lists.FOLDER}/wording.csv"
BORNE_OUT = {"first_hand": "primary", "second_hand": "one"}


def polls(files: dict[str, Path]) -> pd.DataFrame:
    """Build opinion figures read in sources.

    Source: the project's list.  Traps: most figures are second-hand; two pages may give one
    wave's figure differently, and both rows stay; a sample size stands only where the page states
    it; some figures are computed from a stated difference and some rows have no figure; a figure
    for 2016-2021 is no wave.

    Returns
    -------
    DataFrame
        date (as known), end_date, precision, pollster, population (ISO3 of those asked), topic,
        subject, answer, percent, n, kind, confidence, corroboration (primary where the page is the
        pollster's own, else one), note, source_title, source_address.
    """
    listed = lists.dated(files[POLLS])
    return listed.assign(corroboration=listed["confidence"].map(BORNE_OUT))


def elections(files: dict[str, Path]) -> pd.DataFrame:
    """Build the results of Iran's presidential and parliamentary elections, 2013-2024.

    Source: the project's list; the camps are its own coding.  Traps: percentages are of all votes
    cast, blank and void ones included, so they are lower than those of valid votes; the runoff of
    2024 has its total only; turnout is of the first round; votes and seats never share a column.

    Returns
    -------
    DataFrame
        date (first day), end_date (last round counted), election, round, name, entity, camp,
        votes, percent, votes_cast, seats, seats_of, turnout_percent, corroboration, note,
        source_title, source_address.
    """
    return lists.rows(files[ELECTIONS])


def wording(files: dict[str, Path]) -> pd.DataFrame:
    """Build the words of the article by how much they claim.

    Source: the project's list, coded by the rule in ``RULES.md``.

    Returns
    -------
    DataFrame
        claim, sentence, kind, word.
    """
    return lists.rows(files[WORDING])
