"""Specification grids."""

from eastward.inference.specification import explained, specification_grid
from eastward.measured import Measured


def test_every_combination_is_a_row_and_those_that_do_not_apply_are_none():
    def measure(sign, size):
        return None if size == 0 else sign * size

    grid = specification_grid(measure, sign=[1, -1], size=[0, 1, 5])
    assert grid["value"].tolist() == [-5, -1, 1, 5]
    assert grid["sign"].tolist() == [-1, -1, 1, 1]
    assert grid["n"].isna().all()
    assert grid.attrs["without_effect"] == []


def test_measured_values_bring_their_observations_and_interval():
    grid = specification_grid(
        lambda end: Measured(end / 2, end, 0, end) if end else Measured(None, 0), end=[0, 4]
    )
    assert grid[["value", "n", "low", "high"]].iloc[0].tolist() == [2, 4, 0, 4]
    # Too few observations for a value: still a way to count.
    assert grid["value"].isna().tolist() == [False, True]
    assert grid["n"].tolist() == [4, 0]


def test_a_choice_without_effect_is_counted_once():
    grid = specification_grid(
        lambda start, colour, hand: start, start=[1, 2], colour=["red", "green", "blue"], hand=[0]
    )
    assert grid["value"].tolist() == [1, 2]
    assert grid.attrs["without_effect"] == ["colour"]
    assert list(grid.columns) == ["start", "hand", "value", "n", "low", "high"]


def test_rounding_is_no_effect_but_another_n_is():
    assert len(specification_grid(lambda order: 0.1 + order * 1e-15, order=[0, 1])) == 1
    assert len(specification_grid(lambda years: Measured(0.5, years), years=[8, 9])) == 2


def test_a_choice_that_matters_in_one_place_stays():
    grid = specification_grid(lambda a, b: a * b, a=[0, 1], b=[1, 2])
    assert grid["value"].tolist() == [0, 0, 1, 2]


def test_alternatives_that_never_meet_are_not_called_without_effect():
    ends = {"COW": 2012, "ATOP": 2018}
    grid = specification_grid(
        lambda source, end: 1.0 if ends[source] == end else None, source=ends, end=[2012, 2018]
    )
    assert len(grid) == 2
    assert grid.attrs["without_effect"] == []


def test_alternatives_may_be_lists():
    grid = specification_grid(lambda powers: len(powers), powers=[["RUS", "USA"], ["RUS"]])
    assert grid["powers"].tolist() == [["RUS"], ["RUS", "USA"]]


def test_a_grid_without_specifications_is_empty():
    grid = specification_grid(lambda x: None, x=[1, 2])
    assert grid.empty
    assert list(grid.columns) == ["x", "value", "n", "low", "high"]


def test_a_choice_without_effect_explains_nothing_and_the_only_one_all():
    grid = specification_grid(lambda a, b: float(a), a=[1, 2, 3], b=[1, 2])
    assert explained(grid).to_dict() == {"a": 1.0}
    both = specification_grid(lambda a, b: a + 10.0 * b, a=[0, 1], b=[0, 1])
    shares = explained(both)
    assert shares.index[0] == "b" and abs(shares.sum() - 1) < 1e-12


def test_specifications_without_a_value_are_left_out():
    grid = specification_grid(lambda a: Measured(None if a == 3 else a, 5), a=[1, 2, 3])
    assert explained(grid)["a"] == 1
