"""The ``{scorecard}`` directive: all readings of the book in one table, and as CSV and JSON.

A script sorts the table by its heads and filters it; without one, and in print, it stands whole.
"""

from html import escape
from pathlib import Path

from built import note_register, own_edition, verdicts
from claim import link, verdict_badge
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import panel, quantities, readings
from eastward.book import citation
from eastward.claims import registry

PAGE = "scorecard_files"  # key in the metadata of the page that links to them
CSV, JSON = "scorecard.csv", "scorecard.json"
WIDTHS = (24, 24, 14, 12, 12, 14)
HEADS = ("claim", "reading", "verdict", "odds", "others", "ways to count")


class Scorecard(SphinxDirective):
    """Build the filter, the table and the links to the files."""

    def run(self) -> list[nodes.Node]:
        """One row a reading; a claim's name stands at its first."""
        note_register(self)
        editions, own = verdicts(self), own_edition(self.config)
        self.env.metadata[self.env.docname][PAGE] = "linked"
        if not editions[own]:
            return []
        frame = readings.frame(registry.claims(), editions, own)
        words = dict.fromkeys(panel.verdict(word) for word in frame["verdict"])
        return [_filter(words), self._table(frame, own), _script(), _files()]

    def _table(self, frame, own: str) -> nodes.table:
        table = nodes.table(classes=["scorecard"])
        group = nodes.tgroup(cols=len(HEADS))
        group += [nodes.colspec(colwidth=width) for width in WIDTHS]
        head, body = nodes.thead(), nodes.tbody()
        head += _row([nodes.paragraph(one, one) for one in HEADS])
        known = registry.claims()
        for one in frame.to_dict("records"):
            body += _row(self._cells(one, known[one["claim"]], own))
        group += [head, body]
        table += group
        return table

    def _cells(self, one: dict, claim, own: str) -> list[nodes.paragraph]:
        reading = next(each for each in claim.readings if each.id == one["reading"])
        name = nodes.paragraph("", "", link(claim.id, claim.title, self.env.docname))
        said = nodes.paragraph("", reading.text)
        if one["plain"]:
            said.insert(0, nodes.strong("", "Plain: "))
        badge = nodes.paragraph("", "", verdict_badge(edition="", verdict=one["verdict"]))
        if one["since_then"]:
            badge += nodes.Text(f" since then: {one['since_then']}")
        odds = "–" if one["odds"] != one["odds"] else quantities.odds(one["odds"])
        others = f"{one['passed']:.0f} of {one['of']:.0f}" if one["of"] == one["of"] else "–"
        ways = f"{one['ways_for']} for, {one['ways_against']} against, of {one['ways']}"
        texts = (odds, others, ways if one["ways"] else "–")
        return [name, said, badge, *(nodes.paragraph(text, text) for text in texts)]


def _row(cells: list[nodes.paragraph]) -> nodes.row:
    made = nodes.row()
    made += [nodes.entry("", cell) for cell in cells]
    return made


def _filter(words) -> nodes.raw:
    """The fields that the script listens to; hidden where there is none."""
    options = "".join(f"<option>{escape(word)}</option>" for word in words)
    return nodes.raw(
        "",
        '<form class="scorecard-filter" hidden><label>Verdict <select name="verdict">'
        f'<option value="">all</option>{options}</select></label>'
        '<label>Words <input type="search" name="words"></label>'
        '<label><input type="checkbox" name="plain"> plain readings only</label>'
        '<output aria-live="polite"></output></form>',
        format="html",
    )


def _script() -> nodes.raw:
    """On this page alone, and so in it."""
    code = Path(__file__).with_name("scorecard.js").read_text(encoding="utf-8")
    return nodes.raw("", f"<script>{code}</script>", format="html")


def _files() -> nodes.raw:
    links = f'<a href="{CSV}" download>CSV</a> and <a href="{JSON}" download>JSON</a>'
    return nodes.raw("", f"<p>The whole table as {links}.</p>", format="html")


def _write(app: Sphinx, error: Exception | None) -> None:
    """Write the files beside the page."""
    pages = [name for name, found in app.env.metadata.items() if PAGE in found]
    if error is not None or app.builder.format != "html" or not pages:
        return
    own = own_edition(app.config)
    editions = {own: registry.verdicts(own)}
    if not editions[own]:
        return
    frame = readings.frame(registry.claims(), editions, own)
    head = [
        citation.cite_book(own),
        *(f"{name}: {said}" for name, said in readings.COLUMNS.items()),
    ]
    rows = "".join(f"# {line}\n" for line in head) + frame.to_csv(index=False)
    for page in pages:
        folder = Path(app.outdir, page).parent
        (folder / CSV).write_text(rows, encoding="utf-8")
        (folder / JSON).write_text(frame.to_json(orient="records", indent=1), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and write the files when the pages are done."""
    app.add_directive("scorecard", Scorecard)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
