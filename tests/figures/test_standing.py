"""Figures of words, arms and votes: titles that hold, signs that follow the side of a draft."""

from functools import cache, partial

import pytest

from eastward import tables
from eastward.figures import armoury as weapons
from eastward.figures import council as votes
from eastward.figures import standing
from eastward.studies.allied import Allied
from eastward.studies.armoury import Armoury
from eastward.studies.council import Council
from eastward.studies.regard import Regard

load = cache(tables.load)
PERIOD, WRITTEN = range(2015, 2019), "2018-08-31"


@pytest.fixture(scope="module")
def labels():
    states = load("states")
    return dict(zip(states["iso3"], states["label"], strict=True))


def council(cutoff):
    return Council.of(partial(load, cutoff=cutoff), "IRN", "RUS", PERIOD, WRITTEN, cutoff)


def arms(focal="IRN", last=2025):
    return Armoury.of(load, focal, "RUS", PERIOD, last, [])


def test_to_vote_no_is_to_take_the_side_of_a_state_that_is_blamed():
    cells = votes.votes(council("2026-08-31"))["data"].set_index(["row", "column"])["kind"]
    assert cells["draft-2018-156", "RUS"] == "on the side of Iran"
    assert cells["draft-2018-156", "CHN"] == "abstains"
    assert cells["res-1929", "RUS"] == "on the other side"
    assert cells["res-2231", "USA"] == "on the side of Iran"
    assert "draft-2026-03-11" not in cells.index.get_level_values("row")


def test_the_title_of_the_votes_tells_since_when():
    assert votes.votes(council("2026-08-31"))["title"].endswith("votes, first in 2015")
    assert votes.votes(council("2012-12-31"))["title"].endswith("in 0 of 8 votes")


def test_the_title_of_the_arms_follows_the_flow(labels):
    assert "more arms went to Russia" in weapons.arms(arms(), labels)["title"]
    assert weapons.arms(arms(last=2018), labels)["title"].endswith("in one year came in 2016")


def test_the_network_draws_no_partner_twice_and_not_too_many(labels):
    found = weapons.flows(arms("TUR"), labels)["data"]
    partners = {*found["source"], *found["target"]} - {"TUR"}
    assert len(partners) <= weapons.NODES
    assert weapons.flows(arms("DEU"), labels)["data"].query("target == 'DEU'").empty


def test_an_exercise_of_none_is_told_as_none(labels):
    found = standing.drills(Allied.of(load, "VEN", "RUS", PERIOD, 2025), labels)
    assert found["title"] == "Venezuela took part in 0 exercises of Russia"
    assert found["data"].set_index("name").loc["Venezuela", "kind"] == "focal"


def test_help_has_a_lane_for_each_kind_of_word(labels):
    found = standing.help_lanes(Regard(load("documents"), "IRN", "RUS", PERIOD, WRITTEN), labels)
    assert found["title"] == "Armed help came in 0 of 3 American attacks"
    assert set(found["data"]["row"]) == {"own", "other", "came", "unseen"}
    cut = load("documents", cutoff=WRITTEN)
    early = standing.help_lanes(Regard(cut, "IRN", "RUS", PERIOD, WRITTEN), labels)
    assert early["title"] == "What was said of help in an American attack"
