"""Positions."""

from eastward import networks


def test_wheel_puts_everyone_in_a_place_of_their_own():
    place = networks.wheel("A", ["B", "C"], ["A", "D", "E"])
    assert place["A"] == (0.0, 0.0)
    assert len(set(place.values())) == 5
    assert place["B"][1] > 0 > place["D"][1]


def test_columns_fill_their_height_from_the_top():
    place = networks.columns(["a", "b", "c"], ["d"], ["e", "f"])
    assert place == {
        "a": (-0.6, 1.0),
        "b": (-0.6, 0.0),
        "c": (-0.6, -1.0),
        "d": (0.0, 0.0),
        "e": (0.6, 1.0),
        "f": (0.6, -1.0),
    }
