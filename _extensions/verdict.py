"""The ``{verdict}`` directive: the panel of one claim, from the register and its judged tests."""

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
        box = nodes.container(classes=["verdict-panel"], ids=[f"verdict-{name}"])
        self.set_source_info(box)
        if not self.env.temp_data.get(KEYED):  # once a page
            self.env.temp_data[KEYED] = True
            if found.get("elsewhere"):
                box += self._part(found["elsewhere"], None)
            box += nodes.raw("", f'<p class="gauge-key">{gauge.KEY}</p>', format="html")
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
        """Parse one piece of Markdown; a test's gauge stands beside it on the site."""
        part = nodes.container(classes=["verdict-test" if test else "verdict-text"])
        lines = text.split("\n")
        content = StringList(lines, items=[self.get_source_info()] * len(lines))
        self.state.nested_parse(content, self.content_offset, part)
        if test:
            part += nodes.raw("", gauge.gauge(test), format="html")
        return [part]


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and the node that it folds with."""
    app.setup_extension("toggle")
    app.add_directive("verdict", VerdictPanel)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
