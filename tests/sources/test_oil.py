"""Heads, names and cells of OPEC's tables."""

from datetime import datetime

import openpyxl
import pytest

from eastward.errors import InputError
from eastward.sources import oil


def test_year_heads_are_numbers_or_dates():
    assert oil.year_of(1960) == 1960
    assert oil.year_of(datetime(1980, 1, 1)) == 1980
    assert oil.year_of("   ") is None
    assert oil.year_of(None) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Saudi Arabia1", "Saudi Arabia"), ("Middle East ", "Middle East"), ("IR Iran", "IR Iran")],
)
def test_footnotes_are_stripped(printed, name):
    assert oil.strip_footnote(printed) == name


def test_na_is_missing_and_zero_is_zero():
    assert oil.parse_value("na") is None
    assert oil.parse_value(0) == 0.0
    with pytest.raises(InputError, match="OPEC cell"):
        oil.parse_value("12,5")


def test_sheet_finds_its_head_and_ends_before_the_notes(tmp_path):
    book = openpyxl.Workbook()
    for row in [
        ["Section 9", None, None],
        [None, 2001, 2002],
        ["Testland1", 1.5, "na"],
        ["of which", None, None],
        [None, None, None],
        ["Notes: made up", None, None],
    ]:
        book.active.append(row)
    file = tmp_path / "T99.xlsx"
    book.save(file)
    sheet = oil._sheet(file)
    assert sheet.columns.tolist() == [0, 2001, 2002]
    assert sheet.values.tolist() == [["Testland1", 1.5, "na"]]
