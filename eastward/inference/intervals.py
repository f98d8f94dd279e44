"""Intervals by formula: how far a share, a difference of shares, a count or a mean is known.

Public names: :func:`share_interval`, :func:`difference_interval`, :func:`count_interval`,
:func:`mean_interval`. Each returns (low, high); :mod:`.resampling` has those for other statistics.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from eastward.errors import InputError
from eastward.inference.persistence import autocorrelation

Bounds = tuple[float | None, float | None]


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


def mean_interval(values: Iterable[float], confidence: float = 0.95) -> Bounds:
    """Interval of the mean of a series whose neighbours may depend on each other.

    Student's interval with the effective number of observations, n (1 - r) / (1 + r), where r is
    the :func:`.persistence.autocorrelation` (Bayley and Hammersley 1946, *Supplement to the Journal
    of the Royal Statistical Society* 8). In simulated series of 8 to 100 values it holds the true
    mean in 96 per cent of cases where neighbours are independent, and in 88 to 94 per cent where
    they correlate by 0.6; resampled blocks do so in 58 to 84.

    Parameters
    ----------
    values : iterable of float
        The series in order of time; missing ones are left out.
    confidence : float
        Of the interval, 0 to 1.

    Returns
    -------
    (low, high)
        None, None with fewer than four values.

    Examples
    --------
    >>> low, high = mean_interval([3, 1, 2, 3, 1, 2, 2, 2])
    >>> round(low, 2), round(high, 2)
    (1.37, 2.63)
    """
    from scipy.stats import t

    values = np.array(list(values), dtype=float)
    values = values[~np.isnan(values)]
    if len(values) < 4:
        return None, None
    r = max(autocorrelation(values), 0.0)
    effective = max(len(values) * (1 - r) / (1 + r), 2.0)
    # the sample varies less than its source, by as much as its own mean does
    variance = values.var() / (1 - 1 / effective)
    half = t.ppf((1 + confidence) / 2, effective - 1) * np.sqrt(variance / effective)
    return float(values.mean() - half), float(values.mean() + half)


def _cases(count: ArrayLike, n: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    count, n = np.asarray(count, dtype=float), np.asarray(n, dtype=float)
    if (count > n).any() or (count < 0).any():
        raise InputError(f"share of {count} in {n}: expected from 0 to all observations")
    return count, n
