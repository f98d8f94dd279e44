"""Editions: named parameter sets under which the chapters are executed.

Public names: :class:`Edition`, :func:`load`, :func:`names`, :func:`changed`, :func:`check`,
:func:`combine`, :func:`description`, :data:`DEFAULT`, :data:`ROLES`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from eastward import paths
from eastward.errors import InputError
from eastward.parameters import ROLES, EditionFile, Parameters, check, combine, description, read

__all__ = [
    "DEFAULT",
    "ROLES",
    "Edition",
    "changed",
    "check",
    "combine",
    "description",
    "load",
    "names",
]

DEFAULT = "hindsight"
NAME = re.compile(r"\w([\w .+-]*[\w+-])?")  # what a folder and an address can be called anywhere
TAKEN = (  # names that the site has already
    "_sources", "_static", "book.pdf", "chapters", "genindex", "index", "search", "tables",
)  # fmt: skip
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # Windows' own
ABOUT = set(EditionFile.model_fields) - set(Parameters.model_fields)  # no parameters


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
    found = Edition(
        name=name,
        title=settings["title"],
        description=settings.get("description", ""),
        parameters=parameters,
        overrides=settings.get("chapters", {}),
        commented=settings.get("commented", False),
    )
    missing = [key for key in Parameters.model_fields if key not in parameters]
    if missing:
        raise InputError(
            f"editions/{name}.yml: extends: is missing, and with it {', '.join(missing)}; "
            f"allowed: the name of an edition to start from, such as {DEFAULT}"
        )
    combine(parameters, source=f"editions/{name}.yml")
    for chapter in found.overrides:
        combine(found.for_chapter(chapter), source=f"editions/{name}.yml: chapters: {chapter}")
    return found


def changed(chapter: str, name: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters of a chapter that differ from an edition's.

    Examples
    --------
    >>> changed("10-economic", "hindsight", {"focal": "TUR", "partner": "RUS"})
    {'focal': 'TUR'}
    """
    given = load(name).for_chapter(chapter)
    return {key: value for key, value in parameters.items() if value != given.get(key)}


def _inherit(name: str, folder: Path, seen: tuple[str, ...]) -> dict[str, Any]:
    if name in seen:
        raise InputError(f"editions/{name}.yml: extends: {' → '.join([*seen, name])} is a circle")
    _check_name(name, folder)
    path = folder / f"{name}.yml"
    if not path.is_file():
        raise InputError(f"edition: {name} is unknown; allowed: {', '.join(names(folder))}")
    settings = _read(path)
    parent = settings.get("extends")
    if parent is None:
        return settings
    inherited = _inherit(parent, folder, (*seen, name))
    inherited.pop("commented", None)
    overrides = inherited.get("chapters", {}) | {
        chapter: inherited.get("chapters", {}).get(chapter, {}) | own
        for chapter, own in settings.get("chapters", {}).items()
    }
    return {**inherited, **settings, **({"chapters": overrides} if overrides else {})}


def _check_name(name: str, folder: Path) -> None:
    """Refuse a name that no folder of the site can have, on this machine or on another."""
    if not NAME.fullmatch(name) or name.lower() in TAKEN or DEVICES.fullmatch(name):
        raise InputError(
            f"edition: {name!r} is no name for an edition; allowed: letters, digits and "
            f"'-', '_', '+', '.', ' ' between them, but none of {', '.join(TAKEN)}, "
            "nor what Windows keeps for devices"
        )
    twins = [one for one in names(folder) if one != name and one.lower() == name.lower()]
    if twins:
        raise InputError(
            f"edition: {name} differs from {twins[0]} in case alone; allowed: another name"
        )


def _read(path: Path) -> dict[str, Any]:
    source = f"{path.parent.name}/{path.name}"
    try:
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: is not in UTF-8; allowed: save it as UTF-8") from error
    except ValueError as error:  # a date such as 30 February
        raise InputError(f"{source}: {error}; allowed: dates that exist") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{source}{line}: not valid YAML; allowed: 'key: value' lines") from error
    if not isinstance(settings, dict):
        raise InputError(f"{source}: holds no settings; allowed: 'key: value' lines")
    settings = read(settings, source)
    _check_chapters(settings.get("chapters", {}), source)
    return settings


def _check_chapters(named: dict[str, Any], source: str) -> None:
    """Refuse chapters that do not exist."""
    chapters = sorted(path.stem for path in paths.CHAPTERS.glob("[0-9][0-9]-*.md"))
    for chapter in named:
        if chapter not in chapters:
            allowed = ", ".join(chapters)
            raise InputError(f"{source}: chapters: {chapter} is unknown; allowed: {allowed}")
