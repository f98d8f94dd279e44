"""Intervals by resampling: the spread of a statistic over data drawn again.

Public names: :func:`bootstrap_interval`, :func:`cluster_interval`.
"""

from collections.abc import Callable, Hashable, Iterable

import numpy as np

from eastward.inference.persistence import block_length

Bounds = tuple[float | None, float | None]
Statistic = Callable[..., np.ndarray]


def bootstrap_interval(
    values: Iterable[float],
    statistic: Statistic = np.mean,
    confidence: float = 0.95,
    block: int | None = None,
    draws: int = 1999,
    seed: int = 0,
) -> Bounds:
    """Percentile interval of a statistic over resampled data.

    With blocks of one, the plain bootstrap (Efron and Tibshirani 1993, *An Introduction to the
    Bootstrap*); with longer ones, the moving-block bootstrap for series whose neighbours depend
    on each other (Künsch 1989, *Annals of Statistics* 17).

    Parameters
    ----------
    values : iterable of float
        Observations, of a series in order of time; missing ones are left out.
    statistic : callable
        Called with an array and ``axis``, such as :func:`numpy.mean` or :func:`numpy.median`.
    confidence : float
        Of the interval, 0 to 1.
    block : int, optional
        Length of the blocks that are drawn, by default :func:`.persistence.block_length`; 1
        where the observations have no order.
    draws : int
        Resamples.
    seed : int
        Of the draws.

    Returns
    -------
    (low, high)
        None, None with fewer than two values or fewer than one block. Of short series the
        interval is too narrow: with 40 values whose neighbours correlate by 0.6 it holds the true
        mean in three cases of four. For a mean take :func:`.intervals.mean_interval`.

    Examples
    --------
    >>> bootstrap_interval([0.0, 1.0], block=1)
    (0.0, 1.0)
    """
    values = np.array(list(values), dtype=float)
    values = values[~np.isnan(values)]
    size = len(values)
    block = block_length(values) if block is None else block
    if size < max(2, block):
        return None, None
    random = np.random.default_rng(seed)
    starts = random.integers(0, size - block + 1, size=(draws, -(-size // block)))
    chosen = (starts[:, :, None] + np.arange(block)).reshape(draws, -1)[:, :size]
    return _percentiles(statistic(values[chosen], axis=1), confidence)


def cluster_interval(
    values: Iterable[float],
    clusters: Iterable[Hashable],
    weights: Iterable[float] | None = None,
    confidence: float = 0.95,
    draws: int = 1999,
    seed: int = 0,
) -> Bounds:
    """Percentile interval of a mean whose observations come in clusters: whole ones are drawn.

    Votes of one session, texts of one speech and events of one war resemble each other; drawing
    them one by one would count each as news (Cameron, Gelbach and Miller 2008, *Review of Economics
    and Statistics* 90).

    Parameters
    ----------
    values : iterable of float
        Observations; missing ones are left out.
    clusters : iterable of hashable
        The cluster of each.
    weights : iterable of float, optional
        Weight of each observation in the mean; equal unless told.
    confidence : float
        Of the interval, 0 to 1.
    draws : int
        Resamples.
    seed : int
        Of the draws.

    Returns
    -------
    (low, high)
        None, None with fewer than two clusters; their number is the n to report.

    Examples
    --------
    >>> cluster_interval([1, 1, 1, 5, 5, 5], ["a", "a", "a", "b", "b", "b"])
    (1.0, 5.0)
    """
    values = np.array(list(values), dtype=float)
    weights = np.ones(len(values)) if weights is None else np.array(list(weights), dtype=float)
    known = ~np.isnan(values)
    names = {}
    of = np.array([names.setdefault(cluster, len(names)) for cluster in clusters])[known]
    _, of = np.unique(of, return_inverse=True)
    groups = int(of.max()) + 1 if len(of) else 0
    if groups < 2:
        return None, None
    totals = np.bincount(of, (values * weights)[known])
    sizes = np.bincount(of, weights[known])
    chosen = np.random.default_rng(seed).integers(0, groups, size=(draws, groups))
    return _percentiles(totals[chosen].sum(axis=1) / sizes[chosen].sum(axis=1), confidence)


def _percentiles(spread: np.ndarray, confidence: float) -> Bounds:
    low, high = np.quantile(spread, [(1 - confidence) / 2, (1 + confidence) / 2])
    return float(low), float(high)
