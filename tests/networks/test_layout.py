"""Positions."""

from eastward import networks


def test_wheel_puts_everyone_in_a_place_of_their_own():
    place = networks.wheel("A", ["B", "C"], ["A", "D", "E"])
    assert place["A"] == (0.0, 0.0)
    assert len(set(place.values())) == 5
    assert place["B"][1] > 0 > place["D"][1]


def test_a_group_is_flanked_by_the_halves_of_another():
    place, beside = networks.flanked(["a", "b", "c"], ["d", "e", "f"])
    assert place == {
        "d": (-0.6, 1.0),
        "e": (-0.6, -1.0),
        "a": (0.0, 1.0),
        "b": (0.0, 0.0),
        "c": (0.0, -1.0),
        "f": (0.6, 0.0),
    }
    assert beside == {"d": "left", "e": "left", "f": "right"}
