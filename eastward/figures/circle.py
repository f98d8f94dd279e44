"""The network of friends and foes, and which of its lines stand in the way of two camps.

Public names: :func:`network`.
"""

import math
from typing import Any

from eastward.figures import theme, ties
from eastward.figures.charts import in_prose
from eastward.figures.pull import empty
from eastward.studies.circle import Circle

PANELS = (2003, 2014)
RADIUS = 0.97


def network(study: Circle, labels: dict[str, str]) -> dict[str, Any]:
    """Signed ties year by year; the lines in ink would have to turn, or go, for balance."""
    edges = study.edges
    if edges.empty:
        return empty(edges)
    kinds = {
        "friend": ties.Kind("friends", "#9a9a9a"),
        "foe": ties.Kind("foes", "#9a9a9a", (3, 3)),
        "friend-flip": ties.Kind("friends across the two camps", theme.INK),
        "foe-flip": ties.Kind("foes inside a camp", theme.INK, (3, 3)),
    }
    drawn = edges.assign(kind=edges["kind"] + edges["flip"].map({True: "-flip", False: ""}))
    step = 2 * math.pi / len(study.nodes)
    place = {
        node: (round(RADIUS * math.sin(step * at), 3), round(RADIUS * math.cos(step * at), 3))
        for at, node in enumerate(study.nodes)
    }
    beside = {node: _side(*spot) for node, spot in place.items()}
    years = list(study.graphs)
    last = study.census.iloc[-1]
    panels = [year for year in dict.fromkeys((*PANELS, years[-1])) if year in years]
    options = {"frames": years, "beside": beside, "height": 440}
    names = {node: labels[node] for node in study.nodes}
    against = edges[(edges["frame"] == years[-1]) & edges["flip"]]
    said = "; ".join(
        f"{in_prose(names[one.source])} and {in_prose(names[one.target])}"
        for one in against.itertuples()
    )
    return {
        "title": f"In {years[-1]} {last['flips']:.0f} of {last['ties']:.0f} ties stood in the "
        "way of two camps",
        "subtitle": "Friends by pledge, arms, soldiers or help in war; foes by rivalry, sanctions "
        "or war",
        "alt": f"Network of {len(study.nodes)} states in a ring, {years[0]} to {years[-1]}. In "
        f"{years[-1]} against the rule: {said or 'none'}.",
        "chart": ties.by_frame(drawn, place, names, kinds, **options),
        "print_chart": ties.panels(drawn, place, names, kinds, panels, beside=beside, height=440),
        "data": drawn,
        "last": years[-1],
    }


def _side(x: float, y: float) -> str:
    """Where a label on a ring stands, away from its middle."""
    if abs(x) < 0.2:
        return "above" if y > 0 else "below"
    return "right" if x > 0 else "left"
