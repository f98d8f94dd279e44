"""Positions."""

from eastward import networks


def test_wheel_puts_everyone_in_a_place_of_their_own():
    place = networks.wheel("A", ["B", "C"], ["A", "D", "E"])
    assert place["A"] == (0.0, 0.0)
    assert len(set(place.values())) == 5
    assert place["B"][1] > 0 > place["D"][1]


def test_columns_run_from_left_to_right_and_from_top_to_bottom():
    place = networks.columns(["A", "B", "C"], ["D"], ["E", "F"])
    assert [place[node] for node in "ABC"] == [(-1.0, 1.0), (-1.0, 0.0), (-1.0, -1.0)]
    assert place["D"] == (0.0, 0.0)
    assert [place[node] for node in "EF"] == [(1.0, 1.0), (1.0, -1.0)]
    assert networks.columns(["A"]) == {"A": (0.0, 0.0)}
    assert networks.columns(["A"], ["B"], width=0.5) == {"A": (-0.5, 0.0), "B": (0.5, 0.0)}
