"""One figure as one MIME bundle: interactive for the web, vector for print, text for terminals.

Public names: :class:`Figure`.
"""

import base64
import html
import json
import re
import textwrap
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import altair as alt
import pandas as pd
import vl_convert

from eastward.figures import packing, palette, theme

MIME = "application/vnd.eastward.figure+json"
vl_convert.register_font_directory(str(theme.FONTS))
# Vega describes each mark alone; the figure has one description, which says more.
_LABELS = re.compile(r' (?:aria-[\w-]+|role)="[^"]*"')
TERMS = "Figure: CC BY 4.0. The data keep the terms of their publishers (the book's page on data)."
BASE = "https://vega.github.io/vega-datasets/"  # where vl-convert has every relative link begin
_DAY = re.compile(r"\d{4}-\d\d-\d\d").fullmatch
WIDTH = 640  # pixels of a still picture of a chart whose width is its container's
_BOX = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')


@dataclass(frozen=True)
class Figure:
    """A chart with everything that a reader of it may want.

    Attributes
    ----------
    name : str
        Label for cross-references, and the file name of downloads.
    title : str
        One sentence that says the finding.
    chart : altair chart
        For the web; its width may be ``"container"``.
    data : DataFrame
        What the figure shows; a network's edge list.
    alt : str
        What a reader who cannot see the figure needs to know.
    source : str
        Publisher, table and cut-off.
    subtitle : str, optional
        What is measured, in which unit and years; where it is left out, the measure that the
        chart names, with the years of the data.
    print_chart : altair chart, optional
        For paper, where the web's chart needs a hand on a slider.
    """

    name: str
    title: str
    chart: alt.TopLevelMixin
    data: pd.DataFrame
    alt: str
    source: str
    subtitle: str = ""
    print_chart: alt.TopLevelMixin | None = None

    def __post_init__(self):
        object.__setattr__(self, "title", self.title.replace("'", "\u2019"))
        if not self.subtitle:
            object.__setattr__(self, "subtitle", _measured(self.chart, self.data))

    def web_spec(self) -> dict:
        """Vega-Lite specification for the browser; its title stands in the page instead."""
        spec = _specification(self.chart)
        spec["usermeta"] = {
            "title": textwrap.wrap(self.title, 80),
            "source": [*textwrap.wrap(self.subtitle, 100), *textwrap.wrap(self.source, 100)],
        }
        return spec

    def print_spec(self) -> dict:
        """Vega-Lite specification for paper, title included."""
        spec = _unlinked(_fixed(_specification(self.print_chart or self.chart)))
        spec["title"] = {"text": textwrap.wrap(self.title, 78)}
        if self.subtitle:
            spec["title"]["subtitle"] = textwrap.wrap(self.subtitle, 96)
        return spec

    def svg(self) -> str:
        """Static picture for readers without JavaScript."""
        drawn = _drawn(self.print_chart or self.chart).replace(f'href="{BASE}', 'href="')
        return packing.slim(_scalable(_LABELS.sub("", drawn)))

    def room(self) -> tuple[int, int]:
        """Pixels that the interactive chart is high, and how many controls stand below it."""
        controls = sum("bind" in one for one in self.chart.to_dict().get("params", []))
        return round(float(_BOX.search(_drawn(self.chart))[1])), controls

    def pdf(self) -> bytes:
        """Vector picture for print."""
        return vl_convert.vegalite_to_pdf(self.print_spec())

    def csv(self) -> str:
        """The drawn data behind lines that say what they are, whose, and on which terms."""
        head = [self.title, self.subtitle, self.source, TERMS]
        rows = self.data.to_csv(index=False, lineterminator="\n")
        return "".join(f"# {line}\n" for line in head if line) + rows

    def html(self) -> str:
        """The figure for a page: title, chart, static picture, data and downloads."""
        spec = packing.packed(palette.themed_spec(self.web_spec()))
        spec = json.dumps(spec, separators=(",", ":"))
        spec, still = spec.replace("</", "<\\/"), palette.themed_svg(self.svg())
        height, controls = self.room()
        rows = quote(self.csv(), safe=",.:;()")
        label = html.escape(self.alt, quote=True)
        name = html.escape(self.name, quote=True)
        return (
            f'<div class="eastward-figure" data-name="{name}">'
            f'<p class="chart-title">{html.escape(self.title)}</p>{self._subtitle()}'
            f'<div class="chart" role="img" aria-label="{label}" '
            f'style="--drawn: {height}px; --controls: {controls}">{still}</div>'
            f'<script type="application/json" class="chart-spec">{spec}</script>'
            '<div class="chart-foot"><details class="chart-data"><summary>Data</summary></details>'
            f'<p class="downloads"><a class="csv" download="{name}.csv" '
            f'href="data:text/csv;charset=utf-8,{rows}">CSV</a></p></div></div>'
        )

    def _subtitle(self) -> str:
        said = html.escape(self.subtitle)
        return f'<p class="chart-subtitle">{said}</p>' if said else ""

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        kept = ("name", "title", "subtitle", "alt", "source")
        about = {key: getattr(self, key) for key in kept}
        return {
            "text/html": self.html(),
            "application/pdf": base64.b64encode(self.pdf()).decode(),
            MIME: json.dumps(about),
            "text/plain": f"{self.title}\n{self.alt}",
        }


