"""Positions. The states A to E and their votes are not real."""

import math

import pandas as pd
import pytest

from eastward.networks import layout


def test_wheel_puts_everyone_in_a_place_of_their_own():
    place = layout.wheel("A", ["B", "C"], ["A", "D", "E"])
    assert place["A"] == (0.0, 0.0)
    assert len(set(place.values())) == 5
    assert place["B"][1] > 0 > place["D"][1]


PAIRS = pd.DataFrame(
    [("A", "B", 0.95), ("A", "C", 0.2), ("A", "D", 0.3), ("B", "C", 0.2), ("B", "D", 0.3),
     ("C", "D", 0.9)],
    columns=["state", "other", "agreement"],
)  # fmt: skip


def test_states_that_vote_alike_stand_near_each_other():
    place = layout.by_agreement(PAIRS, "ABCD", left="A", right="C")
    assert math.dist(place["A"], place["B"]) < math.dist(place["A"], place["C"])
    assert math.dist(place["C"], place["D"]) < math.dist(place["B"], place["D"])
    assert place["A"][0] < place["C"][0]
    assert place["A"][1] == pytest.approx(place["C"][1], abs=0.002)
    assert all(-1 <= number <= 1 for point in place.values() for number in point)


def test_the_layout_does_not_depend_on_the_order_of_the_nodes():
    assert layout.by_agreement(PAIRS, "DCBA", "A", "C") == layout.by_agreement(
        PAIRS, "ABCD", "A", "C"
    )


def test_a_group_is_flanked_by_the_halves_of_another():
    place, beside = layout.flanked(["a", "b", "c"], ["d", "e", "f"])
    assert place == {
        "d": (-0.6, 1.0),
        "e": (-0.6, -1.0),
        "a": (0.0, 1.0),
        "b": (0.0, 0.0),
        "c": (0.0, -1.0),
        "f": (0.6, 0.0),
    }
    assert beside == {"d": "left", "e": "left", "f": "right"}


def test_columns_run_from_left_to_right_and_from_top_to_bottom():
    place = layout.columns(["A", "B", "C"], ["D"], ["E", "F"])
    assert [place[node] for node in "ABC"] == [(-1.0, 1.0), (-1.0, 0.0), (-1.0, -1.0)]
    assert place["D"] == (0.0, 0.0)
    assert [place[node] for node in "EF"] == [(1.0, 1.0), (1.0, -1.0)]
    assert layout.columns(["A"]) == {"A": (0.0, 0.0)}
    assert layout.columns(["A"], ["B"], width=0.5) == {"A": (-0.5, 0.0), "B": (0.5, 0.0)}
