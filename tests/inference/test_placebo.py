"""Placebo ranks of one unit and of all."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward import inference


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


def test_all_units_in_order_with_ties_and_gaps():
    frame = pd.DataFrame(
        {"dyad": ["AB", "AC", "AD", "BC", "BD"], "change": [3.0, 1.0, None, 1.0, -4.0]}
    )
    ranks = inference.placebo_ranks(frame, "change")
    assert ranks["dyad"].tolist() == ["BD", "AC", "BC", "AB"]
    assert ranks["rank"].tolist() == [1, 2, 2, 4]
    assert ranks["percentile"].tolist() == pytest.approx([0, 100 / 3, 100 / 3, 100])
    # The median is 1: two units lie on it, BD 5 away, AB 2.
    assert ranks["extremity"].tolist() == [0.25, 1.0, 1.0, 0.5]


def test_a_single_unit_has_no_percentile():
    ranks = inference.placebo_ranks(pd.DataFrame({"change": [2.0]}), "change")
    assert ranks["rank"].tolist() == [1]
    assert ranks["percentile"].isna().all()


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=30))
def test_frame_and_single_rank_agree(values):
    series = pd.Series(values, dtype=float)
    ranks = inference.placebo_ranks(series.to_frame("x"), "x")
    for unit in series.index:
        single = inference.placebo_rank(series, unit)
        row = ranks.loc[unit]
        assert (row["rank"], row["units"]) == single[:2]
        assert row["percentile"] == pytest.approx(single[2])
        assert 0 < row["extremity"] <= 1
