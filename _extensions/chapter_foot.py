"""The ``{chapter-foot}`` directive, with which every chapter ends: its data, and how to cite it.

It also puts the chapter's citation tags and its JSON-LD into the head of the page.
"""

import json
from html import escape

from docutils import nodes
from docutils.statemachine import StringList
from glued import glued
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from eastward import pages, paths, tables
from eastward.book import citation

logger = logging.getLogger(__name__)

HEAD = "citation_head"  # key in the page's metadata
LABELS = {"apa": "APA", "bibtex": "BibTeX"}


class ChapterFoot(SphinxDirective):
    """List the tables that the chapter's header names and their sources; show the references."""

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
        self.env.metadata[self.env.docname][HEAD] = _head(chapter, edition)
        return [
            *_data(pages.header(chapter)["tables"]),
            nodes.rubric("", "Cite this chapter"),
            *self._tabs({style: citation.cite(chapter, edition, style) for style in LABELS}),
        ]

    def _tabs(self, references: dict[str, str]) -> list[nodes.Node]:
        """Parse one tab for each style, its reference as a block that can be copied."""
        lines = ["`````{tab-set}", ":class: cite", ""]
        for style, reference in references.items():
            lines += [f"````{{tab-item}} {LABELS[style]}", "```text", *reference.split("\n")]
            lines += ["```", "````"]
        lines.append("`````")
        body = nodes.Element()
        content = StringList(lines, items=[self.get_source_info()] * len(lines))
        self.state.nested_parse(content, self.content_offset, body)
        return body.children


def _data(names: list[str]) -> list[nodes.Node]:
    """List the tables, then what they come from; a source of several tables stands once."""
    described = [tables.describe(name) for name in names]
    sources = {
        source["title"]: _source(source, licence)
        for table in described
        for source, licence in zip(table["sources"], table["licences"], strict=True)
    }
    return [
        nodes.bullet_list("", *map(_table, described), bullet="*"),
        nodes.paragraph("", "They come from these sources, each under its own terms:"),
        nodes.bullet_list("", *sources.values(), bullet="*"),
    ]


def _table(described: dict) -> nodes.list_item:
    """Write title, name, years, description and origins of one table."""
    origins = "; ".join(source["title"] for source in described["sources"])
    paragraph = nodes.paragraph("", "", nodes.strong("", described["title"]), nodes.Text(" ("))
    paragraph += nodes.literal("", described["name"])
    text = f"{_coverage(described)}). {described['description']} From: {origins}."
    paragraph += nodes.Text(text)
    return nodes.list_item("", paragraph)


def _coverage(described: dict) -> str:
    """Give the first and last year of a table's rows; nothing where it has no time."""
    if described["time"] is None:
        return ""
    ended = tables.period_end(tables.load(described["name"]), described["time"])
    return f", {ended.min().year} to {ended.max().year}"


def _source(source: dict, licence: dict) -> nodes.list_item:
    """Write publisher, title, citation and terms of one source, linked where it has an address."""
    paragraph = nodes.paragraph("", f"{source['publisher']}: ")
    paragraph += _linked(source["title"], source)
    paragraph += nodes.Text(f". {source['citation']} Terms: ")
    paragraph += _linked(source["terms"], licence)
    paragraph += nodes.Text(".")
    return nodes.list_item("", paragraph)


def _linked(text: str, addressed: dict) -> nodes.Node:
    if "path" in addressed:
        return nodes.reference(text, text, refuri=addressed["path"])
    return nodes.Text(text)


def _head(chapter: str, edition: str) -> str:
    """Write the ``citation_*`` tags and the JSON-LD as HTML."""
    tags = [
        f'<meta name="{escape(name)}" content="{escape(content)}">'
        for name, content in citation.highwire(chapter, edition)
    ]
    linked = json.dumps(citation.json_ld(chapter, edition), ensure_ascii=False)
    linked = linked.replace("</", "<\\/")  # no text of ours may close the script
    return "\n".join([*tags, f'<script type="application/ld+json">{linked}</script>'])


def _add_head(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    head = app.env.metadata.get(pagename, {}).get(HEAD, "")
    context["metatags"] = f"{context.get('metatags', '')}\n{head}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and fill the heads of its pages."""
    app.add_directive("chapter-foot", ChapterFoot)
    app.connect("html-page-context", _add_head)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
