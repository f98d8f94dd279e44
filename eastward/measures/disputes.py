"""Measures on militarized interstate disputes.

Public names: :func:`between`, :func:`onsets`, :func:`counts`, :func:`by_decade`,
:func:`by_period`, :func:`last_year`, :func:`by_dyad`, :func:`begun_against`,
:func:`periods_begun`, :func:`begun`, :func:`peak`.

A dispute is a set of threats, displays or uses of force between states (Jones, Bremer and Singer
1996, *Conflict Management and Peace Science* 15(2)).  Side A took the first such act.  Whether
that makes it the one who began is debated, so the initiator may be told by either rule: the state
on side A, or the revisionist state as Gibler, Miller and Little (2016, *International Studies
Quarterly* 60(4)) code it.  Results keep the source apart.
"""

from collections.abc import Iterable
from itertools import pairwise

import pandas as pd

from eastward.errors import InputError
from eastward.measured import Measured

RULES = ("side_a", "revisionist")


def between(disputes: pd.DataFrame, state: str, partner: str | None = None) -> pd.DataFrame:
    """Rows in which a state faces another, on whichever side; against anyone if none is named."""
    on_a, on_b = disputes["state_a"] == state, disputes["state_b"] == state
    if partner is not None:
        on_a &= disputes["state_b"] == partner
        on_b &= disputes["state_a"] == partner
    return disputes[on_a | on_b].reset_index(drop=True)


def onsets(disputes: pd.DataFrame, rule: str = "side_a", originators: bool = True) -> pd.DataFrame:
    """First years of disputes, with the state that began each.

    Parameters
    ----------
    disputes : DataFrame
        Columns source, dispute, state_a, state_b, year, onset, originator_a, originator_b,
        revisionist_a, revisionist_b.
    rule : str
        ``side_a``: the initiator is the state on side A.  ``revisionist``: it is the one
        revisionist state of the pair; missing where both, neither or nobody knows.
    originators : bool
        Whether to leave out pairs of which one joined later.

    Returns
    -------
    DataFrame
        source, dispute, year, state_a, state_b, initiator.

    Raises
    ------
    InputError
        For another rule.
    """
    if rule not in RULES:
        raise InputError(f"rule {rule!r}: expected one of {', '.join(RULES)}")
    rows = disputes[disputes["onset"]]
    if originators:
        rows = rows[rows["originator_a"] & rows["originator_b"]]
    initiator = rows["state_a"]
    if rule == "revisionist":
        first, second = (rows[f"revisionist_{side}"].fillna(-1) for side in ("a", "b"))
        initiator = initiator.where((first == 1) & (second == 0))
        initiator = initiator.mask((first == 0) & (second == 1), rows["state_b"])
    columns = ["source", "dispute", "year", "state_a", "state_b"]
    return rows[columns].assign(initiator=initiator).reset_index(drop=True)


def counts(onsets: pd.DataFrame, by: str | list[str] = "initiator") -> pd.DataFrame:
    """Count onsets by source and other columns; those without a value are not counted."""
    keys = ["source", *([by] if isinstance(by, str) else by)]
    return onsets.groupby(keys, as_index=False).agg(onsets=("dispute", "size"))


def by_decade(onsets: pd.DataFrame, first: int = 0) -> pd.DataFrame:
    """Count onsets by source, decade and initiator.

    A decade is named by its first year, whose last digit is ``first``.
    """
    decade = (onsets["year"] - first) // 10 * 10 + first
    return counts(onsets.assign(decade=decade), ["decade", "initiator"])


def by_period(
    onsets: pd.DataFrame, initiator: str, breaks: Iterable[int], start: int, end: int
) -> pd.DataFrame:
    """Compare how often a state began disputes in successive periods.

    Parameters
    ----------
    onsets : DataFrame
        As :func:`onsets` returns it, for the dyad or state of interest.
    initiator : str
        ISO3 code of the state whose beginnings are counted.
    breaks : iterable of int
        First years of the second and later periods, such as 1921 and 1979.
    start, end : int
        First and last year of all.

    Returns
    -------
    DataFrame
        source, start, end, years, onsets (by the initiator), others (all other onsets, by the
        other state or by nobody the rule can name), per_decade (the initiator's, for ten years).

    Raises
    ------
    InputError
        If a break is outside the years.
    """
    edges = [start, *sorted(breaks), end + 1]
    if any(first >= later for first, later in pairwise(edges)):
        raise InputError(f"breaks {edges[1:-1]}: expected years after {start}, up to {end}")
    result = []
    for source, rows in onsets.groupby("source"):
        for first, after in pairwise(edges):
            inside = rows[rows["year"].between(first, after - 1)]
            own = int((inside["initiator"] == initiator).sum())
            result.append((source, first, after - 1, after - first, own, len(inside) - own))
    columns = ["source", "start", "end", "years", "onsets", "others"]
    frame = pd.DataFrame(result, columns=columns)
    return frame.assign(per_decade=10 * frame["onsets"] / frame["years"])


