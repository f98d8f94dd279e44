"""Appeals by window of years, on made-up years."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from eastward.measures import appeals


def test_a_year_counts_once_and_inside_the_period():
    rows = pd.DataFrame({"date": pd.to_datetime(["1991-01-01", "1991-09-01", "2018-01-01"])})
    assert appeals.years_with(rows, range(1979, 2016)) == [1991]
    assert appeals.years_with(rows.head(0), range(1979, 2016)) == []


def test_a_window_that_is_known_in_part_counts():
    found = appeals.windows_with([1991], range(1989, 1996), 1989)
    assert found.values.tolist() == [[1989, True], [1994, False]]
    assert appeals.share(found).value == 50
    assert appeals.share(found).n == 2


def test_without_years_nothing_is_known():
    found = appeals.windows_with([], [], 1979)
    assert found.empty
    assert appeals.share(found).value is None


@given(st.sets(st.integers(1979, 2015)), st.integers(1, 10))
def test_windows_hold_every_year_that_was_said(said, length):
    found = appeals.windows_with(sorted(said), range(1979, 2016), 1979, length)
    starts = {1979 + (year - 1979) // length * length for year in said}
    assert set(found.loc[found["said"], "window"]) == starts
