"""Growth, windows, changes, days and shares. Units A, B … are made up."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.measured import Measured
from eastward.measures import series


@given(st.floats(0.1, 1e6), st.floats(-0.5, 1), st.integers(1, 20))
def test_compound_growth_leads_from_the_first_value_to_the_last(first, rate, years):
    last = first * (1 + rate) ** years
    assert series.compound_growth(first, last, years) == pytest.approx(100 * rate, abs=1e-6)


@given(st.integers(1950, 1990), st.integers(1940, 2030), st.integers(1, 9))
def test_every_year_lies_in_one_window_of_as_many_years(start, year, length):
    [first] = series.window([year], start, length)
    assert first <= year < first + length
    assert (first - start) % length == 0


def test_changes_are_measured_with_their_observations():
    values = pd.DataFrame({"A": [1.0, 3, 8, 8], "B": [0.0, 0, 5, np.nan]}, index=range(2015, 2019))
    found = series.change_between(values, [2015, 2016], [2017, 2018])
    assert Measured.of(found, "A") == Measured(6, 4)
    assert Measured.of(found, "B") == Measured(5, 3)
    assert found.loc["A", "growth"] == 300
    assert np.isnan(found.loc["B", "growth"])
    assert series.change_between(values, [], [2018]).empty


def test_overlapping_spans_count_a_day_once_and_open_ones_last():
    spans = pd.DataFrame(
        [
            ("A", "2015-12-31", "2016-01-10"),
            ("A", "2016-01-05", "2016-01-20"),
            ("B", "2016-12-31", None),
        ],
        columns=["unit", "start", "end"],
    )
    spans[["start", "end"]] = spans[["start", "end"]].apply(pd.to_datetime)
    found = series.days_in_force(spans, [2015, 2016, 2017]).set_index(["unit", "year"])
    assert found["days"].to_dict() == {
        ("A", 2015): 1, ("A", 2016): 20, ("A", 2017): 0,
        ("B", 2015): 0, ("B", 2016): 1, ("B", 2017): 365,
    }  # fmt: skip
    assert found.loc[("A", 2016), "share"] == 20 / 366


def test_a_share_of_nothing_is_left_out():
    found = series.share(pd.Series({"A": 1.0}), pd.Series({"A": 4.0, "B": 2.0, "C": None}), "tiv")
    assert found["value"].to_dict() == {"A": 0.25, "B": 0.0}
    assert list(found.columns) == ["value", "part_tiv", "whole_tiv"]
