"""The ``{evidence}`` directive: a numbered figure made of a glued figure bundle.

The bundle holds ``text/html`` for the site, ``application/pdf`` for print, and
``application/vnd.eastward.figure+json`` with ``alt``, ``source`` and ``name``.
The body of the directive is the caption; the bundle's source line stands under it.
"""

import dataclasses
import json

from docutils import nodes
from myst_nb.core.variables import RetrievalError, render_variable_outputs
from myst_nb.ext.glue.utils import retrieve_glue_data
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

logger = logging.getLogger(__name__)

ABOUT = "application/vnd.eastward.figure+json"
SHOWN = ("text/html", "application/pdf")


class Evidence(SphinxDirective):
    """Wrap the figure glued under NAME; ``{numref}`NAME``` refers to it."""

    required_arguments = 1  # the figure's name
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Build the figure: output, caption, source line."""
        self.assert_has_content()
        name = self.arguments[0]
        try:
            output = retrieve_glue_data(self.state.document, name)
        except RetrievalError:
            return self._warn(f"figure {name!r} is not glued by this chapter's code")
        missing = [mime for mime in (ABOUT, *SHOWN) if mime not in output.data]
        if missing:
            return self._warn(f"figure {name!r} lacks {', '.join(missing)}")

        shown = dataclasses.replace(output, data={mime: output.data[mime] for mime in SHOWN})
        rendered = render_variable_outputs(
            [shown], self.state.document, self.lineno, self.get_source_info()[0]
        )
        figure = nodes.figure("", *rendered, classes=["evidence"])
        self.set_source_info(figure)
        self.options["name"] = name
        self.add_name(figure)
        figure += self._caption()
        figure += nodes.legend("", _source_line(output.data[ABOUT]))
        return [figure]

    def _caption(self) -> nodes.caption:
        """Parse the body, one paragraph of MyST, as the caption."""
        body = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, body)
        if len(body) != 1 or not isinstance(body[0], nodes.paragraph):
            raise self.error("The caption of a figure is one paragraph.")
        caption = nodes.caption(body[0].rawsource, "", *body[0].children)
        self.set_source_info(caption)
        return caption

    def _warn(self, message: str) -> list[nodes.Node]:
        logger.warning(message, location=self.get_location(), type="eastward", subtype="evidence")
        return []


def _source_line(about: dict | str) -> nodes.paragraph:
    """Read the source line; a notebook may hold the bundle's JSON as an object or as its text."""
    source = (json.loads(about) if isinstance(about, str) else about)["source"]
    return nodes.paragraph(source, source, classes=["figure-source"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("evidence", Evidence)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
