"""Figures of arms between one state and a power, and of all its flows of arms.

Public names: :func:`arms`, :func:`flows`.

Both take a study and return the keywords of :meth:`.Chapter.figure` but the sources. Titles hold
under any parameters.
"""

from collections.abc import Mapping
from typing import Any

from eastward.figures import bars, theme, ties
from eastward.figures.charts import in_prose, nothing
from eastward.measures.council import PERMANENT
from eastward.measures.series import LENGTH
from eastward.networks import layout
from eastward.studies.armoury import Armoury

SINCE = 2000  # first year of the yearly deliveries
WINDOWS = 6  # windows of five years in the network
NODES = 9  # partners in arms that a network can show
LEAST = 5  # million trend-indicator values: a smaller flow is no line


def arms(armoury: Armoury, labels: Mapping[str, str]) -> dict[str, Any]:
    """Deliveries between the two, year by year and in both directions."""
    rows = armoury.both_ways[armoury.both_ways["year"] >= SINCE]
    rows = rows.groupby(["year", "supplier"], as_index=False)["tiv"].sum()
    data = rows.rename(columns={"year": "period", "supplier": "kind", "tiv": "value"})
    name, whose = in_prose(labels[armoury.focal]), in_prose(labels[armoury.partner])
    kinds = {
        armoury.partner: (f"{whose} to {name}", theme.colour(armoury.partner)),
        armoury.focal: (f"{name} to {whose}", theme.colour(armoury.focal)),
    }
    recent = data[data["period"] > armoury.until - LENGTH].groupby("kind")["value"].sum()
    went, came = recent.get(armoury.focal, 0.0), recent.get(armoury.partner, 0.0)
    top = data.loc[data["value"].idxmax()] if len(data) else None
    title = f"Arms from {whose} to {name} came in few years"
    if went > came:
        title = f"From {armoury.until - LENGTH + 1} on, more arms went to {whose} than came from it"
    elif top is not None:
        title = f"Most arms from {whose} to {name} in one year came in {int(top['period'])}"
    measure = f"Deliveries of arms since {SINCE}, million trend-indicator values"
    return {
        "title": title,
        "subtitle": measure,
        "alt": "Bars by year: "
        + "; ".join(f"{one.period}, {kinds[one.kind][0]}: {one.value:.0f}"
                    for one in data.itertuples()),
        "chart": bars.by_period(data, measure, kinds, stacked=False),
        "data": data.assign(year=data["period"]),
    }  # fmt: skip


def flows(armoury: Armoury, labels: Mapping[str, str]) -> dict[str, Any]:
    """Arms to and from one state in windows of five years, as a network."""
    edges = armoury.flows(WINDOWS, LEAST)
    if edges.empty:
        return {"title": "", "alt": "", "chart": nothing(), "data": edges}
    other = edges["source"].where(edges["target"] == armoury.focal, edges["target"])
    size = edges.groupby(other)["weight"].sum().sort_values(ascending=False)
    kept = [armoury.partner, *(one for one in size.index if one != armoury.partner)][:NODES]
    edges = edges[other.isin(kept)]
    powers = [one for one in kept if one in PERMANENT]
    place = layout.wheel(armoury.focal, powers, [one for one in kept if one not in PERMANENT])
    low, high = min(y for _, y in place.values()), max(y for _, y in place.values())
    middle, half = (low + high) / 2, (high - low) / 2 or 1.0
    place = {node: (x, (y - middle) / half) for node, (x, y) in place.items()}
    name = in_prose(labels[armoury.focal])
    kinds = {
        "in": ties.Kind(f"delivered to {name}", theme.INK),
        "out": ties.Kind(f"delivered by {name}", "#6b6b6b", (7, 3)),
    }
    last = edges["frame"].max()
    sums = edges[edges["frame"] == last].groupby("kind")["weight"].sum()
    more = sums.get("out", 0.0) > sums.get("in", 0.0)
    beside = dict.fromkeys(powers, "above") | {armoury.focal: "right"}
    options = {"frames": sorted(edges["frame"].unique()), "title": "years", "directed": True,
               "weight": "million TIV", "beside": beside, "height": 420}  # fmt: skip
    return {
        "title": f"In {last} {name} delivered {'more' if more else 'less'} than it got",
        "subtitle": f"Deliveries of arms to and from {name} in windows of five years",
        "alt": "Network of arms deliveries: "
        + "; ".join(f"{one.frame}: {labels[one.source]} to {labels[one.target]} {one.weight:.0f}"
                    for one in edges.itertuples()),
        "chart": ties.by_frame(edges, place, labels, kinds, **options),
        "print_chart": ties.panels(edges, place, labels, kinds,
                                   **{**options, "frames": options["frames"][-4:]}),
        "data": edges,
    }  # fmt: skip
