"""Measures on speeches, against cases worked out by hand. The states A, B, C are not real."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.measures import rhetoric

TERMS = pd.DataFrame(
    [
        ("A", 2000, "peace", 2),
        ("A", 2000, "oil", 1),
        ("B", 2000, "peace", 4),
        ("B", 2000, "oil", 3),
        ("B", 2000, "great powers", 1),
        ("C", 2001, "peace", 1),
        ("C", 2001, "war", 5),
    ],
    columns=["state", "year", "term", "count"],
)
SPEECHES = pd.DataFrame(
    {"state": ["A", "B", "C"], "year": [2000, 2000, 2001], "words": [500, 1000, 2000]}
)


def test_rates_are_per_thousand_words_and_zero_where_nothing_is_said():
    rates = rhetoric.term_rates(TERMS, SPEECHES, {"fuel": ["oil"], "both": ["oil", "war"]})
    found = rates.set_index(["theme", "state"])["rate"]
    assert found["fuel"].to_dict() == {"A": 2.0, "B": 3.0, "C": 0.0}
    assert found["both"].to_dict() == {"A": 2.0, "B": 3.0, "C": 2.5}


def test_rates_of_no_theme_are_an_empty_frame():
    assert rhetoric.term_rates(TERMS, SPEECHES, {}).empty


def test_an_unknown_term_is_named():
    with pytest.raises(InputError, match="theme 'fuel': term 'gas' is not in the table"):
        rhetoric.term_rates(TERMS, SPEECHES, {"fuel": ["oil", "gas"]})


def test_weights_are_log_counts_times_rarity_over_their_length():
    weights = rhetoric.tf_idf(TERMS)
    assert list(weights.columns) == ["oil", "peace", "war"]
    assert (weights["peace"] == 0).all()  # all three speeches have it
    assert weights.loc[("B", 2000), "oil"] == 1.0
    # With one more word of its own, B's row is (1 + ln 3) ln(3/2) and ln 3, over the length.
    more = pd.concat([TERMS, pd.DataFrame([("B", 2000, "gas", 1)], columns=TERMS.columns)])
    oil, gas = (1 + math.log(3)) * math.log(3 / 2), math.log(3)
    length = math.hypot(oil, gas)
    row = rhetoric.tf_idf(more).loc[("B", 2000)]
    assert row[["gas", "oil"]].tolist() == pytest.approx([gas / length, oil / length])


def test_cosine_is_one_for_the_same_rare_words_and_nothing_without_a_common_one():
    similarity = rhetoric.cosine(TERMS)
    assert similarity.loc[("A", 2000), ("B", 2000)] == pytest.approx(1.0)
    assert similarity.loc[("A", 2000), ("C", 2001)] == 0.0


def test_between_takes_the_mean_and_no_speech_with_itself():
    similarity = rhetoric.cosine(TERMS)
    a, b, c = ("A", 2000), ("B", 2000), ("C", 2001)
    assert rhetoric.between(similarity, [a], [b, c]) == pytest.approx(0.5)
    assert rhetoric.between(similarity, [a, b], [a, b]) == pytest.approx(1.0)
    assert math.isnan(rhetoric.between(similarity, [a], [a]))
    assert math.isnan(rhetoric.between(similarity, [("D", 2000)], [a]))


def test_overlap_is_common_themes_over_all():
    themes = pd.DataFrame(
        [("A", "x"), ("A", "x"), ("A", "y"), ("B", "y"), ("B", "z"), ("C", "w")],
        columns=["speaker", "theme"],
    )
    found = rhetoric.overlap(themes, "speaker")
    assert found.loc["A", "B"] == pytest.approx(1 / 3)
    assert found.loc["A", "A"] == 1.0
    assert found.loc["A", "C"] == 0.0


def test_overlap_of_groups_of_two_columns():
    themes = pd.DataFrame(
        [("A", 1, "x"), ("A", 2, "x"), ("A", 2, "y")], columns=["speaker", "year", "theme"]
    )
    found = rhetoric.overlap(themes, ["speaker", "year"])
    assert found.loc[("A", 1), ("A", 2)] == 0.5


rows = st.tuples(
    st.sampled_from("ABC"), st.sampled_from([2000, 2001]), st.sampled_from(["u", "v", "w", "x y"])
)


@given(st.dictionaries(rows, st.integers(1, 9), min_size=1), st.randoms())
def test_cosine_is_symmetric_bounded_and_blind_to_the_order_of_rows(counts, random):
    frame = pd.DataFrame([(*key, count) for key, count in counts.items()], columns=TERMS.columns)
    similarity = rhetoric.cosine(frame)
    values = similarity.to_numpy()
    assert np.allclose(values, values.T)
    assert ((values >= 0) & (values <= 1)).all()
    diagonal = np.diag(values)
    assert (np.isclose(diagonal, 1) | (diagonal == 0)).all()
    order = list(frame.index)
    random.shuffle(order)
    pd.testing.assert_frame_equal(rhetoric.cosine(frame.loc[order]), similarity)


@given(st.sets(st.tuples(st.sampled_from("ABC"), st.sampled_from("wxyz")), min_size=1))
def test_overlap_is_symmetric_and_bounded(pairs):
    themes = pd.DataFrame(sorted(pairs), columns=["speaker", "theme"])
    values = rhetoric.overlap(themes, "speaker").to_numpy()
    assert (values == values.T).all()
    assert ((values >= 0) & (values <= 1)).all()
    assert (np.diag(values) == 1).all()
