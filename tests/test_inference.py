"""Specification grids and placebo ranks."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward import inference
from eastward.claims import Test, Threshold

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

    grid = inference.specification_grid(statistic, TEST, sign=[1, -1], size=[0, 1, 5])
    assert grid["statistic"].tolist() == [-5, -1, 1, 5]
    assert grid["outcome"].tolist() == ["against", "silent", "silent", "supports"]
    assert inference.agreement(grid, "silent") == 0.5


def test_an_empty_grid_agrees_with_nothing():
    grid = inference.specification_grid(lambda x: None, TEST, x=[1])
    assert inference.agreement(grid, "supports") is None


def test_placebo_rank_counts_from_the_lowest():
    values = pd.Series({"a": -9.0, "b": 1.0, "c": 2.0, "d": None, "e": 3.0})
    assert inference.placebo_rank(values, "a") == (1, 4, 0.0)
    assert inference.placebo_rank(values, "e") == (4, 4, 100.0)
    assert inference.placebo_rank(values, "d") == (None, 4, None)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30, unique=True))
def test_placebo_ranks_are_a_permutation(values):
    series = pd.Series(values)
    ranks = [inference.placebo_rank(series, unit)[0] for unit in series.index]
    assert sorted(ranks) == list(range(1, len(values) + 1))
    assert pytest.approx(100.0) == max(inference.placebo_rank(series, u)[2] for u in series.index)
