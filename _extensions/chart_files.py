"""Heavy charts in files of their own, which a page loads when a reader comes to the figure.

They are scripts, because a page that is opened from disk may not fetch anything else.
A book without editions has pages in one file, and keeps its charts in them.
"""

import json
import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

HEAVY = 20_000  # characters of a specification
FOLDER = "charts"  # in _static
_SPECIFICATION = re.compile(
    r'(data-name="([^"]+)"(?:(?!data-name=).)*?<script type="application/json" '
    r'class="chart-spec")>((?:(?!</script>).)*)</script>',
    re.DOTALL,
)


def _move(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Write what is heavy to files, and leave their addresses in the page."""
    if app.builder.format != "html" or not app.config.editions or "body" not in context:
        return

    def moved(found: re.Match) -> str:
        head, name, specification = found.groups()
        if len(specification) < HEAVY:
            return found[0]
        file = f"_static/{FOLDER}/{page.replace('/', '-')}-{name}.js"
        target = Path(app.outdir, file)
        target.parent.mkdir(parents=True, exist_ok=True)
        held = f"(window.eastwardCharts ??= {{}})[{json.dumps(name)}] = {specification};\n"
        target.write_text(held, encoding="utf-8")
        return f'{head} data-file="{context["pathto"](file, True)}">{{}}</script>'

    context["body"] = _SPECIFICATION.sub(moved, context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at each page before it is written."""
    app.connect("html-page-context", _move)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
