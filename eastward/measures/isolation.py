"""Isolation: which states of a region have no great power behind them, by one kind of tie or more.

Public names: :data:`KINDS`, :func:`ties`, :func:`having`, :func:`others_without`,
:func:`table`, :func:`bare`, :func:`counts`, :func:`edges`, :func:`carried`.

The kinds of tie are those of :mod:`eastward.measures.patronage`, kept apart here so that a claim
about allies can be read strictly (treaties) or loosely (any tie).
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from eastward.measures import patronage

KINDS = ("treaty", "base", "troops", "fighting", "site")
LISTED = range(1990, 2019)  # years that the undated list of US sites may stand for
GUARDS = 10  # US persons; with fewer in the country a listed site was not in use that year


def ties(
    pacts: pd.DataFrame,
    troops: pd.DataFrame,
    bases: pd.DataFrame,
    support: pd.DataFrame,
    powers: Iterable[str],
    source: str = "ATOP",
    threshold: int = 100,
) -> pd.DataFrame:
    """Every tie between a state and a great power, kind by kind.

    Parameters
    ----------
    pacts, troops, bases, support : DataFrame
        The tables pacts, us_troops, bases and conflict_support.
    powers : iterable of str
        ISO3 codes of the great powers.
    source : str
        Collection of treaties, ATOP or COW.
    threshold : int
        Smallest number of US troops that makes a tie.

    Returns
    -------
    DataFrame
        state, year, patron, kind: *treaty* (a promise of defence), *base* (a US base), *troops*
        (US troops), *fighting* (a power's troops on the state's side in a war), *site* (a smaller
        US site or one of the host's that the United States pay for).  The list of sites bears no
        dates, so a site counts only in years with more US persons than guard an embassy.
    """
    powers = set(powers)
    staffed = troops.loc[troops["troops"] >= GUARDS, ["state", "year"]]
    parts = {
        "treaty": patronage.formal(pacts, powers, source),
        "base": patronage.by_bases(bases, LISTED).merge(staffed),
        "troops": patronage.by_troops(troops, threshold),
        "fighting": patronage.by_fighting(support, powers),
        "site": patronage.by_bases(bases, LISTED, ["lilypad", "funded"]).merge(staffed),
    }
    found = pd.concat([part.assign(kind=kind) for kind, part in parts.items()])
    found = found[found["patron"].isin(powers)].drop_duplicates()
    return found.sort_values(["state", "year", "patron", "kind"], ignore_index=True)


def having(ties: pd.DataFrame, kinds: Iterable[str]) -> pd.DataFrame:
    """Patrons by any of some kinds of tie: state, year, patron, each once."""
    return patronage.informal(ties[ties["kind"].isin(list(kinds))])


def others_without(
    patrons: pd.DataFrame,
    states: Iterable[str],
    focal: str,
    year: int,
    system: pd.DataFrame | None = None,
) -> int:
    """Count the states that speak against *only this state has no patron*.

    Parameters
    ----------
    patrons, states, system
        As in :func:`eastward.measures.patronage.coverage`.
    focal : str
        The state that is said to stand alone; it is counted among the states.
    year : int
        Calendar year.

    Returns
    -------
    int
        The other states without a patron; all states where the focal one has a patron itself, for
        then the sentence is false whatever the others have.
    """
    states = {*states, focal}
    alone = patronage.without_patron(patrons, states, year, system)
    return len(alone) - 1 if focal in alone else len(states)


def table(
    ties: pd.DataFrame,
    readings: Mapping[str, Iterable[str]],
    states: Iterable[str],
    year: int,
    system: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Tell for every reading of *ally* and every state whether the state has one.

    Parameters
    ----------
    ties : DataFrame
        As returned by :func:`ties`.
    readings : mapping of str to iterable of str
        Reading to the kinds of tie that it counts.
    states, year, system
        As in :func:`others_without`.

    Returns
    -------
    DataFrame
        state, reading, backed.  States with fewer readings come first.
    """
    found = pd.DataFrame(False, index=sorted(set(states)), columns=list(readings))
    for reading, kinds in readings.items():
        alone = patronage.without_patron(having(ties, kinds), states, year, system)
        found[reading] = ~found.index.isin(alone)
    found = found.loc[found.sum(axis=1).sort_values(kind="stable").index]
    return found.rename_axis("state").reset_index().melt("state", None, "reading", "backed")


def bare(table: pd.DataFrame) -> dict[str, list[str]]:
    """List the states that have nobody under each reading of a :func:`table`."""
    alone = table[~table["backed"]].groupby("reading")["state"].agg(sorted)
    return {reading: alone.get(reading, []) for reading in table["reading"].unique()}


def counts(
    ties: pd.DataFrame,
    readings: Mapping[str, Iterable[str]],
    states: Iterable[str],
    years: Iterable[int],
    system: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Count the states that have nobody, year by year, under each reading.

    Parameters are those of :func:`table`, with several years.

    Returns
    -------
    DataFrame
        series (the reading), year, value.
    """
    parts = []
    for reading, kinds in readings.items():
        found = patronage.coverage(having(ties, kinds), states, years, system)
        parts.append(found.assign(series=reading, value=found["states"] - found["covered"]))
    return pd.concat(parts, ignore_index=True)[["series", "year", "value"]]


def edges(ties: pd.DataFrame, states: Iterable[str], years: Iterable[int]) -> pd.DataFrame:
    """Ties as lines of a network, bases and troops drawn as one kind and small sites left out.

    Returns
    -------
    DataFrame
        frame (the year), source (the power), target (the state), kind (*treaty*, *presence* or
        *fighting*).
    """
    drawn = {"treaty": "treaty", "base": "presence", "troops": "presence", "fighting": "fighting"}
    rows = ties[ties["state"].isin(set(states)) & ties["year"].isin(set(years))]
    rows = rows.assign(kind=rows["kind"].map(drawn)).dropna(subset="kind")
    rows = rows.rename(columns={"year": "frame", "patron": "source", "state": "target"})
    columns = ["frame", "source", "target", "kind"]
    return rows[columns].drop_duplicates().sort_values(columns, ignore_index=True)


def carried(system: pd.DataFrame, until: int) -> pd.DataFrame:
    """Years in which each state existed, the list's last year repeated up to a later one.

    Parameters
    ----------
    system : DataFrame
        Columns state, year.
    until : int
        Last year wanted.

    Returns
    -------
    DataFrame
        state, year.
    """
    last = int(system["year"].max())
    members = system.loc[system["year"] == last, ["state"]]
    later = [members.assign(year=year) for year in range(last + 1, until + 1)]
    return pd.concat([system[["state", "year"]], *later], ignore_index=True)
