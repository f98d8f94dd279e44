"""Permutation tests: exact in tiny cases, and what must hold in all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.inference.permutation import mean_difference

GROUP = st.lists(st.integers(-20, 20).map(float), min_size=2, max_size=4)


def test_p_is_exact_where_all_relabellings_can_be_counted():
    # 20 ways to choose three of six; one of them is as low.
    assert mean_difference([1, 2, 3], [4, 5, 6], "less") == (-3, 0.05)
    assert mean_difference([1, 2, 3], [4, 5, 6]) == (-3, 0.1)
    assert mean_difference([1, 2, 3], [4, 5, 6], "greater") == (-3, 1)
    # Of the 6 ways to choose two of (0, 0, 1, 2), {1, 2} alone gives 1.5.
    difference, p = mean_difference([1, 2], [0, 0], "greater")
    assert (difference, p) == (1.5, pytest.approx(1 / 6))


def test_missing_values_are_left_out():
    nan = float("nan")
    assert mean_difference([1, 2, nan, 3], [4, 5, 6, nan]) == (-3, 0.1)


def test_nothing_to_compare():
    assert mean_difference([], [1, 2, 3]) == (None, None)
    assert mean_difference([1], [2]) == (None, None)


def test_random_relabellings_depend_on_the_seed_alone():
    first, second = list(range(30)), [x + 5 for x in range(30)]
    one, two = (mean_difference(first, second, draws=5000, seed=4) for _ in range(2))
    assert one == two
    assert one[0] == -5
    assert one[1] == pytest.approx(0.031, abs=0.008)  # normal approximation: z = -2.15


@settings(max_examples=30, deadline=None)
@given(GROUP, GROUP, st.integers(-5, 5))
def test_symmetry_bounds_and_shift(first, second, shift):
    difference, p = mean_difference(first, second)
    assert 0 < p <= 1
    back, same = mean_difference(second, first)
    assert (back, same) == (pytest.approx(-difference), pytest.approx(p))
    moved = mean_difference([x + shift for x in first], [x + shift for x in second])
    assert moved == (pytest.approx(difference), pytest.approx(p))
