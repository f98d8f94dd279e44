"""The verdict panel in words. The claim is not the article's."""

import re

import pytest

from eastward import panel, paths
from eastward.claims.models import KINDS, Claim
from eastward.claims.record import Change, Entry

TEST = {
    "id": "one",
    "name": "Share of A in B",
    "measure": "share of A in B",
    "tables": ["x"],
    "unit": "%",
    "minimum": 3,
    "why": "A tenth is a lot.",
    "supports": {"above": 10},
    "against": {"below": 5},
    "kind": "hoop",
    "kind_why": "A rarely falls.",
    "block": "a",
    "one_way": "there is one register.",
}
PLAIN = {
    "id": "plain",
    "text": "A matters.",
    "otherwise": "B does all by itself.",
    "plain": True,
    "plain_why": "x",
}
FOUND = {
    "id": "one",
    "name": "Share of A in B",
    "value": 12.54,
    "low": None,
    "high": None,
    "n": 1234,
    "unit": "%",
    "outcome": "supports",
    "supports": "above 10",
    "against": "below 5",
    "kind": "hoop",
    "weight": 1.5,
    "rate": None,
    "ways": None,
}
READING = {
    "word": "undecided",
    "odds": 1.5,
    "unsure": False,
    "hangs_on": None,
    "without": "",
    "reach": [0.05, 20.0],
}


def claim(*readings) -> Claim:
    return Claim(
        id="c",
        title="A matters",
        sentences=["1.1"],
        text="A matters.",
        kind="descriptive",
        about={"from": 2000, "to": 2018, "why": "x"},
        readings=readings or [PLAIN | {"tests": [TEST]}],
    )


def shown(test=None, record=None, since_then=None, later=(), **reading) -> str:
    """The panel of a claim of one reading and one test, spaces as single ones."""
    one = READING | {"tests": [FOUND | (test or {})], "since_then": since_then} | reading
    found = {"readings": [one], "later": list(later)}
    return " ".join(panel.panel(claim(), found, record or {}).split())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "12.5 %, n = 1,234: above 10, which supports the reading."),
        (
            {"outcome": "against", "value": 4, "n": 3},
            "4 %, n = 3: below 5, which speaks against the reading.",
        ),
        (
            {"outcome": "between", "value": 7, "low": 3.2, "high": 9, "n": 3},
            "7 % (between 3.2 and 9), n = 3: between the limits, so the test is silent.",
        ),
        (
            {"outcome": "too few", "n": 2},
            "12.5 %, n = 2: too few observations, so the test is silent.",
        ),
        (
            {"outcome": "no data", "value": None, "n": 0},
            "no data under these parameters, so the test is silent.",
        ),
    ],
)
def test_every_outcome_has_a_sentence(changes, sentence):
    said = panel.said(FOUND | changes)
    assert said.startswith("**Share of A in B**: ")
    assert said.endswith(sentence)


def test_a_reading_shows_sign_word_odds_and_rival():
    said = shown(word="strongly supported", odds=30)
    assert said.startswith("**✔\ufe0e Strongly supported:** A matters. The tests move it from")
    assert "even odds to 30 to 1 for it. The rival: B does all by itself." in said


def test_the_plain_reading_is_marked_where_there_are_several():
    one = claim(PLAIN | {"tests": [TEST]}, PLAIN | {"id": "b", "plain": False})
    entries = [READING | {"tests": [FOUND]}, READING | {"tests": [FOUND]}]
    said = panel.panel(one, {"readings": entries, "later": []}, {})
    assert said.count("(the plain reading)") == 1
    assert "(the plain reading)" not in shown()


