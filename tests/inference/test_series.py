"""Changes at a known date: planted ones are found, and chance is rarely taken for one."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.inference import series as module
from eastward.inference.series import change_at, changes, placebo_dates, placebo_units

YEARS = pd.RangeIndex(1990, 2010)


def planted(level, trend, level_change, slope_change, at=2000, index=YEARS):
    time = np.asarray(index - at, dtype=float)
    after = time >= 0
    values = level + trend * time + (level_change + slope_change * time) * after
    return pd.Series(values, index=index)


@given(*[st.floats(-100, 100) for _ in range(4)], st.integers(1994, 2006))
def test_noiseless_changes_are_recovered(level, trend, level_change, slope_change, at):
    found = change_at(planted(level, trend, level_change, slope_change, at), at)
    assert found[["level", "slope"]].tolist() == pytest.approx(
        [level_change, slope_change], abs=1e-8
    )


def test_changes_are_those_of_a_segmented_regression():
    series = planted(5, 1, 2, 0.5) + np.random.default_rng(1).normal(size=len(YEARS))
    time = np.asarray(YEARS - 2000, dtype=float)
    after = (time >= 0).astype(float)
    design = np.column_stack([np.ones(len(time)), time, after, time * after])
    coefficients = np.linalg.lstsq(design, series.to_numpy(), rcond=None)[0]
    found = change_at(series, 2000)
    assert found[["level", "slope"]].tolist() == pytest.approx(coefficients[2:].tolist())
    assert found["mean"] == pytest.approx(series.loc[2000:].mean() - series.loc[:1999].mean())


def test_dates_give_slopes_a_year_and_months_count_from_their_first_day():
    months = pd.period_range("2016-01", "2020-12", freq="M")
    time = (months.to_timestamp() - pd.Timestamp("2018-05-01")).days / 365.25
    series = pd.Series(3 * time + (10 + 2 * time) * (time >= 0), index=months)
    found = change_at(series, "2018-05")
    assert found["level"] == pytest.approx(10)
    assert found["slope"] == pytest.approx(2)
    # Counted from the 8th, May is before: the step is smeared.
    assert change_at(series, "2018-05-08")["level"] < 10
    dated = series.set_axis(months.to_timestamp())
    assert change_at(dated, "2018-05-01").tolist() == pytest.approx(found.tolist())


def test_too_few_observations_on_a_side_give_nothing():
    series = planted(1, 1, 1, 1)
    assert change_at(series, 2008).isna().all()
    assert change_at(series, 2007).notna().all()
    assert change_at(series, 2007, window=4).isna().all()
    series[2009] = None
    assert change_at(series, 2007).isna().all()


def test_changes_at_all_dates_are_those_at_each():
    series = pd.Series(np.random.default_rng(0).normal(size=20), index=YEARS).drop([1995, 2003])
    found = changes(series, 4)
    assert found.index.tolist() == series.index[4:-3].tolist()
    for date in found.index:
        assert found.loc[date].tolist() == pytest.approx(change_at(series, date, 4).tolist())
    with pytest.raises(InputError, match="window 2: expected at least 3"):
        changes(series, 2)


def test_a_planted_step_is_the_most_extreme_date():
    index = pd.RangeIndex(1980, 2020)
    noise = np.random.default_rng(5).normal(scale=0.3, size=40)
    series = planted(0, 0.2, 3, 0, at=2005, index=index) + noise
    found = placebo_dates(series, 2005)
    assert (found.p, found.of) == (1 / 35, 35)
    assert found.value == pytest.approx(3 + 3 * 0.2, abs=0.5)
    assert placebo_dates(series, 2005, alternative="less").p > 0.9
    assert placebo_dates(series, 1990).p > 0.1


def test_a_steady_trend_makes_no_date_special():
    assert placebo_dates(planted(3, 2, 0, 0), 2000).p == 1.0


def test_a_date_between_observations_is_that_of_the_later_one():
    dated = pd.Series(range(12), index=pd.date_range("2017-01-01", periods=12, freq="MS"))
    assert placebo_dates(dated, "2017-05-08") == placebo_dates(dated, "2017-06-01")
    assert placebo_dates(dated, "2019-01-01").p is None
    with pytest.raises(InputError, match="change 'trend': expected one of mean, level, slope"):
        placebo_dates(dated, "2017-06-01", change="trend")


def test_short_series_say_that_they_cannot_reject():
    step = pd.Series([0.0, 0, 0, 0, 9, 9, 9, 9])
    found = placebo_dates(step, 4)
    assert (found.of, found.smallest) == (3, 1 / 3)
    assert found.p >= 1 / 3
    assert found.measured().note == "of 3 dates; p cannot be below 0.33"


@pytest.mark.parametrize("change", ["mean", "level", "slope"])
@pytest.mark.parametrize("rho", [0.0, 0.6])
@pytest.mark.parametrize("size", [8, 16, 40])
def test_series_without_a_change_are_rejected_in_at_most_seven_cases_of_a_hundred(
    persistent, size, rho, change
):
    """Segmented regression with Newey and West's errors rejected 20 to 29 per cent."""
    place = list(module.CHANGES).index(change)
    weights = module._weights(np.arange(-3.0, 3.0), 3)[place]
    windows = np.lib.stride_tricks.sliding_window_view(persistent(size, rho, 2000, 7), 6, axis=1)
    found = windows @ weights
    extremity = np.abs(found - np.median(found, axis=1, keepdims=True))
    dates = extremity.shape[1]
    for position in (0, dates // 2, dates - 1):
        # as placebo_dates, written out for 2000 series at once
        p = (extremity >= extremity[:, [position]]).sum(axis=1) / dates
        assert (p <= 0.05).mean() <= 0.07


def test_the_simulation_computes_what_the_function_does(persistent):
    [one] = persistent(16, 0.6, 1, 7)
    found = changes(pd.Series(one), 3)["mean"].to_numpy()
    windows = np.lib.stride_tricks.sliding_window_view(one, 6)
    assert found.tolist() == pytest.approx(
        (windows @ module._weights(np.arange(-3.0, 3.0), 3)[0]).tolist()
    )
    extremity = np.abs(found - np.median(found))
    assert placebo_dates(pd.Series(one), 8).p == (extremity >= extremity[5]).mean()


def test_units_without_a_change_are_rejected_as_often_as_announced(persistent):
    frame = pd.DataFrame(persistent(8, 0.6, 20, 3).T)
    ps = [placebo_units(frame, unit, 4).p for unit in frame.columns]
    assert np.mean(np.array(ps) <= 0.05) == 0.05


def test_a_unit_without_a_window_has_no_place():
    frame = pd.DataFrame({"IRN": [1.0, None, 3, 4, 5, 6], "TUR": range(6)})
    assert placebo_units(frame, "IRN", 3).p is None
    assert placebo_units(frame, "TUR", 3).of == 1
    assert placebo_units(frame, "OMN", 3).value is None
