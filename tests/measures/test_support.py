"""Support in conflicts, on made-up cases of supporters A, B and C."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.measures import support

COLUMNS = ["source", "conflict", "year", "side", "party", "supporter"]
CASES = pd.DataFrame(
    [
        ("X", 1, 2000, "A", "one", "A"),
        ("X", 1, 2000, "A", "one", "B"),
        ("X", 1, 2001, "A", "one", "A"),
        ("X", 1, 2001, "A", "two", "A"),  # the other party of the side
        ("X", 1, 2001, "A", "two", "B"),
        ("X", 1, 2001, "B", "three", "C"),
        ("X", 2, 2001, "B", "four", "A"),
        ("X", 2, 2001, "A", "five", "B"),
        ("Y", 1, 2001, "A", "one", "B"),
    ],
    columns=COLUMNS,
)
cases = st.lists(
    st.tuples(
        st.just("X"),
        st.integers(1, 3),
        st.integers(2000, 2002),
        st.sampled_from("AB"),
        st.sampled_from(["one", "two"]),
        st.sampled_from("ABC"),
    ),
    max_size=25,
    unique=True,
).map(lambda rows: pd.DataFrame(rows, columns=COLUMNS))
FEW = settings(max_examples=25)  # frames are slow


def test_same_side_within_a_source():
    assert support.same_side(CASES, "A", "B").values.tolist() == [
        ["X", 1, 2000, "A"],
        ["X", 1, 2001, "A"],
    ]


def test_opposite_sides_name_the_side_of_the_first():
    assert support.opposite_sides(CASES, "A", "B").values.tolist() == [["X", 2, 2001, "B"]]
    assert support.opposite_sides(CASES, "C", "A").values.tolist() == [["X", 1, 2001, "B"]]


def test_the_same_party_is_more_than_the_same_side():
    both = pd.concat([CASES, CASES.iloc[[0]].assign(year=2002, party="two", supporter="B")])
    both = pd.concat([both, CASES.iloc[[0]].assign(year=2002)])
    assert support.same_party(both, "A", "B").values.tolist() == [
        ["X", 1, 2000, "A", "one"],
        ["X", 1, 2001, "A", "two"],
    ]
    assert len(support.same_side(both, "A", "B")) == 3


def test_a_run_ends_with_a_year_apart_and_has_a_least_length():
    joint = pd.DataFrame(
        [(1, 1990), (1, 1991), (1, 1993), (2, 1991), (2, 1991)], columns=["conflict", "year"]
    )
    assert support.running(joint).values.tolist() == [
        [1, 1990, 1991, 2],
        [1, 1993, 1993, 1],
        [2, 1991, 1991, 1],
    ]
    assert support.running(joint, 2)["conflict"].tolist() == [1]
    assert support.running(joint.head(0), 2).empty


def test_governments_are_named_alike_in_both_sources():
    parties = pd.Series(["AAA", "rebels of AAA", "Government of Aland", "AAA BBB", "Movement"])
    assert support.named(parties, {"AAA": "Aland", "BBB": "Bland"}).tolist() == [
        "Government of Aland",
        "rebels of Aland",
        "Government of Aland",
        "AAA BBB",
        "Movement",
    ]


def test_wars_are_named_by_the_government_that_fights_them():
    parties = [
        (1, 2000, "A", "AAA"),
        (1, 2001, "B", "rebels of AAA"),
        (2, 2000, "A", "Government of Old Land"),
        (2, 2001, "A", "Government of Eland (Old Land)"),
        (3, 2000, "B", "Movement"),
    ]
    frame = pd.DataFrame(parties, columns=["conflict", "year", "side", "party"])
    names = support.wars(frame, {"AAA": "Aland"})
    assert names.to_dict() == {1: "Aland", 2: "Eland", 3: "Movement"}


def test_spans_join_years_and_conflicts_of_one_name():
    joint = {
        "both": pd.DataFrame([(1, 2000), (3, 2001), (1, 2005)], columns=["conflict", "year"]),
        "apart": pd.DataFrame([(2, 1999)], columns=["conflict", "year"]),
    }
    found = support.spans(joint, pd.Series({1: "Aland", 2: "Bland", 3: "Aland"}))
    assert found.values.tolist() == [
        ["Bland", "apart", 1999, 1999, "1999"],
        ["Aland", "both", 2000, 2001, "2000–2001"],
        ["Aland", "both", 2005, 2005, "2005"],
    ]


@FEW
@given(cases)
def test_same_side_is_symmetric(table):
    for first, second in (("A", "B"), ("A", "C"), ("B", "C")):
        there = support.same_side(table, first, second)
        pd.testing.assert_frame_equal(there, support.same_side(table, second, first))


@FEW
@given(cases, st.integers(2000, 2002))
def test_a_later_cut_off_never_removes_a_year(table, cutoff):
    early = support.same_side(table[table["year"] <= cutoff], "A", "B")
    whole = support.same_side(table, "A", "B")
    assert early.values.tolist() == whole[whole["year"] <= cutoff].values.tolist()
