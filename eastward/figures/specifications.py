"""Specification curves: every other way to count a claim, in order of its result.

Public names: :func:`specification_curves`, :func:`specification_panels`.
"""

import textwrap

import altair as alt
import pandas as pd

from eastward.figures import theme
from eastward.figures.charts import HEIGHT, nothing


def specification_curves(curves: pd.DataFrame) -> alt.LayerChart:
    """Specification curves of several claims, one at a time, for the web.

    Parameters
    ----------
    curves : DataFrame
        Columns claim, place (order by statistic), statistic, outcome, specification (its choices
        in words), headline, supports and against (the thresholds).
    """
    if curves.empty:
        return nothing()
    names = list(dict.fromkeys(curves["claim"]))
    choice = alt.param(
        "claim", value=names[0], bind=alt.binding_select(options=names, name="claim ")
    )
    chart = _curve(curves).transform_filter("datum.claim == claim")
    return chart.add_params(choice).properties(width="container", height=HEIGHT)


def specification_panels(curves: pd.DataFrame) -> alt.ConcatChart:
    """The same curves side by side, for print."""
    if curves.empty:
        return nothing()
    panels = [
        _curve(curves[curves["claim"] == name]).properties(
            width=165, height=95, title=alt.Title(textwrap.wrap(name, 24), fontSize=12)
        )
        for name in dict.fromkeys(curves["claim"])
    ]
    return alt.concat(*panels, columns=3, spacing=14)


def _curve(curves: pd.DataFrame) -> alt.LayerChart:
    known = list(theme.OUTCOMES)
    colours = alt.Scale(domain=known, range=[theme.OUTCOMES[name][0] for name in known])
    shapes = alt.Scale(domain=known, range=[theme.OUTCOMES[name][1] for name in known])
    legend = alt.Legend(orient="top", title="the specification")
    base = alt.Chart(curves)
    y = alt.Y("statistic:Q", title="result, unit of the test")
    points = base.mark_point(filled=True, size=55, opacity=0.95).encode(
        x=alt.X("place:Q", title="specifications in order", axis=alt.Axis(format="d")),
        y=y,
        color=alt.Color("outcome:N", scale=colours, legend=legend),
        shape=alt.Shape("outcome:N", scale=shapes, legend=legend),
        tooltip=["specification:N", alt.Tooltip("statistic:Q", format=",.2f"), "outcome:N"],
    )
    levels = base.transform_fold(["headline", "supports", "against"], as_=["level", "height"])
    levels = levels.transform_aggregate(height="mean(height)", groupby=["claim", "level"])
    dashes = alt.Scale(domain=["headline", "supports", "against"], range=[[1, 0], [6, 3], [2, 3]])
    rule = levels.mark_rule(color=theme.GREY).encode(
        y="height:Q",
        strokeDash=alt.StrokeDash(
            "level:N",
            scale=dashes,
            legend=alt.Legend(orient="bottom", title="line", symbolStrokeColor=theme.GREY),
        ),
    )
    return alt.layer(rule, points)
