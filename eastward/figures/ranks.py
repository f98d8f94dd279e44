"""Placebo distributions: one statistic for all units, with a few of them named.

Public names: :func:`placebo`, :func:`binned`.
"""

import altair as alt
import numpy as np
import pandas as pd

from eastward.figures import theme
from eastward.figures.charts import nothing, ticks

HEIGHT = 240
BINS = 40
STEP = 17  # pixels between the names of the marked units


def binned(values: pd.Series, bins: int = BINS) -> pd.DataFrame:
    """How many units lie in each of equally wide bins.

    Returns
    -------
    DataFrame
        low, high (edges of the bin), units.
    """
    counts, edges = np.histogram(values.dropna().to_numpy(dtype=float), bins=bins)
    return pd.DataFrame({"low": edges[:-1], "high": edges[1:], "units": counts})


def placebo(
    values: pd.Series,
    marked: dict[str, str],
    x_title: str,
    y_title: str,
    like: dict[str, str] | None = None,
) -> alt.LayerChart:
    """Histogram of a statistic over all units, with named rules for those of interest.

    Parameters
    ----------
    values : Series
        The statistic by unit; missing values are left out.
    marked : dict
        Unit to label; units without a value are passed over.
    x_title : str
        The statistic, with its unit.
    y_title : str
        What is counted, such as *members* or *pairs of states*.
    like : dict, optional
        Unit to the code of the country whose colour its rule takes.
    """
    values = values.dropna()
    if values.empty:
        return nothing()
    named = pd.DataFrame(
        [(unit, label, float(values[unit])) for unit, label in marked.items() if unit in values],
        columns=["unit", "label", "value"],
    )
    bins = binned(values)
    low, high = float(bins["low"].min()), float(bins["high"].max())
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    x = alt.X("low:Q", title=x_title, scale=scale, axis=alt.Axis(tickCount=ticks(6), grid=False))
    bars = (
        alt.Chart(bins)
        .mark_rect(color="#bdbdbd", stroke="white", strokeWidth=0.5)
        .encode(
            x=x,
            x2="high:Q",
            y=alt.Y("units:Q", title=f"number of {y_title}"),
            y2=alt.datum(0),
            tooltip=[*(alt.Tooltip(f"{e}:Q", format=".3~g") for e in ("low", "high")), "units:Q"],
        )
    )
    layers = [bars]
    for row, one in enumerate(named.sort_values("value").itertuples(index=False)):
        left = one.value < (low + high) / 2
        code = (like or {}).get(one.unit, one.unit)
        rule = alt.Chart(pd.DataFrame([one])).encode(x=alt.X("value:Q", scale=scale))
        text = rule.mark_text(
            align="left" if left else "right", baseline="bottom", dx=2 if left else -2,
            fontSize=13, fontWeight="bold", color=theme.text_colour(code),
        )  # fmt: skip
        layers += [
            rule.mark_rule(strokeWidth=2.5, color=theme.colour(code), strokeDash=theme.dash(code)),
            text.encode(y=alt.value(-3 - STEP * row), text="label:N"),
        ]
    padding = {"left": 5, "right": 10, "bottom": 5, "top": 12 + STEP * len(named)}
    return alt.layer(*layers).properties(width="container", height=HEIGHT, padding=padding)
