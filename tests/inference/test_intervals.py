"""Intervals of shares, counts and means."""

import numpy as np
import pytest
from scipy.stats import poisson

from eastward.errors import InputError
from eastward.inference.intervals import (
    count_interval,
    difference_interval,
    mean_interval,
    share_interval,
)


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
    low, high = count_interval([0, 7])
    assert low[0] == 0
    # The bounds are the rates at which the count, or one as far out, has a chance of 2.5 %.
    assert poisson.sf(6, low[1]) == pytest.approx(0.025)
    assert poisson.cdf(7, high[1]) == pytest.approx(0.025)
    assert count_interval(7, exposure=10)[1] == pytest.approx(high[1] / 10)


@pytest.mark.parametrize(("size", "rho", "least"), [(8, 0, 0.94), (16, 0.6, 0.87), (40, 0.6, 0.91)])
def test_means_of_persistent_series_are_covered(persistent, size, rho, least):
    found = [mean_interval(one) for one in persistent(size, rho, 400, seed=1)]
    assert np.mean([low <= 0 <= high for low, high in found]) >= least
    assert mean_interval([1.0, 2.0, 3.0]) == (None, None)
