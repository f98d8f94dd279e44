"""The printed book of every edition: complete, vector, its references resolved."""

import json
import re

import nbformat
import pytest
from pypdf import PdfReader

from eastward import edition, pages, panel, paths, prose
from eastward.book import citation
from eastward.claims import registry

pytestmark = pytest.mark.xdist_group("pdf")  # they share what is costly to make

SITE = paths.BUILD / "site"


@pytest.fixture(scope="module", params=edition.names())
def book(request):
    folder = SITE if request.param == edition.DEFAULT else SITE / request.param
    file = folder / "book.pdf"
    if not file.is_file():
        pytest.fail(f"{file} is not built; run `make book`")
    return request.param, PdfReader(file)


@pytest.fixture(scope="module")
def text(book):
    """All text in one line; hyphens at line ends taken out."""
    joined = "\n".join(page.extract_text() for page in book[1].pages)
    return " ".join(re.sub(r"(\w)[-‐]\n(\w)", r"\1\2", joined).split())


def resources(page) -> list[dict]:
    """Resources of a page and of every form drawn on it, at every depth."""
    found, queue = [], [page["/Resources"].get_object()]
    while queue:
        entry = queue.pop()
        found.append(entry)
        for item in entry.get("/XObject", {}).values():
            form = item.get_object()
            if form["/Subtype"] == "/Form" and "/Resources" in form:
                queue.append(form["/Resources"].get_object())
    return found


def test_every_chapter_is_in_the_contents(book):
    def titles(outline):
        for entry in outline:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    found = [title.replace("’", "'") for title in titles(book[1].outline)]
    for chapter in pages.chapters():
        assert any(citation.title(chapter) in title for title in found)


def test_no_reference_is_open(text):
    assert "??" not in text


def test_every_figure_is_a_vector(book):
    kinds = [
        item.get_object()["/Subtype"]
        for page in book[1].pages
        for entry in resources(page)
        for item in entry.get("/XObject", {}).values()
    ]
    assert kinds.count("/Image") == 0
    assert kinds.count("/Form") > 0


def test_every_figure_of_the_pages_has_its_caption(book, text):
    name = book[0]
    folder = paths.BUILD / "editions" / name / "notebooks"
    for page in pages.pages():
        notebook = nbformat.read(folder / f"{page}.ipynb", as_version=4)
        for about in glued_figures(notebook):
            assert compact(about["source"]) in compact(text)
            assert compact(about["title"]) in compact(text)


def glued_figures(notebook) -> list[dict]:
    """What each figure bundle in a notebook says of itself."""
    return [
        json.loads(content)
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        for mime, content in output.get("data", {}).items()
        if mime.endswith("application/vnd.eastward.figure+json")
    ]


def compact(text: str) -> str:
    """Letters and digits alone: a PDF keeps neither spaces nor line breaks as they were."""
    return re.sub(r"\W+", "", text)


def test_every_font_is_embedded(book):
    for page in book[1].pages:
        for entry in resources(page):
            for item in entry.get("/Font", {}).values():
                font = item.get_object()
                for part in font.get("/DescendantFonts", [font]):
                    part = part.get_object()
                    if part["/Subtype"] == "/Type3":
                        continue  # its glyphs are drawn in the file itself
                    descriptor = part["/FontDescriptor"].get_object()
                    files = {"/FontFile", "/FontFile2", "/FontFile3"}
                    assert files & set(descriptor), f"{part['/BaseFont']} is not embedded"


def test_text_and_charts_are_set_in_the_books_typefaces(book):
    fonts = {
        str(item.get_object()["/BaseFont"]).split("+")[-1]
        for page in book[1].pages
        for entry in resources(page)
        for item in entry.get("/Font", {}).values()
        if "/BaseFont" in item.get_object()
    }
    assert {"SourceSerif4-Regular", "SourceSerif4-It", "BookSans-Regular"} <= fonts
    assert not {name for name in fonts if name.startswith(("FreeSerif", "LMRoman"))}


def test_no_letter_is_missing_from_a_font(book):
    log = paths.BUILD / "editions" / book[0] / "pdf" / "_build" / "latex" / "book.log"
    assert "Missing character" not in log.read_text(encoding="utf-8", errors="replace")


def test_every_claim_box_shows_its_verdict(book, text):
    name, claims = book[0], registry.claims()
    for claim, entry in registry.verdicts(name).items():
        assert compact(claims[claim].text) in compact(text)
        # Of the sign between them a PDF gives at most one character of the sign's font.
        badges = prose.badges(claim, entry["verdict"], name, edition.names(), rerun=False)
        for whose, word in badges:
            assert re.search(rf"{compact(whose)}\w?{compact(panel.verdict(word))}", compact(text))


def test_references_name_the_edition(book, text):
    for chapter in pages.chapters():
        assert compact(citation.cite(chapter, book[0], "apa")) in compact(text)


def test_the_file_says_what_it_is(book):
    about = book[1].metadata
    assert about.title.replace("’", "'") == "Into Russia's Arms? An argument tested with data"
    assert about.author == "Eastward contributors"
    assert "tested claim by claim" in about.subject
