"""The book's own styles, scripts and fonts, and the Vega library that its charts need.

The page loads what is named here and nothing else: the theme's styles and scripts, its icons and
its search weigh more than half a megabyte, and the book's frame replaces them.
Vega is written once into each built site, out of the vl-convert package, and committed nowhere.
"""

from pathlib import Path

import vl_convert
from sphinx.application import Sphinx
from sphinx.config import Config

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "_static"
STYLES = (
    "sphinx-design.min.css",  # tabs and dropdowns
    "tokens.css",
    "frame.css",
    "text.css",
    "code.css",
    "claims.css",
    "backmatter.css",
    "figures.css",
    "print.css",
)
SCRIPTS = ("frame.js", "code.js", "search.js", "figures.js")
VEGA = "vega.js"
OURS = {
    *STYLES,
    *SCRIPTS,
    VEGA,
    "search-texts.js",
    "fonts",
    "cards",
    "charts",
    "favicon.svg",
    "favicon.png",
}
FONTS = ("_latex/fonts/*.ttf", "eastward/figures/fonts/*.ttf")  # for the printed book


def _add_files(app: Sphinx, config: Config) -> None:
    """Include ``_static`` and the fonts wherever the book's sources lie during the build."""
    config.html_static_path = [*config.html_static_path, str(STATIC)]
    fonts = [str(path) for pattern in FONTS for path in sorted(_root().glob(pattern))]
    config.latex_additional_files = [*config.latex_additional_files, *fonts]


def _root() -> Path:
    """The repository: an assembled book holds the extensions, yet not the library."""
    from eastward import paths

    return paths.ROOT


def _write_vega(app: Sphinx, error: Exception | None) -> None:
    """Write ``_static/vega.js``; the function around it keeps its names off the page."""
    target = Path(app.outdir, "_static", VEGA)
    if error is not None or app.builder.format != "html" or target.exists():
        return
    target.write_text(f"(() => {{{vl_convert.javascript_bundle()}}})();\n", encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect both steps."""
    app.connect("config-inited", _add_files)
    app.connect("build-finished", _write_vega)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
