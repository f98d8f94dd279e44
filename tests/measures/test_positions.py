"""Where states stand, against cases worked out by hand. The states A, B, C are not real."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.measures import positions, voting

PAIRS = pd.DataFrame(
    [
        (2000, "A", "B", 10, 0.2),
        (2000, "A", "C", 10, 0.9),
        (2000, "B", "C", 10, 0.3),
        (2001, "A", "B", 10, 0.5),
    ],
    columns=["year", "state", "other", "votes", "agreement"],
)
POINTS = pd.DataFrame(
    [
        ("A", 2000, 1.5, 1.0),
        ("B", 2000, -0.5, None),
        ("C", 2000, 0.0, 3.0),
        ("A", 2001, 2.0, 2.0),
        ("C", 2001, 2.0, 2.5),
    ],
    columns=["state", "year", "ideal_point", "ideal_point_all"],
)


def test_equidistance_is_one_less_the_size_of_the_lean():
    [row] = positions.equidistance(PAIRS, "A", "B").to_dict("records")
    assert (row["year"], row["state"]) == (2000, "C")
    assert (row["first"], row["second"]) == (0.9, 0.3)
    assert row["lean"] == pytest.approx(0.6)
    assert row["equidistance"] == pytest.approx(0.4)


def test_exchanging_the_powers_turns_the_lean_and_keeps_the_index():
    one = positions.equidistance(PAIRS, "A", "C")
    other = positions.equidistance(PAIRS, "C", "A")
    assert one["lean"].tolist() == (-other["lean"]).tolist()
    assert one["equidistance"].tolist() == other["equidistance"].tolist()


@given(st.floats(0, 1), st.floats(0, 1))
def test_equidistance_keeps_its_bounds(first, second):
    pairs = PAIRS[PAIRS["year"] == 2000].assign(agreement=[0.0, first, second])
    row = positions.equidistance(pairs, "A", "B").iloc[0]
    assert 0 <= row["equidistance"] <= 1
    assert row["equidistance"] == 1 - abs(first - second)


def test_distance_is_the_difference_of_the_points():
    pairs = positions.ideal_point_distance(POINTS)
    assert voting.dyad(pairs, "A", "B", "distance").to_dict() == {2000: 2.0}
    assert voting.dyad(pairs, "C", "A", "distance").to_dict() == {2000: 1.5, 2001: 0.0}
    assert len(pairs) == 4


def test_a_state_without_the_estimate_is_left_out():
    pairs = positions.ideal_point_distance(POINTS, "ideal_point_all")
    assert pairs.values.tolist() == [[2000, "A", "C", 2.0], [2001, "A", "C", 0.5]]


@given(st.lists(st.floats(-3, 3), min_size=3, max_size=3))
def test_distances_obey_the_triangle(values):
    points = pd.DataFrame({"state": list("ABC"), "year": 2000, "ideal_point": values})
    distance = positions.ideal_point_distance(points).set_index(["state", "other"])["distance"]
    assert (distance >= 0).all()
    assert distance["A", "C"] <= distance["A", "B"] + distance["B", "C"] + 1e-9


def test_camp_is_the_median_agreement_with_the_other_members():
    members = pd.DataFrame([("A", 2000), ("C", 2000), ("A", 2001)], columns=["state", "year"])
    found = positions.camp(PAIRS, members).set_index(["year", "state"])["camp"]
    assert found.to_dict() == pytest.approx(
        {(2000, "A"): 0.9, (2000, "B"): 0.25, (2000, "C"): 0.9, (2001, "B"): 0.5}
    )
