"""Votes in the United Nations against values read upstream, other sources and one another."""

import pandas as pd
import pytest

from eastward import tables
from eastward.measures import voting
from eastward.sources import assembly, codes, rdata, registry, successors

P5 = {"CHN", "FRA", "GBR", "RUS", "USA"}


@pytest.fixture(scope="module")
def rollcalls():
    return tables.load("unga_rollcalls").set_index("rollcall")


@pytest.fixture(scope="module")
def votes():
    return voting.cast(tables.load("unga_votes")).set_index("rollcall")


@pytest.fixture(scope="module")
def points():
    return tables.load("ideal_points").set_index(["state", "year"])


@pytest.fixture(scope="module")
def drafts():
    return tables.load("unsc_drafts").set_index("draft_id")


@pytest.fixture(scope="module")
def council():
    return tables.load("unsc_votes").set_index(["draft_id", "state"])


def one(drafts, symbol):
    """Return the number of the draft with a symbol."""
    [number] = drafts.index[drafts["draft"] == symbol]
    return number


def test_roll_calls_cover_78_sessions(rollcalls, votes):
    assert len(rollcalls) == 6551
    assert (rollcalls["session"].min(), rollcalls["session"].max()) == (1, 78)
    assert rollcalls["date"].max() == pd.Timestamp("2024-06-04")
    assert rollcalls.index.equals(votes.index)
    assert rollcalls["date"].equals(votes["date"])


@pytest.mark.parametrize(
    ("rollcall", "cast"),
    [
        # Lines of ungaVoting_003.csv: rcid 77 is the plan of partition of Palestine; 5488 and
        # 9131 are on human rights in Iran; 411 is printed twice, in 1954 and in 2023.
        (77, {"IRN": 3, "RUS": 1, "USA": 1, "TUR": 3, "YUG": 2, "TWN": 2, "CHN": 0, "GBR": 2}),
        (5488, {"IRN": 3, "RUS": 3, "USA": 1, "CHN": 3, "VEN": 3, "TUR": 0, "DEU": 1}),
        (9131, {"IRN": 3, "RUS": 3, "USA": 1, "CHN": 3, "SRB": 3, "TUR": 0, "DEU": 1}),
        (411, {"IRN": 1, "RUS": 3, "USA": 1, "YUG": 1, "SRB": 0, "TWN": 1}),
        (10411, {"IRN": 1, "RUS": 1, "USA": 1, "SRB": 1, "YUG": 0, "VEN": 0}),
        (9464, {"IRN": 2, "RUS": 3, "USA": 1, "CHN": 2, "SRB": 2}),
    ],
)
def test_votes_read_upstream(votes, rollcall, cast):
    assert votes.loc[rollcall, list(cast)].to_dict() == cast


def test_roll_calls_read_upstream(rollcalls):
    # Lines of un_roll_calls.csv and, for 10411, of ungaVoting_003.csv.
    assert rollcalls.loc[3, ["session", "amendment", "paragraph"]].tolist() == [1, True, False]
    iran = rollcalls.loc[5488]
    assert (iran["session"], iran["year"], iran["about"]) == (71, 2016, "IRN")
    assert (iran["resolution"], iran["hr"], iran["me"]) == ("71/204", True, False)
    late = rollcalls.loc[10411]
    assert late["date"] == pd.Timestamp("2023-12-04")
    assert late[["session", "di", "co", "ec", "hr"]].tolist() == [78, True, True, True, False]


def test_uses_of_force_are_each_found_in_the_votes(rollcalls):
    listed = rollcalls.dropna(subset="force")
    assert len(listed) == 15 and set(listed["force_by"]) == {"RUS", "USA"}
    # Recorded totals of the Assembly: 35/37 by 111 to 22, 68/262 by 100 to 11.
    assert listed.loc[2096, ["resolution", "force"]].tolist() == ["35/37", "Afghanistan"]
    assert listed.loc[5309, ["resolution", "force"]].tolist() == ["68/262", "Crimea"]


