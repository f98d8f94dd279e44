"""Studies of the air base under other states, cut-offs and codes."""

from functools import cache, partial

import pandas as pd
import pytest

from eastward import tables
from eastward.measures import documents
from eastward.studies.affair import Affair
from eastward.studies.concert import NOTHING, Concert

load = cache(tables.load)
WRITTEN = "2018-08-31"
ON_DOCUMENTS = ["objections", "grounds", "yields", "quarters", "own_words", "open_ended", "order",
                "used_again", "before", "named"]  # fmt: skip


def affair(focal="IRN", partner="RUS", cutoff=None):
    return Affair.of(partial(load, cutoff=cutoff), focal, partner, range(2015, 2019), WRITTEN)


def concert(focal="IRN", partner="RUS", cutoff="2026-08-31"):
    return Concert.of(partial(load, cutoff=cutoff), focal, partner, WRITTEN, cutoff)


@pytest.mark.parametrize("states", [("TUR", "RUS"), ("IRN", "CHN")])
def test_nobody_looked_for_papers_on_other_states(states):
    for name in ON_DOCUMENTS:
        found = getattr(affair(*states), name)()
        assert (found["measured"].value, found["measured"].note) == (None, documents.ELSEWHERE)
    other = concert(*states)
    for found in (other.words(), other.words_of_both(), other.accord(), other.turn()):
        assert found["measured"].note == documents.ELSEWHERE
    assert other.statements.empty and affair(*states).week.empty


@pytest.mark.parametrize("states", [("TUR", "RUS"), ("IRN", "CHN")])
def test_the_series_of_rounds_was_looked_for_on_the_two_alone(states):
    found = concert(*states).pause(range(2018, 2019))["measured"]
    assert (found.value, found.note) == (None, documents.ELSEWHERE)
    assert concert(*states).meetings.empty
    assert concert().pause(range(2018, 2019))["measured"].value == 104


def test_who_never_stood_side_by_side_has_nothing_to_end():
    found = concert("TUR").troops(range(2018, 2020))["measured"]
    assert (found.value, found.note) == (None, NOTHING)
    assert concert().troops(range(2018, 2020))["measured"].value == 100
    assert concert(cutoff="2018-08-31").troops(range(2018, 2020))["measured"].n == 0


def test_before_the_affair_nothing_is_known():
    early = affair(cutoff="2012-12-31")
    for name in ON_DOCUMENTS:
        assert getattr(early, name)()["measured"].value is None
    assert early.asked.role()["measured"].value is None
    assert concert(cutoff="2012-12-31").pause(range(2018, 2019))["measured"].n == 0


def test_the_other_ways_to_count_change_what_they_say():
    one = affair()
    assert sorted(one.own_words()["specs"]["value"]) == [0, 0, 1, 1]
    assert sorted(one.yields()["specs"]["value"]) == [0, 1]
    assert one.named()["specs"]["value"].sum() == 1  # the agency's reading, with one source
    assert set(concert().words()["specs"]["value"].round(1)) == {16.7, 28.6, 37.5}


def test_a_row_that_names_the_past_would_be_found():
    one = affair()
    rows = one.documents.copy()
    rows.loc[rows["id"] == "falahatpisheh-2016-08-17", "tags"] += ";past"
    rows.loc[rows["id"] == "konashenkov-2016-08-22", "tags"] += ";stopped"
    rows.loc[rows["id"] == "dehghan-2016-11-26", "tags"] += ";again"
    changed = Affair(rows, one.polls, one.focal, one.partner, one.years, one.written)
    assert changed.grounds()["measured"].value == 1
    assert changed.own_words()["measured"].value == 1
    assert changed.used_again()["measured"].value == 1


def test_polls_of_several_years_are_no_wave():
    waves = affair().asked.waves
    assert waves["end_date"].dt.year.tolist() == [2011, 2016, 2016, 2019, 2021, 2022]
    late = affair().asked.liking_after()
    assert (late["measured"].value, late["measured"].n) == (42, 3)
    assert pd.isna(affair(cutoff="2018-08-31").asked.liking_after()["least"])
