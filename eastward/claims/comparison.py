"""What moved between two sets of verdicts: two editions, or the same edition before and after.

Public names: :func:`entries`, :func:`changes`, :func:`said`.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eastward import edition, quantities
from eastward.claims import registry
from eastward.errors import InputError

Entries = Mapping[str, Mapping[str, Any]]
FACTS = {"verdict": ("word", "odds"), "test": ("value", "outcome")}  # what is compared


def entries(source: str) -> dict[str, dict[str, Any]]:
    """Claims' entries of an edition that is built, or of a ``verdicts.json``.

    Parameters
    ----------
    source : str
        An edition's name, or the path of a file.

    Raises
    ------
    InputError
        There is neither such an edition nor such a file, or the edition is not built.
    """
    path = Path(source)
    if source in edition.names():
        found = registry.verdicts(source)
        if not found:
            raise InputError(f"edition: {source} is not built; build it with: eastward book")
        return found
    if not path.is_file():
        known = ", ".join(edition.names())
        raise InputError(f"{source}: no such edition or file; allowed: {known}, a verdicts.json")
    try:
        chapters = json.loads(path.read_text(encoding="utf-8"))["chapters"]
        return {claim["id"]: claim for chapter in chapters for claim in chapter["claims"]}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{source}: is no verdicts.json of this book") from error


def changes(before: Entries, after: Entries) -> list[dict[str, Any]]:
    """Readings and tests whose verdict, odds, value or outcome differ.

    Returns
    -------
    list of dict
        ``what`` (*verdict* or *test*), ``name`` (CLAIM.READING or CLAIM.READING.TEST), and of
        each side a dict (``before``, ``after``): word and odds of a reading, value and outcome of
        a test; None on the side where it is not there.

    Examples
    --------
    >>> def claim(word, odds):
    ...     reading = {"id": "all", "word": word, "odds": odds, "tests": []}
    ...     return {"fog": {"readings": [reading]}}
    >>> [moved] = changes(claim("undecided", 2.0), claim("supported", 4.0))
    >>> moved["name"], moved["after"]["word"]
    ('fog.all', 'supported')
    """
    old, new = _flat(before), _flat(after)
    names = dict.fromkeys([*old, *new])
    return [
        {"what": key[0], "name": key[1], "before": old.get(key), "after": new.get(key)}
        for key in names
        if old.get(key) != new.get(key)
    ]


def said(side: Mapping[str, Any] | None) -> str:
    """One side of a change in words.

    Examples
    --------
    >>> said({"word": "undecided", "odds": 1.5}), said({"value": 2.0, "outcome": "against"})
    ('undecided, 1.5 to 1 for it', 'against: 2')
    >>> said(None)
    'not there'
    """
    if side is None:
        return "not there"
    if "word" in side:
        return f"{side['word']}, {quantities.odds(side['odds'])}" if side["odds"] else side["word"]
    return f"{side['outcome']}: {quantities.number(side['value'])}"


def _flat(claims: Entries) -> dict[tuple[str, str], dict[str, Any]]:
    """Every reading, and every test after its reading, with the facts that are compared."""
    flat = {}
    for claim, entry in claims.items():
        for reading in entry["readings"]:
            name = f"{claim}.{reading['id']}"
            flat["verdict", name] = {fact: reading[fact] for fact in FACTS["verdict"]}
            for test in reading["tests"]:
                found = {fact: test[fact] for fact in FACTS["test"]}
                flat["test", f"{name}.{test['id']}"] = found
    return flat
