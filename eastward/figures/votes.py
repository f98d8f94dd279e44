"""Pictures of votes in the General Assembly: the plane of two powers, and who votes alike.

Public names: :func:`plane`, :func:`company`.

Each takes measured frames and returns the parts of a figure (title, chart, data, alt and where
needed print_chart), for :meth:`.chapter.Chapter.figure`.
"""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from eastward.figures import theme, ties
from eastward.figures.charts import in_prose, nothing, padding

SIDE = 380  # pixels, height of the plane of votes
LABEL = (7, 4)  # room that a label takes in the plane, points across and up


def plane(
    places: pd.DataFrame, focal: str, one: str, other: str, labels: Mapping[str, str]
) -> dict[str, Any]:
    """All states by their agreement with two powers, and one state's path through the windows.

    Parameters
    ----------
    places : DataFrame
        window, state, one, other (agreement in %, as :func:`.standing.plane` gives), kind: the
        power whose ally a state is, or nothing.
    focal, one, other : str
        ISO3 codes of the state and of the powers.
    labels : mapping
        ISO3 code to label.
    """
    path = places[places["state"] == focal].assign(when=lambda rows: rows["window"].astype(str))
    if path.empty:
        return {"title": "", "alt": "", "chart": nothing(), "data": path}
    kind = places[places["kind"] != ""].groupby("state")["kind"].agg(lambda codes: codes.mode()[0])
    others = (
        places[places["state"] != focal].groupby("state", as_index=False)[["one", "other"]].mean()
    )
    others = others.assign(
        kind=others["state"].map(kind).fillna(""),
        name=others["state"].map(labels),
        what=lambda rows: rows["kind"].map(
            lambda code: f"allies of {labels[code]}" if code else "others"
        ),
    )
    what = [f"allies of {labels[one]}", f"allies of {labels[other]}", "others"]
    axis = {"scale": alt.Scale(zero=False, nice=True), "axis": alt.Axis(tickCount=5, grid=False)}
    x = alt.X("other:Q", title=f"agreement with {labels[other]}, %", **axis)
    y = alt.Y("one:Q", title=f"agreement with {labels[one]}, %", **axis)
    colours = alt.Scale(domain=what, range=[theme.colour(one), theme.colour(other), "#b5b5b5"])
    shapes = alt.Scale(domain=what, range=["triangle-up", "square", "circle"])
    legend = alt.Legend(title=None, orient="bottom", columns=2)
    dots = alt.Chart(others).mark_point(filled=True, size=48, opacity=0.75).encode(
        x=x, y=y, tooltip=["name:N", "one:Q", "other:Q"],
        color=alt.Color("what:N", scale=colours, legend=legend),
        shape=alt.Shape("what:N", scale=shapes, legend=legend),
    )  # fmt: skip
    own = alt.Chart(path).encode(x=x, y=y, order="window:Q", tooltip=["when:N", "one:Q", "other:Q"])
    line = own.mark_line(
        color=theme.INK, strokeWidth=2, strokeJoin="round", point={"color": theme.INK, "size": 50}
    )
    text = {"dy": -11, "fontSize": 12, "fontWeight": "bold"}
    named = alt.Chart(_apart(path)).encode(x=x, y=y)
    halo, years = named.mark_text(**text, stroke="white", strokeWidth=4), named.mark_text(**text)
    mean = path[["one", "other"]].mean()
    said = [
        f"{row.when}: {row.one:.0f} % with {labels[one]}, {row.other:.0f} % with {labels[other]}"
        for row in path.itertuples()
    ]
    near, far = (other, one) if mean["other"] >= mean["one"] else (one, other)
    nearer = (path["other"] >= path["one"]) == (near == other)
    often = "" if nearer.all() else "On the mean "
    return {
        "title": f"{often}{labels[focal]} voted nearer to {in_prose(labels[near])} than to "
        f"{in_prose(labels[far])}",
        "subtitle": "Agreement in votes of the General Assembly; on the mean "
        f"{mean['other']:.0f} % with {in_prose(labels[other])}, "
        f"{mean['one']:.0f} % with {in_prose(labels[one])}",
        "alt": f"Plane of votes with the path of {labels[focal]}; {'; '.join(said)}",
        "chart": alt.layer(
            dots, line, halo.encode(text="when:N"), years.encode(text="when:N")
        ).properties(width="container", height=SIDE, padding=padding(0)),
        "data": pd.concat([path, others])[["window", "state", "one", "other", "kind"]].round(2),
    }


def _apart(path: pd.DataFrame) -> pd.DataFrame:
    """The windows whose labels find room on a phone: the first, the last, and others in order."""
    kept: list[int] = []
    for place in [0, len(path) - 1, *range(1, len(path) - 1)]:
        gaps = (path[["other", "one"]].iloc[kept] - path[["other", "one"]].iloc[place]).abs()
        if place not in kept and not ((gaps["other"] < LABEL[0]) & (gaps["one"] < LABEL[1])).any():
            kept.append(place)
    return path.iloc[sorted(kept)]


def company(
    closest: pd.DataFrame,
    towards: pd.DataFrame,
    place: Mapping[str, tuple[float, float]],
    focal: str,
    labels: Mapping[str, str],
) -> dict[str, Any]:
    """Network of the states that vote most alike, year by year.

    Parameters
    ----------
    closest : DataFrame
        Edge list (year, source, target, weight) of every state's strongest line.
    towards : DataFrame
        The same between the state and the powers, which are the targets.
    place : mapping
        Node to its place.
    focal : str
        ISO3 code.
    labels : mapping
        ISO3 code to label.
    """
    own = (closest["source"] == focal) | (closest["target"] == focal)
    lines = closest.assign(kind=own.map({True: "own", False: "other"}))
    lines = pd.concat([lines, towards.assign(kind=towards["target"])])
    lines = lines.rename(columns={"year": "frame"}).assign(weight=(100 * lines["weight"]).round(1))
    drawn = {
        "other": ties.Kind("a state and the one that votes most like it", "#9a9a9a"),
        "own": ties.Kind(f"the same, with {labels[focal]}", theme.INK),
    }
    for power, dash in zip(towards["target"].unique(), ((6, 3), (2, 2)), strict=False):
        drawn[power] = ties.Kind(f"{labels[focal]} and {labels[power]}", theme.colour(power), dash)
    years = sorted(lines["frame"].unique().tolist())
    if not years:
        return {"title": "", "alt": "", "chart": nothing(), "data": lines}
    panels = years[:: max(1, len(years) // 3)][:4]
    return {
        "title": _nearest(closest[own], focal, labels),
        "subtitle": "Agreement in votes of the General Assembly, %, "
        f"{years[0]}–{years[-1]}; each state's strongest line",
        "alt": f"Network of {len(place)} states placed by their votes, each tied to the one that "
        "votes most like it.",
        "chart": ties.by_frame(lines, place, labels, drawn),
        "print_chart": ties.panels(lines, place, labels, drawn, panels),
        "data": lines,
    }


def _nearest(own: pd.DataFrame, focal: str, labels: Mapping[str, str]) -> str:
    """Which state voted most like one in most years; a state's strongest line is among its own."""
    top = own.loc[own.groupby("year")["weight"].idxmax()]
    ends = top["source"].where(top["source"] != focal, top["target"]).value_counts()
    if len(ends) == 0 or 2 * ends.iloc[0] <= ends.sum():
        return f"No one state stayed nearest to {labels[focal]} in most years"
    return f"{labels[ends.index[0]]} voted most like {labels[focal]} in most years"
