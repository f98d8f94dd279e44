"""An executed page as a notebook that one can read in any viewer, and run again.

Public names: :func:`readable`, :func:`record`, :class:`Unresolved`.

Directives and roles become plain Markdown, by the same functions that the site's directives call;
figures become pictures (``image/png``) with their alt text; verdicts become tables.
"""

import base64
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import nbformat

from eastward import edition as editions
from eastward import facts, pages, panel, prose, readings, scorecard, summary, tables
from eastward.book import citation, references
from eastward.book.myst import Block, Code, parts, roles
from eastward.claims import registry
from eastward.figures.bundle import MIME as FIGURE

GLUE = "application/papermill.record/"
HIDDEN = {"remove-cell", "remove-input", "hide-input", "hide-cell"}
TITLED = {  # directives whose body stays, under a title of this form
    "note": "Note", "tip": "Tip", "warning": "Warning", "margin": "", "important": "Important",
    "seealso": "See also", "dropdown": "", "admonition": "", "tab-item": "", "tab-set": "",
    "solution": "Solution",
}  # fmt: skip
FIXED = (
    "*Change a value and run all cells: figures, tests and the table of verdicts follow. "
    "Sentences, boxes and lists are those of the run that wrote this notebook.*"
)
PIXELS = 2  # per pixel of the chart, for screens with fine grain


class Unresolved(Exception):
    """A directive or a role that no reader could make sense of; the message names it."""


@dataclass(frozen=True)
class Picture:
    """Where a figure stands in the text."""

    name: str


def readable(notebook: nbformat.NotebookNode, page: str, rerun: bool) -> nbformat.NotebookNode:
    """Make the readable notebook of an executed page.

    Parameters
    ----------
    notebook : NotebookNode
        As executed; it is left as it is.
    page : str
        The chapter's name.
    rerun : bool
        Whether values of the reader's own are in force.

    Raises
    ------
    Unresolved
        The page uses a directive or a role that is not known here.
    """
    return _Page(notebook, page, rerun).notebook()


def record(notebook: nbformat.NotebookNode) -> dict[str, Any]:
    """What a chapter's code hands over to its prose.

    Parameters
    ----------
    notebook : NotebookNode
        As executed.
    """
    return _record(_glued(notebook))


