"""The index of alignment and how unusual its change is, by hand."""

import numpy as np
import pandas as pd
import pytest

from eastward.measures import alignment

PANEL = pd.DataFrame({"A": [1.0, 3.0], "B": [2.0, 2.0], "C": [3.0, 4.0]}, index=[2017, 2018])


def test_spreads_are_those_of_the_states_and_years_that_are_named():
    found = alignment.spreads(PANEL, [2017], ["A", "B", "C"])
    assert found.loc[2017].tolist() == [-1, 0, 1]
    assert alignment.spreads(PANEL, [2017], ["A", "B"]).loc[2017, "C"] == pytest.approx(
        2.1213, abs=1e-4
    )
    assert alignment.spreads(PANEL * 0, [2017], ["A", "B"]).isna().all().all()


def test_ranks_count_equals_half_and_keep_what_is_missing():
    panel = PANEL.assign(D=np.nan)
    found = alignment.ranks(panel, ["A", "B", "C"])
    assert found.loc[2018, ["A", "B", "C"]].tolist() == pytest.approx([1.5 / 3, 0.5 / 3, 2.5 / 3])
    assert found["D"].isna().all()


def test_an_index_is_missing_where_a_layer_with_a_weight_is():
    hole = PANEL.assign(B=[np.nan, 1.0])
    found = alignment.index(
        {"one": PANEL, "two": hole, "three": hole}, {"one": 1, "two": 1, "three": 0}
    )
    assert np.isnan(found.loc[2017, "B"]) and found.loc[2018, "B"] == 1.5
    assert alignment.index({"one": PANEL, "two": hole}, {"one": 2, "two": 0}).equals(PANEL * 2 / 2)


def test_a_year_that_is_not_there_gives_no_shift():
    assert alignment.shift(PANEL, [2017], [2018])["A"] == 2
    assert alignment.shift(PANEL, [2017], [2018, 2019]).isna().all()
    assert alignment.shift(PANEL, [2017], []).isna().all()


def test_typical_moves_agree_in_both_forms_and_leave_the_state_out():
    change = pd.Series({"A": 0.0, "B": 1.0, "C": 3.0, "X": 9.0})
    found = alignment.typical(change, "ABC")
    assert found.loc["X", ["value", "n", "median", "move"]].tolist() == [8, 3, 1, 1]
    assert (found["n"] == 3).all()
    plain = alignment.typical_values(change.to_numpy(), change.index.isin(list("ABC")))
    assert found["value"].tolist() == plain.tolist()
    assert np.isnan(alignment.typical_values(np.ones(4), np.ones(4, dtype=bool))).all()


def test_a_straight_line_is_carried_on():
    years = range(2000, 2012)
    values, at = (
        np.array([[2.0 * year] for year in years]),
        {year: row for row, year in enumerate(years)},
    )
    assert alignment.carried(values, at, 2010, [2009, 2010], [2011])[0] == pytest.approx(3)
    assert np.isnan(alignment.carried(values, at, 2005, [2005], [2006])[0])
