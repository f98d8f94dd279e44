"""Code that a chapter hides: no bar in the text; one switch in the header shows all of it.

MyST-NB wraps hidden inputs in a toggle each.
Here they get a box without one, which the page's style shows or hides.
Print has no switch, so hidden code is left out there.
"""

from docutils import nodes
from myst_nb.sphinx_ import HideCodeCellNode, SphinxTranslator
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

OUTPUTS = {"below-input", "above-output"}  # classes of MyST-NB's toggles around outputs


def _visit(self: SphinxTranslator, node: HideCodeCellNode) -> None:
    if OUTPUTS & set(node["classes"]):
        summary = self.encode(node["prompt_show"])
        self.body.append(f'<details class="hidden-output"><summary>{summary}</summary>\n')
    else:
        self.body.append('<div class="hidden-code">\n')


def _depart(self: SphinxTranslator, node: HideCodeCellNode) -> None:
    self.body.append("</details>\n" if OUTPUTS & set(node["classes"]) else "</div>\n")


class DropHiddenCode(SphinxPostTransform):
    """Leave hidden inputs out of the printed book."""

    default_priority = 198
    formats = ("latex",)

    def run(self, **kwargs) -> None:
        """Remove them from the tree."""
        for cell in list(self.document.findall(nodes.container)):
            if cell.get("nb_element") == "cell_code" and cell.get("hide_mode") in ("input", "all"):
                source = cell.children[0]
                if source.get("nb_element") == "cell_code_source":
                    cell.remove(source)


def setup(app: Sphinx) -> dict[str, bool]:
    """Give MyST-NB's node another look on pages, and drop hidden inputs in print."""
    app.setup_extension("myst_nb")
    app.add_node(HideCodeCellNode, override=True, html=(_visit, _depart))
    app.add_post_transform(DropHiddenCode)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
