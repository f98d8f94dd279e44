"""The ``{argument-files}`` directive: the argument map as files for other programs.

It links to the argument in Argdown and in GraphML, which are written beside the page when the site
is done. Both hold the verdicts of the edition being built.
"""

from html import escape
from pathlib import Path

from built import own_edition, verdicts
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import scorecard
from eastward.claims import registry
from eastward.networks import argument, strength

PAGE = "argument_files"  # key in the metadata of the page that links to them
FILES = {"Argdown": "argument-map.argdown", "GraphML": "argument-map.graphml"}


class ArgumentFiles(SphinxDirective):
    """One line with a link to each file; print names them."""

    def run(self) -> list[nodes.Node]:
        """Mark the page, so that the files are written beside it."""
        verdicts(self)  # the page depends on them
        self.env.metadata[self.env.docname][PAGE] = "linked"
        links = " and ".join(
            f'<a href="{escape(file)}" download>{escape(form)}</a>' for form, file in FILES.items()
        )
        said = f"The map as a file for other programs: {' and '.join(FILES)}, on the site."
        return [
            nodes.raw("", f"<p>The map as a file for other programs: {links}.</p>", format="html"),
            nodes.raw("", said, format="latex"),
        ]


def _write(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html":
        return
    claims, entries = registry.claims(), registry.verdicts(own_edition(app.config))
    said = {name: entry["verdict"] for name, entry in entries.items()}
    graph = argument.argument_map(claims)
    found = strength.strengths(graph, scorecard.degrees(claims, entries))
    texts = {
        "Argdown": argument.argdown(claims, said),
        "GraphML": argument.graphml(graph, said, found),
    }
    for docname, metadata in app.env.metadata.items():
        if PAGE in metadata:
            folder = Path(app.outdir, docname).parent
            for form, file in FILES.items():
                (folder / file).write_text(texts[form], encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and write the files when the pages are done."""
    app.add_directive("argument-files", ArgumentFiles)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
