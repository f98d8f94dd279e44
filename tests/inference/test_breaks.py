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


def test_series_without_a_break_are_rarely_judged_to_have_one():
    ps = [break_search(step(0, size=0, noise=1, seed=seed), draws=99).p for seed in range(60)]
    assert np.mean(np.array(ps) <= 0.05) <= 0.15
    assert 0.35 < np.mean(ps) < 0.65


def test_blocks_guard_against_persistence():
    noise = np.random.default_rng(3).normal(size=120)
    persistent = pd.Series(noise).ewm(alpha=0.1, adjust=False).mean()
    alone = break_search(persistent, draws=199)
    together = break_search(persistent, block=20, draws=199)
    assert together.statistic == alone.statistic
    assert together.p > alone.p


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
