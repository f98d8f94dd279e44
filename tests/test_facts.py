"""Facts of a chapter's record. The record is made up."""

import pytest

from eastward import facts

DAYS = {
    "id": "days",
    "value": 12.34,
    "n": 40,
    "rate": {"passes": 3, "fails": 7, "silent": 2},
    "ways": {"supports": 4, "silent": 1, "against": 1, "total": 6},
    "facts": {"place": "the bay"},
}
NIGHTS = {"id": "nights", "value": 2.0, "n": 4, "rate": None, "ways": None, "facts": {}}
FOG = {
    "id": "fog",
    "readings": [{"id": "thick", "tests": [DAYS, NIGHTS]}],
    "later": [DAYS | {"id": "after"}],
}
RECORD = {"claims": [FOG], "facts": {"place": "the coast", "share": 0.5}}


def test_a_test_is_found_by_its_full_name():
    assert facts.judged(RECORD, "fog.thick.nights") is NIGHTS
    assert facts.judged(RECORD, "fog.later.after")["id"] == "after"
    assert facts.judged(RECORD, "fog.thick.none") is None
    assert facts.judged(RECORD, "rain.thick.days") is None


@pytest.mark.parametrize(
    ("name", "inside", "value"),
    [
        ("value", "fog.thick.days", 12.34),
        ("place", "fog.thick.days", "the bay"),
        ("place", "", "the coast"),
        ("share", "fog.thick.days", 0.5),
        ("others", "fog.thick.days", 10),
        ("all", "fog.thick.days", 12),
        ("ways-total", "fog.thick.days", 6),
        ("ways_against", "fog.thick.days", 1),
        ("passes", "fog.thick.nights", None),
        ("fog.thick.days.n", "", 40),
    ],
)
def test_a_fact_is_the_test_s_own_or_the_page_s(name, inside, value):
    assert facts.fact(RECORD, name, inside) == value


@pytest.mark.parametrize("name", ["none", "fog.thick.days.share"])
def test_an_unknown_fact_is_an_error(name):
    with pytest.raises(KeyError):
        facts.fact(RECORD, name, "fog.thick.days")


def test_facts_are_written_with_a_minus_and_never_as_nan():
    assert facts.written(-1.25, ".1f") == "−1.2"
    assert facts.written(None, ".1f") == "no data"
    assert facts.written("Iran", ".1f") == "Iran"
    with pytest.raises(ValueError, match="format"):
        facts.written(1.5, "d")
