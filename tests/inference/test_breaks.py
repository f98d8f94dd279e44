"""Break search: planted breaks are found, and chance series mostly have none."""

import numpy as np
import pandas as pd
import pytest

from eastward.inference.breaks import break_search


def step(at, size, noise=0.0, length=60, seed=0):
    values = np.random.default_rng(seed).normal(scale=noise, size=length)
    return pd.Series(values + size * (np.arange(length) >= at), index=range(2000, 2000 + length))


@pytest.mark.parametrize("at", [12, 30, 45])
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_planted_step_is_found(at, noise):
    found = break_search(step(at, size=3, noise=noise), draws=199)
    assert found.at == 2000 + at
    assert found.p == pytest.approx(1 / 200)


def test_planted_change_of_slope_is_found():
    time = np.arange(60)
    series = pd.Series(0.5 * time + 2.0 * np.clip(time - 35, 0, None))
    found = break_search(series, trend=True, draws=99)
    assert found.at in (35, 36)  # both sides of the kink fit the point itself
    assert found.p == 0.01


def test_statistic_is_the_f_of_a_split_mean():
    series = pd.Series([1.0, 2.0, 3.0, 2.0, 6.0, 8.0, 7.0, 7.0])
    found = break_search(series, draws=9)
    # Split at 4: means 2 and 7, residual squares 2 + 2; without a split, mean 4.5 and 54.
    assert found.at == 4
    assert found.statistic == pytest.approx((54 - 4) / (4 / 6))
    assert found.candidates.index.tolist() == [2, 3, 4, 5, 6]
    assert found.candidates.max() == found.statistic


@pytest.mark.parametrize("trend", [False, True])
@pytest.mark.parametrize("rho", [0.0, 0.6])
@pytest.mark.parametrize("size", [16, 40])
def test_series_without_a_break_are_rejected_in_at_most_seven_cases_of_a_hundred(
    persistent, size, rho, trend
):
    """Blocks of residuals in random order rejected 10 to 16 per cent."""
    series = [pd.Series(one) for one in persistent(size, rho, 100, seed=11)]
    ps = [break_search(one, trend=trend, draws=59).p for one in series]
    assert np.mean(np.array(ps) <= 0.05) <= 0.07


def test_a_clear_break_is_found_in_a_persistent_series(persistent):
    broken = persistent(40, 0.6, 20, seed=5) + 6 * (np.arange(40) >= 24)
    ps = [break_search(pd.Series(one), draws=59).p for one in broken]
    assert np.mean(np.array(ps) <= 0.05) >= 0.7


def test_same_seed_same_p():
    series = step(30, size=0.6, noise=1)
    first, second = (break_search(series, draws=99, seed=5) for _ in range(2))
    assert first.p == second.p


def test_scale_and_shift_do_not_matter():
    series = step(30, size=1, noise=1)
    first = break_search(series, draws=99)
    second = break_search(7 - 3 * series, draws=99)
    assert second.at == first.at
    assert second.statistic == pytest.approx(first.statistic)


def test_short_or_constant_series_have_no_break():
    assert break_search(pd.Series([1.0, 2.0, 3.0])) is None
    assert break_search(pd.Series(dtype=float)) is None
    assert break_search(pd.Series([4.0] * 20)) is None
    assert break_search(pd.Series([1.0, 2.0, 3.0, 5.0])) is not None
    assert break_search(pd.Series([1.0, 2.0, 3.0, 5.0]), trend=True) is None
