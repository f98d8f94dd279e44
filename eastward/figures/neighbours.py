"""Pictures of who stands behind whom: ties by kind, years with a tie, wars in company, appeals.

Public names: :func:`move`, :func:`by_kind`, :func:`years`, :func:`network`, :func:`wars`,
:func:`appeals`.

Each takes measured frames and returns the parts of a figure (title, chart, data, alt and where
needed print_chart), for :meth:`.chapter.Chapter.figure`.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise
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
TOGETHER = {
    "same party": lanes.Kind(theme.INK, "circle"),
    "both with troops": lanes.Kind("#6b6b6b", "square", (7, 2)),
    "opposite sides": lanes.Kind("#9a9a9a", "triangle-down", (2, 2)),
}
PANELS = (1985, 1995, 2010)  # and the last year, in print
BEGAN = 2011  # Syria's war
MOVE = 2015  # Iran joins Russia there
PLACES = {"GBR": "above", "FRA": "above"}


def move(state: str, last: int) -> dict[str, int]:
    """The rule that marks Iran's move of 2015; no other state made it.

    Examples
    --------
    >>> move("IRN", 2017), move("IRN", 2012), move("TUR", 2017)
    ({'the move': 2015}, {}, {})
    """
    return {"the move": MOVE} if state == "IRN" and last >= MOVE else {}


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
        title = f"{_with_others(labels[focal], others)} had a tie in no year"
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


def wars(spells: pd.DataFrame, one: str, other: str, marks: Mapping[str, float]) -> dict[str, Any]:
    """Time lanes of wars in which two states stood together or apart.

    Parameters
    ----------
    spells : DataFrame
        As :func:`.support.spans` gives: war, kind, start, end, when.
    one, other : str
        Labels of the two.
    marks : mapping
        Label of a rule to its place.
    """
    drawn = spells.assign(
        row=spells["war"] + ": " + spells["kind"], title=spells["war"], end=spells["end"] + 1
    )
    rows = drawn.sort_values(["war", "start"], kind="stable")["row"]
    before = spells[(spells["kind"] == "same party") & (spells["start"] < BEGAN)]
    told = [f"{war} ({when})" for war, when in zip(before["war"], before["when"], strict=True)]
    kinds = {kind: look for kind, look in TOGETHER.items() if kind in set(spells["kind"])}
    return {
        "title": f"Before Syria's war {one} and {other} helped one party in "
        + (", ".join(told) or "no war"),
        "subtitle": "Wars of the Middle East and Afghanistan since 1979, years of support",
        "alt": "Time lanes of wars: "
        + "; ".join(f"{row.row} {row.when}" for row in drawn.itertuples()),
        "chart": lanes.lanes(drawn, {row: row for row in rows}, kinds, dict(marks)),
        "data": spells[["war", "kind", "when"]],
    }


def appeals(
    said: pd.DataFrame, themes: Mapping[str, str], name: str, marks: Mapping[str, float], until: int
) -> dict[str, Any]:
    """Time lanes of points: years in which a state said something of its region.

    Parameters
    ----------
    said : DataFrame
        Columns year, theme.
    themes : mapping
        Theme to its words, from top to bottom.
    name : str
        Label of the state.
    marks : mapping
        Label of a rule to its place.
    until : int
        Last year that is known.
    """
    drawn = said.assign(
        row=said["theme"], start=said["year"], kind="said", title=said["theme"].map(themes)
    )
    told = {theme: sorted(said.loc[said["theme"] == theme, "year"]) for theme in themes}
    own = [*told[next(iter(themes))], until + 1]
    gaps = [(later - earlier, earlier, later) for earlier, later in pairwise(own)]
    longest = max(gaps, default=(0, 0, 0))
    title = (
        f"{name}'s calls on the region's own states pause from {longest[1] + 1} to {longest[2] - 1}"
    )
    return {
        "title": title if longest[0] > 2 else f"What {name} said of its region",
        "subtitle": "Years in which it said so, mostly in the General Debate",
        "alt": "Time lanes of points: "
        + "; ".join(
            f"{words}: {', '.join(map(str, told[theme])) or 'never'}"
            for theme, words in themes.items()
        ),
        "chart": lanes.lanes(drawn, dict(themes), {"said": lanes.Kind(theme.INK)}, dict(marks)),
        "data": drawn[["year", "theme"]],
    }


def _with_others(name: str, others: int) -> str:
    """Such as *Iran alone*, or *Iran and 2 others*."""
    if not others:
        return f"{name} alone"
    return f"{name} and {others} other{'' if others == 1 else 's'}"
