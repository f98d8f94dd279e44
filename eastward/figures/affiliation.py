"""Two columns and the lines between them: who takes part in what, frame by frame.

Public names: :func:`by_frame`, :func:`panels`.

The left column holds the actors, the right one the events in order of time. An event to which no
line leads is drawn hollow. Actors stand near their events, so that few lines cross.
"""

from collections.abc import Iterable

import altair as alt
import pandas as pd

from eastward.figures import theme
from eastward.figures.charts import nothing

ROW = 21  # pixels of a row of the longer column
PANEL = 95  # pixels between the columns in print
SIDES = {"actor": ("right", -9), "event": ("left", 9)}


def by_frame(
    ties: pd.DataFrame, events: pd.DataFrame, labels: dict[str, str], title: str = "time"
) -> alt.LayerChart:
    """Actors and events with a choice among frames, for the web.

    Parameters
    ----------
    ties : DataFrame
        Columns frame, source (the actor), target (the event).
    events : DataFrame
        Columns frame, event, title: all events in order, those without a tie included.
    labels : dict
        Actor to label.
    title : str
        What a frame is, as the reader's control names it.
    """
    if events.empty:
        return nothing()
    frames = list(dict.fromkeys(events["frame"]))
    nodes = pd.concat([_nodes(ties, events, labels, frame) for frame in frames])
    chosen = max(frames, key=lambda frame: (events["frame"] == frame).sum())
    binding = alt.binding_select(options=frames, name=f"{title} ")
    choice = alt.param("frame", value=chosen, bind=binding)
    layers = [
        layer.transform_filter("datum.frame == frame") for layer in _layers(ties, nodes, labels)
    ]
    return (
        alt.layer(*layers).add_params(choice).properties(width="container", height=_height(nodes))
    )


def panels(
    ties: pd.DataFrame,
    events: pd.DataFrame,
    labels: dict[str, str],
    columns: Iterable[Iterable[str]],
) -> alt.HConcatChart | alt.LayerChart:
    """The same frames beside and below each other, for print.

    Parameters
    ----------
    ties, events, labels
        As for :func:`by_frame`.
    columns : iterable of iterable of str
        The frames of each column from top to bottom; frames without an event are left out.
    """
    known = set(events["frame"])
    kept = [[frame for frame in column if frame in known] for column in columns]
    if not known:
        return nothing()
    return alt.hconcat(
        *(
            alt.vconcat(*(_panel(ties, events, labels, frame) for frame in column), spacing=14)
            for column in kept
            if column
        ),
        spacing=6,
    )


def _panel(ties, events, labels, frame) -> alt.LayerChart:
    nodes = _nodes(ties, events, labels, frame)
    layers = _layers(ties[ties["frame"] == frame], nodes, labels)
    return alt.layer(*layers).properties(width=PANEL, height=_height(nodes), title=frame)


def _height(nodes: pd.DataFrame) -> int:
    return ROW * int(nodes.groupby(["frame", "side"]).size().max())


def _nodes(ties, events, labels, frame) -> pd.DataFrame:
    """Nodes of a frame: side, names, place (y from 0, the top, to 1), and if a line leads there."""
    listed = events[events["frame"] == frame]
    right, titles = list(listed["event"]), dict(zip(listed["event"], listed["title"], strict=True))
    here = ties[ties["frame"] == frame]
    middle = here["target"].map(right.index).groupby(here["source"]).mean()
    left = sorted(middle.index, key=lambda actor: (middle[actor], labels[actor]))
    reached = set(here["target"])
    rows = [
        (frame, side, node, name, title, x, (place + 0.5) / len(column), linked)
        for side, x, column in (("actor", 0, left), ("event", 1, right))
        for place, node in enumerate(column)
        for name, title, linked in [
            (labels[node], labels[node], True)
            if side == "actor"
            else (node, titles[node], node in reached)
        ]
    ]
    columns = ["frame", "side", "node", "name", "title", "x", "y", "linked"]
    return pd.DataFrame(rows, columns=columns)


def _layers(ties, nodes, labels) -> list[alt.Chart]:
    """Lines in the actor's colour and dash, nodes, names."""
    place = nodes.set_index(["frame", "side", "node"])["y"]
    drawn = ties.assign(
        y=[place[frame, "actor", node] for frame, node in ties[["frame", "source"]].to_numpy()],
        y2=[place[frame, "event", node] for frame, node in ties[["frame", "target"]].to_numpy()],
        x=0,
        x2=1,
        name=ties["source"].map(labels),
    )
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[1, 0], nice=False))
    lines = [
        alt.Chart(rows)
        .mark_rule(strokeWidth=1.8, strokeDash=theme.dash(actor), stroke=theme.colour(actor))
        .encode(x=x, y=y, x2="x2", y2="y2", tooltip=["name:N", "target:N"])
        for actor, rows in drawn.groupby("source")
    ]
    spots = alt.Chart(nodes.assign(colour=nodes["node"].map(theme.colour))).encode(x=x, y=y)
    filled = spots.transform_filter("datum.linked").mark_point(
        filled=True, size=80, opacity=1, stroke="white", strokeWidth=1
    )
    hollow = spots.transform_filter("!datum.linked").mark_point(
        size=60, opacity=1, fill="white", stroke=theme.GREY, strokeWidth=1.6, shape="square"
    )
    shape = alt.Shape(
        "side:N", scale=alt.Scale(domain=list(SIDES), range=["circle", "square"]), legend=None
    )
    names = [
        spots.transform_filter(alt.datum.side == side)
        .mark_text(align=align, dx=dx, fontSize=12, color=theme.INK)
        .encode(text="name:N")
        for side, (align, dx) in SIDES.items()
    ]
    filled = filled.encode(fill=alt.Fill("colour:N", scale=None), shape=shape)
    return [
        *lines,
        filled.encode(tooltip=["name:N", "title:N"]),
        hollow.encode(tooltip=["name:N", "title:N"]),
        *names,
    ]
