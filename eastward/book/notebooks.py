"""Pages executed with Papermill, and the verdicts in their outputs.

Public names: :func:`execute`, :func:`verdicts`, :func:`picture`, :func:`merge`, :func:`write`,
:class:`ChapterFailed`.
"""

import json
import logging
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

import nbformat

from eastward import pages
from eastward.claims.registry import MIME
from eastward.errors import InputError
from eastward.runs import Run

LONGEST = 60  # characters of a folder in which a kernel's sockets still find room


class ChapterFailed(Exception):
    """A cell raised an exception; the message is one line that says where and what."""


def execute(
    run: Run, output: Path, progress: bool = False, failed: Path | None = None
) -> nbformat.NotebookNode:
    """Execute a page and write its notebook when, and only when, it is complete.

    Parameters
    ----------
    run : Run
        The page, and the values for its parameters.
    output : Path
        Where the executed notebook goes.
    progress : bool
        Show a progress bar.
    failed : Path, optional
        Where one that failed is kept; beside the output as ``NAME.failed.ipynb`` if not given.

    Raises
    ------
    ChapterFailed
        A cell raised an exception.
    """
    import papermill
    import zmq
    from papermill.exceptions import PapermillExecutionError
    from traitlets.config import Config

    _use_own_kernel()
    output.parent.mkdir(parents=True, exist_ok=True)
    failed = failed or output.with_name(f"{output.stem}.failed.ipynb")
    failed.unlink(missing_ok=True)
    # Socket files of its own instead of ports, for which kernels of parallel jobs would race.
    with TemporaryDirectory(prefix="eastward-", dir=_short()) as own:
        so_far = Path(own) / "notebook.ipynb"
        try:
            notebook = papermill.execute_notebook(
                run.notebook(),
                so_far,
                cwd=pages.source(run.page).parent,
                kernel_name="python3",
                progress_bar=progress,
                request_save_on_cell_execute=False,
                config=Config({"KernelManager": {"transport": "ipc", "ip": f"{own}/kernel"}}),
            )
        except PapermillExecutionError as error:
            write(failed, so_far.read_text(encoding="utf-8"))
            raise ChapterFailed(_in_one_line(error, run, failed)) from error
        except zmq.ZMQError as error:
            if error.errno == zmq.ENOTSOCK:  # the client's sockets are closed on Ctrl-C
                logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # its tasks died with it
                raise KeyboardInterrupt from error
            raise
    write(output, nbformat.writes(_clean(notebook)))
    return notebook


def _in_one_line(error: Any, run: Run, failed: Path) -> str:
    """What failed, and where its notebook is."""
    line = error.source.strip().splitlines()[0]
    return (
        f"chapter {run.page}, edition {run.edition}: cell {error.exec_count} ({line}) failed "
        f"with {error.ename}: {error.evalue}; the notebook so far is in {failed}"
    )


def _short() -> str | None:
    """Where sockets fit: the system takes no path of theirs beyond about a hundred characters."""
    return "/tmp" if len(gettempdir()) > LONGEST and os.access("/tmp", os.W_OK) else None


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
    for position, cell in enumerate(notebook.cells):
        cell.id = f"cell-{position}"
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
    return notebook


def _use_own_kernel() -> None:
    """Make ``python3`` mean the Python that runs this, whatever kernels are installed."""
    os.environ.pop("JUPYTER_PATH", None)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"


def _write_json(path: Path, content: Any) -> None:
    write(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def write(path: Path, text: str) -> None:
    """Write a file in one step, so that an interrupted run leaves none half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        error.filename = str(path)  # what a full disk does not say
        raise
