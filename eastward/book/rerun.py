"""A rerun: one chapter with a reader's own values, as a page or a notebook that one can read.

Public names: :func:`rerun`, :func:`check`, :func:`mark`, :data:`WRITERS`.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import nbformat

from eastward import edition, prose, report
from eastward.book import notebooks, readable, single
from eastward.claims import registry
from eastward.errors import InputError
from eastward.runs import Run

KEPT = (
    "Comments that the authors wrote for the unchanged chapter are left out; introductions, limits "
    "and exercises are as they were, and are about Iran."
)


def rerun(
    run: Run, output: Path, say: Callable[[str], None] = lambda step: None, bar: bool = False
) -> dict:
    """Execute a chapter and write it in the form that the file's ending asks for.

    Parameters
    ----------
    run : Run
        Chapter, edition and values.
    output : Path
        Ends in ``.html`` or ``.ipynb``; it is written in one step, when all is done.
    say : callable
        Told of every step.
    bar : bool
        Count the cells on the terminal while they run.

    Returns
    -------
    dict
        The verdicts, as the chapter exports them.

    Raises
    ------
    InputError
        The output cannot be written, or what writes it is not installed.
    ChapterFailed, PageFailed
        A cell raised an exception; Sphinx could not build the page.
    """
    check(output)
    with TemporaryDirectory(prefix="eastward-") as folder:
        say(f"executing {run.page}")
        executed = Path(folder) / f"{run.page}.ipynb"
        failed = output.with_name(f"{output.stem}.failed.ipynb")
        notebook = notebooks.execute(run, executed, bar, failed)
    exported = notebooks.verdicts(notebook) or {"claims": []}
    mark(notebook, run, exported)
    say(f"writing {output}")
    notebooks.write(output, WRITERS[output.suffix](notebook, run))
    return exported


def check(output: Path) -> None:
    """Refuse a file that could not be written, before anything runs.

    Raises
    ------
    InputError
        Its ending is none of the known ones, it is a folder, or its folder is missing or closed.
    """
    if output.is_dir():
        raise InputError(f"--out: {output} is a folder; allowed: the name of a file")
    if output.suffix not in WRITERS:
        raise InputError(
            f"--out: {output} is not allowed; allowed: a name that ends in {' or '.join(WRITERS)}"
        )
    if output.suffix == ".html" and not single.BUILDER.is_file():
        raise InputError(
            f"--out: {output} needs jupyter-book (pip install 'eastward[book]'); "
            "allowed here: a name that ends in .ipynb"
        )
    folder = output.absolute().parent
    if not folder.is_dir():
        raise InputError(f"--out: {folder} does not exist; allowed: a folder that does")
    try:  # rights, quotas and read-only disks are known to the system alone
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(
            f"--out: {output} cannot be written ({error.strerror}); "
            "allowed: a file in a folder of yours"
        ) from error


def mark(notebook: nbformat.NotebookNode, run: Run, exported: dict) -> None:
    """Say below the title what was run, and which verdicts differ from the edition's.

    Parameters
    ----------
    notebook : NotebookNode
        The executed chapter, which is changed.
    run : Run
        What was executed.
    exported : dict
        The verdicts that it exports.
    """
    own, asked = edition.load(run.edition), _asked(notebook)
    given = own.for_chapter(run.page)
    changes = [
        f"`{key}` is {_short(new)} in place of {_short(given[key])}"
        for key, new in run.changed.items()
    ]
    lines = [
        "````{admonition} A rerun of one chapter",
        ":class: rerun",
        f"Edition *{own.title}*: {'; '.join(changes) or 'no value changed'}.",
        *([asked, KEPT] if changes else []),
        prose.compared(exported, registry.verdicts(run.edition), own.title),
        f"\n{report.command(run.page, run.edition, run.changed)}",
        "````",
    ]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.lstrip().startswith("# "):
            heading, _, rest = cell.source.lstrip().partition("\n")
            cell.source = "\n\n".join([heading, "\n".join(filter(None, lines)), rest.strip("\n")])
            return


def _asked(notebook: nbformat.NotebookNode) -> str:
    """What the chapter says where its claims keep the article's names, else nothing."""
    return readable.record(notebook).get("elsewhere", "").strip()


def _short(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _page(notebook: nbformat.NotebookNode, run: Run) -> str:
    return single.single(notebook, run)


def _notebook(notebook: nbformat.NotebookNode, run: Run) -> str:
    return nbformat.writes(readable.readable(notebook, run.page, bool(run.changed)))


WRITERS = {".html": _page, ".ipynb": _notebook}
