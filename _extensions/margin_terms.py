"""A chapter explains each term of the glossary in the margin, where it first uses it.

Print has the glossary at its end, and gets no notes.
"""

from functools import cache

from docutils import nodes
from numbering import chapter_number
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from toggle import toggle

NOTE = "margin"  # class of a note, which the frame's style places


def _explain(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a note before the block of the first use of every term."""
    if app.builder.format != "html" or chapter_number(docname) is None:
        return
    known, told = _definitions(app.env), set()
    for link in list(doctree.findall(nodes.reference)):
        term = link.get("refuri", "").partition("#")[2] or link.get("refid", "")
        block = _block(link)
        if term in known and term not in told and block is not None:
            told.add(term)
            block.parent.insert(block.parent.index(block), _note(*known[term]))


@cache  # once a build
def _definitions(env: BuildEnvironment) -> dict[str, tuple[str, nodes.Element]]:
    """Term and definition by anchor, from the pages that hold a glossary."""
    terms = [one for one in env.get_domain("std").get_objects() if one[2] == "term"]
    found = {}
    for docname in {one[3] for one in terms}:
        for term in env.get_doctree(docname).findall(nodes.term):
            for anchor in term["ids"]:
                found[anchor] = (term.astext(), term.parent.children[-1])
    return found


def _block(link: nodes.Node) -> nodes.Element | None:
    """The section's own child that holds a link; None in headings and in what is folded."""
    node = link
    while node.parent is not None and not isinstance(node.parent, nodes.section):
        node = node.parent
        if isinstance(node, toggle) or node.get("design_component") == "dropdown":
            return None
    return None if node.parent is None or isinstance(node, nodes.title) else node


def _note(term: str, definition: nodes.Element) -> nodes.container:
    """The term and the first paragraph that defines it, as plain text."""
    said = nodes.paragraph("", "", nodes.strong("", term))
    said += nodes.Text(f". {definition.next_node(nodes.paragraph).astext()}")
    return nodes.container("", said, classes=[NOTE])


def setup(app: Sphinx) -> dict[str, bool]:
    """Explain once references are resolved."""
    app.setup_extension("toggle")
    app.connect("doctree-resolved", _explain, priority=800)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
