"""What all verdicts say together. The claims are made up."""

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


def test_the_answer_counts_what_was_tested_and_what_no_test_reached():
    entries = {"pillar": entry("supported"), "doubt": entry("no evidence")}
    assert scorecard.answer(CLAIMS, entries) == (
        "So far the thesis itself waits for its chapter. "
        "The book has tested 1 claim so far: 1 supported. "
        "For 1 more its tests found too little to speak."
    )
    assert scorecard.answer(CLAIMS, {}) == "What the tests say is known after `make book`."


def test_the_answer_names_a_verdict_on_the_thesis():
    said = scorecard.answer(CLAIMS, {"thesis": entry("undecided"), "pillar": entry("undecided")})
    assert said.startswith("So far the thesis itself is *undecided*. The book has tested")
    assert "1 claim so far: 1 undecided." in said


def test_the_answer_says_so_where_history_alone_is_settled():
    past = {name: one.model_copy(update={"kind": "historical"}) for name, one in CLAIMS.items()}
    entries = {"pillar": entry("supported"), "doubt": entry("undecided")}
    assert "All that is settled is history" in scorecard.answer(past, entries)
    assert "history" not in scorecard.answer(CLAIMS, entries)


def test_the_strongest_verdicts_go_by_odds_and_one_stands_for_its_siblings():
    entries = {
        "thesis": entry("undecided", 2.9),
        "pillar": entry("supported", 5.0),
        "doubt": entry("strongly contradicted", 1 / 40),
        "reply": entry("contradicted", 1 / 5),
    }
    found = scorecard.strongest(CLAIMS, entries)
    assert [claim.id for claim, _, _ in found] == ["doubt", "reply"]  # pillar is doubt's sibling
    assert [claim.id for claim, _, _ in scorecard.strongest(CLAIMS, entries, 1)] == ["doubt"]
    assert found[0][1].text == "It is." and found[0][2]["odds"] == 1 / 40


def test_history_is_background_and_comes_last():
    past = CLAIMS["doubt"].model_copy(update={"kind": "historical"})
    entries = {"doubt": entry("supported", 50.0), "reply": entry("contradicted", 1 / 4)}
    found = scorecard.strongest(CLAIMS | {"doubt": past}, entries)
    assert [claim.id for claim, _, _ in found] == ["reply", "doubt"]


def test_the_tally_counts_what_has_been_tested():
    unbuilt = "How the book's verdicts stand is known after `make book`."
    assert scorecard.tally(CLAIMS, {}) == unbuilt
    entries = {"doubt": entry("contradicted"), "pillar": entry("strongly supported")}
    assert scorecard.tally(CLAIMS, entries) == (
        "The book has tested 2 claims so far: 1 strongly supported and 1 contradicted."
    )
    silent = {"doubt": entry("open")}
    assert scorecard.tally(CLAIMS, silent).startswith("The book has tested no claim so far.")
