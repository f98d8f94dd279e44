"""The record of declarations: what it notices, what it enters, what it refuses."""

from datetime import date

import pytest
import yaml

from eastward.claims import record, registry
from eastward.errors import InputError

NAME = "orchard-alone.no-contract.register-a"
FIRST, SECOND = date(2026, 11, 1), date(2026, 11, 20)


@pytest.fixture
def declared(write):
    """The folder of the small register, its test entered as seen."""
    folder = write()
    assert record.declare("yes", "the register", "", FIRST, folder) == [NAME]
    return folder


def test_every_declared_test_of_the_book_has_an_entry_that_fits():
    assert record.problems() == []


def test_a_test_without_an_entry_is_noticed(write):
    assert record.problems(write()) == [
        f"data/claims/record.yml: {NAME}: has no entry; run `eastward declare`"
    ]


def test_a_declared_test_is_in_order(declared):
    assert record.problems(declared) == []
    entry = record.entries(declared)[NAME]
    assert (entry.date, entry.seen, entry.knew) == (FIRST, "yes", "the register")
    assert entry.current == record.lock(registry.claims(declared)["orchard-alone"], NAME[14:])
    assert record.declare("no", "", "", SECOND, declared) == []
    assert record.deviations(declared).empty


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        (("readings", 0, "tests", 0, "supports"), {"below": 0.4}),
        (("readings", 0, "tests", 0, "kind_why"), "Another reason."),
        (("readings", 0, "tests", 0, "context"), None),
        (("readings", 0, "text"), "It had no contract with anybody."),
        (("readings", 0, "otherwise"), "Another rival."),
        (("about", "to"), 2020),
    ],
)
def test_a_test_that_was_changed_without_an_entry_is_noticed(
    declared, write, chapter, steps, value
):
    entry = chapter["claims"][0]
    for step in steps[:-1]:
        entry = entry[step]
    entry[steps[-1]] = value
    folder = write(chapter=chapter)
    assert record.problems(folder) == [
        f"data/claims/record.yml: {NAME}: was changed without an entry; run `eastward declare`"
    ]
    assert record.declare("yes", "", "a slip of the pen", SECOND, folder) == [NAME]
    assert record.problems(folder) == []
    [change] = record.deviations(folder).to_dict("records")
    assert change == {
        "test": NAME,
        "date": SECOND,
        "what": "redeclared",
        "why": "a slip of the pen",
    }
    assert record.entries(folder)[NAME].date == FIRST


def test_a_title_or_a_new_reading_changes_no_test(declared, write, chapter):
    chapter["claims"][0]["title"] = "Alone"
    readings = chapter["claims"][0]["readings"]
    readings.append(readings[0] | {"id": "other", "plain": False, "tests": []})
    assert record.problems(write(chapter=chapter)) == []


def test_an_entry_for_a_test_that_is_gone_is_noticed_until_it_is_struck(declared, write, chapter):
    del chapter["claims"][0]["readings"][0]["tests"]
    folder = write(chapter=chapter)
    assert record.problems(folder) == [f"data/claims/record.yml: {NAME}: stands in no claim file"]
    struck = {"test": NAME, "date": SECOND, "why": "the register was lost"}
    (folder / "record.yml").write_text(yaml.safe_dump({"retired": [struck]}))
    record._read.cache_clear()
    assert record.problems(folder) == []
    assert record.deviations(folder).to_dict("records") == [struck | {"what": "struck"}]


def test_a_new_test_needs_what_was_known(write):
    folder = write()
    with pytest.raises(InputError, match=f"^--knew: is empty, but {NAME} is new; allowed: what"):
        record.declare("yes", " ", "", FIRST, folder)
    assert not (folder / "record.yml").exists()
    assert record.entries(folder) == {}


def test_a_changed_test_needs_a_reason(declared, write, chapter):
    chapter["claims"][0]["readings"][0]["text"] = "Another reading."
    folder = write(chapter=chapter)
    with pytest.raises(InputError, match=f"^--why: is empty, but {NAME} was changed; allowed: the"):
        record.declare("yes", "the register", "", SECOND, folder)
    assert record.deviations(folder).empty


ENTRY = {"date": FIRST, "seen": "yes", "knew": "x", "lock": "0"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tests: [", "record.yml, line 1: not valid YAML; allowed: 'key: value' lines"),
        ("just words", "record.yml: 'just words' is not allowed; allowed: 'key: value' lines"),
        ({"test": {}}, "record.yml: test: is not a key here; allowed: tests, retired"),
        (
            {"tests": {NAME: ENTRY | {"seen": "perhaps"}}},
            f"record.yml: {NAME}: seen: 'perhaps' is not allowed; allowed: 'no', 'partly' or 'yes'",
        ),
        (
            {"tests": {NAME: ENTRY | {"saw": "no"}}},
            f"record.yml: {NAME}: saw: is not a key here; allowed: date, seen, knew, lock, changes",
        ),
        (
            {"tests": {NAME: {"seen": "no", "knew": "x", "lock": "0"}}},
            f"record.yml: {NAME}: date: is missing; allowed: a value",
        ),
        (
            {"tests": {NAME: ENTRY | {"date": "soon"}}},
            f"record.yml: {NAME}: date: 'soon' is not allowed; allowed: a valid date",
        ),
        ({"retired": [{"test": "x"}]}, "record.yml: retired: 0: date: is missing; allowed: a val"),
    ],
)
def test_a_malformed_record_is_one_line(write, text, message):
    folder = write()
    content = text if isinstance(text, str) else yaml.safe_dump(text)
    (folder / "record.yml").write_text(content)
    with pytest.raises(InputError) as caught:
        record.problems(folder)
    assert str(caught.value).startswith(f"data/claims/{message}")
    assert "\n" not in str(caught.value)


def test_an_unquoted_no_is_the_word_and_not_the_truth_value(write):
    folder = write()
    line = f"tests: {{{NAME}: {{date: 2026-11-01, seen: no, knew: x, lock: '0'}}}}"
    (folder / "record.yml").write_text(line)
    assert record.entries(folder)[NAME].seen == "no"
