"""What the tests of inference share: series whose neighbours depend on each other."""

import numpy as np
import pytest


@pytest.fixture(scope="session")
def persistent():
    """Autoregressive series of order one, one a row: size, correlation, number, seed."""

    def draw(size, rho, draws, seed):
        noise = np.random.default_rng(seed).normal(size=(draws, size + 50))
        values = np.zeros_like(noise)
        for t in range(1, size + 50):
            values[:, t] = rho * values[:, t - 1] + noise[:, t]
        return values[:, 50:]

    return draw
