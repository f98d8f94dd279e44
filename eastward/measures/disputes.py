"""Measures on militarized interstate disputes.

Public names: :func:`between`, :func:`onsets`, :func:`begun_against`, :func:`begun`.

A dispute is a set of threats, displays or uses of force between states (Jones, Bremer and Singer
1996, *Conflict Management and Peace Science* 15(2)).  Side A took the first such act.  Whether
that makes it the one who began is debated, so the initiator may be told by either rule: the state
on side A, or the revisionist state as Gibler, Miller and Little (2016, *International Studies
Quarterly* 60(4)) code it.  Results keep the source apart.
"""

from collections.abc import Iterable

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
