"""Editions: named parameter sets under which the chapters are executed.

Public names: :class:`Edition`, :func:`load`, :func:`names`, :func:`check`, :func:`combine`,
:data:`DEFAULT`, :data:`ROLES`.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema.protocols
import yaml

from eastward import paths
from eastward.errors import InputError

DEFAULT = "hindsight"
ROLES = ("focal", "partner", "rival", "alternative")  # parameters that name a state
ABOUT = ("title", "description", "commented", "extends", "chapters")  # keys that are no parameters


@dataclass(frozen=True)
class Edition:
    """A parameter set.

    Attributes
    ----------
    name : str
        File name without its ending.
    title, description : str
        What readers see.
    parameters : dict
        Parameter name to value; dates are ISO strings.
    overrides : dict
        Chapter name to the parameters that differ there.
    commented : bool
        Whether the authors' comments fit it; an edition says so itself and does not inherit it.
    """

    name: str
    title: str
    description: str
    parameters: dict[str, Any]
    overrides: dict[str, dict[str, Any]]
    commented: bool = False

    def for_chapter(self, chapter: str) -> dict[str, Any]:
        """Parameters in force in one chapter, the edition's name among them."""
        return {"edition": self.name, **self.parameters, **self.overrides.get(chapter, {})}


def names(folder: Path | None = None) -> list[str]:
    """Names of the editions, the default first."""
    found = sorted(path.stem for path in (folder or paths.EDITIONS).glob("*.yml"))
    return sorted(found, key=lambda name: name != DEFAULT)


def load(name: str, folder: Path | None = None) -> Edition:
    """Read an edition and everything that it extends.

    Raises
    ------
    InputError
        The edition does not exist, is not YAML, breaks the schema or extends itself.
    """
    folder = folder or paths.EDITIONS
    settings = _inherit(name, folder, seen=())
    parameters = {key: value for key, value in settings.items() if key not in ABOUT}
    combine(parameters, source=f"editions/{name}.yml")
    return Edition(
        name=name,
        title=settings["title"],
        description=settings.get("description", ""),
        parameters=parameters,
        overrides=settings.get("chapters", {}),
        commented=settings.get("commented", False),
    )


def check(name: str, value: Any, source: str = "parameter") -> Any:
    """Validate one parameter's value against the schema and return it, dates as ISO strings.

    Raises
    ------
    InputError
        The schema knows no such parameter or does not allow the value.
    """
    allowed = [key for key in _schema()["properties"] if key not in ABOUT]
    if name not in allowed:
        raise InputError(f"{source}: {name} is not a parameter; allowed: {', '.join(allowed)}")
    value = _plain(value)
    _validate({"title": "-", name: value}, source)
    return value


def combine(parameters: dict[str, Any], source: str = "parameters") -> None:
    """Check what the schema cannot: how parameters stand to each other.

    Raises
    ------
    InputError
        Two of focal, partner, rival and alternative name one state, or the baseline is not in
        order or reaches past the shock.
    """
    roles: dict[str, str] = {}
    for role in ROLES:
        state = parameters.get(role)
        if state and state in roles:
            raise InputError(
                f"{source}: {role}: {state} is already the {roles[state]}; "
                "allowed: four different states"
            )
        roles[state] = role
    baseline, shock = parameters.get("baseline"), parameters.get("shock")
    if baseline and shock and not baseline[0] <= baseline[1] < int(shock[:4]):
        raise InputError(
            f"{source}: baseline: {baseline} is not allowed with shock {shock}; "
            f"allowed: two years in order, before {shock[:4]}"
        )


def _inherit(name: str, folder: Path, seen: tuple[str, ...]) -> dict[str, Any]:
    if name in seen:
        raise InputError(f"editions/{name}.yml: extends: {' → '.join([*seen, name])} is a circle")
    path = folder / f"{name}.yml"
    if not path.is_file():
        raise InputError(f"edition: {name} is unknown; allowed: {', '.join(names(folder))}")
    settings = _read(path)
    parent = settings.get("extends")
    if parent is None:
        return settings
    inherited = _inherit(parent, folder, (*seen, name))
    inherited.pop("commented", None)
    return {**inherited, **settings}


def _read(path: Path) -> dict[str, Any]:
    source = f"{path.parent.name}/{path.name}"
    try:
        settings = _plain(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{source}{line}: not valid YAML; allowed: 'key: value' lines") from error
    if not isinstance(settings, dict):
        raise InputError(f"{source}: holds no settings; allowed: 'key: value' lines")
    _validate(settings, source)
    return settings


def _plain(value: Any) -> Any:
    """YAML's dates as ISO strings, so that one schema serves files and the command line."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


@cache
def _schema() -> dict[str, Any]:
    return json.loads((paths.EDITIONS / "edition.schema.json").read_text(encoding="utf-8"))


@cache
def _validator() -> jsonschema.protocols.Validator:
    """The schema's validator, with the two date limits that plain JSON Schema lacks."""

    def minimum(validator, limit, value, schema):
        if isinstance(value, str) and value < limit:
            yield jsonschema.ValidationError(f"{value} is before {limit}")

    def maximum(validator, limit, value, schema):
        if isinstance(value, str) and value > limit:
            yield jsonschema.ValidationError(f"{value} is after {limit}")

    dated = jsonschema.validators.extend(
        jsonschema.Draft202012Validator, {"formatMinimum": minimum, "formatMaximum": maximum}
    )
    return dated(_schema(), format_checker=jsonschema.FormatChecker(["date"]))


def _validate(settings: dict[str, Any], source: str) -> None:
    error = jsonschema.exceptions.best_match(_validator().iter_errors(settings))
    if error is None:
        return
    key = str(error.absolute_path[0]) if error.absolute_path else None
    if key is None and error.validator == "additionalProperties":
        unknown = sorted(set(settings) - set(_schema()["properties"]))
        allowed = ", ".join(_schema()["properties"])
        raise InputError(f"{source}: {unknown[0]} is not a key; allowed: {allowed}")
    if key is None:
        raise InputError(f"{source}: {error.message}")
    rule = _schema()["properties"][key]
    if "$ref" in rule:
        rule = _schema()["$defs"]["state"]
        choice = f"{rule['description']}: {', '.join(rule['enum'])}"
    else:
        choice = rule["description"]
    raise InputError(f"{source}: {key}: {settings[key]!r} is not allowed; allowed: {choice}")
