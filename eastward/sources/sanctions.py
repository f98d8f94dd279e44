"""Sanctions: who had what in force against whom (GSDB), and entities on the lists of OFAC."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes

CASES = "economy/sanctions/GSDB_V4.csv"
LISTED = "economy/sanctions/ofac_panel.csv"
FIRST_YEAR = 1979
TYPES = ["trade", "arms", "military", "financial", "travel", "other"]

# Senders that are no state.  A successor organisation goes on under one code.
BLOCS = {
    "African Union": "AU",
    "CSCE": "OSCE",
    "ChinCom": "CoCom",
    "CoCom": "CoCom",
    "Comecon": "Comecon",
    "Commonwealth": "Commonwealth",
    "ECOWAS": "ECOWAS",
    "EEC": "EU",
    "EEU": "EAEU",
    "EU": "EU",
    "G7": "G7",
    "G8": "G8",
    "Kimberly Process Participants": "Kimberley Process",
    "League of Arab States": "Arab League",
    "MERCOSUR": "Mercosur",
    "NAFTA": "NAFTA",
    "NATO": "NATO",
    "OAPEC": "OAPEC",
    "OIC": "OIC",
    "OSCE": "OSCE",
    "Organisation of African Unity": "AU",
    "Organization of American States": "OAS",
    "Organization of Eastern Carribean States": "OECS",
    "Pacific Islands Forum": "PIF",
    "Paris Agreement Signatories": "Paris Agreement",
    "SADC": "SADC",
    "UN": "UN",
    "UNASUR": "UNASUR",
}
# Targets that are neither a state nor a bloc.
NO_STATES = {
    "Balkans",
    "Cyprus (Northern)",
    "ICC Rome Statute Signatories",
    "Terrorist Organizations (Al-Qaeda)",
    "Terrorist Organizations (ISIL and ANF)",
    "Terrorist Organizations (Taliban and Al-Qaeda)",
    "Terrorist Organizations (Taliban)",
    "Western countries",
}
# Names in which the comma is no separator.
INVERTED = [
    "Congo, Democratic Republic of the",
    "Egypt, Arab Rep.",
    "Gambia, The",
    "Korea, North",
    "Korea, South",
    "Yemen, North",
]


def split_names(printed: str) -> list[str]:
    """Split a list of states at its commas, except at those inside a name.

    Examples
    --------
    >>> split_names("Iran, Korea, North,Iceland")
    ['Iran', 'Korea, North', 'Iceland']
    """
    for name in INVERTED:
        printed = printed.replace(name, name.replace(", ", "\0"))
    return [name.strip().replace("\0", ", ") for name in printed.split(",")]


def _parties(cases: pd.DataFrame, column: str, codelist: Path) -> pd.DataFrame:
    """One row per case and party: the case's index, and the code under the column's name."""
    name = codes.namer(codelist)
    parties = cases[column].map(split_names).explode().to_frame()
    parties = parties[~parties[column].isin(NO_STATES)]
    coded = {p: BLOCS[p] if p in BLOCS else name(p) for p in parties[column].unique()}
    parties[column] = parties[column].map(coded)
    # Parties printed twice under one code, such as a state under an old and a new name.
    return parties.reset_index().drop_duplicates().set_index("index")


def sanctions(files: dict[str, Path]) -> pd.DataFrame:
    """Build which sender had which kinds of measures in force against which target, by year.

    Source: derived from GSDB, release 4; its cases are not passed on, as it asks.  Traps: lists of
    states are separated by commas, which also stand inside names ("Korea, North"), with or without
    a blank; 2023 as the end means that a case was still in force; blocs are printed as such and are
    not their members; old names run to the present ("Ceylon", "South Vietnam").

    Returns
    -------
    DataFrame
        sender, target, year, sender_is_bloc, trade, arms, military, financial, travel, other.
    """
    frame = pd.read_csv(files[CASES]).drop(columns="case_id")
    for column, name in [("sanctioning_state", "sender"), ("sanctioned_state", "target")]:
        parties = _parties(frame, column, files[codes.CODELIST])
        frame = frame.drop(columns=column).join(parties.rename(columns={column: name}), how="inner")
        frame = frame.reset_index(drop=True)
    frame = frame[~frame["target"].isin(BLOCS.values()) & (frame["end"] >= FIRST_YEAR)]
    spans = [
        range(max(a, FIRST_YEAR), b + 1) for a, b in zip(frame["begin"], frame["end"], strict=True)
    ]
    frame = frame.assign(year=spans).explode("year").astype({"year": int})
    in_force = frame.groupby(["sender", "target", "year"], as_index=False)[TYPES].max()
    return in_force.assign(
        sender_is_bloc=in_force["sender"].isin(BLOCS.values()),
        **{kind: in_force[kind] == 1 for kind in TYPES},
    )


def ofac_listed(files: dict[str, Path]) -> pd.DataFrame:
    """Build the number of sanctioned entities by country and month on OFAC's lists.

    Source: a monthly panel made from OFAC's lists.  Traps: it starts in April 2022, whenever an
    entity was listed; the country is where the entity is, not the programme that it is listed
    under, so an Iranian tanker in Panama counts for Panama.

    Returns
    -------
    DataFrame
        state, month (YYYY-MM), entities, additions, removals.
    """
    name = codes.namer(files[codes.CODELIST])
    frame = pd.read_csv(files[LISTED])
    frame["state"] = frame["Country"].map({c: name(c) for c in frame["Country"].unique()})
    return frame.rename(columns={"yrmon": "month", "levels": "entities"}).dropna(subset="state")
