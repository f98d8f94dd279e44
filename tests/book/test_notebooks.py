"""Running a page: complete or not at all, and nothing of the machine in it."""

import json

import nbformat
import pytest

from eastward.book import notebooks, pages
from eastward.claims import registry

PARAMETERS = 'edition = "hindsight"\nnumber = 1'


@pytest.fixture
def page(monkeypatch, tmp_path):
    """Make a page of the given cells and say where its notebook goes."""

    def make(*cells: str, tags: tuple[str, ...] = ()):
        first = nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters", *tags]})
        rest = [nbformat.v4.new_code_cell(cell) for cell in cells]
        notebook = nbformat.v4.new_notebook(cells=[first, *rest])
        notebook.metadata.kernelspec = {
            "name": "python3",
            "language": "python",
            "display_name": "Python 3",
        }
        monkeypatch.setattr(pages, "read", lambda name: notebook)
        monkeypatch.setattr(pages, "source", lambda name: tmp_path / "page.md")
        return tmp_path / "out" / "page.ipynb"

    return make


def test_parameters_reach_the_cells(page):
    output = page("number + 1")
    notebook = notebooks.execute("page", {"edition": "as-written", "number": 41}, output)
    assert notebook.cells[-1].outputs[0].data["text/plain"] == "42"
    assert nbformat.read(output, as_version=4) == notebook


@pytest.mark.parametrize(
    ("tags", "hidden"),
    [((), ["hide-input"]), (("remove-cell",), ["remove-cell"])],
)
def test_injected_parameters_are_hidden_as_the_page_hides_its_own(page, tags, hidden):
    notebook = notebooks.execute("page", {"number": 2}, page(tags=tags))
    assert notebook.cells[1].metadata.tags == ["injected-parameters", *hidden]


def test_the_kernel_is_this_python_with_the_page_s_folder_to_work_in(page, tmp_path, monkeypatch):
    """Even where another kernel of the same name comes first."""
    import sys

    other = tmp_path / "jupyter" / "kernels" / "python3"
    other.mkdir(parents=True)
    spec = {"argv": ["false"], "display_name": "other", "language": "python"}
    (other / "kernel.json").write_text(json.dumps(spec))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    notebook = notebooks.execute("page", {}, page("import os, sys; print(sys.prefix, os.getcwd())"))
    assert notebook.cells[-1].outputs[0].text == f"{sys.prefix} {tmp_path}\n"


def test_a_failing_cell_is_named_and_its_notebook_kept_apart(page):
    output = page("1 + 1", "wrong = 1 / 0\nmore = 1")
    with pytest.raises(notebooks.ChapterFailed) as caught:
        notebooks.execute("page", {"edition": "as-written"}, output)
    failed = output.with_name("page.failed.ipynb")
    assert str(caught.value) == (
        "chapter page, edition as-written: cell 4 (wrong = 1 / 0) failed with "
        f"ZeroDivisionError: division by zero; the notebook so far is in {failed}"
    )
    assert not output.exists()
    assert "ZeroDivisionError" in failed.read_text()


def test_a_failing_rerun_keeps_the_last_complete_notebook(page):
    output = page("1 + 1")
    notebooks.execute("page", {}, output)
    before = output.read_bytes()
    page("1 / 0")
    with pytest.raises(notebooks.ChapterFailed):
        notebooks.execute("page", {}, output)
    assert output.read_bytes() == before


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
