"""Areas of the book's units against published ones, and agreements on made-up ones."""

import pandas as pd
import pytest

from eastward import tables
from eastward.geometry import ring_area
from eastward.measures import territory


@pytest.mark.parametrize(
    ("unit", "published", "tolerance"),
    [
        ("ARM", 29_743, 0.01),
        ("GEO", 69_700, 0.01),
        ("IRN", 1_648_195, 0.02),
        ("TKM", 488_100, 0.04),  # its outline leaves out the lagoon of Garabogazkol
        ("RU-DA", 50_270, 0.011),
    ],
)
def test_areas_come_near_the_official_ones(unit, published, tolerance):
    table = tables.load("territory").set_index("unit")
    assert table.loc[unit, "area_km2"] == pytest.approx(published, rel=tolerance)


def test_azerbaijan_with_nakhchivan_comes_near_the_official_area():
    table = tables.load("territory").set_index("unit")
    assert table.loc[["AZE", "AZ-NX"], "area_km2"].sum() == pytest.approx(86_600, rel=0.002)


def test_simplified_outlines_keep_the_area():
    table = tables.load("territory").set_index("unit")["area_km2"]
    drawn = territory.areas(tables.load("basemap"))
    for unit in table.index:
        assert drawn[unit] == pytest.approx(table[unit], rel=0.012), unit


def test_holes_are_taken_off():
    square = pd.DataFrame({"unit": "A", "ring": 0, "lon": [0, 4, 4, 0], "lat": [0, 0, 4, 4]})
    hole = pd.DataFrame({"unit": "A", "ring": 1, "lon": [1, 1, 2, 2], "lat": [1, 2, 2, 1]})
    whole, rest = territory.areas(square)["A"], territory.areas(pd.concat([square, hole]))["A"]
    assert rest == pytest.approx(whole - ring_area([1, 2, 2, 1], [1, 1, 2, 2]))


def test_what_was_given_up_after_a_day_by_effect():
    rows = [("1800-01-01", "cession", "B"), ("1850-01-01", "renunciation", "B")]
    rows += [("1900-01-01", "adjustment", "B"), ("1900-01-01", "cession", "A")]
    agreements = pd.DataFrame(rows, columns=["date", "effect", "gains"])
    agreements["date"] = pd.to_datetime(agreements["date"])
    assert territory.given_up(agreements, "B", "1800-01-01") == 1
    assert territory.given_up(agreements, "B", "1799-12-31") == 2
    assert territory.given_up(agreements, "B", "1799-12-31", ["cession", "adjustment"]) == 2
