"""Placebo ranks of all units."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.inference.placebo import placebo_ranks
from eastward.measured import rank


def test_all_units_in_order_with_ties_and_gaps():
    values = pd.Series({"AB": 3.0, "AC": 1.0, "AD": None, "BC": 1.0, "BD": -4.0})
    ranks = placebo_ranks(values)
    # The median is 1: BD lies 5 away, AB 2, two units lie on it.
    assert ranks.index.tolist() == ["BD", "AB", "AC", "BC"]
    assert ranks["place"].tolist() == [1, 2, 4, 4]
    assert ranks["p"].tolist() == [0.25, 0.5, 1.0, 1.0]
    assert ranks["n"].tolist() == [4] * 4
    assert ranks["percentile"].tolist() == pytest.approx([0, 100, 100 / 3, 100 / 3])


def test_the_unit_counts_among_its_placebos():
    values = pd.Series(np.arange(171.0))
    ranks = placebo_ranks(values, "greater")
    # Above 162 of the 170 others, 95.3 %, and yet not among the highest 5 % of all.
    assert ranks.loc[162, "percentile"] > 95
    assert ranks.loc[162, "p"] == pytest.approx(9 / 171)
    assert ranks.loc[162, "p"] > 0.05


def test_a_single_unit_has_no_percentile():
    ranks = placebo_ranks(pd.Series({"IRN": 2.0}))
    assert ranks["p"].tolist() == [1.0]
    assert ranks["percentile"].isna().all()
    assert placebo_ranks(pd.Series(dtype=float)).empty


def test_an_unknown_alternative_is_refused():
    with pytest.raises(InputError, match="alternative 'both': expected one of two-sided"):
        placebo_ranks(pd.Series([1.0]), "both")


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=30))
def test_one_sided_places_are_those_of_a_single_rank(values):
    series = pd.Series(values, dtype=float)
    for alternative, descending in (("greater", True), ("less", False)):
        ranks = placebo_ranks(series, alternative)
        for unit in series.index:
            single = rank(series, unit, descending)
            assert ranks.loc[unit, "place"] == single.place
            assert ranks.loc[unit, "p"] == pytest.approx(single.share_at_least)
