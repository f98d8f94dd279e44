"""Inference: how sure a statistic is, and how unusual.

- :mod:`~eastward.inference.specification`: one statistic under every defensible choice;
- :mod:`~eastward.inference.placebo`: the same statistic for every other unit;
- :mod:`~eastward.inference.series`: a series before and after a known date;
- :mod:`~eastward.inference.breaks`: the date of a break, searched instead of assumed;
- :mod:`~eastward.inference.permutation`: what differences chance assignment gives;
- :mod:`~eastward.inference.bootstrap`: intervals by resampling.

Whatever draws at random takes a seed, so that a page computes the same number every time.
"""

from eastward.inference.bootstrap import bootstrap_interval
from eastward.inference.breaks import Break, break_search
from eastward.inference.permutation import mean_difference
from eastward.inference.placebo import placebo_rank, placebo_ranks
from eastward.inference.series import interrupted_series, newey_west_lags
from eastward.inference.specification import agreement, specification_grid

__all__ = [
    "Break",
    "agreement",
    "bootstrap_interval",
    "break_search",
    "interrupted_series",
    "mean_difference",
    "newey_west_lags",
    "placebo_rank",
    "placebo_ranks",
    "specification_grid",
]
