"""Resampled intervals, plain, in blocks and in clusters."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.inference.resampling import bootstrap_interval, cluster_interval


def test_blocks_chosen_from_the_data_widen_the_interval_of_a_persistent_series(persistent):
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
