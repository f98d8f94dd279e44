"""Figure of firms' announcements by day, a row a firm.

Public names: :func:`announced`.
"""

from typing import Any

import altair as alt
import pandas as pd

from eastward.figures import charts, spans, theme

ROW = 19  # pixels of a firm's row
ORIGINS = {  # tag of an origin: its name, and the code whose colour it takes
    "WEST": ("Western firms", "EUR"),
    "CHN": ("Chinese firms", "CHN"),
    "RUS": ("Russian firms", "RUS"),
    "OTHER": ("others", "OTHER"),
}
SIGNS = {  # tag: what the firm does, and the shape
    "exit": ("leaves", "triangle-down"),
    "stay": ("stays", "circle"),
    "entry": ("comes or takes on more", "cross"),
}
COLUMNS = ["firm", "date", "origin", "kind", "title"]
EMPTY = "No announcement of a firm is on record from the withdrawal to the cut-off"


def announced(found: pd.DataFrame, marks: dict[str, str]) -> dict[str, Any]:
    """Announcements of firms by date, a row a firm.

    Parameters
    ----------
    found : DataFrame
        Documents with issuer, date, end_date, tags.
    marks : dict
        Label to ISO date of the vertical rules.

    Returns
    -------
    dict
        The keywords of :meth:`.Chapter.figure`.
    """
    data = _rows(found)
    if data.empty:
        return spans.nothing(data, "documents") | {"empty": EMPTY}
    west = data[data["origin"] == ORIGINS["WEST"][0]]
    gone = west.loc[west["kind"] == SIGNS["exit"][0], "firm"].nunique()
    return {
        "title": f"{gone} of {west['firm'].nunique()} Western firms on record announced that they "
        "leave, suspend or wind down",
        "subtitle": "Announcements by the day on which they became known, a row a firm",
        "alt": "Announcements of firms by date, a row a firm: "
        + "; ".join(f"{row.firm} {row.kind}, {row.date}" for row in data.itertuples()),
        "chart": _chart(data, marks),
        "data": data,
        "sources": ["documents"],
    }


def _rows(found: pd.DataFrame) -> pd.DataFrame:
    """What each firm announced, in order of time."""
    rows = [
        (row.issuer, f"{row.end_date:%Y-%m-%d}", name, word, row.shows)
        for row in found.itertuples()
        for tag, (name, _) in ORIGINS.items()
        for sign, (word, _) in SIGNS.items()
        if {tag, sign} <= set((row.tags or "").split(";"))
    ]
    return pd.DataFrame(rows, columns=COLUMNS).sort_values(["date", "firm"], ignore_index=True)


def _chart(data: pd.DataFrame, marks: dict[str, str]) -> alt.LayerChart:
    order = list(dict.fromkeys(data["firm"]))
    drawn = data.assign(row=data["firm"].map(order.index))
    x = alt.X("date:T", title=None, axis=alt.Axis(format="%b %Y", tickCount=6, grid=False))
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[len(order) - 0.4, -0.8], nice=False))
    legend = alt.Legend(title=None, orient="bottom", columns=2, labelLimit=300)
    present = {name: code for name, code in ORIGINS.values() if name in set(data["origin"])}
    colours = alt.Scale(domain=list(present), range=[theme.colour(one) for one in present.values()])
    words, shapes = zip(*SIGNS.values(), strict=True)
    points = (
        alt.Chart(drawn)
        .mark_point(filled=True, size=80, opacity=1)
        .encode(
            x=x,
            y=y,
            color=alt.Color("origin:N", legend=legend, scale=colours),
            shape=alt.Shape("kind:N", legend=legend, scale=alt.Scale(domain=words, range=shapes)),
            tooltip=["firm:N", "date:T", "kind:N", "title:N"],
        )
    )
    lasts = drawn.drop_duplicates("firm", keep="last")
    days = pd.to_datetime(lasts["date"])
    turn = days.min() + 0.6 * (days.max() - days.min())
    late = days > turn
    ahead = [mark for mark, day in marks.items() if day < f"{turn:%Y-%m-%d}"]
    names = [
        alt.Chart(part)
        .mark_text(align=align, dx=dx, baseline="middle", fontSize=12)
        .encode(x=x, y=y, text="firm:N")
        for part, align, dx in ((lasts[~late], "left", 9), (lasts[late], "right", -9))
        if len(part)
    ]
    return alt.layer(*charts.rules(marks, "date", "T", ahead), points, *names).properties(
        width="container", height=ROW * len(order) + 20, padding=charts.padding(len(marks))
    )
