"""README.md says what is true now."""

import re

import nbformat
import pytest

from eastward import edition, pages, paths
from eastward.book import notebooks

README = (paths.ROOT / "README.md").read_text(encoding="utf-8")


def test_the_picture_is_the_one_in_the_book():
    built = paths.BUILD / "editions" / edition.DEFAULT / "notebooks" / "map.ipynb"
    if not built.is_file():
        pytest.fail(f"{built} is missing; run `make book`")
    svg = notebooks.picture(nbformat.read(built, as_version=4), "fig-argument-map")
    message = "the verdicts or the figure changed; run `make picture`"
    assert (paths.ROOT / "_static" / "argument-map.svg").read_text(encoding="utf-8") == svg, message


def test_every_make_target_that_it_names_exists():
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (paths.ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"book", "test"} <= named <= targets


def test_every_chapter_and_path_that_it_names_exists():
    assert set(re.findall(r"eastward run (\S+)", README)) <= set(pages.chapters())
    for path in re.findall(r"`([a-z_/]+/)`", README):
        assert path in {"_build/"} or (paths.ROOT / path).is_dir(), path
