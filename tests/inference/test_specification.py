"""Specification grids."""

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
