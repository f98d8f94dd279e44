"""Pictures of grievances: what is drawn, titles that are true, and the case without data."""

from functools import cache

import pytest
import vl_convert

from eastward import tables
from eastward.figures import grievances
from eastward.studies.covenant import Covenant
from eastward.studies.crisis import Crisis
from eastward.studies.frontier import Frontier
from eastward.studies.goodwill import Goodwill
from eastward.studies.quarrels import Quarrels

load = cache(tables.load)
YEARS, WRITTEN = range(2015, 2019), "2018-08-31"


@pytest.fixture(scope="module")
def labels():
    states = load("states")
    return dict(zip(states["iso3"], states["label"], strict=True))


def drawn(parts):
    return vl_convert.vegalite_to_svg(parts["chart"].to_dict() | {"width": 600})


def studies(focal="IRN", partner="RUS"):
    papers = load("documents")
    return {
        "land": Frontier(load("territory"), load("border_agreements"), focal, partner),
        "crisis": Crisis(papers, focal, partner),
        "treaty": Covenant(papers, load("treaty_invocations"), focal, partner, WRITTEN),
        "polls": Goodwill(load("polls"), papers, focal, partner, YEARS, WRITTEN),
        "quarrels": Quarrels.of(load, focal, partner, "USA", YEARS, WRITTEN),
    }


def test_the_map_names_units_and_the_share(labels):
    parts = grievances.land(studies()["land"], load("basemap"), labels, 10.2)
    assert parts["title"] == "Two lost wars moved about 166,000 km², 10 % of today's Iran"
    assert "Turkmenistan (1881): at most" in parts["alt"] and parts["last"] == 1881


def test_the_crisis_has_a_lane_for_each_kind(labels):
    parts = grievances.crisis(studies()["crisis"], "USA", labels)
    assert parts["title"] == "2 orders from Moscow came before the proclamation of December 1945"
    assert set(parts["data"]["row"]) == set(grievances.LANES)
    assert set(parts["data"]["kind"]) <= {"Russia", "Iran", "USA"}
    assert "Soviet troops" in drawn(parts)


def test_the_treaty_and_disputes_without_it(labels):
    own = studies()
    parts = grievances.treaty(own["treaty"], own["quarrels"], labels)
    assert parts["title"] == "Treaty named to Iran 3 times; a change wanted in 7 disputes"
    assert (parts["data"]["row"] == "named").sum() == 3
    other = studies("TUR")
    parts = grievances.treaty(other["treaty"], other["quarrels"], labels)
    assert parts["title"] == "Russia wanted a change in 2 disputes with Turkey"
    assert "treaty" not in drawn(parts)


def test_polls_stand_beside_the_median_of_others(labels):
    parts = grievances.polls(studies()["polls"], labels)
    assert parts["title"].startswith("From 13 to 71 %")
    assert parts["data"].query("kind == 'others'")["value"].tolist() == [11, 58]
    assert grievances.polls(studies("TUR")["polls"], labels)["data"].empty


def test_decades_count_both_powers(labels):
    own = studies()["quarrels"]
    parts = grievances.decades(own, labels)
    totals = parts["data"].groupby("kind")["value"].sum()
    assert totals.to_dict() == {power: own.count(power) for power in ("RUS", "USA")}
    assert "with the United States" in drawn(parts)


def test_the_network_names_the_busiest_adversary(labels):
    parts = grievances.network(studies()["quarrels"], labels)
    assert parts["title"].startswith("From 1992 to 2014 Iran had most disputes with ")
    assert set(parts["data"]["frame"]) <= set(grievances.ERAS)
    drawn(parts)
