"""Permutation tests: what difference two groups would show if membership meant nothing."""

from collections.abc import Iterable

import numpy as np


def mean_difference(
    first: Iterable[float],
    second: Iterable[float],
    alternative: str = "two-sided",
    draws: int = 9999,
    seed: int = 0,
) -> tuple[float | None, float | None]:
    """Difference of two means, and its p-value under random relabelling.

    All relabellings are used where there are no more than ``draws`` of them, so that the p-value
    is exact; else a random sample, itself counted among them (Phipson and Smyth 2010,
    *Statistical Applications in Genetics and Molecular Biology* 9). Observations are taken as
    exchangeable; those of a series mostly are not.

    Parameters
    ----------
    first, second : iterable of float
        The two groups; missing values are left out.
    alternative : str
        ``two-sided`` (twice the smaller tail), ``greater`` (first above second) or ``less``.
    draws : int
        Random relabellings.
    seed : int
        Of the random relabellings.

    Returns
    -------
    (float, float) or (None, None)
        First mean less second, and p; None where a group is empty or there are fewer than three
        values in all.
    """
    from scipy import stats

    groups = [np.array(list(group), dtype=float) for group in (first, second)]
    groups = [group[~np.isnan(group)] for group in groups]
    sizes = [len(group) for group in groups]
    if min(sizes) == 0 or sum(sizes) < 3:
        return None, None
    test = stats.permutation_test(
        groups,
        lambda a, b, axis: a.mean(axis=axis) - b.mean(axis=axis),
        permutation_type="independent",
        vectorized=True,
        n_resamples=draws,
        alternative=alternative,
        rng=np.random.default_rng(seed),
    )
    return float(test.statistic), float(test.pvalue)
