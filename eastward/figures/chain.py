"""A chain of dated events, drawn downwards with the events' names beside it.

Public names: :func:`chain`, :func:`table`.
"""

import textwrap
from typing import NamedTuple

import altair as alt
import networkx as nx
import pandas as pd

from eastward import corroboration
from eastward.figures import theme
from eastward.figures.charts import nothing

COLUMN = 22  # pixels between the columns of nodes
TOP = 14  # pixels above the first row
LINE = 14  # height of a line of text, pixels
GAP = 14  # pixels between the texts of two events
PHONE, PAPER = 34, 76  # letters to a line of text
WIDTH = 350  # the plot of a phone, pixels

# how Iran and Russia stand to each other: colour and shape of the node
STANCES = {
    "together": (theme.INK, "circle"),
    "apart": ("#6b6b6b", "diamond"),
    "Russia alone": (theme.colour("RUS"), "square"),
    "neither": (theme.GREY, "triangle-down"),
}


class Line(NamedTuple):
    """How a link of one relation is drawn."""

    label: str
    colour: str
    dash: tuple[int, ...]
    width: float


RELATIONS = {
    "series": Line("same series", theme.INK, (1, 0), 2),
    "prepares": Line("prepares", "#6b6b6b", (8, 3), 2.5),
    "ends": Line("is ended by", "#6b6b6b", (3, 2), 4),
    "follows": Line("only precedes", "#9a9a9a", (2, 3), 1.6),
}


def chain(
    graph: nx.DiGraph,
    place: dict[str, tuple[int, int]],
    stance: dict[str, str],
    letters: int = PHONE,
) -> alt.LayerChart:
    """Events from top to bottom in the order of time, joined by their links.

    Parameters
    ----------
    graph : networkx.DiGraph
        Node attributes date, end_date, precision, title, corroboration; edge attributes
        relation, basis.
    place : dict
        Event to (column, row), as returned by ``networks.strands``.
    stance : dict
        Event to one of :data:`STANCES`.
    letters : int
        Letters to a line of text; a line of :data:`PHONE` letters fits a phone.
    """
    if not graph:
        return nothing()
    nodes = _nodes(graph, place, stance, letters)
    spot = nodes.set_index("event")
    height = int(nodes["y"].iloc[-1] + LINE * (nodes["lines"].iloc[-1] + 1))
    edges = table(graph)
    for end, suffix in (("source", ""), ("target", "2")):
        for axis in "xy":
            edges[axis + suffix] = edges[end].map(spot[axis])
    edges["line"] = edges["relation"].map({name: line.label for name, line in RELATIONS.items()})
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], range=[0, WIDTH], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    text = max(column for column, _ in place.values()) * COLUMN + 28
    tooltip = ["from:N", "to:N", "line:N", "basis:N"]
    lines = alt.Chart(edges).mark_rule()
    lines = lines.encode(x=x, y=y, x2="x2:Q", y2="y2:Q", **_strokes(), tooltip=tooltip)
    names = alt.Chart(nodes).encode(y=y, x=alt.value(text), tooltip=["when:N", "title:N"])
    bold = {"align": "left", "fontSize": 12, "dy": 1, "fontWeight": "bold"}
    when = names.mark_text(**bold).encode(text="when:N")
    title = names.mark_text(align="left", fontSize=12, dy=1 + LINE, lineBreak="\n", lineHeight=LINE)
    layers = [lines, *_spots(nodes, x, y), when, title.encode(text="label:N")]
    return alt.layer(*layers).properties(width="container", height=height)


def table(graph: nx.DiGraph) -> pd.DataFrame:
    """The edge list: source, target, from and to (in words, with dates), relation, basis."""
    rows = [
        (source, target, *(_named(graph.nodes[end]) for end in (source, target)), *link.values())
        for source, target, link in graph.edges(data=True)
    ]
    return pd.DataFrame(rows, columns=["source", "target", "from", "to", "relation", "basis"])


def _nodes(graph, place, stance, letters) -> pd.DataFrame:
    """One row per event from top to bottom: its place in pixels, its date and wrapped title."""
    rows, y = [], float(TOP)
    for event in sorted(place, key=lambda event: place[event][1]):
        one = graph.nodes[event]
        label = textwrap.wrap(one["title"], letters, break_on_hyphens=False)
        sure = corroboration.WORDS[one["corroboration"]]
        rows.append((event, 12 + COLUMN * place[event][0], y, _when(one), "\n".join(label),
                     len(label), one["title"], stance[event], sure))  # fmt: skip
        y += LINE * (1 + len(label)) + GAP
    columns = ["event", "x", "y", "when", "label", "lines", "title", "stance", "sure"]
    return pd.DataFrame(rows, columns=columns)


def _when(event: dict) -> str:
    """Date in words, as exactly as it is known."""
    first, last = event["date"], event["end_date"]
    if event["precision"] == "month":
        return f"{first:%B %Y}"
    if first == last:
        return f"{first.day} {first:%B %Y}"
    shown = f"{first.day}" if first.month == last.month else f"{first.day} {first:%B}"
    return f"{shown} to {last.day} {last:%B %Y}"


def _named(event: dict) -> str:
    return f"{_when(event)}: {event['title']}"


def _strokes() -> dict:
    """Colour, dash and width of the lines, in one legend."""
    legend = alt.Legend(title="downwards", orient="bottom", columns=1, symbolType="stroke")
    names, colours, dashes, widths = zip(*RELATIONS.values(), strict=True)
    channels = {
        "stroke": (alt.Stroke, colours),
        "strokeDash": (alt.StrokeDash, dashes),
        "strokeWidth": (alt.StrokeWidth, widths),
    }
    return {
        name: channel("line:N", scale=alt.Scale(domain=names, range=looks), legend=legend)
        for name, (channel, looks) in channels.items()
    }


def _spots(nodes: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Nodes by stance; hollow where the event is not corroborated."""
    names = [name for name in STANCES if name in set(nodes["stance"])]
    legend = alt.Legend(title="Iran and Russia", orient="bottom", columns=1)
    scales = [alt.Scale(domain=names, range=[STANCES[n][part] for n in names]) for part in (0, 1)]
    base = alt.Chart(nodes).encode(
        x=x, y=y, shape=alt.Shape("stance:N", scale=scales[1], legend=legend),
        tooltip=["when:N", "title:N", "stance:N", "sure:N"],
    )  # fmt: skip
    colour = alt.Color("stance:N", scale=scales[0], legend=legend)
    full = base.transform_filter("datum.sure == 'corroborated'")
    hollow = base.transform_filter("datum.sure != 'corroborated'")
    return [
        full.mark_point(filled=True, size=170, opacity=1).encode(color=colour),
        hollow.mark_point(filled=True, size=170, opacity=1, color="white"),
        hollow.mark_point(size=130, opacity=1, strokeWidth=2).encode(color=colour),
    ]
