"""Disputes, on made-up cases between states A, B and C."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.measures import disputes

COLUMNS = ["source", "dispute", "state_a", "state_b", "year", "onset"]
COLUMNS += ["originator_a", "originator_b", "revisionist_a", "revisionist_b"]
FEW = settings(max_examples=25)  # frames are slow


def table(rows):
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({"revisionist_a": "Int64", "revisionist_b": "Int64"})


CASES = table(
    [
        ("X", 1, "A", "B", 1905, True, True, True, 1, 0),
        ("X", 1, "A", "B", 1906, False, True, True, 1, 0),
        ("X", 2, "B", "A", 1915, True, True, True, 0, 1),
        ("X", 3, "A", "B", 1925, True, True, True, 1, 1),
        ("X", 4, "A", "C", 1925, True, True, False, 1, 0),  # C joined later
        ("Y", 1, "A", "B", 1905, True, True, True, None, None),
    ]
)
cases = st.lists(
    st.tuples(
        st.sampled_from(["AB", "BA", "AC", "CB"]),
        st.integers(1900, 1999),
        st.booleans(),
        st.sampled_from([(1, 0), (0, 1), (1, 1), (None, None)]),
    ),
    min_size=1,
    max_size=20,
).map(
    lambda rows: table(
        [
            ("X", number, *pair, year, True, joined, True, *revisionists)
            for number, (pair, year, joined, revisionists) in enumerate(rows)
        ]
    )
)


def test_between_takes_either_side():
    assert len(disputes.between(CASES, "A", "B")) == 5
    assert len(disputes.between(CASES, "B", "A")) == 5
    assert disputes.between(CASES, "C")["dispute"].tolist() == [4]


def test_onsets_are_first_years_of_originators():
    found = disputes.onsets(CASES)
    assert found[["source", "dispute", "initiator"]].values.tolist() == [
        ["X", 1, "A"],
        ["X", 2, "B"],
        ["X", 3, "A"],
        ["Y", 1, "A"],
    ]
    assert 4 in disputes.onsets(CASES, originators=False)["dispute"].tolist()


def test_the_revisionist_may_be_on_side_b_or_nobody():
    found = disputes.onsets(CASES, "revisionist").set_index(["source", "dispute"])["initiator"]
    assert found["X", 1] == "A"
    assert found["X", 2] == "A"
    assert found.isna().to_dict()["X", 3]
    assert found.isna().to_dict()["Y", 1]


def test_unknown_rule_is_refused():
    with pytest.raises(InputError, match="rule 'first': expected one of side_a, revisionist"):
        disputes.onsets(CASES, "first")


@FEW
@given(cases, st.integers(1900, 1999))
def test_a_later_cut_off_never_lowers_a_count(table, cutoff):
    early = disputes.onsets(table[table["year"] <= cutoff])
    assert len(early) <= len(disputes.onsets(table))


@FEW
@given(cases, st.sampled_from(disputes.RULES))
def test_who_began_and_the_target_are_the_two_sides(table, rule):
    onsets = disputes.onsets(table, rule)
    begun = disputes.begun_against(onsets, "A")
    assert len(begun) == (onsets["initiator"] == "A").sum()
    sides = onsets.set_index("dispute")
    for row in begun.itertuples():
        assert {row.initiator, row.target} == set(sides.loc[row.dispute, ["state_a", "state_b"]])
