"""Measures on the Security Council: agreement of its members, and vetoes.

Public names: :func:`agreement`, :func:`vetoes_together`, :func:`withheld`,
:func:`vetoes_outside`, :data:`PERMANENT`.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from eastward.measured import Measured
from eastward.measures import voting

PERMANENT = ["CHN", "FRA", "GBR", "RUS", "USA"]

# Vetoes for a state that the table of votes lacks, as it begins in 1994, or has under another
# topic: the draft on sanctions over the embassy (S/13735) and the one on arms for Yemen
# (S/2018/156).
_OUTSIDE = {"IRN": [("1980-01-13", "RUS"), ("2018-02-26", "RUS")]}


def vetoes_outside(state: str, until: str) -> dict[str, int]:
    """Vetoes cast for a state outside its own topic up to a day, by power."""
    cast = [power for day, power in _OUTSIDE.get(state, []) if day <= until]
    return {power: cast.count(power) for power in cast}


def agreement(
    votes: pd.DataFrame,
    drafts: pd.DataFrame,
    method: str = "agreement",
    period: str = "year",
    minimum: int = 1,
) -> pd.DataFrame:
    """Agreement of every pair of members, as :func:`.voting.agreement` has it.

    Parameters
    ----------
    votes : DataFrame
        Columns draft_id, state, vote (1 yes, 2 abstain, 3 no).
    drafts : DataFrame
        Column draft_id and the period; only these drafts count.
    method, minimum
        As for the General Assembly.
    period : str
        Column of drafts that groups them, such as year, topic or region.

    Returns
    -------
    DataFrame
        The period, state, other, votes, agreement.  Most drafts are adopted by all, so agreement
        is high between any two members; leave out what nobody opposed to see more.
    """
    cast = votes.pivot(index="draft_id", columns="state", values="vote").fillna(0).astype("int64")
    cast = cast.rename_axis(index="rollcall", columns=None).reset_index()
    rollcalls = drafts.rename(columns={"draft_id": "rollcall"})
    return voting.agreement(cast, rollcalls, method, period, minimum)


def vetoes_together(votes: pd.DataFrame) -> pd.DataFrame:
    """Count the drafts that two members vetoed together; on the diagonal, all that one vetoed.

    Parameters
    ----------
    votes : DataFrame
        Columns draft_id, state, veto.
    """
    cast = votes[votes["veto"]]
    table = pd.crosstab(cast["draft_id"], cast["state"])
    return (table.T @ table).rename_axis(index="state", columns="other")


def withheld(
    votes: pd.DataFrame,
    drafts: pd.DataFrame,
    powers: Iterable[str],
    abstentions: bool = True,
    more: Mapping[str, int] | None = None,
) -> Measured:
    """Share of drafts to which the power most reluctant about them did not say yes.

    Parameters
    ----------
    votes : DataFrame
        Columns draft_id, state, vote (1 yes, 2 abstain, 3 no); a power without a row took no part.
    drafts : DataFrame
        Column draft_id, recorded: the drafts that count, those with usable votes.
    powers : iterable of str
        Members with a vote on all of them, such as the permanent ones.
    abstentions : bool
        Whether an abstention, or taking no part, counts as withholding the yes; else a no alone.
    more : mapping, optional
        Power to the number of its vetoes outside the table, which are added to all powers' drafts.

    Returns
    -------
    Measured
        value (%), n (drafts), note (the power; none where all always said yes).

    Examples
    --------
    >>> votes = pd.DataFrame({"draft_id": [1, 1, 2], "state": ["RUS", "USA", "USA"], "vote": 1})
    >>> drafts = pd.DataFrame({"draft_id": [1, 2], "recorded": True})
    >>> withheld(votes, drafts, ["RUS", "USA"])
    Measured(value=50.0, n=2, low=None, high=None, note='RUS')
    """
    chosen, more = drafts.loc[drafts["recorded"], "draft_id"], dict(more or {})
    cast = votes[votes["draft_id"].isin(chosen)].pivot(
        index="draft_id", columns="state", values="vote"
    )
    cast = cast.reindex(index=chosen, columns=list(powers)).fillna(2)
    n = len(cast) + max(more.values(), default=0)
    if not n:
        return Measured(None, 0, note="it has no file of its own in the Council")
    kept = (cast > 1 if abstentions else cast == 3).sum()
    kept = kept.add(pd.Series(more, dtype=float), fill_value=0).reindex(list(powers))
    return Measured(100 * kept.max() / n, n, note=str(kept.idxmax()) if kept.max() else "")
