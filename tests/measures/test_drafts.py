"""Drafts in the Security Council, on made-up documents and votes."""

import pandas as pd

from eastward.measures import drafts


def stances(*tags):
    rows = {"id": [f"d{n}" for n in range(len(tags))], "tags": list(tags)}
    return drafts.stances(pd.DataFrame(rows).assign(date=pd.Timestamp("2018-02-26"), shows=""))


FOUR = stances(
    "adopted;against",
    "adopted;against;panel",
    "vetoed;against;yemen;no-RUS;out-CHN",
    "failed;favour;no-USA",
)


def test_who_has_no_tag_voted_for_the_draft():
    assert FOUR["RUS"].tolist() == ["yes", "yes", "no", "yes"]
    assert FOUR["CHN"].tolist() == ["yes", "yes", "abstains", "yes"]
    assert FOUR["routine"].tolist() == [False, True, False, False]


def test_a_row_without_a_side_is_left_out():
    assert stances("syria;vetoed", "adopted;against")["id"].tolist() == ["d1"]


def test_support_is_counted_on_drafts_against_the_state_alone():
    found = drafts.supported(FOUR, "RUS")
    assert (round(found.value, 1), found.n) == (66.7, 3)
    assert drafts.supported(FOUR.head(0), "RUS").value is None


def test_a_shared_veto_is_not_a_lone_one():
    both = stances("vetoed;against;no-RUS;no-CHN", "failed;against;no-RUS")
    assert drafts.stopped_alone(both, "RUS").empty
    assert drafts.stopped_alone(FOUR, "RUS")["id"].tolist() == ["d2"]


def test_an_abstention_is_on_nobodys_side():
    assert drafts.on_its_side(FOUR, "RUS").value == 50.0
    assert drafts.on_its_side(FOUR, "CHN").value == 25.0
    assert drafts.on_its_side(stances("failed;even"), "RUS").value is None


VOTES = pd.DataFrame(
    [(1, "RUS", 1, False), (2, "RUS", 3, True), (2, "CHN", 3, True), (3, "RUS", 3, True)],
    columns=["draft_id", "state", "vote", "veto"],
)


def test_the_table_counts_only_the_drafts_that_are_asked_for():
    assert drafts.supported_by_table(VOTES, VOTES.head(2), "RUS").value == 50.0
    assert drafts.supported_by_table(VOTES, VOTES.head(0), "RUS").value is None


def test_vetoes_that_nobody_shared():
    asked = pd.DataFrame({"draft_id": [1, 2, 3]})
    assert drafts.vetoed_alone(VOTES, asked, "RUS").value == 1
    assert drafts.vetoed_alone(VOTES, asked, "CHN").value == 0
    assert drafts.vetoed_alone(VOTES, asked, "USA").n == 3
