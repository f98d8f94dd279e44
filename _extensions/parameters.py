"""The ``{parameters}`` directive: what each parameter means, what it may be, and its value here."""

import json

from built import own_edition, parsed
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import edition, paths


class Parameters(SphinxDirective):
    """A table made from the schema of the editions."""

    def run(self) -> list[nodes.Node]:
        """Build the table from its Markdown rows, and the list of states below it."""
        file = paths.EDITIONS / "edition.schema.json"
        self.env.note_dependency(str(file))
        schema = json.loads(file.read_text(encoding="utf-8"))
        rules = schema["$defs"]["Parameters"]["properties"]
        states = rules["focal"]["enum"]
        shipped = edition.load(own_edition(self.config)).parameters
        rows = ["| Parameter | Meaning and allowed values | In this edition |", "|---|---|---|"]
        for name, rule in rules.items():
            means = rule["description"] + (": a state" if "enum" in rule else "")
            rows.append(f"| `{name}` | {means} | {_value(shipped.get(name))} |")
        return [
            *parsed(self, "\n".join(rows)),
            *parsed(self, f"A state is one of these {len(states)} codes: {', '.join(states)}."),
        ]


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "–")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("parameters", Parameters)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
