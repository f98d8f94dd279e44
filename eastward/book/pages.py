"""The pages that are executed, and what each of them depends on.

Public names: :func:`chapters`, :func:`pages`, :func:`source`, :func:`read`, :func:`header`,
:func:`tables`, :func:`described`, :func:`library`, :func:`parameters`, :func:`claims`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from eastward import edition as editions
from eastward import paths
from eastward.errors import InputError

INDEX = "index"
HEADER = {"tables": "a list of table names", "reads_verdicts": "true or false"}


def chapters() -> list[str]:
    """Names of the chapters, in the order of their numbers."""
    return sorted(path.stem for path in paths.CHAPTERS.glob("[0-9][0-9]-*.md"))


def pages() -> list[str]:
    """Names of all pages that are executed: the landing page and the chapters."""
    return [INDEX, *chapters()]


def source(page: str) -> Path:
    """Path of a page's MyST source.

    Raises
    ------
    InputError
        There is no such page.
    """
    if page not in pages():
        raise InputError(f"chapter: {page} is unknown; allowed: {', '.join(chapters())}")
    return paths.ROOT / "index.md" if page == INDEX else paths.CHAPTERS / f"{page}.md"


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
        verdicts of the other chapters (as the landing page always does).

    Raises
    ------
    InputError
        A key or a value is not what the header may hold.
    """
    settings = {
        "tables": [],
        "reads_verdicts": page == INDEX,
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
    files = {path.stem: path for path in sorted(paths.TABLES.glob("[!.]*.*"))}
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


def library() -> list[Path]:
    """Files of the package that can change what a chapter shows."""
    package = paths.ROOT / "eastward"
    elsewhere = {"book", "sources", "datapackage.py", "cli.py", "__pycache__"}
    return [
        path
        for path in sorted(package.rglob("*"))
        if path.is_file() and not elsewhere & set(path.relative_to(package).parts)
    ]


def declared(page: str) -> list[str]:
    """Names that a page's cell tagged `parameters` assigns."""
    import papermill

    return list(papermill.inspect_notebook(read(page)))


def parameters(page: str, edition: str) -> dict[str, Any]:
    """Look up an edition's values for the parameters that a page declares."""
    values = editions.load(edition).for_chapter(page)
    return {name: values[name] for name in declared(page) if name in values}


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


def _short(page: str) -> str:
    return str(source(page).relative_to(paths.ROOT))
