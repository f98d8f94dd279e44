"""Specification grids: one statistic under every combination of defensible choices."""

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
