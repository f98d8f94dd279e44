"""Sets, runs of years and spells. States A, B … are made up."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.measures import sets

members = st.frozensets(st.integers(0, 8))
years = st.lists(st.tuples(st.sampled_from("AB"), st.integers(2000, 2012)), min_size=1)


@given(members, members)
def test_jaccard_is_symmetric_and_whole_only_for_equal_sets(first, second):
    found = sets.jaccard(first, second)
    assert found == sets.jaccard(second, first)
    if found is None:
        assert not first and not second
    else:
        assert 0 <= found <= 1
        assert (found == 1) == (first == second)


@given(st.lists(members, min_size=1, max_size=5))
def test_all_pairs_at_once_are_the_pairs_one_by_one(many):
    held = pd.DataFrame([[one in group for one in range(9)] for group in many])
    found = sets.jaccard_of_all(held)
    for i, first in enumerate(many):
        for j, second in enumerate(many):
            expected = sets.jaccard(first, second)
            if expected is None:
                assert pd.isna(found.loc[i, j])
            else:
                assert found.loc[i, j] == pytest.approx(expected)


@given(years)
def test_spells_and_years_lead_to_each_other(rows):
    frame = pd.DataFrame(rows, columns=["state", "year"])
    spans = sets.spells(frame, ["state"])
    back = sets.years_of(spans, range(1990, 2030))
    assert sorted(back.itertuples(index=False, name=None)) == sorted(set(rows))
    # a spell never goes on where another begins
    gap = spans.groupby("state")["start"].shift(-1) - spans["end"]
    assert (gap.dropna() > 1).all()


def test_runs_keep_the_index_of_the_frame_whatever_it_is():
    frame = pd.DataFrame(
        {"state": list("ABAA"), "year": [2005, 2001, 2003, 2004]}, index=[7, 7, 1, 0]
    )
    found = sets.runs(frame, ["state"])
    assert found.index.tolist() == [7, 7, 1, 0]
    assert found.iloc[0] == found.iloc[2] == found.iloc[3] != found.iloc[1]


def test_a_spell_that_lasts_has_no_end():
    groups = pd.DataFrame({"group": "EU", "state": ["A"], "start": [2004], "end": [None]})
    assert sets.years_of(groups, [2003, 2030])["year"].tolist() == [2030]
    assert sets.years_of(groups, []).empty
    assert list(sets.years_of(groups, []).columns) == ["group", "state", "year"]
