"""Editions: inheritance, schema, one-line errors."""

import shutil

import pytest

from eastward import edition, paths, tables
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


def test_the_states_of_the_schema_are_those_that_report_trade():
    allowed = edition._schema()["$defs"]["state"]["enum"]
    assert allowed == sorted(set(tables.load("trade")["reporter"]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: X\ncutof: 2018-08-31\n", "cutof is not a key; allowed: title"),
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
        ("title: [\n", "line 2: not valid YAML"),
        ("just words\n", "holds no settings"),
        ("cutoff: 2018-08-31\n", "'title' is a required property"),
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
