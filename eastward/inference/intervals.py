"""Intervals: how far a share, a difference of shares, a count or a statistic is known.

Public names: :func:`share_interval`, :func:`difference_interval`, :func:`count_interval`,
:func:`bootstrap_interval`, :func:`cluster_interval`, :func:`block_length`.

All take numbers or arrays, draw with a seed, and return (low, high).
"""

from collections.abc import Callable, Hashable, Iterable

import numpy as np
from numpy.typing import ArrayLike

from eastward.errors import InputError

Bounds = tuple[float | None, float | None]
Statistic = Callable[..., np.ndarray]


def share_interval(
    count: ArrayLike, n: ArrayLike, confidence: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """Interval of a share by Wilson's method, which also fits few cases and shares near 0 or 1.

    Parameters
    ----------
    count, n : array_like
        Cases and observations, numbers or arrays of one shape. The observations must be
        independent of each other.
    confidence : float
        Of the interval, 0 to 1.

    Returns
    -------
    (low, high)
        Shares, 0 to 1, in the shape of the arguments; nan where there is no observation.

    Raises
    ------
    InputError
        There are more cases than observations, or fewer than none.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    *Journal of the American Statistical Association* 22(158), 209-212.

    Examples
    --------
    >>> [round(float(end), 3) for end in share_interval(8, 10)]
    [0.49, 0.943]
    """
    from statsmodels.stats.proportion import proportion_confint

    count, n = _cases(count, n)
    with np.errstate(invalid="ignore", divide="ignore"):
        return proportion_confint(count, n, alpha=1 - confidence, method="wilson")


def difference_interval(
    count: ArrayLike,
    n: ArrayLike,
    count_other: ArrayLike,
    n_other: ArrayLike,
    confidence: float = 0.95,
) -> tuple[np.ndarray, np.ndarray]:
    """Interval of the difference of two independent shares, the first less the other.

    Newcombe's hybrid of the two shares' Wilson intervals.

    Parameters
    ----------
    count, n, count_other, n_other : array_like
        Cases and observations of both, as in :func:`share_interval`.
    confidence : float
        Of the interval, 0 to 1.

    Returns
    -------
    (low, high)
        Differences, -1 to 1; nan where a side has no observation.

    Raises
    ------
    InputError
        A side has more cases than observations, or fewer than none.

    References
    ----------
    Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions:
    comparison of eleven methods. *Statistics in Medicine* 17(8), 873-890.

    Examples
    --------
    >>> [round(float(end), 4) for end in difference_interval(56, 70, 48, 80)]
    [0.0524, 0.3339]
    """
    from statsmodels.stats.proportion import confint_proportions_2indep

    (count, n), (count_other, n_other) = _cases(count, n), _cases(count_other, n_other)
    with np.errstate(invalid="ignore", divide="ignore"):
        return confint_proportions_2indep(
            count, n, count_other, n_other, method="newcomb", alpha=1 - confidence
        )


def count_interval(
    count: ArrayLike, exposure: ArrayLike = 1.0, confidence: float = 0.95
) -> tuple[np.ndarray, np.ndarray]:
    """Exact interval of the rate behind a count of independent events.

    Parameters
    ----------
    count : array_like
        Events. A list that is complete has no such interval: nothing was drawn.
    exposure : array_like
        What the rate is per, for example the years in which the events were counted.
    confidence : float
        Of the interval, 0 to 1; the true one is at least as high.

    Returns
    -------
    (low, high)
        Events per unit of exposure.

    References
    ----------
    Garwood, F. (1936). Fiducial limits for the Poisson distribution. *Biometrika* 28(3/4), 437-442.

    Examples
    --------
    >>> [round(float(end), 2) for end in count_interval(0)]
    [0.0, 3.69]
    >>> [round(float(end), 2) for end in count_interval(10, exposure=5)]
    [0.96, 3.68]
    """
    from scipy.stats import chi2

    count = np.asarray(count, dtype=float)
    tail = (1 - confidence) / 2
    low = np.where(count > 0, chi2.ppf(tail, 2 * np.maximum(count, 1)) / 2, 0.0)
    high = chi2.ppf(1 - tail, 2 * (count + 1)) / 2
    return low / exposure, high / exposure


def block_length(values: ArrayLike) -> int:
    """Length of the blocks in which a series should be resampled, from its autocorrelation.

    For a series whose neighbours correlate by r and that forgets at that pace (autoregressive of
    order one), the length is the cube root of 6 r² n / (1 - r²)², at most a third of the series.
    Andrews (1991) gives the rule for the window of a variance; Politis and White (2004, corrected
    2009) have the same formula for blocks. The correlation is mended for its bias in short series
    (Kendall 1954), without which blocks are too short.

    Parameters
    ----------
    values : array_like
        The series in order of time, without missing values.

    Returns
    -------
    int
        1 for series of fewer than four values, without variation, or whose neighbours do not
        correlate above zero.

    References
    ----------
    Andrews, D. W. K. (1991). Heteroskedasticity and autocorrelation consistent covariance matrix
    estimation. *Econometrica* 59(3), 817-858.

    Kendall, M. G. (1954). Note on bias in the estimation of autocorrelation. *Biometrika* 41(3/4),
    403-404.

    Patton, A., Politis, D. N., and White, H. (2009). Correction to "Automatic block-length
    selection for the dependent bootstrap". *Econometric Reviews* 28(4), 372-375.

    Examples
    --------
    >>> block_length([1, -1, 1, -1, 1, -1, 1, -1])
    1
    >>> block_length(range(27))
    9
    """
    values = np.asarray(list(values), dtype=float)
    size = len(values)
    if size < 4 or np.ptp(values) == 0:
        return 1
    away = values - values.mean()
    found = (away[1:] @ away[:-1]) / (away @ away)
    r = min(found + (1 + 3 * found) / size, 0.97)
    if r <= 0:
        return 1
    length = np.ceil((6 * r**2 * size / (1 - r**2) ** 2) ** (1 / 3))
    return int(np.clip(length, 1, size // 3))


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
        Length of the blocks that are drawn, by default :func:`block_length`; 1 where the
        observations have no order.
    draws : int
        Resamples.
    seed : int
        Of the draws.

    Returns
    -------
    (low, high)
        None, None with fewer than two values or fewer than one block. Of few values the interval
        is too narrow: with eight it holds the truth in about nine cases of ten, not in 19 of 20.

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


def _cases(count: ArrayLike, n: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    count, n = np.asarray(count, dtype=float), np.asarray(n, dtype=float)
    if (count > n).any() or (count < 0).any():
        raise InputError(f"share of {count} in {n}: expected from 0 to all observations")
    return count, n
