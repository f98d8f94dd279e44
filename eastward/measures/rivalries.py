"""Measures on strategic rivalries.

Public names: :func:`years_with`.

Two states are strategic rivals while each sees the other as a competitor and a threat, which
historians' accounts tell and no count of disputes (Thompson 2001, *International Studies
Quarterly* 45(4)).
"""

from collections.abc import Iterable

import pandas as pd


def years_with(
    rivalries: pd.DataFrame, state: str, partner: str, years: Iterable[int]
) -> pd.Series:
    """Count the years in which two states were rivals.

    Parameters
    ----------
    rivalries : DataFrame
        Columns source, state_a, state_b, year; a pair stands in alphabetical order.
    state, partner : str
        ISO3 codes.
    years : iterable of int
        Years that count.

    Returns
    -------
    Series
        Number by source; zero where a source does not list the pair.
    """
    first, second = sorted((state, partner))
    rows = rivalries[(rivalries["state_a"] == first) & (rivalries["state_b"] == second)]
    counts = rows[rows["year"].isin(list(years))].groupby("source")["year"].nunique()
    return counts.reindex(sorted(rivalries["source"].unique()), fill_value=0)
