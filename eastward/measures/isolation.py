"""Isolation: which states have no great power behind them, by any of several kinds of tie.

Public names: :data:`KINDS`, :func:`ties`, :func:`tied`, :func:`others_without`, :func:`edges`.

The kinds of tie are those of :mod:`eastward.measures.patronage`.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from eastward.measured import Measured
from eastward.measures import patronage

KINDS = ("promise", "standing", "base", "soldiers", "war", "arms")


def ties(
    tables: Mapping[str, pd.DataFrame],
    powers: Iterable[str],
    years: range,
    soldiers: int = 100,
    floor: float = 500,
) -> pd.DataFrame:
    """Every tie between a state and a great power, kind by kind.

    Parameters
    ----------
    tables : mapping
        The tables pacts, documents, bases, us_troops, deployments, conflict_support and
        arms_suppliers, by name.
    powers : iterable of str
        ISO3 codes of the great powers.
    years : range
        Years to look at; deliveries of arms count from its first on.
    soldiers : int
        Smallest number of a power's soldiers that makes a tie.
    floor : float
        Smallest volume of arms in five years that makes one, million trend-indicator values.

    Returns
    -------
    DataFrame
        state, year, patron, kind: *promise* (of defence), *standing* (an ally by law), *base*,
        *soldiers*, *war* (a power's troops on the government's side), *arms* (a main supplier).
    """
    powers, sent = set(powers), tables["us_troops"]
    parts = {
        "promise": [patronage.formal(tables["pacts"], powers, "ATOP")],
        "standing": [patronage.by_standing(tables["documents"], years)],
        "base": [patronage.by_bases(tables["bases"], sent)],
        "soldiers": [
            patronage.by_troops(sent, soldiers),
            patronage.by_deployment(tables["deployments"], soldiers),
        ],
        "war": [patronage.by_fighting(tables["conflict_support"], powers)],
        "arms": [patronage.by_arms(tables["arms_suppliers"], years[0], floor)],
    }
    found = pd.concat(one.assign(kind=kind) for kind, all_ in parts.items() for one in all_)
    found = found[found["patron"].isin(powers) & found["year"].isin(years)].drop_duplicates()
    return found.sort_values(["state", "year", "patron", "kind"], ignore_index=True)


def tied(
    ties: pd.DataFrame, states: Iterable[str], years: Iterable[int], system: pd.DataFrame
) -> pd.DataFrame:
    """Years in which each state had a tie.

    Parameters
    ----------
    ties : DataFrame
        Columns state, year, patron, of the kinds that count.
    states : iterable of str
        ISO3 codes; those that did not exist in any of the years are left out.
    years : iterable of int
        Years that count.
    system : DataFrame
        Columns state, year: when each state existed.

    Returns
    -------
    DataFrame
        Index state; value (years with a tie), n (years in which it existed), whom (the patrons).

    Examples
    --------
    >>> ties = pd.DataFrame({"state": ["TUR"], "year": [1980], "patron": ["USA"]})
    >>> system = pd.DataFrame({"state": ["TUR", "TUR", "IRN"], "year": [1980, 1981, 1980]})
    >>> tied(ties, ["IRN", "TUR"], [1980, 1981], system).values.tolist()
    [[0, 1, ''], [1, 2, 'USA']]
    """
    wanted, years = sorted(set(states)), set(years)
    there = system[system["state"].isin(wanted) & system["year"].isin(years)]
    lived = there.groupby("state")["year"].nunique()
    had = ties.merge(there[["state", "year"]], on=["state", "year"])
    whom = had.groupby("state")["patron"].agg(lambda codes: ", ".join(sorted(set(codes))))
    found = pd.DataFrame({"value": had.groupby("state")["year"].nunique(), "n": lived})
    found = found[found["n"].notna()].fillna(0).astype(int)
    return found.assign(whom=whom).fillna({"whom": ""}).rename_axis("state")


def others_without(tied: pd.DataFrame, focal: str, least: float = 0.0) -> tuple[Measured, list]:
    """Count the states that speak against *only this state has no great power behind it*.

    Parameters
    ----------
    tied : DataFrame
        As :func:`tied` gives.
    focal : str
        The state that is said to stand alone.
    least : float
        Share of its years up to which a state with a tie counts as without one.

    Returns
    -------
    (Measured, list of str)
        The other states without a tie, and their codes; all other states are counted where the
        focal one has a tie itself, for then the sentence is false whatever the others have. n is
        the number of other states.

    Examples
    --------
    >>> tied = pd.DataFrame({"value": [0, 5, 0], "n": 36}, index=["IRN", "TUR", "LBN"])
    >>> others_without(tied, "IRN")
    (Measured(value=1.0, n=2, low=None, high=None, note=''), ['LBN'])
    >>> others_without(tied, "TUR")[0].value
    2.0
    """
    if focal not in tied.index:
        return Measured(None, 0), []
    lacks = tied["value"] <= least * tied["n"]
    others = lacks.drop(focal)
    value = others.sum() if lacks[focal] else len(others)
    return Measured(value, len(others)), sorted(others.index[others])


def edges(ties: pd.DataFrame, states: Iterable[str]) -> pd.DataFrame:
    """Ties as lines of a network: promises and standing, presence on the soil, war.

    Returns
    -------
    DataFrame
        frame (the year), source (the power), target (the state), kind (*pact*, *presence* or
        *war*); arms are left out.
    """
    drawn = {"promise": "pact", "standing": "pact", "base": "presence", "soldiers": "presence"}
    rows = ties[ties["state"].isin(set(states))]
    rows = rows.assign(kind=rows["kind"].map(drawn | {"war": "war"})).dropna(subset="kind")
    rows = rows.rename(columns={"year": "frame", "patron": "source", "state": "target"})
    columns = ["frame", "source", "target", "kind"]
    return rows[columns].drop_duplicates().sort_values(columns, ignore_index=True)
