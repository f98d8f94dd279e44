"""The UN Security Council: draft resolutions, and how its members voted on them."""

from pathlib import Path

import pandas as pd

from eastward.errors import InputError
from eastward.sources import codes

FILE = "diplomacy/unsc/sc_voting.xlsx"
DAMAGED_YEAR = 1995
PERMANENT = ["CHN", "FRA", "GBR", "RUS", "USA"]
NEEDED = 9  # votes that adopt a draft
CAST = {"Yes": 1, "Abstain": 2, "No": 3}
SPELLINGS = {"Ethipia": "Ethiopia"}
# Members that upstream lists twice on a draft, with the vote to keep. The chronology settles one:
# two votes against the American draft of August 2020 (event E20200814). Where nothing that we hold
# settles it, neither row is kept and the member counts as not recorded.
TWICE = {
    ("S/2020/797", "RUS"): "No",
    ("S/2018/985", "RUS"): None,
    ("S/2020/1054", "RUS"): None,
    ("S/2020/1054", "VNM"): None,
    ("S/2021/898", "TUN"): None,
}
# Drafts that passed with a permanent member's No, as procedural votes may.
PROCEDURAL = {"S/2022/160"}

IRAN_AGENDA, IRAN_LAST_YEAR = "Non-proliferation", 2020
TOPICS = {
    "2006 Letter from Japan (DPRK)": "North Korea",
    "2014 Letter from Russian Federation (Ukraine)": "Ukraine",
    "2014 Letter from Ukraine (Ukraine)": "Ukraine",
    "Consideration of appointment of Secretary-General": "Appointment of the Secretary-General",
    "Cooperation between the United Nations and regional and subregional organizations in "
    "maintaining international peace and security": "Cooperation with regional organizations",
    "Cooperation with regional/subregional organizations": (
        "Cooperation with regional organizations"
    ),
    "Maintenance of peace and security of Ukraine": "Ukraine",
    "Middle East, inc. Palestinian question": "Palestinian question",
    "Middle East, incl. the Palestinian question": "Palestinian question",
    "Middle East (Lebanon)": "Lebanon",
    "Middle East (Syria)": "Syria",
    "Middle East (Yemen)": "Yemen",
    "Non-proliferation weapons of mass destruction": (
        "Non-proliferation of weapons of mass destruction"
    ),
    "Non-proliferation/DPRK": "North Korea",
    "Occupied Arab territories": "Palestinian question",
    "Rep. of Bosnia and Herzegovina": "Bosnia and Herzegovina",
    "Reports of the Secretary-General on the Sudan and South Sudan": "Sudan and South Sudan",
    "Reports of the Secretary-General on the Sudan Monthly report of the Secretary-General on "
    "Darfur Report of the Secretary-General on the Sudan": "Sudan",
    "The Democratic Republic of the Congo": "Democratic Republic of the Congo",
    "The situation concerning the Democratic Republic of the Congo": (
        "Democratic Republic of the Congo"
    ),
    "The situation in Afghanistan": "Afghanistan",
    "The situation in Somalia": "Somalia",
    "The situation in the Central African Republic": "Central African Republic",
    "The situation in the Middle East": "Syria",
    "The situation in the Middle East, including the Palestinian question": "Palestinian question",
    "The sitution in Cyprus": "Cyprus",
    "Threats to international peace and security caused by terrorist acts": "Terrorism",
    "Threats to international peace and security caused by terrorist attacks": "Terrorism",
    "Threats to peace and security caused by international terrorist acts": "Terrorism",
}
# Resolutions of late 2011 that upstream files under the Middle East, topic Syria.
MISFILED = {
    2011: "Afghanistan",
    2012: "Haiti",
    2013: "Date of an election to fill a vacancy in the ICJ",
    2014: "Yemen",
    2015: "Somalia",
    2016: "Libya",
    2017: "Libya",
    2018: "Peace consolidation in West Africa",
    2019: "Bosnia and Herzegovina",
    2020: "Somalia",
    2022: "Libya",
    2023: "Peace and security in Africa",
    2024: "Sudan and South Sudan",
    2025: "Liberia",
    2026: "Cyprus",
}


