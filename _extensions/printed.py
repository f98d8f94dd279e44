"""The printed book's order: an unnumbered introduction, numbered chapters, unnumbered back matter.

Sphinx would make a chapter of each section of the landing page and number all pages alike.
Here the landing page is one chapter, and the other chapters have the numbers of their files.
"""

from docutils import nodes
from numbering import chapter_number
from sphinx import addnodes
from sphinx.application import Sphinx

INTRODUCTION = "About this book"
LEVELS = {True: 2, False: -1}  # depth to which LaTeX numbers headings


def _arrange(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Rearrange the tree of the whole book once its references are resolved."""
    if app.builder.name != "latex":
        return
    book = next(doctree.findall(nodes.section))
    pages = list(book.findall(addnodes.start_of_file))
    _gather_introduction(book)
    numbered = False
    for page in pages:
        number = chapter_number(page["docname"])
        if numbered is not bool(number):
            numbered = not numbered
            page.parent.insert(page.parent.index(page), _numbering(numbered))
        if number:
            page.parent.insert(page.parent.index(page), _counter(number - 1))


def _gather_introduction(book: nodes.section) -> None:
    """Put what the landing page says into one section before the first chapter."""
    own = [child for child in book.children[1:] if not any(child.findall(addnodes.start_of_file))]
    introduction = nodes.section(ids=["introduction"], names=["introduction"])
    introduction += nodes.title(INTRODUCTION, INTRODUCTION)
    for child in own:
        book.remove(child)
        introduction += child
    book.insert(1, [_numbering(False), introduction])


def _numbering(numbered: bool) -> nodes.raw:
    return nodes.raw("", rf"\setcounter{{secnumdepth}}{{{LEVELS[numbered]}}}", format="latex")


def _counter(value: int) -> nodes.raw:
    return nodes.raw("", rf"\setcounter{{chapter}}{{{value}}}", format="latex")


def setup(app: Sphinx) -> dict[str, bool]:
    """Arrange the book after the other extensions have seen it."""
    app.connect("doctree-resolved", _arrange, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
