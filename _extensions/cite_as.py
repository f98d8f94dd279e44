"""The ``{cite-as}`` directive: references to the book, or to each of its chapters, to be copied.

``{cite-as} book`` and ``{cite-as} chapters``; each style stands in a tab.
"""

from built import own_edition, parsed, text
from docutils import nodes
from sphinx.addnodes import only
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import paths
from eastward.book import citation
from eastward.book.styles import STYLES

WRITERS = {"book": citation.cite_book, "chapters": citation.cite_chapters}


def tabs(directive: SphinxDirective, references: dict[str, str]) -> list[nodes.Node]:
    """One tab for each style, its references as a block that can be copied; in print APA alone."""
    lines = ["`````{tab-set}", ":class: cite", ""]
    for style, reference in references.items():
        lines += [f"````{{tab-item}} {STYLES[style]}", "```text", reference, "```", "````"]
    shown = parsed(directive, "\n".join([*lines, "`````"]))
    printed = [node for line in references["apa"].split("\n\n") for node in text(line)]
    return [only("", *shown, expr="html"), only("", *printed, expr="latex")]


class CiteAs(SphinxDirective):
    """Write the references in every style."""

    required_arguments = 1  # ``book`` or ``chapters``

    def run(self) -> list[nodes.Node]:
        """Build the tabs."""
        self.env.note_dependency(str(paths.ROOT / "CITATION.cff"))
        what, own = self.arguments[0], own_edition(self.config)
        if what not in WRITERS:
            raise self.error(f"cite-as: {what!r} is unknown; allowed: {', '.join(WRITERS)}")
        return tabs(self, {style: WRITERS[what](own, style) for style in STYLES})


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("cite-as", CiteAs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