def test_dates_before_session_58_end_their_month(rollcalls):
    early = rollcalls[rollcalls["session"] <= 57]
    assert early["date"].dt.is_month_end.all()
    assert rollcalls.loc[3, "date"] == pd.Timestamp("1946-01-31")
    assert not rollcalls[rollcalls["session"] > 57]["date"].dt.is_month_end.all()


def test_subjects_are_known_to_session_74(rollcalls):
    known = rollcalls.dropna(subset="about")
    assert known["session"].max() == 74
    assert known["about"].value_counts()[["IRN", "SYR", "UKR"]].to_dict() == {
        "IRN": 31,
        "SYR": 12,
        "UKR": 7,
    }
    syria = known[known["about"] == "SYR"]
    assert syria["session"].min() == 66
    assert not (known["amendment"] | known["paragraph"]).any()


def test_subject_and_topic_of_human_rights_agree(rollcalls):
    rights = rollcalls[rollcalls["about"].notna() & ~rollcalls["about"].isin(["SYR", "UKR"])]
    assert rights["hr"].mean() > 0.98


def test_former_states_hold_their_own_years(votes):
    years = votes["date"].dt.year
    spans = {
        "CHN": (1971, 2024),
        "TWN": (1946, 1971),
        "CSK": (1946, 1992),
        "CZE": (1993, 2024),
        "DDR": (1973, 1989),
        "DEU": (1973, 2024),
        "YMD": (1967, 1989),
        "YEM": (1947, 2024),
        "YUG": (1946, 1991),
        "SCG": (1992, 2005),
        "SRB": (2006, 2024),
        "RUS": (1946, 2024),
    }
    for state, span in spans.items():
        cast = years[votes[state] > 0]
        assert (state, cast.min(), cast.max()) == (state, *span)


def test_members_that_hardly_vote(votes, rollcalls):
    cast = (votes.drop(columns="date") > 0).groupby(rollcalls["year"]).sum()
    assert cast.loc[2023, "TUR"] == 1
    assert cast.loc[[2022, 2023], "VEN"].tolist() == [0, 0]
    assert cast.loc[1995:2003, "IRQ"].sum() == 0


def test_votes_on_whole_resolutions_are_as_many_as_the_ideal_points_rest_on(
    rollcalls, votes, points
):
    # The flags of amendments and paragraphs, against the counts of the ideal points' authors.
    whole = voting.select(rollcalls, whole=True).index
    counts = (votes.loc[whole, "RUS"] > 0).groupby(votes["date"].dt.year).sum()
    marked = [*range(1998, 2013), 2016, 2017]
    difference = (counts - points.loc["RUS", "votes"])[marked].abs()
    assert difference.max() <= 6
    every = (votes["RUS"] > 0).groupby(votes["date"].dt.year).sum()
    assert (every - points.loc["RUS", "votes"])[marked].mean() > 15


@pytest.fixture(scope="module")
def second(raw):
    """The votes of the unvotes package, a second copy of the data, in long form."""
    frame = rdata.read(registry.locate(assembly.LONG, raw)).astype({"rcid": int, "country": str})
    frame = frame[frame["country"] != "Zanzibar"]
    code = codes.namer(registry.locate(codes.CODELIST, raw))
    names = {name: assembly.FORMER.get(name) or code(name) for name in frame["country"].unique()}
    years = voting.cast(tables.load("unga_votes")).set_index("rollcall")["date"].dt.year
    frame = frame.assign(state=frame["country"].map(names), year=frame["rcid"].map(years))
    belgrade = frame["state"].isin(["YUG", "SRB"])
    frame.loc[belgrade, "state"] = frame.loc[belgrade, "year"].map(
        lambda year: successors.dated("YUG", year)
    )
    scores = frame["vote"].astype(str).map({"yes": 1.0, "abstain": 0.5, "no": 0.0})
    return frame.assign(score=scores)


