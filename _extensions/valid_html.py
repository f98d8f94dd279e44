"""What other extensions write that HTML does not allow, taken out before a page is written.

sphinx-exercise gives the body of every exercise the same anchor.
sphinx-design gives the labels of its tabs an attribute that belongs to buttons.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx_design.tabs import sd_tab_label

SHARED = "exercise-content"


class ValidHtml(SphinxPostTransform):
    """Drop the shared anchor and the misplaced attribute."""

    default_priority = 900  # after the tabs are made
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Mend the tree of one page."""
        for body in self.document.findall(nodes.section):
            if SHARED in body["ids"]:
                body["ids"].remove(SHARED)
        for label in self.document.findall(sd_tab_label):
            label.attributes.pop("aria_controls", None)


def setup(app: Sphinx) -> dict[str, bool]:
    """Mend pages last."""
    app.add_post_transform(ValidHtml)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
