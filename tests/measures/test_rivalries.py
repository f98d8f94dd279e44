"""Rivalry years, worked by hand. The states are not real."""

import pandas as pd

from eastward.measures import rivalries

TABLE = pd.DataFrame(
    [("X", "A", "B", year) for year in (1900, 1901, 1950)]
    + [("X", "B", "C", 1900), ("Y", "A", "C", 1900)],
    columns=["source", "state_a", "state_b", "year"],
)


def test_rivals_of_a_state_on_either_side_of_the_pair():
    found = rivalries.of(TABLE, "B")
    assert list(found["partner"]) == ["A", "A", "A", "C"]
    assert set(found["source"]) == {"X"}


def test_years_are_counted_and_a_list_without_the_pair_says_zero():
    for pair in (("A", "B"), ("B", "A")):
        assert rivalries.years_with(TABLE, *pair, range(1901, 1999)).to_dict() == {"X": 2, "Y": 0}
