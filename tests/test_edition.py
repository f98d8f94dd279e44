"""Editions: inheritance, schema, one-line errors."""

import json
import shutil

import pytest

from eastward import edition, parameters, paths, tables
from eastward.errors import InputError


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(paths.EDITIONS, tmp_path / "editions")
    return tmp_path / "editions"


def test_the_default_comes_first():
    assert edition.names()[0] == "hindsight"
    assert "as-written" in edition.names()


def test_an_edition_inherits_what_it_does_not_say():
    written, hindsight = edition.load("as-written"), edition.load("hindsight")
    assert written.parameters["cutoff"] == "2018-08-31"
    assert {**written.parameters, "cutoff": 0} == {**hindsight.parameters, "cutoff": 0}


def test_whether_the_comments_fit_is_said_by_each_edition_itself(folder):
    assert edition.load("hindsight").commented and edition.load("as-written").commented
    (folder / "mine.yml").write_text("title: Mine\nextends: hindsight\n")
    assert not edition.load("mine", folder).commented
    (folder / "other.yml").write_text("title: Other\nextends: as-written\ncommented: true\n")
    assert edition.load("other", folder).commented
    (folder / "third.yml").write_text("title: Third\nextends: other\n")
    assert not edition.load("third", folder).commented
    assert "commented" not in edition.load("other", folder).parameters


def test_overrides_reach_one_chapter_only(folder):
    (folder / "mine.yml").write_text(
        "title: Mine\nextends: hindsight\nchapters:\n  10-economic:\n    focal: TUR\n"
    )
    mine = edition.load("mine", folder)
    assert mine.for_chapter("10-economic")["focal"] == "TUR"
    assert mine.for_chapter("index")["focal"] == "IRN"
    assert mine.for_chapter("index")["edition"] == "mine"


def test_overrides_are_merged_with_the_parent_s(folder):
    """Chapter by chapter and key by key."""
    (folder / "one.yml").write_text(
        "title: One\nextends: hindsight\nchapters:\n"
        "  10-economic: {focal: TUR, shock: 2019-01-01}\n  03-alone: {focal: VEN}\n"
    )
    (folder / "two.yml").write_text(
        "title: Two\nextends: one\nchapters: {10-economic: {focal: DEU}}\n"
    )
    assert edition.load("two", folder).overrides == {
        "10-economic": {"focal": "DEU", "shock": "2019-01-01"},
        "03-alone": {"focal": "VEN"},
    }


def test_an_odd_name_is_a_name(folder):
    """A plus, a dot, a space, a letter beyond ASCII."""
    (folder / "été 2.0+.yml").write_text("title: Summer\nextends: hindsight\n")
    assert edition.load("été 2.0+", folder).title == "Summer"


@pytest.mark.parametrize(
    "name",
    [
        "chapters",
        "a/b",
        "..",
        " a",
        "a ",
        "",
        "a,b",
        "-a",
        "tables",
        "_static",
        "book.pdf",
        "CON",
        "nul.x",
    ],
)
def test_a_name_that_breaks_the_build_is_refused(folder, name):
    with pytest.raises(InputError, match="is no name for an edition; allowed: letters"):
        edition.load(name, folder)


def test_names_that_differ_in_case_alone_are_refused(folder):
    """They would be one folder on many disks."""
    (folder / "Hindsight.yml").write_text("title: Mine\nextends: hindsight\n")
    with pytest.raises(InputError, match="Hindsight differs from hindsight in case alone"):
        edition.load("Hindsight", folder)


