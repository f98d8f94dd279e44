"""Which columns and tags are coded by hand, and how the rows of each are read.

Public names: :data:`VARIABLES`, :data:`WORDS`, :class:`Variable`.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import pandas as pd

from eastward import paths, tables
from eastward.sources import coded_papers, lists

SEEN = ["date", "title", "source_title", "second_title", "note"]
PAPER = ["date", "issuer", "shows", "title", "second_title"]  # a note may give our reason away


class Variable(NamedTuple):
    """A coded variable and how its rows are read."""

    words: str
    """Its name in the book."""
    rows: Callable[[], pd.DataFrame]
    """Gives the rows: an index that names them, the texts, and the code."""
    code: str
    """Column of the present code, which a sheet leaves out."""
    seen: list[str]
    """Columns that a coder may see."""


def _events() -> pd.DataFrame:
    actors = tables.load("event_actors").groupby("id")["actor"].agg(lambda names: ", ".join(names))
    return tables.load("events").set_index("id").assign(actors=actors)


def _actors() -> pd.DataFrame:
    actors = tables.load("event_actors").merge(_events()[SEEN], left_on="id", right_index=True)
    return actors.set_index(actors["id"] + " " + actors["actor"])


def _oil() -> pd.DataFrame:
    oil = tables.load("oil_events").set_index("id")
    return oil.drop(columns=["source_title", "title", "date"]).join(_events()[SEEN])


def _oil_positions() -> pd.DataFrame:
    states = ["iran", "russia", "saudi"]
    long = _oil().melt(SEEN, states, "state", "position", ignore_index=False)
    return long.set_index(long.index + " " + long["state"])


def _links() -> pd.DataFrame:
    links, events = tables.load("event_links"), _events()
    shown = links.assign(
        **{
            f"{end}_{part}": links[end].map(events[part])
            for end in ("earlier", "later")
            for part in ("title", "source_title")
        }
    )
    return shown.set_index(links["earlier"] + " " + links["later"])


def _elections() -> pd.DataFrame:
    rows = tables.load("elections").query("entity in ['candidate', 'list']")
    return rows.set_index(rows["date"].dt.strftime("%Y-%m-%d") + " " + rows["name"])


def _polls() -> pd.DataFrame:
    rows = tables.load("polls")
    return rows.set_index("P" + rows.index.astype(str).str.zfill(3))


def _treaty() -> pd.DataFrame:
    rows = tables.load("treaty_invocations")
    return rows.assign(named=rows["named"].map({True: "yes", False: "no"})).set_index(
        rows["date"].dt.strftime("%Y-%m-%d")
    )


def _statements() -> pd.DataFrame:
    rows = lists.rows(paths.ROOT / f"{lists.FOLDER}/rhetoric.csv")
    return rows.set_index("S" + rows.index.astype(str).str.zfill(3))


def _asked() -> dict[str, Variable]:
    """The questions about documents."""
    return {
        name: Variable(one.words, partial(coded_papers.papers, one), "present", PAPER)
        for name, one in coded_papers.QUESTIONS.items()
    }


POLL = ["date", "pollster", "topic", "subject", "answer", "percent", "note"]
POLL_PAGE = ["source_title", "source_address"]
VARIABLES = {
    "event_kind": Variable("kind of event", _events, "kind", SEEN),
    "event_domain": Variable("what the event is about", _events, "domain", SEEN),
    "event_iran_russia": Variable(
        "Iran and Russia in the event", _events, "iran_russia", ["actors", *SEEN]
    ),
    "event_corroboration": Variable("corroboration", _events, "corroboration", SEEN),
    "actor_role": Variable("role of an actor", _actors, "role", ["actor", *SEEN]),
    "oil_position": Variable(
        "position on oil output", _oil_positions, "position", ["state", *SEEN]
    ),
    "oil_same_side": Variable("same side at oil meetings", _oil, "same_side", SEEN),
    "link_relation": Variable(
        "link between two events",
        _links,
        "relation",
        ["earlier_title", "earlier_source_title", "later_title", "later_source_title"],
    ),
    "election_camp": Variable(
        "camp of a candidate", _elections, "camp", ["date", "election", "name", "entity"]
    ),
    "poll_kind": Variable("how a poll figure was had", _polls, "kind", [*POLL, "source_title"]),
    "poll_confidence": Variable(
        "whose page a poll is from", _polls, "confidence", ["pollster", *POLL_PAGE]
    ),
    "statement_theme": Variable(
        "theme of a statement", _statements, "theme", ["date", "speaker", *POLL_PAGE]
    ),
    "treaty_named": Variable(
        "treaty of 1921 named", _treaty, "named", ["address", "occasion", "source_title"]
    ),
    "document_corroboration": Variable(
        "corroboration of a document", coded_papers.papers, "corroboration", PAPER
    ),
    "document_kind": Variable("kind of document", coded_papers.papers, "kind", PAPER),
    **_asked(),
    "document_measure": Variable(
        "measure against a state", coded_papers.measures, "present", ["measure", *PAPER]
    ),
}
WORDS = {name: one.words for name, one in VARIABLES.items()}  # the variables as the book names them
WORDS["icews_official"] = "role that acts for its state"  # its sheet was drawn from raw names
