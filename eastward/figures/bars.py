"""Bars: counts by period, and values by category.

Public names: :func:`by_period`, :func:`across`.
"""

from itertools import pairwise

import altair as alt
import pandas as pd

from eastward.figures import theme
from eastward.figures.charts import (
    HEIGHT,
    LETTER,
    NARROW,
    PHONE_PLOT,
    STEP,
    nothing,
    padding,
    ticks,
)

LINE = 18  # pixels of a line of letters
WIDE = 560  # pixels of a plot in print, all bars together
ROW = 31  # pixels of a horizontal bar with its name above it


def by_period(
    data: pd.DataFrame,
    measure: str,
    kinds: dict[str, tuple[str, str]],
    x_title: str | None = None,
    stacked: bool = True,
) -> alt.LayerChart:
    """Bars over periods, one colour a kind.

    Parameters
    ----------
    data : DataFrame
        Columns period (a year, a decade, a half-year), kind, value.
    measure : str
        What is measured, with its unit; it becomes the figure's subtitle.
    x_title : str, optional
        Axis title, where periods are no years.
    kinds : dict
        Kind to its label and colour, in the order of the legend. Take colours that differ in
        lightness too.
    stacked : bool
        One bar a period, its kinds on top of each other; otherwise side by side.
    """
    data = data[data["kind"].isin(kinds)]
    if data.empty:
        return nothing()
    named = data.assign(
        label=data["kind"].map({kind: label for kind, (label, _) in kinds.items()}),
        order=data["kind"].map(list(kinds).index),
    )
    named["name"] = _inside(named)
    periods = _filled(sorted(named["period"].unique().tolist()))
    room = int(PHONE_PLOT // (LETTER * (1 + max(len(str(period)) for period in periods))))
    step = -(-len(periods) // room)  # so many labels fit on a phone
    labels = [label for label, _ in kinds.values()]
    base = alt.Chart(named).encode(
        x=alt.X(
            "period:O",
            title=x_title,
            axis=alt.Axis(values=periods[::step], labelAngle=0),
            scale=alt.Scale(domain=periods, paddingInner=0.15),
        ),
        y=alt.Y(
            "value:Q",
            title=None,
            stack="zero" if stacked else None,
            axis=alt.Axis(tickMinStep=1) if (named["value"] % 1 == 0).all() else alt.Axis(),
        ),
        color=alt.Color(
            "label:N",
            scale=alt.Scale(domain=labels, range=[colour for _, colour in kinds.values()]),
            legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=300),
        ),
        order="order:Q",
        tooltip=["period:O", alt.Tooltip("label:N", title="kind"),
                 alt.Tooltip("value:Q", format=",.4~g", title=measure)],
    )  # fmt: skip
    if not stacked:
        base = base.encode(xOffset=alt.XOffset("label:N", sort=labels))
    bars = base.mark_bar(stroke="white", strokeWidth=0.6)
    # A part without a name keeps its place in the stack; on a phone there is room for none.
    names = base.mark_text(
        fontSize=12, fontWeight=600, opacity=alt.ExprRef(f"width < {NARROW} ? 0 : 1")
    ).encode(
        y=alt.Y("value:Q", title=None, stack="zero", bandPosition=0.5),
        text="name:N",
        color=alt.value(theme.INK),
    )
    return alt.layer(bars, *([names] if stacked else [])).properties(
        width="container", height=HEIGHT, padding=padding(), usermeta={"measure": measure}
    )


def _inside(named: pd.DataFrame) -> pd.Series:
    """Names for the parts of stacked bars that have room for them, else nothing."""
    totals = named.groupby("period")["value"].sum()
    high = HEIGHT * named["value"] / totals.max() > LINE
    wide = LETTER * (named["label"].str.len() + 1) < WIDE / len(totals)
    return named["label"].where(high & wide, "")


def _filled(periods: list) -> list:
    """Whole years between the first and the last, so that a year without a bar keeps its place."""
    if all(hasattr(period, "__index__") for period in periods):
        steps = {later - earlier for earlier, later in pairwise(periods)}
        step = int(min(steps, default=1))
        return list(range(int(periods[0]), int(periods[-1]) + 1, step))
    return periods


def across(
    data: pd.DataFrame,
    x_title: str,
    kinds: dict[str, tuple[str, str]],
    marks: dict[str, float] | None = None,
    legend: bool = True,
) -> alt.LayerChart:
    """Horizontal bars, one a category, with its name above it and its value at its end.

    Parameters
    ----------
    data : DataFrame
        Columns name, kind, value, in the order from top to bottom.
    x_title : str
        Axis title with the unit.
    kinds : dict
        Kind to its label and colour.
    marks : dict, optional
        Label to place of vertical rules, such as thresholds.
    legend : bool
        Whether to explain the kinds; needless where each bar's name does.
    """
    data = data[data["kind"].isin(kinds)].dropna(subset=["value"])
    if data.empty:
        return nothing()
    named = data.assign(
        row=range(len(data)),
        label=data["kind"].map({kind: label for kind, (label, _) in kinds.items()}),
    )
    top = max(float(named["value"].max()), *(marks or {}).values(), 0.0)
    low = min(float(named["value"].min()), 0.0)
    scale = alt.Scale(domain=[low, top + 0.12 * (top - low)], nice=False)
    x = alt.X("value:Q", title=x_title, scale=scale, axis=alt.Axis(tickCount=ticks(5)))
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[len(named) - 0.4, -0.85], nice=False))
    base = alt.Chart(named).encode(x=x, y=y, tooltip=["name:N", "label:N", "value:Q"])
    colour = alt.Color(
        "label:N",
        scale=alt.Scale(
            domain=[label for label, _ in kinds.values()],
            range=[colour for _, colour in kinds.values()],
        ),
        legend=alt.Legend(title=None, orient="bottom", columns=2, labelLimit=300)
        if legend
        else None,
    )
    bars = base.mark_bar(size=10).encode(x2=alt.datum(0), color=colour)
    names = base.mark_text(align="left", baseline="bottom", dx=2, dy=-6, fontSize=12)
    values = base.mark_text(align="left", dx=5, fontSize=12, fontWeight="bold")
    layers = [
        bars,
        names.encode(x=alt.value(0), text="name:N"),
        values.encode(text=alt.Text("value:Q", format=",.3~g")),
    ]
    for row, (mark, place) in enumerate((marks or {}).items()):
        rule = alt.Chart(pd.DataFrame({"value": [place], "mark": [mark]})).encode(x=x)
        text = rule.mark_text(baseline="bottom", fontSize=12, color="#555555")
        layers += [
            rule.mark_rule(strokeDash=[3, 3], color=theme.GREY),
            text.encode(y=alt.value(-3 - STEP * row), text="mark:N"),
        ]
    return alt.layer(*layers).properties(
        width="container", height=ROW * len(named) + 10, padding=padding(len(marks or {}))
    )
