"""The ``{claims-register}`` directive: every claim with its readings, tests and their record.

One section a chapter, one a claim in it (anchor ``register-CLAIM``), a toggle for each test.
Nothing in it is typed: it is what ``data/claims`` holds.
"""

from built import chapter_title, definitions, note_register, parsed, section, small, text
from claim import link, reference
from docutils import nodes
from sphinx.addnodes import only
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from toggle import toggle

from eastward.claims import record, registry
from eastward.claims.models import LATER, Claim, Later, Reading, Test

SEEN = {"no": "had not been seen", "partly": "had been seen in part", "yes": "had been seen"}


class ClaimsRegister(SphinxDirective):
    """Build the sections of all chapters."""

    def run(self) -> list[nodes.Node]:
        """Group the claims by chapter, those that wait for one at the end."""
        note_register(self)
        self.entries = record.entries()
        claims = registry.claims().values()
        chapters = sorted({one.chapter for one in claims if one.chapter})
        made = []
        for chapter in [*chapters, None]:
            held = [one for one in claims if one.chapter == chapter]
            if held:
                made += self._chapter(chapter, held)
        return made

    def _chapter(self, chapter: str | None, claims: list[Claim]) -> list[nodes.Node]:
        anchor = f"register-{chapter or 'waiting'}"
        title = chapter_title(chapter) if chapter else "Waiting for their chapters"
        made = section(self, anchor, title)
        for one in claims:
            part = section(self, f"register-{one.id}", one.title)
            part += small(nodes.container("", *self._claim(one), classes=["generated"]))
            made += part
        return [made]

    def _claim(self, one: Claim) -> list[nodes.Node]:
        """What the claim says, and behind a toggle its years, place and readings."""
        opened = toggle(summary=_contents(one))
        opened += definitions(
            ("Kind", text(one.kind)),
            ("About", text(f"{one.about.start} to {one.about.end}: {one.about.why}")),
            ("Bears on", self._parents(one)),
            ("Why no test bears on it", text(one.why_untested)),
        )
        for number, reading in enumerate(one.readings, start=1):
            opened += self._reading(one, reading, number)
        if one.later:
            opened += text("Since then: tests of whether the sentence stayed true.")
            opened += [self._later(one, test) for test in one.later]
        return [*text(one.text), self._where(one), opened]

    def _where(self, one: Claim) -> nodes.paragraph:
        """Sentences, linked to the article, and the chapter's box."""
        made = nodes.paragraph("", f"{_plural('Sentence', one.sentences)} of the article; ")
        made["classes"].append("generated-facts")
        for place, number in enumerate(one.paragraphs):
            made += [
                nodes.Text(", " if place else ""),
                reference(f"article-{number}", f"¶{number}", self.env.docname),
            ]
        if one.chapter and one.readings:
            made += [
                nodes.Text("; box in the chapter: "),
                link(one.id, one.title, self.env.docname),
            ]
        return made

    def _parents(self, one: Claim) -> list[nodes.Node]:
        made = nodes.paragraph()
        for place, parent in enumerate(one.parents):
            title = registry.claims()[parent.claim].title
            made += nodes.Text(f"{'; ' if place else ''}{parent.relation} ")
            made += reference(f"register-{parent.claim}", title, self.env.docname)
        return [made] if one.parents else []

    def _reading(self, one: Claim, reading: Reading, number: int) -> list[nodes.Node]:
        name = f"Reading {number}" + (", the plain one" if reading.plain else "")
        said = nodes.paragraph("", "", nodes.strong("", f"{name}: "), nodes.Text(reading.text))
        period = reading.about
        made: list[nodes.Node] = [
            said,
            definitions(
                ("Plain, because", text(reading.plain_why)),
                (
                    "About",
                    text(f"{period.start} to {period.end}: {period.why}") if period else [],
                ),
                ("Otherwise", text(reading.otherwise)),
                ("Why no test bears on it", text(reading.why_untested)),
            ),
        ]
        made += [self._test(one, f"{reading.id}.{test.id}", test) for test in reading.tests]
        return [nodes.container("", *made, classes=["register-reading"])]

    def _test(self, one: Claim, name: str, test: Test) -> toggle:
        units = registry.units(one.chapter).get(test.peers or test.context)
        beside = f"{units.units}. {units.why}" if units else ""
        finds = f" Finding something means: {test.finds}; a list can only be too short."
        coded = f" Coded independently: {test.coded_by}."
        kind = test.kind_why + (finds if test.finds else "") + (coded if test.coded_by else "")
        return self._toggle(
            test,
            ("Supports", text(f"{test.supports} {test.unit}")),
            ("Against", text(f"{test.against} {test.unit}")),
            ("Fewest observations", text(str(test.minimum))),
            ("Why these thresholds", text(test.why)),
            ("Kind", [*parsed(self, f"{{term}}`{test.kind}`"), *text(kind)]),
            ("Block", text(registry.blocks(one.chapter).get(test.block, test.block))),
            ("Peers", text(beside) if test.peers else []),
            ("Context", text(beside) if test.context else []),
            ("One way to count", text(test.one_way)),
            ("Record", self._record(f"{one.id}.{name}")),
        )

    def _later(self, one: Claim, test: Later) -> toggle:
        return self._toggle(
            test,
            ("Held", text(f"{test.held} {test.unit}")),
            ("Did not hold", text(f"{test.not_held} {test.unit}")),
            ("Fewest observations", text(str(test.minimum))),
            ("Why these thresholds", text(test.why)),
            ("Record", self._record(f"{one.id}.{LATER}.{test.id}")),
        )

    def _toggle(self, test: Test | Later, *entries) -> toggle:
        """A test behind its name."""
        made = toggle(summary=f"Test: {test.name}")
        made += definitions(
            ("Measure", text(test.measure)), ("Tables", [self._tables(test.tables)]), *entries
        )
        return made

    def _tables(self, names: tuple[str, ...]) -> nodes.paragraph:
        made = nodes.paragraph()
        for place, name in enumerate(names):
            made += [
                nodes.Text(", " if place else ""),
                reference(f"data-{name}", name, self.env.docname),
            ]
        return made

    def _record(self, name: str) -> list[nodes.Node]:
        entry = self.entries.get(name)
        if entry is None:
            return text("Without an entry, so it counts as declared after its data had been seen.")
        said = text(f"Declared on {entry.date:%-d %B %Y}; its data {SEEN[entry.seen]}.")
        said += only("", *text(entry.knew), expr="html")  # the same for most tests of a chapter
        for one in entry.changes:
            said += text(f"Changed on {one.date:%-d %B %Y} ({one.what}): {one.why}")
        return said


def _contents(one: Claim) -> str:
    """What the toggle of a claim holds."""
    tests = len(one.tests) + len(one.later)
    if not one.readings:
        return "Why it has no test"
    return f"{_count(len(one.readings), 'reading')}, {_count(tests, 'test')}"


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _plural(noun: str, names: tuple[str, ...]) -> str:
    return f"{noun}{'s' if len(names) > 1 else ''} {', '.join(names)}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("claims-register", ClaimsRegister)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
