"""Figures of the Security Council on one state: whose side the powers took, and vetoes.

Public names: :func:`votes`, :func:`vetoes`.

Both take a study and return the keywords of :meth:`.Chapter.figure` but the sources. Titles hold
under any parameters.
"""

from typing import Any

import pandas as pd

from eastward.figures import bars, lanes, matrix, theme
from eastward.figures.charts import in_prose
from eastward.measures import drafts
from eastward.measures.council import PERMANENT
from eastward.studies.council import Council


def votes(council: Council) -> dict[str, Any]:
    """Whose side each permanent member took on each draft."""
    listed = council.stances[council.stances["side"] != "even"]
    label = council.label
    signs = {"with": f"on the side of {label}", "out": "abstains", "other": "on the other side"}
    cells = []
    for draft in listed.itertuples():
        wanted = drafts.NO if draft.side == "against" else drafts.YES
        for power in PERMANENT:
            vote = getattr(draft, power)
            sign = "with" if vote == wanted else "out" if vote == drafts.ABSTAINS else "other"
            cells.append((draft.id, power, signs[sign]))
    cells = pd.DataFrame(cells, columns=["row", "column", "kind"])
    verbs = {"against": "against", "favour": "in favour"}
    rows = {
        one.id: f"{one.date.day} {one.date:%b %Y}, {verbs[one.side]}" for one in listed.itertuples()
    }
    columns = {power: [council.labels[power]] for power in (council.partner, *PERMANENT)}
    kinds = {
        signs["with"]: lanes.Kind(theme.INK, "triangle-up"),
        signs["out"]: lanes.Kind("#6b6b6b", "diamond"),
        signs["other"]: lanes.Kind("#9a9a9a", "circle"),
    }
    own = cells[(cells["column"] == council.partner) & (cells["kind"] == signs["with"])]
    whose = in_prose(council.labels[council.partner])
    days = listed.set_index("id")["date"]
    first = min((days[one] for one in own["row"]), default=None)
    since = f", first in {first.year}" if first is not None else ""
    return {
        "title": f"{whose} took the side of {label} in {len(own)} of {len(listed)} votes{since}",
        "subtitle": f"Drafts against {label} or in its favour since 2006, by permanent member",
        "alt": "Matrix of drafts and permanent members: "
        + "; ".join(f"{rows[one.row]}: {one.column} {one.kind}" for one in cells.itertuples()),
        "chart": matrix.matrix(cells, rows, columns, kinds),
        "data": cells.assign(date=cells["row"].map(days).dt.date if len(cells) else []),
    }


def vetoes(council: Council, since: int) -> dict[str, Any]:
    """Drafts that one or several powers vetoed, by topic and by who vetoed together."""
    names = council.labels
    counts = council.vetoes.sort_values("count", ascending=False)
    counts = counts[counts["members"].str.split().map(lambda who: council.partner in who)]
    data = pd.DataFrame(
        {
            "name": [
                f"{one.topic}: {' and '.join(names[who] for who in one.members.split())}"
                for one in counts.itertuples()
            ],
            "kind": (counts["members"] == council.partner).map({True: "alone", False: "joined"}),
            "value": counts["count"],
        }
    )
    whose = in_prose(names[council.partner])
    alone = int(data.loc[data["kind"] == "alone", "value"].sum())
    return {
        "title": f"{whose} vetoed {int(data['value'].sum())} drafts, {alone} of them alone",
        "subtitle": f"Drafts vetoed since {since} by topic and by who vetoed, number",
        "alt": "Bars: " + "; ".join(f"{one.name}: {one.value}" for one in data.itertuples()),
        "chart": bars.across(
            data,
            "drafts",
            {"alone": ("alone", theme.INK), "joined": ("with another", "#b5b5b5")},
        ),
        "data": data,
    }
