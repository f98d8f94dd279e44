"""Persistence of series."""

import numpy as np
import pytest

from eastward.inference.persistence import autocorrelation, block_length


@pytest.mark.parametrize("rho", [0.0, 0.4, 0.7])
def test_short_series_show_their_persistence_once_mended(persistent, rho):
    series = persistent(40, rho, 400, seed=2)
    assert np.mean([autocorrelation(one) for one in series]) == pytest.approx(rho, abs=0.04)


def test_who_overrates_adds_errors(persistent):
    [one] = persistent(40, 0.3, 1, seed=2)
    r = autocorrelation(one)
    assert autocorrelation(one, errors=1) == pytest.approx(r + np.sqrt((1 - r**2) / 40))


def test_blocks_grow_with_the_dependence(persistent):
    lengths = {
        rho: np.median([block_length(one) for one in persistent(60, rho, 60, seed=1)])
        for rho in (0.0, 0.4, 0.8)
    }
    assert lengths[0.0] <= 3 < lengths[0.4] < lengths[0.8] <= 20
    assert block_length([4.0] * 9) == block_length([1.0, 2.0]) == block_length([]) == 1
