"""Figures of the chapter on two sanctioned states: each takes a study and gives a figure's parts.

Public names: :func:`senders`, :func:`network`, :func:`deliveries`, :func:`on_aims`.

Every function returns the keywords of :meth:`.Chapter.figure` but the sources. Titles hold under
any parameters.
"""

from typing import Any

import pandas as pd

from eastward.figures import bars, lanes, matrix, theme, ties
from eastward.figures.charts import in_prose, nothing
from eastward.measures.aims import AIMS
from eastward.measures.documents import has
from eastward.networks import bipartite, layout
from eastward.studies.aims import Aims
from eastward.studies.foothold import AT_STAKE, Foothold
from eastward.studies.senders import WEST, Senders

START = 2010
ROWS = 18  # of the matrix
NODES = 12  # senders of the network
ARMS_FROM = 2004
UNIT = "million trend-indicator values"
SHOWN = (2013, 2015, 2017)  # before the sanctions over Crimea, with them, after the deal with Iran
SAME, DIFFER, SETTLED = "the same aim", "different aims", "a difference settled"


def senders(study: Senders, labels: dict[str, str]) -> dict[str, Any]:
    """Who had sanctions in force against one or both, a row a sender and a column a year."""
    found, names = study.by_year(START), _names(study, labels)
    one, two = labels[study.focal], labels[study.partner]
    words = {"both": "against both", study.focal: f"against {one}", study.partner: f"against {two}"}
    order = _order(found)[:ROWS]
    cells = found[found["sender"].isin(order)].assign(kind=found["kind"].map(words))
    cells = cells.rename(columns={"sender": "row"}).assign(column=found["year"].astype(str))
    years = range(START, study.last + 1)
    kinds = {
        words["both"]: lanes.Kind(theme.INK, "square"),
        words[study.focal]: lanes.Kind("#6b6b6b", "triangle-down"),
        words[study.partner]: lanes.Kind("#9a9a9a", "triangle-up"),
    }
    return {
        "title": f"Senders against both: {_tally(study, found)}",
        "subtitle": f"Senders with sanctions in force against {one}, {two} or both, by year",
        "alt": f"Matrix of {len(order)} senders and the years from {START}: whether each had "
        f"sanctions in force against {one}, {two} or both; against both: {_tally(study, found)}.",
        "chart": matrix.matrix(
            cells, {one: names[one] for one in order},
            {str(year): [f"’{year % 100:02d}"] for year in years}, kinds,
        ),
        "data": cells,
        "last": study.last,
    }  # fmt: skip


def network(study: Senders, labels: dict[str, str]) -> dict[str, Any]:
    """The main senders and their lines to the two targets, year by year."""
    found, names = study.by_year(START), _names(study, labels)
    nodes = _order(found)[:NODES]
    two = [study.focal, study.partner]
    rows = study.sanctions[study.sanctions["target"].isin(two)].query("year >= @START")
    rows = rows[rows["sender"].isin(nodes)]
    edges = bipartite.around_two(rows.rename(columns={"sender": "source", "year": "frame"}), *two)
    if edges.empty:
        return {"title": "", "alt": "", "chart": nothing(), "data": edges}
    left, right = nodes[::2], nodes[1::2]
    place = layout.columns(left, two, right, width=0.52)
    one, other = (labels[state] for state in two)
    kinds = {
        "both": ties.Kind("a sender against both", theme.INK),
        study.focal: ties.Kind(f"against {one}", theme.colour(study.focal), (7, 3)),
        study.partner: ties.Kind(f"against {other}", theme.colour(study.partner), (2, 2)),
    }
    beside = dict.fromkeys(left, "left") | dict.fromkeys(right, "right") | {study.focal: "above"}
    options = {"directed": True, "height": 330, "beside": beside}
    years = list(range(int(edges["frame"].min()), study.last + 1))
    panels = [year for year in dict.fromkeys((*SHOWN, study.last)) if year in years]
    return {
        "title": f"Of {len(nodes)} main senders, against both: {_tally(study, found, nodes)}",
        "subtitle": "Sanctions in force in a year; the bead stands at the target",
        "alt": f"Network of {len(nodes)} senders at the sides with lines to {in_prose(one)} and "
        f"{in_prose(other)} in the middle; against both: {_tally(study, found, nodes)}.",
        "chart": ties.by_frame(edges, place, names, kinds, frames=years, **options),
        "print_chart": ties.panels(edges, place, names, kinds, panels, **options),
        "data": edges,
        "last": study.last,
    }


