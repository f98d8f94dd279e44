"""The ``{landing}`` directive: what the first page says of all verdicts, made from the register.

``{landing} answer`` prints the answer so far, ``{landing} bar`` a square for each plain reading,
``{landing} results`` the three strongest verdicts, ``{landing} ledger`` all claims by chapter.
"""

from html import escape

from built import chapter_title, note_register, own_edition, parsed, text, verdicts
from claim import SIDES, link, verdict_badge
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import panel, quantities, scorecard
from eastward.claims import registry


class Landing(SphinxDirective):
    """Build one part of the page."""

    required_arguments = 1  # its name

    def run(self) -> list[nodes.Node]:
        """Read the register and the verdicts, and leave the rest to the part."""
        parts = {
            "answer": self._answer,
            "bar": self._bar,
            "results": self._results,
            "ledger": self._ledger,
        }
        name = self.arguments[0]
        if name not in parts:
            raise self.error(f"landing: {name!r} is unknown; allowed: {', '.join(parts)}")
        note_register(self)
        self.claims = registry.claims()
        self.editions = verdicts(self)
        self.entries = self.editions[own_edition(self.config)]
        return parts[name]()

    def _answer(self) -> list[nodes.Node]:
        said = parsed(self, scorecard.answer(self.claims, self.entries))
        return [nodes.container("", *said, classes=["landing-answer"])]

    def _bar(self) -> list[nodes.Node]:
        """Squares for the eye, counts for everybody; print has the counts alone."""
        if not self.entries:
            return []
        made = nodes.bullet_list(classes=["verdict-bar"], bullet="*")
        for word, count in scorecard.counts(self.claims, self.entries).items():
            squares = f'<span class="square {_class(word)}"></span>' * count
            said = f"{count} {panel.verdict(word)}"
            made += nodes.list_item(
                "",
                nodes.raw("", f'<span aria-hidden="true">{squares}</span>', format="html"),
                nodes.paragraph(said, said),
            )
        return [made]

    def _results(self) -> list[nodes.Node]:
        """Verdict, reading, the test that says most, and where to read on."""
        made = nodes.bullet_list(classes=["landing-results"], bullet="*")
        for claim, reading, said in scorecard.strongest(self.claims, self.entries):
            test = max(said["tests"], key=lambda one: max(one["weight"], 1 / one["weight"]))
            badge = verdict_badge(edition=own_edition(self.config), verdict=said["word"])
            head = nodes.paragraph("", "", badge, nodes.Text(" "))
            head += nodes.strong("", "", link(claim.id, claim.title, self.env.docname))
            found = f"The odds are {quantities.odds(said['odds'])}.\n{panel.said(test)}"
            made += nodes.list_item("", head, *text(reading.text), *parsed(self, found))
        return (
            [made]
            if len(made)
            else parsed(self, f"The strongest verdicts are {scorecard.UNBUILT}.")
        )

    def _ledger(self) -> list[nodes.Node]:
        """A heading and a list for each chapter."""
        made: list[nodes.Node] = []
        for stem, rows in scorecard.rows(self.claims, self.editions).items():
            title = chapter_title(stem) if stem else "Waiting for their chapters"
            made.append(nodes.rubric(title, title, classes=["ledger-chapter"]))
            listed = nodes.bullet_list(classes=["ledger"], bullet="*")
            listed += [nodes.list_item("", self._row(row)) for row in rows]
            made.append(listed)
        return made

    def _row(self, row: scorecard.Row) -> nodes.paragraph:
        claim = row.claim
        made = nodes.paragraph("", "", link(claim.id, claim.title, self.env.docname))
        places = ", ".join(f"¶{number}" for number in claim.paragraphs)
        made += [nodes.Text(" "), _note(places), nodes.Text(" ")]
        each = list(row.verdicts.items())
        for name, verdict in each if row.differs else [("", word) for _, word in each[:1]]:
            made += [verdict_badge(edition=name, verdict=verdict), nodes.Text(" ")]
        if not row.verdicts:
            word = scorecard.word(claim, self.entries)
            made += [_note(panel.verdict(word)), nodes.Text(" ")]
        if row.against:
            made += [_note("▽ speaks against the thesis"), nodes.Text(" ")]
        if row.differs:
            made += _note("≠ the editions differ")
        return made


def _note(said: str) -> nodes.inline:
    return nodes.inline(said, said, classes=["ledger-note"])


def _class(word: str) -> str:
    side = SIDES.get(word.removeprefix("strongly "), "none")
    strong = " square-strong" if word.startswith("strongly ") else ""
    return escape(f"square-{side}{strong}")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("landing", Landing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
