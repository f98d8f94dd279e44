"""Chapter 12: its statistics counted a second way, straight from the tables."""

import pytest

from eastward import tables
from eastward.claims import registry

CHAPTER = "12-international"
LAST = {"hindsight": 2018, "as-written": 2017}  # last full year of the claim's period
POWERS = ["CHN", "FRA", "GBR", "RUS", "USA"]
ALLIES = ["ARM", "AZE", "BLR", "KAZ", "KGZ", "TJK", "UZB"]
AGAINST = {1696, 1737, 1747, 1803, 1835, 1929, 1984, 2049, 2105, 2159, 2224}


def delivered(cutoff, last):
    rows = tables.load("arms_transfers", cutoff)
    return rows[rows["year"].between(2015, last)]


def test_arms_by_hand(built):
    name, found, cutoff = built
    rows = delivered(cutoff, LAST[name])
    own = rows[rows["recipient"] == "IRN"].groupby("supplier")["tiv"].sum()
    among = found["ally-lacking.nearest.arms"]
    assert among["value"] == pytest.approx(100 * own["RUS"] / own[own.index.isin(POWERS)].sum())
    assert found["banks-on-arms.lives-on-them.share"]["value"] == pytest.approx(
        100 * own["RUS"] / own.sum()
    )
    groups = tables.load("groups").query("group == 'middle_east'")["iso3"]
    total = rows.groupby("recipient")["tiv"].sum().reindex(set(groups) - {"IRN"}, fill_value=0)
    weight = found["banks-on-arms.lives-on-them.weight"]
    assert (weight["value"], weight["n"]) == (pytest.approx(100 * own["RUS"] / total.median()), 15)
    assert weight["outcome"] == "between"


def test_allies_and_customers_by_hand(built):
    name, found, cutoff = built
    last = LAST[name]
    window = tables.load("arms_suppliers", cutoff).query("end == @last and length == @last - 2014")
    russian = window[window["supplier"] == "RUS"].set_index("recipient")["volume"]
    middle = russian.reindex(ALLIES, fill_value=0).median()
    own = delivered(cutoff, last).query("supplier == 'RUS' and recipient == 'IRN'")["tiv"].sum()
    test = found["ally-lacking.as-an-ally.volume"]
    assert test["value"] == pytest.approx(100 * own / middle, rel=0.01)
    others = russian.drop([*ALLIES, "IRN"], errors="ignore")
    assert test["facts"]["customers"] == len(others)
    assert test["facts"]["passed"] == (others > middle).sum()


def test_exercises_by_hand(built):
    name, found, cutoff = built
    rows = tables.load("exercises_russia", cutoff)
    rows = rows[rows["year"].between(2015, LAST[name])]
    counts = rows.groupby("partner")["exercise"].nunique()
    test = found["ally-lacking.as-an-ally.exercises"]
    assert counts["IRN"] == 2 == test["facts"]["own"]
    middle = counts.reindex(ALLIES, fill_value=0).median()
    assert test["value"] == pytest.approx(200 / middle)
    assert test["n"] == rows["exercise"].nunique()


def test_votes_on_human_rights_by_hand(built):
    name, found, cutoff = built
    calls = tables.load("unga_rollcalls", cutoff)
    calls = calls[calls["about"].notna() & calls["year"].between(2015, 2018)]
    lists = calls[["rollcall", "about"]].merge(tables.load("unga_votes", cutoff), on="rollcall")
    no = lists["no"].fillna("").str.contains("RUS")
    assert no[lists["about"] == "IRN"].all()
    assert no[~lists["about"].isin(["IRN", "SYR", "UKR"])].all()
    test = found["ally-lacking.as-an-ally.votes"]
    assert (test["value"], test["outcome"]) == (0, "against")
    assert test["n"] == {"hindsight": 4, "as-written": 3}[name]


def test_vetoes_by_hand(built):
    name, found, cutoff = built
    drafts = tables.load("unsc_drafts", cutoff)
    drafts = drafts[drafts["year"].between(2015, 2018)]
    chosen = drafts["topic"].isin(["Iran", "Syria"]) | (drafts["draft"] == "S/2018/156")
    votes = tables.load("unsc_votes", cutoff).query("veto")
    who = votes[votes["draft_id"].isin(drafts[chosen]["draft_id"])].groupby("draft_id")["state"]
    test = found["ally-lacking.nearest.vetoes"]
    assert test["value"] == sum(set(one) == {"RUS"} for _, one in who)
    assert test["n"] == chosen.sum()


def test_drafts_against_iran_by_hand(built):
    name, found, cutoff = built
    record = found["banks-on-council.can-count.record"]
    assert (record["value"], record["n"]) == (pytest.approx(100 * 11 / 12), 12)
    drafts = tables.load("unsc_drafts", cutoff).query("topic == 'Iran' and 2006 <= year <= 2018")
    assert set(drafts["resolution"].dropna().astype(int)) == AGAINST | {2231}
    votes = tables.load("unsc_votes", cutoff)
    mine = votes[votes["draft_id"].isin(drafts["draft_id"]) & (votes["state"] == "RUS")]
    assert (mine["vote"] == 1).all()
    assert found["banks-on-council.can-count.tabulated"]["n"] == 11


