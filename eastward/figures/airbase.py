"""Figures of the chapter on the air base: each takes a study and gives a figure's parts.

Public names: :func:`week`, :func:`thread`, :func:`words`, :func:`meetings`, :func:`polls`.

Every function returns the keywords of :meth:`.Chapter.figure` but the sources. Titles hold under
any parameters.
"""

from typing import Any

import pandas as pd

from eastward.figures import bars, chain, lanes, theme
from eastward.figures.charts import in_prose
from eastward.measures import chronology, opinion, voices
from eastward.measures.documents import has
from eastward.networks import chain as links
from eastward.studies.affair import Affair
from eastward.studies.concert import Concert

AUGUST = "2016-08-31"  # last day of the affair itself
SINCE = "2015-07-01"  # the first event of the chain is of this month
UNTIL = "2017-01-31"  # and the last, the first round of Astana
USE, TALKS = "E20160816", "E20170123"  # the use of the base, the first round
COLUMNS = {"military": 0, "war": 0, "meeting": 1, "statement": 2, "sanctions": 2}
DEED, OBJECTS, DEFENDS, OVER, OTHER = (
    "strikes from the base", "objects", "defends or allows it", "calls it over", "another word",
)  # fmt: skip
KINDS = {
    DEED: lanes.Kind(theme.INK, "square"),
    OBJECTS: lanes.Kind(theme.INK, "triangle-down"),
    DEFENDS: lanes.Kind("#6b6b6b", "triangle-up"),
    OVER: lanes.Kind(theme.INK, "diamond"),
    OTHER: lanes.Kind("#9a9a9a", "circle"),
}
BOUND, MORE = "sets a bound or denies an alliance", "wants more, or speaks of allies"
QUESTIONS = {
    "role_in_syria": "role in Syria",
    "sincere_against_isis": "sincere against IS",
    "leadership_approval": "leadership",
    "favourability_of_state": "favourable view",
}


def week(affair: Affair, labels: dict[str, str]) -> dict[str, Any]:
    """Who did and said what in August 2016, a lane for each office."""
    found = affair.week[affair.week["date"] <= AUGUST]
    rows = {
        "members": "members of parliament",
        "chair": "the Speaker of parliament",
        "defence": "the defence minister",
        "others": "other officials",
        "partner": labels[affair.partner],
    }
    data = pd.DataFrame(
        {
            "row": [_office(one, affair.partner) for one in found.itertuples()],
            "start": found["date"].dt.strftime("%Y-%m-%d"),
            "kind": _kinds(found),
            "end": found["date"].dt.strftime("%Y-%m-%d"),
            "title": found["issuer"] + ": " + found["shows"],
        }
    )
    count = data["kind"].value_counts()
    return {
        "title": f"{count.get(OBJECTS, 0)} objections in parliament, {count.get(OVER, 0)} official "
        "words that the use is over",
        "subtitle": "What officials did and said in August 2016, as far as two sources tell",
        "alt": "Lanes of days in August 2016, one for each office: "
        + "; ".join(f"{rows[one.row]}, {one.start}, {one.kind}" for one in data.itertuples()),
        "chart": lanes.lanes(data, rows, KINDS, {}),
        "data": data,
    }


def thread(affair: Affair, events, actors, coded) -> dict[str, Any]:
    """The chain of events from the first plan for Syria to the first round of Astana."""
    inside = events[events["date"].between(SINCE, UNTIL)]
    graph = links.chain(inside if len(affair.week) else inside.head(0), coded)
    place = links.strands(graph, COLUMNS)
    who = chronology.stance(events, actors)
    threads = links.threads(graph)
    pieces, joined = len(threads), any({USE, TALKS} <= one for one in threads)
    return {
        "title": f"{len(graph)} events in {pieces} threads"
        + ("" if joined or TALKS not in graph else ": the base and the talks stand apart"),
        "subtitle": "Events and the coded links between them, from July 2015 to January 2017",
        "alt": f"Chain of {len(graph)} dated events from top to bottom, in {pieces} pieces that "
        "only order in time joins; force on the left, meetings in the middle, statements right.",
        "chart": chain.chain(graph, place, who),
        "print_chart": chain.chain(graph, place, who, letters=chain.PAPER),
        "data": chain.table(graph),
        "last": max((f"{day:%Y-%m-%d}" for _, day in graph.nodes(data="end_date")), default=""),
    }


