"""Intervals of shares, counts and resampled statistics."""

import doctest

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.inference import intervals
from eastward.inference.intervals import (
    block_length,
    bootstrap_interval,
    cluster_interval,
    count_interval,
    difference_interval,
    share_interval,
)


def test_examples_run():
    assert doctest.testmod(intervals).failed == 0


def test_shares_have_wilsons_interval():
    # Written out for 8 of 10: (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n).
    p, n, z = 0.8, 10, 1.959964
    middle, half = p + z**2 / (2 * n), z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    low, high = share_interval(8, 10)
    assert low == pytest.approx((middle - half) / (1 + z**2 / n))
    assert high == pytest.approx((middle + half) / (1 + z**2 / n))


def test_shares_of_all_units_at_once_and_none_without_observations():
    low, high = share_interval([0, 5, 0], [5, 5, 0])
    assert low[0] == pytest.approx(0, abs=1e-12)
    assert high[1] == pytest.approx(1)
    assert high[0] == pytest.approx(1 - low[1])
    assert np.isnan([low[2], high[2]]).all()
    with pytest.raises(InputError, match="expected from 0 to all"):
        share_interval(6, 5)


def test_differences_of_shares_have_newcombes_interval():
    # Newcombe (1998), table II: 56 of 70 and 48 of 80; 9 of 10 and 3 of 10.
    low, high = difference_interval([56, 9], [70, 10], [48, 3], [80, 10])
    assert low == pytest.approx([0.0524, 0.1705], abs=5e-5)
    assert high == pytest.approx([0.3339, 0.8090], abs=5e-5)


def test_counts_have_garwoods_interval():
    from scipy.stats import poisson

    low, high = count_interval([0, 7])
    assert low[0] == 0
    # The bounds are the rates at which the count, or one as far out, has a chance of 2.5 %.
    assert poisson.sf(6, low[1]) == pytest.approx(0.025)
    assert poisson.cdf(7, high[1]) == pytest.approx(0.025)
    assert count_interval(7, exposure=10)[1] == pytest.approx(high[1] / 10)


def persistent(size, rho, draws, seed):
    """Autoregressive series of order one, one a row."""
    random = np.random.default_rng(seed)
    values = np.zeros((draws, size + 50))
    for t in range(1, size + 50):
        values[:, t] = rho * values[:, t - 1] + random.normal(size=draws)
    return values[:, 50:]


def test_blocks_grow_with_the_dependence():
    lengths = {
        rho: np.median([block_length(one) for one in persistent(60, rho, 60, seed=1)])
        for rho in (0.0, 0.4, 0.8)
    }
    assert lengths[0.0] <= 3 < lengths[0.4] < lengths[0.8] <= 20
    assert block_length([4.0] * 9) == block_length([1.0, 2.0]) == 1


def test_blocks_chosen_from_the_data_widen_the_interval_of_a_persistent_series():
    series = persistent(60, 0.7, 1, seed=4)[0]
    plain = np.subtract(*bootstrap_interval(series, block=1)[::-1])
    chosen = np.subtract(*bootstrap_interval(series)[::-1])
    assert chosen > 1.3 * plain


def test_clusters_are_drawn_whole():
    random = np.random.default_rng(3)
    centres = random.normal(size=12)
    values = np.repeat(centres, 30) + random.normal(scale=0.1, size=360)
    clusters = np.repeat(np.arange(12), 30)
    one_by_one = np.subtract(*bootstrap_interval(values, block=1)[::-1])
    whole = np.subtract(*cluster_interval(values, clusters)[::-1])
    assert whole == pytest.approx(2 * 1.96 * centres.std() / np.sqrt(12), rel=0.15)
    assert whole > 4 * one_by_one
    assert cluster_interval([1.0, 2.0], ["a", "a"]) == (None, None)
    assert cluster_interval([1.0, float("nan")], ["a", "b"]) == (None, None)


def test_clusters_may_have_weights():
    low, high = cluster_interval([0, 1], ["a", "b"], weights=[3, 1], confidence=1 / 3)
    assert (low, high) == (0.25, 0.25)  # one of each is drawn in half of all cases


def test_mean_of_two_values_is_drawn_as_the_binomial_says():
    # Means of (0, 1): 0 with 1/4, 0.5 with 1/2, 1 with 1/4; so the middle third is 0.5.
    assert bootstrap_interval([0, 1], confidence=1 / 3) == (0.5, 0.5)
    assert bootstrap_interval([0, 1], confidence=0.95) == (0.0, 1.0)


def test_large_samples_agree_with_the_normal_interval():
    values = np.random.default_rng(2).normal(size=400)
    low, high = bootstrap_interval(values)
    error = values.std() / np.sqrt(len(values))
    assert low == pytest.approx(values.mean() - 1.96 * error, abs=0.015)
    assert high == pytest.approx(values.mean() + 1.96 * error, abs=0.015)


def test_blocks_keep_neighbours_together():
    # Any two neighbours of this series sum to zero.
    series = [1.0, -1.0] * 50
    plain = np.subtract(*bootstrap_interval(series)[::-1])
    blocks = np.subtract(*bootstrap_interval(series, block=2)[::-1])
    assert blocks == 0
    assert plain > 0.3


def test_whole_series_as_one_block_does_not_vary():
    assert bootstrap_interval([1.0, 2.0, 6.0], block=3) == (3.0, 3.0)


def test_too_little_gives_nothing():
    assert bootstrap_interval([1.0]) == (None, None)
    assert bootstrap_interval([1.0, float("nan")]) == (None, None)
    assert bootstrap_interval([1.0, 2.0], block=3) == (None, None)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=20),
    st.integers(1, 3),
    st.floats(0.5, 0.99),
)
def test_interval_is_ordered_inside_the_data_and_reproducible(values, block, confidence):
    found = bootstrap_interval(values, np.mean, confidence, block, draws=99)
    assert found == bootstrap_interval(values, np.mean, confidence, block, draws=99)
    low, high = found
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