def _rows(file: Path) -> pd.DataFrame:
    """Read one row a vote, texts stripped, without the year whose votes are mixed up."""
    frame = pd.read_excel(file)
    frame.columns = frame.columns.str.strip(" ,")
    frame = frame[frame["Year"] != DAMAGED_YEAR].rename(columns={"ID": "draft_id"})
    for column in frame.select_dtypes(["str", "object"]):
        frame[column] = frame[column].astype("str").str.strip()
    exchanged = frame["Draft"].str.startswith("S/RES", na=False)
    pair = ["Draft", "Resolution"]
    frame.loc[exchanged, pair] = frame.loc[exchanged, pair[::-1]].to_numpy()
    symbols = frame["Draft"].str.upper().str.findall(r"S/(\d{4})[/-](\d+)").str[-1]
    frame["draft"] = symbols.map(lambda parts: f"S/{parts[0]}/{parts[1]}", na_action="ignore")
    number = frame["Resolution"].str.extract(r"(\d{3,4})\s*[(/]\d{4}", expand=False)
    frame["resolution"] = number.astype("float").astype("Int64")
    return frame


def _topics(drafts: pd.DataFrame) -> pd.Series:
    """Return one spelling for each topic; where upstream gives none, that of the agenda item."""
    topics = drafts["Topic"].fillna(drafts["Agenda item"]).str.replace(r"\s+", " ", regex=True)
    iran = (drafts["Agenda item"] == IRAN_AGENDA) & (drafts["Year"] <= IRAN_LAST_YEAR)
    misfiled = drafts["resolution"].map(MISFILED).where(drafts["Year"] == 2011)
    return misfiled.fillna(topics.replace(TOPICS).mask(iran, "Iran"))


def _regions(drafts: pd.DataFrame, topics: pd.Series) -> pd.Series:
    """Return the region that upstream most often gives a topic; thematic where it gives none."""
    stated = drafts["Region"].mask(drafts["Region"] == "Other")
    common = stated.groupby(topics).agg(lambda regions: next(iter(regions.mode()), "Thematic"))
    return topics.map(common).mask(topics == "Iran", "Middle East")


def _outcomes(drafts: pd.DataFrame) -> pd.Series:
    """Return adopted, vetoed or failed; that a draft was adopted unanimously the votes tell."""
    printed = drafts["Outcome results"]
    outcomes = pd.Series("adopted", index=drafts.index)
    outcomes = outcomes.mask(printed.str.startswith("Not adopted"), "failed")
    return outcomes.mask(printed == "Not adopted - veto", "vetoed")


def _drafts(rows: pd.DataFrame) -> pd.DataFrame:
    """Reduce the rows to one a draft, without the copies of vetoed drafts called adopted."""
    drafts = rows.drop_duplicates("draft_id")
    drafts = drafts.assign(outcome=_outcomes(drafts), topic=_topics(drafts))
    drafts["region"] = _regions(drafts, drafts["topic"])
    repeated = drafts["draft"].notna() & drafts.duplicated("draft", keep=False)
    copies = repeated & drafts["resolution"].isna() & (drafts["outcome"] == "adopted")
    beside = repeated & (drafts["outcome"] == "failed")
    drafts["amendment"] = drafts["Draft"].str.contains("amendment", na=False) | beside
    return drafts[~copies]


def _votes(rows: pd.DataFrame, drafts: pd.DataFrame, codelist: Path) -> pd.DataFrame:
    """Return one vote a member and draft, of the drafts whose votes fit their outcome."""
    code = codes.namer(codelist)
    names = rows["Member State"].replace(SPELLINGS)
    votes = rows.assign(state=names.map({name: code(name) for name in names.unique()}))
    votes = votes.merge(drafts[["draft_id", "outcome"]], on="draft_id")
    votes = _once(votes).assign(vote=lambda frame: frame["Vote"].map(CAST))
    votes["veto"] = (
        votes["state"].isin(PERMANENT)
        & (votes["vote"] == CAST["No"])
        & votes["outcome"].eq("vetoed")
    )
    return votes[votes["draft_id"].isin(_sound(votes))]


