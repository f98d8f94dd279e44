"""The scorecard: its rows, its columns, the words of the article, and what the page says."""

import pandas as pd
import pytest

from eastward import readings, tables
from eastward.claims import registry

OWN = "hindsight"


def found(own=OWN):
    editions = {name: registry.verdicts(name) for name in ("hindsight", "as-written")}
    return readings.frame(registry.claims(), editions, own)


def test_every_reading_has_one_row_and_every_column_a_meaning():
    frame = found()
    declared = [(one.id, each.id) for one in registry.claims().values() for each in one.readings]
    assert sorted(zip(frame["claim"], frame["reading"], strict=True)) == sorted(declared)
    assert set(frame.columns) == {*readings.COLUMNS, "verdict_as-written"}


def test_verdicts_and_counts_are_those_of_the_edition():
    frame = found().set_index(["claim", "reading"])
    for claim, entry in registry.verdicts(OWN).items():
        for one in entry["readings"]:
            row = frame.loc[(claim, one["id"])]
            assert row["verdict"] == one["word"]
            assert row["tests"] == len(one["tests"])
            assert row["ways_for"] + row["ways_against"] <= row["ways"]
    contradicted = frame.loc[("only-iran", "alone-in-region")]
    assert contradicted["hangs_on"] == "Others without a security tie"


def test_without_verdicts_every_reading_is_untested():
    frame = readings.frame(registry.claims(), {OWN: {}}, OWN)
    assert set(frame["verdict"]) == {"untested"}
    assert readings.by_wording(frame, tables.load("wording")).empty


def test_every_coded_word_belongs_to_a_claim_and_to_a_sentence_of_it():
    claims = registry.claims()
    for row in tables.load("wording").itertuples():
        assert row.sentence in claims[row.claim].sentences, row


PLAIN = pd.DataFrame(
    {
        "claim": ["a", "b", "c", "d"],
        "plain": True,
        "tests": [1, 2, 1, 0],
        "verdict": ["strongly supported", "contradicted", "undecided", "untested"],
    }
)
WORDS = pd.DataFrame(
    {"claim": ["a", "a", "b", "d"], "kind": ["hedge", "absolute", "hedge", "absolute"]}
)


def test_the_strongest_word_counts_and_untested_claims_do_not():
    told = readings.by_wording(PLAIN, WORDS)
    assert {tuple(row) for row in told.to_numpy()} == {
        ("absolute", "supported", 1),
        ("hedge", "contradicted", 1),
        ("noun", "unsettled", 1),
    }


def test_what_the_page_says_adds_up():
    told = readings.told(PLAIN, readings.by_wording(PLAIN, WORDS))
    assert told["answer"] == (
        "Of 4 claims the tests reach 3: they support 1 and contradict 1, and leave 1 open."
    )
    assert told["fared"].startswith("Absolutes: 1 of 1 supported, 0 contradicted.")
    assert "Superlatives" not in told["fared"]


@pytest.mark.parametrize("own", ["hindsight", "as-written"])
def test_the_table_of_notebooks_has_a_line_a_reading(own):
    frame = found(own)
    assert len(readings.markdown(frame).splitlines()) == len(frame) + 2
