"""Measures on the Security Council: agreement of its members, and vetoes.

Public names: :func:`agreement`, :func:`vetoes_together`, :data:`PERMANENT`.
"""

import pandas as pd

from eastward.measures import voting

PERMANENT = ["CHN", "FRA", "GBR", "RUS", "USA"]


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
