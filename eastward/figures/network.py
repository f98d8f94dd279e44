"""Network diagrams: labelled nodes, a legend for size, width and colour, a slider for years.

Public names: :func:`by_year`, :func:`small_multiples`.
"""

import altair as alt
import pandas as pd

from eastward.figures import theme

HEIGHT = 470


def by_year(
    edges: pd.DataFrame, place: dict[str, tuple[float, float]], labels: dict[str, str], centre: str
) -> alt.LayerChart:
    """A network with a year slider, for the web.

    Parameters
    ----------
    edges : DataFrame
        year, source, target, weight (million US$).
    place : dict
        Node to (x, y) from -1 to 1.
    labels : dict
        Node to label.
    centre : str
        Node whose edges take the colour of their other end; all other edges are pale.
    """
    first, last = int(edges["year"].min()), int(edges["year"].max())
    slider = alt.binding_range(min=first, max=last, step=1, name="year ")
    year = alt.param(name="year", value=last, bind=slider)
    chart = _network(edges, place, labels, centre, filtered=True)
    return chart.add_params(year).properties(width="container", height=HEIGHT)


def small_multiples(
    edges: pd.DataFrame,
    place: dict[str, tuple[float, float]],
    labels: dict[str, str],
    centre: str,
    years: list[int],
) -> alt.ConcatChart:
    """The same network in a few years side by side, for print; arguments as for `by_year`."""
    panels = [
        _network(edges[edges["year"] == year], place, labels, centre, top=edges).properties(
            width=300, height=300, title=str(year)
        )
        for year in years
    ]
    return alt.concat(*panels, columns=2, spacing=10)


def _network(edges, place, labels, centre, filtered=False, top=None):
    """Layers of one network: other edges, the centre's edges, nodes, labels."""
    top = edges if top is None else top
    drawn = edges.assign(
        **{
            name: edges[end].map(lambda node, axis=axis: place[node][axis])
            for name, end, axis in (
                ("x", "source", 0),
                ("y", "source", 1),
                ("x2", "target", 0),
                ("y2", "target", 1),
            )
        },
        pair=edges["source"].map(labels) + " – " + edges["target"].map(labels),
        other=[
            (set(ends) - {centre}).pop() if centre in ends else "none"
            for ends in zip(edges["source"], edges["target"], strict=True)
        ],
    )
    nodes = _nodes(edges, place, labels)
    own = top[(top["source"] == centre) | (top["target"] == centre)]["weight"]
    widest = float(own.max() if len(own) else top["weight"].max())
    axis = {"axis": None, "scale": alt.Scale(domain=[-1.25, 1.25], nice=False)}
    width = alt.StrokeWidth(
        "weight:Q",
        # the centre's lines set the scale, or the largest powers' would leave them hairs
        scale=alt.Scale(type="sqrt", domain=[0, widest], range=[0.5, 9], clamp=True),
        legend=alt.Legend(
            title="line: million US$; wider ones are cut",
            titleLimit=300,
            orient="bottom",
            direction="horizontal",
            values=[value for value in (1_000, 10_000, 30_000) if value <= widest],
            format=",d",
        ),
    )
    colours, _ = theme.scales(list(place))
    line = (
        alt.Chart(drawn)
        .mark_rule(strokeCap="round")
        .encode(
            x=alt.X("x:Q", **axis),
            y=alt.Y("y:Q", **axis),
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=width,
            tooltip=["pair:N", alt.Tooltip("weight:Q", format=",.0f", title="million US$")],
        )
    )
    pale = line.transform_filter(alt.datum.other == "none").encode(color=alt.value("#e4e4e4"))
    strong = line.transform_filter(alt.datum.other != "none").encode(
        color=alt.Color("other:N", scale=colours, legend=None)
    )
    spots = alt.Chart(nodes).encode(x=alt.X("x:Q", **axis), y=alt.Y("y:Q", **axis))
    circles = spots.mark_circle(stroke="white", strokeWidth=1.5, opacity=1).encode(
        size=alt.Size(
            "strength:Q",
            scale=alt.Scale(type="sqrt", domain=[0, _strongest(top)], range=[60, 700]),
            legend=alt.Legend(
                title="node: sum of its lines",
                orient="top",
                direction="horizontal",
                values=[10_000, 1_000_000],
                format=",d",
                symbolFillColor=theme.GREY,
            ),
        ),
        color=alt.Color("node:N", scale=colours, legend=None),
        tooltip=["label:N", alt.Tooltip("strength:Q", format=",.0f", title="million US$")],
    )
    halo = spots.mark_text(dy=20, fontSize=12, fontWeight="bold", stroke="white", strokeWidth=4)
    names = spots.mark_text(dy=20, fontSize=12, fontWeight="bold", color=theme.INK)
    layers = [pale, strong, circles, halo.encode(text="label:N"), names.encode(text="label:N")]
    if filtered:
        layers = [layer.transform_filter("datum.year == year") for layer in layers]
    return alt.layer(*layers)


def _nodes(edges, place, labels):
    """One row per year and node: its position, label and the trade of its drawn edges."""
    ends = pd.concat(
        [
            edges[["year", end, "weight"]].rename(columns={end: "node"})
            for end in ("source", "target")
        ]
    )
    strength = ends.groupby(["year", "node"])["weight"].sum()
    index = pd.MultiIndex.from_product([sorted(edges["year"].unique()), list(place)])
    nodes = strength.reindex(index, fill_value=0.0).rename_axis(["year", "node"])
    nodes = nodes.rename("strength").reset_index()
    return nodes.assign(
        label=nodes["node"].map(labels),
        x=nodes["node"].map(lambda node: place[node][0]),
        y=nodes["node"].map(lambda node: place[node][1]),
    )


def _strongest(edges: pd.DataFrame) -> float:
    ends = pd.concat([edges.groupby(["year", end])["weight"].sum() for end in ("source", "target")])
    return float(ends.groupby(level=[0, 1]).sum().max())
