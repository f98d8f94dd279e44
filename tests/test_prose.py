"""What a page's sentences hang on. The record is made up."""

import pytest

from eastward import prose
from eastward.claims import registry
from eastward.claims.models import Claim

DAYS = {
    "id": "days",
    "name": "Days of fog",
    "outcome": "supports",
    "value": 12.34,
    "low": 10.0,
    "high": 15.0,
    "n": 40,
    "unit": "days",
    "kind": "hoop",
    "supports": "above 10",
    "against": "below 5",
    "weight": 1.5,
    "rate": {"passes": 3, "fails": 7, "silent": 2, "value": 0.3},
    "ways": {"supports": 4, "silent": 1, "against": 1, "total": 6, "power": 0.5},
    "facts": {"place": "the bay", "gap": None},
}
NIGHTS = DAYS | {"id": "nights", "outcome": "too few", "rate": None, "ways": None, "facts": {}}
THICK = {
    "id": "thick",
    "name": "thick",
    "word": "supported",
    "tests": [DAYS, NIGHTS],
    "since_then": "held",
}
ENTRY = {
    "id": "fog",
    "verdict": "supported",
    "readings": [THICK],
    "later": [DAYS | {"id": "after", "reading": "thick"}],
    "since_then": "held",
}


@pytest.mark.parametrize(
    ("outcome", "named", "kept"),
    [
        ("supports", ["supports"], True),
        ("supports", ["against", "silent"], False),
        ("too few", ["too-few"], True),
        ("between", ["too-few"], False),
        ("between", ["silent"], True),
        ("no data", ["silent"], True),
        ("against", [], True),
    ],
)
def test_a_block_is_kept_for_the_outcomes_that_it_names(outcome, named, kept):
    assert prose.keeps({"outcome": outcome}, named) is kept


def test_a_block_on_no_test_is_kept():
    assert prose.keeps(None, [])


def test_a_generated_sentence_stands_once_at_the_first_place():
    blocks = [("a", False), ("b", False), ("b", True), ("a", False), ("c", True)]
    assert prose.places(blocks) == [True, False, False, False, False]


def test_badges_of_a_rerun_set_its_verdict_beside_the_edition_s(monkeypatch):
    built = {"one": {"fog": {"verdict": "supported"}}, "two": {}}
    monkeypatch.setattr(registry, "verdicts", lambda name: built[name])
    named = ["one", "two"]
    assert prose.badges("fog", "open", "one", named, False) == [("one", "open")]
    assert prose.badges("fog", "open", "one", named, True) == [
        ("this run", "open"),
        ("one", "supported"),
    ]


def claim() -> Claim:
    return Claim(
        id="fog",
        title="Thick fog",
        sentences=["1.1", "2.1"],
        text="The fog is thick.",
        kind="descriptive",
        about={"from": 2000, "to": 2018, "why": "x"},
        readings=[
            {
                "id": "thick",
                "text": "Days are foggy.",
                "otherwise": "It is smoke.",
                "plain": True,
                "plain_why": "x",
                "why_untested": "Nobody looked.",
            }
        ],
    )


def test_verdicts_are_tables_of_tests():
    text = prose.verdicts(claim(), ENTRY)
    assert "Supported:** Days are foggy." in text
    assert (
        "| Days of fog | 12.3 days (10 to 15), n = 40 | supports. 3 of 10 others pass it. "
        "Of 6 ways to count 4 support it and 1 speaks against it. | hoop | above 10 | below 5 |"
    ) in text
    assert "**Since then: held.**" in text


def test_a_reading_without_tests_says_why():
    entry = ENTRY | {"readings": [ENTRY["readings"][0] | {"tests": []}], "since_then": None}
    assert "Nobody looked." in prose.verdicts(claim(), entry)


def test_origin_names_the_paragraphs():
    assert prose.origin(claim()) == "¶1, ¶2 of the article; descriptive"


@pytest.mark.parametrize(
    ("built", "said"),
    [
        ({}, "is known after `make book`"),
        ({"fog": {"id": "fog", "verdict": "conflicting"}}, "is known after `make book`"),  # older
        ({"fog": ENTRY}, "Compared with the edition *Now*, every verdict is the same."),
        (
            {"fog": ENTRY | {"readings": [THICK | {"word": "open"}]}},
            "*Now*, 1 of 1 verdicts differs:\n\n- **Thick fog**: open → supported\n",
        ),
    ],
)
def test_changed_verdicts_are_named(monkeypatch, built, said):
    monkeypatch.setattr(registry, "claims", lambda: {"fog": claim()})
    assert said in prose.compared({"claims": [ENTRY]}, built, "Now")
