"""Interrupted time series: planted changes are found, and errors are those of Newey and West."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from eastward.inference.series import interrupted_series, newey_west_lags

YEARS = pd.RangeIndex(1990, 2010)


def planted(level, trend, level_change, slope_change, at=2000, index=YEARS):
    time = np.asarray(index - at, dtype=float)
    after = time >= 0
    values = level + trend * time + (level_change + slope_change * time) * after
    return pd.Series(values, index=index)


@given(*[st.floats(-100, 100) for _ in range(4)], st.integers(1994, 2006))
def test_noiseless_changes_are_recovered(level, trend, level_change, slope_change, at):
    series = planted(level, trend, level_change, slope_change, at)
    found = interrupted_series(series, at)["estimate"]
    assert found.index.tolist() == ["level", "trend", "level_change", "slope_change"]
    assert found.tolist() == pytest.approx([level, trend, level_change, slope_change], abs=1e-8)


def test_dates_give_slopes_a_year_and_months_count_from_their_first_day():
    months = pd.period_range("2016-01", "2020-12", freq="M")
    time = (months.to_timestamp() - pd.Timestamp("2018-05-01")).days / 365.25
    series = pd.Series(3 * time + 10 * (time >= 0), index=months)
    found = interrupted_series(series, "2018-05")["estimate"]
    assert found["trend"] == pytest.approx(3)
    assert found["level_change"] == pytest.approx(10)
    # Counted from the 8th, May is before: the step is smeared, and the trend takes part of it.
    late = interrupted_series(series, "2018-05-08")["estimate"]
    assert late["level_change"] < 10
    dated = series.set_axis(months.to_timestamp())
    same = interrupted_series(dated, "2018-05-01")["estimate"]
    assert same.tolist() == pytest.approx(found.tolist())


def newey_west(design, residuals, lags):
    """The covariance of the coefficients, written out from Newey and West (1987)."""
    size, terms = design.shape
    scores = design * residuals[:, None]
    middle = scores.T @ scores
    for lag in range(1, lags + 1):
        cross = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (lags + 1)) * (cross + cross.T)
    bread = np.linalg.inv(design.T @ design)
    return size / (size - terms) * bread @ middle @ bread


def test_errors_are_newey_west():
    noise = np.random.default_rng(1).normal(size=len(YEARS))
    series = planted(5, 1, 2, 0.5) + noise
    time = np.asarray(YEARS - 2000, dtype=float)
    after = (time >= 0).astype(float)
    design = sm.add_constant(np.column_stack([time, after, time * after]))
    coefficients = np.linalg.lstsq(design, series.to_numpy(), rcond=None)[0]
    found = interrupted_series(series, 2000, lags=3)
    assert found["estimate"].tolist() == pytest.approx(coefficients.tolist())
    expected = np.sqrt(np.diag(newey_west(design, series.to_numpy() - design @ coefficients, 3)))
    assert found["error"].tolist() == pytest.approx(expected.tolist())
    assert (found["low"] < found["estimate"]).all()
    wider = interrupted_series(series, 2000, lags=3, confidence=0.99)
    assert (wider["low"] < found["low"]).all()


def test_lags_follow_the_rule():
    assert [newey_west_lags(n) for n in (20, 100, 500)] == [2, 4, 5]


def test_too_few_observations_on_a_side_give_nothing():
    series = planted(1, 1, 1, 1)
    assert interrupted_series(series, 2008).empty
    assert len(interrupted_series(series, 2007)) == 4
    series[2009] = None
    assert interrupted_series(series, 2007).empty