def words(concert: Concert, labels: dict[str, str]) -> dict[str, Any]:
    """What officials of both states said of the future of their cooperation."""
    found = concert.statements
    found = found[has(found, *voices.BOUND["counted"], *voices.MORE)]
    more = has(found, *voices.MORE)
    data = pd.DataFrame(
        {
            "row": found["actors"].str[:3],
            "start": found["date"].dt.strftime("%Y-%m-%d"),
            "kind": more.map({True: MORE, False: BOUND}).astype(str),
            "end": found["date"].dt.strftime("%Y-%m-%d"),
            "title": found["issuer"] + ": " + found["shows"],
        }
    )
    rows = {state: labels[state] for state in (concert.focal, concert.partner)}
    kinds = {
        BOUND: lanes.Kind(theme.INK, "triangle-down"),
        MORE: lanes.Kind("#6b6b6b", "circle"),
    }
    return {
        "title": f"{int(more.sum())} of {len(data)} statements look beyond a single effort",
        "subtitle": "Statements of officials on the future of the cooperation, by the day",
        "alt": "Lanes of days for the officials of two states: "
        + "; ".join(f"{rows[one.row]}, {one.start}, {one.kind}" for one in data.itertuples()),
        "chart": lanes.lanes(data, rows, kinds, {}),
        "data": data,
    }


def meetings(concert: Concert, marks: dict[str, str]) -> dict[str, Any]:
    """The complete series of rounds and summits.

    Parameters
    ----------
    marks : dict
        Label to day (ISO) of the vertical rules.
    """
    found = concert.meetings
    summit = has(found, "summit")
    data = pd.DataFrame(
        {
            "row": summit.map({True: "summit", False: "round"}).astype(str),
            "start": found["date"].dt.strftime("%Y-%m-%d"),
            "kind": summit.map({True: "summit", False: "round"}).astype(str),
            "end": found["date"].dt.strftime("%Y-%m-%d"),
            "title": found["shows"],
        }
    )
    rows = {"round": "rounds", "summit": "summits"}
    kinds = {"round": lanes.Kind(theme.INK, "circle"), "summit": lanes.Kind(theme.INK, "diamond")}
    count = data["kind"].value_counts()
    drawn = {name: day for name, day in marks.items() if day <= max(data["start"], default="")}
    return {
        "title": f"{count.get('round', 0)} rounds and {count.get('summit', 0)} summits"
        + ("" if data.empty else f", the last of them in {found['date'].max():%B %Y}"),
        "subtitle": "All rounds of Astana and summits on Syria of Iran, Russia and Turkey, by day",
        "alt": "Lanes of time with a mark for each meeting: "
        + "; ".join(f"{one.kind}, {one.start}" for one in data.itertuples()),
        "chart": lanes.lanes(data, rows, kinds, drawn),
        "data": data,
    }


def polls(affair: Affair, labels: dict[str, str]) -> dict[str, Any]:
    """All dated poll figures of one state's people on the other, a bar each."""
    found = affair.asked.waves
    data = pd.DataFrame(
        {
            "name": [
                f"{one.end_date:%Y}, {QUESTIONS[one.topic]} ({one.pollster.split()[0]})"
                for one in found.itertuples()
            ],
            "kind": found["topic"].isin(opinion.GOODWILL).map({True: "state", False: "war"}),
            "value": found["percent"],
        }
    )
    kinds = {"war": ("on its part in Syria", theme.INK), "state": ("on it in general", "#b5b5b5")}
    return {
        "title": f"More than half took the side of {in_prose(labels[affair.partner])} in "
        f"{(data['value'] > 50).sum()} of {len(data)} poll figures",
        "subtitle": "Share of those asked who approve or see it favourably, %",
        "alt": "Bars: " + "; ".join(f"{one.name}: {one.value:.0f}" for one in data.itertuples()),
        "chart": bars.across(data, "%", kinds),
        "data": found.assign(date=found["end_date"].dt.date)[
            ["date", "pollster", "topic", "percent", "n", "low", "high"]
        ],
    }


def _office(document, partner: str) -> str:
    tags = document.tags.split(";")
    if document.actors.startswith(partner):
        return "partner"
    if "parliament" in tags:
        return "members" if "opposition" in tags else "chair"
    return "defence" if "Minister of Defence" in document.issuer else "others"


def _kinds(found: pd.DataFrame) -> list[str]:
    """What each document is in the affair, the first that fits."""
    signs = {DEED: ["use"], OBJECTS: ["opposition"], OVER: ["who-ended"],
             DEFENDS: ["government-side"]}  # fmt: skip
    kind = pd.Series(OTHER, index=found.index, dtype=object)
    for name, tags in reversed(signs.items()):
        kind[has(found, *tags)] = name
    return kind.tolist()
