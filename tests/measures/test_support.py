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


def test_stays_end_with_a_year_apart():
    rows = [("X", 1, year, "A", "one", state) for year in (2000, 2001, 2003) for state in "AB"]
    rows += [("X", 1, 2002, "A", "one", "A"), ("X", 1, 2002, "B", "two", "B")]
    rows += [("X", 1, 2001, "A", "two", "B"), ("Y", 1, 2002, "A", "one", "B")]
    stays = support.stays(pd.DataFrame(rows, columns=COLUMNS), "X")
    assert stays.to_numpy().tolist() == [
        [1, "A", "A", "B", 2000, 2001, 2],
        [1, "A", "A", "B", 2003, 2003, 1],
    ]
