"""Prose that hangs on tests: ``{finding}``, ``{comment}`` and the role ``{v}``.

``{finding} claim.reading.test supports`` keeps its body where the test has one of the outcomes
named, and drops it under any other. Where no body on a test fits, a sentence generated from the
register stands in the place of the first. ``{comment}`` holds what only the authors know; it is
shown in editions that say so, on unchanged parameters. ``{v}`` prints a fact: the test's own
inside its block, else the page's.
"""

from docutils import nodes
from glued import record
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from eastward import facts, panel, prose

logger = logging.getLogger(__name__)

STACK = "eastward-tests"  # tests whose blocks are being parsed, the innermost last


class finding_mark(nodes.Invisible, nodes.Element):
    """Where a block on a test stood, and whether it was kept; gone before anything is written."""


class Finding(SphinxDirective):
    """Keep the body if the test has one of the outcomes named."""

    required_arguments = 1  # the test, then its outcomes
    optional_arguments = 4
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Parse the body only where it is kept, so that a dropped number is never looked up."""
        name, *outcomes = self.arguments
        found = record(self.state.document)
        test = found and facts.judged(found, name)
        if test is None:
            return self._warn(f"test {name!r} is not judged by this chapter's code")
        mark = finding_mark(test=name, kept=prose.keeps(test, outcomes))
        mark["sentence"] = panel.said(test)
        return [mark, *self._body(name)] if mark["kept"] else [mark]

    def _body(self, name: str) -> list[nodes.Node]:
        stack = self.env.temp_data.setdefault(STACK, [])
        stack.append(name)
        body = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, body)
        stack.pop()
        return body.children

    def _warn(self, message: str) -> list[nodes.Node]:
        logger.warning(message, location=self.get_location(), type="eastward", subtype="finding")
        return []


class Comment(Finding):
    """Keep the body where the authors' comments fit; optionally only for a test's outcomes."""

    required_arguments = 0
    optional_arguments = 5

    def run(self) -> list[nodes.Node]:
        """Leave no trace where the body is dropped."""
        found = record(self.state.document)
        if found is None:
            return self._warn("a comment stands in a chapter whose code hands over no record")
        name, *outcomes = self.arguments or [""]
        test = facts.judged(found, name) if name else None
        if name and test is None:
            return self._warn(f"test {name!r} is not judged by this chapter's code")
        kept = found["commented"] and prose.keeps(test, outcomes)
        return self._body(name) if kept else []


class Value(SphinxRole):
    """Print a fact as ``{v}`name:format```, or as words where it is missing."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Look in the block's test, then among the page's facts; a dotted name is a test's."""
        name, _, form = self.text.partition(":")
        found = record(self.inliner.document)
        inside = (self.env.temp_data.get(STACK) or [""])[-1]
        try:
            if found is None:
                raise KeyError(name)
            text = facts.written(facts.fact(found, name, inside), form)
        except (KeyError, ValueError):
            logger.warning(
                "fact %r is not told by this chapter's code, or does not fit its format",
                self.text,
                location=self.get_location(),
                type="eastward",
                subtype="fact",
            )
            text = facts.MISSING
        return [nodes.Text(text)], []


class ResolveFindings(SphinxTransform):
    """Put a generated sentence where no block on a test was kept; remove all marks."""

    default_priority = 20

    def apply(self) -> None:
        """Work through the marks of one document, in order."""
        marks = list(self.document.findall(finding_mark))
        placed = prose.places((mark["test"], mark["kept"]) for mark in marks)
        for mark, generated in zip(marks, placed, strict=True):
            mark.replace_self(_sentence(mark["sentence"]) if generated else [])


def _sentence(text: str) -> nodes.paragraph:
    """A generated sentence; its name stands between two pairs of asterisks."""
    _, name, rest = text.split("**", 2)
    strong = nodes.strong("", name)
    return nodes.paragraph("", "", strong, nodes.Text(rest), classes=["finding-generated"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives, the role and the transforms that settle the blocks."""
    app.add_node(finding_mark)
    app.add_directive("finding", Finding)
    app.add_directive("comment", Comment)
    app.add_role("v", Value())
    app.add_transform(ResolveFindings)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
