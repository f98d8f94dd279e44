"""Figures of a tie that may have been pulled: by year, beside others, by layer and way to count.

Public names: :func:`ties`, :func:`through`, :func:`layers`, :func:`ways`, :func:`contest`,
:func:`empty`.
"""

from typing import Any

import altair as alt
import pandas as pd

from eastward.figures import charts, lanes, matrix, ranks, spans, theme
from eastward.figures.charts import in_prose
from eastward.measures.rivals import RIVALS, STANDS_OUT
from eastward.studies.bonds import LAYERS
from eastward.studies.contest import Contest
from eastward.studies.likeness import Likeness
from eastward.studies.pull import Pull

REACH = 8.0  # typical moves beyond which a mark stands at the edge
MEASURES = {
    "votes": "agreement, %",
    "trade": "part in trade, %",
    "arms": "part in arms, 5 years, %",
    "pledges": "kinds of pledge",
    "news": "part in cooperation, %",
    "exercises": "joint exercises",
}
HELD = {
    "yes": "as predicted",
    "no": "not as predicted",
    "between": "between",
    "unknown": "not known",
}
SIGNS = {
    "as predicted": lanes.Kind(theme.INK, "circle"),
    "not as predicted": lanes.Kind(theme.INK, "cross"),
    "between": lanes.Kind("#6b6b6b", "diamond"),
    "not known": lanes.Kind("#bdbdbd", "square"),
}
Parts = dict[str, Any]


def codes(pull: Pull) -> dict[str, str]:
    """Code of each power by the name of its tie."""
    single = {name: one["votes"][0] for name, one in pull.bonds.powers.items()}
    return single | {"Europe": "EUR"}


def ties(pull: Pull, labels: dict[str, str], marks: dict[str, str]) -> Parts:
    """The index with each power, year by year."""
    focal, named = pull.bonds.focal, codes(pull)
    series = {}
    for tie, code in named.items():
        panel = pull.bonds.index(tie, pull.before)
        if focal in panel:
            series[code] = panel[focal].dropna()
    data = charts.long(series)
    if data.empty:
        return empty(data)
    last = int(data["year"].max())
    ends = data[data["year"] == last].set_index("series")["value"].sort_values()
    nearest = labels[ends.index[-1]]
    chart = charts.lines(
        data, "spreads", labels={one: labels[one] for one in series}, marks=spans.by_year(marks)
    )
    return {
        "title": f"Of four powers, {in_prose(nearest)} stood out most in {last}",
        "subtitle": f"Ties of {in_prose(labels[focal])}, in spreads from the middle of comparable "
        f"states in {pull.baseline[0]}–{pull.baseline[1]}",
        "alt": f"Lines of the index with four powers from {int(data['year'].min())} to {last}: "
        + "; ".join(f"{labels[code]} {value:.1f}" for code, value in ends.items()),
        "chart": spans.tinted(chart, pull.after, data["year"]),
        "data": data,
        "last": last,
    }


