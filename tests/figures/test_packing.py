"""Data of charts as columns and rows. The data are made up."""

import json
import re

import altair as alt
import pandas as pd
import pytest
import vl_convert

from eastward.figures import packing

ROWS = pd.DataFrame({"year": [2001, 2002], "name": ["fog", None], "clear": [True, False]})


def unpacked(data):
    """As the page's script does it."""
    return [dict(zip(data["columns"], row, strict=True)) for row in data["rows"]]


def test_nothing_is_lost():
    spec = alt.Chart(ROWS).mark_point().encode(x="year:Q", detail="name:N").to_dict()
    [name] = spec["datasets"]
    found = packing.packed(spec)
    assert unpacked(found["datasets"][name]) == spec["datasets"][name]
    assert found | {"datasets": None} == spec | {"datasets": None}


def test_a_large_table_takes_a_fraction_of_the_letters():
    spec = alt.Chart(pd.concat([ROWS] * 100)).mark_point().to_dict()
    assert len(json.dumps(packing.packed(spec))) < 0.5 * len(json.dumps(spec))


@pytest.mark.parametrize("rows", [[], [{"a": 1}, {"b": 1}], [{}, {}]])
def test_rows_without_the_same_columns_stay_as_they_are(rows):
    spec = {"datasets": {"d": rows}}
    assert packing.packed(spec) == spec
    assert packing.packed({"mark": "bar"}) == {"mark": "bar"}


def test_a_slim_picture_keeps_its_marks_and_texts():
    chart = alt.Chart(ROWS).mark_line().encode(x="year:Q", y=alt.datum(1 / 3), tooltip="name:N")
    drawn = vl_convert.vegalite_to_svg(chart.to_dict())
    found = packing.slim(drawn)
    assert len(found) < 0.9 * len(drawn)
    assert re.findall(">([^<]+)<", found) == re.findall(">([^<]+)<", drawn)
    assert found.count("<path") + found.count("<line") > 5
    assert not re.search(r'="[^"]*\d\.\d{3}', found)
