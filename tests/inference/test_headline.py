"""A declared measure with its peers and ways to count."""

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured


def measure(times=1):
    return pd.DataFrame({"value": [2.0 * times, 5.0 * times], "n": [3, 4]}, index=["A", "B"])


def test_the_first_choice_is_the_headline_and_a_peer_without_a_row_is_silent():
    found = headline(measure, "A", ["A", "B", "C"], times=[2, 1])
    assert found["measured"] == Measured(4.0, 3)
    assert found["peers"].index.tolist() == ["B", "C"]
    assert found["peers"].loc["C", "n"] == 0
    assert found["specs"]["value"].tolist() == [2.0, 4.0]


def test_what_was_not_asked_for_is_left_out():
    assert set(headline(measure, "A")) == {"measured"}


def test_a_measure_may_have_one_unit_only():
    found = headline(lambda way: Measured(way, 1), "A", way=[1.0, 2.0])
    assert found["measured"].value == 1.0
    assert len(found["specs"]) == 2