def test_every_vote_of_a_second_copy_is_the_same(second, votes):
    scores = votes.drop(columns="date").stack().map({1: 1.0, 2: 0.5, 3: 0.0})
    pairs = pd.MultiIndex.from_frame(second[["rcid", "state"]])
    assert len(pairs) == 870_107
    assert (scores.reindex(pairs).to_numpy() == second["score"].to_numpy()).all()


@pytest.mark.parametrize("year", [1947, 1987, 2018])
def test_agreement_of_a_second_copy_counted_pair_by_pair(second, votes, rollcalls, year):
    session = rollcalls[rollcalls["year"] == year].reset_index()
    session = session[session["rollcall"] <= second["rcid"].max()]
    pairs = voting.agreement(voting.cast(tables.load("unga_votes")), session)
    cast = second[second["rcid"].isin(session["rollcall"])]
    both = cast.merge(cast, on="rcid", suffixes=("", "_other"))
    both = both[both["state"] < both["state_other"]]
    alike = 1 - (both["score"] - both["score_other"]).abs()
    counted = alike.groupby([both["state"], both["state_other"]]).agg(["mean", "size"])
    found = pairs.set_index(["state", "other"]).loc[:, ["agreement", "votes"]]
    assert len(found) == len(counted)
    joined = found.join(counted.rename_axis(["state", "other"]))
    assert (joined["agreement"] - joined["mean"]).abs().max() < 1e-9
    assert (joined["votes"] == joined["size"]).all()


def test_ideal_points_coverage_and_published_values(points):
    assert len(points) == 11_421
    assert points.index.get_level_values("year").max() == 2024
    iran = points.loc[("IRN", 2018)]
    # The levels that the notes on the release of July 2025 give for Iran in 2018.
    assert iran["ideal_point"] == pytest.approx(-1.76, abs=0.005)
    assert iran["ideal_point_all"] == pytest.approx(-1.87, abs=0.005)
    # IdealpointsJuly2025.dta, rows of 630 in 2024 and 365 in 1987; 345 is Yugoslavia in 1987.
    assert points.loc[("IRN", 2024), ["ideal_point", "votes"]].tolist() == [-1.2753, 97]
    assert points.loc[("RUS", 1987), "ideal_point_all"] == pytest.approx(-0.9132, abs=5e-5)
    assert points.loc[("YUG", 1987), "ideal_point_all"] == pytest.approx(-0.6453, abs=5e-5)


def test_ideal_points_on_all_votes_end_in_2023(points):
    known = points["ideal_point_all"].notna()
    assert known.groupby(level="year").any()[lambda seen: seen].index.max() == 2023


def test_ideal_points_lie_inside_their_intervals(points):
    inside = points["ideal_point"].between(points["low"], points["high"])
    assert inside.mean() > 0.999


def test_agreement_and_ideal_points_rank_states_alike(points, rollcalls):
    pairs = voting.agreement(
        voting.cast(tables.load("unga_votes")), rollcalls.reset_index(), minimum=30
    )
    near = voting.with_state(pairs, "USA").set_index(["state", "year"])["agreement"]
    both = pd.concat([near, points["ideal_point"]], axis=1, join="inner")
    by_year = both.groupby("year").corr().xs("agreement", level=1)["ideal_point"]
    assert by_year.loc[1980:2023].min() > 0.75


def test_drafts_cover_1994_to_2025_without_1995(drafts, council):
    assert len(drafts) == 1926
    assert sorted(drafts["year"].unique()) == [1994, *range(1996, 2026)]
    assert len(council) == 28_782
    assert set(council.index.get_level_values("draft_id")) == set(drafts.index[drafts["recorded"]])
    assert drafts["outcome"].value_counts().to_dict() == {
        "adopted": 1815,
        "vetoed": 66,
        "failed": 45,
    }


