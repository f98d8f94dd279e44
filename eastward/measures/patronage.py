"""Patronage: which states have a great power behind them.

Public names: :func:`formal`, :func:`by_troops`, :func:`by_bases`, :func:`by_fighting`,
:func:`informal`, :func:`coverage`, :func:`without_patron`, :func:`years_with_patron`.

A pact is the formal tie; soldiers and bases on a state's soil are the informal one, as Lake
(2009, *Hierarchy in International Relations*, chapter 3) measures security hierarchy.  The data
on troops and bases know the United States alone, so informal patronage by other powers rests on
pacts and on the wars in which they fight, and is understated.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures import pacts as pledges

COLUMNS = ["state", "year", "patron"]
UNINVITED = ("CUB", "SYR")  # states with US troops and sites against the will of their government


def formal(
    pacts: pd.DataFrame,
    powers: Iterable[str],
    source: str,
    kinds: Iterable[str] = ("defense",),
) -> pd.DataFrame:
    """Patrons by treaty: the powers that pledge something to a state.

    Parameters
    ----------
    pacts : DataFrame
        Columns source, state, partner, year, mutual and the kinds of pledge.
    powers : iterable of str
        ISO3 codes of the great powers.
    source : str
        Collection of treaties, ATOP or COW.
    kinds : iterable of str
        Pledges that make a patron; a promise of defence by default.

    Returns
    -------
    DataFrame
        state, year, patron.
    """
    rows = pledges.with_powers(pacts[pacts["source"] == source], powers, kinds, "received")
    return rows.rename(columns={"power": "patron"})[COLUMNS]


def by_troops(
    troops: pd.DataFrame,
    threshold: int,
    patron: str = "USA",
    uninvited: Iterable[str] = UNINVITED,
) -> pd.DataFrame:
    """Patrons by soldiers: states with at least so many of a power's troops.

    Parameters
    ----------
    troops : DataFrame
        Columns state, year, troops.
    threshold : int
        Smallest number that counts; a few soldiers are embassy guards.
    patron : str
        ISO3 code of the power whose troops they are.
    uninvited : iterable of str
        States that have the troops on their soil against the will of their government.

    Returns
    -------
    DataFrame
        state, year, patron.
    """
    rows = troops[(troops["troops"] >= threshold) & ~troops["state"].isin(list(uninvited))]
    return rows[["state", "year"]].assign(patron=patron)


def by_bases(
    bases: pd.DataFrame,
    years: Iterable[int],
    kinds: Iterable[str] = ("base",),
    uninvited: Iterable[str] = UNINVITED,
    patron: str = "USA",
) -> pd.DataFrame:
    """Patrons by bases, for years in which an undated list is taken to hold.

    Parameters
    ----------
    bases : DataFrame
        Columns state, kind; no dates.
    years : iterable of int
        Years that the list may stand for.
    kinds : iterable of str
        Kinds of site that count: base, lilypad, funded.
    uninvited : iterable of str
        States that have sites on their soil against the will of their government.
    patron : str
        ISO3 code of the power whose bases they are.

    Returns
    -------
    DataFrame
        state, year, patron.
    """
    hosts = set(bases.loc[bases["kind"].isin(list(kinds)), "state"]) - set(uninvited)
    rows = [(host, year, patron) for host in sorted(hosts) for year in years]
    return pd.DataFrame(rows, columns=COLUMNS)


def by_fighting(support: pd.DataFrame, powers: Iterable[str]) -> pd.DataFrame:
    """Patrons in war: powers whose troops joined the side of a state's government.

    Parameters
    ----------
    support : DataFrame
        Columns source, year, party, supporter; only the source ACD, which has troops alone.
    powers : iterable of str
        ISO3 codes of the great powers.

    Returns
    -------
    DataFrame
        state, year, patron.  Troops under a United Nations flag count.
    """
    rows = support[(support["source"] == "ACD") & support["supporter"].isin(set(powers))]
    rows = rows[~rows["party"].str.startswith("rebels of ")]
    rows = rows.assign(state=rows["party"].str.split()).explode("state")
    rows = rows.rename(columns={"supporter": "patron"})
    return rows.loc[rows["state"] != rows["patron"], COLUMNS].drop_duplicates()


def informal(*ties: pd.DataFrame) -> pd.DataFrame:
    """Patrons by any tie: the union of formal, troops and bases.

    Parameters
    ----------
    *ties : DataFrame
        Columns state, year, patron, from the functions above.

    Returns
    -------
    DataFrame
        state, year, patron, each once.
    """
    rows = pd.concat([tie[COLUMNS] for tie in ties]).drop_duplicates()
    return rows.sort_values(COLUMNS, ignore_index=True)


def _counted(
    patrons: pd.DataFrame, states: Iterable[str], years: Iterable[int], system: pd.DataFrame | None
) -> pd.DataFrame:
    """Cross states with years, leaving out years in which a state did not exist."""
    frame = pd.MultiIndex.from_product(
        [sorted(set(states)), sorted(set(years))], names=["state", "year"]
    ).to_frame(index=False)
    if system is not None:
        frame = frame.merge(system[["state", "year"]], on=["state", "year"])
    ties = patrons[["state", "year"]].drop_duplicates().assign(patron=True)
    frame = frame.merge(ties, on=["state", "year"], how="left")
    return frame.assign(patron=frame["patron"].eq(True))


def coverage(
    patrons: pd.DataFrame,
    states: Iterable[str],
    years: Iterable[int],
    system: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Share of states that have a patron, year by year.

    Parameters
    ----------
    patrons : DataFrame
        Columns state, year, patron.
    states : iterable of str
        The states of a region; leave out the powers themselves.
    years : iterable of int
        Years to look at.
    system : DataFrame, optional
        Columns state, year: the years in which each state existed.  Without it all states count
        in all years.

    Returns
    -------
    DataFrame
        year, states (their number), covered (with at least one patron), share (0-1).  Years
        without any state are left out.
    """
    found = _counted(patrons, states, years, system).groupby("year", as_index=False)["patron"]
    result = found.agg(states="size", covered="sum")
    return result.assign(share=result["covered"] / result["states"])


def without_patron(
    patrons: pd.DataFrame, states: Iterable[str], year: int, system: pd.DataFrame | None = None
) -> list[str]:
    """List the states that have no patron in a year; parameters as in :func:`coverage`."""
    found = _counted(patrons, states, [year], system)
    return found.loc[~found["patron"], "state"].tolist()


def years_with_patron(
    patrons: pd.DataFrame,
    states: Iterable[str],
    years: Iterable[int],
    system: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rank states by the share of their years with a patron, the loneliest first.

    Parameters are those of :func:`coverage`.

    Returns
    -------
    DataFrame
        state, years (in which it existed), covered, share (0-1), rank (1 for the smallest share;
        states of equal share have the same rank).
    """
    found = _counted(patrons, states, years, system).groupby("state", as_index=False)["patron"]
    result = found.agg(years="size", covered="sum")
    result["share"] = result["covered"] / result["years"]
    result["rank"] = result["share"].rank(method="min").astype(int)
    return result.sort_values(["rank", "state"], ignore_index=True)
