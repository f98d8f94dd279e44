"""The ``{data-tables}`` directive: every table once, with its sources, its terms and its download.

One section a table (anchor ``data-TABLE``), made from ``data/datapackage.json``.
The downloads are written into the site's folder ``tables``, once for all editions.
"""

from html import escape
from pathlib import Path
from posixpath import dirname, relpath

from built import HEAD, chapter_title, definitions, linked, own_edition, section, small, text
from docutils import nodes
from sphinx.addnodes import only
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective
from toggle import toggle

from eastward import downloads, pages, paths, tables
from eastward.book import citation, linked_data

FOLDER = "tables"


class DataTables(SphinxDirective):
    """Build the sections, in alphabetical order of the tables' names."""

    def run(self) -> list[nodes.Node]:
        """List what the data package describes."""
        self.env.note_dependency(str(paths.DATA / tables.PACKAGE))
        self.env.metadata[self.env.docname]["data_tables"] = "listed"
        self.env.metadata[self.env.docname][HEAD] = linked(
            *map(linked_data.dataset, tables.names())
        )
        self.users = {chapter: pages.header(chapter)["tables"] for chapter in pages.chapters()}
        return [self._table(tables.describe(name)) for name in tables.names()]

    def _table(self, described: dict) -> nodes.section:
        name = described["name"]
        rows, years = tables.extent(name)
        made = section(self, f"data-{name}", described["title"])
        users = [chapter_title(one) for one, used in self.users.items() if name in used]
        facts = nodes.paragraph("", f"{name}: {rows:,} rows", classes=["generated-facts"])
        facts += nodes.Text(f", {years[0]} to {years[1]}; " if years else "; ")
        facts += self._download(name)
        opened = toggle(summary="Source, terms, columns")
        opened += definitions(
            *_sources(described),
            ("Used in", text("; ".join(users) or "no chapter yet")),
        )
        columns = definitions(*_columns(described["fields"]))
        opened += only("", columns, expr="html")  # in print they are in the data package
        said = nodes.container("", *text(described["description"]), facts, opened)
        said["classes"].append("generated")
        made += small(said)
        return made

    def _download(self, name: str) -> list[nodes.Node]:
        """A link on the site; print names the file of the source."""
        file = downloads.file_name(name)
        up = "" if _is_first(self.config) else "../"
        target = relpath(f"{FOLDER}/{file}", dirname(self.env.docname) or ".")
        link = f'<a href="{escape(up + target)}" download>{escape(file)}</a>'
        kept = f"data/{tables.describe(name)['path']}".replace("_", r"\_")
        return [
            nodes.raw("", link, format="html"),
            nodes.raw("", rf"\sphinxcode{{{kept}}}", format="latex"),
        ]


def _sources(described: dict) -> list[tuple[str, list[nodes.Node]]]:
    pairs = zip(described["sources"], described["licences"], strict=True)
    return [entry for pair in pairs for entry in _source(*pair)]


def _source(source: dict, licence: dict) -> list[tuple[str, list[nodes.Node]]]:
    """What one source is: publisher, vintage, the copy it was read from, terms."""
    title = nodes.paragraph("", f"{source['publisher']}: ")
    title += [_linked(source["title"], source), nodes.Text(f". {source['citation']}")]
    terms = nodes.paragraph("", "", _linked(source["terms"], licence))
    kept = source.get("redistribution", {})
    return [
        ("Source", [title]),
        ("Vintage", text(source.get("vintage", ""))),
        ("Read from", [_copy(one) for one in source.get("copy", [])]),
        ("Terms", [terms]),
        ("What is kept", text(kept.get("holds", ""))),
    ]


def _copy(copy: dict | str) -> nodes.paragraph:
    """The mirror or repository that a source was read from, with its commit."""
    if isinstance(copy, str):
        return nodes.paragraph("", copy)
    made = nodes.paragraph("", "", _linked(copy.get("title", copy.get("path", "")), copy))
    if "commit" in copy:
        made += nodes.Text(f", commit {copy['commit'][:10]}")
    return made


def _linked(said: str, addressed: dict) -> nodes.Node:
    if str(addressed.get("path", "")).startswith("http"):
        return nodes.reference(said, said, refuri=addressed["path"])
    return nodes.Text(said)


def _columns(fields: list[dict]) -> list[tuple[str, list[nodes.Node]]]:
    """Columns with what they hold and their units."""
    return [
        (
            field["name"],
            text(
                f"{field.get('description', field['type'])}"
                + (f" ({field['unit']})" if "unit" in field else "")
            ),
        )
        for field in fields
    ]


def _is_first(config: Config) -> bool:
    """Whether this edition lies at the root of the site, where the downloads are."""
    return not config.editions or config.edition == config.editions[0]


def _write(app: Sphinx, error: Exception | None) -> None:
    """Write the downloads of the tables that a page lists."""
    listed = any("data_tables" in found for found in app.env.metadata.values())
    if error is not None or app.builder.format != "html" or not listed or not _is_first(app.config):
        return
    folder = Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    reference = citation.cite_book(own_edition(app.config))
    for name in tables.names():
        (folder / downloads.file_name(name)).write_bytes(downloads.content(name, reference))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive and write the downloads when the pages are done."""
    app.add_directive("data-tables", DataTables)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
