"""The argument map as an outline: each claim under the one that it bears on, with its verdict.

Public names: :func:`outline`, :func:`columns`.
"""

import altair as alt
import networkx as nx
import pandas as pd

from eastward.figures import theme
from eastward.panel import SIGNS, verdict

INDENT, ROW = 20, 36  # pixels: of a step down the tree, from one claim to the next
PRINT_ROW, PRINT_WIDTH = 26, 312  # the same on paper, and the width of a column
NARROW = 560  # pixels below which the verdict stands under the claim instead of at the edge
UNTESTED = "untested"
KEY = {  # relation to its name in the key, and its dash
    "supports": ("supports the claim above it", [1, 0]),
    "attacks": ("speaks against it", [4, 3]),
}
ALSO = {"supports": "for", "attacks": "against"}


def outline(
    graph: nx.DiGraph,
    place: dict[str, tuple[int, int]],
    verdicts: dict[str, str],
    links: dict[str, str],
) -> alt.LayerChart:
    """Draw the outline in one column, for the web.

    Parameters
    ----------
    graph : networkx.DiGraph
        As returned by ``networks.argument_map``. Lines lead to first parents; what else a claim
        bears on stands beside it in words, because lines to it would cross other claims.
    place : dict
        Claim to (depth, row), as returned by ``networks.outline``.
    verdicts : dict
        Claim to verdict; claims without one are *untested*.
    links : dict
        Claim to the address of its box.
    """
    nodes, lines = _nodes(graph, place, verdicts, links), _lines(graph, place)
    return _layers(nodes, lines, ROW).properties(width="container")


def columns(
    graph: nx.DiGraph, place: dict[str, tuple[int, int]], verdicts: dict[str, str]
) -> alt.HConcatChart:
    """The same in two columns, for print; arguments as for `outline`."""
    nodes, lines = _nodes(graph, place, verdicts, {}), _lines(graph, place)
    branches = nodes.loc[nodes["x"] <= 2, "y"]
    cut = int(branches.loc[(branches - len(nodes) / 2).abs().idxmin()])
    parts = []
    for first, last in ((0, cut - 1), (cut, len(nodes) - 1)):
        rows, down = (part[part["y"].between(first, last)].copy() for part in (nodes, lines))
        for part in (rows, down):
            part["y"] -= first
        down["y2"] = (down["y2"] - first).clip(lower=-0.6)  # it may begin in the column before
        if len(rows):
            parts.append(_layers(rows, down, PRINT_ROW).properties(width=PRINT_WIDTH))
    return alt.hconcat(*parts, spacing=8)


def _nodes(graph, place, verdicts, links) -> pd.DataFrame:
    """One row per claim: title, place, verdict with its sign, and what else it bears on."""
    rows = [
        (
            title,
            *place[claim],
            verdicts.get(claim, UNTESTED),
            _also(graph, claim),
            links.get(claim, ""),
        )
        for claim, title in graph.nodes(data="title")
    ]
    nodes = pd.DataFrame(rows, columns=["title", "x", "y", "verdict", "also", "link"])
    nodes = nodes.assign(mark=nodes["verdict"].map(SIGNS), word=nodes["verdict"].map(verdict))
    below = [" · ".join(filter(None, row)) for row in nodes[["word", "also"]].to_numpy()]
    return nodes.assign(below=below)


def _also(graph: nx.DiGraph, claim: str) -> str:
    """What a claim bears on beside the claim that it stands under."""
    _, *more = [*graph.out_edges(claim, data="relation")] or [None]
    said = [f"{ALSO[relation]} {graph.nodes[parent]['title']}" for _, parent, relation in more]
    return f"also {' and '.join(said)}" if said else ""


def _lines(graph, place) -> pd.DataFrame:
    """Lines of the tree, from each claim to its first parent."""
    rows = []
    for claim in graph:
        for _, parent, relation in [*graph.out_edges(claim, data="relation")][:1]:
            rows.append((*place[claim], *place[parent], KEY[relation][0]))
    return pd.DataFrame(rows, columns=["x", "y", "x2", "y2", "relation"])


def _layers(nodes: pd.DataFrame, lines: pd.DataFrame, row: int) -> alt.LayerChart:
    depth, rows = int(nodes["x"].max()), int(nodes["y"].max())
    across = alt.Scale(domain=[0, max(depth, 1)], range=[8, 8 + INDENT * max(depth, 1)], nice=False)
    x = alt.X("x:Q", axis=None, scale=across)
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[rows + 0.6, -0.6], nice=False))
    names, dashes = zip(*KEY.values(), strict=True)
    key = alt.Legend(title=None, orient="top", symbolStrokeColor=theme.GREY, labelLimit=300)
    dash = alt.StrokeDash("relation:N", scale=alt.Scale(domain=names, range=dashes), legend=key)
    base = alt.Chart(lines).encode(y=y)
    down = base.mark_rule(color="#9a9a9a", strokeWidth=1.5)
    down = down.encode(x=alt.X("x2:Q", axis=None, scale=across), y2="y2:Q")
    right = base.mark_rule(color="#6a6a6a", strokeWidth=2).encode(x=x, x2="x2:Q", strokeDash=dash)
    spots = alt.Chart(nodes).encode(x=x, y=y, href="link:N", tooltip=["title:N", "word:N"])
    ground = spots.mark_circle(size=300, opacity=1, color="white")
    marks = spots.mark_text(fontSize=14, fontWeight="bold", color=theme.INK).encode(text="mark:N")
    half = row / 4 - 1
    text = {"align": "left", "dx": 15, "fontSize": 12}
    wide, narrow = {"opacity": _if_narrow(0, 1)}, {"opacity": _if_narrow(1, 0)}
    titles = [
        spots.transform_filter(which).mark_text(**text, dy=dy, fontWeight="bold", color=theme.INK)
        for which, dy in (("datum.also", -half), ("!datum.also", _if_narrow(-half, 0)))
    ]
    quiet = alt.Chart(nodes).encode(x=x, y=y)
    second = {**text, "dy": half, "color": "#666666"}
    edge = quiet.encode(x=alt.value("width")).mark_text(align="right", fontSize=12, **wide)
    return alt.layer(
        down, right, ground, marks, *(one.encode(text="title:N") for one in titles),
        quiet.mark_text(**second, **wide).encode(text="also:N"),
        quiet.mark_text(**second, **narrow).encode(text="below:N"),
        edge.encode(text="word:N"),
    ).properties(height=row * (rows + 1))  # fmt: skip


def _if_narrow(narrow: float, wide: float) -> alt.ExprRef:
    return alt.ExprRef(f"width < {NARROW} ? {narrow} : {wide}")
