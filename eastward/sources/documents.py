"""Dated documents on single events and motives, coded by hand, one file a topic."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import yaml

from eastward.corroboration import LEVELS
from eastward.errors import InputError
from eastward.sources import dates

NEEDED = ["topic", "question", "searched", "rows"]
PARTS = [*NEEDED, "tags", "not_found"]
REQUIRED = [
    "id",
    "date",
    "issuer",
    "actors",
    "kind",
    "shows",
    "title",
    "address",
    "corroboration",
    "read",
]
OPTIONAL = ["precision", "tags", "second", "note"]
KINDS = [
    "order",
    "note",
    "treaty",
    "statement",
    "minutes",
    "report",
    "statute",
    "announcement",
    "resolution",
    "history",
]
READ = ["yes", "no"]
SECOND = ["title", "address"]
SOUGHT = ["sought", "where"]


def documents(files: dict[str, Path]) -> pd.DataFrame:
    """Build the dated documents of all topics, one row a document.

    Source: the project's coding files, one a topic; `eastward/sources/coding/documents` holds
    them and its README the rules.  Traps: a topic is a search for what its question needs and no
    sample, so that a document's absence proves nothing; a document known to the month or year
    ends with it; the date is the document's or deed's own, a later release is another row.

    Returns
    -------
    DataFrame
        topic, searched, id, date, end_date, precision, issuer, actors, kind, tags, shows, title,
        address, second_title, second_address, corroboration, read, note; searched and actors hold
        ISO3 codes, and like the tags they are separated by semicolons.

    Raises
    ------
    InputError
        For the first row that breaks a rule, naming its file, id, key, value and what is allowed.
    """
    topics = [read(file) for file in files.values()]
    frame = pd.concat(topics, ignore_index=True)
    repeated = frame[frame["id"].duplicated()]
    if len(repeated):
        row = repeated.iloc[0]
        raise InputError(f"{row['topic']}.yml: id {row['id']!r} occurs more than once")
    return frame


def read(file: Path) -> pd.DataFrame:
    """Read and check one topic, one row a document, in the file's order.

    Everything in it is text: a plain yes would otherwise be read as true.

    Parameters
    ----------
    file : Path
        A mapping of ``topic``, ``question``, ``searched`` (the state that it was searched for, or
        two and their dealings), ``rows`` and, where needed, ``tags`` (each tag with its meaning)
        and ``not_found``.

    Returns
    -------
    DataFrame
        The columns of :func:`documents`.

    Raises
    ------
    InputError
        If a part or key is missing or unknown, or a value is not allowed.
    """
    content = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    _keys(content, NEEDED, PARTS, file.name)
    _choice(content["topic"], [file.stem], f"{file.name}: topic")
    for entry in content.get("not_found", []):
        _keys(entry, SOUGHT, SOUGHT, f"{file.name}: not_found")
    tags = content.get("tags", {})
    rows = [_row(entry, tags, file.name) for entry in content["rows"]]
    return pd.DataFrame(rows).assign(topic=content["topic"], searched=";".join(content["searched"]))


def _row(entry: dict, tags: Iterable[str], label: str) -> dict:
    """Turn one entry of a topic into a row, checked."""
    where = f"{label}: {entry.get('id', 'row without id')}"
    _keys(entry, REQUIRED, REQUIRED + OPTIONAL, where)
    _choice(entry["kind"], KINDS, f"{where}: kind")
    _choice(entry["read"], READ, f"{where}: read")
    _choice(entry["corroboration"], LEVELS, f"{where}: corroboration")
    for tag in entry.get("tags", []):
        _choice(tag, tags, f"{where}: tags")
    second = entry.get("second", {})
    if bool(second) != (entry["corroboration"] == "two"):
        raise InputError(f"{where}: second: stands with corroboration 'two', and only with it")
    if second:
        _keys(second, SECOND, SECOND, f"{where}: second")
    try:
        first, last, precision = dates.period(entry["date"])
    except InputError as error:
        raise InputError(f"{where}: {error}") from None
    _choice(precision, dates.PRECISION.values(), f"{where}: date {entry['date']!r}: precision")
    _choice(entry.get("precision", precision), [precision], f"{where}: precision")
    return {
        **{key: entry[key] for key in REQUIRED},
        "date": first,
        "end_date": last,
        "precision": precision,
        "actors": ";".join(entry["actors"]),
        "tags": ";".join(entry.get("tags", [])) or None,
        "second_title": second.get("title"),
        "second_address": second.get("address"),
        "note": entry.get("note"),
    }


def _keys(entry: dict, required: list[str], allowed: list[str], where: str) -> None:
    """Refuse an entry that lacks a key or its value, or has one that is not known."""
    for key in required:
        if not entry.get(key):
            raise InputError(f"{where}: {key!r} is missing")
    for key in entry:
        _choice(key, allowed, f"{where}: key")


def _choice(value: str, allowed: Iterable[str], where: str) -> None:
    if value not in allowed:
        raise InputError(f"{where}: {value!r}, allowed {', '.join(allowed)}")
