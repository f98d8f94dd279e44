"""The data package: ``data/descriptions``, written by hand, plus what can be computed.

``descriptor`` assembles a Frictionless Data Package, ``write`` saves it, ``problems`` checks the
tables against it.
"""

import fnmatch
import hashlib
import json
import os
from functools import cache
from pathlib import Path

import frictionless
import yaml

from eastward import __version__, paths, tables
from eastward.errors import InputError
from eastward.sources import registry

FRICTIONLESS_ROWS = 200
RULES = ("enum", "pattern", "minimum", "maximum")


def described() -> dict:
    """Read ``data/descriptions``: package, sources, tables, each name described once."""
    files = sorted((paths.DATA / "descriptions").glob("*.yml"))
    return _parse(tuple((file.name, file.read_text(encoding="utf-8")) for file in files))


@cache
def _parse(files: tuple[tuple[str, str], ...]) -> dict:
    whole: dict[str, dict] = {"package": {}, "sources": {}, "tables": {}}
    for name, text in files:
        for part, entries in yaml.safe_load(text).items():
            twice = whole[part].keys() & entries.keys()
            if twice:
                raise InputError(f"data/descriptions/{name}: {min(twice)} is described elsewhere")
            whole[part] |= entries
    return whole


def inputs(name: str) -> list[str]:
    """Return the paths of a table's inputs, patterns resolved, in order.

    Upstream files have their path in the registry; coding files of the project begin with
    ``eastward/``.
    """
    return _matches(described()["tables"][name]["inputs"], name)


def _matches(patterns: list[str], name: str) -> list[str]:
    """Resolve patterns of paths against the registry; own files stand for themselves."""
    known = sorted(registry.checksums())
    found = []
    for pattern in patterns:
        if pattern.startswith("eastward/"):
            place = "the repository"
            matches = sorted(str(file.relative_to(paths.ROOT)) for file in paths.ROOT.glob(pattern))
        else:
            place = "registry.txt"
            matches = fnmatch.filter(known, pattern)
        if not matches:
            raise InputError(f"data/descriptions: {name}: input {pattern!r} is not in {place}")
        found += matches
    return found


def input_sha256(name: str) -> str:
    """Return the sha256 of an input: from the registry, or of the project's own file."""
    if name.startswith("eastward/"):
        return hashlib.sha256((paths.ROOT / name).read_bytes()).hexdigest()
    return registry.checksums()[name]


def _field(name: str, entry: dict) -> dict:
    """Turn a described field into a Frictionless field."""
    constraints = {"required": entry.get("required", True)}
    constraints |= {rule: entry[rule] for rule in RULES if rule in entry}
    kept = {key: entry[key] for key in ("type", "format", "unit", "decimals") if key in entry}
    return {"name": name, **kept, "description": entry["description"], "constraints": constraints}


def resource(name: str) -> dict:
    """Return a table's Frictionless resource without the properties of its file.

    Parameters
    ----------
    name : str
        A table of ``data/descriptions``.
    """
    whole = described()
    entry = whole["tables"][name]
    packed = {"compression": "gz"} if entry.get("packed") else {}
    sources = [whole["sources"][source] for source in entry["sources"]]
    return {
        "name": name,
        "type": "table",
        "title": entry["title"],
        "description": entry["description"],
        "path": f"tables/{name}.csv{'.gz' if packed else ''}",
        "format": "csv",
        **packed,
        "mediatype": "text/csv",
        "time": entry["time"],
        "schema": {
            "fields": [_field(field, rules) for field, rules in entry["fields"].items()],
            "missingValues": [""],
            "primaryKey": entry["key"],
        },
        "sources": [_source(source) for source in sources],
        "licenses": [
            {"path": source["terms_path"], "title": f"{source['publisher']}: {source['terms']}"}
            for source in sources
        ],
        "inputs": [{"path": path, "sha256": input_sha256(path)} for path in inputs(name)],
    }


def files(source: str) -> list[str]:
    """Return the paths of a source's files, patterns resolved, in order."""
    return _matches(described()["sources"][source]["files"], source)


def _source(entry: dict) -> dict:
    """Turn a described source into a Frictionless source, with the copies it was read from."""
    hidden = ("terms_path", "files")
    copies = registry.copies(_matches(entry["files"], entry["title"]))
    return {key: value for key, value in entry.items() if key not in hidden} | {"copy": copies}


def _file_properties(file: Path) -> dict:
    """Return checksum and size of a table's file.

    ``sha256`` is ours; Frictionless compares ``hash`` and ``bytes`` while it reads the file.
    """
    content = file.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    return {"sha256": sha256, "hash": f"sha256:{sha256}", "bytes": len(content)}


def descriptor() -> dict:
    """Assemble the data package of all tables that have been built."""
    whole = described()
    resources = []
    for name in whole["tables"]:
        entry = resource(name)
        file = paths.DATA / entry["path"]
        if file.is_file():
            resources.append(entry | _file_properties(file))
    return {
        "profile": "data-package",
        **whole["package"],
        "version": __version__,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Selection, notes and codes of the project; each table names the terms "
                "of its publishers, which go before",
            }
        ],
        "resources": resources,
    }


def render() -> str:
    """Return the text of ``datapackage.json``."""
    return json.dumps(descriptor(), indent=2, ensure_ascii=False) + "\n"


def write_file(file: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    os.replace(part, file)


def write() -> None:
    """Write ``data/datapackage.json``."""
    write_file(paths.DATA / tables.PACKAGE, render().encode())


def problems() -> list[str]:
    """Check the data package: every table, its description, and Frictionless's own rules.

    ``tables.load`` checks every row.  Frictionless, which takes its time over each, judges the
    descriptor and the first rows of each table; its own command reads them all.

    Returns
    -------
    list[str]
        One line per problem; empty when all is well.
    """
    found = []
    missing = sorted(set(described()["tables"]) - set(tables.names()))
    found += [f"data/descriptions: table {name} has not been built" for name in missing]
    for name in tables.names():
        try:
            tables.load(name)
        except InputError as error:
            found.append(str(error))
    file = paths.DATA / tables.PACKAGE
    if not found and file.read_text(encoding="utf-8") != render():
        found.append(
            f"{file}: out of date with data/descriptions or its inputs; rebuild the tables"
        )
    report = frictionless.validate(str(file), type="package", limit_rows=FRICTIONLESS_ROWS)
    for error in report.flatten(["type", "rowNumber", "fieldName", "message"]):
        found.append(f"{file}: {' '.join(str(part) for part in error if part is not None)}")
    return found
