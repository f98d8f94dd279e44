"""The bar on top of a page: the same page in the site's other editions, and the PDF.

The workflow sets ``edition`` (the one being built), ``editions`` (all of the site, the one at its
root first) and ``edition_pdf``.
A book built without the workflow has one edition, no PDF and no bar.
"""

from html import escape
from posixpath import dirname, relpath
from typing import Any

from sphinx.application import Sphinx

from eastward import edition


def bar(page: str, own: str, editions: list[str], pdf: bool) -> str:
    """Return the bar as HTML, its links relative to the page, so that they work from disk."""

    def link(name: str, file: str) -> str:
        folder = {editions[0]: "."}
        start = f"{folder.get(own, own)}/{dirname(page)}"
        return relpath(f"{folder.get(name, name)}/{file}", start)

    items = []
    for name in editions:
        title = escape(edition.load(name).title)
        if name == own:
            items.append(f'<span aria-current="true">{title}</span>')
        else:
            items.append(f'<a href="{link(name, f"{page}.html")}">{title}</a>')
    if pdf:
        items.append(f'<a class="edition-pdf" href="{link(own, "book.pdf")}">PDF</a>')
    return (
        '<nav class="edition-bar d-print-none" aria-label="Editions of this page">'
        f'<span class="edition-label">Edition:</span> {" ".join(items)}</nav>'
    )


def _add_bar(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object
) -> None:
    if doctree is not None and app.config.editions:
        config = app.config
        context["body"] = (
            bar(page, config.edition, config.editions, config.edition_pdf) + context["body"]
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the settings and add the bar to every page."""
    app.add_config_value("edition", "", "html", str)
    app.add_config_value("editions", [], "html", list)
    app.add_config_value("edition_pdf", False, "html", bool)
    app.connect("html-page-context", _add_bar)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
