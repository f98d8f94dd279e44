"""Studies of the deal under other states and cut-offs."""

from functools import cache, partial

import pytest

from eastward import tables
from eastward.figures import opening as figures
from eastward.measures.documents import ELSEWHERE
from eastward.studies.camps import Camps
from eastward.studies.opening import ALONE, Opening
from eastward.studies.reach import Reach

load = cache(tables.load)
YEAR, WRITTEN = range(2015, 2016), "2018-08-31"


def studies(focal="IRN", partner="RUS", cutoff=None):
    read = partial(load, cutoff=cutoff)
    return (
        Opening.of(read, focal, partner),
        Camps(read("documents"), focal, partner, YEAR, WRITTEN),
        Reach.of(read, focal, partner, YEAR, WRITTEN, cutoff or "2026-08-31"),
    )


@pytest.mark.parametrize("pair", [("TUR", "RUS"), ("IRN", "CHN")])
def test_nothing_is_said_of_states_on_which_nobody_looked(pair):
    opening, camps, reach = studies(*pair)
    for measure in (
        opening.first_act, opening.planned_before, opening.talks_before, opening.offices,
        partial(opening.aims, "for-war"), camps.balance_named, camps.against_opening,
        camps.told_later, camps.parts_for, camps.parts_apart, camps.government,
        reach.words, reach.fields, reach.fields_after,
    ):  # fmt: skip
        found = measure()
        assert found["measured"].value is None
        assert found["measured"].note == ELSEWHERE
    assert opening.same_side()["measured"].note == ALONE
    assert opening.year.empty and camps.voices.empty and reach.since.empty


def test_one_source_turns_the_test_of_planning():
    ways = studies()[0].planned_before()["specs"].set_index("sources")["value"]
    assert ways.to_dict() == {"two": 0, "one": 1}


def test_the_chronology_dates_the_first_act_earlier_than_the_documents():
    ways = studies()[0].first_act()["specs"]
    by = ways[(ways["sources"] == "two") & (ways["step"] == "2015-07-14")].set_index("record")
    assert by.loc["chronology", "value"] < by.loc["documents", "value"] < 6


def test_before_the_deal_there_is_no_act_to_tell():
    opening, _, reach = studies(cutoff="2015-06-30")
    first = opening.first_act()
    assert first["measured"].value is None
    assert first["told"] == "no joint act is on record up to the cut-off"
    assert reach.fields()["measured"].value is None


def test_a_year_that_is_not_over_says_nothing_of_its_fields():
    assert studies(cutoff="2015-08-31")[2].fields()["measured"].value is None
    assert studies(cutoff="2015-12-31")[2].fields()["measured"].value == 2


def test_the_two_purposes_of_the_planning_fill_the_whole():
    opening = studies()[0]
    war, faction = (opening.aims(one)["measured"] for one in ("for-war", "for-faction"))
    assert war.value + faction.value == 100
    assert war.n == faction.n


def test_the_years_beside_each_other_end_before_the_deal():
    assert studies()[0].beside.tolist() == [2011, 2012, 2013, 2014]


def test_a_title_counts_what_is_drawn():
    opening, camps, reach = studies()
    drawn = figures.years(opening, {"deal": "2015-07-14"})
    early = drawn["data"]["row"].eq("talks").sum()
    assert drawn["title"].endswith(f"on record {early}, joint acts 0")
    assert figures.camps(camps, {})["title"] == "Both for it and apart from it: government"
    beyond = set(reach.since["domain"]) - {"syria", "nuclear"}
    assert figures.fields(reach, {})["title"].endswith(f": {len(beyond)}")
