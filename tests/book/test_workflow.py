"""The workflow redoes what changed and nothing else, shown on a small book of two chapters."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from eastward import paths

FIXTURE = Path(__file__).parent / "fixture"
CODE = ("eastward", "workflow", "editions", "requirements.txt", "pyproject.toml")
EDITIONS = ("as-written", "hindsight")


class Book:
    """A copy of the project's code around the small book."""

    def __init__(self, folder: Path):
        self.folder = folder
        for name in CODE:
            place = paths.ROOT / name
            copy = shutil.copytree if place.is_dir() else shutil.copy
            copy(place, folder / name)
        shutil.copytree(FIXTURE, folder, dirs_exist_ok=True)
        binaries = Path(sys.executable).parent
        self.environment = os.environ | {
            "PYTHONPATH": str(folder),
            "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        }

    def start(self, *arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            ["snakemake", "--profile", "workflow/profiles/local", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> tuple[int, str]:
        process = self.start(*arguments)
        output, _ = process.communicate(timeout=300)
        return process.returncode, output

    def execute(self) -> set[str]:
        """Run the workflow up to the notebooks; the ``edition/page`` that were executed anew."""
        before = self.executed()
        code, output = self.run("executed")
        assert code == 0, output
        return {name for name, time in self.executed().items() if before.get(name) != time}

    def plan(self) -> set[str]:
        """The ``edition/chapter`` that the workflow would execute; the landing page left out."""
        code, output = self.run("executed", "--dry-run")
        assert code == 0, output
        return {"/".join(job) for job in re.findall(r"(\S+): execute (\d\S+)", output)}

    def executed(self) -> dict[str, int]:
        found = (self.folder / "_build" / "editions").glob("*/notebooks/*.ipynb")
        return {f"{path.parts[-3]}/{path.stem}": path.stat().st_mtime_ns for path in found}

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))


def under_both(*pages: str) -> set[str]:
    return {f"{edition}/{page}" for edition in EDITIONS for page in pages}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Book:
    book = Book(tmp_path_factory.mktemp("built") / "book")
    assert book.execute() == under_both("01-apples", "02-pears", "index")
    return book


@pytest.fixture
def book(built, tmp_path) -> Book:
    """A fresh copy of the built book, so that the tests do not see each other's edits."""
    shutil.copytree(built.folder, tmp_path / "book", copy_function=shutil.copy2)
    copy = object.__new__(Book)
    copy.folder = tmp_path / "book"
    copy.environment = built.environment | {"PYTHONPATH": str(copy.folder)}
    return copy


def test_nothing_changed_nothing_done(book):
    code, output = book.run("executed")
    assert code == 0
    assert "Nothing to be done" in output


def test_newer_file_with_same_content_is_no_change(book):
    (book.folder / "data/tables/apples.csv").touch()
    assert book.plan() == set()


def test_changed_table_reexecutes_the_chapters_that_use_it(book):
    """Apples fall instead of rising: the verdict flips, and the page that shows it follows."""
    book.edit("data/tables/apples.csv", "2017,4", "2017,1")
    assert book.execute() == under_both("01-apples", "index")
    verdicts = json.loads((book.folder / "_build/editions/hindsight/verdicts.json").read_text())
    assert verdicts["chapters"][0]["claims"][0]["verdict"] == "contradicted"


def test_edited_prose_reexecutes_only_that_chapter(book):
    """Its verdict stays, and so does the landing page that shows it."""
    book.edit("chapters/02-pears.md", "A made-up chapter", "An invented chapter")
    assert book.execute() == under_both("02-pears")


def test_changed_claim_reexecutes_its_chapter(book):
    book.edit("data/claims/01-apples.yml", "The harvest of apples grows.", "Apples grow.")
    assert book.plan() == under_both("01-apples")


def test_declaring_a_test_reexecutes_its_chapter(book):
    """The panel says when a test was declared."""
    entry = "{date: 2026-11-01, seen: yes, knew: both harvests, lock: '0'}"
    record = book.folder / "data/claims/record.yml"
    record.write_text(f"tests: {{more-apples.weight.growth: {entry}}}\n")
    assert book.plan() == under_both("01-apples")


def test_malformed_claim_file_is_one_line(book):
    book.edit("data/claims/01-apples.yml", "kind: direct", "kind: certain")
    code, output = book.run("executed")
    assert code != 0
    assert (
        "data/claims/01-apples.yml: more-apples: weight: growth: kind: 'certain' is not allowed; "
        "allowed: 'direct', 'doubly decisive'"
    ) in output


def test_changed_note_in_the_data_package_reexecutes_the_chapters_that_print_it(book):
    book.edit("data/datapackage.json", '"Pears"', '"Pears and quinces"')
    assert book.plan() == under_both("02-pears")


def test_comment_in_an_edition_reexecutes_nothing(book):
    path = book.folder / "editions/as-written.yml"
    path.write_text("# Nothing new.\n" + path.read_text())
    assert book.plan() == set()


def test_changed_parameter_reexecutes_that_edition(book):
    book.edit("editions/as-written.yml", "cutoff: 2018-08-31", "cutoff: 2018-07-31")
    assert book.plan() == {"as-written/01-apples", "as-written/02-pears"}


def test_changed_library_reexecutes_every_chapter(book):
    path = book.folder / "eastward/claims/evidence.py"
    path.write_text(path.read_text() + "\nNEW = True\n")
    assert book.plan() == under_both("01-apples", "02-pears")


def test_failing_cell_is_named_and_leaves_no_notebook(book):
    book.edit("chapters/01-apples.md", "import csv\n", "import csv\n1 / 0\n")
    code, output = book.run("executed")
    assert code != 0
    assert (
        "error: chapter 01-apples, edition hindsight: cell 3 (import csv) failed with "
        "ZeroDivisionError: division by zero"
    ) in output
    notebooks = book.folder / "_build/editions/hindsight/notebooks"
    assert not (notebooks / "01-apples.ipynb").exists()
    assert "ZeroDivisionError" in (notebooks / "01-apples.failed.ipynb").read_text()

    book.edit("chapters/01-apples.md", "1 / 0\n", "")
    book.execute()
    assert not (notebooks / "01-apples.failed.ipynb").exists()


def test_interrupted_build_goes_on(book):
    """Killed in the middle of a chapter, as by a power cut: no notebook, and the next run heals."""
    mark = book.folder / "started"
    book.edit(
        "chapters/01-apples.md",
        "import csv\n",
        f"import csv, pathlib, time\npathlib.Path({str(mark)!r}).touch(); time.sleep(60)\n",
    )
    process = book.start("executed", "--nolock")
    deadline = time.monotonic() + 60
    while not mark.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert mark.exists()
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not {"as-written/01-apples", "hindsight/01-apples"} <= set(book.executed())

    book.edit("chapters/01-apples.md", "time.sleep(60)", "time.sleep(0)")
    code, output = book.run("executed", "--nolock")
    assert code == 0, output
    assert set(book.executed()) == under_both("01-apples", "02-pears", "index")


def test_execution_leaves_no_trace_of_the_machine(built):
    """The same sources give the same bytes: no path, no time, no random id."""
    notebook = built.folder / "_build/editions/hindsight/notebooks/01-apples.ipynb"
    first = notebook.read_text()
    assert str(built.folder) not in first
    assert '"papermill":' not in first  # its times; the figures' media types are named after it
    notebook.unlink()
    built.execute()
    assert notebook.read_text() == first


def test_unknown_table_in_a_header_is_one_line(book):
    book.edit("chapters/01-apples.md", "tables: [apples]", "tables: [plums]")
    code, output = book.run("executed")
    assert code != 0
    assert (
        "chapters/01-apples.md: eastward: tables: plums has no file in data/tables; "
        "allowed: apples, pears"
    ) in output


def test_malformed_config_is_refused(book):
    code, output = book.run("executed", "--config", "pdf=perhaps")
    assert code != 0
    assert "'perhaps' is not of type 'boolean'" in output


def test_lint_finds_nothing_else():
    """But for one remark: one virtual environment serves all rules, so that none names its own."""
    result = subprocess.run(
        [Path(sys.executable).parent / "snakemake", "-s", "workflow/Snakefile", "--lint"],
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = set(re.findall(r"^    \* (.+):$", result.stderr, flags=re.MULTILINE))
    assert found == {"Specify a conda environment or container for each rule."}
