"""Outlines: unpacking and simplifying, on made-up rings."""

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


def test_unpack_reads_the_stream_behind_the_head():
    packed = lzma.compress(b"{}" * 50, lzma.FORMAT_RAW, filters=[territory.DICTIONARY])
    archive = b"7z\xbc\xaf\x27\x1c" + bytes(26) + packed + b"an index"
    assert territory.unpack(archive) == b"{}" * 50


def test_what_is_no_archive_is_refused():
    with pytest.raises(InputError, match="not a 7z archive"):
        territory.unpack(b"{}")


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
