"""Plane geometry: areas on the ellipsoid, cutting and simplifying, on made-up rings."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from eastward import geometry

SURFACE_KM2 = 510_065_621.724  # of WGS 84 (NIMA TR 8350.2, third edition, table 3.3)
degrees = st.floats(-60, 60)
SQUARE = np.array([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], dtype=float)
coordinates = st.floats(-20, 20)
corners = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=15, unique=True)
rings = corners.map(lambda many: np.array([*many, many[0]]))


@st.composite
def simple(draw):
    """Rings that do not cross themselves: corners at growing angles around a middle."""
    reaches = draw(st.lists(st.floats(1, 20), min_size=4, max_size=15))
    angles = np.linspace(0, 2 * np.pi, len(reaches), endpoint=False)
    ring = np.array(reaches)[:, None] * np.column_stack([np.cos(angles), np.sin(angles)])
    turned = ring[::-1] if draw(st.booleans()) else ring
    return np.concatenate([turned, turned[:1]])


def plane_area(ring):
    """Signed area on a plane of degrees, where a cut edge stays the edge that it was."""
    x, y = ring.T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1]) / 2


def test_an_eighth_of_the_earth():
    lon, lat = [0, 90, 90, 0], [0, 0, 90, 90]
    assert geometry.ring_area(lon, lat) == pytest.approx(SURFACE_KM2 / 8, rel=1e-9)


def test_a_degree_at_the_equator_and_one_far_north():
    """Cells of one degree, by the lengths of their sides: 111.32 x 110.57 and 55.80 x 111.42 km."""
    assert geometry.ring_area([0, 1, 1, 0], [0, 0, 1, 1]) == pytest.approx(
        111.31 * 110.574, rel=1e-3
    )
    assert geometry.ring_area([0, 1, 1, 0], [59.5, 59.5, 60.5, 60.5]) == pytest.approx(
        55.80 * 111.42, rel=1e-3
    )


@given(st.lists(st.tuples(degrees, degrees), min_size=3, max_size=12), st.floats(-90, 90))
def test_area_turns_its_sign_with_the_ring_and_ignores_longitude_and_closing(corners, shift):
    lon, lat = np.array(corners).T
    area = geometry.ring_area(lon, lat)
    assert geometry.ring_area(lon[::-1], lat[::-1]) == pytest.approx(-area, abs=1e-3)
    assert geometry.ring_area(lon + shift, lat) == pytest.approx(area, abs=1e-3)
    closed = np.append(lon, lon[0]), np.append(lat, lat[0])
    assert geometry.ring_area(*closed) == pytest.approx(area, abs=1e-3)


@given(degrees, degrees, degrees)
def test_two_halves_are_the_whole(west, middle, east):
    def cell(a, b):
        return geometry.ring_area([a, b, b, a], [10, 10, 20, 20])

    assert cell(west, middle) + cell(middle, east) == pytest.approx(cell(west, east), abs=1e-3)


def test_clip_keeps_what_is_inside():
    [whole] = geometry.clip(SQUARE, (-1, -1, 5, 5))
    assert whole.tolist() == SQUARE.tolist()
    assert geometry.clip(SQUARE, (5, 5, 6, 6)) == []
    [half] = geometry.clip(SQUARE, (2, -1, 5, 5))
    assert {tuple(corner) for corner in half} == {(2, 0), (4, 0), (4, 4), (2, 4)}


def test_a_cut_may_take_a_ring_apart():
    horseshoe = np.array([(0, 0), (6, 0), (6, 4), (4, 4), (4, 2), (2, 2), (2, 4), (0, 4), (0, 0)])
    assert len(geometry.clip(horseshoe, (-1, 3, 7, 5))) == 2


@given(simple(), st.floats(-10, 0), st.floats(1, 10))
def test_clip_stays_in_the_window_closes_and_turns_the_same_way(ring, low, high):
    for cut in geometry.clip(ring, (low, low, high, high)):
        assert ((cut >= low - 1e-9) & (cut <= high + 1e-9)).all()
        assert cut[0].tolist() == cut[-1].tolist()
        assert geometry.anticlockwise(cut) == geometry.anticlockwise(ring)


@given(simple(), st.floats(-10, 10))
def test_two_sides_of_a_cut_make_up_the_whole(ring, at):
    sides = geometry.clip(ring, (-30, -30, at, 30)) + geometry.clip(ring, (at, -30, 30, 30))
    assert sum(map(plane_area, sides)) == pytest.approx(plane_area(ring), abs=1e-6)


def test_simplify_drops_what_lies_on_the_line():
    dense = np.array([(0, 0), (1, 0.001), (2, 0), (4, 0), (4, 4), (2, 4), (0, 4), (0, 0)])
    assert geometry.simplify(dense, 0.01).tolist() == SQUARE.tolist()


@given(rings, st.floats(0, 5))
def test_simplify_keeps_corners_of_the_ring_closed_and_in_order(ring, tolerance):
    kept = geometry.simplify(ring, tolerance)
    assert kept[0].tolist() == ring[0].tolist() == kept[-1].tolist()
    places = [next(i for i, r in enumerate(ring) if (r == corner).all()) for corner in kept[:-1]]
    assert places == sorted(places)
    assert len(geometry.simplify(ring, 0.0)) >= len(kept)


def test_the_middle_is_that_of_the_largest_ring():
    assert geometry.middle([SQUARE / 2 + 9, SQUARE + 40]) == (42.0, 42.0)


@given(simple())
def test_the_middle_does_not_depend_on_the_turn_of_the_ring(ring):
    assert geometry.middle([ring]) == pytest.approx(geometry.middle([ring[::-1]]))


def test_hatching_stays_inside_and_leaves_out_holes():
    lines = geometry.hatching([SQUARE, SQUARE / 4 + 1.5], spacing=0.5)
    area = shapely.Polygon(SQUARE, [SQUARE / 4 + 1.5])
    assert all(area.buffer(1e-9).covers(shapely.LineString(line)) for line in lines)
    assert len(lines) == 8 + 2
