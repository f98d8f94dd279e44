"""Military presence: troops and deployments abroad, US bases, and multinational exercises."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.errors import InputError
from eastward.sources import codes, successors

TROOPS, BASES = "security/troopdata.csv", "security/basedata.csv"
EXERCISES, EXERCISES_RUSSIA = "security/mme-v7-long.csv", "security/exercises_russia.csv"
EXERCISES_CODING = "eastward/sources/coding/exercises_russia.yml"
DEPLOYMENTS = "security/deployments_2014_2021.xlsx"
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
# Theatres of deployment in the Middle East and beside it, and the state that hosts them.
THEATRES = {
    "Afghanistan": "AFG",
    "Arabian Sea": None,
    "Azerbaijan": "AZE",
    "Bahrain": "BHR",
    "Cyprus": "CYP",
    "Egypt": "EGY",
    "Iraq": "IRQ",
    "Israel": "ISR",
    "Israel, Syria": None,
    "Jordan": "JOR",
    "Kuwait": "KWT",
    "Lebanon": "LBN",
    "Middle East": None,
    "Nagorno Karabakh": "AZE",
    "Oman": "OMN",
    "Persian Gulf": None,
    "Qatar": "QAT",
    "Saudi Arabia": "SAU",
    "Syria": "SYR",
    "Turkey": "TUR",
    "United Arab Emirates": "ARE",
}
MISSIONS = {"MilitaryPresence": "presence", "Operation": "operation"}


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


def deployments(files: dict[str, Path]) -> pd.DataFrame:
    """Build the number of soldiers abroad in the Middle East and beside it, by deployer.

    Source: figures of the IISS's Military Balance, coded by the Military Deployment project,
    2014-2021.  Traps: a theatre is a name, and some are seas or several states (no host); Russia,
    China, Iran and the Arab states are no deployers in the file; figures are rounded and carried
    on from year to year; missions of one kind are added up here.

    Returns
    -------
    DataFrame
        deployer, theatre, host (ISO3, missing for a sea or several states), year, organisation
        (or ISO3 of the state that leads), mission (presence or operation), soldiers.
    """
    rows = pd.read_excel(files[DEPLOYMENTS]).rename(
        columns={
            "Country": "deployer",
            "Theatre": "theatre",
            "Year": "year",
            "Organisation": "organisation",
            "MissionType": "mission",
            "Deployed": "soldiers",
        }
    )
    rows = rows[rows["theatre"].isin(THEATRES)].replace({"mission": MISSIONS})
    keys = ["deployer", "theatre", "year", "organisation", "mission"]
    sums = rows.groupby(keys, as_index=False)["soldiers"].sum()
    return sums.assign(host=sums["theatre"].map(THEATRES))


def exercise_name(printed: str, names: dict[str, str]) -> str:
    """Give the English name of an exercise whose Russian name ends in a year or a number.

    Examples
    --------
    >>> exercise_name("Запад-2017", {"Запад": "West"})
    'West'

    Raises
    ------
    InputError
        For a name that the coding file lacks.
    """
    name = printed.rstrip("0123456789 –-")
    if name not in names:
        raise InputError(f"{EXERCISES_RUSSIA}: name {name!r}: expected one of {EXERCISES_CODING}")
    return names[name]


def exercises_russia(files: dict[str, Path]) -> pd.DataFrame:
    """Build the partners of Russia's military exercises, 2009-2018.

    Source: a list compiled from pages of the Russian defence ministry and the press, one address a
    row.  Traps: it has the year only, neither day nor place; empty rows follow the list; one row
    names every member of NATO, whether it came or not; the list misses exercises, those with Iran
    among them, so the ones that we found are added and marked.

    Returns
    -------
    DataFrame
        exercise (number of the list), name (English), partner (ISO3), year, basis (list or added),
        doubtful (the source does not show that the partner came), source_address, note.
    """
    coding = yaml.safe_load(files[EXERCISES_CODING].read_text(encoding="utf-8"))
    rows = pd.read_csv(files[EXERCISES_RUSSIA], dtype=str).dropna(subset="id")
    rows = rows.rename(columns={"id": "exercise", "yr": "year", "source": "source_address"})
    rows["name"] = [exercise_name(name, coding["names"]) for name in rows["name"]]
    rows["doubtful"] = rows["comments"].notna()
    columns = ["exercise", "name", "year", "doubtful", "source_address"]
    partners = [column for column in rows if column.startswith("part")]
    rows = rows.melt(columns, partners, value_name="partner").dropna(subset="partner")
    code = codes.namer(files[codes.CODELIST])
    rows["partner"] = [code(name.strip()) for name in rows["partner"]]
    added = pd.DataFrame.from_dict(coding["added"], orient="index").rename_axis("exercise")
    whole = pd.concat(
        [
            rows.assign(basis="list", note=None),
            added.reset_index().assign(basis="added", doubtful=False),
        ]
    )
    return whole.astype({"year": int, "doubtful": bool})
