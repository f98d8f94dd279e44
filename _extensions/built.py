"""What generated pages share: the edition being built, and small pieces of a page.

It is no extension itself.
"""

import json

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective

from eastward import edition, pages, paths
from eastward.book import citation, linked_data
from eastward.claims import registry

HEAD = "linked_head"  # key in a page's metadata of what goes into its head


def own_edition(config: Config) -> str:
    """The edition being built; the default one in a book built without the workflow."""
    return config.edition or edition.DEFAULT


def verdicts(directive: SphinxDirective) -> dict[str, dict]:
    """Verdicts of every edition that is built, this build's first; the page depends on them."""
    own = own_edition(directive.config)
    found = {}
    for name in sorted(edition.names(), key=lambda one: one != own):
        directive.env.note_dependency(str(paths.BUILD / "editions" / name / "verdicts.json"))
        found[name] = registry.verdicts(name)
    return found


def note_register(directive: SphinxDirective) -> None:
    """The page depends on every claim file and on the record."""
    for file in sorted((paths.DATA / "claims").glob("*.yml")):
        directive.env.note_dependency(str(file))


def linked(*items: dict) -> str:
    """What search engines read of a page, as a script in its head."""
    said = json.dumps(linked_data.graph(*items), ensure_ascii=False)
    said = said.replace("</", "<\\/")  # no text of ours may close the script
    return f'<script type="application/ld+json">{said}</script>'


def chapter_title(stem: str) -> str:
    """*Chapter 10: The economic argument*; the bare name where no such page stands yet."""
    number, _, name = stem.partition("-")
    title = citation.title(stem) if stem in pages.chapters() else name.replace("-", " ")
    return f"Chapter {int(number)}: {title}"


def parsed(directive: SphinxDirective, text: str) -> list[nodes.Node]:
    """Nodes of a piece of Markdown."""
    lines, body = text.split("\n"), nodes.Element()
    content = StringList(lines, items=[directive.get_source_info()] * len(lines))
    directive.state.nested_parse(content, directive.content_offset, body)
    return body.children


def section(directive: SphinxDirective, anchor: str, title: str) -> nodes.section:
    """A section that can be linked to by its anchor, also from other pages."""
    made = nodes.section(ids=[anchor], names=[anchor])
    directive.set_source_info(made)
    made += nodes.title(title, title)
    directive.state.document.note_explicit_target(made, made)
    return made


def definitions(*entries: tuple[str, list[nodes.Node]]) -> nodes.definition_list:
    """Terms and what is said of them; entries without content are left out."""
    made = nodes.definition_list()
    for term, said in entries:
        if said:
            item = nodes.definition_list_item("", nodes.term(term, term))
            item += nodes.definition("", *said)
            made += item
    return made


def text(said: str) -> list[nodes.Node]:
    """A paragraph of plain text, nothing in it read as markup; nothing where it is empty."""
    said = " ".join(said.split())
    return [nodes.paragraph(said, said)] if said else []


def small(*content: nodes.Node) -> list[nodes.Node]:
    """The same in small type and two columns in print."""
    return [
        nodes.raw("", "\\begin{eastwardappendix}", format="latex"),
        *content,
        nodes.raw("", "\\end{eastwardappendix}", format="latex"),
    ]
