"""Outlines: unpacking, cutting and simplifying, on made-up rings."""

import lzma

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.sources import territory

SQUARE = np.array([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], dtype=float)
coordinates = st.floats(-20, 20)
rings = st.lists(st.tuples(coordinates, coordinates), min_size=3, max_size=15, unique=True).map(
    lambda corners: np.array([*corners, corners[0]])
)


def plane_area(ring):
    """Signed area on a plane of degrees, where a cut edge stays the edge that it was."""
    x, y = ring.T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1]) / 2


def test_unpack_reads_the_stream_behind_the_head():
    packed = lzma.compress(b"{}" * 50, lzma.FORMAT_RAW, filters=[territory.DICTIONARY])
    archive = b"7z\xbc\xaf\x27\x1c" + bytes(26) + packed + b"an index"
    assert territory.unpack(archive) == b"{}" * 50


def test_what_is_no_archive_is_refused():
    with pytest.raises(InputError, match="not a 7z archive"):
        territory.unpack(b"{}")


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


def test_simplify_drops_what_lies_on_the_line():
    dense = np.array([(0, 0), (1, 0.001), (2, 0), (4, 0), (4, 4), (2, 4), (0, 4), (0, 0)])
    assert territory.simplify(dense, 0.01).tolist() == SQUARE.tolist()


@given(rings, st.floats(0, 5))
def test_simplify_keeps_corners_of_the_ring_closed_and_in_order(ring, tolerance):
    kept = territory.simplify(ring, tolerance)
    assert kept[0].tolist() == ring[0].tolist() == kept[-1].tolist()
    places = [next(i for i, r in enumerate(ring) if (r == corner).all()) for corner in kept[:-1]]
    assert places == sorted(places)
    assert len(territory.simplify(ring, 0.0)) >= len(kept)
