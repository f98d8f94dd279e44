"""Time lanes: spans and points in rows, for treaties, spells and dated events.

Public names: :func:`lanes`, :func:`signs`, :class:`Kind`.
"""

from typing import NamedTuple

import altair as alt
import pandas as pd

from eastward.figures.charts import nothing, padding, rules, ticks

ROW = 40  # pixels of a lane; its name stands above it, so that the plot has a phone's full width
LONG = 22  # letters of a kind's name from which a phone has no room for two beside each other
FEW_YEARS = 6 * 366  # days; over less, the axis names months
FEW_WEEKS = 60  # days; over less, it names days


class Kind(NamedTuple):
    """How marks of one kind are drawn: spans by colour and dash, points by colour and shape."""

    colour: str
    shape: str = "circle"
    dash: tuple[int, ...] = (1, 0)


def signs(kinds: dict[str, Kind], legend: alt.Legend) -> tuple[alt.Color, alt.Shape]:
    """Colour and shape of the column ``kind``, which share one legend."""
    names = list(kinds)
    colours = alt.Scale(domain=names, range=[kind.colour for kind in kinds.values()])
    shapes = alt.Scale(domain=names, range=[kind.shape for kind in kinds.values()])
    return (
        alt.Color("kind:N", scale=colours, legend=legend),
        alt.Shape("kind:N", scale=shapes, legend=legend),
    )


def lanes(
    data: pd.DataFrame,
    rows: dict[str, str],
    kinds: dict[str, Kind],
    marks: dict[str, float | str],
    x_title: str | None = None,
) -> alt.LayerChart:
    """Spans and points over time, a lane for each row.

    Parameters
    ----------
    data : DataFrame
        Columns row, start, kind, title; optionally end (a mark without one, or whose end is its
        start, is a point). Times are all years (numbers) or all dates (ISO).
    rows : dict
        Row to its name, from top to bottom; empty lanes stay.
    kinds : dict
        Kind to how it is drawn, in the order of the legend.
    marks : dict
        Label to place of the vertical rules (shock, cut-off).
    x_title : str, optional
        Title of the time axis, where its labels do not tell.
    """
    data = data[data["row"].isin(rows)]
    if data.empty:
        return nothing()
    years = pd.api.types.is_numeric_dtype(data["start"])
    data = data.assign(end=data.get("end", data["start"])).assign(
        end=lambda frame: frame["end"].fillna(frame["start"]),
        lane=[list(rows).index(row) for row in data["row"]],
    )
    if not years:
        data = data.assign(**{side: data[side].astype(str) for side in ("start", "end")})
    kind = "Q" if years else "T"
    form, count = {"format": "d"}, ticks(6)
    if not years:
        days = pd.to_datetime(data["end"]).max() - pd.to_datetime(data["start"]).min()
        wide = days.days > FEW_YEARS
        form, count = ({"format": "%Y"}, ticks(6)) if wide else ({"format": "%b %Y"}, ticks(4, 90))
        form = {"format": "%-d %b"} if days.days < FEW_WEEKS else form
    x = alt.X(
        f"start:{kind}",
        title=x_title,
        scale=alt.Scale(zero=False, nice=False) if years else alt.Scale(nice=False),
        axis=alt.Axis(**form, tickCount=count, grid=False),
    )
    y = alt.Y("lane:Q", axis=None, scale=alt.Scale(domain=[len(rows) - 0.4, -0.75], nice=False))
    names = list(kinds)
    columns = 2 if max(map(len, names)) < LONG else 1
    legend = alt.Legend(title=None, orient="bottom", columns=columns, labelLimit=300)
    colour, shape = signs(kinds, legend)
    dash = alt.StrokeDash(
        "kind:N",
        scale=alt.Scale(domain=names, range=[list(kind.dash) for kind in kinds.values()]),
        legend=None,
    )
    when = [alt.Tooltip(f"{side}:{kind}", title=title, **form if years else {"format": "%-d %B %Y"})
            for side, title in (("start", "from"), ("end", "to"))]  # fmt: skip
    tooltip = ["title:N", "kind:N", *when]
    long = data[data["start"] != data["end"]]
    short = data[data["start"] == data["end"]]
    base = alt.Chart(pd.DataFrame({"lane": range(len(rows)), "name": list(rows.values())}))
    lines = base.mark_rule(color="#e6e6e6").encode(y=y)
    titles = base.mark_text(
        align="left", baseline="bottom", dx=2, dy=-9, fontSize=12, fontWeight="bold"
    )
    titles = titles.encode(x=alt.value(0), y=y, text="name:N")
    spans = alt.Chart(long).mark_rule(strokeWidth=9, opacity=0.95)
    spans = spans.encode(x=x, x2="end", y=y, color=colour, strokeDash=dash, tooltip=tooltip)
    points = alt.Chart(short).mark_point(
        filled=True, size=95, opacity=1, stroke="white", strokeWidth=0.8
    )
    points = points.encode(x=x, y=y, color=colour, shape=shape, tooltip=tooltip)
    layers = [lines, *rules(marks, "start", kind), titles]
    layers += [layer for layer, part in ((spans, long), (points, short)) if len(part)]
    return alt.layer(*layers).properties(
        width="container", height=ROW * len(rows) + 10, padding=padding(len(marks))
    )
