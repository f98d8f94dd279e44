"""Outlines: unpacking the archive they come in."""

import lzma

import pytest

from eastward.errors import InputError
from eastward.sources import territory


def test_unpack_reads_the_stream_behind_the_head():
    packed = lzma.compress(b"{}" * 50, lzma.FORMAT_RAW, filters=[territory.DICTIONARY])
    archive = b"7z\xbc\xaf\x27\x1c" + bytes(26) + packed + b"an index"
    assert territory.unpack(archive) == b"{}" * 50


def test_what_is_no_archive_is_refused():
    with pytest.raises(InputError, match="not a 7z archive"):
        territory.unpack(b"{}")
