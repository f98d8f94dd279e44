"""How a chapter of the book is cited, by people and by machines.

Public names: :func:`cite`, :func:`cite_book`, :func:`highwire`, :func:`json_ld`, :func:`title`,
:data:`STYLES`.

The book's title, version, date and author stand in ``CITATION.cff`` alone, a chapter's title in
its first heading, an edition's title in its file.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from eastward import edition as editions
from eastward import pages, paths, tables
from eastward.errors import InputError

STYLES = ("apa", "bibtex")
LICENCE = "https://creativecommons.org/licenses/by/4.0/"  # of the text; the code's is MIT


def cite(
    chapter: str,
    edition: str = editions.DEFAULT,
    style: str = "apa",
    own: Mapping[str, Any] | None = None,
) -> str:
    """Write the reference to a chapter in one edition, or to a rerun of it.

    Parameters
    ----------
    chapter : str
        The chapter's name, such as ``10-economic``.
    edition : str
        The edition's name.
    style : {'apa', 'bibtex'}
        APA 7 as plain text on one line, or a BibTeX entry.
    own : mapping, optional
        Values that the reader of a rerun changed, by parameter.

    Raises
    ------
    InputError
        There is no such chapter, edition or style.
    """
    _check(style)
    write = _apa if style == "apa" else _bibtex
    return write(chapter, edition, _rerun(own))


def cite_book(edition: str = editions.DEFAULT, style: str = "apa") -> str:
    """Write the reference to the whole book in one edition.

    Parameters
    ----------
    edition : str
        The edition's name.
    style : {'apa', 'bibtex'}
        As for a chapter.

    Raises
    ------
    InputError
        There is no such edition or style.
    """
    _check(style)
    book, name = _book(), editions.load(edition).title
    if style == "apa":
        return (
            f"{' & '.join(book['authors'])}. ({book['date'].year}). {book['title']} "
            f"(Version {book['version']}, {name} edition)."
        )
    fields = {"title": f"{{{book['title']}}}", "edition": name, **_dated(book)}
    return _entry("book", _key(edition), fields)


def title(chapter: str) -> str:
    """Read the text of a chapter's first heading.

    Raises
    ------
    InputError
        There is no such chapter, or it has no heading.
    """
    if chapter not in pages.chapters():
        raise InputError(f"chapter: {chapter} is unknown; allowed: {', '.join(pages.chapters())}")
    return pages.heading(chapter)


def highwire(
    chapter: str, edition: str = editions.DEFAULT, own: Mapping[str, Any] | None = None
) -> list[tuple[str, str]]:
    """Give the ``citation_*`` tags of a chapter's page, as reference managers read them.

    Parameters
    ----------
    chapter, edition, own
        As for :func:`cite`.

    Returns
    -------
    list of (name, content)
        There is no ``citation_pdf_url``: it must be absolute, and its PDF hold this chapter alone.

    Raises
    ------
    InputError
        There is no such chapter or edition.
    """
    book, rerun = _book(), _rerun(own)
    return [
        ("citation_title", title(chapter) + (f" ({rerun})" if rerun else "")),
        ("citation_inbook_title", _titled(edition)),
        *[("citation_author", name) for name in book["authors"]],
        ("citation_publication_date", book["date"].strftime("%Y/%m/%d")),
        ("citation_language", "en"),
    ]


def json_ld(chapter: str, edition: str = editions.DEFAULT) -> dict[str, Any]:
    """Describe a chapter to schema.org: part of the book, resting on its data sets.

    Raises
    ------
    InputError
        There is no such chapter, edition or table.
    """
    book = _book()
    authors = [{"@type": "Organization", "name": name} for name in book["authors"]]
    return {
        "@context": "https://schema.org",
        "@type": "Chapter",
        "name": title(chapter),
        "inLanguage": "en",
        "author": authors,
        "datePublished": book["date"].isoformat(),
        "version": book["version"],
        "license": LICENCE,
        "isPartOf": {
            "@type": "Book",
            "name": book["title"],
            "bookEdition": editions.load(edition).title,
            "version": book["version"],
            "author": authors,
        },
        "citation": [_dataset(name) for name in pages.header(chapter)["tables"]],
    }


def _apa(chapter: str, edition: str, rerun: str) -> str:
    book = _book()
    which = ", ".join(filter(None, [f"{editions.load(edition).title} edition", rerun]))
    return (
        f"{' & '.join(book['authors'])}. ({book['date'].year}). {_closed(title(chapter))} "
        f"In {book['title']} (Version {book['version']}, {which})."
    )


def _bibtex(chapter: str, edition: str, rerun: str) -> str:
    book = _book()
    fields = {  # the inner braces keep capital letters as they are
        "title": f"{{{title(chapter)}}}",
        "booktitle": f"{{{book['title']}}}",
        "edition": editions.load(edition).title,
        **_dated(book, rerun),
    }
    return _entry("incollection", _key(chapter, edition, rerun), fields)


def _rerun(own: Mapping[str, Any] | None) -> str:
    """What a rerun changed, in words; nothing for the book's own chapters."""
    said = "; ".join(
        f"{key} = {'–'.join(map(str, value)) if isinstance(value, list) else value}"
        for key, value in (own or {}).items()
    )
    return f"rerun with {said}" if said else ""


def _key(*parts: str) -> str:
    """A BibTeX key: letters, digits and hyphens alone."""
    return "-".join(["eastward", *re.findall(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", " ".join(parts))])


def _dated(book: dict[str, Any], rerun: str = "") -> dict[str, str]:
    note = ", ".join(filter(None, [f"Version {book['version']}", rerun]))
    return {"year": str(book["date"].year), "note": note}


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    """Write a BibTeX entry by the book's authors."""
    from pybtex.database import BibliographyData, Entry, Person

    authors = [Person(f"{{{name}}}") for name in _book()["authors"]]
    entry = Entry(kind, list(fields.items()), {"author": authors})
    return BibliographyData({key: entry}).to_string("bibtex").strip()


def _check(style: str) -> None:
    if style not in STYLES:
        raise InputError(f"style: {style} is unknown; allowed: {', '.join(STYLES)}")


def _dataset(name: str) -> dict[str, Any]:
    """Describe a table as a schema.org ``Dataset``, with what it was made from."""
    described = tables.describe(name)
    return {
        "@type": "Dataset",
        "name": described["title"],
        "description": described["description"],
        "license": [licence["path"] for licence in described["licences"]],
        "creator": [
            {"@type": "Organization", "name": source["publisher"]}
            for source in described["sources"]
        ],
        "citation": [source["citation"] for source in described["sources"]],
    }


@cache
def _book() -> dict[str, Any]:
    """Read title, version, date and authors from ``CITATION.cff``."""
    entry = yaml.safe_load((paths.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    return {
        "title": entry["title"],
        "version": entry["version"],
        "date": entry["date-released"],
        "authors": [author["name"] for author in entry["authors"]],
    }


def _titled(edition: str) -> str:
    book = _book()
    return f"{book['title']} ({editions.load(edition).title} edition, version {book['version']})"


def _closed(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
