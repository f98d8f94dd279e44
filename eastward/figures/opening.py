"""Figures of the chapter on the deal: each takes a study and gives a figure's parts.

Public names: :func:`years`, :func:`camps`, :func:`fields`, :func:`company`.

Every function returns the keywords of :meth:`.Chapter.figure` but the sources. Titles hold under
any parameters.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from eastward.corroboration import corroborated
from eastward.figures import affiliation, lanes, theme
from eastward.measures import chronology
from eastward.measures.documents import has
from eastward.studies.camps import Camps
from eastward.studies.opening import BEGAN, DEAL, REVOLUTION, Opening
from eastward.studies.reach import OWN, Reach

LANES = {
    "support": "both support Syria's government",
    "talks": "talks on the region's wars",
    "contact": "other contacts",
    "planning": "planning of the action in Syria",
    "act": "joint acts",
    "denial": "denials",
}
TAGS = {"talks": ["talk"], "act": ["first-joint-act"], "planning": ["planning"],
        "denial": ["denial"], "contact": ["contact", "military"]}  # fmt: skip
SOUND, ONE, BESIDE = "borne out twice", "one source", "support, by year"
KINDS = {
    SOUND: lanes.Kind(theme.INK),
    ONE: lanes.Kind("#9a9a9a", "diamond"),
    BESIDE: lanes.Kind("#b5b5b5"),
}
PARTS = {
    "leader": "Supreme Leader",
    "government": "government",
    "guards": "Revolutionary Guards",
    "army": "army",
    "council": "Supreme National Security Council",
    "parliament": "parliament",
}
FOR, APART = "for it", "against it, at a distance or in doubt"
SIDES = {FOR: lanes.Kind(theme.INK), APART: lanes.Kind("#6b6b6b", "triangle-down")}
FIELDS = {
    "syria": "Syria",
    "nuclear": "the nuclear file",
    "arms": "arms, outside Syria",
    "economy": "economy",
    "alignment": "the relation as a whole",
    "territory": "borders",
    "confrontation": "Iran's own confrontations",
    "libya": "Libya",
}
EUROPE = dict.fromkeys(["DEU", "FRA", "GBR", "EU"], "EUR")
TIMES = ["before the deal", "deal to article", "after the article"]
SHORT = {"UNSC": "UN Council", "OPEC": "OPEC", "EAEU": "Eurasian Union", "USA": "USA"}
Parts = dict[str, Any]


def years(opening: Opening, marks: Mapping[str, str]) -> Parts:
    """What is on record around the deal, a lane for each kind of contact.

    Parameters
    ----------
    marks : mapping
        Label to day (ISO) of the vertical rules.
    """
    found = opening.year
    row = _first(found, TAGS)
    found, row = found[row.notna()], row.dropna()
    sound = found.index.isin(corroborated(found).index)
    data = _marks(found, row, [SOUND if one else ONE for one in sound])
    if len(found) and len(opening.beside):
        span = {
            "row": "support",
            "start": f"{opening.beside.min()}-01-01",
            "end": f"{opening.beside.max()}-12-31",
            "kind": BESIDE,
            "title": "both support Syria's government",
        }
        data = pd.concat([pd.DataFrame([span]), data], ignore_index=True)
    early = data.loc[data["start"] < DEAL, "row"].value_counts()
    return {
        "title": f"Before the deal: talks on the region's wars on record {early.get('talks', 0)}, "
        f"joint acts {early.get('act', 0)}",
        "subtitle": f"Documents from {BEGAN} to {DEAL[:4]} by day, those with one source included",
        "alt": "Lanes of time: " + _said(data, LANES),
        "chart": lanes.lanes(data, LANES, KINDS, _drawn(marks, data)),
        "data": data,
    }


def camps(study: Camps, marks: Mapping[str, str]) -> Parts:
    """Who of a leadership spoke for the cooperation and who did not, a lane for each part."""
    found = study.voices
    row = _first(found, {part: [part] for part in PARTS})
    found, row = found[row.notna()], row.dropna()
    apart = has(found, "against", "distance", "doubt")
    data = _marks(found, row, [APART if one else FOR for one in apart])
    split = [PARTS[part] for part, kinds in data.groupby("row")["kind"] if kinds.nunique() > 1]
    return {
        "title": f"Both for it and apart from it: {', '.join(split)}"
        if split
        else "Each part of the leadership spoke with one voice",
        "subtitle": "Documents of parts of the leadership on the cooperation, by day",
        "alt": "Lanes of time: " + _said(data, PARTS),
        "chart": lanes.lanes(data, PARTS, SIDES, _drawn(marks, data)),
        "data": data,
    }


def fields(reach: Reach, marks: Mapping[str, str]) -> Parts:
    """All corroborated cooperative events since the deal, a lane for each field."""
    found = reach.since
    data = _marks(found, found["domain"], ["event"] * len(found))
    data["title"] = found["title"].tolist()
    rows = {name: label for name, label in FIELDS.items() if name in set(data["row"])}
    beyond = [label for name, label in rows.items() if name not in OWN]
    return {
        "title": f"Fields besides Syria and the nuclear file: {len(beyond)}",
        "subtitle": "Corroborated cooperative events of the two since the deal, by day",
        "alt": "Lanes of time: " + _said(data, rows),
        "chart": lanes.lanes(data, rows, {"event": lanes.Kind(theme.INK)}, _drawn(marks, data)),
        "data": data,
    }


def company(reach: Reach, actors: pd.DataFrame, labels: Mapping[str, str]) -> Parts:
    """Who else took part in the cooperative events of the two, before the deal and after it."""
    since, until = pd.Timestamp(DEAL), pd.Timestamp(reach.written)
    known = chronology.relations(reach.events, REVOLUTION)
    known = known if len(reach.since) else known.head(0)
    days = known["date"]
    parts = [known[days < since], known[days.between(since, until)], known[days > until]]
    met, ties = chronology.meetings(dict(zip(TIMES, parts, strict=True)), actors, EUROPE)
    alone = len(parts[1]) - ties.loc[ties["frame"] == TIMES[1], "target"].nunique()
    names = dict(labels) | SHORT
    return {
        "title": f"Of {len(parts[1])} events from deal to article, the two were alone in {alone}",
        "subtitle": "Actors besides the two in their corroborated cooperative events",
        "alt": f"Network of two columns: {ties['source'].nunique()} actors on the left, "
        f"{len(met)} events on the right, in three times; {alone} of {len(parts[1])} events from "
        "the deal to the article have no line.",
        "chart": affiliation.by_frame(ties, met, names),
        "print_chart": affiliation.panels(ties, met, names, [TIMES[:2], TIMES[2:]]),
        "data": ties,
    }


def _first(found: pd.DataFrame, tags: Mapping[str, list[str]]) -> pd.Series:
    """Name of the first set of tags of which each document has one."""
    row = pd.Series(None, index=found.index, dtype=object)
    for name, wanted in reversed(tags.items()):
        row[has(found, *wanted)] = name
    return row


def _marks(found: pd.DataFrame, row: pd.Series, kinds: list[str]) -> pd.DataFrame:
    """Documents or events as points of lanes."""
    day = found["date"].dt.strftime("%Y-%m-%d")
    what = found["issuer"] + ": " + found["shows"] if "shows" in found else found["title"]
    data = pd.DataFrame({"row": row, "start": day, "end": day, "kind": kinds, "title": what})
    return data.reset_index(drop=True)


def _said(data: pd.DataFrame, rows: Mapping[str, str]) -> str:
    return "; ".join(f"{rows[one.row]}, {one.start}, {one.kind}" for one in data.itertuples()) + "."


def _drawn(marks: Mapping[str, str], data: pd.DataFrame) -> dict[str, str]:
    last = max(data["end"], default="")
    return {name: day for name, day in marks.items() if day <= last}
