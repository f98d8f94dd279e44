"""Measured values and ranks."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.measured import Measured, rank


def test_what_is_not_finite_is_no_value():
    found = Measured(np.inf, 3, np.nan, None)
    assert (found.value, found.low, found.high) == (None, None, None)
    assert Measured(pd.NA, 0).value is None


def test_a_row_of_a_measure_is_taken_with_its_interval_and_note():
    frame = pd.DataFrame(
        {"value": [0.5, np.nan], "n": [4, np.nan], "low": [0.2, np.nan], "high": [0.8, np.nan]},
        index=["IRN", "TUR"],
    ).assign(note=["to 2017", None])
    assert Measured.of(frame, "IRN") == Measured(0.5, 4, 0.2, 0.8, "to 2017")
    assert Measured.of(frame, "TUR") == Measured(None, 0)
    assert isinstance(Measured.of(frame, "IRN").n, int)


def test_bad_values_are_refused():
    with pytest.raises(ValueError, match="n -1"):
        Measured(1, -1)
    with pytest.raises(ValueError, match="both ends or none"):
        Measured(1, 2, low=0)
    with pytest.raises(ValueError, match="low before high"):
        Measured(1, 2, low=3, high=2)
    twice = pd.DataFrame({"value": [1, 2], "n": [1, 1]}, index=["IRN", "IRN"])
    with pytest.raises(ValueError, match="expected one row, found 2"):
        Measured.of(twice, "IRN")
    with pytest.raises(ValueError, match="column n"):
        Measured.of(twice[["value"]], "IRN")


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=30), st.booleans())
def test_the_place_counts_all_that_reach_the_unit(values, descending):
    series = pd.Series(values, dtype=float)
    for unit in series.index:
        found = rank(series, unit, descending)
        sign = 1 if descending else -1
        assert found.place == sum(sign * other >= sign * series[unit] for other in values)
        assert found.share_at_least == found.place / len(values) >= 1 / len(values)
        assert found.measured() == Measured(found.place, len(values))


def test_under_chance_the_share_is_a_valid_p():
    # With distinct values each place is as likely as any other.
    values = pd.Series(np.random.default_rng(0).permutation(40))
    shares = np.array([rank(values, unit).share_at_least for unit in values.index])
    assert (shares <= 0.05).mean() == 0.05


def test_a_share_tells_the_cases_behind_it():
    assert Measured(None, 0).count is None
    assert Measured(100 / 3, 6).count == 2