def through(study: Likeness, labels: dict[str, str]) -> Parts:
    """Moves of every year: the state of interest, and comparable states behind it."""
    pull, focal = study.pull, study.pull.bonds.focal
    data = study.through.dropna(subset="value")
    own = data[data["state"] == focal]
    if own.empty:
        return empty(data)
    shown = data.assign(
        drawn=data["value"].clip(-REACH, REACH),
        name=data["state"].map(labels),
        of=data["state"] == focal,
    )
    first, last = int(own["year"].min()), int(own["year"].max())
    out = list(own.loc[own["value"] > STANDS_OUT, "year"])
    most, placed = int(own.loc[own["value"].idxmax(), "year"]), study.in_time()
    title = f"{in_prose(labels[focal])}'s tie leapt most in {most}"
    if placed["year_place"] is not None:
        title += f"; {pull.year} has place {placed['year_place']} of {placed['years']}"
    axis = alt.Axis(format="d", tickCount=charts.ticks(7), grid=False)
    scale = alt.Scale(domain=[first, last], nice=False, padding=12)
    x = alt.X("year:Q", title=None, axis=axis, scale=scale)
    y = alt.Y("drawn:Q", title=None, scale=alt.Scale(domain=[-REACH, REACH], nice=False))
    tooltip = ["name:N", "year:Q", alt.Tooltip("value:Q", format=".1f", title="typical moves")]
    others = alt.Chart(shown[~shown["of"]]).mark_tick(thickness=1.2, size=9, color="#9a9a9a")
    mine = alt.Chart(shown[shown["of"]])
    colour = theme.colour(focal)
    zone = alt.Chart(pd.DataFrame({"drawn": [STANDS_OUT], "top": [REACH]}))
    zone = zone.mark_rect(color=theme.INK, opacity=0.06).encode(y="drawn:Q", y2="top:Q")
    text = {"fontSize": 12, "fontWeight": "bold", "color": theme.text_colour(focal)}
    name = mine.transform_filter(f"datum.year == {last}").mark_text(align="right", dy=-12, **text)
    peaks = mine.transform_filter(f"datum.value > {STANDS_OUT} && datum.year != {last}")
    peaks = peaks.mark_text(dy=-11, **text)
    low = mine.transform_filter(f"datum.value <= {STANDS_OUT} && datum.year == {pull.year}")
    low = low.mark_text(dy=14, **text)
    layers = [
        zone,
        others.encode(x=x, y=y, tooltip=tooltip),
        mine.mark_line(color=colour, strokeWidth=1.5, opacity=0.6).encode(x=x, y=y),
        mine.mark_circle(color=colour, size=60, opacity=1).encode(x=x, y=y, tooltip=tooltip),
        name.encode(x=x, y=y, text="name:N"),
        *(one.encode(x=x, y=y, text="year:N") for one in (peaks, low)),
    ]
    said = ", ".join(map(str, out)) or "no year"
    return {
        "title": title,
        "subtitle": f"Move of the tie with {in_prose(labels[pull.bonds.partner])} against the two "
        "years before, in typical moves; ticks are comparable states, the tint is what stands out",
        "alt": f"Points by year from {first} to {last} with ticks of "
        f"{shown['state'].nunique() - 1} comparable states; above two typical moves in {said}.",
        "chart": alt.layer(*layers).properties(width="container", height=320),
        "data": data,
        "last": last,
    }


def layers(pull: Pull, labels: dict[str, str]) -> Parts:
    """Each layer alone with each power, over the years that it covers."""
    focal, rows = pull.bonds.focal, []
    for name in LAYERS:
        for tie, code in codes(pull).items():
            own = pull.bonds.layer(name, tie).get(focal, pd.Series(dtype=float)).dropna()
            rows += [
                (MEASURES[name], code, labels[code], int(year), value)
                for year, value in own.items()
            ]
    data = pd.DataFrame(rows, columns=["layer", "series", "name", "year", "value"])
    if data.empty:
        return empty(data)
    named = {code: labels[code] for code in codes(pull).values()}
    colours = alt.Scale(domain=list(named.values()), range=[theme.colour(code) for code in named])
    dashes = alt.Scale(domain=list(named.values()), range=[theme.dash(code, 0) for code in named])
    first, last = int(data["year"].min()), int(data["year"].max())
    x = alt.X("year:Q", title=None, scale=alt.Scale(domain=[first, last], nice=False),
              axis=alt.Axis(format="d", tickCount=4, grid=False))  # fmt: skip
    legend = alt.Legend(title=None, orient="bottom", columns=4, symbolType="stroke")
    base = (
        alt.Chart(data)
        .mark_line(strokeWidth=2)
        .encode(
            x=x,
            y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=3)),
            color=alt.Color("name:N", scale=colours, legend=legend),
            strokeDash=alt.StrokeDash("name:N", scale=dashes, legend=legend),
            tooltip=["name:N", "year:Q", alt.Tooltip("value:Q", format=".1f")],
        )
    )
    shown = [one for one in MEASURES.values() if one in set(data["layer"])]
    choice = alt.param(
        "layer", value=shown[0], bind=alt.binding_select(options=shown, name="layer ")
    )
    panels = [
        base.transform_filter(alt.datum.layer == one).properties(width=270, height=110, title=one)
        for one in shown
    ]
    chosen = base.mark_line(strokeWidth=2, point=alt.OverlayMarkDef(size=14))
    chosen = chosen.transform_filter("datum.layer == layer").add_params(choice)
    past = sum(data.groupby("layer")["year"].max() > pull.year)
    covered = data.groupby("layer")["year"].agg(["min", "max"])
    return {
        "title": f"{past} of {len(shown)} layers reach past {pull.year}",
        "subtitle": f"Layers of {in_prose(labels[focal])}'s ties alone, in the years they cover",
        "alt": "One layer at a time: "
        + "; ".join(f"{name} {row['min']}–{row['max']}" for name, row in covered.iterrows()),
        "chart": chosen.properties(width="container", height=260),
        "print_chart": alt.concat(*panels, columns=2).resolve_scale(y="independent"),
        "data": data,
        "last": last,
    }


