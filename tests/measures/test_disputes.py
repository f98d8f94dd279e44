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


def test_counts_by_initiator_and_decade():
    onsets = disputes.onsets(CASES)
    assert disputes.counts(onsets).values.tolist() == [["X", "A", 2], ["X", "B", 1], ["Y", "A", 1]]
    assert disputes.by_decade(onsets).values.tolist() == [
        ["X", 1900, "A", 1],
        ["X", 1910, "B", 1],
        ["X", 1920, "A", 1],
        ["Y", 1900, "A", 1],
    ]


def test_periods_meet_at_the_break():
    found = disputes.by_period(disputes.onsets(CASES), "A", [1921], 1901, 1930)
    assert found.query("source == 'X'").values.tolist() == [
        ["X", 1901, 1920, 20, 1, 1, 0.5],
        ["X", 1921, 1930, 10, 1, 0, 1.0],
    ]


def test_break_outside_the_years_is_refused():
    with pytest.raises(InputError, match=r"breaks \[1931\]: expected years after 1901, up to 1930"):
        disputes.by_period(disputes.onsets(CASES), "A", [1931], 1901, 1930)


def test_unknown_rule_is_refused():
    with pytest.raises(InputError, match="rule 'first': expected one of side_a, revisionist"):
        disputes.onsets(CASES, "first")


def test_last_year_is_of_the_dispute_and_not_of_its_onset():
    assert disputes.last_year(CASES, "B", "A").to_dict() == {"X": 1925, "Y": 1905}
    assert disputes.last_year(CASES, "B", "C").empty


def test_by_dyad_puts_both_directions_together():
    found = disputes.by_dyad(disputes.onsets(CASES))
    assert found.values.tolist() == [["X", "A", "B", 3, 2, 1], ["Y", "A", "B", 1, 1, 0]]


@FEW
@given(cases, st.sampled_from(disputes.RULES))
def test_nobody_begins_more_than_there_is(table, rule):
    onsets = disputes.onsets(table, rule)
    assert disputes.counts(onsets)["onsets"].sum() == onsets["initiator"].notna().sum()
    pairs = disputes.by_dyad(onsets)
    assert pairs["onsets"].sum() == len(onsets)
    assert (pairs["by_first"] + pairs["by_second"] <= pairs["onsets"]).all()


@FEW
@given(cases, st.integers(1901, 1999))
def test_periods_add_up_to_the_whole(table, edge):
    onsets = disputes.onsets(table)
    whole = disputes.by_period(onsets, "A", [], 1900, 1999)
    parts = disputes.by_period(onsets, "A", [edge], 1900, 1999)
    for column in ("years", "onsets", "others"):
        assert parts[column].sum() == whole[column].sum()


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


def test_decades_may_begin_with_any_year():
    onsets = disputes.onsets(CASES[CASES["source"] == "X"])
    found = disputes.by_decade(onsets, first=6)
    assert found[["decade", "initiator", "onsets"]].values.tolist() == [
        [1896, "A", 1],
        [1906, "B", 1],
        [1916, "A", 1],
    ]


def test_a_period_counts_once_however_often_the_state_began():
    onsets = pd.DataFrame({"year": [1901, 1909, 1925, 1931], "initiator": ["A", "A", "B", "A"]})
    assert disputes.periods_begun(onsets, "A", [1901, 1911, 1921, 1931], 1940) == 2
    assert disputes.periods_begun(onsets, "A", [1901, 1911, 1921, 1931], 1931) == 2
    assert disputes.periods_begun(onsets, "A", [1901, 1911, 1921], 1930) == 1
    assert disputes.periods_begun(onsets, "C", [1901], 1999) == 0


def test_the_peak_of_each_side_whichever_acts_first():
    rows = CASES[CASES["dispute"] <= 2].assign(hostility_a=[3, 4, 2, 5], hostility_b=[1, 1, 4, 5])
    found = disputes.peak(rows, "A", "B", range(1900, 1920))
    assert found.loc["X"].to_dict() == {"A": 4, "B": 2}
    assert disputes.peak(rows, "A", "B", [1905]).loc["X"].to_dict() == {"A": 3, "B": 1}
    assert disputes.peak(rows, "A", "B", [1999]).empty
