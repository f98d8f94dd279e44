"""Mirrored rows of a dispute, on a made-up file."""

import pandas as pd
import pyreadr
import pytest

from eastward.sources import codes, disputes

MIRRORED = pd.DataFrame(
    {
        "dispnum": [7.0, 7.0, 8.0, 8.0],
        "ccode1": [365.0, 630.0, 365.0, 630.0],
        "ccode2": [630.0, 365.0, 630.0, 365.0],
        "year": [1900.0] * 4,
        "disponset": [1.0] * 4,
        "sidea1": [0.0, 1.0, 1.0, 0.0],
        "sidea2": [1.0, 0.0, 0.0, 1.0],
        "orig1": [1.0, 0.0, 1.0, 1.0],
        "orig2": [0.0, 1.0, 1.0, 1.0],
        "hostlev1": [1.0, 4.0, -9.0, 3.0],
        "hostlev2": [4.0, 1.0, 3.0, -9.0],
        "fatality1": [0.0, 2.0, 0.0, 0.0],
        "fatality2": [2.0, 0.0, 0.0, 0.0],
    }
)


@pytest.fixture
def files(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\nA,a,AAA,365\nB,b,BBB,630\n",
        encoding="utf-8-sig",
    )
    cow, gml = tmp_path / "cow.rda", tmp_path / "gml.rda"
    pyreadr.write_rdata(cow, MIRRORED, df_name="cow")
    revised = MIRRORED.rename(columns={"disponset": "midonset"})
    revised = revised.assign(revstate1=[0.0, 1.0, -9.0, 0.0], revstate2=[1.0, 0.0, 0.0, -9.0])
    pyreadr.write_rdata(gml, revised, df_name="gml")
    return {codes.CODELIST: codelist, disputes.MID: cow, disputes.GML: gml}


def test_one_row_is_kept_with_side_a_first(files):
    found = disputes.disputes(files).set_index(["source", "dispute"])
    assert len(found) == 4
    first = found.loc[("COW", 7)]
    assert (first["state_a"], first["state_b"]) == ("BBB", "AAA")
    assert (first["hostility_a"], first["fatality_a"]) == (4, 2)
    assert (first["originator_a"], first["originator_b"]) == (False, True)
    assert found.loc[("COW", 8), "state_a"] == "AAA"


def test_minus_nine_and_what_a_source_lacks_are_missing(files):
    found = disputes.disputes(files).set_index(["source", "dispute"])
    assert pd.isna(found.loc[("COW", 8), "hostility_a"])
    assert pd.isna(found.loc[("COW", 7), "revisionist_a"])
    assert found.loc[("GML", 7), "revisionist_a"] == 1
    assert pd.isna(found.loc[("GML", 8), "revisionist_a"])
