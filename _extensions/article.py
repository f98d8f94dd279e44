"""The ``{article}`` directive: the claims in one paragraph of the article, sentence by sentence."""

from built import note_register, own_edition, verdicts
from claim import link, verdict_badge
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from eastward import scorecard
from eastward.claims import registry
from eastward.claims.models import Claim

UNCLAIMED = "No claim has been drawn from it yet."


class Article(SphinxDirective):
    """List the sentences of the paragraph with this number, each with its claims."""

    required_arguments = 1  # the paragraph's number

    def run(self) -> list[nodes.Node]:
        """Build the list from the register and this edition's verdicts."""
        covered = registry.coverage()
        number = self.arguments[0]
        sentences = {name: ids for name, ids in covered.items() if name.split(".")[0] == number}
        if not sentences:
            known = dict.fromkeys(name.split(".")[0] for name in covered)
            raise self.error(f"article: {number!r} is unknown; allowed: {', '.join(known)}")
        note_register(self)
        claims, entries = registry.claims(), verdicts(self)[own_edition(self.config)]
        listed = nodes.bullet_list(classes=["article-claims"], bullet="*")
        for sentence, ids in sentences.items():
            item = nodes.list_item("")
            for name in ids or [""]:
                item += self._said(sentence, name, claims, entries)
            listed += item
        return [listed]

    def _said(
        self, sentence: str, name: str, claims: dict[str, Claim], entries: dict
    ) -> nodes.paragraph:
        """One claim of a sentence: title, verdict of its plain reading, chapter."""
        made = nodes.paragraph("", "", nodes.strong("", sentence), nodes.Text(" "))
        if name not in claims:
            reason = registry.background().get(sentence, "")
            made += nodes.Text(f"Nothing to be tested. {reason}" if reason else UNCLAIMED)
            return made
        claim = claims[name]
        made += link(name, claim.title, self.env.docname)
        verdict = scorecard.word(claim, entries)
        if verdict in scorecard.SILENT:
            waits = "not judged" if claim.chapter else "waits for its chapter"
            made += nodes.Text(f" ({waits})")
        else:
            made += [
                nodes.Text(" "),
                verdict_badge(edition=own_edition(self.config), verdict=verdict),
            ]
        if claim.chapter:
            made += nodes.Text(f" in chapter {int(claim.chapter[:2])}")
        return made


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("article", Article)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
