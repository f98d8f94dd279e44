"""Matrices: which row has what in which column, a sign in every cell.

Public names: :func:`matrix`.
"""

import altair as alt
import pandas as pd

from eastward.figures import theme
from eastward.figures.charts import nothing
from eastward.figures.lanes import Kind, signs

ROW = 25  # pixels
HEAD = 13  # pixels of a line of a column's name


def matrix(
    cells: pd.DataFrame,
    rows: dict[str, str],
    columns: dict[str, list[str]],
    kinds: dict[str, Kind],
    strong: str = "",
) -> alt.LayerChart:
    """A matrix of signs, legible without colour.

    Parameters
    ----------
    cells : DataFrame
        Columns row, column, kind; cells without a row stay empty.
    rows : dict
        Row to its name, from top to bottom.
    columns : dict
        Column to the lines of its name, from left to right.
    kinds : dict
        Kind to how its sign is drawn, in the order of the legend.
    strong : str
        A row that is set off by a band.
    """
    cells = cells[cells["row"].isin(rows) & cells["column"].isin(columns)]
    if cells.empty:
        return nothing()
    named = cells.assign(
        name=cells["row"].map(rows), head=cells["column"].map(columns).map("|".join)
    )
    heads = ["|".join(lines) for lines in columns.values()]
    x = alt.X(
        "head:N",
        sort=heads,
        title=None,
        scale=alt.Scale(domain=heads),
        axis=alt.Axis(
            orient="top",
            labelAngle=0,
            labelExpr="split(datum.label, '|')",
            labelLineHeight=HEAD,
            labelPadding=6 + HEAD * (max(map(len, columns.values())) - 1),
            labelFontSize=11,
            labelOverlap=False,
            ticks=False,
            domain=False,
        ),
    )
    y = alt.Y(
        "name:N",
        sort=list(rows.values()),
        title=None,
        scale=alt.Scale(domain=list(rows.values())),
        axis=alt.Axis(ticks=False, domain=False, grid=True, labelPadding=6),
    )
    legend = alt.Legend(title=None, orient="bottom", columns=1, labelLimit=330)
    colour, shape = signs(kinds, legend)
    marks = alt.Chart(named).mark_point(filled=True, size=110, opacity=1)
    marks = marks.encode(
        x=x,
        y=y,
        color=colour,
        shape=shape,
        tooltip=["name:N", alt.Tooltip("column:N"), "kind:N"],
    )
    band = alt.Chart(pd.DataFrame({"name": [rows[strong]] if strong in rows else []}))
    band = band.mark_bar(color=theme.GREY, opacity=0.18).encode(y=y)
    layers = [band, marks] if strong in rows else [marks]
    return alt.layer(*layers).properties(width="container", height=ROW * len(rows))
