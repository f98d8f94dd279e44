"""A chapter has the number that its file begins with: in headings, contents, figures, exercises.

Sphinx counts the chapters of each part from one and offers no number to start from. This
extension rewrites its numbers once they are assigned, and has figures and exercises counted again.
"""

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors.toctree import TocTreeCollector


def chapter_number(docname: str) -> int | None:
    """The number that a page's file begins with; None for pages that are no chapters.

    Examples
    --------
    >>> chapter_number("chapters/10-economic"), chapter_number("chapters/map")
    (10, None)
    """
    found = re.match(r"(\d+)-", docname.rsplit("/", 1)[-1])
    return int(found[1]) if found else None


def _renumber(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give numbered pages their own numbers; name them, since what was read before must change."""
    changed = []
    for docname, sections in env.toc_secnumbers.items():
        number = chapter_number(docname)
        if number is None or not any(sections.values()):
            continue
        env.toc_secnumbers[docname] = {
            anchor: place and (number, *place[1:]) for anchor, place in sections.items()
        }
        for node in [env.titles[docname], *env.tocs[docname].findall(nodes.reference)]:
            if node.get("secnumber"):
                node["secnumber"] = (number, *node["secnumber"][1:])
        changed.append(docname)
    TocTreeCollector().assign_figure_numbers(env)
    return changed


def setup(app: Sphinx) -> dict[str, bool]:
    """Renumber after Sphinx's own collector, which listens with the usual priority of 500."""
    app.connect("env-get-updated", _renumber, priority=600)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
