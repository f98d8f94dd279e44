"""Measures on support for the sides of armed conflicts.

Public names: :func:`same_side`, :func:`opposite_sides`, :func:`pairs`, :func:`stays`.

Who supports whom is coded by Meier, Karlen, Pettersson and Croicu (2022, *Journal of Peace
Research* 60(3)), and with troops alone by Gleditsch and others (2002, *Journal of Peace Research*
39(5)).  Results keep the source apart.
"""

import pandas as pd

from eastward.measures import pacts

SIDE = ["source", "conflict", "year", "side"]


def _sides(support: pd.DataFrame, state: str) -> pd.DataFrame:
    return support.loc[support["supporter"] == state, SIDE].drop_duplicates()


def same_side(support: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Conflict years in which two states supported the same side.

    Parameters
    ----------
    support : DataFrame
        Columns source, conflict, year, side, party, supporter.
    first, second : str
        ISO3 codes; their order does not matter.

    Returns
    -------
    DataFrame
        source, conflict, year, side.  A side may be of several parties, so the two may have
        supported different ones.
    """
    found = _sides(support, first).merge(_sides(support, second))
    return found.sort_values(SIDE, ignore_index=True)


def opposite_sides(support: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Conflict years in which two states supported opposite sides.

    Returns
    -------
    DataFrame
        source, conflict, year, side (of the first state).
    """
    other = _sides(support, second)
    other["side"] = other["side"].map({"A": "B", "B": "A"})
    found = _sides(support, first).merge(other)
    return found.sort_values(SIDE, ignore_index=True)


def pairs(support: pd.DataFrame, source: str) -> pd.DataFrame:
    """Count the conflict years on one side of every pair of supporters, to compare one pair with.

    Parameters
    ----------
    support : DataFrame
        Columns source, conflict, year, side, supporter.
    source : str
        Dataset, ACD or ESD.

    Returns
    -------
    DataFrame
        first, second (alphabetical), years (conflict years on the same side), conflicts (their
        number), largest first.
    """
    rows = support.loc[support["source"] == source, [*SIDE, "supporter"]].drop_duplicates()
    both = rows.merge(rows, on=SIDE, suffixes=("", "_other"))
    both = both.rename(columns={"supporter": "first", "supporter_other": "second"})
    both = both[both["first"] < both["second"]]
    result = both.groupby(["first", "second"], as_index=False).agg(
        years=("conflict", "size"), conflicts=("conflict", "nunique")
    )
    return result.sort_values(
        ["years", "first", "second"], ascending=[False, True, True], ignore_index=True
    )


def stays(support: pd.DataFrame, source: str) -> pd.DataFrame:
    """How long two states supported one side of a conflict together, without a year's break.

    Parameters
    ----------
    support : DataFrame
        Columns source, conflict, year, side, supporter.
    source : str
        Dataset, ACD or ESD.

    Returns
    -------
    DataFrame
        conflict, side, first, second (supporters, alphabetical), start, end, years (their number);
        a stay that reaches the table's last year may have gone on.
    """
    rows = support.loc[support["source"] == source, [*SIDE, "supporter"]].drop_duplicates()
    both = rows.rename(columns={"supporter": "first"}).merge(
        rows.rename(columns={"supporter": "second"}), on=SIDE
    )
    both = both[both["first"] < both["second"]]
    found = pacts.spells(both, ["conflict", "side", "first", "second"])
    return found.assign(years=found["end"] - found["start"] + 1)
