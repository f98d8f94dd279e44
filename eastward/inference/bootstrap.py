"""Bootstrap intervals: the spread of a statistic over resampled data."""

from collections.abc import Callable, Iterable

import numpy as np


def bootstrap_interval(
    values: Iterable[float],
    statistic: Callable[[np.ndarray], float] = np.mean,
    confidence: float = 0.95,
    block: int = 1,
    draws: int = 1999,
    seed: int = 0,
) -> tuple[float | None, float | None]:
    """Percentile interval of a statistic.

    With blocks of one, the plain bootstrap (Efron and Tibshirani 1993, *An Introduction to the
    Bootstrap*); with longer ones, the moving-block bootstrap for series whose neighbours depend
    on each other (Künsch 1989, *Annals of Statistics* 17).

    Parameters
    ----------
    values : iterable of float
        Observations, of a series in order of time; missing ones are left out.
    statistic : callable
        From an array to a number.
    confidence : float
        Of the interval.
    block : int
        Length of the blocks that are drawn.
    draws : int
        Resamples.
    seed : int
        Of the draws.

    Returns
    -------
    (low, high)
        None, None with fewer than two values or fewer than one block.
    """
    values = np.array(list(values), dtype=float)
    values = values[~np.isnan(values)]
    size = len(values)
    if size < max(2, block):
        return None, None
    random = np.random.default_rng(seed)
    starts = random.integers(0, size - block + 1, size=(draws, -(-size // block)))
    chosen = (starts[:, :, None] + np.arange(block)).reshape(draws, -1)[:, :size]
    spread = [statistic(values[row]) for row in chosen]
    low, high = np.quantile(spread, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)
