"""The files under ``data/claims``, read and checked.

Public names: :func:`claims`, :func:`units`, :func:`blocks`, :func:`coverage`, :func:`verdicts`,
:func:`schema`, :func:`read`, :data:`MIME`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ValidationError

from eastward import paths
from eastward.claims.models import ArticleFile, ChapterFile, Claim, Units
from eastward.errors import InputError

MIME = "application/vnd.eastward.verdicts+json"  # how a chapter hands its verdicts over
ARTICLE = "article"
_APART = {"record"}  # files of the folder that hold no claims
_LINES = "'key: value' lines"
_NOT = "{input} is not allowed; allowed: "
_SAYS = {
    "missing": "is missing; allowed: a value",
    "extra_forbidden": "is not a key here; allowed: {keys}",
    "literal_error": _NOT + "{expected}",
    "string_pattern_mismatch": _NOT + "text of the form {pattern}",
    "string_too_short": "is empty; allowed: some text",
    "too_short": "are too few; allowed: {min_length} or more",
    "too_long": "{actual_length} are too many; allowed: {max_length} at most",
    "model_type": _NOT + _LINES,
    "dict_type": _NOT + _LINES,
    "tuple_type": _NOT + "a list",
    "list_type": _NOT + "a list",
}
_SHOULD = "Input should be "
_LONGEST = 60  # characters of a value that a message repeats


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
    article = _files(folder)[ARTICLE].article
    for claim in found.values():
        place = f"{_short(claim.chapter or ARTICLE)}: {claim.id}"
        for parent in claim.parents:
            if parent.claim not in found:
                raise InputError(
                    f"{place}: parents: {parent.claim} is unknown; allowed: {', '.join(found)}"
                )
        for sentence in claim.sentences:
            _stands(sentence, article, f"{place}: sentences")
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
        A claim or a background entry names a sentence that the article does not have.
    """
    article = _files(folder)[ARTICLE]
    covered: dict[str, list[str]] = {
        f"{paragraph}.{sentence}": []
        for paragraph, count in article.article.items()
        for sentence in range(1, count + 1)
    }
    for claim in claims(folder).values():
        for sentence in claim.sentences:
            covered[sentence].append(claim.id)
    for entry in article.background:
        _stands(entry.sentence, article.article, f"{_short(ARTICLE)}: background: sentence")
        covered[entry.sentence].append("background")
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
        stem: read(folder / f"{stem}.yml", ArticleFile if stem == ARTICLE else ChapterFile)
        for stem in [ARTICLE, *stems]
    }


def read(path: Path, model: type[BaseModel]) -> Any:
    """Read and check one file under ``data/claims``.

    Raises
    ------
    InputError
        The file is missing or malformed; the one line names file, place, value and what is allowed.
    """
    name = _short(path.stem)
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{name}: the file is missing; restore it") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{name}{line}: not valid YAML; allowed: {_LINES}") from error
    try:
        return model.model_validate({} if document is None else document)
    except ValidationError as error:
        raise InputError(f"{name}: {_complaint(document, model, error)}") from error


def _complaint(document: Any, model: type[BaseModel], error: ValidationError) -> str:
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
    message = first["msg"].removeprefix("Value error, ")
    if message.startswith(_SHOULD):
        message = _NOT + message.removeprefix(_SHOULD)
    if first["type"] != "value_error":
        message = _SAYS.get(first["type"], message).format(
            input=_shown(first["input"]), keys=_keys(model, first["loc"]), **first.get("ctx", {})
        )
    lists = ("claims", "readings", "tests")  # where an id follows, it says enough
    where = ": ".join([*(step for step in steps[:-1] if step not in lists), *steps[-1:]])
    return f"{where}: {message}" if where else message


def _keys(model: type[BaseModel], place: tuple) -> str:
    """Keys that are allowed where an unknown one stands."""
    for step in place[:-1]:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        model = _model_in(fields[step].annotation if step in fields else None) or model
    return ", ".join(field.alias or name for name, field in model.model_fields.items())


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation such as ``tuple[Claim, ...]`` holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in get_args(annotation))
    return next((model for model in inner if model), None)


def _stands(sentence: str, article: dict[int, int], place: str) -> None:
    """Complain of a sentence that the article does not have."""
    paragraph, number = map(int, sentence.split("."))
    if paragraph not in article:
        raise InputError(
            f"{place}: {sentence} is not in the article; "
            f"allowed: paragraphs {min(article)} to {max(article)}"
        )
    if not 1 <= number <= article[paragraph]:
        raise InputError(
            f"{place}: {sentence} is not in the article; "
            f"allowed: {paragraph}.1 to {paragraph}.{article[paragraph]}"
        )


def _shown(value: Any) -> str:
    """A value as a message repeats it, cut where it is long."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _short(stem: str) -> str:
    return f"data/claims/{stem}.yml"
