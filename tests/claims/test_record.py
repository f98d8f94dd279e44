"""The record of declarations: what it notices, what it enters, what it refuses."""

from datetime import date

import pytest
import yaml

from eastward.claims import models, record, registry
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
    assert entry.current == record.lock(
        registry.claims(declared)["orchard-alone"], NAME[14:], declared
    )
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
        (("readings", 0, "about"), {"from": 1990, "to": 2018, "why": "since the frost"}),
        (("text",), "Another claim."),
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


LATER = {
    "id": "since",
    "reading": "no-contract",
    "name": "Contracts since",
    "measure": "number of contracts since 2019",
    "tables": ["contracts"],
    "unit": "contracts",
    "held": {"below": 0.5},
    "not_held": {"above": 0.5},
    "minimum": 1,
    "why": "None is none.",
}
# What says to readers where a sentence stands and why it is read so; no outcome hangs on it.
FREE = {
    "Claim": {"title", "sentences", "kind", "parents", "why_untested", "chapter"},
    "Reading": {"name", "plain_why", "why_untested"},
    "Period": {"why"},
    "Test": record.FOR_READERS,
}
APART = {
    "Reading.id",
    "Later.reading",
    "Reading.about",
}  # need a value that fits: tests beside this


def changed(value):
    """Another value than this one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, models.Threshold):
        return models.Threshold(above=value.value + 1)
    return value * 2 if isinstance(value, tuple) else f"{value} other"


def variants(one):
    """The model once for each of its keys and those of the models in it, with that key changed."""
    for key, value in one:
        parts = value if isinstance(value, tuple) else (value,)
        if not any(type(part).__name__ in [*FREE, "Later", "Units"] for part in parts):
            yield f"{type(one).__name__}.{key}", one.model_copy(update={key: changed(value)})
            continue
        for place, part in enumerate(parts):
            for name, other in variants(part):
                new = (*parts[:place], other, *parts[place + 1 :])
                new = new if isinstance(value, tuple) else other
                yield name, one.model_copy(update={key: new})


@pytest.fixture
def full(write, chapter):
    """A claim with each sort of test, and a reading with a period of its own, all declared."""
    [claim] = chapter["claims"]
    [reading] = claim["readings"]
    [test] = reading["tests"]
    sellers = {"id": "prices", "kind": "hoop", "peers": "sellers", "context": None, "coded_by": ""}
    claim["later"] = [LATER]
    claim["readings"].append(reading | {"id": "in-kind", "plain": False, "tests": [test]})
    reading["about"] = claim["about"]
    reading["tests"] = [test, test | sellers]
    chapter["units"]["sellers"] = {"units": "those under contract", "why": "by law"}
    folder = write(chapter=chapter)
    assert len(record.declare("yes", "the register", "", FIRST, folder)) == 4
    return folder


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_no_key_of_a_declaration_can_be_changed_without_an_entry(full, monkeypatch):
    files = registry._files(full)
    held = files["01-orchard"]
    [claim] = held.claims
    cases = [(key, {"claims": (other,)}) for key, other in variants(claim) if key not in APART]
    cases += [("blocks", {"blocks": {key: changed(held.blocks[key])}}) for key in held.blocks]
    cases += [
        (f"{name}: {key}", {"units": held.units | {name: other}})
        for name, units in held.units.items()
        for key, other in variants(units)
    ]
    unnoticed = set()
    for key, update in cases:
        now = files | {"01-orchard": held.model_copy(update=update)}
        monkeypatch.setattr(registry, "_files", lambda folder, now=now: now)
        if not record.problems(full):
            unnoticed.add(key)
    assert len(cases) > 60
    free = {f"{model}.{key}" for model, keys in FREE.items() for key in keys}
    assert unnoticed == free & {key for key, _ in cases}


@pytest.mark.parametrize(("key", "value"), [("held", {"below": 0.4}), ("reading", "in-kind")])
def test_a_test_of_what_came_later_has_an_entry_of_its_own(full, write, chapter, key, value):
    name = "orchard-alone.later.since"
    assert record.entries(full)[name].seen == "yes"
    [claim] = chapter["claims"]
    claim["later"][0][key] = value
    assert record.problems(write(chapter=chapter)) == [
        f"data/claims/record.yml: {name}: was changed without an entry; run `eastward declare`"
    ]


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
