"""Measures on the Security Council, against cases worked out by hand. The members are not real."""

import pandas as pd
import pytest

from eastward.measures import council, voting

VOTES = pd.DataFrame(
    [
        (1, "A", 3, True),
        (1, "B", 3, True),
        (1, "C", 1, False),
        (2, "A", 3, True),
        (2, "B", 2, False),
        (2, "C", 1, False),
        (3, "A", 1, False),
        (3, "C", 1, False),
    ],
    columns=["draft_id", "state", "vote", "veto"],
)
DRAFTS = pd.DataFrame({"draft_id": [1, 2, 3], "year": [2000, 2000, 2001], "topic": ["x", "y", "x"]})


def test_vetoes_are_counted_alone_and_together():
    table = council.vetoes_together(VOTES)
    assert table.loc["A", "A"] == 2
    assert table.loc["B", "B"] == 1
    assert table.loc["A", "B"] == table.loc["B", "A"] == 1
    assert list(table.index) == ["A", "B"]


def test_agreement_is_that_of_the_general_assembly():
    pairs = council.agreement(VOTES, DRAFTS)
    assert voting.dyad(pairs, "A", "B").to_dict() == {2000: (1 + 0.5) / 2}
    assert voting.dyad(pairs, "A", "C").to_dict() == {2000: 0.0, 2001: 1.0}


def test_drafts_may_be_grouped_by_topic():
    pairs = council.agreement(VOTES, DRAFTS, period="topic")
    assert voting.dyad(pairs, "A", "C").to_dict() == {"x": 0.5, "y": 0.0}
    assert voting.dyad(pairs, "A", "C", "votes").to_dict() == {"x": 2, "y": 1}


def test_the_most_reluctant_power_decides_and_absence_counts_as_holding_back():
    drafts = pd.DataFrame({"draft_id": [1, 2, 3, 4], "recorded": [True, True, True, False]})
    votes = pd.DataFrame(
        [(1, "RUS", 1), (2, "RUS", 2), (3, "RUS", 3), (1, "USA", 1), (2, "USA", 1), (4, "USA", 3)],
        columns=["draft_id", "state", "vote"],
    )
    found = council.withheld(votes, drafts, ["RUS", "USA"])
    assert (found.value, found.n, found.note) == (pytest.approx(200 / 3), 3, "RUS")
    strict = council.withheld(votes, drafts, ["RUS", "USA"], abstentions=False)
    assert strict.value == pytest.approx(100 / 3)
    more = council.withheld(votes, drafts, ["RUS", "USA"], False, {"RUS": 1})
    assert (more.value, more.n) == (50.0, 4)
    assert council.withheld(votes, drafts.head(0), ["RUS"]).value is None


def test_vetoes_outside_the_topic_by_day():
    assert council.vetoes_outside("IRN", "2012-12-31") == {"RUS": 1}
    assert council.vetoes_outside("TUR", "2026-08-31") == {}
