"""A download says what it is, and the head does not get in the way of its rows."""

import gzip
from io import BytesIO

import pandas as pd
import pytest

from eastward import downloads, tables

REFERENCE = "Contributors. (2026). A book."


@pytest.mark.parametrize("name", ["brent_annual", "unsc_votes", "trade_cow"])
def test_a_download_holds_the_table_under_its_head(name):
    content = downloads.content(name, REFERENCE)
    packed = downloads.file_name(name).endswith(".gz")
    assert packed == (tables.path(name).suffix == ".gz")
    text = gzip.decompress(content) if packed else content
    rows = pd.read_csv(BytesIO(text), comment="#", keep_default_na=False)
    table = tables.load(name)
    assert list(rows.columns) == list(table.columns)
    assert len(rows) == len(table)
    head = [line for line in text.decode().splitlines() if line.startswith("#")]
    assert head == downloads.head(name, REFERENCE)


def test_the_head_names_columns_with_units_sources_terms_and_the_book():
    head = downloads.head("brent_annual", REFERENCE)
    assert head[0] == "# Brent crude, annual average price"
    assert "# column usd_per_barrel (US$ per barrel): Average spot price free on board" in head
    assert any(line.startswith("# source: US Energy Information Administration: ") for line in head)
    assert any(line.startswith("# terms: Public domain") for line in head)
    assert head[-1] == f"# taken from: {REFERENCE}"


def test_no_table_holds_the_sign_that_starts_a_line_of_the_head():
    for name in tables.names():
        frame = tables.load(name)
        for column in frame.select_dtypes(include=["object", "str"]):
            assert not frame[column].astype("str").str.contains("#").any(), (name, column)


def test_the_same_table_gives_the_same_bytes():
    assert downloads.content("trade_cow", REFERENCE) == downloads.content("trade_cow", REFERENCE)
