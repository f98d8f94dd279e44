"""Cells of the IMF's sheets, and the later vintage."""

import openpyxl
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


@pytest.mark.parametrize(
    ("reporter", "year", "expected"),
    [
        ("RUS", 2011, "reported"),
        ("RUS", 2021, "reported"),
        ("RUS", 2022, "estimated"),
        ("RUS", 2023, "extrapolated"),
        ("WLD", 2011, "compiled"),
        ("WLD", 2023, "compiled"),
    ],
)
def test_a_row_of_the_later_vintage_says_what_it_rests_on(reporter, year, expected):
    assert dots.basis(reporter, year) == expected


def workbook(file, reporter, sheets):
    """Write a made-up workbook in the layout of the IMF's."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, (years, rows) in sheets.items():
        sheet = book.create_sheet(name)
        for row in [[], [], [], [None, reporter], [], [], [None, None, *years], *rows]:
            sheet.append(row)
    book.save(file)


def test_both_sheets_and_both_reporters_become_one_table(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\n"
        "Russia,russia,RUS,365\nIran,iran,IRN,630\n",
        encoding="utf-8-sig",
    )
    files = {dots.codes.CODELIST: codelist}
    for file, reporter in zip(dots.VINTAGE_FILES, ("Russian Federation", "World"), strict=True):
        files[file] = tmp_path / file.rpartition("/")[2]
        workbook(
            files[file],
            reporter,
            {
                "Exports, FOB": (["2021", "2023"], [[None, "Iran", 7.5, 3], [None, "World", 9, 9]]),
                "Imports, CIF": (["2021"], [[None, "Iran", 2]]),
            },
        )
    found = dots.trade_russia(files).drop(columns="vintage").fillna(-1).values.tolist()
    assert found == [
        ["RUS", "IRN", 2021, 7.5, 2, "reported"],
        ["RUS", "IRN", 2023, 3, -1, "extrapolated"],
        ["WLD", "IRN", 2021, 7.5, 2, "compiled"],
        ["WLD", "IRN", 2023, 3, -1, "compiled"],
    ]
