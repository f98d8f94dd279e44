"""Time lanes of a state's wars in a power's company, and of what it asked of its region.

Public names: :func:`move`, :func:`wars`, :func:`appeals`.

Each takes measured frames and returns the parts of a figure (title, chart, data, alt), for
:meth:`.chapter.Chapter.figure`.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd

from eastward.figures import lanes, theme

BEGAN = 2011  # Syria's war
MOVE = 2015  # Iran joins Russia there
TOGETHER = {
    "same party": lanes.Kind(theme.INK, "circle"),
    "both with troops": lanes.Kind("#6b6b6b", "square", (7, 2)),
    "opposite sides": lanes.Kind("#9a9a9a", "triangle-down", (2, 2)),
}


def move(state: str, last: int) -> dict[str, int]:
    """The rule that marks Iran's move of 2015; no other state made it.

    Examples
    --------
    >>> move("IRN", 2017), move("IRN", 2012), move("TUR", 2017)
    ({'the move': 2015}, {}, {})
    """
    return {"the move": MOVE} if state == "IRN" and last >= MOVE else {}


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
