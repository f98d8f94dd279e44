"""Placebo distributions. The values are not real."""

import numpy as np
import pandas as pd
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from eastward.figures import ranks


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_every_unit_is_in_one_bin(numbers):
    bins = ranks.binned(pd.Series([*numbers, np.nan]))
    assert bins["units"].sum() == len(numbers)
    assert (bins["high"] > bins["low"]).all()


def test_marked_units_are_named_and_the_unknown_passed_over():
    values = pd.Series([1.0, 2.0, 5.0, np.nan], index=["A", "B", "C", "D"])
    chart = ranks.placebo(values, {"C": "Gamma", "D": "Delta", "E": "Epsilon"}, "score", "states")
    svg = vl_convert.vegalite_to_svg(chart.to_dict() | {"width": 330})
    assert ">Gamma<" in svg and "Delta" not in svg and "Epsilon" not in svg
    assert "number of states" in svg
    assert "No data" in str(ranks.placebo(values[3:], {"D": "Delta"}, "score", "states").to_dict())
