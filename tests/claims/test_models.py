"""What the words of a claim file mean."""

import numpy as np
import pytest
from pydantic import ValidationError

from eastward.claims.models import Claim, Period, Reading, Test, Threshold

TEXTS = dict.fromkeys(("name", "measure", "unit", "why", "kind_why"), "x")
ENTRIES = {"id": "one", "tables": ["x"], "minimum": 1, "block": "b", "kind": "hoop", **TEXTS}


def declared(supports, against, **more) -> Test:
    return Test(**ENTRIES | {"supports": supports, "against": against} | more)


def test_a_threshold_is_strict_for_numbers_and_arrays():
    assert Threshold(above=2).met(2.1) and not Threshold(above=2).met(2)
    assert Threshold(below=2).met(1.9) and not Threshold(below=2).met(2)
    assert Threshold(above=0).met(np.array([-1.0, 0.0, 1.0, np.nan])).tolist() == [
        False,
        False,
        True,
        False,
    ]


def test_a_threshold_reads_as_a_sentence_does():
    assert (str(Threshold(above=2.50)), Threshold(above=2.50).value) == ("above 2.5", 2.5)
    assert (str(Threshold(below=0)), Threshold(below=0).value) == ("below 0", 0)


@pytest.mark.parametrize("limits", [{}, {"above": 1, "below": 2}])
def test_a_threshold_has_one_limit(limits):
    with pytest.raises(ValidationError, match="needs one limit"):
        Threshold(**limits)


@pytest.mark.parametrize(
    ("supports", "against"),
    [
        ({"above": 2}, {"below": 1}),
        ({"above": 2}, {"below": 2}),
        ({"below": 0.5}, {"above": 0.5}),
        ({"below": -2}, {"above": -1}),
    ],
)
def test_no_value_can_both_support_and_speak_against(supports, against):
    test = declared(supports, against)
    for edge in (test.supports.value, test.against.value):
        for value in (edge - 1e-6, edge, edge + 1e-6):
            assert not (test.supports.met(value) and test.against.met(value))


@pytest.mark.parametrize(
    ("supports", "against", "message"),
    [
        ({"above": 1}, {"below": 2}, "overlap"),
        ({"below": 2}, {"above": 1}, "overlap"),
        ({"above": 2}, {"above": 1}, "point one way"),
    ],
)
def test_thresholds_that_overlap_or_point_one_way_are_refused(supports, against, message):
    with pytest.raises(ValidationError, match=message):
        declared(supports, against)


def test_a_period_holds_both_its_ends_and_may_be_one_year():
    assert list(Period(**{"from": 2016, "to": 2018, "why": "x"}).years) == [2016, 2017, 2018]
    assert list(Period(**{"from": 2016, "to": 2016, "why": "x"}).years) == [2016]


def reading(id, **more) -> Reading:
    return Reading(id=id, text="x", otherwise="x", **more)


def claim(*readings, **more) -> Claim:
    entries = {"id": "c", "title": "x", "sentences": ["10.1", "2.3", "2.1"], "text": "x"}
    about = {"from": 1980, "to": 2018, "why": "x"}
    return Claim(**entries | {"kind": "causal", "about": about, "readings": readings} | more)


PLAIN = {"plain": True, "plain_why": "x"}


def test_a_claim_knows_its_paragraphs_its_plain_reading_and_its_tests():
    test = declared({"above": 1}, {"below": 1})
    one = claim(reading("first", tests=[test]), reading("second", **PLAIN))
    assert one.paragraphs == [2, 10]
    assert one.plain.id == "second"
    assert one.tests == {"first.one": test}
    assert claim(why_untested="x").plain is None


def test_no_reading_takes_the_name_of_what_came_later():
    with pytest.raises(ValidationError, match="later names what came later"):
        claim(reading("later", **PLAIN))


def test_a_reading_may_have_a_period_of_its_own():
    own = {"from": 2015, "to": 2016, "why": "x"}
    one = claim(reading("first", **PLAIN), reading("second", about=own))
    assert (one.period().start, one.period("first").start) == (1980, 1980)
    assert (one.period("second").start, one.period("second").end) == (2015, 2016)


def test_a_reading_with_tests_needs_no_reason_for_having_none():
    test = declared({"above": 1}, {"below": 1})
    with pytest.raises(ValidationError, match="why_untested stands beside tests"):
        reading("first", tests=[test], why_untested="x")
