"""What all verdicts say together. The claims are made up."""

import pytest

from eastward import scorecard
from eastward.claims.models import Claim


def claim(id, relation=None, parent=None, plain=True, chapter="01-one") -> Claim:
    reading = {"id": "r", "text": "It is.", "otherwise": "It seems.", "plain": True}
    return Claim(
        id=id,
        title=id.title(),
        sentences=["1.1"],
        text="It is.",
        kind="descriptive",
        about={"from": 2000, "to": 2018, "why": "x"},
        parents=[{"claim": parent, "relation": relation}] if parent else [],
        readings=[reading | {"plain_why": "x"}] if plain else [],
        why_untested="" if plain else "x",
        chapter=chapter,
    )


CLAIMS = {
    one.id: one
    for one in (
        claim("thesis", chapter=None),
        claim("pillar", "supports", "thesis"),
        claim("doubt", "attacks", "thesis", chapter="02-two"),
        claim("reply", "attacks", "doubt", chapter="02-two"),
        claim("heading", "supports", "thesis", plain=False),
    )
}


def entry(word, odds=1.0) -> dict:
    return {"verdict": word, "readings": [{"plain": True, "word": word, "odds": odds}]}


def test_a_claim_that_attacks_an_attack_bears_the_thesis_out():
    sides = {"thesis": 1, "pillar": 1, "doubt": -1, "reply": 1, "heading": 1}
    assert scorecard.sides(CLAIMS) == sides


def test_rows_stand_by_chapter_and_those_without_one_come_last():
    editions = {
        "late": {"pillar": entry("supported"), "doubt": entry("undecided")},
        "early": {"pillar": entry("contradicted")},
    }
    found = scorecard.rows(CLAIMS, editions)
    assert [(stem, [row.claim.id for row in rows]) for stem, rows in found.items()] == [
        ("01-one", ["pillar", "heading"]),
        ("02-two", ["doubt", "reply"]),
        ("", ["thesis"]),
    ]
    pillar, doubt = found["01-one"][0], found["02-two"][0]
    assert pillar.verdicts == {"late": "supported", "early": "contradicted"}
    assert (pillar.differs, pillar.against) == (True, False)
    assert (doubt.verdicts, doubt.differs, doubt.against) == ({"late": "undecided"}, False, True)
    assert found["01-one"][1].verdicts == {}


def test_counts_are_of_plain_readings_in_the_order_of_the_bar():
    entries = {"doubt": entry("contradicted"), "pillar": entry("strongly supported")}
    counted = scorecard.counts(CLAIMS, entries)
    assert list(counted.items()) == [
        ("strongly supported", 1),
        ("contradicted", 1),
        ("untested", 2),  # the heading has no reading that could be counted
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, "What the tests say is known after `make book`."),
        (
            {"pillar": "supported", "doubt": "strongly supported", "reply": "contradicted"},
            "So far the thesis itself waits for its chapter; of the 3 claims around it that have "
            "been tested, 2 are supported and 1 contradicted. "
            "Of those about the article's own time more speak against the thesis (2) "
            "than bear it out (1).",
        ),
        (
            {"thesis": "undecided", "pillar": "supported", "doubt": "contradicted"},
            "So far the thesis itself is *undecided*; of the 2 claims around it that have been "
            "tested, 1 are supported and 1 contradicted.",
        ),
        (
            {"pillar": "supported", "doubt": "supported"},
            "Of those about the article's own time 1 bear the thesis out, and as many speak",
        ),
        (
            {"pillar": "undecided"},
            "Of those about its own time none is settled.",
        ),
    ],
)
def test_the_answer_counts_what_the_settled_claims_mean_for_the_thesis(words, said):
    answer = scorecard.answer(CLAIMS, {name: entry(word) for name, word in words.items()})
    assert said in answer


def test_the_strongest_verdicts_go_by_odds_and_then_by_order():
    entries = {
        "thesis": entry("undecided", 2.9),
        "pillar": entry("supported", 5.0),
        "doubt": entry("strongly contradicted", 1 / 40),
        "reply": entry("contradicted", 1 / 5),
    }
    found = scorecard.strongest(CLAIMS, entries)
    assert [claim.id for claim, _ in found] == ["doubt", "pillar", "reply"]
    assert [claim.id for claim, _ in scorecard.strongest(CLAIMS, entries, 1)] == ["doubt"]


def test_history_is_background_and_comes_last():
    old = {name: one.model_copy(update={"kind": "historical"}) for name, one in CLAIMS.items()}
    entries = {"pillar": entry("supported", 50.0), "doubt": entry("contradicted", 1 / 4)}
    mixed = CLAIMS | {"pillar": old["pillar"]}
    assert [claim.id for claim, _ in scorecard.strongest(mixed, entries)] == ["doubt", "pillar"]
    assert "none is settled" in scorecard.answer(old, entries)


def test_a_verdict_of_the_first_pattern_has_no_odds_to_compare():
    assert scorecard.strongest(CLAIMS, {"pillar": {"verdict": "supported", "tests": []}}) == []


def test_the_tally_counts_what_has_been_judged():
    assert (
        scorecard.tally(CLAIMS, {}) == "How the book's verdicts stand is known after `make book`."
    )
    entries = {"doubt": entry("contradicted"), "pillar": entry("strongly supported")}
    assert scorecard.tally(CLAIMS, entries) == (
        "So far the book has judged 2 claims: 1 strongly supported, 1 contradicted."
    )
