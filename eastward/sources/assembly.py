"""The UN General Assembly: roll calls, the votes of the states, and their ideal points."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes, lists, rdata, successors

FOLDER = "diplomacy/unga"
MATRIX = f"{FOLDER}/ungaVoting_003.csv"
TITLES = f"{FOLDER}/un_roll_calls.csv"
LONG = f"{FOLDER}/un_votes.rda"
IDEAL_POINTS = f"{FOLDER}/IdealpointsJuly2025.dta"
CONDEMNED = f"{lists.FOLDER}/condemned.csv"

TOPICS = ["me", "nu", "di", "hr", "co", "ec"]
BEFORE_FIRST_SESSION = 1945
OPENING = 905  # 5 September as month and day: no session opens earlier
LAST_SESSION_WITHOUT_DAYS = 57  # up to here upstream mostly prints the day of the week
RENUMBERED = 10_000  # added to a number that upstream gives a second time

CAST = {"yes": 1, "abstain": 2, "no": 3}
# The states of which the long file has more votes than the matrix, and their columns there.
FORMER = {
    "Czechoslovakia": "CSK",
    "German Democratic Republic": "DDR",
    "Yemen Arab Republic": "YEM",
    "Yemen People's Republic": "YMD",
    "Yugoslavia": "SRB",  # in the matrix, but 110 votes fewer
}
# How titles name the state whose human rights, or whose war, a resolution is about.
RIGHTS = {
    "AFG": "Afghanistan",
    "BIH": "Bosnia",
    "BLR": "Belarus",
    "BOL": "Bolivia",
    "CHL": "Chile",
    "COD": "Democratic (?:Republic of the )?Congo|Democratic Republic of the$",
    "CUB": "Cuba$",
    "GTM": "Guatemala",
    "IRN": r"Iran\b",
    "IRQ": r"Iraq\b",
    "MMR": "Myanmar",
    "NGA": "Nigeria",
    "PRK": "Democratic People",
    "SDN": "Sudan",
    "SLV": "El Salvador",
    "SYR": "Syrian Arab Republic",
    "TKM": "Turkmenistan",
    "UKR": "Crimea",
    "UZB": "Uzbekistan",
}
WARS = {
    "SYR": r"^The situation in the Syrian Arab Republic|committed in the Syrian Arab Republic",
    "UKR": r"militarization of the Autonomous Republic of Crimea|^Territorial integrity of Ukraine",
}
ELSEWHERE = r"President\b.{0,40}:|occupied|Golan|Palestin"


def _numbered(file: Path) -> pd.DataFrame:
    """Read the matrix of votes by a number of the roll call that occurs once."""
    frame = pd.read_csv(file, parse_dates=["date"])
    twice = frame["rcid"].duplicated()
    frame.index = frame.pop("rcid").where(~twice, lambda number: number + RENUMBERED)
    return frame.rename_axis("rollcall")


def _titled(file: Path) -> pd.DataFrame:
    """Read session, flags and titles by number of the roll call."""
    return pd.read_csv(file).set_index("rcid").rename_axis("rollcall")


def _sessions(dates: pd.Series, stated: pd.Series) -> pd.Series:
    """Return the session: as stated, else the one that was open on the day."""
    opened = dates.dt.month * 100 + dates.dt.day >= OPENING
    return stated.reindex(dates.index).fillna(dates.dt.year - BEFORE_FIRST_SESSION - ~opened)


def _dates(dates: pd.Series, sessions: pd.Series) -> pd.Series:
    """Return the day of the vote, or the end of its month where the day is not known."""
    return dates.where(sessions > LAST_SESSION_WITHOUT_DAYS, dates + pd.offsets.MonthEnd(0))


def about(titles: pd.Series) -> pd.Series:
    """Return the state whose human rights or war a vote is about, as far as the title tells.

    Parameters
    ----------
    titles : Series
        Titles as upstream prints them.

    Returns
    -------
    Series
        ISO3 code, missing where the title names none.  What the president said before a motion
        or a vote on a paragraph is not a title, and territories occupied by Israel are left out.
    """
    found = pd.Series(None, index=titles.index, dtype="str")
    titles = titles.dropna()
    titles = titles[~titles.str.contains(ELSEWHERE, case=False)]
    in_state = r"human rights.*(?:\bin\b|\bof\b|,|--).*(?:{})"
    patterns = [(state, in_state.format(name)) for state, name in RIGHTS.items()]
    for state, pattern in [*patterns, *WARS.items()]:
        found[titles.index[titles.str.contains(pattern, case=False)]] = state
    return found


def unga_rollcalls(files: dict[str, Path]) -> pd.DataFrame:
    """Build the list of roll calls: date, session, topics, kind and subject.

    Source: the matrix of votes, to session 74 the titles of the unvotes package, and the project's
    list of resolutions that deplore a use of force by a great power.  Traps:
    four numbers occur twice, in the 1950s and in 2023, and the later one gets 10,000 added; up to
    session 57 only year and month of a date are right, because most days are days of the week;
    amendments and paragraphs are marked to session 72 only, yet from session 75 on the matrix
    holds votes on whole resolutions alone; the emergency session on Ukraine is missing.

    Returns
    -------
    DataFrame
        rollcall, date (the day, or the end of the month where the day is unknown), session, year
        (in which the session opened), the six topics, amendment, paragraph, about (state whose
        human rights or war the title names), resolution, force (the use of force that it
        deplores) and force_by (ISO3 code of the power that used it).
    """
    matrix, titled = _numbered(files[MATRIX]), _titled(files[TITLES])
    sessions = _sessions(matrix["date"], titled["session"]).astype(int)
    titled = titled.reindex(matrix.index)
    frame = matrix[TOPICS].assign(
        date=_dates(matrix["date"], sessions),
        session=sessions,
        year=sessions + BEFORE_FIRST_SESSION,
        amendment=titled["amend"].eq(1),
        paragraph=titled["para"].eq(1),
        about=about(titled["short"]).fillna(about(titled["descr"])),
        resolution=titled["unres"].str.strip().str.replace(r"^(?:R|A/RES)/", "", regex=True),
    )
    condemned = lists.rows(files[CONDEMNED]).set_index("resolution")
    whole = frame["resolution"].where(~(frame["amendment"] | frame["paragraph"]))
    frame = frame.assign(**{part: whole.map(condemned[part]) for part in condemned})
    return frame.reset_index()


def unga_votes(files: dict[str, Path]) -> pd.DataFrame:
    """Build the table of votes: a row for each roll call, with the states that voted each way.

    Source: the matrix, and for five former states the unvotes package.  Traps: the column of
    Serbia is Yugoslavia before 1992 and Serbia and Montenegro to 2005; China's seat is Taiwan's
    (TWN) to 1971; Germany is the Federal Republic before 1990; a state that lost its vote for
    arrears (Venezuela 2022-2024) or that upstream lost (Turkey in session 78) has almost none.

    Returns
    -------
    DataFrame
        rollcall, date, and yes, abstain and no: ISO3 codes in order, with spaces between them,
        missing where nobody voted so. Who stands nowhere was absent, or is no member.
    """
    cast = _cast(files)
    states = cast.columns[2:]
    for way, value in CAST.items():
        voted = (cast[states] == value).to_numpy()
        cast[way] = [" ".join(states[row]) or None for row in voted]
    return cast[["rollcall", "date", *CAST]].copy()


def _cast(files: dict[str, Path]) -> pd.DataFrame:
    """The matrix: a column a state, with 1 yes, 2 abstain, 3 no, 0 no vote."""
    matrix, stated = _numbered(files[MATRIX]), _titled(files[TITLES])["session"]
    dates = _dates(matrix["date"], _sessions(matrix["date"], stated))
    cast = matrix.drop(columns=["date", *TOPICS])
    cast = cast.where(cast.isin(CAST.values()), 0).astype(int)
    former = rdata.read(files[LONG]).astype({"rcid": int, "country": str, "vote": str})
    former = former[former["country"].isin(FORMER)].replace({"country": FORMER, "vote": CAST})
    former = former.pivot(index="rcid", columns="country", values="vote")
    former = former.reindex(cast.index).fillna(0).astype(int)
    for state in former.columns.intersection(cast.columns):
        former[state] = former[state].where(cast[state] == 0, cast.pop(state))
    holders = matrix["date"].dt.year.map(lambda year: successors.dated("YUG", year))
    belgrade = former.pop("SRB")
    for state in ("YUG", "SCG", "SRB"):
        former[state] = belgrade.where(holders == state, 0)
    joined = pd.concat([cast, former], axis=1).sort_index(axis=1)
    return pd.concat([dates, joined], axis=1).copy().reset_index()


def ideal_points(files: dict[str, Path]) -> pd.DataFrame:
    """Build the states' ideal points by year.

    Source: the release of July 2025, the estimate on final passage votes, and beside it the one
    on all votes, which ends in 2023.  Traps: 17 rows have no name, no such estimate and mostly
    one vote each, and are left out; every year is estimated together with all others, later ones
    included, so that a cut-off does not make an estimate what it would have been on that day;
    levels differ between releases.

    Returns
    -------
    DataFrame
        state, year (calendar year of the votes), ideal_point, low, high (5th and 95th percentile),
        votes, ideal_point_all.
    """
    columns = {
        "idealpointfp": "ideal_point",
        "q5fp": "low",
        "q95fp": "high",
        "nvotesfp": "votes",
        "idealpointall": "ideal_point_all",
    }
    frame = pd.read_stata(files[IDEAL_POINTS]).dropna(subset="idealpointfp")
    floats = frame.select_dtypes("float32").columns
    frame = frame.astype(dict.fromkeys(floats, "float64") | {"year": int, "nvotesfp": int})
    frame["state"] = successors.cow(frame["ccode"], frame["year"], files[codes.CODELIST])
    return frame.rename(columns=columns)[["state", "year", *columns.values()]]
