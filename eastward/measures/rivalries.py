"""Measures on strategic rivalries.

Public names: :func:`of`, :func:`years_with`.

Two states are strategic rivals while each sees the other as a competitor and a threat, which
historians' accounts tell and no count of disputes (Thompson 2001, *International Studies
Quarterly* 45(4)).
"""

from collections.abc import Iterable

import pandas as pd


def of(rivalries: pd.DataFrame, state: str) -> pd.DataFrame:
    """A state's rivals by year.

    Parameters
    ----------
    rivalries : DataFrame
        Columns source, state_a, state_b, year.
    state : str
        ISO3 code.

    Returns
    -------
    DataFrame
        source, partner, year.
    """
    rows = rivalries[(rivalries["state_a"] == state) | (rivalries["state_b"] == state)]
    partner = rows["state_a"].where(rows["state_b"] == state, rows["state_b"])
    rows = rows.assign(partner=partner)[["source", "partner", "year"]]
    return rows.sort_values(["source", "partner", "year"], ignore_index=True)


def years_with(
    rivalries: pd.DataFrame, state: str, partner: str, years: Iterable[int]
) -> pd.Series:
    """Count the years in which two states were rivals.

    Parameters
    ----------
    rivalries : DataFrame
        As for :func:`of`.
    state, partner : str
        ISO3 codes.
    years : iterable of int
        Years that count.

    Returns
    -------
    Series
        Number by source; zero where a source does not list the pair.
    """
    rows = of(rivalries, state)
    rows = rows[(rows["partner"] == partner) & rows["year"].isin(list(years))]
    counts = rows.groupby("source")["year"].nunique()
    return counts.reindex(sorted(rivalries["source"].unique()), fill_value=0)
