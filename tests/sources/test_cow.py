"""Directions of a dyad, on a made-up file."""

import pandas as pd
import pyreadr

from eastward.sources import codes, cow


def test_flow1_is_what_the_first_imports_from_the_second(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\n"
        "Russia,russia,RUS,365\nIran,iran,IRN,630\nOther,other,OTH,999\n",
        encoding="utf-8-sig",
    )
    dyads = pd.DataFrame(
        {
            "ccode1": [365.0, 365.0, 365.0, 630.0],
            "ccode2": [630.0, 630.0, 630.0, 999.0],
            "year": [1979.0, 2000.0, 2001.0, 2000.0],
            "flow1": [1.0, 2.0, None, 8.0],
            "flow2": [5.0, 6.0, 7.0, 9.0],
        }
    )
    file = tmp_path / "cow.rda"
    pyreadr.write_rdata(file, dyads, df_name="cow_trade_ndy")
    files = {
        cow.FILE: file,
        codes.CODELIST: codelist,
        "economy/imf_dots/exports_IRN.xlsx": file,  # only the name counts
        "economy/imf_dots/exports_RUS.xlsx": file,
    }
    rows = cow.trade_cow(files).sort_values(["importer", "year"]).values.tolist()
    assert rows == [
        ["IRN", "RUS", 2000, 6.0],
        ["IRN", "RUS", 2001, 7.0],
        ["RUS", "IRN", 2000, 2.0],
    ]