@pytest.mark.parametrize(
    ("reach", "words"),
    [
        ([0.1, 1.5], "No outcome of its tests could have *supported* it: at most 1.5 to 1 for it."),
        (
            [0.5, 20],
            "No outcome of its tests could have *contradicted* it: at most 2.0 to 1 against it.",
        ),
        ([0.5, 2], "No outcome of its tests could have settled it: at most 2.0 to 1 for it or"),
    ],
)
def test_a_panel_says_what_lay_beyond_the_reach_of_its_tests(reach, words):
    assert words in shown(reach=reach)
    assert "No outcome" not in shown(reach=[0.05, 20])


def test_a_verdict_names_the_test_it_hangs_on_and_whether_it_depends_on_how_one_counts():
    said = shown(word="supported", odds=10, hangs_on="one", without="no evidence", unsure=True)
    assert "hangs on *Share of A in B*: without it, *no evidence*." in said
    assert "It *depends on how one counts*." in said
    assert "hangs on" not in shown()


@pytest.mark.parametrize("word", ["no evidence", "open"])
def test_without_a_test_that_speaks_no_odds_are_printed(word):
    assert "even odds" not in shown(word=word)


def test_a_reading_without_tests_says_why():
    one = claim(PLAIN | {"why_untested": "No record tells."})
    entry = READING | {"word": "interpretive", "tests": []}
    said = panel.panel(one, {"readings": [entry], "later": []}, {})
    assert " ".join(said.split()) == "**◇ Not testable:** A matters. No record tells."


def test_the_pass_rate_stands_beside_the_test_in_words():
    rate = {"passes": 111, "fails": 1, "silent": 4, "value": 0.98}
    passed = shown({"rate": rate})
    assert "112 others pass it. On 4 more it is silent. Kind: {term}`hoop`, worth 1.5" in passed
    failed = shown({"rate": rate | {"silent": 0}, "outcome": "against", "weight": 0.1})
    assert "111 of 112 others pass it. Kind: {term}`hoop`, worth 10 to 1 against it." in failed
    assert "Kind: {term}`hoop`, here without weight." in shown({"weight": 1})


@pytest.mark.parametrize(
    ("passes", "fails", "sentence"),
    [
        (1, 3, "1 of 4 others passes it."),
        (5, 0, "All 5 others pass it."),
        (1, 0, "The one other passes it."),
        (0, 1, "The one other fails it."),
    ],
)
def test_few_others_are_told_in_grammar(passes, fails, sentence):
    assert panel.others({"passes": passes, "fails": fails}) == sentence


def test_no_others_are_passed_over():
    assert panel.others(None) == ""


def test_what_the_measure_notes_stands_beside_a_missing_value():
    missing = FOUND | {"outcome": "no data", "value": None, "note": "no votes before 1971"}
    assert panel.said(missing).endswith("B**: no votes before 1971, so the test is silent.")


def test_ways_to_count_are_three_counts():
    ways = {"supports": 38, "silent": 0, "against": 16, "total": 54}
    assert "Of 54 ways to count 38 support it and 16 speak against it." in shown({"ways": ways})


@pytest.mark.parametrize(
    ("supports", "silent", "against", "sentence"),
    [
        (1, 2, 0, "Of 3 ways to count 1 supports it and none speaks against it."),
        (0, 0, 4, "All 4 ways to count speak against it."),
        (0, 3, 0, "Of 3 ways to count none supports it and none speaks against it."),
        (1, 0, 0, ""),
    ],
)
def test_few_ways_are_told_in_grammar(supports, silent, against, sentence):
    total = supports + silent + against
    ways = {"supports": supports, "silent": silent, "against": against, "total": total}
    assert panel.counted(ways) == sentence


def test_since_then_stands_apart_with_its_tests():
    later = FOUND | {"kind": "later", "name": "A after 2018", "reading": "plain", "rate": None}
    one = READING | {"tests": [FOUND], "since_then": "held"}
    *_, piece, _ = panel.parts(claim(), {"readings": [one], "later": [later]}, {})
    assert piece.folded == "Since then: held, by its test"
    assert piece.text.startswith("**A after 2018**: 12.5 %") and "Kind" not in piece.text