def ways(pull: Pull, labels: dict[str, str]) -> Parts:
    """All ways to count the move at the shock."""
    values = pull.grid["value"].astype(float).dropna().clip(-REACH, REACH)
    if values.empty:
        return empty(ranks.binned(pd.Series([0.0])))
    marked = {"limit": "stands out", "none": "nothing"}
    shown = pd.concat([values, pd.Series({"limit": STANDS_OUT, "none": 0.0})])
    out, down = int((values > STANDS_OUT).sum()), int((values < 0).sum())
    return {
        "title": f"Of {len(pull.grid):,} ways to count {out} stand out and {down} fall behind",
        "subtitle": f"Move of the tie of {in_prose(labels[pull.bonds.focal])} with "
        f"{in_prose(labels[pull.bonds.partner])} at the shock, in typical moves, cut at 8",
        "alt": f"Histogram of {len(values)} specifications: {out} above two, {down} below zero.",
        "chart": ranks.placebo(shown, marked, "typical moves", "ways to count"),
        "data": ranks.binned(values),
        "last": pull.after[-1],
    }


def contest(study: Contest, labels: dict[str, str]) -> Parts:
    """What each rival explanation predicts, and which of it was found."""
    found = study.weighed
    data = found.assign(held=found["held"].map(HELD))
    if found["change"].notna().sum() == 0:
        return empty(data)
    names = {name: labels[one["votes"][0]] for name, one in study.bonds.powers.items()} | {
        "Europe": "Europe"
    }
    order = found.drop_duplicates(["tie", "date"])
    order = order[order["tie"].isin(names)].assign(
        rank=[list(names).index(one) for one in order.loc[order["tie"].isin(names), "tie"]]
    )
    columns = {}
    order = order.assign(year=order["date"].map(study.years)).sort_values(["rank", "year"])
    for row in order.itertuples():
        value = "?" if pd.isna(row.change) else f"{row.change:+.1f}"
        columns[f"{row.tie} {row.date}"] = [names[row.tie], str(study.years[row.date]), value]
    cells = data.assign(
        row=data["rival"], column=data["tie"] + " " + data["date"], kind=data["held"]
    )
    rows = {name: name[0].upper() + name[1:] for name in RIVALS}
    left = study.left()
    signs = {name: sign for name, sign in SIGNS.items() if name in set(cells["kind"])}
    return {
        "title": f"Without a failed prediction: {', '.join(left)}"
        if left
        else "No story is without a failed prediction",
        "subtitle": "What each story predicts of a tie at a date, and its move over three years",
        "alt": "Matrix of stories and ties: "
        + "; ".join(f"{one.rival}, {one.tie} {one.date}: {one.held}" for one in data.itertuples()),
        "chart": matrix.matrix(cells, rows, columns, signs),
        "data": data[["rival", "tie", "date", "rises", "change", "held"]],
        "last": int(study.cells["last"].max()),
    }


def empty(data: pd.DataFrame) -> Parts:
    """Parts of a figure that has nothing to draw."""
    return {"title": "", "alt": "", "chart": charts.nothing(), "data": data.iloc[:0]}
