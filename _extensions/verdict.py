"""The ``{verdict}`` directive: the panel of one claim, from the register and its judged tests.

Each test has its gauge beside it, on the site as SVG and in print as a vector picture.
"""

import hashlib
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from glued import record
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from toggle import toggle

from eastward import gauge, panel, paths
from eastward.claims import record as declarations
from eastward.claims import registry

logger = logging.getLogger(__name__)
KEYED = "eastward-gauge-key"  # whether the page has told how to read a gauge


class verdict_panel(nodes.General, nodes.Element):
    """The frame around all that is said of a claim's verdict."""


class verdict_test(nodes.General, nodes.Element):
    """What one test found; attribute ``gauge`` holds its drawing, or nothing."""


class VerdictPanel(SphinxDirective):
    """Show the readings of the claim with this id, their verdicts and their tests."""

    required_arguments = 1  # the claim's id

    def run(self) -> list[nodes.Node]:
        """Parse the generated Markdown into a container."""
        found, name = record(self.state.document), self.arguments[0]
        entries = {one["id"]: one for one in found["claims"]} if found else {}
        if name not in entries:
            logger.warning(
                "claim %r has no verdict in this chapter's record",
                name,
                location=self.get_location(),
                type="eastward",
                subtype="verdict",
            )
            return []
        claim = registry.claims()[name]
        for file in (f"{claim.chapter}.yml", declarations.FILE):
            self.env.note_dependency(str(paths.DATA / "claims" / file))
        box = verdict_panel(ids=[f"verdict-{name}"])
        self.set_source_info(box)
        if not self.env.temp_data.get(KEYED):  # once a page
            self.env.temp_data[KEYED] = True
            if found.get("elsewhere"):
                box += self._part(found["elsewhere"], None)
            box += nodes.paragraph("", gauge.KEY, classes=["gauge-key"])
        place = box
        for part in panel.parts(claim, entries[name], declarations.entries()):
            place = self._place(box, place, part.folded)
            place += self._part(part.text, part.test)
        return [box]

    @staticmethod
    def _place(box: nodes.Element, last: nodes.Element, folded: str) -> nodes.Element:
        """Where the next part goes: into the panel, or into the toggle that is open or new."""
        if not folded:
            return box
        if last is box or last["summary"] != folded:
            last = toggle("", summary=folded)
            box += last
        return last

    def _part(self, text: str, test: dict | None) -> list[nodes.Node]:
        """Parse one piece of Markdown; a test keeps its gauge."""
        if test:
            part = verdict_test(gauge=gauge.gauge(test))
        else:
            part = nodes.container(classes=["verdict-text"])
        lines = text.split("\n")
        content = StringList(lines, items=[self.get_source_info()] * len(lines))
        self.state.nested_parse(content, self.content_offset, part)
        return [part]


def _visit_panel_html(self, node: verdict_panel) -> None:
    self.body.append(self.starttag(node, "div", CLASS="verdict-panel"))


def _visit_test_html(self, node: verdict_test) -> None:
    self.body.append('<div class="verdict-test"><div>')


def _depart_test_html(self, node: verdict_test) -> None:
    self.body.append(f"</div>{node['gauge']}</div>\n")


def _depart_panel_html(self, node: verdict_panel) -> None:
    self.body.append("</div>\n")


def _visit_panel_latex(self, node: verdict_panel) -> None:
    # A figure that is still on its way would cut the panel in two.
    self.body.append(f"\n\\FloatBarrier\n\\begin{{eastwardpanel}}{self.hypertarget_to(node)}\n")


def _depart_panel_latex(self, node: verdict_panel) -> None:
    self.body.append("\n\\end{eastwardpanel}\n")


def _visit_test_latex(self, node: verdict_test) -> None:
    """Write the gauge beside the LaTeX file, and name it to the environment that shows it."""
    name = ""
    if node["gauge"]:
        name = f"gauge-{hashlib.sha256(node['gauge'].encode()).hexdigest()[:12]}.pdf"
        Path(self.builder.outdir, name).write_bytes(gauge.on_paper(node["gauge"]))
    self.body.append(f"\n\\begin{{eastwardtest}}{{{name}}}\n")


def _depart_test_latex(self, node: verdict_test) -> None:
    self.body.append("\n\\end{eastwardtest}\n")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive, its nodes and the node that it folds with."""
    app.setup_extension("toggle")
    app.add_node(
        verdict_panel,
        html=(_visit_panel_html, _depart_panel_html),
        latex=(_visit_panel_latex, _depart_panel_latex),
    )
    app.add_node(
        verdict_test,
        html=(_visit_test_html, _depart_test_html),
        latex=(_visit_test_latex, _depart_test_latex),
    )
    app.add_directive("verdict", VerdictPanel)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
