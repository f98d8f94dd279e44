"""A chapter in short. The claims are made up."""

import pytest

from eastward import summary
from eastward.claims.models import Claim

TEST = {
    "id": "one", "name": "Share of A in B", "outcome": "supports", "value": 12.54, "unit": "%",
    "supports": "above 1.5",
    "weight": 1.5, "rate": {"passes": 3, "fails": 9},
}  # fmt: skip
OTHER = TEST | {"id": "two", "name": "Places of A", "weight": 0.1, "value": 2, "unit": "place"}
READING = {
    "id": "a-matters", "name": "a matters", "plain": True, "word": "undecided",
    "hangs_on": None, "unsure": False, "tests": [TEST, OTHER | {"rate": None}],
}  # fmt: skip


def declared(id, short=None) -> dict:
    texts = dict.fromkeys(("name", "measure", "unit", "why", "kind_why"), "x")
    limits = {"supports": {"above": 1.5}, "against": {"below": 1}, "minimum": 1}
    return texts | limits | {
        "id": id, "kind": "hoop", "block": id, "tables": ["x"], "one_way": "x",
        "short": short or {},
    }  # fmt: skip


def claim(id="a", short=None) -> Claim:
    reading = {
        "id": "a-matters", "text": "x", "otherwise": "x", "plain": True, "plain_why": "x",
        "tests": [declared("one", short), declared("two")],
    }  # fmt: skip
    return Claim(
        id=id, title="A matters", sentences=["1.1", "10.2"], text="A matters.", kind="descriptive",
        about={"from": 2000, "to": 2018, "why": "x"}, readings=[reading],
    )  # fmt: skip


def row(*readings, short=None) -> summary.Row:
    record = {"claims": [{"id": "a", "readings": list(readings)}], "facts": {"focal": "Iran"}}
    [found] = summary.rows({"a": claim(short=short)}, record)
    return found


def test_the_register_s_own_words_go_before():
    told = READING | {"hangs_on": "one", "tests": [TEST | {"ways": None, "facts": {"part": 3}}]}
    short = {"supports": "{focal} has {value:.0f} %, in {part:.0f} of {all:.0f}."}
    rate = {"passes": 3, "fails": 9, "silent": 1}
    told["tests"][0] |= {"rate": rate}
    assert row(told, short=short).sentence == "Iran has 13 %, in 3 of 13."
    assert row(told, short={"against": "Nobody."}).sentence.startswith("Share of A in B")


def test_the_sentence_is_of_the_test_that_weighs_most_or_that_the_verdict_hangs_on():
    assert row(READING).sentence == "Places of A: place 2; above 1.5 supports it."
    hangs = READING | {"hangs_on": "one", "unsure": True}
    assert row(hangs).sentence == (
        "Share of A in B: 12.5 %; above 1.5 supports it. 3 of 12 others pass it. "
        "It depends on how one counts."
    )


def test_the_sentence_is_of_a_test_on_the_verdict_s_side():
    """Even where the verdict hangs on one that pulls the other way."""
    tests = [
        TEST | {"weight": 0.1, "outcome": "against", "against": "below 20"},
        OTHER | {"rate": None, "weight": 1.4},
    ]
    reading = READING | {"hangs_on": "two", "tests": tests}
    assert row(reading | {"word": "contradicted"}).sentence.startswith("Share of A in B")
    assert row(reading | {"word": "supported"}).sentence.startswith("Places of A")
    assert row(reading | {"word": "undecided"}).sentence.startswith("Places of A")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"outcome": "between"}, "Share of A in B: 12.5 %, between the limits."),
        ({"outcome": "too few"}, "Share of A in B: too few observations."),
        ({"outcome": "no data", "value": None}, "Share of A in B: no data under these parameters."),
        ({"outcome": "no data", "value": None, "note": "A was at war"}, "A in B: A was at war."),
    ],
)
def test_a_silent_test_says_why(changes, said):
    assert row(READING | {"tests": [TEST | changes]}).sentence.endswith(said)


def test_the_plain_reading_comes_first_and_a_single_one_needs_no_name():
    other = READING | {"name": "the other", "plain": False, "word": "contradicted"}
    assert row(other, READING).verdicts == [
        ("a matters", "undecided"),
        ("the other", "contradicted"),
    ]
    assert row(READING).verdicts == [("", "undecided")]


def test_a_claim_that_nothing_bears_on_is_interpretive_without_a_sentence():
    assert (row().verdicts, row().sentence) == ([("", "interpretive")], "")
    assert row(READING | {"tests": []}).sentence == ""


def test_rows_as_markdown():
    assert summary.markdown([row(READING), row()]) == (
        "- **A matters** (○ undecided). Places of A: place 2; above 1.5 supports it.\n"
        "- **A matters** (◇ not testable)."
    )


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2018-08-31", "figures to 31 August 2018"),
        ("2014", "figures to 2014"),
        ("", "no figure with data"),
    ],
)
def test_the_line_names_paragraphs_and_the_last_day(last, said):
    record = {"claims": [{"id": "a"}]}
    assert summary.line({"a": claim()}, record, last) == ["¶1, ¶10 of the article", said]
