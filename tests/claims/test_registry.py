"""The claim files: the article's own, and one line for each that cannot be used."""

import json

import pytest

from eastward import paths, tables
from eastward.claims import registry
from eastward.errors import InputError

CLAIMS = registry.claims()
FILE = "data/claims/01-orchard.yml: "
TEST = "orchard-alone: no-contract: register-a: "  # where the only test stands


def test_claims_stand_in_the_article_s_file_first_and_then_by_chapter():
    chapters = [claim.chapter or "" for claim in CLAIMS.values()]
    assert chapters == sorted(chapters)
    assert all(name == claim.id for name, claim in CLAIMS.items())


def test_every_claim_file_belongs_to_a_chapter():
    for claim in CLAIMS.values():
        if claim.chapter:
            assert (paths.CHAPTERS / f"{claim.chapter}.md").is_file()


def test_tests_name_tables_that_exist():
    for claim in CLAIMS.values():
        for test in [*claim.tests.values(), *claim.later]:
            assert set(test.tables) <= set(tables.names()), (claim.id, test.id)


def test_every_sentence_of_the_paragraphs_of_built_chapters_is_covered():
    covered = registry.coverage()
    paragraphs = {"1": 3, "2": 3, "5": 9, "6": 6, "10": 1, "11": 3}
    sentences = [f"{p}.{n}" for p, last in paragraphs.items() for n in range(1, last + 1)]
    for sentence in [*sentences, "7.1", "7.2", "7.3", "7.4", "9.1", "13.2"]:
        assert covered[sentence], f"{sentence} has neither a claim nor a reason"


def test_every_block_and_every_set_of_units_is_used():
    for chapter in {claim.chapter for claim in CLAIMS.values() if claim.chapter}:
        tests = [
            test
            for claim in CLAIMS.values()
            if claim.chapter == chapter
            for test in claim.tests.values()
        ]
        assert set(registry.blocks(chapter)) == {test.block for test in tests}
        named = {test.peers or test.context for test in tests} - {None}
        assert set(registry.units(chapter)) == named


def test_the_schema_file_is_that_of_the_models():
    """Renewed by ``make schema``."""
    held = json.loads((paths.DATA / "claims" / "schema.json").read_text(encoding="utf-8"))
    assert held == registry.schema()


# --- a small register


def test_a_chapter_s_claims_blocks_and_units(write):
    folder = write()
    found = registry.claims(folder)
    assert list(found) == ["driven-to-market", "orchard-alone"]
    assert [claim.chapter for claim in found.values()] == [None, "01-orchard"]
    assert list(found["orchard-alone"].tests) == ["no-contract.register-a"]
    assert registry.blocks("01-orchard", folder) == {"contracts": "the same contracts"}
    assert registry.units("01-orchard", folder)["orchards"].why == "of like size"
    assert registry.units("02-none", folder) == {}


def test_coverage_names_claims_and_background_and_leaves_the_rest_empty(write, article):
    article["article"][2] = 2
    assert registry.coverage(write(article)) == {
        "1.1": ["orchard-alone"],
        "1.2": ["background"],
        "2.1": ["driven-to-market"],
        "2.2": [],
    }


def test_an_edition_that_is_not_built_has_no_verdicts(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    assert registry.verdicts("hindsight") == {}


# --- what cannot be used


def place(chapter, *steps):
    """The claim, or what stands below it."""
    entry = chapter["claims"][0]
    for step in steps:
        entry = entry[step]
    return entry


def only_test(chapter):
    return place(chapter, "readings", 0, "tests", 0)


def refused(folder) -> str:
    """The one line that a malformed register ends in."""
    with pytest.raises(InputError) as caught:
        registry.claims(folder)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("kind", "clincher", "kind: 'clincher' is not allowed; allowed: 'direct', 'doubly deci"),
        ("why", None, "why: None is not allowed; allowed: a valid string"),
        ("why", "", "why: is empty; allowed: some text"),
        ("kind_why", ..., "kind_why: is missing; allowed: a value"),
        ("why", ..., "why: is missing; allowed: a value"),
        ("block", "votes", "block: votes is unknown; allowed: contracts"),
        ("context", "pears", "context: pears is unknown; allowed: orchards"),
        ("tables", [], "tables: are too few; allowed: 1 or more"),
        ("tables", "contracts", "tables: 'contracts' is not allowed; allowed: a list"),
        ("minimum", 0, "minimum: 0 is not allowed; allowed: greater than or equal to 1"),
        ("minimum", "many", "minimum: 'many' is not allowed; allowed: a valid integer"),
        ("supports", {"over": 2}, "supports: over: is not a key here; allowed: above, below"),
        ("supports", {}, "supports: needs one limit; allowed: {above: NUMBER} or {below: NUM"),
        ("supports", 2, "supports: 2 is not allowed; allowed: 'key: value' lines"),
        ("supports", {"below": 1}, "supports and against overlap; allowed: a gap, or one limit"),
        ("supports", {"above": 1}, "supports and against point one way; allowed: one above, one"),
        ("name", "one two three four five six seven", "is too long; allowed: 6 words"),
        ("weight", 3, "weight: is not a key here; allowed: id, name, measure, tables, unit"),
        ("id", "Register A", "id: 'Register A' is not allowed; allowed: text of the form ^[a-z0"),
        ("peers", "orchards", "peers do not go with kind: direct; allowed: context"),
        ("finds", "nothing", "finds: 'nothing' is not allowed; allowed: 'supports' or 'against'"),
    ],
)
def test_a_malformed_test_is_one_line_with_its_place_and_what_is_allowed(
    write, chapter, key, value, message
):
    test = only_test(chapter)
    if value is ...:
        del test[key]
    else:
        test[key] = value
    line = refused(write(chapter=chapter))
    assert line.startswith(FILE + "orchard-alone")
    assert "register-a" in line or "Register A" in line
    assert message in line


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "hoop"}, "finds and coded_by go with kind: direct; allowed: neither of them"),
        (
            {"kind": "hoop", "coded_by": "", "peers": "orchards"},
            "peers and context exclude each other; allowed: one of them",
        ),
        (
            {"kind": "hoop", "coded_by": "", "peers": "pears", "context": None},
            "peers: pears is unknown; allowed: orchards",
        ),
    ],
)
def test_keys_that_do_not_go_together_are_refused(write, chapter, changes, message):
    only_test(chapter).update(changes)
    line = refused(write(chapter=chapter))
    assert line.startswith(f"{FILE}orchard-alone")
    assert "register-a" in line
    assert message in line


