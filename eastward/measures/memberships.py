"""Measures on memberships: who belongs to an organization, and for how long.

Public names: :func:`member_years`, :func:`mostly`.
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


def mostly(members: pd.DataFrame, years: Iterable[int]) -> list[str]:
    """States that belong in at least half of some years, from :func:`member_years`."""
    years = set(years)
    counted = members.loc[members["year"].isin(years), "state"].value_counts()
    return sorted(counted.index[counted >= len(years) / 2])
