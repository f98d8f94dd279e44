"""Heads, names and cells of OPEC's tables; imports by origin."""

import gzip
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


def test_origins_leave_out_totals_other_products_and_years_without_imports(tmp_path):
    head = "---\nsource: made up\nheader: yes\n---\nCOUNTRY,PRODUCT,ORIGIN,TIME,Value\n"
    rows = [
        ["OTO,CRUDEOIL,IRN,2001,9", "AAA,CRUDEOIL,IRN,2001,2", "AAA,CRUDEOIL,TOTIMPST,2001,3"],
        [
            "AAA,NGL,IRN,2012,2",
            "AAA,CRUDEOIL,TOTIMPST,2012,0",
            "AAA,CRUDEOIL,IRN,2012,0",
            "KOSOVO,CRUDEOIL,TOTIMPST,2012,5",
            "KOSOVO,CRUDEOIL,IRN,2012,",
            "KOSOVO,CRUDEOIL,NONSPEC,2012,5",
            "KOSOVO,CRUDEOIL,NOR,2012,1",
        ],
    ]
    files = {}
    for name, lines in zip(oil.ORIGINS, rows, strict=True):
        files[name] = tmp_path / name.rpartition("/")[2]
        files[name].write_bytes(gzip.compress((head + "\n".join(lines) + "\n").encode()))
    found = oil.oil_origin(files)[["importer", "origin", "year", "kt"]].values.tolist()
    assert found == [
        ["AAA", "IRN", 2001, 2],
        ["AAA", "WLD", 2001, 3],
        ["XKX", "WLD", 2012, 5],
        ["XKX", "XXX", 2012, 5],
    ]


def test_monthly_figures_take_their_page_and_say_whether_they_are_derived(tmp_path):
    coding = tmp_path / "coding.yml"
    coding.write_text(
        "sources: {a: {title: T, address: https://a.org}}\n"
        "figures:\n"
        "  - {state: SAU, month: 2018-06, series: survey, kbd: 3, derivation: 1 + 2, source: a}\n"
        "  - {state: SAU, month: 2018-07, series: survey, kbd: 2, source: a, note: rounded}\n"
    )
    found = oil.oil_monthly({oil.MONTHLY: coding})
    columns = ["month", "kbd", "derived", "source_title", "source_address"]
    assert found[columns].values.tolist() == [
        ["2018-06", 3, True, "T", "https://a.org"],
        ["2018-07", 2, False, "T", "https://a.org"],
    ]
