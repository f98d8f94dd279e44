"""Armed conflict: deaths by country, and states that supported a side."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from eastward.sources import codes, rdata, successors

DEATHS = "security/organizedviolencecy_v25_1.csv"
CONFLICTS, SUPPORT = "security/ucdp_acd.rda", "security/ucdp-esd-ay-181.xlsx"
# The Middle East, the wars of Russia and of the United States around it, and other focal states.
COUNTRIES = (
    *("IRN", "IRQ", "SYR", "LBN", "ISR", "JOR", "TUR", "EGY", "SAU", "YEM", "LBY"),
    *("ARE", "BHR", "KWT", "OMN", "QAT", "AFG", "PAK", "VEN"),
    *("RUS", "UKR", "GEO", "ARM", "AZE", "TJK", "USA", "CHN"),
)
UNCODED = {751}  # Hyderabad, 1947-48
KEY = ["conflict", "year", "side", "party"]
KINDS = {
    "ext_x": "troops",
    "ext_p": "presence",
    "ext_y": "infrastructure",
    "ext_w": "weapons",
    "ext_m": "materiel",
    "ext_t": "training",
    "ext_f": "funding",
    "ext_i": "intelligence",
    "ext_l": "territory",
    "ext_o": "other",
    "ext_u": "unknown",
}


def conflict_deaths(files: dict[str, Path]) -> pd.DataFrame:
    """Build deaths in organized violence by the country where they happened.

    Source: UCDP country-year file 25.1, 1989-2024, for the countries of the book.  Traps: deaths
    are counted where they happened, not by whose war it was; each is a best estimate within a
    range that is often wide; UCDP's kinds do not overlap and may be added; three rows have a high
    estimate below the best one, as printed; Israel and Palestine share a number.

    Returns
    -------
    DataFrame
        state, year, state_based, non_state, one_sided (deaths, best estimates), low, high (range
        of the sum).
    """
    rows = pd.read_csv(files[DEATHS], low_memory=False)
    rows = rows.rename(
        columns={
            "year_cy": "year",
            "sb_total_deaths_best_cy": "state_based",
            "ns_total_deaths_best_cy": "non_state",
            "os_total_deaths_best_cy": "one_sided",
            "cumulative_total_deaths_in_orgvio_low_cy": "low",
            "cumulative_total_deaths_in_orgvio_high_cy": "high",
        }
    )
    rows["state"] = successors.gleditsch_ward(
        rows["country_id_cy"], rows["year"], files[codes.CODELIST]
    )
    return rows[rows["state"].isin(COUNTRIES)]


def _parties(rows: pd.DataFrame, side: str, codelist: Path) -> pd.Series:
    """Name each side's states, ``SYR`` or ``GBR USA``; ``rebels of SYR`` for a movement."""
    numbers = rows[f"gwno_{side}"]
    states = successors.gleditsch_ward(
        numbers.fillna(rows["gwno_a"]), rows["year"], codelist
    ).where(numbers.notna(), lambda code: "rebels of " + code)
    key = [rows["conflict"], rows["year"]]
    return states.groupby(key).transform(lambda names: " ".join(sorted(set(names))))


def _troops(file: Path, codelist: Path) -> pd.DataFrame:
    """Read the states that joined a side with troops from the list of armed conflicts."""
    rows = rdata.read(file).rename(columns={"conflict_id": "conflict"})
    rows = rows.astype({"conflict": int, "year": int})
    rows = rows[~rows["gwno_a"].isin(UNCODED)]
    parts = []
    for side in ("a", "b"):
        part = rows.assign(side=side.upper(), party=_parties(rows, side, codelist))
        part = part.dropna(subset=f"gwno_{side}_2nd")
        numbers = part[f"gwno_{side}_2nd"]
        part["supporter"] = successors.gleditsch_ward(numbers, part["year"], codelist)
        parts.append(part)
    found = pd.concat(parts)[[*KEY, "supporter"]].drop_duplicates()
    return found.assign(source="ACD", kinds="troops", shared=False)


def supporters(names: str, year: int, namer: Callable[[str], str | None]) -> set[str]:
    """Code the governments in UCDP's list of supporters; movements are left out.

    Parameters
    ----------
    names : str
        Such as ``"Government of Iran,Hezbollah"``.
    year : int
        Calendar year, which dates a successor state.
    namer : callable
        As ``codes.namer`` returns it.
    """
    prefix = "Government of "
    states = [name.strip() for name in names.split(",")]
    states = [name.removeprefix(prefix) for name in states if name.startswith(prefix)]
    return {successors.dated(namer(name.partition(" (")[0]), year) for name in states}


def _external(file: Path, codelist: Path) -> pd.DataFrame:
    """Read the supporters of each warring party from the External Support Dataset."""
    rows = pd.read_excel(file).query("active == 1").dropna(subset="ext_name")
    rows = rows.rename(columns={"conflict_id": "conflict", "actor_name": "party", **KINDS})
    rows["side"] = [
        "A" if dyad.startswith(f"{party} - ") else "B"
        for dyad, party in zip(rows["dyad_name"], rows["party"], strict=True)
    ]
    namer = codes.namer(codelist)
    rows["supporter"] = [
        sorted(supporters(names, year, namer))
        for names, year in zip(rows["ext_name"], rows["year"], strict=True)
    ]
    rows["shared"] = rows["ext_name"].str.contains(",")
    kinds = list(KINDS.values())
    rows = rows.explode("supporter").dropna(subset="supporter")
    # A party that fights several others has a row for each; what it got from a state is joined.
    found = rows.groupby([*KEY, "supporter"], as_index=False)[[*kinds, "shared"]].max()
    found["kinds"] = [
        " ".join(kind for kind in kinds if row[kind]) for row in found.to_dict("records")
    ]
    return found.assign(source="ESD", shared=found["shared"].astype(bool))


def conflict_support(files: dict[str, Path]) -> pd.DataFrame:
    """Build the states that supported a side of an armed conflict, year by year.

    Sources: UCDP/PRIO Armed Conflict Dataset 25.1 (1946-2024; only states whose troops joined a
    side) and the UCDP External Support Dataset 18.1 (1975-2017; eleven kinds of support, active
    years).  Traps: troops under a United Nations flag count, so Iran stands beside Mali's
    government 2020-23; the second source marks the kinds that a party got from all its
    supporters together, so a kind belongs to one supporter for certain only where ``shared`` is
    false; supporters that are no states are left out.

    Returns
    -------
    DataFrame
        source (ACD or ESD), conflict (UCDP's number), year, side (A or B; A is the government in
        a war within a state), party (who was supported), supporter, kinds (names separated by
        blanks), shared.
    """
    codelist = files[codes.CODELIST]
    return pd.concat([_troops(files[CONFLICTS], codelist), _external(files[SUPPORT], codelist)])
