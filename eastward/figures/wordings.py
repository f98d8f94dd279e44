"""How claims fared by the kind of word that they rest on.

Public names: :func:`fared`.
"""

from typing import Any

import altair as alt
import pandas as pd

from eastward.figures import theme
from eastward.figures.charts import nothing
from eastward.readings import WORDINGS

ROW = 38  # pixels of a bar with the gap to the next
# What became of a claim: its ground, and the letters on it
LOOKS = {
    "supported": (theme.INK, "white"),
    "unsettled": ("#d0d0d0", theme.INK),
    "contradicted": ("white", theme.INK),
}


def fared(words: pd.DataFrame) -> dict[str, Any]:
    """Bars of plain readings, one a kind of word, split by what became of them.

    Parameters
    ----------
    words : DataFrame
        As returned by :func:`.readings.by_wording`.
    """
    said = "; ".join(f"{row.wording} {row.verdict} {row.claims}" for row in words.itertuples())
    parts = {
        "subtitle": "Plain readings that a test bears on, number",
        "alt": f"Bars of claims by the strongest word in them: {said or 'none is tested yet'}.",
        "data": words,
    }
    if words.empty:
        return parts | {"title": "No claim has been tested yet", "chart": nothing()}
    strong = words[words["wording"].isin(["absolute", "superlative"])]
    held = strong.loc[strong["verdict"] == "supported", "claims"].sum()
    title = f"Of {strong['claims'].sum()} absolutes and superlatives {held or 'none'} is supported"
    return parts | {"title": title.replace("is supported", "are supported") if held > 1 else title,
                    "chart": _bars(words)}  # fmt: skip


def _bars(words: pd.DataFrame) -> alt.LayerChart:
    kinds = [one for one in WORDINGS if one in set(words["wording"])]
    places = {one: place for place, one in enumerate(LOOKS)}
    drawn = words.assign(order=words["verdict"].map(places))
    legend = alt.Legend(title=None, orient="bottom", symbolStrokeColor=theme.INK)
    base = alt.Chart(drawn).encode(
        y=alt.Y("wording:N", sort=kinds, title=None, axis=alt.Axis(ticks=False, domain=False)),
        order="order:Q",
        tooltip=["wording:N", "verdict:N", "claims:Q"],
    )
    x = alt.X("claims:Q", stack="zero", title=None, axis=None)
    domain, range_ = list(LOOKS), [ground for ground, _ in LOOKS.values()]
    bars = base.mark_bar(stroke=theme.INK, strokeWidth=1, size=ROW - 14).encode(
        x=x,
        color=alt.Color("verdict:N", scale=alt.Scale(domain=domain, range=range_), legend=legend),
    )
    counts = [
        base.transform_calculate(shown=f"datum.verdict == '{verdict}' ? datum.claims : ''")
        .mark_text(fontSize=12, fontWeight=600, color=letters)
        .encode(
            x=alt.X("claims:Q", stack="zero", title=None, axis=None, bandPosition=0.5),
            text="shown:N",
        )
        for verdict, (_, letters) in LOOKS.items()
    ]
    return alt.layer(bars, *counts).properties(width="container", height=ROW * len(kinds))
