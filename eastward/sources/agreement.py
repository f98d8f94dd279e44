"""A second, independent coding: blank sheets for coders, and how far two codings agree.

Public names: :data:`VARIABLES`, :func:`sheet`, :func:`present`, :func:`kappa`.

The rules stand in ``coding/RULES.md``.  A sheet has the text that a coder may see and two empty
columns, code and remark; its rows are drawn at random with a seed, so that it can be made again.
"""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
from statsmodels.stats.inter_rater import cohens_kappa

from eastward import paths, tables
from eastward.errors import InputError
from eastward.sources import lists

SEED, ROWS = 20260831, 30
SEEN = ["date", "title", "source_title", "second_title", "note"]


class Variable(NamedTuple):
    """A coded variable and how its rows are read."""

    rows: Callable[[], pd.DataFrame]
    """Gives the rows: an index that names them, the texts, and the code."""
    code: str
    """Column of the present code, which a sheet leaves out."""
    seen: list[str]
    """Columns that a coder may see."""


class Agreement(NamedTuple):
    """Cohen's kappa of two codings."""

    kappa: float
    low: float
    high: float
    n: int


def _events() -> pd.DataFrame:
    return tables.load("events").set_index("id")


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
    links, titles = tables.load("event_links"), _events()["title"]
    shown = links.assign(
        earlier_title=links["earlier"].map(titles), later_title=links["later"].map(titles)
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


POLL = ["date", "pollster", "topic", "subject", "answer", "percent", "note"]
POLL_PAGE = ["source_title", "source_address"]
VARIABLES = {
    "event_kind": Variable(_events, "kind", SEEN),
    "event_domain": Variable(_events, "domain", SEEN),
    "event_iran_russia": Variable(_events, "iran_russia", SEEN),
    "event_corroboration": Variable(_events, "corroboration", SEEN),
    "actor_role": Variable(_actors, "role", ["actor", *SEEN]),
    "oil_position": Variable(_oil_positions, "position", ["state", *SEEN]),
    "oil_same_side": Variable(_oil, "same_side", SEEN),
    "link_relation": Variable(_links, "relation", ["earlier_title", "later_title", "basis"]),
    "election_camp": Variable(_elections, "camp", ["date", "election", "name", "entity"]),
    "poll_kind": Variable(_polls, "kind", POLL),
    "poll_confidence": Variable(_polls, "confidence", ["pollster", *POLL_PAGE]),
    "statement_theme": Variable(_statements, "theme", ["date", "speaker", *POLL_PAGE]),
    "treaty_named": Variable(_treaty, "named", ["address", "occasion", "source_title"]),
}


def _of(variable: str) -> Variable:
    if variable not in VARIABLES:
        raise InputError(f"variable {variable!r}: expected one of {', '.join(VARIABLES)}")
    return VARIABLES[variable]


def present(variable: str) -> pd.Series:
    """The present codes of a variable, by the names of its rows.

    Raises
    ------
    InputError
        For an unknown variable.
    """
    entry = _of(variable)
    return entry.rows()[entry.code].dropna().astype(str)


def sheet(variable: str, rows: int = ROWS, seed: int = SEED) -> pd.DataFrame:
    """Draw a blank sheet for a coder.

    Parameters
    ----------
    variable : str
        One of :data:`VARIABLES`.
    rows : int
        So many rows, or all where there are fewer.
    seed : int
        Of the random draw.

    Returns
    -------
    DataFrame
        Column row (the name of the row), the texts that a coder may see, code and remark, both
        empty.

    Raises
    ------
    InputError
        For an unknown variable.

    Examples
    --------
    >>> list(sheet("oil_same_side"))[-2:]
    ['code', 'remark']
    """
    entry = _of(variable)
    whole = entry.rows().dropna(subset=entry.code)
    drawn = whole.sample(min(rows, len(whole)), random_state=seed)[entry.seen]
    return drawn.assign(code="", remark="").rename_axis("row").reset_index()


def kappa(first: pd.Series, second: pd.Series) -> Agreement:
    """Cohen's kappa of two codings of the same rows, with its interval (95 per cent).

    Parameters
    ----------
    first, second : Series
        Codes by the names of the rows; rows that one of the two left blank are left out.

    Returns
    -------
    Agreement
        kappa (1 for the same codes everywhere, 0 for what chance would give), low, high, n.  The
        interval is that of large samples (Fleiss, Cohen and Everitt 1969) and is missing where the
        two agree everywhere.

    Raises
    ------
    InputError
        If no row has both codes.
    """
    both = pd.concat([first, second], axis=1, keys=["first", "second"], join="inner")
    both = both.replace("", None).dropna()
    if both.empty:
        raise InputError("agreement: no row has both codes")
    codes = sorted(set(both["first"]) | set(both["second"]))
    counts = pd.crosstab(both["first"], both["second"]).reindex(
        index=codes, columns=codes, fill_value=0
    )
    if len(codes) == 1:
        return Agreement(1.0, float("nan"), float("nan"), len(both))
    found = cohens_kappa(counts.to_numpy())
    return Agreement(float(found.kappa), float(found.kappa_low), float(found.kappa_upp), len(both))
