"""Persistence: how much a series remembers, which decides what its values are worth.

Public names: :func:`autocorrelation`, :func:`block_length`.
"""

import numpy as np
from numpy.typing import ArrayLike

HIGHEST = 0.95  # beyond it a short series cannot be told from one that forgets nothing


def autocorrelation(residuals: ArrayLike, terms: int = 1, errors: float = 0.0) -> float:
    """Correlation of neighbours, mended for its bias in short series.

    The correlation that a short series shows is too low, the more so the more terms were fitted
    to it: with one (the mean) by about (1 + 3 r) / n (Kendall 1954; Marriott and Pope 1954), with
    k by about (k + (k + 2) r) / n.

    Parameters
    ----------
    residuals : array_like
        The series in order of time, without missing values, or its residuals from a regression.
    terms : int
        Number of coefficients that were fitted, the constant included.
    errors : float
        Standard errors to add, for who would rather overrate the persistence.

    Returns
    -------
    float
        At most 0.95; 0 for series too short for their terms or without variation.

    References
    ----------
    Kendall, M. G. (1954). Note on bias in the estimation of autocorrelation. *Biometrika* 41(3/4),
    403-404.

    Marriott, F. H. C., and Pope, J. A. (1954). Bias in the estimation of autocorrelations.
    *Biometrika* 41(3/4), 390-402.

    Examples
    --------
    >>> autocorrelation([1, 2, 3, 4, 5, 6, 7, 8])
    0.95
    >>> round(autocorrelation([1, -1, -1, 1, 1, -1, 0, 0]), 2)
    -0.07
    """
    values = np.asarray(list(residuals), dtype=float)
    size = len(values)
    values = values - values.mean() if size else values
    squares = values @ values
    if size <= terms + 2 or squares <= np.finfo(float).eps:
        return 0.0
    found = (values[1:] @ values[:-1]) / squares
    mended = (found * size + terms) / (size - terms - 2)
    error = np.sqrt(max(1 - mended**2, 0.0) / size)
    return float(np.clip(mended + errors * error, -HIGHEST, HIGHEST))


def block_length(values: ArrayLike) -> int:
    """Length of the blocks in which a series should be resampled, from its autocorrelation.

    For a series whose neighbours correlate by r and that forgets at that pace (autoregressive of
    order one), the length is the cube root of 6 r² n / (1 - r²)², at most a third of the series.
    Andrews (1991) gives the rule for the window of a variance; Politis and White (2004, corrected
    2009) have the same formula for blocks. The correlation is that of :func:`autocorrelation`.

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
    r = autocorrelation(values)
    if r <= 0:
        return 1
    length = np.ceil((6 * r**2 * size / (1 - r**2) ** 2) ** (1 / 3))
    return int(np.clip(length, 1, size // 3))
