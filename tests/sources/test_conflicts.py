"""Lists of supporters, on made-up names."""

import pytest

from eastward.sources import conflicts

CODES = {"Aland": "AAA", "Beland": "BBB", "Yugoslavia": "YUG"}


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("Government of Aland,Government of Beland (Old Beland)", {"AAA", "BBB"}),
        ("Movement of Aland, Government of Beland ", {"BBB"}),
        ("The Movement", set()),
        ("Government of Yugoslavia", {"SCG"}),
    ],
)
def test_governments_are_coded_and_movements_left_out(names, found):
    assert conflicts.supporters(names, 1995, CODES.__getitem__) == found
