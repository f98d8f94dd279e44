"""Figures of what leaders said of a power, of help in an attack, and of exercises.

Public names: :func:`words`, :func:`drills`, :func:`help_lanes`.

Every function takes a study and returns the keywords of :meth:`.Chapter.figure` but the sources.
Titles hold under any parameters.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from eastward.figures import bars, lanes, theme
from eastward.figures.charts import in_prose, nothing
from eastward.measures.documents import has
from eastward.studies.allied import Allied
from eastward.studies.regard import OFFICES, Regard

OFFICE = {
    "leader": "the Supreme Leader", "adviser": "his adviser", "president": "the president",
    "ministry": "the foreign ministry", "speaker": "the Speaker",
}  # fmt: skip
VALUES = {
    "values": "values powers outside the West",
    "both": "wants both sides",
    "europe": "values Europe",
    "distance": "warns against leaning",
}
HELP = {
    "expects-force": "expects force",
    "expects-none": "stands alone",
    "stands-by": "would stand by it",
    "no-force": "owes no force",
    "attack": "answered with words",
    "intelligence": "reported, not proved",
}
SHAPES = ("circle", "diamond", "triangle-down", "cross", "square", "triangle-up")
GREYS = (theme.INK, "#6b6b6b", "#9a9a9a")


def words(regard: Regard) -> dict[str, Any]:
    """What a state's leaders said of powers that Washington does not sway, office by office."""
    found = regard.on_powers()
    rows = {one: OFFICE[one] for one in ("leader", "adviser", "president", "ministry", "speaker")}
    data = _marks(found, VALUES, {one: has(found, one) for one in OFFICES})
    count = int((data["kind"] == VALUES["values"]).sum())
    return {
        "title": f"{count} of {len(data)} statements value powers outside the West",
        "subtitle": "Statements of leaders in 2017 and 2018 that two sources bear out, by the day",
        "alt": _told(data, rows),
        "chart": lanes.lanes(data, rows, _kinds(VALUES, data), {}),
        "data": data,
    }


def drills(allied: Allied, labels: Mapping[str, str]) -> dict[str, Any]:
    """How often each partner took part in the power's exercises, beside its allies."""
    counts = allied.drills.set_index("partner")
    shown = counts[counts["ally"] | (counts["count"] > 1) | (counts.index == allied.focal)]
    absent = [one for one in [allied.focal, *allied.allies] if one not in shown.index]
    extra = pd.DataFrame({"count": 0, "ally": [one in allied.allies for one in absent]}, absent)
    shown = pd.concat([shown, extra]).sort_values(["count", "ally"], ascending=False)
    kind = shown["ally"].map({True: "ally", False: "other"})
    kind[shown.index == allied.focal] = "focal"
    data = pd.DataFrame(
        {"name": [labels[one] for one in shown.index], "kind": kind, "value": shown["count"]}
    ).reset_index(drop=True)
    name, whose = in_prose(labels[allied.focal]), in_prose(labels[allied.partner])
    kinds = {
        "focal": (labels[allied.focal], theme.colour(allied.focal)),
        "ally": (f"allies of {whose} by treaty", theme.INK),
        "other": ("other partners", "#b5b5b5"),
    }
    if counts.empty:
        data = data.head(0)
    known = allied.years
    return {
        "title": f"{name} took part in {int(counts['count'].get(allied.focal, 0))} exercises of "
        f"{whose}",
        "subtitle": f"Exercises of {whose} with each partner, {known[0]}–{known[-1]}, number"
        if known
        else "",
        "alt": "Bars: " + "; ".join(f"{one.name}: {one.value}" for one in data.itertuples()),
        "chart": bars.across(data, "exercises", kinds) if len(data) else nothing(),
        "data": data,
    }


def help_lanes(regard: Regard, labels: Mapping[str, str]) -> dict[str, Any]:
    """What was said of help in an attack, and what came when it happened."""
    found = regard.told_since("2017-01-01")
    attack, unseen = has(found, "attack"), has(found, "intelligence")
    own = found["actors"].str.startswith(regard.focal) & ~attack & ~unseen
    other = found["actors"].str.startswith(regard.partner) & ~attack & ~unseen
    places = {"own": own, "other": other, "came": attack, "unseen": unseen}
    data = _marks(found, HELP, places)
    rows = {
        "own": f"words of {in_prose(labels[regard.focal])}",
        "other": f"words of {in_prose(labels[regard.partner])}",
        "came": "American attacks",
        "unseen": "help out of sight",
    }
    attacks = int((data["kind"] == HELP["attack"]).sum())
    force = int((has(found, "attack") & has(found, "force")).sum())
    return {
        "title": f"Armed help came in {force} of {attacks} American attacks"
        if attacks
        else "What was said of help in an American attack",
        "subtitle": "Words on help in an attack, attacks and answers that two sources bear out",
        "alt": _told(data, rows),
        "chart": lanes.lanes(data, rows, _kinds(HELP, data), {}),
        "data": data,
    }


def _marks(found: pd.DataFrame, kinds: Mapping[str, str], places) -> pd.DataFrame:
    """One mark a document: its lane, its day, the first kind that fits, and who said what."""
    row, kind = pd.Series(None, found.index, object), pd.Series(None, found.index, object)
    for tag in reversed(kinds):
        kind[has(found, tag)] = kinds[tag]
    for name in reversed(places):
        row[places[name]] = name
    day = found["date"].dt.strftime("%Y-%m-%d")
    title = found["issuer"] + ": " + found["shows"]
    frame = pd.DataFrame({"row": row, "start": day, "kind": kind, "end": day, "title": title})
    return frame.dropna(subset=["row", "kind"]).reset_index(drop=True)


def _kinds(kinds: Mapping[str, str], data: pd.DataFrame) -> dict[str, lanes.Kind]:
    there = [one for one in kinds.values() if one in set(data["kind"])]
    return {one: lanes.Kind(GREYS[at % 3], SHAPES[at]) for at, one in enumerate(there)}


def _told(data: pd.DataFrame, rows: Mapping[str, str]) -> str:
    said = (f"{rows[one.row]}, {one.start}, {one.kind}" for one in data.itertuples())
    return "Lanes of days: " + "; ".join(said)