def test_where_no_block_is_declared_the_message_says_so(write, chapter):
    del chapter["blocks"]
    assert refused(write(chapter=chapter)).endswith("is unknown; allowed: none is declared")


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (0, "orchard-alone: readings: 0 are plain; allowed: exactly one"),
        (2, "orchard-alone: readings: 2 are plain; allowed: exactly one"),
    ],
)
def test_exactly_one_reading_is_plain(write, chapter, count, message):
    readings = place(chapter, "readings")
    readings.append(readings[0] | {"id": "other", "tests": []})
    for number, reading in enumerate(readings):
        reading["plain"] = number < count
    assert refused(write(chapter=chapter)) == FILE + message


def test_a_plain_reading_gives_its_reason(write, chapter):
    del place(chapter, "readings", 0)["plain_why"]
    assert refused(write(chapter=chapter)) == (
        f"{FILE}orchard-alone: no-contract: plain has no plain_why; allowed: the reason, from the "
        "paragraph"
    )


def test_a_claim_without_readings_says_why(write, chapter):
    del place(chapter)["readings"]
    line = refused(write(chapter=chapter))
    assert (
        line
        == f"{FILE}orchard-alone: readings: are missing; allowed: one to three, or why_untested"
    )


def test_four_readings_are_too_many(write, chapter):
    readings = place(chapter, "readings")
    readings += [readings[0] | {"id": f"r{number}", "plain": False} for number in range(3)]
    line = refused(write(chapter=chapter))
    assert line == f"{FILE}orchard-alone: readings: 4 are too many; allowed: 3 at most"


def test_ids_stand_once(write, chapter, article):
    tests = place(chapter, "readings", 0, "tests")
    tests.append(tests[0])
    line = refused(write(chapter=chapter))
    assert line == (
        f"{FILE}orchard-alone: no-contract: tests: register-a stands twice; allowed: each id once"
    )
    article["claims"] *= 2
    line = refused(write(article))
    assert line == "data/claims/article.yml: id: driven-to-market stands twice; allowed: once"


def test_years_are_in_order(write, chapter):
    place(chapter, "about")["to"] = 1970
    line = refused(write(chapter=chapter))
    assert (
        line == f"{FILE}orchard-alone: about: from 1980 is after to 1970; allowed: years in order"
    )


@pytest.mark.parametrize(
    ("sentence", "allowed"),
    [("1.3", "1.1 to 1.2"), ("1.0", "1.1 to 1.2"), ("7.1", "paragraphs 1 to 2")],
)
def test_a_sentence_outside_the_article_is_refused(write, chapter, sentence, allowed):
    place(chapter)["sentences"] = [sentence]
    assert refused(write(chapter=chapter)) == (
        f"{FILE}orchard-alone: sentences: {sentence} is not in the article; allowed: {allowed}"
    )


def test_background_outside_the_article_is_refused(write, article):
    article["background"][0]["sentence"] = "2.9"
    with pytest.raises(InputError, match=r"article.yml: background: sentence: 2\.9 is not in"):
        registry.coverage(write(article))


def test_an_unknown_parent_is_refused(write, chapter):
    place(chapter, "parents", 0)["claim"] = "nonsense"
    assert refused(write(chapter=chapter)) == (
        f"{FILE}orchard-alone: parents: nonsense is unknown; "
        "allowed: driven-to-market, orchard-alone"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("claims: [", "01-orchard.yml, line 1: not valid YAML; allowed: 'key: value' lines"),
        ("blocks:\n  a: b: c\n", "line 2: not valid YAML"),
        ("just words", "'just words' is not allowed; allowed: 'key: value' lines"),
        ("", "claims: is missing; allowed: a value"),
        ("claims: []", "claims: are too few; allowed: 1 or more"),
        ("claim: []", "claims: is missing; allowed: a value"),
        ("claims: [orchard]", "0: 'orchard' is not allowed; allowed: 'key: value' lines"),
    ],
)
def test_a_file_that_holds_no_claims_is_one_line(write, text, message):
    line = refused(write(chapter=text))
    assert line.startswith("data/claims/01-orchard.yml")
    assert message in line


def test_the_article_s_file_must_be_there(write):
    folder = write()
    (folder / "article.yml").unlink()
    assert refused(folder) == "data/claims/article.yml: the file is missing; restore it"