class _Page:
    """One page on its way: what its code handed over, and what has been numbered so far."""

    def __init__(self, notebook: nbformat.NotebookNode, page: str, rerun: bool):
        self.source, self.page, self.rerun = notebook, page, rerun
        self.glued = _glued(notebook)
        self.works = references.Works()
        self.inside: list[str] = []
        self.sentences = iter(prose.places(self._blocks()))

    @cached_property
    def record(self) -> dict[str, Any]:
        """What a chapter of the second pattern hands over; one of the first has states alone."""
        return _record(self.glued)

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Number of every figure and exercise, by label."""
        chapter = re.match(r"0*(\d+)-|", self.page)[1]
        found: dict[str, str] = {}
        counts = {"Fig.": 0, "Exercise": 0}
        for block in self._all():
            kind = {"evidence": "Fig.", "exercise": "Exercise"}.get(block.name)
            if kind:
                counts[kind] += 1
                label = block.argument if kind == "Fig." else block.options.get("label", "")
                place = f"{chapter}.{counts[kind]}" if chapter else f"{counts[kind]}"
                found[label] = f"{kind} {place}"
        return found

    def notebook(self) -> nbformat.NotebookNode:
        cells = [made for cell in self.source.cells for made in self._cell(cell)]
        if self.works.cited:
            listed = "\n".join(f"- {work}" for work in self.works.listed())
            cells.append(nbformat.v4.new_markdown_cell(f"## References\n\n{listed}"))
        for position, cell in enumerate(cells):
            cell.id = f"cell-{position}"
        found = nbformat.v4.new_notebook(cells=cells)
        found.metadata = {
            "kernelspec": self.source.metadata.get("kernelspec", {}),
            "language_info": {"name": "python"},
            "title": pages.heading(self.page),
        }
        return found

    def _cell(self, cell: nbformat.NotebookNode) -> Iterator[nbformat.NotebookNode]:
        if cell.cell_type == "code":
            if "parameters" in cell.metadata.get("tags", []):
                yield nbformat.v4.new_markdown_cell(FIXED)
            yield self._code(cell)
            return
        plain: list[str] = []
        for part in [*self._resolved(cell.source), None]:
            if isinstance(part, str):
                plain.append(part)
                continue
            text = re.sub(r"\n{3,}", "\n\n", "\n\n".join(plain)).strip()
            plain = []
            if text:
                yield nbformat.v4.new_markdown_cell(text)
            if part:
                yield self._figure(part.name)

    def _code(self, cell: nbformat.NotebookNode) -> nbformat.NotebookNode:
        """The cell with what a reader can see among its outputs; glue is for the directives."""
        made = nbformat.v4.new_code_cell(cell.source, execution_count=cell.execution_count)
        tags = cell.metadata.get("tags", [])
        if HIDDEN & set(tags) and "parameters" not in tags:
            made.metadata["jupyter"] = {"source_hidden": True}
        if "parameters" in tags:
            made.metadata["tags"] = ["parameters"]
        for output in cell.outputs:
            if "scrapbook" not in output.get("metadata", {}) and "remove-output" not in tags:
                made.outputs.append(self._output(deepcopy(output)))
        return made

    def _output(self, output: nbformat.NotebookNode) -> nbformat.NotebookNode:
        data = output.get("data", {})
        if "text/markdown" in data:
            said = [part for part in self._resolved(data["text/markdown"]) if isinstance(part, str)]
            data["text/markdown"] = "\n\n".join(said)
        return output

    def _figure(self, name: str) -> nbformat.NotebookNode:
        output = self.glued[name]
        about = output[FIGURE]
        about = json.loads(about) if isinstance(about, str) else about
        picture, width = _png(output["text/html"])
        shown = nbformat.v4.new_output(
            "display_data",
            {"image/png": picture, "text/plain": about["alt"]},
            metadata={"image/png": {"alt": about["alt"], "width": width}},
        )
        # A figure that a later cell makes is not there yet when this one runs again.
        cell = nbformat.v4.new_code_cell(f'here.figures.get("{name}")', outputs=[shown])
        cell.metadata["jupyter"] = {"source_hidden": True}
        return cell

    def _resolved(self, text: str) -> Iterator[str | Picture]:
        for part in parts(text):
            if isinstance(part, Code):
                yield part.text
            elif isinstance(part, str):
                yield self._said(part)
            else:
                yield from self._block(part)

    def _block(self, block: Block) -> Iterator[str | Picture]:
        if block.name in ("finding", "comment"):
            yield from self._hanging(block)
        elif block.name == "evidence":
            about = json.loads(self.glued[block.argument][FIGURE])
            yield "\n\n".join(filter(None, [f"**{about['title']}**", about.get("subtitle")]))
            yield Picture(block.argument)
            yield (
                f"*{self.numbers[block.argument]}.* {self._said(block.body)}\n\n"
                f"*In words:* {about['alt']}\n\n{about['source']}"
            )
        elif block.name == "exercise":
            label = self.numbers[block.options.get("label", "")]
            title = f" ({self._said(block.argument)})" if block.argument else ""
            yield f"**{label}**{title}"
            yield from self._resolved(block.body)
        elif block.name == "claim":
            yield self._claim(block.argument)
        elif block.name == "verdict":
            claim = registry.claims()[block.argument]
            [found] = [one for one in self.record["claims"] if one["id"] == block.argument]
            yield self._said(prose.verdicts(claim, found))
        elif block.name == "chapter-head":
            yield self._head()
        elif block.name == "next":
            yield from self._resolved(block.body)
            yield scorecard.tally(registry.claims(), registry.verdicts(self._text("edition")))
        elif block.name == "chapter-foot":
            yield self._foot()
        elif block.name == "scorecard":
            own = self._text("edition")
            told = readings.frame(registry.claims(), {own: registry.verdicts(own)}, own)
            yield readings.markdown(told)
        elif block.name == "only":
            if "html" in block.argument:
                yield from self._resolved(block.body)
        elif block.name in TITLED:
            title = block.argument or TITLED[block.name]
            yield f"**{self._said(title)}**" if title else ""
            yield from self._resolved(block.body)
        elif block.name == "math":
            yield f"$$\n{block.body}\n$$"
        else:
            raise Unresolved(f"chapters/{self.page}.md: {{{block.name}}} is not known to notebooks")

    def _hanging(self, block: Block) -> Iterator[str | Picture]:
        """A block on a test or a state: its body, a sentence in its place, or nothing."""
        name, kept = self._kept(block)
        if block.name == "finding" and next(self.sentences):
            yield self._instead(name)
        if kept:
            self.inside.append(name)
            yield from self._resolved(block.body)
            self.inside.pop()

    def _kept(self, block: Block) -> tuple[str, bool]:
        name, *outcomes = block.argument.split() or [""]
        test = facts.judged(self.record, name) if name else None
        kept = prose.keeps(test, outcomes)
        return name, kept and (block.name == "finding" or self.record["commented"])

    def _instead(self, name: str) -> str:
        return panel.said(facts.judged(self.record, name))

    def _blocks(self) -> Iterator[tuple[str, bool]]:
        for block in self._all():
            if block.name == "finding":
                yield self._kept(block)

    def _all(self) -> Iterator[Block]:
        """All directives of the page in order, without those in blocks that are dropped."""
        waiting = [
            part
            for cell in self.source.cells
            if cell.cell_type == "markdown"
            for part in parts(cell.source)
        ]
        while waiting:
            part = waiting.pop(0)
            if isinstance(part, Block):
                yield part
                if part.name not in ("finding", "comment") or self._kept(part)[1]:
                    waiting = [*parts(part.body), *waiting]

    def _claim(self, name: str) -> str:
        claim = registry.claims()[name]
        titles = {key: one.title for key, one in registry.claims().items()}
        lines = [f"**{claim.title}** ({prose.origin(claim)})", claim.text]
        for relation in ("supports", "attacks"):
            above = [titles[one.claim] for one in claim.parents if one.relation == relation]
            lines += [f"*{relation.capitalize()}: {', '.join(above)}*"] if above else []
        found = prose.badges(
            name,
            self._text(f"verdict:{name}"),
            self._text("edition"),
            editions.names(),
            self.rerun,
        )
        lines.append(
            " · ".join(
                f"{whose.replace('-', ' ')}: **{panel.signed(word)}**" for whose, word in found
            )
        )
        return "\n>\n".join(f"> {line}" for line in lines)

    def _head(self) -> str:
        claims = registry.claims()
        told = summary.line(claims, self.record, self.record["last"])
        rows = summary.markdown(summary.rows(claims, self.record))
        return f"{' · '.join(told)}\n\n**In short**\n\n{rows}"

    def _foot(self) -> str:
        edition = self._text("edition")
        described = [tables.describe(name) for name in pages.header(self.page)["tables"]]
        lines = [
            f"- **{one['title']}** (`{one['name']}`). {one['description']} From: "
            f"{'; '.join(source['title'] for source in one['sources'])}."
            for one in described
        ]
        own = editions.changed(self.page, edition, self.record.get("parameters", {}))
        styles = [citation.cite(self.page, edition, style, own) for style in ("apa", "bibtex")]
        blocks = [f"```text\n{reference}\n```" for reference in styles]
        return "\n\n".join(["\n".join(lines), "**Cite this chapter**", *blocks])

    def _said(self, text: str) -> str:
        """Text with its roles put in, labels of sections and addresses of other pages left out."""
        text = re.sub(r"^\([\w-]+\)=\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"(?<!!)\[([^\]]+)\]\((?!https?:|mailto:)[^)\s]*\)", r"\1", text)
        return roles(text, self._role)

    def _role(self, name: str, text: str) -> str:
        label = re.fullmatch(r"(.*?)\s*<([^>]+)>", text, re.DOTALL)
        if name == "v":
            fact, _, form = text.partition(":")
            inside = self.inside[-1] if self.inside else ""
            return facts.written(facts.fact(self.record, fact, inside), form)
        if name.startswith("cite"):
            return self.works.cite(text.split(","), textual=name.endswith(":t"))
        if name == "numref":
            target = self.numbers.get(label[2] if label else text, "the figure")
            return label[1].replace("%s", target.split()[-1]) if label else target
        if name in ("term", "ref", "doc"):
            return label[1] if label else text
        if name == "math":
            return f"${text}$"
        raise Unresolved(f"chapters/{self.page}.md: {{{name}}} is not known to notebooks")

    def _text(self, key: str) -> str:
        if key not in self.glued:
            raise Unresolved(f"chapters/{self.page}.md: {key} is not handed over by the code")
        return self.glued[key]["text/plain"]


def _glued(notebook: nbformat.NotebookNode) -> dict[str, dict[str, Any]]:
    """What the page's code glued, by key: media types to content."""
    found = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            about = output.get("metadata", {}).get("scrapbook")
            if about:
                found[about["name"]] = {
                    mime.removeprefix(GLUE): content for mime, content in output.data.items()
                }
    return found


def _record(glued: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return json.loads(glued["record"]["text/plain"]) if "record" in glued else {"claims": []}


def _png(html: str) -> tuple[str, int]:
    """The static picture in a figure's page as PNG, which every viewer can show, and its width."""
    import vl_convert

    svg = re.search(r"<svg.*?</svg>", html, re.DOTALL)[0]
    width = float(re.search(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+)', svg)[1])
    svg = svg.replace('width="100%"', f'width="{width:g}"', 1)
    svg = re.sub(r"var\(--[\w-]+, ?([^)]+)\)", r"\1", svg)  # no page gives these their colours
    # a viewer with a dark theme would show dark ink through a clear ground
    svg = re.sub(
        r"(<svg[^>]*>)", r'\1<rect width="100%" height="100%" fill="white"/>', svg, count=1
    )
    png = vl_convert.svg_to_png(svg, scale=PIXELS)
    return base64.b64encode(png).decode(), round(width)
