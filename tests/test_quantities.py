"""Numbers in words."""

import pytest

from eastward import quantities


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "no data"),
        (1e-9, "0"),
        (-1e-9, "0"),
        (3.0, "3"),
        (0.254, "0.25"),
        (12.54, "12.5"),
        (-12.54, "−12.5"),
        (1234.5, "1,234"),
    ],
)
def test_numbers(value, text):
    assert quantities.number(value) == text


@pytest.mark.parametrize(
    ("odds", "text"),
    [
        (1, "even"),
        (1.04, "even"),
        (3.39, "3.4 to 1 for it"),
        (20, "20 to 1 for it"),
        (1 / 15, "15 to 1 against it"),
        (1 / 1.5, "1.5 to 1 against it"),
        (400, "more than 100 to 1 for it"),
        (1 / 400, "more than 100 to 1 against it"),
    ],
)
def test_odds(odds, text):
    assert quantities.odds(odds) == text
