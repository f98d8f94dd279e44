"""Placebo ranks: how unusual a unit is among all units that the data hold."""

import pandas as pd


def placebo_rank(values: pd.Series, unit: str) -> tuple[int | None, int, float | None]:
    """Rank of one unit's value among the same value for all units, the lowest first.

    Abadie, Diamond and Hainmueller (2010, *JASA* 105) read the rank of the treated unit among
    placebo units as a permutation test; here it only describes how unusual the unit is.

    Parameters
    ----------
    values : Series
        One value per unit; missing ones are left out.
    unit : str
        Index label of the unit of interest.

    Returns
    -------
    (rank, units, percentile)
        1 is the lowest value; the percentile is the share of the other units, in per cent, that
        lie below. Rank and percentile are None where the unit has no value.
    """
    values = values.dropna()
    if unit not in values.index or len(values) < 2:
        return None, len(values), None
    below = int((values < values[unit]).sum())
    return below + 1, len(values), 100 * below / (len(values) - 1)


def placebo_ranks(frame: pd.DataFrame, statistic: str) -> pd.DataFrame:
    """Rank every unit's statistic among all units, for a table or a chart of placebos.

    Parameters
    ----------
    frame : DataFrame
        One row per unit (a state, a dyad), the statistic in a column; rows without it are left
        out.
    statistic : str
        The column.

    Returns
    -------
    DataFrame
        The rows in order of the statistic, with rank (1 is the lowest; equal values share the
        lowest rank), units, percentile (as in :func:`placebo_rank`; missing for a single unit)
        and extremity: the share of all units, 0 to 1, whose statistic lies at least as far from
        the median as the unit's own. Read as a permutation test, that is a two-sided p-value.
    """
    ranked = frame.dropna(subset=statistic).sort_values(statistic, kind="stable")
    values = ranked[statistic]
    ranks = values.rank(method="min").astype(int)
    distance = (values - values.median()).abs()
    others = len(values) - 1
    return ranked.assign(
        rank=ranks,
        units=len(values),
        percentile=100 * (ranks - 1) / others if others > 0 else float("nan"),
        extremity=distance.rank(method="max", ascending=False) / len(values),
    )
