"""The files under ``data/claims``, read and checked.

Public names: :func:`claims`, :func:`units`, :func:`blocks`, :func:`coverage`, :func:`verdicts`,
:func:`schema`, :data:`MIME`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from eastward import paths
from eastward.claims.models import ArticleFile, ChapterFile, Claim, Units
from eastward.errors import InputError

MIME = "application/vnd.eastward.verdicts+json"  # how a chapter hands its verdicts over
ARTICLE = "article"
_APART = {"record"}  # files of the folder that hold no claims
_SAYS = {
    "missing": "is missing; allowed: a value",
    "extra_forbidden": "is not a key here; allowed: {keys}",
    "literal_error": "{input!r} is not allowed; allowed: {expected}",
    "string_pattern_mismatch": "{input!r} is not allowed; allowed: text of the form {pattern}",
    "string_too_short": "is empty; allowed: some text",
}


def claims(folder: Path | None = None) -> dict[str, Claim]:
    """All claims by id, in the order of the article's file and then of the chapters.

    Raises
    ------
    InputError
        A file is missing or malformed, an id stands twice, or a parent or sentence is unknown.

    Examples
    --------
    >>> claims()["into-russias-arms"].kind
    'causal'
    """
    found: dict[str, Claim] = {}
    for stem, content in _files(folder).items():
        for claim in content.claims:
            if claim.id in found:
                raise InputError(f"{_short(stem)}: id: {claim.id} stands twice; allowed: once")
            chapter = None if stem == ARTICLE else stem
            found[claim.id] = claim.model_copy(update={"chapter": chapter})
    for claim in found.values():
        for parent in claim.parents:
            if parent.claim not in found:
                raise InputError(
                    f"{_short(claim.chapter or ARTICLE)}: {claim.id}: parents: {parent.claim} is "
                    f"unknown; allowed: {', '.join(found)}"
                )
    return found


def units(chapter: str, folder: Path | None = None) -> dict[str, Units]:
    """Sets of units that a chapter's tests are also computed for, by name."""
    return getattr(_files(folder).get(chapter), "units", {})


def blocks(chapter: str, folder: Path | None = None) -> dict[str, str]:
    """Blocks of a chapter's tests: name to what the tests of the block share."""
    return getattr(_files(folder).get(chapter), "blocks", {})


def coverage(folder: Path | None = None) -> dict[str, list[str]]:
    """Every sentence of the article mapped to the ids of its claims, or to ``["background"]``.

    A sentence that no claim and no background entry names maps to an empty list.

    Raises
    ------
    InputError
        A claim names a sentence that the article does not have.
    """
    article = _files(folder)[ARTICLE]
    covered: dict[str, list[str]] = {
        f"{paragraph}.{sentence}": []
        for paragraph, count in article.article.items()
        for sentence in range(1, count + 1)
    }
    named = [
        (claim.id, claim.chapter or ARTICLE, sentence)
        for claim in claims(folder).values()
        for sentence in claim.sentences
    ]
    named += [("background", ARTICLE, entry.sentence) for entry in article.background]
    for name, stem, sentence in named:
        if sentence not in covered:
            raise InputError(
                f"{_short(stem)}: {name}: sentences: {sentence} is not in the article; "
                "allowed: paragraph.sentence"
            )
        covered[sentence].append(name)
    return covered


def verdicts(edition: str) -> dict[str, dict[str, Any]]:
    """Verdicts of an edition that has been built: claim id to its entry in ``verdicts.json``.

    Empty where the edition has not been built.
    """
    path = paths.BUILD / "editions" / edition / "verdicts.json"
    if not path.is_file():
        return {}
    chapters = json.loads(path.read_text(encoding="utf-8"))["chapters"]
    return {claim["id"]: claim for chapter in chapters for claim in chapter["claims"]}


def schema() -> dict[str, Any]:
    """JSON Schema of a chapter's claim file."""
    return ChapterFile.model_json_schema()


@cache
def _files(folder: Path | None = None) -> dict[str, ArticleFile | ChapterFile]:
    """Content of every claim file by its stem, the article's first."""
    folder = folder or paths.DATA / "claims"
    stems = sorted({path.stem for path in folder.glob("*.yml")} - _APART - {ARTICLE})
    return {
        stem: _read(folder / f"{stem}.yml", ArticleFile if stem == ARTICLE else ChapterFile)
        for stem in [ARTICLE, *stems]
    }


def _read(path: Path, model: type) -> Any:
    name = _short(path.stem)
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{name}: the file is missing; restore it") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{name}{line}: not valid YAML; allowed: 'key: value' lines") from error
    try:
        return model.model_validate(document)
    except ValidationError as error:
        raise InputError(f"{name}: {_complaint(document, error)}") from error


def _complaint(document: Any, error: ValidationError) -> str:
    """The first error in one line: claim, reading and test by id, key, value, what is allowed."""
    first = error.errors()[0]
    steps, value = [], document
    for step in first["loc"]:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            steps.append(str(step))
            continue
        named = isinstance(step, int) and isinstance(value, dict) and "id" in value
        steps.append(str(value["id"]) if named else str(step))
    context = {"input": first["input"], "keys": _keys(first["loc"]), **first.get("ctx", {})}
    said = _SAYS.get(first["type"], first["msg"].removeprefix("Value error, "))
    message = said.format(**context) if first["type"] in _SAYS else said
    where = ": ".join(step for step in steps if step not in ("claims", "readings", "tests"))
    return f"{where}: {message}" if where else message


def _keys(place: tuple) -> str:
    """Keys that are allowed where an unknown one stands."""
    from eastward.claims import models

    lists = [step for step in place[:-1] if isinstance(step, str)]
    model = {
        "claims": models.Claim,
        "readings": models.Reading,
        "tests": models.Test,
        "later": models.Later,
        "about": models.Period,
        "parents": models.Parent,
        "units": models.Units,
        "supports": models.Threshold,
        "against": models.Threshold,
    }.get(lists[-1] if lists else "", ChapterFile)
    return ", ".join(field.alias or name for name, field in model.model_fields.items())


def _short(stem: str) -> str:
    return f"data/claims/{stem}.yml"
