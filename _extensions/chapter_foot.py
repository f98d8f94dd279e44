"""The ``{chapter-foot}`` directive, with which every chapter ends: its data, and how to cite it.

It also puts the chapter's citation tags and its JSON-LD into the head of the page.
"""

from html import escape

from built import HEAD, linked
from cite_as import tabs
from claim import reference
from docutils import nodes
from glued import glued, record
from sphinx.addnodes import only
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from toggle import toggle

from eastward import edition as editions
from eastward import pages, paths, tables
from eastward.book import citation, linked_data
from eastward.book.styles import STYLES
from eastward.claims import registry

logger = logging.getLogger(__name__)

CITE = "cite"  # where on the page its references stand


class ChapterFoot(SphinxDirective):
    """List the tables that the chapter's header names; show the references to it."""

    def run(self) -> list[nodes.Node]:
        """Build both parts and keep the tags for the page's head."""
        edition = glued(self.state.document, "edition")
        if edition is None:
            logger.warning(
                "this chapter's code glues no edition",
                location=self.get_location(),
                type="eastward",
                subtype="foot",
            )
            return []
        for file in (paths.DATA / "datapackage.json", paths.ROOT / "CITATION.cff"):
            self.env.note_dependency(str(file))
        chapter = self.env.docname.rsplit("/", 1)[-1]
        found = record(self.state.document) or {}
        own = editions.changed(chapter, edition, found.get("parameters", {}))
        verdicts = {
            name: glued(self.state.document, f"verdict:{name}") for name in registry.claims()
        }
        self.env.metadata[self.env.docname][HEAD] = _head(chapter, edition, own, verdicts)
        references = {style: citation.cite(chapter, edition, style, own) for style in STYLES}
        return [
            *self._data(pages.header(chapter)["tables"]),
            nodes.rubric("", "Cite this chapter", ids=[CITE]),
            *tabs(self, references),
        ]

    def _data(self, names: list[str]) -> list[nodes.Node]:
        """List the tables as links to the data page, which holds sources, terms and downloads."""
        listed = nodes.bullet_list(bullet="*")
        for name in names:
            described = tables.describe(name)
            _, years = tables.extent(name)
            publishers = dict.fromkeys(one["publisher"] for one in described["sources"])
            span = f", {years[0]} to {years[1]}" if years else ""
            said = nodes.paragraph()
            said += reference(f"data-{name}", described["title"], self.env.docname)
            said += nodes.Text(f" ({'; '.join(publishers)}{span})")
            listed += nodes.list_item("", said)
        folded = toggle("", listed, summary=f"{len(names)} tables with their publishers")
        printed = nodes.paragraph(
            "", f"Tables, each described in the appendix: {', '.join(names)}."
        )
        return [only("", folded, expr="html"), only("", printed, expr="latex")]


def _head(chapter: str, edition: str, own: dict, verdicts: dict[str, str | None]) -> str:
    """Write the ``citation_*`` tags and the JSON-LD as HTML."""
    tags = [
        f'<meta name="{escape(name)}" content="{escape(content)}">'
        for name, content in citation.highwire(chapter, edition, own)
    ]
    known = {name: one for name, one in verdicts.items() if one}
    told = [linked_data.chapter(chapter, edition)]
    told += linked_data.reviews(chapter, edition, known)
    return "\n".join([*tags, linked(*told)])


def _add_head(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    head = app.env.metadata.get(pagename, {}).get(HEAD, "")
    context["metatags"] = f"{context.get('metatags', '')}\n{head}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and fill the heads of its pages."""
    app.setup_extension("toggle")
    app.add_directive("chapter-foot", ChapterFoot)
    app.connect("html-page-context", _add_head)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
