"""The frame of every page: header, edition switch, contents, description, what to take along.

The workflow sets ``edition`` (the one being built), ``editions`` (all of the site, the one at its
root first) and ``edition_pdf``.
A book built without the workflow has one edition, no switch and no PDF.
"""

import re
import shutil
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any

import cards
from assets import OURS, SCRIPTS, STYLES
from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.config import Config

from eastward import edition
from editions import switch

TEMPLATES = Path(__file__).with_name("templates")
LONGEST = 200  # characters of a description that search engines and messengers show


def _own_templates(app: Sphinx, config: Config) -> None:
    """Put our layout before the theme's; the page has a search of its own and no index."""
    config.templates_path = [*config.templates_path, str(TEMPLATES)]
    config.html_use_index = False


def _no_sphinx_search(app: Sphinx) -> None:
    app.builder.search = False


def _add_frame(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Hand the layout what it shows around the page."""
    if app.builder.format != "html":
        return
    config, pathto = app.config, context["pathto"]
    told = description(doctree) if doctree else ""
    title = Markup(context.get("title", "")).striptags()
    source = context.get("sourcename", "")
    context["frame"] = {
        "styles": [pathto(f"_static/{name}", True) for name in STYLES],
        "scripts": [pathto(f"_static/{name}", True) for name in SCRIPTS],
        "description": told,
        "card": cards.write(app, page, title, told) if doctree else "",
        "editions": switch(page, config.edition, config.editions),
        "band": _band(page, config.edition, config.editions),
        "contents": Markup(_contents(context["toctree"])),
        "sections": Markup(context.get("toc", "")),
        "code": 'class="hidden-code"' in context.get("body", ""),
        "notebook": pathto(f"_sources/{source}", True) if source.endswith(".ipynb") else "",
        "pdf": relpath("book.pdf", dirname(page) or ".") if config.edition_pdf else "",
    }


def description(doctree: nodes.document) -> str:
    """First paragraph of the page's text, whole sentences of it up to a length that is shown."""
    for section in doctree.findall(nodes.section):
        for child in section.children:
            if isinstance(child, nodes.paragraph) and not child.next_node(nodes.emphasis, False):
                return _shortened(" ".join(child.astext().split()))
            if isinstance(child, nodes.paragraph) and len(child.astext()) > 60:
                return _shortened(" ".join(child.astext().split()))
    return ""


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    end = max(text.rfind(sign, 0, LONGEST) for sign in (". ", "? ", "! "))
    return text[: end + 1] if end > 0 else text[: text.rfind(" ", 0, LONGEST)] + " …"


def _contents(toctree: Callable[..., str | None]) -> str:
    """Sphinx's list of pages, its captions no headings, numbers set apart, one page current."""
    tree = toctree(maxdepth=1, titles_only=True, includehidden=True, collapse=False) or ""
    tree = re.sub(r'(<p class="caption") role="heading"', r"\1", tree)
    tree = re.sub(r'(<a class="current reference internal")', r'\1 aria-current="page"', tree)
    return re.sub(r">(\d+)\. ", r'><span class="number">\1</span> ', tree)


def _band(page: str, own: str, editions: list[str]) -> dict[str, str] | None:
    """What tells readers that this is another edition than the site's first; None in that one."""
    if not editions or own == editions[0]:
        return None
    about, first = edition.load(own), switch(page, own, editions)[0]
    cutoff = date.fromisoformat(about.parameters["cutoff"])
    return {
        "title": about.title,
        "about": f"{about.description} Data to {cutoff.day} {cutoff:%B %Y}.",
        "other": first["title"],
        "link": escape(first["link"]),
    }


def _drop_unused(app: Sphinx, error: Exception | None) -> None:
    """Remove what Sphinx, the theme and extensions copied and no page loads."""
    folder = Path(app.outdir, "_static")
    if error is not None or app.builder.format != "html":
        return
    for path in folder.iterdir():
        if path.name in OURS:
            continue
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def setup(app: Sphinx) -> dict[str, bool]:
    """Fill the layout on every page, after other extensions have changed its body."""
    app.setup_extension("cards")
    app.setup_extension("editions")
    app.connect("config-inited", _own_templates)
    app.connect("builder-inited", _no_sphinx_search)
    app.connect("html-page-context", _add_frame, priority=950)
    app.connect("build-finished", _drop_unused, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
