"""Figures of the chapter on grievances: each takes a study and gives a figure's parts.

Public names: :func:`land`, :func:`crisis`, :func:`treaty`, :func:`polls`, :func:`decades`,
:func:`network`.

Every function returns the keywords of :meth:`.Chapter.figure` but the sources. Titles hold under
any parameters.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from eastward.figures import bars, charts, lanes, map, theme, ties
from eastward.measures import disputes
from eastward.measures.documents import has
from eastward.studies.covenant import Covenant
from eastward.studies.crisis import Crisis
from eastward.studies.frontier import Frontier
from eastward.studies.goodwill import Goodwill
from eastward.studies.quarrels import ERAS, Quarrels

Labels = Mapping[str, str]
COLOURS = {1813: "#D55E00", 1828: "#6B2F00", 1881: "#D55E00"}  # of the land that treaties moved
WINDOW = (40, 24, 67, 46)  # west, south, east, north of the map, degrees
INSIDE = ("AZ-NX", "RU-DA")  # units within another's outline
NAMED = ("IRN", "TUR", "IRQ", "AFG", "RUS", "KAZ", "UZB", "SAU")
FIRST = ("orders", "north", "oil", "answers", "troops")  # where a document fits several lanes
LANES = {  # row of the crisis: its name, and the tags of its documents
    "orders": ("orders and candid words from Moscow", ("order", "intention")),
    "north": ("party and governments in the north", ("proclamation", "control", "separatism")),
    "troops": ("Soviet troops: force, stay, leaving", ("force", "troops", "withdrawal")),
    "oil": ("oil and bargains", ("oil", "bargain")),
    "answers": ("protests, notes, Security Council", ("council", "united-states", "negotiation")),
}
QUESTIONS = {
    "role_in_syria": "approve of its role in Syria",
    "sincere_against_isis": "call it sincere against IS",
    "leadership_approval": "approve of its leadership",
    "favourability_of_state": "see it favourably",
}
UNION = (1921, 1991)  # from the treaty to the end of the Soviet Union


def land(frontier: Frontier, basemap: pd.DataFrame, labels: Labels, share: float | None):
    """Units of today that stand for what treaties moved, on a map."""
    gone = frontier.ceded
    names = {code: labels[code] for code in NAMED}
    shown = map.ceded(gone, COLOURS)
    area = frontier.area().get("area", 0)
    return {
        "title": f"Two lost wars moved about {round(area, -3):,.0f} km², {share or 0:.0f} % of "
        "today's Iran",
        "subtitle": "Today's units for what three treaties moved; hatched: upper bounds",
        "alt": "Map of Iran and its neighbours with the units that treaties moved: "
        + "; ".join(one.label for one in shown.values()),
        "chart": map.regions(basemap, shown, names, WINDOW, frontier.focal, INSIDE),
        "data": gone[["unit", "name", "treaty", "year", "area_km2", "upper_bound", "rationale"]],
        "last": gone["year"].max() if len(gone) else "",
    }


def crisis(crisis: Crisis, rival: str, labels: Labels) -> dict[str, Any]:
    """Orders, deeds and answers of 1945 and 1946, a lane for each kind."""
    found = crisis.told
    row = pd.Series("", index=found.index)
    for name in reversed(FIRST):
        row = row.mask(has(found, *LANES[name][1]), name)
    words = {"SUN": labels[crisis.partner], "IRN": labels[crisis.focal], "USA": labels[rival]}
    kinds = {
        labels[crisis.partner]: lanes.Kind(theme.colour(crisis.partner)),
        labels[crisis.focal]: lanes.Kind(theme.colour(crisis.focal), "square"),
        labels[rival]: lanes.Kind(theme.colour(rival), "diamond"),
    }
    data = pd.DataFrame(
        {
            "row": row,
            "start": found["date"].dt.strftime("%Y-%m-%d"),
            "kind": found["actors"].str[:3].map(words).astype(str),
            "title": found["issuer"] + ": " + found["shows"],
        }
    )
    data = data[data["row"] != ""].reset_index(drop=True)
    rows = {name: title for name, (title, _) in LANES.items()}
    ordered = int(crisis.ordered()["measured"].value or 0)
    first = crisis.proclaimed
    when = "" if pd.isna(first) else f"{first:%B %Y}"
    return {
        "title": f"{ordered} orders from Moscow came before the proclamation of {when}",
        "subtitle": "Documents of 1945 and 1946, by who acted; those with one source left out",
        "alt": "Lanes of months from June 1945 to December 1946: "
        + "; ".join(f"{rows[one.row]}, {one.start}, {one.kind}" for one in data.itertuples()),
        "chart": lanes.lanes(data, rows, kinds, {}),
        "data": data,
        "last": data["start"].max() if len(data) else "",
    }


def treaty(covenant: Covenant, quarrels: Quarrels, labels: Labels) -> dict[str, Any]:
    """When the treaty was named, pressure without it, and disputes, from 1921 to 1991."""
    name, other = labels[covenant.focal], labels[covenant.partner]
    pressed = covenant.pressed
    spoken = has(pressed, "occasion") & ~has(pressed, "treaty-not-named")
    to_focal = has(pressed, "against-iran")
    parts = {
        "named": pressed[spoken & to_focal],
        "others": pressed[spoken & ~to_focal],
        "unnamed": pressed[~spoken],
    }
    said = [
        pd.DataFrame(
            {"row": row, "start": one["date"].dt.year, "kind": other, "title": one["shows"]}
        )
        for row, one in parts.items()
    ]
    listed = quarrels.disputes[quarrels.disputes["source"] == "GML"]
    own = disputes.onsets(disputes.between(listed, quarrels.focal, quarrels.partner), "revisionist")
    own = own[own["year"].between(*UNION)].dropna(subset="initiator")
    drawn = {"row": "disputes", "start": own["year"], "title": "militarized dispute"}
    data = pd.concat([*said, pd.DataFrame(drawn | {"kind": own["initiator"].map(labels)})])
    rows = {"named": f"treaty named to {name}", "others": f"treaty named to others about {name}"}
    rows |= {"unnamed": "warnings and notes that do not name it"}
    rows = rows if len(pressed) else {}
    rows |= {"disputes": "disputes, by who wanted a change (GML)"}
    kinds = {
        other: lanes.Kind(theme.colour(covenant.partner)),
        name: lanes.Kind(theme.colour(covenant.focal), "square"),
    }
    wanted = int((own["initiator"] == covenant.partner).sum())
    times = len(parts["named"])
    title = f"{other} wanted a change in {wanted} disputes with {name}"
    if len(pressed):
        title = f"Treaty named to {name} {times} times; a change wanted in {wanted} disputes"
    return {
        "title": title,
        "subtitle": f"{UNION[0]} to {UNION[1]}, by year",
        "alt": "Lanes of years: "
        + "; ".join(f"{rows[one.row]}, {one.start}, {one.kind}" for one in data.itertuples()),
        "chart": lanes.lanes(data, rows, kinds, {}),
        "data": data.reset_index(drop=True),
        "last": min(UNION[1], int(quarrels.disputes["year"].max())),
    }


def polls(goodwill: Goodwill, labels: Labels) -> dict[str, Any]:
    """Polls on the power, and the median of other states where a poll asks about them."""
    own = goodwill.asked.waves.assign(kind="own")
    beside = goodwill.compared[["pollster", "topic", "end_date", "median"]]
    beside = beside.rename(columns={"median": "percent"}).assign(kind="others")
    drawn = pd.concat([own, beside]).sort_values(["end_date", "topic"], kind="stable")
    data = pd.DataFrame(
        {
            "name": drawn["end_date"].dt.strftime("%Y: ")
            + drawn["topic"].map(QUESTIONS).where(drawn["kind"] == "own", "the median of others"),
            "kind": drawn["kind"],
            "value": drawn["percent"],
            "pollster": drawn["pollster"],
        }
    )
    name, other = labels[goodwill.focal], labels[goodwill.partner]
    kinds = {
        "own": (f"of {other}", theme.colour(goodwill.partner)),
        "others": ("of other states in the same poll", theme.GREY),
    }
    least, most = own["percent"].min(), own["percent"].max()
    return {
        "title": f"From {least:.0f} to {most:.0f} %: what people in {name} said of {other}",
        "subtitle": "Share of those asked, %, by poll; questions and pollsters differ",
        "alt": "Bars: "
        + "; ".join(f"{name}, {value:.0f} %" for name, value in data[["name", "value"]].to_numpy()),
        "chart": bars.across(data, "%", kinds),
        "data": data.reset_index(drop=True),
        "last": own["end_date"].max().year if len(own) else "",
    }  # fmt: skip


def decades(quarrels: Quarrels, labels: Labels) -> dict[str, Any]:
    """Disputes with the two powers by decade."""
    two = [quarrels.partner, quarrels.rival]
    own = quarrels.begun[quarrels.begun["other"].isin(two)]
    counted = own.assign(period=own["year"] // 10 * 10, kind=own["other"])
    data = counted.groupby(["period", "kind"], as_index=False).agg(value=("dispute", "size"))
    since = {power: quarrels.count(power, 1979) for power in two}
    first, second = (f"{since[power]} with {charts.in_prose(labels[power])}" for power in two[::-1])
    looks = {
        power: (f"with {charts.in_prose(labels[power])}", theme.colour(power)) for power in two
    }
    return {
        "title": f"Disputes of {labels[quarrels.focal]} begun since 1979: {first}, {second}",
        "subtitle": "Militarized disputes by the decade in which they began (COW)",
        "alt": "Bars by decade: "
        + "; ".join(
            f"{one.period}s, {labels[one.kind]} {one.value}" for one in data.itertuples(index=False)
        ),
        "chart": bars.by_period(data, "disputes begun", looks, "decade, by its first year"),
        "data": data,
        "last": int(quarrels.disputes["year"].max()),
    }


def network(quarrels: Quarrels, labels: Labels) -> dict[str, Any]:
    """Who had disputes with whom, era by era."""
    edges, place = quarrels.network()
    name, last = labels[quarrels.focal], list(ERAS)[-1]
    ends = (edges["source"] == quarrels.focal) | (edges["target"] == quarrels.focal)
    top = edges[ends & (edges["frame"] == last)].nlargest(1, "weight")
    busiest = [
        code for code in top[["source", "target"]].to_numpy().ravel() if code != quarrels.focal
    ]
    kinds = {"dispute": ties.Kind("militarized disputes", theme.INK)}
    wide = {"title": "era", "weight": "disputes"}
    said = f"most disputes with {charts.in_prose(labels[busiest[0]])}" if busiest else "no disputes"
    return {
        "title": f"From 1992 to 2014 {name} had {said}",
        "subtitle": "Militarized disputes begun in each era (COW)",
        "alt": f"Network with {name} in the middle, the powers above and others below, era by era.",
        "chart": ties.by_frame(edges, place, labels, kinds, frames=list(ERAS), **wide),
        "print_chart": ties.panels(edges, place, labels, kinds, list(ERAS), **wide),
        "data": edges,
        "last": int(quarrels.disputes["year"].max()),
    }  # fmt: skip
