"""The ``{finding}`` directive of the first pattern: prose that stays while its premise holds.

The chapter's code records a finding, for instance ``glue("finding:growth", "growing")``.
``{finding} growth growing`` keeps its body under that record and drops it under any other.
Where no body fits the record, a short note stands in the place of the first.
"""

from docutils import nodes
from glued import glued
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

logger = logging.getLogger(__name__)

NOTE = (
    "The comment that stands here was written for another edition: "
    "its premise, the finding “{name}”, does not hold under these parameters."
)


class old_finding_mark(nodes.Invisible, nodes.Element):
    """Where a guarded passage stood, and whether it was kept; gone before anything is written."""


class OldFinding(SphinxDirective):
    """Keep the body if the recorded state of the finding is the one named."""

    required_arguments = 2  # name, state
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Parse the body only where it is kept, so that a dropped number is never looked up."""
        self.assert_has_content()
        name, state = self.arguments
        recorded = glued(self.state.document, f"finding:{name}")
        if recorded is None:
            logger.warning(
                "finding %r is not recorded by this chapter's code",
                name,
                location=self.get_location(),
                type="eastward",
                subtype="finding",
            )
            return []
        mark = old_finding_mark(finding=name, kept=recorded == state)
        if not mark["kept"]:
            return [mark]
        body = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, body)
        return [mark, *body.children]


class ResolveOldFindings(SphinxTransform):
    """Put the note where no passage on a finding was kept; remove all marks."""

    default_priority = 20

    def apply(self) -> None:
        """Work through the marks of one document, in order."""
        marks = list(self.document.findall(old_finding_mark))
        settled = {mark["finding"] for mark in marks if mark["kept"]}
        for mark in marks:
            if mark["finding"] in settled:
                mark.parent.remove(mark)
            else:
                settled.add(mark["finding"])
                mark.replace_self(_note(mark["finding"]))


def _note(name: str) -> nodes.paragraph:
    text = NOTE.format(name=name)
    return nodes.paragraph("", "", nodes.emphasis(text, text), classes=["finding-note"])
