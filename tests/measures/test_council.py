"""Measures on the Security Council, against cases worked out by hand. The members are not real."""

import pandas as pd

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