def _measured(chart: alt.TopLevelMixin, data: pd.DataFrame) -> str:
    """What a chart says that it measures, with the years drawn; nothing where it does not say."""
    about = getattr(chart, "usermeta", None)
    measure = about.get("measure", "") if isinstance(about, dict) else ""
    if not measure:
        return ""
    years = data["year"] if "year" in data else pd.Series(dtype=int)
    span = f", {years.min():.0f}–{years.max():.0f}" if len(years) else ""
    return measure[0].upper() + measure[1:] + span


def _specification(chart: alt.TopLevelMixin) -> dict:
    spec = chart.to_dict()
    spec["config"] = theme.config()
    spec.setdefault("padding", 5)
    days = _days(spec)
    for rows in spec.get("datasets", {}).values():
        for row in rows:
            row |= {key: f"{row[key]}T00:00:00" for key in days & row.keys() if _DAY(str(row[key]))}
    return spec


def _days(spec: Any) -> set[str]:
    """Fields drawn over time.

    Vega reads a bare date as the midnight of Greenwich and writes it in the reader's time, which
    is the day before in America; with an hour of its own it is the same day everywhere.
    """
    if isinstance(spec, list):
        return set().union(*map(_days, spec))
    if not isinstance(spec, dict):
        return set()
    if spec.get("type") == "temporal" and "field" in spec:
        return {spec["field"]}
    found = set().union(*map(_days, [value for key, value in spec.items() if key != "datasets"]))
    ends = {spec[key]["field"] for key in ("x2", "y2") if "field" in spec.get(key, {})}
    return found | (ends if found else set())


def _drawn(chart: alt.TopLevelMixin) -> str:
    return vl_convert.vegalite_to_svg(_fixed(_specification(chart)))


def _fixed(spec: dict) -> dict:
    """The specification with a width that does not depend on a page, labels and all."""
    if spec.get("width") == "container":
        spec |= {"width": WIDTH, "autosize": {"type": "fit-x", "contains": "padding"}}
    return spec


def _unlinked(spec: Any) -> Any:
    """The same without links: on paper they would lead to another host's folder."""
    if isinstance(spec, list):
        return [_unlinked(item) for item in spec]
    if not isinstance(spec, dict):
        return spec
    return {key: _unlinked(value) for key, value in spec.items() if key != "href"}


def _scalable(svg: str) -> str:
    """Let the page's width, not the picture's, decide how large it is drawn."""
    return re.sub(
        r'<svg ([^>]*?)width="([\d.]+)" height="[\d.]+"', r'<svg \1width="100%"', svg, count=1
    )
