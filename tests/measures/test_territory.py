"""Areas on the ellipsoid, against published ones, and sums by treaty on made-up units."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward import tables
from eastward.measures import territory

SURFACE_KM2 = 510_065_621.724  # of WGS 84 (NIMA TR 8350.2, third edition, table 3.3)
degrees = st.floats(-60, 60)
SQUARE = np.array([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], dtype=float)
coordinates = st.floats(-20, 20)
rings = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=15, unique=True).map(
    lambda corners: np.array([*corners, corners[0]])
)


def plane_area(ring):
    """Signed area on a plane of degrees, where a cut edge stays the edge that it was."""
    x, y = ring.T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1]) / 2


def test_an_eighth_of_the_earth():
    lon, lat = [0, 90, 90, 0], [0, 0, 90, 90]
    assert territory.ring_area(lon, lat) == pytest.approx(SURFACE_KM2 / 8, rel=1e-9)


def test_a_degree_at_the_equator_and_one_far_north():
    """Cells of one degree, by the lengths of their sides: 111.32 x 110.57 and 55.80 x 111.42 km."""
    assert territory.ring_area([0, 1, 1, 0], [0, 0, 1, 1]) == pytest.approx(
        111.31 * 110.574, rel=1e-3
    )
    assert territory.ring_area([0, 1, 1, 0], [59.5, 59.5, 60.5, 60.5]) == pytest.approx(
        55.80 * 111.42, rel=1e-3
    )


@given(st.lists(st.tuples(degrees, degrees), min_size=3, max_size=12), st.floats(-90, 90))
def test_area_turns_its_sign_with_the_ring_and_ignores_longitude_and_closing(corners, shift):
    lon, lat = np.array(corners).T
    area = territory.ring_area(lon, lat)
    assert territory.ring_area(lon[::-1], lat[::-1]) == pytest.approx(-area, abs=1e-3)
    assert territory.ring_area(lon + shift, lat) == pytest.approx(area, abs=1e-3)
    closed = np.append(lon, lon[0]), np.append(lat, lat[0])
    assert territory.ring_area(*closed) == pytest.approx(area, abs=1e-3)


@given(degrees, degrees, degrees)
def test_two_halves_are_the_whole(west, middle, east):
    def cell(a, b):
        return territory.ring_area([a, b, b, a], [10, 10, 20, 20])

    assert cell(west, middle) + cell(middle, east) == pytest.approx(cell(west, east), abs=1e-3)


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
    assert rest == pytest.approx(whole - territory.ring_area([1, 2, 2, 1], [1, 1, 2, 2]))


UNITS = pd.DataFrame(
    [
        ("A", None, None, 1000.0, False),
        ("B", "first", 1800, 100.0, False),
        ("C", "first", 1800, 50.0, True),
        ("D", "second", 1850, 30.0, False),
        ("E", "third", 1880, 400.0, True),
    ],
    columns=["unit", "treaty", "year", "area_km2", "upper_bound"],
)


def test_upper_bounds_stand_apart():
    found = territory.moved(UNITS, "A").set_index("treaty")
    assert found["area_km2"].to_dict() == {"first": 100, "second": 30, "third": 0}
    assert found["upper_km2"].to_dict() == {"first": 150, "second": 30, "third": 400}
    assert found.loc["first", ["share", "upper_share"]].tolist() == [10.0, 15.0]


def test_running_totals_end_with_the_sum():
    last = territory.cumulative(territory.moved(UNITS, "A")).iloc[-1]
    assert last[["area_km2", "upper_km2", "share", "upper_share"]].tolist() == [130, 580, 13, 58]


def test_today_must_be_one_unit():
    with pytest.raises(ValueError, match="one row for X, found 0"):
        territory.moved(UNITS, "X")


def test_what_was_given_up_after_a_day_by_effect():
    rows = [("1800-01-01", "cession", "B"), ("1850-01-01", "renunciation", "B")]
    rows += [("1900-01-01", "adjustment", "B"), ("1900-01-01", "cession", "A")]
    agreements = pd.DataFrame(rows, columns=["date", "effect", "gains"])
    agreements["date"] = pd.to_datetime(agreements["date"])
    assert territory.given_up(agreements, "B", "1800-01-01") == 1
    assert territory.given_up(agreements, "B", "1799-12-31") == 2
    assert territory.given_up(agreements, "B", "1799-12-31", ["cession", "adjustment"]) == 2


def test_clip_keeps_what_is_inside():
    assert territory.clip(SQUARE, (-1, -1, 5, 5)).tolist() == SQUARE.tolist()
    assert len(territory.clip(SQUARE, (5, 5, 6, 6))) == 0
    half = territory.clip(SQUARE, (2, -1, 5, 5))
    assert {tuple(corner) for corner in half} == {(2, 0), (4, 0), (4, 4), (2, 4)}


@given(rings, st.floats(-10, 0), st.floats(1, 10))
def test_clip_stays_in_the_window_and_closes(ring, low, high):
    cut = territory.clip(ring, (low, low, high, high))
    assert ((cut >= low - 1e-9) & (cut <= high + 1e-9)).all()
    if len(cut):
        assert cut[0].tolist() == cut[-1].tolist()


@given(rings, st.floats(-10, 10))
def test_two_sides_of_a_cut_make_up_the_whole(ring, at):
    west = territory.clip(ring, (-30, -30, at, 30))
    east = territory.clip(ring, (at, -30, 30, 30))
    assert plane_area(west) + plane_area(east) == pytest.approx(plane_area(ring), abs=1e-6)