def periods_begun(onsets: pd.DataFrame, initiator: str, starts: Iterable[int], end: int) -> int:
    """Count the periods in which a state began at least one dispute.

    Parameters
    ----------
    onsets : DataFrame
        Columns year, initiator, of one source and of the dyad of interest.
    initiator : str
        ISO3 code.
    starts : iterable of int
        First years of the periods; each ends where the next begins.
    end : int
        Last year of the last period.
    """
    years = onsets.loc[onsets["initiator"] == initiator, "year"]
    edges = [*sorted(starts), end + 1]
    return sum(bool(years.between(first, after - 1).any()) for first, after in pairwise(edges))


def begun(
    disputes: pd.DataFrame,
    source: str,
    initiator: str,
    target: str,
    years: Iterable[int],
    rule: str = "side_a",
    originators: bool = True,
) -> Measured:
    """Number of disputes that one state began with another.

    Parameters
    ----------
    disputes, rule, originators
        As for :func:`onsets`.
    source : str
        List, COW or GML.
    initiator, target : str
        ISO3 codes.
    years : iterable of int
        Years that count.

    Returns
    -------
    Measured
        value (disputes) and n (years covered by the list).
    """
    years = list(years)
    rows = between(disputes[disputes["source"] == source], initiator, target)
    rows = onsets(rows[rows["year"].isin(years)], rule, originators)
    return Measured((rows["initiator"] == initiator).sum(), len(years))


def peak(disputes: pd.DataFrame, state: str, partner: str, years: Iterable[int]) -> pd.DataFrame:
    """Highest level of hostility that each of two states reached against the other in some years.

    Returns
    -------
    DataFrame
        source (index), and a column for each state, 1 to 5; no row for a source without a
        dispute of the two in these years.
    """
    rows = between(disputes, state, partner)
    rows = rows[rows["year"].isin(list(years))]
    levels = {
        one: rows["hostility_a"].where(rows["state_a"] == one, rows["hostility_b"])
        for one in (state, partner)
    }
    return pd.DataFrame(levels).groupby(rows["source"]).max()


def last_year(disputes: pd.DataFrame, state: str, partner: str) -> pd.Series:
    """Last year of a dispute between two states, by source; empty if they never had one."""
    return between(disputes, state, partner).groupby("source")["year"].max()


def by_dyad(onsets: pd.DataFrame) -> pd.DataFrame:
    """Count onsets of every pair of states, as a set to compare one pair with.

    Returns
    -------
    DataFrame
        source, first, second (alphabetical), onsets, by_first, by_second (who began); onsets
        that the rule gives to nobody are in the first count only.
    """
    ordered = onsets["state_a"] < onsets["state_b"]
    first = onsets["state_a"].where(ordered, onsets["state_b"])
    second = onsets["state_b"].where(ordered, onsets["state_a"])
    rows = onsets.assign(
        first=first,
        second=second,
        by_first=onsets["initiator"].eq(first),
        by_second=onsets["initiator"].eq(second),
    )
    return rows.groupby(["source", "first", "second"], as_index=False).agg(
        onsets=("dispute", "size"), by_first=("by_first", "sum"), by_second=("by_second", "sum")
    )


def begun_against(onsets: pd.DataFrame, initiators: Iterable[str]) -> pd.DataFrame:
    """Disputes that some states began, with the state against which they did.

    Parameters
    ----------
    onsets : DataFrame
        As :func:`onsets` returns it.
    initiators : iterable of str
        ISO3 codes of the states that began.

    Returns
    -------
    DataFrame
        source, dispute, year, initiator, target.
    """
    rows = onsets[onsets["initiator"].isin(set(initiators))]
    target = rows["state_b"].where(rows["initiator"] == rows["state_a"], rows["state_a"])
    columns = ["source", "dispute", "year", "initiator"]
    return rows[columns].assign(target=target).reset_index(drop=True)
