"""Measures on memberships: who belongs to an organization, and how its members compare.

Public names: :func:`member_years`, :func:`compared`, :func:`means`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures.sets import spells, years_of


def member_years(
    memberships: pd.DataFrame, organization: str, years: Iterable[int]
) -> pd.DataFrame:
    """Years in which states were full members; after the list ends, its last members stay.

    Parameters
    ----------
    memberships : DataFrame
        Columns organization, state, year, status.
    organization : str
        Abbreviation as in the table.
    years : iterable of int
        Years to look at.

    Returns
    -------
    DataFrame
        state, year.
    """
    full = memberships[
        (memberships["organization"] == organization) & (memberships["status"] == "full")
    ]
    last = full["year"].max()
    lasting = spells(full, ["state"])
    lasting["end"] = lasting["end"].mask(lasting["end"] == last)
    rows = years_of(lasting, years)
    return rows.sort_values(["state", "year"], ignore_index=True)


def compared(members: pd.DataFrame, focal: str, years: Iterable[int]) -> pd.DataFrame:
    """The state-years of a comparison: the members' own, and all years of one state.

    Parameters
    ----------
    members : DataFrame
        state, year, as :func:`member_years` returns them.
    focal : str
        ISO3 code of the state that is compared, a member or not.
    years : iterable of int
        Its years.

    Returns
    -------
    DataFrame
        state, year.
    """
    own = pd.DataFrame({"state": focal, "year": sorted(set(years))})
    rows = pd.concat([members[members["state"] != focal], own])
    return rows.sort_values(["state", "year"], ignore_index=True)


def means(values: pd.DataFrame, among: pd.DataFrame, column: str, least: int) -> pd.Series:
    """Mean of a yearly value for each state over the state-years that are compared.

    Parameters
    ----------
    values : DataFrame
        Columns state, year and the value.
    among : DataFrame
        state, year: the only ones that count.
    column : str
        Column of the value; missing values are left out.
    least : int
        Fewest years with a value; states with fewer are left out.

    Returns
    -------
    Series
        Mean by state.
    """
    known = values.dropna(subset=column).merge(among, on=["state", "year"])
    by_state = known.groupby("state")[column]
    return by_state.mean()[by_state.size() >= least]