def test_the_documents_and_the_table_agree_on_every_vote():
    papers = tables.load("documents").query("topic == 'security-council-iran'")
    papers = papers[papers["tags"].str.contains("against|favour") & (papers["date"] < "2025")]
    assert len(papers) == 14
    drafts = tables.load("unsc_drafts")
    votes = tables.load("unsc_votes").set_index(["draft_id", "state"])["vote"]
    for paper in papers.itertuples():
        number = paper.id.split("-", 1)[1]
        key = ("draft", "S/" + number.replace("-", "/")) if paper.id[0] == "d" else (
            "resolution", int(number))  # fmt: skip
        [draft] = drafts.loc[drafts[key[0]] == key[1], "draft_id"].unique()
        tags = paper.tags.split(";")
        for power in POWERS:
            vote = 3 if f"no-{power}" in tags else 2 if f"out-{power}" in tags else 1
            if (draft, power) in votes.index:
                assert votes[draft, power] == vote, (paper.id, power)


def test_documents_by_hand(built):
    name, found, cutoff = built
    papers = tables.load("documents", cutoff)
    papers = papers[papers["corroboration"].isin(["primary", "two"])]

    def having(topic, tag, start="2015-01-01", end="2018-12-31"):
        rows = papers[(papers["topic"] == topic) & papers["date"].between(start, end)]
        return rows[rows["tags"].fillna("").str.split(";").map(lambda own: tag in own)]

    values = having("independents", "values", "2017-01-20", "2018-05-07")
    offices = {tag for own in values["tags"] for tag in own.split(";")}
    offices &= {"leader", "president", "ministry", "speaker", "adviser"}
    assert found["value-of-independents.leaders-see.before"]["value"] == len(offices) == 3
    told = values["tags"].str.contains("own-audience").sum()
    assert found["value-of-independents.leaders-see.unasked"]["value"] == told == 3
    assert found["no-help-expected.no-backing.told"]["value"] == len(
        having("help-in-attack", "stands-by", "2017-01-01")
    )
    wants, declines = having("arms-wanted", "wants"), having("arms-wanted", "declines")
    taken = found["banks-on-arms.looks-to.taken"]
    assert taken["value"] == pytest.approx(100 * len(wants) / (len(wants) + len(declines)))
    assert having("promise-2015", "cites").empty and len(having("promise-2015", "complaint")) == 1


def test_deals_by_hand(hindsight):
    deals = tables.load("arms_deals").query("recipient == 'IRN' and supplier == 'RUS'")
    mine = deals[deals["ordered"].between(2015, 2018)]
    assert mine["ordered"].nunique() == hindsight["banks-on-arms.looks-to.ordered"]["value"] == 1
    assert {"S-300PMU2", "48N6", "64N6"} == set(mine["weapon"])


def test_what_came_later(hindsight):
    assert hindsight["no-help-expected.later.came"]["n"] == 3
    assert hindsight["no-help-expected.later.came"]["value"] == 0
    since = hindsight["banks-on-council.later.since"]
    assert (since["value"], since["n"]) == (80, 5)
    rows = tables.load("arms_transfers").query("year >= 2019")
    went = rows.query("supplier == 'IRN' and recipient == 'RUS'")["tiv"].sum()
    later = hindsight["banks-on-arms.later.imports"]["facts"]
    assert later["went"] == pytest.approx(went) and went > 5 * later["came"]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("value-of-independents", ["undecided", "interpretive"]),
        ("ally-lacking", ["undecided", "undecided"]),
        ("no-help-expected", ["undecided", "contradicted"]),
        ("banks-on-arms", ["undecided", "no evidence"]),
        ("banks-on-council", ["supported", "strongly contradicted"]),
        ("not-betray", ["undecided", "undecided"]),
    ],
)
def test_verdicts(built, claim, words):
    name, *_ = built
    readings = registry.verdicts(name)[claim]["readings"]
    assert [one["word"] for one in readings] == words


def test_weights_worked_by_hand(built):
    name, *_ = built
    entry = registry.verdicts(name)
    counts, can = entry["banks-on-council"]["readings"]
    straw = {"hindsight": 1, "as-written": 1.5**-0.5}[name]  # of two ways to count, one is silent
    assert counts["odds"] == pytest.approx(10 * 1.5 * straw)  # a veto alone, and meetings
    assert can["odds"] == pytest.approx(1 / 20)
    assert entry["no-help-expected"]["readings"][0]["odds"] == pytest.approx(1.5**2)
    assert entry["no-help-expected"]["readings"][1]["odds"] == pytest.approx(0.1)
    assert entry["ally-lacking"]["readings"][0]["odds"] == pytest.approx(1.5 * 1.5**0.5)
