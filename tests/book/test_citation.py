"""Citations: one version everywhere, references that parse, tags that machines read."""

import json
from datetime import date

import pytest
import rispy
import yaml
from pybtex.database import parse_string

import eastward
from eastward import edition, paths
from eastward.book import citation, styles
from eastward.errors import InputError

CHAPTER = "97-lighthouses"
SOURCE = """---
jupytext:
  text_representation: {extension: .md, format_name: myst}
kernelspec: {name: python3, display_name: Python 3, language: python}
eastward:
  tables: [brent_annual, oil_events]
---
# Lighthouses & 100 % fog

## Not the title
"""


@pytest.fixture
def chapter(tmp_path, monkeypatch):
    """A chapter about nothing in the book, resting on two of its tables."""
    (tmp_path / f"{CHAPTER}.md").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path)
    return CHAPTER


def book():
    return yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))


def test_the_version_is_the_same_in_the_library_and_in_the_citation_file():
    assert book()["version"] == eastward.__version__


def test_the_citation_file_names_the_collective_and_both_licences():
    entry = book()
    assert entry["cff-version"] == "1.2.0"
    assert entry["authors"] == [{"name": "Eastward contributors"}]
    assert entry["license"] == ["MIT", "CC-BY-4.0"]
    assert isinstance(entry["date-released"], date)


def test_apa(chapter):
    assert citation.cite(chapter, "as-written", "apa") == (
        f"Eastward contributors. ({book()['date-released'].year}). Lighthouses & 100 % fog. "
        "In Into Russia's Arms? An argument tested with data "
        f"(Version {eastward.__version__}, As written edition)."
    )


def test_the_book_itself():
    assert citation.cite_book("as-written") == (
        f"Eastward contributors. ({book()['date-released'].year}). "
        "Into Russia's Arms? An argument tested with data "
        f"(Version {eastward.__version__}, As written edition)."
    )
    [(key, entry)] = parse_string(citation.cite_book(style="bibtex"), "bibtex").entries.items()
    assert (key, entry.type) == ("eastward-hindsight", "book")
    assert entry.fields["title"] == "{Into Russia's Arms? An argument tested with data}"
    with pytest.raises(InputError, match="style: mla is unknown; allowed: apa, chicago"):
        citation.cite_book(style="mla")


def test_a_title_that_is_a_question_keeps_its_mark_and_takes_no_full_stop(tmp_path, monkeypatch):
    file = tmp_path / "95-fog.md"
    file.write_text(SOURCE.replace("# Lighthouses & 100 % fog", "# Fog?"), encoding="utf-8")
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path)
    assert "). Fog? In Into" in citation.cite("95-fog", style="apa")
    assert "“Fog?” In Into" in citation.cite("95-fog", style="chicago")


def test_chicago(chapter):
    text = citation.cite(chapter, "as-written", "chicago")
    assert text.startswith(f"Eastward contributors. {book()['date-released'].year}. “Lighthouses")
    assert text.endswith(f"Version {eastward.__version__}, As written edition.")


def test_bibtex_survives_a_bibtex_parser(chapter):
    text = citation.cite(chapter, "hindsight", "bibtex")
    [(key, entry)] = parse_string(text, "bibtex").entries.items()
    assert key == "eastward-97-lighthouses-hindsight"
    assert entry.type == "incollection"
    assert [str(author) for author in entry.persons["author"]] == ["{Eastward contributors}"]
    assert dict(entry.fields) == {
        "title": r"{Lighthouses \& 100 \% fog}",
        "booktitle": "{Into Russia's Arms? An argument tested with data}",
        "edition": f"{edition.load('hindsight').title} edition",
        "year": str(book()["date-released"].year),
        "note": f"Version {eastward.__version__}",
    }


def test_ris_survives_a_ris_parser(chapter):
    [entry] = rispy.loads(citation.cite(chapter, "hindsight", "ris"))
    assert entry["type_of_reference"] == "CHAP"
    assert entry["title"] == "Lighthouses & 100 % fog"
    assert entry["secondary_title"] == "Into Russia's Arms? An argument tested with data"
    assert entry["authors"] == ["Eastward contributors"]
    assert entry["year"] == str(book()["date-released"].year)


def test_the_record_is_what_all_styles_are_made_from(chapter):
    [told] = json.loads(citation.cite(chapter, "hindsight", "csl-json"))
    assert told == citation.record(chapter, "hindsight")
    assert told["type"] == "chapter"
    assert citation.record(None)["type"] == "book"


def test_every_style_names_edition_and_version(chapter):
    for style in styles.STYLES:
        for name in edition.names():
            text = citation.cite(chapter, name, style)
            assert edition.load(name).title in text
            assert eastward.__version__ in text


def test_highwire_tags(chapter):
    tags = dict(citation.highwire(chapter, "hindsight"))
    assert tags == {
        "citation_title": "Lighthouses & 100 % fog",
        "citation_inbook_title": "Into Russia's Arms? An argument tested with data "
        f"(Hindsight edition, version {eastward.__version__})",
        "citation_author": "Eastward contributors",
        "citation_publication_date": book()["date-released"].strftime("%Y/%m/%d"),
        "citation_language": "en",
    }


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("98-nowhere", "hindsight", "apa"), "chapter: 98-nowhere is unknown; allowed: 97-"),
        ((CHAPTER, "foresight", "apa"), "edition: foresight is unknown; allowed: hindsight"),
        ((CHAPTER, "hindsight", "mla"), "style: mla is unknown; allowed: apa, chicago"),
    ],
)
def test_unknown_names_give_one_line_that_says_what_is_allowed(chapter, arguments, named):
    with pytest.raises(InputError) as caught:
        citation.cite(*arguments)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_chapter_without_a_heading_is_refused(tmp_path, monkeypatch):
    (tmp_path / "96-mute.md").write_text("Text.\n", encoding="utf-8")
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path)
    with pytest.raises(InputError, match=r"chapters/96-mute\.md: no heading"):
        citation.title("96-mute")
