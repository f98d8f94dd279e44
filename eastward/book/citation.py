"""How a chapter of the book is cited, by people and by machines.

Public names: :func:`cite`, :func:`cite_book`, :func:`cite_chapters`, :func:`record`,
:func:`highwire`, :func:`title`.

The book's title, version, date and author stand in ``CITATION.cff`` alone, a chapter's title in
its first heading, an edition's title in its file.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from eastward import edition as editions
from eastward import pages, paths
from eastward.book import styles
from eastward.errors import InputError


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
    style : str
        One of :data:`.styles.STYLES`.
    own : mapping, optional
        Values that the reader of a rerun changed, by parameter.

    Raises
    ------
    InputError
        There is no such chapter, edition or style.
    """
    return styles.write([record(chapter, edition, own)], style)


def cite_book(edition: str = editions.DEFAULT, style: str = "apa") -> str:
    """Write the reference to the whole book in one edition.

    Parameters
    ----------
    edition : str
        The edition's name.
    style : str
        As for a chapter.

    Raises
    ------
    InputError
        There is no such edition or style.
    """
    return styles.write([record(None, edition)], style)


def cite_chapters(edition: str = editions.DEFAULT, style: str = "apa") -> str:
    """Write the references to all chapters, as :func:`cite` writes one."""
    return styles.write([record(one, edition) for one in pages.chapters()], style)


def record(
    chapter: str | None,
    edition: str = editions.DEFAULT,
    own: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Describe a chapter, or the whole book, as an item of the Citation Style Language.

    Parameters
    ----------
    chapter : str or None
        The chapter's name; None for the book.
    edition, own
        As for :func:`cite`.

    Raises
    ------
    InputError
        There is no such chapter or edition.
    """
    book, rerun = _book(), _rerun(own)
    which = ", ".join(filter(None, [f"{editions.load(edition).title} edition", rerun]))
    found = {
        "id": _key(*filter(None, [chapter, edition, rerun])),
        "type": "chapter" if chapter else "book",
        "title": title(chapter) if chapter else book["title"],
        "author": [{"literal": name} for name in book["authors"]],
        "issued": {"date-parts": [[book["date"].year, book["date"].month, book["date"].day]]},
        "edition": which,
        "version": book["version"],
        "language": "en",
    }
    return found | ({"container-title": book["title"]} if chapter else {})


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
