"""Alliances: pledges of two collections, ATOP and the Correlates of War."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes, rdata, successors

ATOP, COW = "security/atop_alliance.rda", "security/cow_alliance.rda"
FIRST_YEAR = 1900
PLEDGES = {
    "atop_defense": "defense",
    "atop_offense": "offense",
    "atop_neutral": "neutrality",
    "atop_nonagg": "nonaggression",
    "atop_consul": "consultation",
    "cow_defense": "defense",
    "cow_neutral": "neutrality",
    "cow_nonagg": "nonaggression",
    "cow_entente": "consultation",
}
KINDS = ["defense", "offense", "neutrality", "nonaggression", "consultation"]
KEY = ["source", "state", "partner", "year"]


def _pledges(file: Path, source: str, codelist: Path) -> pd.DataFrame:
    """Read one collection: source, state, partner, year, one boolean column a kind."""
    rows = rdata.read(file).query("year >= @FIRST_YEAR").rename(columns=PLEDGES)
    rows = rows.assign(source=source, year=rows["year"].astype(int))
    for column, number in (("state", "ccode1"), ("partner", "ccode2")):
        rows[column] = successors.cow(rows[number], rows["year"], codelist)
    kinds = rows.reindex(columns=KINDS, fill_value=0.0).eq(1.0)
    rows = rows[KEY].join(kinds)[kinds.any(axis=1)]
    # The Federal Republic and united Germany share a code in 1990, as do the Yemens.
    rows = rows[rows["state"] != rows["partner"]]
    return fold(rows.groupby(KEY, as_index=False).any())


def fold(pledges: pd.DataFrame) -> pd.DataFrame:
    """Write equal pledges in both directions as one row.

    Parameters
    ----------
    pledges : DataFrame
        source, state, partner, year and the kinds, one row for each direction.

    Returns
    -------
    DataFrame
        The same with ``mutual``: true in rows that hold in both directions, of which the one with
        state before partner by alphabet is kept.
    """
    back = pledges.rename(columns={"state": "partner", "partner": "state"})
    mutual = (
        pledges.merge(back, on=[*KEY, *KINDS], how="left", indicator="found")["found"] == "both"
    )
    rows = pledges.assign(mutual=mutual.to_numpy())
    return rows[~rows["mutual"] | (rows["state"] < rows["partner"])]


def pacts(files: dict[str, Path]) -> pd.DataFrame:
    """Build pledges by formal treaty: who pledged what to whom, year by year.

    Sources: ATOP 5.1 (1815-2018) and COW Formal Alliances 4.1 (to 2012), here from 1900 on.
    Traps: the two disagree, since ATOP reads treaty texts and COW types the alliance; ATOP is
    directed (the United States may promise Iran defence while Iran promises consultation), COW is
    the same in both directions; what both promise alike is one row (``mutual``); COW's "entente"
    stands under consultation and COW codes no offence; rows without any pledge are left out.
    Executive agreements, and so most defence cooperation agreements of the Gulf states, are in
    neither.

    Returns
    -------
    DataFrame
        source (ATOP or COW), state (who pledges), partner (to whom), year, mutual, defense,
        offense, neutrality, nonaggression, consultation.
    """
    codelist = files[codes.CODELIST]
    return pd.concat(
        [_pledges(files[ATOP], "ATOP", codelist), _pledges(files[COW], "COW", codelist)]
    )