def _once(votes: pd.DataFrame) -> pd.DataFrame:
    """Keep of two votes of a member on a draft the one that the meeting record gives."""
    twice = votes.duplicated(["draft_id", "state"], keep=False)
    pairs = pd.Series(list(zip(votes["draft"], votes["state"], strict=True)), index=votes.index)
    unknown = set(pairs[twice]) - set(TWICE)
    if unknown:
        raise InputError(f"{FILE}: {min(unknown)}: two votes; say which in council.TWICE")
    return votes[~twice | (votes["Vote"] == pairs.map(TWICE))]


def _sound(votes: pd.DataFrame) -> pd.Index:
    """Return the drafts whose votes are by that year's members and make the stated outcome.

    A member of a year is a state that votes on more than half of its drafts.
    """
    drafts = votes.groupby("Year")["draft_id"].nunique()
    shares = votes.groupby(["Year", "state"])["draft_id"].nunique() / drafts
    members = shares[shares > 0.5].index
    seated = pd.MultiIndex.from_frame(votes[["Year", "state"]]).isin(members)
    against = votes["state"].isin(PERMANENT) & (votes["vote"] == CAST["No"])
    tallies = votes.assign(
        seated=seated, against=against, favour=votes["vote"] == CAST["Yes"]
    ).groupby("draft_id")
    enough = tallies["favour"].sum() >= NEEDED
    blocked = tallies["against"].any()
    outcome, draft = tallies["outcome"].first(), tallies["draft"].first()
    passed = (outcome == "adopted") & enough & (~blocked | draft.isin(PROCEDURAL))
    stopped = (outcome == "vetoed") & enough & blocked
    short = (outcome == "failed") & ~enough
    fits = tallies["seated"].all() & (passed | stopped | short)
    return fits.index[fits]


def unsc_drafts(files: dict[str, Path]) -> pd.DataFrame:
    """Build the list of drafts that the Council voted on, amendments included.

    Source: a tabulation of the Council's voting records, 1994 to June 2025.  Traps: in 1995 votes
    of other years stand under the drafts, so the year is left out; day and month are exchanged in
    many dates, so only the year is kept; five vetoed drafts occur a second time as adopted;
    fifteen resolutions of late 2011 are filed under the Middle East; resolution and draft are
    exchanged in some rows of 2025; topics are spelled in several ways, and missing in 2023.

    Returns
    -------
    DataFrame
        draft_id, draft (symbol), year, resolution, topic, region, outcome (adopted, vetoed,
        failed), amendment, recorded (whether unsc_votes has its votes).
    """
    rows = _rows(files[FILE])
    drafts = _drafts(rows)
    votes = _votes(rows, drafts, files[codes.CODELIST])
    return drafts.assign(recorded=drafts["draft_id"].isin(votes["draft_id"])).rename(
        columns={"Year": "year"}
    )


def unsc_votes(files: dict[str, Path]) -> pd.DataFrame:
    """Build the members' votes on the drafts.

    Source: as for the drafts.  Traps: five members stand twice on a draft, and only one of
    them is settled; the votes of six drafts are not theirs (non-members vote, or the votes do
    not make the outcome) and are left out; a member that took no part has no row.

    Returns
    -------
    DataFrame
        draft_id, year, state, vote (1 yes, 2 abstain, 3 no), veto.
    """
    rows = _rows(files[FILE])
    votes = _votes(rows, _drafts(rows), files[codes.CODELIST])
    return votes.rename(columns={"Year": "year"})[["draft_id", "year", "state", "vote", "veto"]]
