"""Allies of the great powers by treaty: how long each state was bound, and who was in a window.

Public names: :func:`years_bound`, :func:`bound_states`, :func:`by_window`.

All take ties as :func:`.pacts.with_powers` gives them: source, state, power, year and the kinds of
pledge. A collection says nothing of the years after its last.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from eastward.measures.pacts import KINDS
from eastward.measures.series import LENGTH, window

LEAST = 0.5  # part of the years from which a state counts as bound


def years_bound(
    ties: pd.DataFrame,
    source: str,
    powers: Iterable[str],
    years: Iterable[int],
    kinds: Iterable[str] = KINDS,
    system: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Years in which each state was tied to one of some great powers.

    Parameters
    ----------
    ties : DataFrame
        Columns source, state, power, year and the kinds.
    source : str
        Collection, ATOP or COW.
    powers : iterable of str
        ISO3 codes; they themselves are no units.
    years : iterable of int
        Years that count; none after the collection's last, which say nothing.
    kinds : iterable of str
        Pledges that tie, any of them.
    system : DataFrame, optional
        Columns state, year: the years in which states existed; those of its last year stay.
        Without it only states with a tie are returned, and all years count for them.

    Returns
    -------
    DataFrame
        Index state; value (years with a tie), n (years observed), whom (the powers, by alphabet)
        and first (year with a tie), both missing where there is none.

    Examples
    --------
    >>> ties = pd.DataFrame({"source": "ATOP", "state": "TUR", "power": "USA",
    ...                      "year": [1980, 1981], "defense": True})
    >>> system = pd.DataFrame({"state": ["TUR", "IRN"], "year": 1980})
    >>> bound = years_bound(ties, "ATOP", ["USA"], [1980, 1981], ["defense"], system)
    >>> bound[["value", "n"]].to_dict("index")
    {'IRN': {'value': 0, 'n': 2}, 'TUR': {'value': 2, 'n': 2}}
    >>> bound.loc["TUR", "whom"]
    'USA'
    """
    powers, known = set(powers), list(years)
    rows = ties[ties["source"] == source]
    rows = rows[rows["power"].isin(powers) & rows["year"].isin(known)]
    rows = rows[rows[list(kinds)].any(axis=1)].sort_values(["state", "power"])
    tied = rows.drop_duplicates(["state", "year"])["state"].value_counts()
    if system is None:
        lived = pd.Series(len(known), index=tied.index)
    else:
        there = pd.DataFrame({"year": np.minimum(known, system["year"].max())})
        lived = there.merge(system[["state", "year"]], on="year")["state"].value_counts()
    found = pd.DataFrame({"value": tied, "n": lived}).fillna(0).astype(int)
    by_state = rows.drop_duplicates(["state", "power"]).groupby("state")["power"]
    found = found.assign(whom=by_state.agg(", ".join), first=rows.groupby("state")["year"].min())
    return found[~found.index.isin(powers) & (found["n"] > 0)].rename_axis("state").sort_index()


def bound_states(bound: pd.DataFrame, least: float = LEAST) -> list[str]:
    """States that were tied in at least a part of the years observed, from :func:`years_bound`."""
    return bound.index[bound["value"] >= least * bound["n"]].tolist()


def by_window(
    ties: pd.DataFrame,
    source: str,
    powers: Iterable[str],
    years: Iterable[int],
    start: int,
    length: int = LENGTH,
) -> pd.DataFrame:
    """The states that each power was pledged to in at least half of the years of a window.

    Parameters
    ----------
    ties, source, powers
        As for :func:`years_bound`, with the pledges that count.
    years : iterable of int
        All years; after the collection's last year its last allies stay.
    start, length : int
        Of the windows.

    Returns
    -------
    DataFrame
        window (its first year), power, state.
    """
    rows = ties[(ties["source"] == source) & ties["power"].isin(set(powers))]
    years, last = sorted(set(years)), rows["year"].max()
    of_year = pd.DataFrame(
        {"window": window(years, start, length), "year": np.minimum(years, last)}
    )
    size = of_year.groupby("window").size()
    held = of_year.merge(rows[["state", "power", "year"]], on="year")
    held = held.groupby(["window", "power", "state"]).size().reset_index(name="held")
    enough = held["held"] >= LEAST * held["window"].map(size)
    return held.loc[enough, ["window", "power", "state"]].reset_index(drop=True)
