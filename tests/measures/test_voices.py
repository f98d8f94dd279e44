"""Officials' own words, on made-up documents."""

import pandas as pd
import pytest

from eastward.measured import Measured
from eastward.measures import voices

DOCUMENTS = pd.DataFrame(
    [
        ("A;B", "statement", "limit", "2001-01-01"),
        ("A;B", "minutes", "beyond-syria", "2001-02-01"),
        ("A", "statement", "no-alliance", "2002-01-01"),
        ("B;A", "statement", "alliance", "2002-02-01"),
        ("A;B", "report", "limit", "2002-03-01"),
        ("A;B", "statement", "limit;alliance", "2002-04-01"),
    ],
    columns=["actors", "kind", "tags", "date"],
).assign(date=lambda frame: pd.to_datetime(frame["date"]))


def test_a_report_is_nobodys_own_word_and_the_first_actor_speaks():
    assert voices.own(DOCUMENTS, ["A"]).index.tolist() == [0, 1, 2, 5]
    assert voices.own(DOCUMENTS, ["A", "B"]).index.tolist() == [0, 1, 2, 3, 5]


def test_a_tag_is_counted_among_all_and_nothing_among_none():
    assert voices.tagged(DOCUMENTS, "limit", "alliance").value == 4
    assert voices.tagged(DOCUMENTS, "limit").n == 6
    assert voices.tagged(DOCUMENTS[:0], "limit").value is None


def test_a_bound_with_a_wish_for_more_is_no_bound():
    own = voices.own(DOCUMENTS, ["A"])
    assert (voices.bounds(own).value, voices.bounds(own).n) == (50, 4)
    assert voices.bounds(own, "left out").value == pytest.approx(100 / 3)
    assert voices.bounds(own[:0]).value is None


def test_a_turn_needs_both_times():
    own = voices.own(DOCUMENTS, ["A"])
    found = voices.turn(own, "2002-01-01")
    assert (found.value, found.n) == (0, 4)  # one of two before, one of two after
    assert voices.turn(own, "2002-04-01").value == pytest.approx(-200 / 3)
    assert voices.turn(own, "2009-01-01").value is None


def test_parts_count_once():
    documents = pd.DataFrame({"tags": ["army;doubt", "army;against", "clergy;for", "press;doubt"]})
    found = voices.parts(documents, ["army", "clergy"], ["doubt", "against"])
    assert (found.value, found.n) == (1, 3)
    assert voices.parts(documents[:0], ["army"], ["doubt"]).value is None


def test_days_run_from_the_last_to_the_first():
    first = pd.Series(pd.to_datetime(["2001-01-01", "2001-01-03"]))
    second = pd.Series(pd.to_datetime(["2001-01-09", "2001-01-07"]))
    assert voices.days_between(first, second).value == 4
    assert voices.days_between(second, first).value == -8
    assert voices.days_between(first, second[:0]).n == 0


def test_a_share_of_nothing_is_missing():
    empty = pd.DataFrame({"tags": []})
    assert voices.tagged_share(empty, "agree") == Measured(None, 0)
