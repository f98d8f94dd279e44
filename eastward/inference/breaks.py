"""Break search: where a series breaks, when the date is not assumed."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from eastward.inference.series import elapsed


@dataclass(frozen=True)
class Break:
    """The most likely break of a series."""

    at: object
    """First label of the new regime."""
    statistic: float
    """Largest F statistic over all candidate dates."""
    p: float
    """Share of reshuffled series whose largest F is at least as large."""
    observations: int
    """Observations in the series."""
    candidates: pd.Series
    """F statistic by candidate date, for the curve."""


def _residual_squares(outcomes: np.ndarray, design: np.ndarray) -> np.ndarray:
    """Sum of squared residuals of every column of outcomes, regressed on the design."""
    basis, _ = np.linalg.qr(design)
    return ((outcomes - basis @ (basis.T @ outcomes)) ** 2).sum(axis=0)


def _f_statistics(outcomes: np.ndarray, null: np.ndarray, positions: range) -> np.ndarray:
    """F of a break in all of the null's coefficients: candidates by columns of outcomes."""
    observations, terms = null.shape
    without = _residual_squares(outcomes, null)
    rows = []
    for position in positions:
        after = np.arange(observations)[:, None] >= position
        broken = _residual_squares(outcomes, np.column_stack([null, null * after]))
        # A perfect fit leaves rounding noise only; without the floor noise is divided by noise.
        noise = np.finfo(float).eps * (outcomes**2).sum(axis=0)
        freedom = observations - 2 * terms
        rows.append((without - broken) / terms / (np.maximum(broken, noise) / freedom))
    return np.array(rows)


def _reshuffle(
    residuals: np.ndarray, block: int, draws: int, random: np.random.Generator
) -> np.ndarray:
    """Put blocks of residuals in random order, one column a draw."""
    blocks = [residuals[i : i + block] for i in range(0, len(residuals), block)]
    orders = (random.permutation(len(blocks)) for _ in range(draws))
    return np.column_stack([np.concatenate([blocks[i] for i in order]) for order in orders])


def break_search(
    series: pd.Series,
    trend: bool = False,
    trim: float = 0.15,
    block: int = 1,
    draws: int = 999,
    seed: int = 0,
) -> Break | None:
    """Search the date at which a series breaks, and judge the break by reshuffling.

    The statistic is the largest F over all candidate dates (Quandt 1960, *JASA* 55; Andrews 1993,
    *Econometrica* 61), the ends trimmed. Because the date is searched, F has no F distribution;
    its p-value is the share of series, made from the model without a break and its residuals in
    random order, whose largest F is at least as large. Residuals that depend on their neighbours
    need blocks longer than one, or the p-value is too small.

    Parameters
    ----------
    series : Series
        Values in order of time by number, date or month; missing ones are left out.
    trend : bool
        Whether the series has a slope that may break with the level; else a mean that may.
    trim : float
        Share of the observations at either end where no break is searched; 0.15 in Andrews.
    block : int
        Length of the blocks of residuals that stay together.
    draws : int
        Reshuffled series.
    seed : int
        Of the reshuffling.

    Returns
    -------
    Break or None
        None where the trimmed series leaves no candidate, or a side too few observations, or
        the values do not vary.
    """
    series = series.dropna()
    values = series.to_numpy(dtype=float)
    columns = [np.ones(len(series))]
    if trend:
        columns.append(elapsed(series.index, series.index[0]) if len(series) else np.ones(0))
    null = np.column_stack(columns)
    edge = max(int(np.ceil(trim * len(series))), null.shape[1] + 1)
    positions = range(edge, len(series) - edge + 1)
    if not positions or np.ptp(values) == 0:
        return None
    basis, _ = np.linalg.qr(null)
    fitted = basis @ (basis.T @ values)
    found = _f_statistics(values[:, None], null, positions)[:, 0]
    random = np.random.default_rng(seed)
    shuffled = fitted[:, None] + _reshuffle(values - fitted, block, draws, random)
    chance = _f_statistics(shuffled, null, positions).max(axis=0)
    best = int(found.argmax())
    labels = series.index[positions.start : positions.stop]
    return Break(
        at=labels[best],
        statistic=float(found[best]),
        p=float((1 + (chance >= found[best]).sum()) / (1 + draws)),
        observations=len(series),
        candidates=pd.Series(found, index=labels, name="f"),
    )