def deliveries(study: Foothold, labels: dict[str, str]) -> dict[str, Any]:
    """Arms delivered by one power to the region, by year."""
    rows = study.transfers[study.transfers["recipient"].isin(study.region)]
    rows = rows[(rows["supplier"] == study.power) & (rows["year"] >= ARMS_FROM)]
    kind = rows["recipient"].where(rows["recipient"].isin(AT_STAKE), "rest")
    data = rows.assign(kind=kind).groupby(["year", "kind"], as_index=False)["tiv"].sum()
    data = data.rename(columns={"year": "period", "tiv": "value"})
    kinds = {"SYR": ("Syria", theme.INK), "LBY": ("Libya", theme.GREY)}
    part, name = study.stake()["measured"].value, labels[study.power]
    title = f"Arms from {in_prose(name)} for the Middle East and Libya"
    if part is not None:
        title = f"Before the uprisings Libya and Syria took {part:.0f} % of {name}'s deliveries"
    return {
        "title": title,
        "subtitle": f"Major arms delivered to the Middle East and Libya, {UNIT}",
        "alt": f"Stacked bars by year from {ARMS_FROM}: arms delivered by {in_prose(name)} to "
        "Syria, to Libya and to the other states of the Middle East.",
        "chart": bars.by_period(data, UNIT, kinds | {"rest": ("others", "#d0d0d0")}),
        "data": data,
    }


def on_aims(study: Aims, years: range) -> dict[str, Any]:
    """What documents show on each aim, by the day."""
    found = study.on_aims(years)
    kind = has(found, "agree").map({True: SAME, False: DIFFER}).astype(str)
    kind = kind.where(~has(found, "settled"), SETTLED)
    shown = found.assign(kind=kind)[has(found, "agree", "differ")]
    parts = [shown[has(shown, aim)].assign(row=aim) for aim in AIMS]
    every = pd.concat(parts)
    day = every["date"].dt.strftime("%Y-%m-%d")
    data = pd.DataFrame(
        {
            "row": every["row"], "start": day, "end": day, "kind": every["kind"],
            "title": every["issuer"] + ": " + every["shows"],
        }
    )  # fmt: skip
    rows = {aim: name[0].upper() + name[1:] for aim, name in AIMS.items()}
    kinds = {
        SAME: lanes.Kind(theme.INK, "circle"),
        DIFFER: lanes.Kind(theme.INK, "triangle-down"),
        SETTLED: lanes.Kind("#6b6b6b", "diamond"),
    }
    differ = data.loc[data["kind"] != SAME, "row"].nunique()
    return {
        "title": f"Documents show differences on {differ} of {len(rows)} aims",
        "subtitle": "Documents on the aims of the two states in Syria, as far as two sources tell",
        "alt": "Lanes of days, one for each aim: "
        + "; ".join(f"{rows[one.row]}, {one.start}, {one.kind}" for one in data.itertuples()),
        "chart": lanes.lanes(data, rows, kinds, {}),
        "data": data,
    }


def _order(found: pd.DataFrame) -> list[str]:
    """Western senders first, then by the years in which they acted."""
    years = found.groupby("sender")["year"].nunique()
    return sorted(years.index, key=lambda one: (one not in WEST, -years[one], one))


def _tally(study: Senders, found: pd.DataFrame, nodes: list[str] | None = None) -> str:
    """Senders against both in the years that are shown."""
    both = found[found["kind"] == "both"]
    if nodes is not None:
        both = both[both["sender"].isin(nodes)]
    count = both["year"].value_counts()
    years = [year for year in (2013, 2015, 2017, study.last) if year <= study.last]
    return ", ".join(f"{count.get(year, 0)} in {year}" for year in dict.fromkeys(years))


def _names(study: Senders, labels: dict[str, str]) -> dict[str, str]:
    senders = study.sanctions["sender"].unique()
    return {one: one for one in senders} | labels | {"EU": "EU", "UN": "UN"}
