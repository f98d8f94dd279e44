"""The verdicts of all chapters follow from their recorded outcomes."""

from dataclasses import fields

import pandas as pd
import pytest

from eastward import facts
from eastward.claims import evidence, record, registry
from eastward.claims.evidence import Finding, Rate, Ways

CLAIMS = registry.claims()
NAMES = {"focal": "Iran", "partner": "Russia", "rival": "the USA"}


@pytest.fixture(params=["hindsight", "as-written"])
def verdicts(request):
    """Every claim's entry of a built edition, by id."""
    found = registry.verdicts(request.param)
    if not found:
        pytest.fail(f"edition {request.param} is not built; run `make book`")
    return found


def test_outcomes_follow_from_the_values_and_verdicts_from_the_outcomes(verdicts):
    for name, entry in verdicts.items():
        for reading in entry.get("readings", []):
            findings = [_finding(name, reading["id"], test) for test in reading["tests"]]
            said = evidence.verdict(findings, CLAIMS[name].kind)
            if findings:
                assert (said.word, said.hangs_on) == (reading["word"], reading["hangs_on"]), name
                assert said.odds == pytest.approx(reading["odds"])
        plain = [one["word"] for one in entry.get("readings", []) if one["plain"]]
        assert plain in ([], [entry["verdict"]])


def _finding(claim: str, reading: str, entry: dict) -> Finding:
    """What a declared test said, from its recorded value; the outcome is read anew."""
    test = CLAIMS[claim].tests[f"{reading}.{entry['id']}"]
    [outcome] = evidence.outcomes(test, pd.DataFrame([entry]))
    assert outcome == entry["outcome"], f"{claim}.{reading}.{test.id}"
    return Finding(
        test,
        outcome,
        _counts(Rate, entry["rate"]),
        _counts(Ways, entry["ways"]),
        record.entries()[f"{claim}.{reading}.{test.id}"].seen != "no",
    )


def _counts(kind: type[Rate] | type[Ways], entry: dict | None) -> Rate | Ways | None:
    """The counts of an entry without what follows from them."""
    return entry and kind(**{one.name: entry[one.name] for one in fields(kind)})


def test_the_words_for_in_short_find_their_facts(verdicts):
    """Whatever the outcome may be, in a rerun too."""
    filled = 0
    for name, entry in verdicts.items():
        for reading in entry.get("readings", []):
            for test in reading["tests"]:
                for sentence in CLAIMS[name].tests[f"{reading['id']}.{test['id']}"].short.values():
                    said = facts.filled(sentence, test, NAMES)
                    assert said.endswith(".") and "{" not in said, said
                    filled += 1
    assert filled > 10
