"""Cells of the IMF's sheets."""

import pytest

from eastward.errors import InputError
from eastward.sources import dots


@pytest.mark.parametrize(
    ("cell", "parsed"),
    [
        ("17,477.00 e", (17477.0, True)),
        ("0.04 e", (0.04, True)),
        ("1,234,567.89 e", (1234567.89, True)),
        (3359.1, (3359.1, False)),
        (0, (0.0, False)),
        (None, None),
    ],
)
def test_value_and_estimate_mark(cell, parsed):
    assert dots.parse_value(cell) == parsed


@pytest.mark.parametrize("cell", ["12.5", "12.5 p", "e", "n.a.", "", " e"])
def test_any_other_text_is_refused(cell):
    with pytest.raises(InputError, match="DOTS cell"):
        dots.parse_value(cell)
