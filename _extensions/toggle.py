"""A piece of a page that opens on demand: ``<details>`` on the site, a headed one in print.

Generated pages use its node; there is no directive.
"""

from docutils import nodes
from sphinx.application import Sphinx


class toggle(nodes.General, nodes.Element):
    """Its children open under the attribute ``summary``."""


def _visit_html(self, node: toggle) -> None:
    self.body.append(self.starttag(node, "details"))
    self.body.append(f"<summary>{self.encode(node['summary'])}</summary>\n")


def _depart_html(self, node: toggle) -> None:
    self.body.append("</details>\n")


def _visit_latex(self, node: toggle) -> None:
    summary = self.encode(node["summary"])
    self.body.append(f"\n\\eastwardfolded{{{self.hypertarget_to(node)}{summary}}}\n")


def _depart_latex(self, node: toggle) -> None:
    pass


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the node."""
    app.add_node(toggle, html=(_visit_html, _depart_html), latex=(_visit_latex, _depart_latex))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
