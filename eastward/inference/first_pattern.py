"""What the chapters of the first pattern compute with; it goes with the last of them.

Public names: :func:`specification_grid`, :func:`agreement`, :func:`placebo_rank`.

Newer pages use :func:`eastward.inference.specification.specification_grid`, which knows no
thresholds, and :func:`eastward.measured.rank`, which counts the unit itself.
"""

from collections.abc import Callable, Iterable
from itertools import product
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from eastward.claims import Test


def specification_grid(
    statistic: Callable[..., float | None], test: "Test", **dimensions: Iterable[Any]
) -> pd.DataFrame:
    """Compute one statistic under every combination of defensible choices.

    The method is specification-curve analysis (Simonsohn, Simmons and Nelson 2020, *Nature Human
    Behaviour* 4), here as description: the share of choices that lead to the headline.

    Parameters
    ----------
    statistic : callable
        Called with one value per dimension as keywords; returns a number, or None where the data
        do not allow that combination.
    test : Test
        The declared test that reads each statistic.
    **dimensions : iterables
        Name of each choice and its alternatives.

    Returns
    -------
    DataFrame
        One row per combination: the dimensions, statistic, outcome; impossible ones left out;
        ordered by statistic.
    """
    names = list(dimensions)
    rows = []
    for choice in product(*dimensions.values()):
        value = statistic(**dict(zip(names, choice, strict=True)))
        if value is not None and pd.notna(value):
            rows.append((*choice, float(value), test.reads(value)))
    grid = pd.DataFrame(rows, columns=[*names, "statistic", "outcome"])
    return grid.sort_values("statistic", ignore_index=True)


def agreement(grid: pd.DataFrame, headline: str) -> float | None:
    """Share of specifications, 0 to 1, whose outcome is the headline's; None for an empty grid."""
    if grid.empty:
        return None
    return float((grid["outcome"] == headline).mean())


def placebo_rank(values: pd.Series, unit: str) -> tuple[int | None, int, float | None]:
    """Rank of one unit's value among the same value for all units, the lowest first.

    It describes how unusual the unit is. The percentile is no p-value, since it leaves the unit
    itself out; :attr:`eastward.measured.Rank.share_at_least` is one.

    Parameters
    ----------
    values : Series
        One value per unit; missing ones are left out.
    unit : str
        Index label of the unit of interest.

    Returns
    -------
    (rank, units, percentile)
        1 is the lowest value; the percentile is the share of the other units, in per cent, that
        lie below. Rank and percentile are None where the unit has no value.
    """
    values = values.dropna()
    if unit not in values.index or len(values) < 2:
        return None, len(values), None
    below = int((values < values[unit]).sum())
    return below + 1, len(values), 100 * below / (len(values) - 1)
