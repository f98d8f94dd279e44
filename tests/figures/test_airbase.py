"""What the figures on the air base draw, and what their titles say under any parameters."""

from functools import cache

import pytest

from eastward import tables
from eastward.figures import airbase
from eastward.studies.affair import Affair
from eastward.studies.concert import Concert

load = cache(tables.load)
LABELS = {"IRN": "Iran", "RUS": "Russia", "CHN": "China", "TUR": "Turkey", "USA": "USA"}
CHAIN = ("events", "event_actors", "event_links")


def affair(focal="IRN", partner="RUS"):
    return Affair.of(load, focal, partner, range(2015, 2019), "2018-08-31")


def concert(focal="IRN", partner="RUS"):
    return Concert.of(load, focal, partner, "2018-08-31", "2026-08-31")


def thread(one):
    return airbase.thread(one, *map(load, CHAIN))


def test_the_week_has_a_lane_for_each_office_and_ends_with_august():
    found = airbase.week(affair(), LABELS)
    data = found["data"]
    assert set(data["row"]) == {"members", "chair", "defence", "others", "partner"}
    assert data["start"].between("2016-08-16", "2016-08-31").all()
    count = data["kind"].value_counts()
    assert found["title"].startswith(f"{count[airbase.OBJECTS]} objections")
    assert f"{count[airbase.OVER]} official words" in found["title"]
    assert set(data.loc[data["row"] == "members", "kind"]) == {airbase.OBJECTS}


def test_the_chain_ends_with_the_first_round_and_joins_it_to_nothing_but_by_order():
    found = thread(affair())
    data = found["data"]
    last = data[data["target"] == airbase.TALKS]
    assert last["relation"].tolist() == ["follows"]
    assert found["title"].endswith("stand apart")
    assert found["last"] == "2017-01-24"


def test_words_are_bounds_or_more():
    found = airbase.words(concert(), LABELS)
    more = (found["data"]["kind"] == airbase.MORE).sum()
    assert found["title"].startswith(f"{more} of {len(found['data'])} ")
    assert set(found["data"]["row"]) == {"IRN", "RUS"}


def test_all_meetings_are_drawn_and_no_rule_beyond_them():
    found = airbase.meetings(concert(), {"shock": "2018-05-08", "never": "2031-01-01"})
    assert found["data"]["kind"].value_counts().to_dict() == {"round": 22, "summit": 7}
    assert "November 2024" in found["title"]
    text = str(found["chart"].to_dict())
    assert "shock" in text and "never" not in text


def test_polls_name_question_and_pollster():
    found = airbase.polls(affair(), LABELS)
    assert found["title"] == "More than half took the side of Russia in 3 of 6 poll figures"
    assert "the side of the United States" in airbase.polls(affair(partner="USA"), LABELS)["title"]
    assert found["data"]["percent"].tolist() == [13, 60, 71, 57, 42, 40]


@pytest.mark.parametrize("states", [("TUR", "RUS"), ("IRN", "CHN")])
def test_without_papers_nothing_is_drawn(states):
    one, other = affair(*states), concert(*states)
    for found in (airbase.week(one, LABELS), thread(one), airbase.words(other, LABELS)):
        assert found["data"].empty
        found["chart"].to_dict()
