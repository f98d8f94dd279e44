"""Positions."""

from eastward import networks


def test_wheel_puts_everyone_in_a_place_of_their_own():
    place = networks.wheel("A", ["B", "C"], ["A", "D", "E"])
    assert place["A"] == (0.0, 0.0)
    assert len(set(place.values())) == 5
    assert place["B"][1] > 0 > place["D"][1]
