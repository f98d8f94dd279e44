"""The ``{cite-as}`` directive: references to the book, or to each of its chapters, to be copied.

``{cite-as} book`` and ``{cite-as} chapters``; each style stands in a tab.
"""

from built import own_edition, parsed
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import pages, paths
from eastward.book import citation

LABELS = {"apa": "APA", "bibtex": "BibTeX"}


def tabs(directive: SphinxDirective, references: dict[str, str]) -> list[nodes.Node]:
    """One tab for each style, its references as a block that can be copied."""
    lines = ["`````{tab-set}", ":class: cite", ""]
    for style, reference in references.items():
        lines += [f"````{{tab-item}} {LABELS[style]}", "```text", reference, "```", "````"]
    return parsed(directive, "\n".join([*lines, "`````"]))


class CiteAs(SphinxDirective):
    """Write the references in every style."""

    required_arguments = 1  # ``book`` or ``chapters``

    def run(self) -> list[nodes.Node]:
        """Build the tabs."""
        self.env.note_dependency(str(paths.ROOT / "CITATION.cff"))
        what, own = self.arguments[0], own_edition(self.config)
        if what == "book":
            return tabs(self, {style: citation.cite_book(own, style) for style in LABELS})
        if what != "chapters":
            raise self.error(f"cite-as: {what!r} is unknown; allowed: book, chapters")
        return tabs(
            self,
            {
                style: "\n\n".join(citation.cite(one, own, style) for one in pages.chapters())
                for style in LABELS
            },
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("cite-as", CiteAs)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
