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


def test_pairs_count_a_side_once_whatever_its_parties():
    assert support.pairs(CASES, "X").values.tolist() == [["A", "B", 2, 1]]
    assert support.pairs(CASES, "Y").empty


def test_the_same_party_is_more_than_the_same_side():
    both = pd.concat([CASES, CASES.iloc[[0]].assign(year=2002, party="two", supporter="B")])
    both = pd.concat([both, CASES.iloc[[0]].assign(year=2002)])
    assert support.same_party(both, "A", "B").values.tolist() == [
        ["X", 1, 2000, "A", "one"],
        ["X", 1, 2001, "A", "two"],
    ]
    assert len(support.same_side(both, "A", "B")) == 3


def test_before_counts_what_came_before_the_first_joint_year_in_the_war():
    joint = pd.DataFrame(
        [(1, 1990), (2, 1995), (1, 2000), (3, 2001), (3, 2005), (4, 2004)],
        columns=["conflict", "year"],
    )
    earlier, first = support.before(joint, [3, 4], since=1991, began=2003)
    assert first == 2004
    assert earlier.values.tolist() == [[2, 1995], [1, 2000], [3, 2001]]
    assert support.before(joint, [9], 1991, 2003) == (None, None)


def test_pairs_without_a_common_conflict_count_among_the_rest():
    counts = support.among(support.pairs(CASES, "X"), "ABC")
    assert counts.to_dict() == {"A–B": 1, "A–C": 0, "B–C": 0}


def test_pairs_by_party_count_a_conflict_year_once():
    twice = pd.concat([CASES, CASES.iloc[[0, 1]].assign(party="two")])
    assert support.pairs(twice, "X", party=True).values.tolist() == [["A", "B", 2, 1]]
    apart = CASES.drop(index=[1, 4])
    assert support.pairs(apart, "X", party=True).empty


def test_governments_are_named_alike_in_both_sources():
    parties = pd.Series(["AAA", "rebels of AAA", "Government of Aland", "AAA BBB", "Movement"])
    assert support.named(parties, {"AAA": "Aland", "BBB": "Bland"}).tolist() == [
        "Government of Aland",
        "rebels of Aland",
        "Government of Aland",
        "AAA BBB",
        "Movement",
    ]


def test_company_with_several_powers_names_each():
    found = support.beside(CASES, "A", ["A", "B", "C"])
    assert found[["power", "conflict", "year"]].values.tolist() == [["B", 1, 2000], ["B", 1, 2001]]


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
def test_same_side_is_symmetric_and_agrees_with_the_pairs(table):
    counted = support.pairs(table, "X").set_index(["first", "second"])["years"]
    for first, second in (("A", "B"), ("A", "C"), ("B", "C")):
        there = support.same_side(table, first, second)
        pd.testing.assert_frame_equal(there, support.same_side(table, second, first))
        assert counted.get((first, second), 0) == len(there)


@FEW
@given(cases, st.integers(2000, 2002))
def test_a_later_cut_off_never_removes_a_year(table, cutoff):
    early = support.same_side(table[table["year"] <= cutoff], "A", "B")
    whole = support.same_side(table, "A", "B")
    assert early.values.tolist() == whole[whole["year"] <= cutoff].values.tolist()
