"""The ``{claim}`` directive: one claim of the article, boxed, with its verdict in every edition.

The verdict of the edition being built comes from the chapter's own code (glue key
``verdict:ID``); those of other editions come from their ``verdicts.json``, where they are built.
"""

from pathlib import Path

from docutils import nodes
from glued import glued
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from eastward import edition, paths, prose
from eastward.claims import registry
from eastward.claims.models import Claim
from eastward.panel import SIGNS
from eastward.panel import verdict as readable

logger = logging.getLogger(__name__)

SIDES = {
    "supported": "for",
    "contradicted": "against",
    "undecided": "between",
    "conflicting": "both",
}


class claim_box(nodes.General, nodes.Element):
    """The box; its children are paragraphs."""


class verdict_badge(nodes.Inline, nodes.TextElement):
    """A verdict; attributes ``edition`` (whose it is; empty where that is plain), ``verdict``."""


class ClaimBox(SphinxDirective):
    """Box the claim with this id."""

    required_arguments = 1  # the claim's id

    def run(self) -> list[nodes.Node]:
        """Build the box from the registry and the verdicts."""
        known, name = registry.claims(), self.arguments[0]
        if name not in known:
            raise self.error(f"claim {name!r} is unknown; allowed: {', '.join(known)}")
        claim = known[name]
        stem = claim.chapter or registry.ARTICLE
        self.env.note_dependency(str(paths.DATA / "claims" / f"{stem}.yml"))

        box = claim_box(names=[f"claim-{name}"], ids=[f"claim-{name}"], title=claim.title)
        self.set_source_info(box)
        self.state.document.note_explicit_target(box, box)
        box += _paragraph(
            "head", nodes.strong("", claim.title), nodes.Text(f" ({prose.origin(claim)})")
        )
        box += _paragraph("text", nodes.Text(claim.text))
        if claim.parents:
            box += _paragraph("parents", *_parents(claim, known, self.env.docname))
        box += _paragraph("verdicts", *self._badges(name))
        return [box]

    def _badges(self, name: str) -> list[nodes.Node]:
        """One badge for each edition whose verdict is known, this build's edition first."""
        own = glued(self.state.document, "edition")
        verdict = glued(self.state.document, f"verdict:{name}")
        if own is None or verdict is None:
            logger.warning(
                "claim %r: this chapter's code glues no edition or no verdict",
                name,
                location=self.get_location(),
                type="eastward",
                subtype="claim",
            )
            return []
        for other in edition.names():
            built = paths.BUILD / "editions" / other / "verdicts.json"
            if built.is_file():
                self.env.note_dependency(str(built))
        found = prose.badges(name, verdict, own, edition.names(), self.config.rerun)
        return _spaced([verdict_badge(edition=whose, verdict=word) for whose, word in found])


def _parents(claim: Claim, known: dict[str, Claim], docname: str) -> list[nodes.Node]:
    """*Supports: …* and *Attacks: …*, each parent linked to its own box."""
    found: list[nodes.Node] = []
    for relation in ("supports", "attacks"):
        parents = [one.claim for one in claim.parents if one.relation == relation]
        if not parents:
            continue
        found.append(nodes.Text(f"{'. ' if found else ''}{relation.capitalize()}: "))
        for position, parent in enumerate(parents):
            if position:
                found.append(nodes.Text(", "))
            found.append(link(parent, known[parent].title, docname))
    return found


def link(name: str, title: str, docname: str) -> pending_xref:
    """A claim's title that leads to its box, where the book has one."""
    return reference(f"claim-{name}", title, docname)


def reference(anchor: str, said: str, docname: str) -> pending_xref:
    """A link to an anchor anywhere in the book; plain text where nothing has that anchor."""
    return pending_xref(
        "",
        nodes.inline(said, said),
        refdomain="std",
        reftype="ref",
        reftarget=anchor,
        refdoc=docname,
        refexplicit=True,
        refwarn=False,
        claim=True,
    )


def _unbuilt(app: Sphinx, env, node: pending_xref, contnode: nodes.Node) -> nodes.Node | None:
    """Leave the title unlinked where the parent claim has no box in the book yet."""
    return contnode if node.get("claim") else None


def _paragraph(role: str, *children: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", *children, classes=[f"claim-{role}"])


def _spaced(badges: list[nodes.Node]) -> list[nodes.Node]:
    spaced: list[nodes.Node] = []
    for badge in badges:
        spaced += [nodes.Text(" "), badge] if spaced else [badge]
    return spaced


def _visit_box_html(self, node: claim_box) -> None:
    self.body.append(self.starttag(node, "div", CLASS="claim", role="note"))
    self.body.append(
        f'<a class="headerlink" href="#{node["ids"][0]}" title="Link to this claim">#</a>'
    )


def _depart_box_html(self, node: claim_box) -> None:
    self.body.append("</div>\n")


def _visit_badge_html(self, node: verdict_badge) -> None:
    verdict, name = node["verdict"], self.encode(node["edition"])
    said = f'<span class="verdict-edition">{_readable(name)}</span>' if name else ""
    self.body.append(
        f'<span class="verdict verdict-{_kind(verdict)}" data-edition="{name}">{said}'
        f'<span class="verdict-sign" aria-hidden="true">{SIGNS[verdict]}</span>'
        f'<span class="verdict-word">{readable(verdict)}</span></span>'
    )


def _depart_nothing(self, node: nodes.Element) -> None:
    pass


def _visit_box_latex(self, node: claim_box) -> None:
    self.body.append("\n\\begin{eastwardclaim}" + self.hypertarget_to(node) + "\n")


def _depart_box_latex(self, node: claim_box) -> None:
    self.body.append("\n\\end{eastwardclaim}\n")


def _visit_badge_latex(self, node: verdict_badge) -> None:
    title = self.encode(_readable(node["edition"]))
    title = f"{title}:\\enspace " if title else ""
    self.body.append(
        f"\\eastwardverdict{{{title}}}{{{_kind(node['verdict'])}}}{{{readable(node['verdict'])}}}"
    )


def _kind(verdict: str) -> str:
    """Which side a verdict is on; style and sign hang on it."""
    return SIDES.get(verdict.removeprefix("strongly "), "none")


def _readable(name: str) -> str:
    """Turn an edition's file name into words."""
    return name.replace("-", " ")


def _add_style(app: Sphinx, config: Config) -> None:
    """Send the LaTeX macros of the box along with the book's LaTeX sources."""
    style = Path(__file__).with_name("eastward.sty")
    config.latex_additional_files = [*config.latex_additional_files, str(style)]
    app.add_latex_package("eastward")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive, its two nodes and the LaTeX style."""
    app.add_node(
        claim_box,
        html=(_visit_box_html, _depart_box_html),
        latex=(_visit_box_latex, _depart_box_latex),
    )
    app.add_node(
        verdict_badge,
        html=(_visit_badge_html, _depart_nothing),
        latex=(_visit_badge_latex, _depart_nothing),
    )
    app.add_config_value("rerun", False, "env", bool)  # whether a reader's own values are in force
    app.add_directive("claim", ClaimBox)
    app.connect("missing-reference", _unbuilt)
    app.connect("config-inited", _add_style)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