def test_the_states_of_the_schema_are_those_that_report_trade():
    allowed = list(parameters.STATES)
    assert allowed == sorted(set(tables.load("trade")["reporter"]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: X\ncutof: 2018-08-31\n", "cutof is not a key; allowed: cutoff"),
        (
            "title: X\nextends: hindsight\ncutoff: 2031-01-01\n",
            "cutoff: '2031-01-01' is not allowed",
        ),
        ("title: X\nextends: hindsight\ncutoff: soon\n", "cutoff: 'soon' is not allowed"),
        ("title: X\nextends: hindsight\nfocal: XYZ\n", "focal: 'XYZ' is not allowed"),
        ("title: X\nextends: hindsight\nbaseline: [2017]\n", "baseline: .2017. is not allowed"),
        ("title: X\nextends: hindsight\nbaseline: [2019, 2020]\n", "before 2018"),
        ("title: X\nextends: hindsight\npartner: CHN\n", "CHN is already the partner"),
        (
            "title: X\nextends: hindsight\ncommented: perhaps\n",
            "commented: 'perhaps' is not allowed; allowed: true or false",
        ),
        ("title: X\nextends: bad\n", "is a circle"),
        ("title: X\nextends: nowhere\n", "edition: nowhere is unknown; allowed: hindsight"),
        (
            "title: X\nextends: hindsight\nchapters: {99-none: {focal: TUR}}\n",
            "editions/bad.yml: chapters: 99-none is unknown; allowed: 01-non-alignment",
        ),
        (
            "title: X\nextends: hindsight\nchapters: {10-economic: {focla: TUR}}\n",
            "editions/bad.yml: chapters: 10-economic: focla is not a parameter; allowed: cutoff",
        ),
        (
            "title: X\nextends: hindsight\nchapters: {10-economic: {focal: XYZ}}\n",
            "editions/bad.yml: chapters: 10-economic: focal: 'XYZ' is not allowed",
        ),
        (
            "title: X\nextends: hindsight\nchapters: {10-economic: {focal: RUS}}\n",
            "editions/bad.yml: chapters: 10-economic: partner: RUS is already the focal",
        ),
        ("title: Mine\n", "extends: is missing, and with it cutoff, .*allowed: the name of an"),
        ("title: Mine\n1: 2\n", "1 is not a key; allowed: cutoff"),
        ("title: [\n", "line 2: not valid YAML"),
        ("just words\n", "holds no settings"),
        ("cutoff: 2018-08-31\n", "editions/bad.yml: title: is missing; allowed: name of the"),
    ],
)
def test_bad_editions_get_one_clear_line(folder, text, message):
    (folder / "bad.yml").write_text(text)
    with pytest.raises(InputError, match=message) as caught:
        edition.load("bad", folder)
    assert "\n" not in str(caught.value)


def test_check_names_what_is_allowed():
    assert edition.check("baseline", [2010, 2011]) == [2010, 2011]
    with pytest.raises(InputError, match="speed is not a parameter; allowed: cutoff"):
        edition.check("speed", 1)
    with pytest.raises(InputError, match="commented is not a parameter; allowed: cutoff"):
        edition.check("commented", True)
    with pytest.raises(InputError, match="cutoff: 5 is not allowed"):
        edition.check("cutoff", 5)


def test_the_schema_of_the_files_is_that_of_the_models():
    """After a change: ``make schema``."""
    written = json.loads((paths.EDITIONS / "edition.schema.json").read_text(encoding="utf-8"))
    assert written == parameters.schema()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("region", ["IRN", "TUR", "XXX"]),
        ("region", ["IRN", "TUR", "TUR"]),
        ("cutoff", "2018-02-30"),
        ("cutoff", "20180831"),
        ("cutoff", "1990-01-01"),
        ("baseline", ["2016", "2017"]),
        ("baseline", [2016.5, 2017]),
        ("weights", [1, 1, 1]),
        ("weights", [0, 0, 0, 0, 0, 0]),
        ("weights", [1, 1, 1, 0, 0, -1]),
        ("focal", None),
        ("focal", "EUR"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_with_what_is(key, value):
    with pytest.raises(InputError, match=rf"^-p: {key}: .* is not allowed; allowed: ") as caught:
        edition.check(key, value, "-p")
    assert "\n" not in str(caught.value)


def test_every_parameter_says_what_it_is():
    assert all(parameters.description(name) for name in parameters.Parameters.model_fields)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("title: Jalālī\n".encode("latin-1", "replace") + b"\xe9", "mine.yml: is not in UTF-8"),
        (b"title: Mine\ncutoff: 2018-02-30\n", "mine.yml: day is out of range"),
    ],
)
def test_what_cannot_be_read_is_one_line(folder, content, message):
    (folder / "mine.yml").write_bytes(content)
    with pytest.raises(InputError, match=message):
        edition.load("mine", folder)
