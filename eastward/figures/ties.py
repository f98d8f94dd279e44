"""Networks whose lines are of several kinds and change from frame to frame.

Public names: :func:`by_frame`, :func:`panels`, :class:`Kind`.

A frame is a year, an era, or a time before and after an event. A node without a line in a frame is
drawn hollow. Where lines have a direction, a bead stands at their receiving end: unlike an
arrowhead it needs no angle, which a chart that fits its page cannot know.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from eastward.figures import theme

HEIGHT = 470
PANEL = 300  # pixels, side of a panel in print
GAP = 0.045  # between lines of two kinds that join the same two nodes, units of the layout
BEAD = 0.8  # where on a directed line its bead stands, from source (0) to target (1)
REACH = 1.25  # the layout's units from the middle to the edge of the picture
BESIDE = {  # where a label stands: its alignment, and its way from the node in pixels
    "below": ("center", 0, 20),
    "above": ("center", 0, -18),
    "left": ("right", -13, 0),
    "right": ("left", 13, 0),
}


class Kind(NamedTuple):
    """How lines of one kind are drawn."""

    label: str
    colour: str
    dash: tuple[int, ...] = (1, 0)


def by_frame(
    edges: pd.DataFrame,
    place: dict[str, tuple[float, float]],
    labels: dict[str, str],
    kinds: dict[str, Kind],
    **options: Any,
) -> alt.LayerChart:
    """A network with a slider for years, or a choice among other frames, for the web.

    Parameters
    ----------
    edges : DataFrame
        Columns frame, source, target, kind; optionally weight.
    place : dict
        Node to (x, y) from -1 to 1; every node is drawn in every frame.
    labels : dict
        Node to label.
    kinds : dict
        Kind of line to how it is drawn, in the order of the legend.
    **options
        title : str
            What a frame is, as the reader's control names it; *year* unless told.
        frames : iterable
            All frames, in order, those without a line included; those of the edges unless told.
        directed : bool
            Whether a bead marks the target.
        weight : str
            What the width of a line means, with its unit; without it all lines are equally wide.
        beside : dict
            Node to where its label stands: *above*, *left*, *right*, or *below*, as unless told.
        height : int
            Pixels.
    """
    frames = list(options.get("frames", sorted(edges["frame"].unique())))
    title = options.get("title", "year")
    numbers = all(isinstance(frame, int) or hasattr(frame, "__index__") for frame in frames)
    if numbers and frames == list(range(frames[0], frames[-1] + 1)):
        control = alt.binding_range(min=frames[0], max=frames[-1], step=1, name=f"{title} ")
    else:
        control = alt.binding_select(options=frames, name=f"{title} ")
    choice = alt.param("frame", value=frames[-1], bind=control)
    layers = [
        layer.transform_filter("datum.frame == frame")
        for layer in _layers(edges, place, labels, kinds, frames, options)
    ]
    height = options.get("height", HEIGHT)
    return alt.layer(*layers).add_params(choice).properties(width="container", height=height)


def panels(
    edges: pd.DataFrame,
    place: dict[str, tuple[float, float]],
    labels: dict[str, str],
    kinds: dict[str, Kind],
    frames: Iterable[Any],
    **options: Any,
) -> alt.ConcatChart:
    """The same network in a few frames side by side, for print; arguments as for `by_frame`."""
    height = options.get("height", HEIGHT) * PANEL // HEIGHT
    charts = [
        alt.layer(
            *_layers(edges[edges["frame"] == frame], place, labels, kinds, [frame], options, edges)
        ).properties(width=PANEL, height=height, title=str(frame))
        for frame in frames
    ]
    return alt.concat(*charts, columns=2, spacing=10)


def _layers(edges, place, labels, kinds, frames, options, every=None):
    """Lines, beads, nodes and labels; `every` holds the edges that set the scales."""
    axis = {"axis": None, "scale": alt.Scale(domain=[-REACH, REACH], nice=False)}
    x, y = alt.X("x:Q", **axis), alt.Y("y:Q", **axis)
    drawn = _drawn(edges, place, labels, kinds)
    stroke, dash = _scales(kinds)
    tooltip = ["pair:N", alt.Tooltip("label:N", title="line")]
    width = alt.value(2)
    if "weight" in options:
        every = edges if every is None else every
        top = float(every["weight"].max()) if len(every) else 1.0
        width = alt.StrokeWidth(
            "weight:Q",
            scale=alt.Scale(domain=[0, top], range=[1, 8]),
            legend=alt.Legend(title=f"width: {options['weight']}", orient="bottom", tickCount=3),
        )
        tooltip.append(alt.Tooltip("weight:Q", format=",.4~g", title=options["weight"]))
    base = alt.Chart(drawn)
    lines = base.mark_rule(strokeCap="butt").encode(
        x=x,
        y=y,
        x2="x2:Q",
        y2="y2:Q",
        stroke=stroke,
        strokeDash=dash,
        strokeWidth=width,
        tooltip=tooltip,
    )
    layers = [lines]
    if options.get("directed"):
        beads = base.mark_circle(size=75, opacity=1, stroke="white", strokeWidth=0.8)
        across, up = alt.X("bead_x:Q", **axis), alt.Y("bead_y:Q", **axis)
        fill = alt.Fill("colour:N", scale=None)
        layers.append(beads.encode(x=across, y=up, fill=fill, tooltip=tooltip))
    return layers + _spots(_nodes(edges, place, labels, frames), options.get("beside", {}), x, y)


def _scales(kinds: dict[str, Kind]) -> tuple[alt.Stroke, alt.StrokeDash]:
    """Colour and dash of the lines, which share one legend."""
    names = [kind.label for kind in kinds.values()]
    legend = alt.Legend(title=None, orient="bottom", columns=1, symbolType="stroke", labelLimit=330)
    return (
        alt.Stroke(
            "label:N",
            scale=alt.Scale(domain=names, range=[kind.colour for kind in kinds.values()]),
            legend=legend,
        ),
        alt.StrokeDash(
            "label:N",
            scale=alt.Scale(domain=names, range=[list(kind.dash) for kind in kinds.values()]),
            legend=legend,
        ),
    )


def _drawn(edges, place, labels, kinds) -> pd.DataFrame:
    """Edges with the ends of their lines; lines that join the same two nodes stand side by side."""
    pair = [" – ".join(sorted(ends)) for ends in zip(edges["source"], edges["target"], strict=True)]
    together = edges.assign(key=pair).groupby(["frame", "key"])["kind"]
    shift = GAP * (together.cumcount() - (together.transform("size") - 1) / 2)
    ends = {
        name: edges[end].map(lambda node, axis=axis: place[node][axis]).astype(float)
        for name, end, axis in (
            ("x", "source", 0), ("y", "source", 1), ("x2", "target", 0), ("y2", "target", 1),
        )
    }  # fmt: skip
    across, up = ends["x2"] - ends["x"], ends["y2"] - ends["y"]
    # the same side whichever way a line runs
    turn = pd.Series(
        [1 if a < b else -1 for a, b in zip(edges["source"], edges["target"], strict=True)],
        index=edges.index, dtype=float,
    )  # fmt: skip
    length = (across**2 + up**2) ** 0.5
    aside_x, aside_y = -up / length * shift * turn, across / length * shift * turn
    return edges.assign(
        x=ends["x"] + aside_x,
        y=ends["y"] + aside_y,
        x2=ends["x2"] + aside_x,
        y2=ends["y2"] + aside_y,
        bead_x=ends["x"] + aside_x + BEAD * across,
        bead_y=ends["y"] + aside_y + BEAD * up,
        label=edges["kind"].map({name: kind.label for name, kind in kinds.items()}),
        colour=edges["kind"].map({name: kind.colour for name, kind in kinds.items()}),
        pair=edges["source"].map(labels) + " – " + edges["target"].map(labels),
    )


def _nodes(edges, place, labels, frames) -> pd.DataFrame:
    """One row per frame and node, and whether a line reaches it there."""
    reached = {
        (frame, node)
        for end in ("source", "target")
        for frame, node in zip(edges["frame"], edges[end], strict=True)
    }
    rows = [
        (frame, node, labels[node], *place[node], (frame, node) in reached)
        for frame in frames
        for node in place
    ]
    return pd.DataFrame(rows, columns=["frame", "node", "name", "x", "y", "linked"])


def _spots(nodes: pd.DataFrame, beside: dict[str, str], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Nodes, hollow where no line reaches them, and their labels."""
    spots = alt.Chart(nodes.assign(colour=nodes["node"].map(theme.colour))).encode(
        x=x, y=y, tooltip=alt.Tooltip("name:N", title="node")
    )
    layers = [
        spots.transform_filter("datum.linked")
        .mark_circle(size=190, opacity=1, stroke="white", strokeWidth=1.5)
        .encode(fill=alt.Fill("colour:N", scale=None)),
        spots.transform_filter("!datum.linked")
        .mark_point(size=130, opacity=1, strokeWidth=2, fill="white")
        .encode(stroke=alt.Stroke("colour:N", scale=None)),
    ]
    for side, (align, dx, dy) in BESIDE.items():
        here = [node for node in nodes["node"].unique() if beside.get(node, "below") == side]
        if not here:
            continue
        names = alt.Chart(nodes[nodes["node"].isin(here)]).encode(x=x, y=y, text="name:N")
        text = {"align": align, "dx": dx, "dy": dy, "fontSize": 12, "fontWeight": "bold"}
        layers += [
            names.mark_text(**text, stroke="white", strokeWidth=4),
            names.mark_text(**text, color=theme.INK),
        ]
    return layers
