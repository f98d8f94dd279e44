"""The book's texts as a script, in which the page's search looks and from which it quotes.

A page opened from disk may load a script and may not fetch a file, so Sphinx's search finds there
no excerpts; it also drops every number from a query.
Here each section is one entry: address, title of the page, title of the section, text.
"""

import json
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

UNREAD = (nodes.raw, nodes.literal_block, nodes.comment, nodes.image, nodes.target)
CODE = ("cell_code_source", "cell_code_output")


def texts(doctree: nodes.document, page: str) -> list[list[str]]:
    """Entries of one page.

    Parameters
    ----------
    doctree : document
        The page as it was read.
    page : str
        Its document name.

    Returns
    -------
    list of list of str
        Address relative to the book's folder, page title, section title, text; in reading order.
    """
    found: list[list[str]] = []
    sections = list(doctree.findall(nodes.section))
    for section in sections:
        heading = _plain(section.next_node(nodes.title))
        title = found[0][1] if found else heading
        address = f"{page}.html#{section['ids'][0]}" if found else f"{page}.html"
        words = [_plain(child) for child in section.children if _belongs(child)]
        found.append([address, title, heading if found else "", " ".join(filter(None, words))])
    return found


def _belongs(node: nodes.Node) -> bool:
    return not isinstance(node, nodes.section | nodes.title)


def _plain(node: nodes.Node | None) -> str:
    """Text that a reader sees, without code and drawings."""
    if node is None or isinstance(node, UNREAD):
        return ""
    if isinstance(node, nodes.Element) and node.get("nb_element") in CODE:
        return ""
    if isinstance(node, nodes.Text):
        return str(node)
    between = "" if isinstance(node, nodes.TextElement) else " "  # blocks are words apart
    return between.join(map(_plain, node.children))


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html":
        return
    entries = [
        entry for page in _pages(app.env) for entry in texts(app.env.get_doctree(page), page)
    ]
    for entry in entries:
        entry[1:] = [" ".join(text.split()) for text in entry[1:]]
    listed = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    target = Path(app.outdir, "_static", "search-texts.js")
    target.write_text(f"window.bookTexts={listed};\n", encoding="utf-8")


def _pages(env: BuildEnvironment) -> list[str]:
    """Pages in the order of the contents."""
    order: list[str] = []

    def follow(page: str) -> None:
        order.append(page)
        for child in env.toctree_includes.get(page, []):
            if child not in order:
                follow(child)

    follow(env.config.root_doc)
    return order


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the script when all pages are read."""
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
