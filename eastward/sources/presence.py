"""Military presence: US troops, US bases, and multinational exercises."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes, successors

TROOPS, BASES = "security/troopdata.csv", "security/basedata.csv"
EXERCISES = "security/mme-v7-long.csv"
NO_STATE = 1000  # the publisher numbers territories and ships at sea from here on
HOME = (2, 6)  # the United States and Puerto Rico
# States that have a number of COW's and now and then another: Ethiopia, Antigua, Montenegro,
# Taiwan, Cape Verde, South Sudan.
RENUMBERED = {529: 530, 1006: 58, 1010: 341, 1012: 713, 1015: 402, 1020: 626}
# Participants that the publisher gives no number.
UNNUMBERED = {
    "Antigua & Barbuda": "ATG",
    "Dominica": "DMA",
    "Grenada": "GRD",
    "Palau": "PLW",
    "Seychelles": "SYC",
    "St. Kitts & Nevis": "KNA",
    "St. Lucia": "LCA",
    "St. Vincent & Grenadines": "VCT",
    "Tonga": "TON",
    "Vanuatu": "VUT",
    "Yemen": "YEM",
    "st. christopher": "KNA",
}


def us_troops(files: dict[str, Path]) -> pd.DataFrame:
    """Build the number of US troops in each foreign state.

    Source: Kane's compilation of Defense Department figures, carried on by Allen, Flynn and
    Martinez Machain, 1950-2023.  Traps: since December 2017 the Department has not published
    troops on contingency operations, so the fall in Kuwait, Qatar and the Emirates after 2017 is
    one of reporting; 1990-91 counts part of the Gulf deployments only; zero and "a few guards" are
    close, so use a threshold; the file lacks ISO codes in its last two years, and codes Germany
    twice in 1990 (the row of united Germany says zero).  Territories are left out.

    Returns
    -------
    DataFrame
        state, year, troops (persons on active duty).
    """
    rows = pd.read_csv(files[TROOPS])
    rows["ccode"] = rows["ccode"].replace(RENUMBERED)
    rows = rows[(rows["ccode"] < NO_STATE) & ~rows["ccode"].isin(HOME)].copy()
    rows["state"] = successors.cow(rows["ccode"], rows["year"], files[codes.CODELIST])
    return rows.groupby(["state", "year"], as_index=False)["troops"].max()


def bases(files: dict[str, Path]) -> pd.DataFrame:
    """Build the list of US military sites abroad.

    Source: Vine's lists, Cold War to 2018.  Traps: a cross-section without dates, so it cannot
    say when a base opened or closed; the ten sites in Syria are US outposts in the north-east
    that Damascus did not grant; one site is both a small site and a funded one and counts as
    small.

    Returns
    -------
    DataFrame
        state, site, kind (base, lilypad: small or secret; funded: host site paid by the United
        States), number (to tell sites of one name apart).
    """
    rows = pd.read_csv(files[BASES], encoding="latin-1").rename(
        columns={"iso3c": "state", "basename": "site"}
    )
    rows["state"] = rows["state"].replace("KSV", "XKX")  # Kosovo
    rows["kind"] = "funded"
    rows.loc[rows["lilypad"] == 1, "kind"] = "lilypad"
    rows.loc[rows["base"] == 1, "kind"] = "base"
    rows["site"] = rows["site"].fillna("not named")
    rows["number"] = rows.groupby(["state", "site"]).cumcount() + 1
    return rows


def exercises(files: dict[str, Path]) -> pd.DataFrame:
    """Build the participants of multinational military exercises.

    Source: Multinational Military Exercises v7, 1980-2010.  Traps: it ends before the exercises
    of Iran with Russia and China, so their absence here says nothing; NATO and "Baltic states"
    as participants are left out; some participants are entered twice.

    Returns
    -------
    DataFrame
        exercise, state, year (of its start).
    """
    rows = pd.read_csv(files[EXERCISES]).rename(columns={"MMEID": "exercise"})
    numbered = rows["gwcode"].notna() & (rows["gwcode"] > 0)
    rows["state"] = rows["country"].map(UNNUMBERED)
    rows.loc[numbered, "state"] = successors.gleditsch_ward(
        rows.loc[numbered, "gwcode"], rows.loc[numbered, "year"], files[codes.CODELIST]
    )
    return rows.dropna(subset="state").drop_duplicates(["exercise", "state"])
