"""The registry of claims, their declared tests, and the rule that turns outcomes into verdicts.

Public names: :func:`registry`, :class:`Claim`, :class:`Test`, :class:`Outcome`, :func:`verdict`,
:func:`coverage`, :func:`verdicts`.
"""

import json
import math
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from eastward import paths
from eastward.errors import InputError

MIME = "application/vnd.eastward.verdicts+json"  # how a chapter hands its verdicts over
VERDICTS = ("supported", "contradicted", "mixed", "untested")
_LIMITS = {
    "above": (">", float.__gt__),
    "at_least": ("≥", float.__ge__),
    "below": ("<", float.__lt__),
    "at_most": ("≤", float.__le__),
}


@dataclass(frozen=True)
class Threshold:
    """One limit on a statistic, such as *above 2*."""

    limit: str
    value: float

    def __str__(self) -> str:
        return f"{_LIMITS[self.limit][0]} {self.value:g}"

    def met(self, statistic: float) -> bool:
        """Whether the statistic is on this side of the limit."""
        return _LIMITS[self.limit][1](float(statistic), float(self.value))


@dataclass(frozen=True)
class Outcome:
    """What a test said of the data.

    Attributes
    ----------
    test : str
        The test's id.
    statistic : float or None
        The measured value in the test's unit; None where the data do not give it.
    n : int
        Observations behind it.
    outcome : str
        ``supports``, ``against`` or ``silent``.
    note : str
        One phrase on what was compared.
    """

    test: str
    statistic: float | None
    n: int
    outcome: str
    note: str = ""


@dataclass(frozen=True)
class Test:
    """A test as declared in the registry: a measure, two thresholds and their reason."""

    __test__ = False  # not a pytest class

    id: str
    measure: str
    tables: tuple[str, ...]
    unit: str
    implies: str
    supports: Threshold
    against: Threshold
    why: str
    minimum: int = 1

    def reads(self, statistic: float | None) -> str:
        """Outcome of a bare statistic: ``supports``, ``against`` or ``silent``."""
        if statistic is None or not math.isfinite(statistic):
            return "silent"
        if self.supports.met(statistic):
            return "supports"
        return "against" if self.against.met(statistic) else "silent"

    def judge(self, statistic: float | None, n: int, note: str = "") -> Outcome:
        """Outcome of a statistic that rests on ``n`` observations; silent below the minimum."""
        known = statistic is not None and math.isfinite(statistic)
        value = float(statistic) if known else None
        return Outcome(
            test=self.id,
            statistic=value,
            n=int(n),
            outcome=self.reads(value) if n >= self.minimum else "silent",
            note=note,
        )


@dataclass(frozen=True)
class Claim:
    """One claim of the article, in our words, with its place in the argument and its tests."""

    id: str
    title: str
    sentences: tuple[str, ...]
    text: str
    kind: str
    chapter: str | None = None
    parents: tuple[tuple[str, str], ...] = ()
    tests: dict[str, Test] = field(default_factory=dict)
    why_untested: str = ""

    @property
    def paragraphs(self) -> list[int]:
        """Numbers of the article's paragraphs that make the claim."""
        return sorted({int(sentence.split(".")[0]) for sentence in self.sentences})


def verdict(outcomes: list[Outcome]) -> str:
    """Verdict of a claim from the outcomes of its tests.

    *supported*: at least one test supports, none is against. *contradicted*: the reverse.
    *mixed*: both occur. *untested*: every test is silent, or there is none.
    """
    said = {outcome.outcome for outcome in outcomes}
    if {"supports", "against"} <= said:
        return "mixed"
    if "supports" in said:
        return "supported"
    return "contradicted" if "against" in said else "untested"


def registry(path: Path | None = None) -> dict[str, Claim]:
    """All claims by id, in the order of the file.

    Raises
    ------
    InputError
        The file is missing, breaks its schema, repeats an id, or names an unknown parent.
    """
    claims = {entry["id"]: _claim(entry) for entry in _document(path)["claims"]}
    if len(claims) < len(_document(path)["claims"]):
        ids = [entry["id"] for entry in _document(path)["claims"]]
        twice = next(name for name in ids if ids.count(name) > 1)
        raise InputError(f"data/claims.yml: id: {twice} stands twice; allowed: each id once")
    for claim in claims.values():
        for parent, _ in claim.parents:
            if parent not in claims:
                raise InputError(
                    f"data/claims.yml: {claim.id}: parents: {parent} is unknown; "
                    f"allowed: {', '.join(claims)}"
                )
    return claims


def coverage(path: Path | None = None) -> dict[str, list[str]]:
    """Every sentence of the article mapped to the ids of its claims, or to ``["background"]``.

    A sentence that no claim and no background entry names maps to an empty list.
    """
    document = _document(path)
    covered: dict[str, list[str]] = {
        f"{paragraph}.{sentence}": []
        for paragraph, count in document["article"].items()
        for sentence in range(1, count + 1)
    }
    for claim in document["claims"]:
        for sentence in claim["sentences"]:
            if sentence not in covered:
                raise InputError(
                    f"data/claims.yml: {claim['id']}: sentences: {sentence} is not in the article"
                )
            covered[sentence].append(claim["id"])
    for entry in document["background"]:
        covered[entry["sentence"]].append("background")
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


def _claim(entry: dict[str, Any]) -> Claim:
    tests = {
        test["id"]: Test(
            **{
                **test,
                "tables": tuple(test["tables"]),
                "supports": _threshold(test["supports"]),
                "against": _threshold(test["against"]),
            }
        )
        for test in entry.get("tests", [])
    }
    parents = tuple((parent["claim"], parent["relation"]) for parent in entry.get("parents", []))
    return Claim(
        **{**entry, "tests": tests, "parents": parents, "sentences": tuple(entry["sentences"])}
    )


def _threshold(entry: dict[str, float]) -> Threshold:
    [(limit, value)] = entry.items()
    return Threshold(limit, value)


@cache
def _document(path: Path | None = None) -> dict[str, Any]:
    path = path or paths.DATA / "claims.yml"
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError("data/claims.yml: the file is missing; restore it") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"data/claims.yml{line}: not valid YAML") from error
    if isinstance(document, dict) and isinstance(document.get("article"), dict):
        document["article"] = {str(key): value for key, value in document["article"].items()}
    schema = json.loads((paths.DATA / "claims.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    if error is not None:
        raise InputError(f"data/claims.yml: {_where(document, error)}: {error.message}")
    return document


def _where(document: Any, error: jsonschema.ValidationError) -> str:
    """Path of a schema error, with claims and tests called by their ids."""
    steps, value = [], document
    for step in error.absolute_path:
        value = value[step]
        named = isinstance(step, int) and isinstance(value, dict) and "id" in value
        steps.append(value["id"] if named else str(step))
    return ": ".join(steps) or "top level"
