"""Pictures of where a state stands among great powers: pledges, votes, arms, interference.

Public names: :func:`revolution`, :func:`pledges`, :func:`plane`, :func:`supplied`, :func:`words`,
:func:`deeds`, :func:`company`.

Each takes measured frames and returns the parts of a figure (title, chart, data, alt and where
needed print_chart), for :meth:`.chapter.Chapter.figure`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import pandas as pd

from eastward.figures import bars, charts, lanes, theme, ties
from eastward.figures.charts import in_prose, nothing, padding
from eastward.measures.series import window

PLEDGES = {
    "help": ("help in war", lanes.Kind(theme.INK)),
    "restraint": ("restraint", lanes.Kind("#6b6b6b", dash=(7, 2))),
    "consultation": ("consultation only", lanes.Kind("#9a9a9a", dash=(2, 2))),
}
SIDE = 380  # pixels, height of the plane of votes
LABEL = (7, 4)  # room that a label takes in the plane, points across and up
PEOPLE = {"RUS": "RUS", "CHN": "CHN", "USA": "USA", "FRA": "EUR", "GBR": "EUR"}  # whose colour


def revolution(state: str) -> dict[str, int]:
    """The rule that marks Iran's revolution in a chart over years; no other state has it.

    Examples
    --------
    >>> revolution("IRN"), revolution("TUR")
    ({'revolution': 1979}, {})
    """
    return {"revolution": 1979} if state == "IRN" else {}


def pledges(
    spans: pd.DataFrame,
    bound: Mapping[str, Any],
    labels: Mapping[str, str],
    name: str,
    revolution: Mapping[str, int],
) -> dict[str, Any]:
    """Time lanes of a state's pledges with great powers, a lane for each power and collection.

    Parameters
    ----------
    spans : DataFrame
        As :func:`.pacts.held` gives.
    bound : mapping
        Collection to the measured years under a pledge (value, n).
    labels : mapping
        ISO3 code to label.
    name : str
        Label of the state.
    revolution : mapping
        Label of a rule to its year; empty where the state had none.
    """
    drawn = spans.assign(
        row=spans["source"] + spans["power"],
        title=spans["power"].map(labels) + ", " + spans["source"],
        kind=spans["pledge"].map({key: words for key, (words, _) in PLEDGES.items()}),
        end=spans["end"] + 1,
    )
    order = [(power, source) for power in sorted(set(spans["power"])) for source in bound]
    rows = {source + power: f"{labels[power]}, by {source}" for power, source in order}
    kinds = {
        words: look for key, (words, look) in PLEDGES.items() if (spans["pledge"] == key).any()
    }
    years = ", ".join(
        f"{one.value or 0:.0f} of {one.n} by {source}" for source, one in bound.items()
    )
    had = "pledges" if any(one.value for one in bound.values()) else "no pledge"
    return {
        "title": f"Since 1980 {name} has had {had} with great powers",
        "subtitle": f"Treaty pledges by power and collection; years under one since 1980: {years}",
        "alt": "Time lanes of treaty pledges: "
        + "; ".join(
            f"{row.title} {row.start} to {row.end - 1}, {row.kind}" for row in drawn.itertuples()
        ),
        "chart": lanes.lanes(drawn, rows, kinds, revolution),
        "data": spans[["power", "source", "start", "end", "pledge"]],
    }


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


def supplied(
    transfers: pd.DataFrame,
    windows: pd.DataFrame,
    start: int,
    labels: Mapping[str, str],
    name: str,
) -> dict[str, Any]:
    """Volume of a state's arms by supplier, a bar for each window.

    Parameters
    ----------
    transfers : DataFrame
        One recipient's deliveries: supplier, year, tiv; empty where they are not passed on, and
        then a bar shows the largest permanent member's part and the rest.
    windows : DataFrame
        The recipient's rows of :func:`.suppliers.by_window`; their years are drawn.
    start : int
        First year of one of the windows.
    labels : mapping
        ISO3 code to label.
    name : str
        Label of the state.
    """
    kinds = {code: (labels[code], theme.colour(code)) for code in ("RUS", "CHN", "USA")}
    kinds |= {"EUR": ("France and Britain", theme.colour("EUR"))}
    kinds |= {"OTH": ("all others", theme.GREY)}
    data = _delivered(transfers, windows, start) if len(transfers) else _leading(windows)
    main = f"{(windows['share'] > 50).sum()} of {len(windows)}"
    return {
        "title": f"In {main} windows one power delivered more than half of {name}'s arms",
        "alt": f"Bars of arms delivered to {name} by five-year window: "
        + "; ".join(f"{row.window} {row.volume:.0f} million" for row in windows.itertuples()),
        "chart": bars.by_period(data, "million trend-indicator values", kinds, "window from"),
        "data": data,
    }


def _delivered(transfers: pd.DataFrame, windows: pd.DataFrame, start: int) -> pd.DataFrame:
    """Volume by window and supplier (period, kind, value)."""
    rows = transfers.assign(kind=transfers["supplier"].map(PEOPLE).fillna("OTH"))
    rows = rows.assign(period=window(rows["year"], start))
    rows = rows[rows["period"].isin(windows["window"])]
    return rows.groupby(["period", "kind"], as_index=False).agg(value=("tiv", "sum"))


def _leading(windows: pd.DataFrame) -> pd.DataFrame:
    """The same for a state whose deliveries are not passed on: the largest supplier, the rest."""
    part = windows["volume"] * windows["share"] / 100
    first = windows["supplier"].map(PEOPLE).fillna("OTH")
    rest = pd.DataFrame({"period": windows["window"], "kind": "OTH"})
    rows = [rest.assign(kind=first, value=part), rest.assign(value=windows["volume"] - part)]
    rows = pd.concat(rows).groupby(["period", "kind"], as_index=False)["value"].sum().round(1)
    return rows[rows["value"] > 0].reset_index(drop=True)


def words(
    rates: pd.DataFrame, years: Iterable[int], name: str, revolution: Mapping[str, int]
) -> dict[str, Any]:
    """Lines of how often a state's speeches name some themes.

    Parameters
    ----------
    rates : DataFrame
        Index year (the first of a window), a column for each theme (per thousand words).
    years : iterable of int
        Years of the speeches.
    name : str
        Label of the state.
    revolution : mapping
        Label of a rule to its year; empty where the state had none.
    """
    if rates.empty:
        return {"title": "", "alt": "", "chart": nothing(), "data": rates}
    peaks = ", ".join(f"{theme} in {rates[theme].idxmax()}" for theme in rates)
    since = min(revolution.values(), default=0)
    told_since = f"Since {since} " if since else ""
    late = rates[rates.index >= since]
    told = (rates if late.empty else late).mean().sort_values(ascending=False)
    (first, often), *_, (last, seldom) = told.items()
    if not seldom:
        times = "and never"
    elif often >= 2 * seldom:
        times = f"{often / seldom:.1f} times as often as"
    else:
        times = "no less than"
    return {
        "title": f"{told_since}{name}'s speeches name {first} {times} {last}",
        "subtitle": "Per thousand words, windows of five years by their first; speeches of "
        f"{min(years)}–{max(years)}",
        "alt": f"Lines of words per thousand in the speeches of {name}; peaks: {peaks}.",
        "chart": charts.lines(
            charts.long({theme: rates[theme] for theme in rates}),
            "per thousand words",
            {theme: theme for theme in rates},
            revolution,
        ),
        "data": charts.long({theme: rates[theme] for theme in rates}),
    }


def deeds(
    begun: pd.DataFrame,
    recorded: pd.DataFrame,
    powers: Iterable[str],
    labels: Mapping[str, str],
    name: str,
    revolution: Mapping[str, int],
) -> dict[str, Any]:
    """Time lanes of what powers did: disputes they began, and deeds where some are on record.

    Parameters
    ----------
    begun : DataFrame
        initiator, year: disputes that a power began.
    recorded : DataFrame
        power, date, shows: documents of deeds.
    powers : iterable of str
        ISO3 codes, from top to bottom.
    labels : mapping
        ISO3 code to label.
    name : str
        Label of the state in which they did it.
    revolution : mapping
        Label of a rule to its year; empty where the state had none.
    """
    kinds = {
        "dispute begun": lanes.Kind("#8a8a8a", "circle"),
        "deed on record": lanes.Kind(theme.INK, "diamond"),
    }
    first = begun.assign(row=begun["initiator"], start=begun["year"], title="dispute begun")
    deeds = recorded.assign(
        row=recorded["power"], start=recorded["date"].dt.year, title=recorded["shows"]
    )
    parts = [(kind, rows) for kind, rows in zip(kinds, (first, deeds), strict=True) if len(rows)]
    kinds = {kind: kinds[kind] for kind, _ in parts}
    columns = ["row", "start", "kind", "title"]
    listed = [rows.assign(kind=kind)[columns] for kind, rows in parts]
    data = pd.concat(listed or [pd.DataFrame(columns=columns)])
    powers = list(dict.fromkeys(powers))
    tally = {
        power: {kind: int((rows["row"] == power).sum()) for kind, rows in parts} for power in powers
    }
    counts = [f"{labels[power]} {_counted(tally[power])}" for power in powers]
    telling = list(kinds)[-1] if kinds else ""  # deeds, where there are any
    ranked = sorted(powers, key=lambda power: -tally[power].get(telling, 0))
    told = ", ".join(f"{labels[power]} {tally[power].get(telling, 0)}" for power in ranked)
    what = {"deed on record": "Deeds on record", "dispute begun": "Disputes begun"}
    return {
        "title": f"{what[telling]} in {name}: {told}" if len(data) else "",
        "subtitle": f"Before 1979: {'; '.join(counts)}",
        "alt": "Time lanes of points: " + "; ".join(counts),
        "chart": lanes.lanes(data, {power: labels[power] for power in powers}, kinds, revolution),
        "data": data.reset_index(drop=True),
    }


def _counted(tally: Mapping[str, int]) -> str:
    """Such as *11 disputes and 8 deeds*."""
    words = {"dispute begun": "dispute", "deed on record": "deed"}
    return " and ".join(
        f"{count} {words[kind]}{'' if count == 1 else 's'}" for kind, count in tally.items()
    )


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
