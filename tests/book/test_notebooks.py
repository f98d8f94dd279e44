"""Running a page: complete or not at all, and nothing of the machine in it."""

import errno
import json
from pathlib import Path

import nbformat
import pytest

from eastward import pages
from eastward.book import notebooks
from eastward.claims import registry

PARAMETERS = 'edition = "hindsight"\nnumber = 1'


class Stub:
    """A run of a page that stands in no file."""

    page, edition = "page", "as-written"

    def __init__(self, cells: tuple[str, ...]):
        sources = [nbformat.v4.new_code_cell(cell) for cell in (PARAMETERS, *cells)]
        kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
        self.made = nbformat.v4.new_notebook(cells=sources, metadata={"kernelspec": kernel})

    def notebook(self) -> nbformat.NotebookNode:
        return self.made


@pytest.fixture
def page(monkeypatch, tmp_path):
    """Execute a page of the given cells; ``output`` says where its notebook goes."""
    monkeypatch.setattr(pages, "source", lambda name: tmp_path / "page.md")

    def execute(*cells: str) -> nbformat.NotebookNode:
        return notebooks.execute(Stub(cells), execute.output)

    execute.output = tmp_path / "out" / "page.ipynb"
    return execute


def test_the_executed_notebook_is_what_is_written(page):
    notebook = page("number + 41")
    assert notebook.cells[-1].outputs[0].data["text/plain"] == "42"
    assert nbformat.read(page.output, as_version=4) == notebook


def test_the_kernel_is_this_python_with_the_page_s_folder_to_work_in(page, tmp_path, monkeypatch):
    """Even where another kernel of the same name comes first."""
    import sys

    other = tmp_path / "jupyter" / "kernels" / "python3"
    other.mkdir(parents=True)
    spec = {"argv": ["false"], "display_name": "other", "language": "python"}
    (other / "kernel.json").write_text(json.dumps(spec))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    notebook = page("import os, sys; print(sys.prefix, os.getcwd())")
    assert notebook.cells[-1].outputs[0].text == f"{sys.prefix} {tmp_path}\n"


def test_a_failing_cell_is_named_and_its_notebook_kept_apart(page):
    with pytest.raises(notebooks.ChapterFailed) as caught:
        page("1 + 1", "wrong = 1 / 0\nmore = 1")
    failed = page.output.with_name("page.failed.ipynb")
    assert str(caught.value) == (
        "chapter page, edition as-written: cell 3 (wrong = 1 / 0) failed with "
        f"ZeroDivisionError: division by zero; the notebook so far is in {failed}"
    )
    assert not page.output.exists()
    assert "ZeroDivisionError" in failed.read_text()


def test_a_failing_rerun_keeps_the_last_complete_notebook(page):
    page("1 + 1")
    before = page.output.read_bytes()
    with pytest.raises(notebooks.ChapterFailed):
        page("1 / 0")
    assert page.output.read_bytes() == before


def test_a_long_temporary_folder_is_no_hindrance(page, tmp_path, monkeypatch):
    """The sockets of a kernel would not fit there."""
    long = tmp_path / ("long" * 30)
    long.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(long))
    assert page("number + 41").cells[-1].outputs[0].data["text/plain"] == "42"


def test_what_could_not_be_written_leaves_nothing(monkeypatch, tmp_path):
    def full(path, text, encoding):
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match=r"page\.html") as caught:
        notebooks.write(tmp_path / "page.html", "text")
    assert caught.value.strerror == "No space left on device"
    assert not list(tmp_path.iterdir())


def test_merged_verdicts_are_those_that_the_chapters_exported(tmp_path):
    """A page without verdicts adds nothing; the last export of a chapter counts."""
    exports = {"01-one": [{"claims": []}, {"claims": [{"id": "a"}]}], "02-two": []}
    for name, exported in exports.items():
        outputs = [
            nbformat.v4.new_output("display_data", {registry.MIME: verdicts})
            for verdicts in exported
        ]
        cell = nbformat.v4.new_code_cell(outputs=outputs)
        nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / f"{name}.ipynb")
    output = tmp_path / "hindsight" / "verdicts.json"
    notebooks.merge("hindsight", [tmp_path / f"{name}.ipynb" for name in exports], output)
    assert json.loads(output.read_text()) == {
        "edition": "hindsight",
        "chapters": [{"claims": [{"id": "a"}]}],
    }
    alone = list((output.parent / "verdicts").iterdir())
    assert [path.name for path in alone] == ["01-one.json"]
    assert json.loads(alone[0].read_text()) == {"claims": [{"id": "a"}]}
