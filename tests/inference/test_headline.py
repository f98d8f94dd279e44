"""A declared measure with its peers and ways to count."""

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured


def measure(times=1):
    values = {"value": [2.0 * times, 5.0 * times], "n": [3, 4], "whom": ["X", "Y"]}
    return pd.DataFrame(values, index=["A", "B"])


def test_the_first_choice_is_the_headline_and_a_peer_without_a_row_is_left_out():
    found = headline(measure, "A", ["A", "B", "C"], times=[2, 1])
    assert found["measured"] == Measured(4.0, 3)
    assert found["peers"]["value"].to_dict() == {"B": 10.0}
    assert found["specs"]["value"].tolist() == [2.0, 4.0]


def test_further_columns_are_facts_and_what_was_not_asked_for_is_left_out():
    assert headline(measure, "A") == {"measured": Measured(2.0, 3), "whom": "X"}
    assert headline(measure, "Z") == {"measured": Measured(None, 0)}


def test_other_ways_to_count_are_measured_for_the_unit_alone_where_that_is_possible():
    asked = []

    def alone(times):
        asked.append(times)
        return measure(times).head(1)

    found = headline(measure, "A", ["B"], alone, times=[1, 2, 3])
    assert asked == [2, 3]  # the headline is known already
    assert found["specs"]["value"].tolist() == [2.0, 4.0, 6.0]


def test_a_measure_may_have_one_unit_only():
    found = headline(lambda way: Measured(way, 1), "A", way=[1.0, 2.0])
    assert found["measured"].value == 1.0
    assert len(found["specs"]) == 2
