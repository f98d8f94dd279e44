"""Grids and ranks as the chapters of the first pattern have them."""

import pandas as pd

from eastward.claims.first_pattern import Test, Threshold
from eastward.inference import first_pattern

TEST = Test(
    id="t",
    measure="m",
    tables=("x",),
    unit="u",
    implies="",
    why="",
    supports=Threshold("above", 2),
    against=Threshold("below", -2),
)


def test_grid_reads_every_combination_and_drops_impossible_ones():
    def statistic(sign, size):
        return None if size == 0 else sign * size

    grid = first_pattern.specification_grid(statistic, TEST, sign=[1, -1], size=[0, 1, 5])
    assert grid["statistic"].tolist() == [-5, -1, 1, 5]
    assert grid["outcome"].tolist() == ["against", "silent", "silent", "supports"]
    assert first_pattern.agreement(grid, "silent") == 0.5


def test_an_empty_grid_agrees_with_nothing():
    grid = first_pattern.specification_grid(lambda x: None, TEST, x=[1])
    assert first_pattern.agreement(grid, "supports") is None


def test_placebo_rank_counts_from_the_lowest():
    values = pd.Series({"a": -9.0, "b": 1.0, "c": 2.0, "d": None, "e": 3.0})
    assert first_pattern.placebo_rank(values, "a") == (1, 4, 0.0)
    assert first_pattern.placebo_rank(values, "e") == (4, 4, 100.0)
    assert first_pattern.placebo_rank(values, "d") == (None, 4, None)
