"""Two samples on what both contain. Actors A, B … are made up."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from eastward import samples

COLUMNS = ["source", "target", "relation"]
rows = st.lists(st.tuples(*[st.sampled_from("ABCD")] * 3), max_size=15)


def frame(rows):
    return pd.DataFrame(rows, columns=COLUMNS).assign(score=range(len(rows)))


def test_a_mean_that_differs_by_its_mixture_alone_is_mended():
    full = frame(
        [("A", "B", "visit"), ("A", "B", "visit"), ("P", "B", "threat"), ("B", "P", "threat")]
    )
    lacking = frame([("A", "B", "visit"), ("A", "B", "visit")])
    score = {"visit": 3, "threat": -6}
    assert full["relation"].map(score).mean() != lacking["relation"].map(score).mean()
    one, two = samples.in_both(full, lacking, COLUMNS)
    assert one["relation"].map(score).mean() == two["relation"].map(score).mean() == 3


@given(rows, rows)
def test_what_stays_occurs_in_both_and_nothing_more_can_stay(first, second):
    first, second = frame(first), frame(second)
    one, two = samples.in_both(first, second, COLUMNS)
    for column in COLUMNS:
        assert set(one[column]) == set(two[column])
    again = samples.in_both(one, two, COLUMNS)
    assert again[0].equals(one) and again[1].equals(two)
    assert one.index.isin(first.index).all()
