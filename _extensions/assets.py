"""The book's own style sheet and scripts, and the Vega library that its charts need.

Vega is written once into each built site, out of the vl-convert package, and committed nowhere.
"""

from pathlib import Path

import vl_convert
from sphinx.application import Sphinx
from sphinx.config import Config

STATIC = Path(__file__).resolve().parents[1] / "_static"


def _add_files(app: Sphinx, config: Config) -> None:
    """Include ``_static`` wherever the book's sources lie during the build."""
    config.html_static_path = [*config.html_static_path, str(STATIC)]
    for kind, names in (("css", config.html_css_files), ("js", config.html_js_files)):
        found = sorted(path.name for path in STATIC.glob(f"*.{kind}"))
        names += [name for name in found if name not in names]


def _drop_thebe(app: Sphinx, pagename: str, template: str, context: dict, doctree) -> None:
    """Leave out the scripts of Thebe, which Jupyter Book always adds and this book never uses.

    They name an address outside the book, and Sphinx includes them twice, which is an error.
    """
    context["script_files"] = [
        script
        for script in context["script_files"]
        if "thebe" not in f"{script.filename} {script.attributes.get('body')}".lower()
    ]


def _write_vega(app: Sphinx, error: Exception | None) -> None:
    """Write ``_static/vega.js``; the function around it keeps its names off the page."""
    target = Path(app.outdir, "_static", "vega.js")
    if error is not None or app.builder.format != "html" or target.exists():
        return
    target.write_text(f"(() => {{{vl_convert.javascript_bundle()}}})();\n", encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the three steps; other extensions' scripts are all there at a late priority."""
    app.connect("config-inited", _add_files)
    app.connect("html-page-context", _drop_thebe, priority=900)
    app.connect("build-finished", _write_vega)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
