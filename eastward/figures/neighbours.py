"""Pictures of who stands behind whom: ties by kind, years with a tie, the network of ties.

Public names: :func:`by_kind`, :func:`years`, :func:`network`.

Each takes measured frames and returns the parts of a figure (title, chart, data, alt and where
needed print_chart), for :meth:`.chapter.Chapter.figure`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from eastward.figures import bars, lanes, matrix, theme, ties
from eastward.figures.charts import nothing
from eastward.measures.council import PERMANENT
from eastward.networks import layout

HEADS = {
    "promise": ["promise", "of help"],
    "standing": ["ally", "by law"],
    "base": ["US", "base"],
    "soldiers": ["100", "soldiers"],
    "war": ["fights", "for it"],
    "arms": ["main", "arms"],
}
WHOSE = {
    "USA": ("the United States, alone or with others", lanes.Kind(theme.colour("USA"))),
    "GBR": ("Britain or France", lanes.Kind(theme.colour("EUR"), "square")),
    "FRA": ("Britain or France", lanes.Kind(theme.colour("EUR"), "square")),
    "RUS": ("Russia", lanes.Kind(theme.colour("RUS"), "diamond")),
    "CHN": ("China", lanes.Kind(theme.colour("CHN"), "triangle-up")),
}
PANELS = (1985, 1995, 2010)  # and the last year, in print
PLACES = {"GBR": "above", "FRA": "above"}


def by_kind(
    cells: pd.DataFrame, states: Iterable[str], focal: str, labels: Mapping[str, str], year: int
) -> dict[str, Any]:
    """Matrix of states and kinds of tie in one year; a sign says whose.

    Parameters
    ----------
    cells : DataFrame
        state, kind, patron of one year, as :func:`.isolation.ties` gives.
    states : iterable of str
        ISO3 codes of the rows.
    focal : str
        The state that is set off.
    labels : mapping
        ISO3 code to label.
    year : int
        For the subtitle.
    """
    first = cells.assign(order=cells["patron"].map(list(WHOSE).index)).sort_values("order")
    first = first.drop_duplicates(["state", "kind"]).rename(
        columns={"state": "row", "kind": "column"}
    )
    drawn = first.assign(
        kind=first["patron"].map({code: name for code, (name, _) in WHOSE.items()})
    )
    counts = drawn[drawn["column"] != "arms"].groupby("row").size()
    order = sorted(states, key=lambda one: (one != focal, counts.get(one, 0), labels[one]))
    bare = [one for one in order if counts.get(one, 0) == 0]
    if focal in bare:
        title = f"{_with_others(labels[focal], len(bare) - 1)} had no security tie in {year}"
    else:
        kinds_held = f"{counts[focal]} kind{'' if counts[focal] == 1 else 's'}"
        title = f"{labels[focal]} had {kinds_held} of tie in {year}, {len(bare)} others had none"
    kinds = {name: look for name, look in WHOSE.values() if name in set(drawn["kind"])}
    said = [
        f"{labels[one]} {', '.join(drawn.loc[drawn['row'] == one, 'column']) or 'none'}"
        for one in order
    ]
    columns = {kind: HEADS[kind] for kind in HEADS if kind in set(drawn["column"])}
    return {
        "title": title,
        "subtitle": "Ties with permanent members of the Security Council by kind; "
        "a main supplier of arms alone is no tie",
        "alt": f"Matrix of {len(order)} states and kinds of tie in {year}: {'; '.join(said)}.",
        "chart": matrix.matrix(drawn, {one: labels[one] for one in order}, columns, kinds, focal),
        "data": drawn[["row", "column", "patron"]].reset_index(drop=True),
    }


def years(tied: pd.DataFrame, focal: str, labels: Mapping[str, str], start: int, last: int) -> dict:
    """Bars of the share of its years in which each state had a tie, the loneliest first.

    Parameters
    ----------
    tied : DataFrame
        As :func:`.isolation.tied` gives.
    focal : str
        The state in a colour of its own.
    labels : mapping
        ISO3 code to label.
    start, last : int
        First and last year.
    """
    rows = tied.assign(value=(100 * tied["value"] / tied["n"]).round(1), years=tied["value"])
    rows = rows.sort_values(["value"], kind="stable").reset_index()
    rows = rows.assign(
        name=rows["state"].map(labels),
        kind=rows["state"].eq(focal).map({True: "own", False: "other"}),
    )
    own = tied.loc[focal]
    if own["value"]:
        title = f"{labels[focal]} had a tie in {own['value']} of {own['n']} years"
    else:
        others = int((tied["value"] == 0).sum()) - 1
        title = f"{_with_others(labels[focal], others)} had no tie in any year"
    kinds = {
        "own": (labels[focal], theme.colour(focal)),
        "other": ("other states of the Middle East", "#bdbdbd"),
    }
    said = "; ".join(
        f"{name} {count} of {n}"
        for name, count, n in zip(rows["name"], rows["years"], rows["n"], strict=True)
    )
    return {
        "title": title,
        "subtitle": f"Years with a security tie to a permanent member, % of {start}–{last}",
        "alt": f"Bars of years with a tie since {start}: {said}.",
        "chart": bars.across(rows, "% of years", kinds),
        "data": rows[["name", "kind", "value", "years", "n"]],
    }


def network(
    lines: pd.DataFrame, states: Iterable[str], labels: Mapping[str, str], frames: range
) -> dict[str, Any]:
    """Powers in the middle, the states of the region on both sides, year by year.

    Parameters
    ----------
    lines : DataFrame
        As :func:`.isolation.edges` gives.
    states : iterable of str
        ISO3 codes.
    labels : mapping
        ISO3 code to label.
    frames : range
        Years.
    """
    if not len(frames):
        return {"title": "", "alt": "", "chart": nothing(), "data": lines.head(0)}
    kinds = {
        "pact": ties.Kind("promise of help, or ally by law", theme.INK),
        "presence": ties.Kind("base or at least 100 soldiers", "#6b6b6b", (7, 3)),
        "war": ties.Kind("troops on its side in a war", "#9a9a9a", (2, 2)),
    }
    place, beside = layout.flanked(PERMANENT, sorted(set(states) - set(PERMANENT), key=labels.get))
    drawing = {"beside": beside | PLACES, "height": 560}
    last = frames[-1]
    reached = set(lines.loc[lines["frame"] == last, "target"])
    bare = [labels[one] for one in sorted(states) if one not in reached]
    panels = [year for year in (*PANELS, last) if year in frames]
    return {
        "title": f"In {last} no power had a tie to {len(bare)} of {len(place) - 5} states",
        "subtitle": f"Security ties with permanent members, {frames[0]}–{last}",
        "alt": f"Network of the five permanent members and {len(place) - 5} states; without a line "
        f"in {last}: {', '.join(bare) or 'none'}.",
        "chart": ties.by_frame(lines, place, labels, kinds, frames=frames, **drawing),
        "print_chart": ties.panels(lines, place, labels, kinds, dict.fromkeys(panels), **drawing),
        "data": lines,
    }


def _with_others(name: str, others: int) -> str:
    """Such as *Iran alone*, or *Iran and 2 others*."""
    if not others:
        return f"{name} alone"
    return f"{name} and {others} other{'' if others == 1 else 's'}"
