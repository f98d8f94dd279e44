"""``{chapter-head}`` and ``{next}``: what stands under a chapter's answer, and what hands over.

The head gives paragraphs, minutes, the last day of the data and where to cite and rerun; below it
the chapter in short, a row a claim. ``{next}`` prints its body and the book's tally so far.
"""

import math

from built import own_edition, verdicts
from chapter_foot import CITE
from claim import reference, verdict_badge
from docutils import nodes
from docutils.statemachine import StringList
from glued import record
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from toggle import toggle

from eastward import scorecard, summary
from eastward.claims import registry

logger = logging.getLogger(__name__)
PACE = 200  # words a minute, as a student reads a text with figures


class reading_time(nodes.Inline, nodes.Element):
    """Where the minutes stand; put in when the whole page has been read."""


class ChapterHead(SphinxDirective):
    """Build the line and the rows from the register and the chapter's record."""

    def run(self) -> list[nodes.Node]:
        """Build both; a page without a record has neither."""
        found = record(self.state.document)
        if found is None:
            logger.warning(
                "this chapter's code hands over no record",
                location=self.get_location(),
                type="eastward",
                subtype="head",
            )
            return []
        claims = registry.claims()
        return [
            self._line(claims, found),
            *self._asked(found),
            self._short(summary.rows(claims, found)),
        ]

    def _asked(self, found: dict) -> list[nodes.Node]:
        """Whose names the claims keep, in an edition of other states; a rerun's box says it."""
        if self.config.rerun or not found.get("elsewhere"):
            return []
        box = nodes.container(classes=["asked-elsewhere"])
        self.state.nested_parse(StringList([found["elsewhere"]]), self.content_offset, box)
        return [box]

    def _line(self, claims: dict, found: dict) -> nodes.paragraph:
        places, data = summary.line(claims, found, found["last"])
        made = nodes.paragraph(classes=["chapter-line"])
        made += [nodes.Text(f"{places} · "), reading_time(), nodes.Text(f" · {data}")]
        links = addnodes.only(expr="html")
        links += nodes.Text(" · ")
        links += nodes.reference("", "Cite", refid=CITE, internal=True)
        if not self.config.rerun:
            links += [nodes.Text(" · "), reference("rerun", "Rerun", self.env.docname)]
        made += links
        return made

    def _short(self, rows: list[summary.Row]) -> nodes.container:
        """The rows as a list: claim, verdicts, sentence."""
        box = nodes.container(classes=["in-short"])
        box += nodes.rubric("", "In short")
        listed = nodes.bullet_list(bullet="*")
        for row in rows:
            head = nodes.paragraph(classes=["in-short-head"])
            head += reference(f"claim-{row.claim.id}", row.claim.title, self.env.docname)
            for name, word in row.verdicts:
                head += [nodes.Text(" "), verdict_badge(edition=name, verdict=word)]
            said = [nodes.paragraph(row.sentence, row.sentence)] if row.sentence else []
            listed += nodes.list_item("", head, *said)
        ragged = nodes.raw("", "\\begingroup\\raggedright", format="latex")
        box += [ragged, listed, nodes.raw("", "\\par\\endgroup", format="latex")]
        return box


class Next(SphinxDirective):
    """The author's line, then how the verdicts of the book stand."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Parse the body; add the tally."""
        box = nodes.container(classes=["chapter-next"])
        self.state.nested_parse(self.content, self.content_offset, box)
        entries = verdicts(self)[own_edition(self.config)]
        tally = scorecard.tally(registry.claims(), entries)
        box += nodes.paragraph(tally, tally, classes=["tally"])
        return [box]


def _put_minutes(app: Sphinx, doctree: nodes.document) -> None:
    """Count the words of all paragraphs that are open on the site, the book's tally left out."""
    marks = list(doctree.findall(reading_time))
    if not marks:
        return
    words = sum(
        len(one.astext().split())
        for one in doctree.findall(nodes.paragraph)
        if "tally" not in one["classes"] and not any(map(_folded, _above(one)))
    )
    for mark in marks:
        mark.replace_self(nodes.Text(f"{math.ceil(words / PACE)} minutes"))


def _folded(node: nodes.Node) -> bool:
    """Whether it hides what it holds: a toggle, a dropdown, or what is for print alone."""
    return (
        isinstance(node, toggle)
        or node.get("design_component") == "dropdown"
        or (isinstance(node, addnodes.only) and node["expr"] == "latex")
    )


def _above(node: nodes.Node):
    while node.parent is not None:
        node = node.parent
        yield node


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives, and put in the minutes when a page has been read."""
    app.setup_extension("toggle")
    app.add_node(reading_time)
    app.add_directive("chapter-head", ChapterHead)
    app.add_directive("next", Next)
    app.connect("doctree-read", _put_minutes)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
