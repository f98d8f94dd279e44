"""Laying out an edition's book and putting the editions into one site."""

import nbformat
import pytest
import yaml

from eastward import edition, paths
from eastward.book import pages, site

NOTEBOOK = nbformat.v4.new_notebook(
    cells=[
        nbformat.v4.new_code_cell(
            "1 + 1",
            execution_count=3,
            outputs=[nbformat.v4.new_output("execute_result", {"text/plain": "2"})],
        )
    ]
)
PAGE = (
    "<html><head>"
    '<script defer src="../_static/scripts/fontawesome.js?digest=1"></script>'
    '<script src="../_static/figures.js"></script>'
    "</head></html>"
)


@pytest.fixture
def build(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "BUILD", tmp_path)
    monkeypatch.setattr(site, "SITE", tmp_path / "site")
    return tmp_path


def put(path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def test_a_book_is_made_of_executed_notebooks(build):
    """Nothing is executed again, prose comes along, and the title page names the edition."""
    for page in pages.pages():
        put(build / f"editions/as-written/notebooks/{page}.ipynb", nbformat.writes(NOTEBOOK))
    book = build / "book"
    put(book / "chapters" / "00-gone.ipynb", "a chapter that was removed")
    site.assemble("as-written", book, ["hindsight", "as-written"], pdf=True)
    chapters = sorted(path.name for path in (book / "chapters").iterdir() if path.is_file())
    assert chapters == [*(f"{name}.ipynb" for name in pages.chapters()), "theory.md"]
    settings = yaml.safe_load((book / "_config.yml").read_text())
    assert settings["execute"]["execute_notebooks"] == "off"
    config = settings["sphinx"]["config"]
    assert config["editions"] == ["hindsight", "as-written"]
    own = edition.load("as-written")
    assert config["release"] == f"As written edition, data to {own.parameters['cutoff']}"


def test_the_first_edition_is_at_the_root(build):
    for name in ("hindsight", "as-written"):
        html = build / "editions" / name / "html" / "_build" / "html"
        put(html / "chapters" / "10-economic.html", PAGE)
        put(html / "index.html", name)
        put(html / "_sources" / "index.ipynb", nbformat.writes(NOTEBOOK))
        put(html / "_static" / "scripts" / "bootstrap.js.map", "for developers")
        put(html / "_static" / "scripts" / "fontawesome.js", "icons")
        put(build / "editions" / name / "book.pdf", name)
    put(build / "site" / "old.html", "a page that was removed")
    site.publish(["hindsight", "as-written"], pdf=True)

    found = {str(path.relative_to(build / "site")) for path in (build / "site").rglob("*.*")}
    once = {"index.html", "chapters/10-economic.html", "_sources/index.ipynb", "book.pdf"}
    assert found == once | {f"as-written/{name}" for name in once}
    assert (build / "site" / "index.html").read_text() == "hindsight"
    assert (build / "site" / "as-written" / "book.pdf").read_text() == "as-written"
    page = (build / "site" / "chapters" / "10-economic.html").read_text()
    assert "fontawesome.js" not in page
    assert "figures.js" in page
    notebook = nbformat.read(build / "site" / "_sources" / "index.ipynb", as_version=4)
    assert notebook.cells[0].source == "1 + 1"
    assert notebook.cells[0].outputs == []
    assert notebook.cells[0].execution_count is None


def test_a_pdf_of_an_earlier_build_is_not_published(build):
    put(build / "editions/hindsight/html/_build/html/index.html", PAGE)
    put(build / "editions/hindsight/book.pdf", "old")
    site.publish(["hindsight"], pdf=False)
    assert [path.name for path in (build / "site").iterdir()] == ["index.html"]


def test_the_built_site_names_no_folder_of_this_machine():
    built = paths.BUILD / "site"
    texts = [path for path in built.rglob("*") if path.suffix in (".html", ".js", ".ipynb")]
    assert texts
    for path in texts:
        assert str(paths.ROOT) not in path.read_text(encoding="utf-8"), path
