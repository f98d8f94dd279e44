"""Sets: what two of them share, and in which years something belonged to one.

Public names: :func:`jaccard`, :func:`jaccard_of_all`, :func:`runs`, :func:`spells`,
:func:`years_of`.

Years of membership come in two forms: a row for each year, or a row for each spell with its first
and last year. :func:`spells` and :func:`years_of` lead from one to the other.
"""

from collections.abc import Iterable, Set

import numpy as np
import pandas as pd


def jaccard(first: Set, second: Set) -> float | None:
    """Members of both sets as a share of the members of either, 0 to 1.

    Parameters
    ----------
    first, second : set
        Of anything hashable: senders, themes, edges.

    Returns
    -------
    float or None
        None where both are empty.

    References
    ----------
    Jaccard, P. (1912). The distribution of the flora in the alpine zone. *New Phytologist* 11(2),
    37-50.

    Examples
    --------
    >>> jaccard({"EU", "USA"}, {"USA", "CAN"})
    0.3333333333333333
    """
    either = first | second
    return len(first & second) / len(either) if either else None


def jaccard_of_all(held: pd.DataFrame) -> pd.DataFrame:
    """:func:`jaccard` of every two rows of a table of members.

    Parameters
    ----------
    held : DataFrame
        A row for each set, a column for each possible member; true where the set holds it.

    Returns
    -------
    DataFrame
        Rows and columns are the sets; missing where both are empty.

    Examples
    --------
    >>> held = pd.DataFrame({"EU": [1, 0], "USA": [1, 1], "CAN": [0, 1]}, index=["IRN", "RUS"])
    >>> jaccard_of_all(held).round(3).loc["IRN"].to_list()
    [1.0, 0.333]
    """
    members = held.to_numpy(dtype=float)
    both = members @ members.T
    sizes = members.sum(axis=1)
    either = sizes[:, None] + sizes[None, :] - both
    with np.errstate(invalid="ignore"):
        return pd.DataFrame(both / either, index=held.index, columns=held.index)


def runs(frame: pd.DataFrame, by: list[str]) -> pd.Series:
    """Number of the unbroken run of years that each row belongs to.

    Parameters
    ----------
    frame : DataFrame
        The columns ``by`` and year; a year may occur more than once.
    by : list of str
        Columns that tell one series from another.

    Returns
    -------
    Series
        Number of the run, by the frame's index; no run goes on in another series.

    Examples
    --------
    >>> frame = pd.DataFrame({"state": ["A", "A", "A", "B"], "year": [2001, 2002, 2004, 2005]})
    >>> runs(frame, ["state"]).tolist()
    [1, 1, 2, 3]
    """
    # by place, for an index may name several rows alike
    ordered = frame[[*by, "year"]].reset_index(drop=True).sort_values([*by, "year"], kind="stable")
    # a first year has no year before it, so it begins a run; a year told twice does not
    begins = ~ordered.groupby(by)["year"].diff().isin([0, 1])
    return begins.cumsum().sort_index().set_axis(frame.index).rename("run")


def spells(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Join consecutive years to spells.

    Parameters
    ----------
    frame : DataFrame
        The columns ``by`` and year; a year may occur more than once.
    by : list of str
        Columns that tell one series from another.

    Returns
    -------
    DataFrame
        ``by``, start, end (first and last year of each unbroken run).

    Examples
    --------
    >>> frame = pd.DataFrame({"state": ["A", "A", "A"], "year": [2001, 2002, 2004]})
    >>> spells(frame, ["state"]).to_numpy().tolist()
    [['A', 2001, 2002], ['A', 2004, 2004]]
    """
    years = frame[[*by, "year"]].drop_duplicates(ignore_index=True)
    spans = years.groupby([*by, runs(years, by)], as_index=False).agg(
        start=("year", "min"), end=("year", "max")
    )
    return spans[[*by, "start", "end"]]


def years_of(spans: pd.DataFrame, years: Iterable[int]) -> pd.DataFrame:
    """Write spells as years: a row for each of some years that a spell covers.

    Parameters
    ----------
    spans : DataFrame
        Columns start, end (first and last year; end missing while it lasts), and any others.
    years : iterable of int
        Years to look at.

    Returns
    -------
    DataFrame
        The other columns and year, in the order of the spells.

    Examples
    --------
    >>> groups = pd.DataFrame({"state": ["A", "B"], "start": [2001, 2003], "end": [2002, None]})
    >>> years_of(groups, [2002, 2003, 2004]).to_numpy().tolist()
    [['A', 2002], ['B', 2003], ['B', 2004]]
    """
    wanted = pd.DataFrame({"year": sorted(set(years))}, dtype="int64")
    rows = spans.merge(wanted, how="cross")
    inside = (rows["start"] <= rows["year"]) & (rows["end"].fillna(rows["year"]) >= rows["year"])
    return rows[inside].drop(columns=["start", "end"]).reset_index(drop=True)