def entry(seen: str, **more) -> Entry:
    return Entry(date="2026-11-01", seen=seen, knew="The register had been read.", lock="0", **more)


@pytest.mark.parametrize(
    ("seen", "sentence"),
    [
        ("no", "Declared before the data were seen"),
        ("partly", "Declared with the data seen in part, so after the fact"),
        ("yes", "Declared after the fact, with the data seen"),
    ],
)
def test_the_panel_says_no_more_than_the_record_bears_out(seen, sentence):
    said = shown(record={"c.plain.one": entry(seen)})
    assert f"*{sentence}.* The register has" in said  # in print
    assert f"{{dropdown}} {sentence}: the tests in full" in said


def test_a_test_without_an_entry_counts_as_declared_after_the_fact():
    assert "Declared after the fact" in shown(record={})


def test_the_pieces_of_the_panel_name_the_test_that_each_is_about():
    one = READING | {"tests": [FOUND], "since_then": "held"}
    found = {"readings": [one], "later": [FOUND | {"kind": "later", "reading": "plain"}]}
    pieces = list(panel.parts(claim(), found, {}))
    assert [one.test["kind"] for one in pieces if one.test] == ["hoop", "later"]
    assert pieces[0].test is None  # the reading comes first


def test_tests_of_other_readings_and_of_later_years_open_on_demand():
    one = claim(PLAIN | {"tests": [TEST]}, PLAIN | {"id": "b", "plain": False})
    entries = [READING | {"tests": [FOUND]}, READING | {"tests": [FOUND, FOUND]}]
    pieces = list(panel.parts(one, {"readings": entries, "later": []}, {}))
    assert [piece.folded for piece in pieces if piece.test] == [""] + 2 * ["Why, and its 2 tests"]


@pytest.mark.parametrize(
    ("weights", "folded"),
    [
        ([1.5, 1], ["", "1 more without weight"]),
        ([1, 0.1, 1], ["", "2 more without weight", "2 more without weight"]),
        ([1], ["Its test without weight"]),
        ([1.5, 0.7], ["", ""]),
    ],
)
def test_of_the_plain_reading_what_has_weight_is_open(weights, folded):
    tests = [FOUND | {"id": f"{place}", "weight": one} for place, one in enumerate(weights)]
    pieces = panel.parts(claim(), {"readings": [READING | {"tests": tests}], "later": []}, {})
    assert [piece.folded for piece in pieces if piece.test] == folded


def test_the_toggle_gives_full_wording_reasons_and_changes():
    change = Change(date="2026-11-20", lock="1", what="redeclared", why="A slip of the pen.")
    found = {"readings": [READING | {"tests": [FOUND]}], "later": []}
    said = panel.panel(claim(), found, {"c.plain.one": entry("yes", changes=[change])})
    told = dict(re.findall(r"^(.+)\n: (.+)$", said, re.MULTILINE))
    assert told == {
        "Measured": "share of A in B (%; tables x)",
        "Supports": "above 10",
        "Speaks against": "below 5",
        "Silent": "between them, and with fewer than 3 observations",
        "Why these limits": "A tenth is a lot.",
        "Kind": "hoop. A rarely falls.",
        "No second way to count": "there is one register.",
        "Declared": "1 November 2026. The register had been read.",
        "Changed": "20 November 2026: A slip of the pen.",
    }


def test_every_verdict_of_the_rule_has_a_sign():
    rule = ["supported", "contradicted", "undecided", "conflicting", "no evidence", "open"]
    rule += ["strongly supported", "strongly contradicted", "interpretive"]
    assert set(rule) <= set(panel.SIGNS)


def test_every_kind_is_a_term_of_the_glossary():
    text = (paths.CHAPTERS / "back" / "glossary.md").read_text(encoding="utf-8").splitlines()
    assert set(KINDS) <= set(text)
