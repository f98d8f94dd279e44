"""Studies of the world stage under other states, cut-offs and codes."""

from functools import cache, partial

import pytest

from eastward import tables
from eastward.measures import documents
from eastward.studies.allied import NO_LIST, Allied
from eastward.studies.armoury import Armoury
from eastward.studies.council import Council
from eastward.studies.regard import Regard

load = cache(tables.load)
PERIOD, LATELY, WRITTEN = range(2015, 2019), range(2017, 2019), "2018-08-31"


def allied(focal="IRN", partner="RUS", cutoff="2026-08-31", last=2025):
    return Allied.of(partial(load, cutoff=cutoff), focal, partner, PERIOD, last)


def armoury(focal="IRN", partner="RUS", cutoff="2026-08-31", last=2025):
    allies = allied(focal, partner, cutoff, last).allies
    return Armoury.of(partial(load, cutoff=cutoff), focal, partner, PERIOD, last, allies)


def council(focal="IRN", partner="RUS", cutoff="2026-08-31"):
    return Council.of(partial(load, cutoff=cutoff), focal, partner, PERIOD, WRITTEN, cutoff)


def regard(focal="IRN", partner="RUS", cutoff=None):
    return Regard(load("documents", cutoff=cutoff), focal, partner, LATELY, WRITTEN)


@pytest.mark.parametrize("states", [("TUR", "RUS"), ("IRN", "CHN")])
def test_nobody_looked_for_papers_on_other_states(states):
    words, votes = regard(*states), council(*states)
    since = range(2006, 2019)
    for found in (
        words.offices(), words.unasked(), words.ranking(), words.expects_force(), words.told(),
        words.stands_alone(), words.came(), words.asked(PERIOD), words.taken(PERIOD),
        words.cited(PERIOD), words.faith(PERIOD), words.printed(), words.both_sides(),
        votes.record(since), votes.stopped(), votes.meetings(), votes.trust(), votes.since(),
    ):  # fmt: skip
        assert (found["measured"].value, found["measured"].note) == (None, documents.ELSEWHERE)
    assert votes.stances.empty and words.on_powers().empty


def test_the_item_of_the_table_is_one_states():
    since = range(2006, 2019)
    assert council("VEN").by_table(since)["measured"].note == documents.ELSEWHERE
    assert council("IRN", "CHN").by_table(since)["measured"].value == 100


def test_only_one_powers_exercises_are_listed():
    other = allied(partner="CHN")
    assert other.exercised()["measured"].note == NO_LIST
    assert other.drills.empty and not allied().drills.empty


def test_before_the_period_nothing_is_known():
    early = {"cutoff": "2012-12-31", "last": 2012}
    both, arms = allied(**early), armoury(**early)
    for found in (
        both.exercised(), both.voted(), arms.among_powers(), arms.as_ally(), arms.of_imports(),
        arms.weight(), arms.later(2019),
    ):  # fmt: skip
        assert (found["measured"].value, found["measured"].n) == (None, 0)
    assert arms.orders()["measured"] is None and both.promised(LATELY)["measured"] is None


def test_deals_of_one_year_are_one_contract():
    found = armoury().orders()
    assert (found["measured"].value, found["deals"]) == (1, 3)


def test_flows_end_with_the_last_year_on_record():
    found = armoury().flows(2, 0)
    assert found["frame"].unique().tolist() == ["2015–19", "2020–24"]
    top = found.sort_values("weight").iloc[-1]
    assert (top["frame"], top["source"], top["target"]) == ("2020–24", "IRN", "RUS")
    assert armoury("DEU").flows(2, 0).query("target == 'DEU'").empty


def test_a_states_own_wars_are_told_apart():
    assert council().files == ["Iran", "Syria"]
    assert council("VEN").files == ["Venezuela"]


def test_a_promise_by_treaty_is_found_where_there_is_one():
    assert allied("BLR").promised(LATELY)["measured"].value == 2
    assert allied().promised(LATELY)["measured"].value == 0
