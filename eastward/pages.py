"""The pages that are executed: source, header, and what each of them depends on.

Public names: :func:`chapters`, :func:`pages`, :func:`source`, :func:`read`, :func:`header`,
:func:`tables`, :func:`described`, :func:`library`, :func:`declared`, :func:`claims`,
:func:`heading`.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eastward import imports, paths
from eastward.errors import InputError

MAP = "map"  # the argument map, which shows the verdicts of all chapters
HEADER = {"tables": "a list of table names", "reads_verdicts": "true or false"}


def chapters() -> list[str]:
    """Names of the chapters, in the order of their numbers."""
    return sorted(path.stem for path in paths.CHAPTERS.glob("[0-9][0-9]-*.md"))


def pages() -> list[str]:
    """Names of all pages that are executed: the argument map and the chapters."""
    return [MAP, *chapters()]


def source(page: str) -> Path:
    """Path of a page's MyST source.

    Raises
    ------
    InputError
        There is no such page.
    """
    if page not in pages():
        raise InputError(f"chapter: {page} is unknown; allowed: {', '.join(chapters())}")
    return paths.CHAPTERS / f"{page}.md"


@cache
def read(page: str):
    """Read a page as a notebook.

    Returns
    -------
    nbformat.NotebookNode
        The cells of the source and nothing executed.

    Raises
    ------
    InputError
        There is no such page, or its header is not YAML.
    """
    import jupytext

    try:
        return jupytext.read(source(page))
    except yaml.YAMLError as error:
        raise InputError(f"{_short(page)}: its header is not valid YAML") from error


def header(page: str) -> dict[str, Any]:
    """Read and check the `eastward` part of a page's header.

    Returns
    -------
    dict
        `tables`, names of the tables that the page loads; `reads_verdicts`, whether it shows the
        verdicts of the other chapters (as the argument map always does).

    Raises
    ------
    InputError
        A key or a value is not what the header may hold.
    """
    settings = {
        "tables": [],
        "reads_verdicts": page == MAP,
        **read(page).metadata.get("eastward", {}),
    }
    for key, value in settings.items():
        if key not in HEADER:
            raise InputError(
                f"{_short(page)}: eastward: {key} is not a key; allowed: {', '.join(HEADER)}"
            )
        if not isinstance(value, {"tables": list, "reads_verdicts": bool}[key]):
            raise InputError(
                f"{_short(page)}: eastward: {key}: {value!r} is not allowed; allowed: {HEADER[key]}"
            )
    return settings


def tables(page: str) -> list[Path]:
    """Files of the tables that a page names in its header.

    Raises
    ------
    InputError
        A table has no file under ``data/tables``.
    """
    files = {path.name.partition(".")[0]: path for path in sorted(paths.TABLES.glob("[!.]*.*"))}
    for name in header(page)["tables"]:
        if name not in files:
            raise InputError(
                f"{_short(page)}: eastward: tables: {name} has no file in data/tables; "
                f"allowed: {', '.join(files)}"
            )
    return [files[name] for name in header(page)["tables"]]


def described(page: str) -> list[dict[str, Any]]:
    """Look up what the data package says of a page's tables; the page prints it."""
    package = json.loads((paths.DATA / "datapackage.json").read_text(encoding="utf-8"))
    named = header(page)["tables"]
    return [entry for entry in package["resources"] if entry["name"] in named]


def library(page: str) -> list[Path]:
    """Files of the package that can change what a page shows: the import closure of its cells.

    The registry's schema is named here, since the graph of imports has no such files in it.

    Raises
    ------
    InputError
        A cell is not Python.
    """
    found: set[str] = set()
    for position, cell in enumerate(read(page).cells):
        if cell.cell_type == "code":
            try:
                found |= imports.named(cell.source)
            except SyntaxError as error:
                raise InputError(
                    f"{_short(page)}: cell {position + 1}, line {error.lineno}: not Python"
                ) from error
    return [*imports.closure(found), *sorted((paths.DATA / "claims").glob("*.json"))]


def declared(page: str) -> list[str]:
    """Names that a page's cell tagged `parameters` assigns."""
    import papermill

    return list(papermill.inspect_notebook(read(page)))


def claims(page: str) -> list[str]:
    """List the claims and declared tests that a page shows, as text that changes when they do."""
    from eastward.claims import record, registry

    chosen = {
        name: claim
        for name, claim in registry.claims().items()
        if header(page)["reads_verdicts"] or claim.chapter == page
    }
    entries = record.entries()
    return [repr(claim) for claim in chosen.values()] + [
        repr(entry) for name, entry in entries.items() if name.split(".")[0] in chosen
    ]


def heading(page: str) -> str:
    """Text of a page's first heading.

    Raises
    ------
    InputError
        There is no such page, or it has no heading.
    """
    for cell in read(page).cells:
        found = re.search(r"^# +(.+?)\s*$", cell.source, flags=re.MULTILINE)
        if cell.cell_type == "markdown" and found:
            return found[1]
    raise InputError(f"{_short(page)}: no heading; allowed: one line that starts with '# '")


def _short(page: str) -> str:
    return f"chapters/{page}.md"
