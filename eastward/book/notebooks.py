"""Pages executed with Papermill, and the verdicts in their outputs.

Public names: :func:`execute`, :func:`verdicts`, :func:`picture`, :func:`merge`,
:class:`ChapterFailed`.
"""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat

from eastward.book import pages
from eastward.claims.registry import MIME
from eastward.errors import InputError


class ChapterFailed(Exception):
    """A cell raised an exception; the message is one line that says where and what."""


def execute(
    page: str, parameters: Mapping[str, Any], output: Path, progress: bool = False
) -> nbformat.NotebookNode:
    """Execute a page and write its notebook when, and only when, it is complete.

    Parameters
    ----------
    page : str
        A chapter's name, or ``index``.
    parameters : mapping
        Values for the names that the cell tagged `parameters` assigns.
    output : Path
        Where the executed notebook goes. A failed one is kept beside it as ``NAME.failed.ipynb``.
    progress : bool
        Show a progress bar.

    Raises
    ------
    ChapterFailed
        A cell raised an exception.
    """
    import papermill
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    _use_own_kernel()
    output.parent.mkdir(parents=True, exist_ok=True)
    failed = output.with_name(f"{output.stem}.failed.ipynb")
    failed.unlink(missing_ok=True)
    try:
        # Socket files of its own instead of ports, for which kernels of parallel jobs would race.
        with TemporaryDirectory(prefix="eastward-") as sockets:
            notebook = papermill.execute_notebook(
                pages.read(page),
                failed,
                parameters=dict(parameters),
                cwd=pages.source(page).parent,
                kernel_name="python3",
                progress_bar=progress,
                request_save_on_cell_execute=False,
                config=Config({"KernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}}),
            )
    except PapermillExecutionError as error:
        edition = parameters.get("edition", "none")
        line = error.source.strip().splitlines()[0]
        raise ChapterFailed(
            f"chapter {page}, edition {edition}: cell {error.exec_count} ({line}) failed with "
            f"{error.ename}: {error.evalue}; the notebook so far is in {failed}"
        ) from error
    failed.unlink()
    _write(output, nbformat.writes(_clean(notebook)))
    return notebook


def verdicts(notebook: nbformat.NotebookNode) -> dict[str, Any] | None:
    """Find the verdicts that a chapter exports among its outputs; None where there are none."""
    exported = [
        output.data[MIME]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]
    return exported[-1] if exported else None


def picture(notebook: nbformat.NotebookNode, figure: str) -> str:
    """The static picture of a figure, as SVG.

    Raises
    ------
    InputError
        The notebook has no such figure.
    """
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.get("metadata", {}).get("scrapbook", {}).get("name") == figure:
                page = next(text for mime, text in output.data.items() if mime.endswith("html"))
                return re.search(r"<svg.*?</svg>", page, re.DOTALL)[0] + "\n"
    raise InputError(f"figure: {figure} is not in this notebook")


def merge(edition: str, notebooks: list[Path], output: Path) -> None:
    """Write the verdicts of one edition's executed chapters, each alone and all together.

    Parameters
    ----------
    edition : str
        The edition's name.
    notebooks : list of Path
        The executed chapters.
    output : Path
        ``verdicts.json``; a chapter's own verdicts go to ``verdicts/CHAPTER.json`` beside it.
    """
    exported = {path.stem: verdicts(nbformat.read(path, as_version=4)) for path in notebooks}
    exported = {chapter: found for chapter, found in exported.items() if found}
    for chapter, found in exported.items():
        _write_json(output.parent / "verdicts" / f"{chapter}.json", found)
    _write_json(output, {"edition": edition, "chapters": list(exported.values())})


def _clean(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Remove times, paths and random ids, so that the same run gives the same bytes."""
    notebook.metadata.pop("papermill", None)
    hidden = ["hide-input"]
    for position, cell in enumerate(notebook.cells):
        cell.id = f"cell-{position}"
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        tags = cell.metadata.get("tags", [])
        if "parameters" in tags:  # the cell injected after it is hidden in the same way
            hidden = [tag for tag in tags if tag != "parameters"] or hidden
        if "injected-parameters" in tags:
            cell.metadata.tags += hidden
            cell.metadata.mystnb = {"code_prompt_show": "Parameters of this edition"}
    return notebook


def _use_own_kernel() -> None:
    """Make ``python3`` mean the Python that runs this, whatever kernels are installed."""
    os.environ.pop("JUPYTER_PATH", None)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"


def _write_json(path: Path, content: Any) -> None:
    _write(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def _write(path: Path, text: str) -> None:
    """Write a file in one step, so that an interrupted run leaves none half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(text, encoding="utf-8")
    os.replace(partial, path)