def test_drafts_and_votes_read_upstream(drafts, council):
    # Rows of sc_voting.xlsx.
    yemen = drafts.loc[one(drafts, "S/2018/156")]
    assert yemen[["year", "topic", "region", "outcome"]].tolist() == [
        2018,
        "Yemen",
        "Middle East",
        "vetoed",
    ]
    cast = council.loc[one(drafts, "S/2018/156")]["vote"]
    assert cast[cast != 1].to_dict() == {"BOL": 3, "CHN": 2, "KAZ": 2, "RUS": 3}
    sanctions = drafts.loc[one(drafts, "S/2007/170")]
    assert sanctions[["resolution", "topic", "outcome"]].tolist() == [1747, "Iran", "adopted"]
    assert (council.loc[one(drafts, "S/2007/170")]["vote"] == 1).all()
    assert len(council.loc[one(drafts, "S/2007/170")]) == 15


def test_russia_voted_no_on_the_arms_embargo_of_2020(drafts, council):
    # Upstream prints No and Abstain; 2 yes, 2 no and 11 abstentions are the recorded result.
    cast = council.loc[one(drafts, "S/2020/797")]["vote"]
    assert cast.value_counts().sort_index().to_dict() == {1: 2, 2: 11, 3: 2}
    assert set(cast.index[cast == 3]) == {"CHN", "RUS"}


def test_iran_file_is_adopted_drafts_to_2015_and_the_failed_one_of_2020(drafts):
    iran = drafts[drafts["topic"] == "Iran"]
    assert iran["resolution"].dropna().tolist() == [
        1696, 1737, 1747, 1803, 1835, 1929, 1984, 2049, 2105, 2159, 2224, 2231
    ]  # fmt: skip
    assert iran.loc[iran["resolution"].isna(), ["draft", "outcome"]].values.tolist() == [
        ["S/2020/797", "failed"]
    ]


def test_vetoed_drafts_are_listed_once(drafts):
    for symbol in ("S/1996/952", "S/1997/18", "S/1997/199", "S/1997/241", "S/1999/201"):
        assert drafts.loc[one(drafts, symbol), "outcome"] == "vetoed"
    pair = drafts[drafts["draft"] == "S/2020/667"]
    assert sorted(zip(pair["outcome"], pair["amendment"], strict=True)) == [
        ("failed", True),
        ("vetoed", False),
    ]


def test_resolutions_misfiled_in_2011_have_their_own_topic(drafts):
    topics = drafts.set_index("resolution")["topic"]
    assert topics[[2011, 2016, 2024, 2028]].tolist() == [
        "Afghanistan",
        "Libya",
        "Sudan and South Sudan",
        "Syria",
    ]
    assert (drafts[drafts["year"] == 2011]["topic"] == "Syria").sum() == 3


def test_every_vetoed_draft_has_a_veto_and_no_other_draft(drafts, council):
    vetoed = set(council.index[council["veto"]].get_level_values("draft_id"))
    assert vetoed == set(drafts.index[drafts["outcome"] == "vetoed"])
    assert set(council.index[council["veto"]].get_level_values("state")) <= P5


def test_russian_vetoes_of_2011_to_2022_are_the_26_of_the_published_lists(council):
    russian = council[council["veto"]].xs("RUS", level="state")["year"]
    assert russian.between(2011, 2022).sum() == 26


def test_unusable_ballots_are_six(drafts):
    assert sorted(drafts.loc[~drafts["recorded"], "draft"]) == [
        "S/1997/29",
        "S/1997/428",
        "S/1997/49",
        "S/1999/328",
        "S/2001/1216",
        "S/2025/270",
    ]


def test_each_draft_has_the_members_of_its_year(council):
    sizes = council.groupby(level="draft_id").size()
    assert sizes.between(12, 15).all()
    assert (sizes == 15).mean() > 0.99
    seats = council.reset_index().groupby("year")["state"].nunique()
    assert (seats == 15).all()
