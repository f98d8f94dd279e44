"""Comparing verdicts: what moved, what is new, what is gone, and what is no set of verdicts."""

import json

import pytest

from eastward.claims import comparison
from eastward.errors import InputError


def claim(word="undecided", odds=2.0, value=1.0, outcome="between", test="lamp"):
    tests = [{"id": test, "value": value, "outcome": outcome, "n": 3}]
    return {"fog": {"readings": [{"id": "all", "word": word, "odds": odds, "tests": tests}]}}


def test_nothing_moved():
    assert comparison.changes(claim(), claim()) == []


def test_a_verdict_and_a_value_that_moved():
    verdict, test = comparison.changes(claim(), claim("supported", 4.0, 2.0, "supports"))
    assert (verdict["what"], verdict["name"]) == ("verdict", "fog.all")
    assert verdict["before"] == {"word": "undecided", "odds": 2.0}
    assert (test["what"], test["name"]) == ("test", "fog.all.lamp")
    assert test["after"] == {"value": 2.0, "outcome": "supports"}


def test_a_test_that_is_new_and_one_that_is_gone():
    gone, new = comparison.changes(claim(), claim(test="bell"))
    assert (gone["name"], gone["after"]) == ("fog.all.lamp", None)
    assert (new["name"], new["before"]) == ("fog.all.bell", None)
    assert comparison.said(gone["after"]) == "not there"


def test_a_file_of_verdicts_is_read(tmp_path):
    [entry] = claim().values()
    told = {"chapters": [{"chapter": "96-fog", "claims": [{"id": "fog"} | entry]}]}
    file = tmp_path / "verdicts.json"
    file.write_text(json.dumps(told))
    assert comparison.entries(str(file))["fog"]["readings"][0]["word"] == "undecided"


@pytest.mark.parametrize("text", ["{", "[]", "{}"])
def test_what_is_no_set_of_verdicts_is_refused_in_one_line(tmp_path, text):
    file = tmp_path / "notes.json"
    file.write_text(text)
    with pytest.raises(InputError, match=r"is no verdicts\.json of this book"):
        comparison.entries(str(file))
    with pytest.raises(InputError, match=r"no such edition or file; allowed: .*hindsight"):
        comparison.entries("foresight")
