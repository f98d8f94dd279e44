"""Votes on the powers' own uses of force in the General Assembly.

Public names: :func:`against_both`.
"""

from collections.abc import Iterable

import pandas as pd


def against_both(
    votes: pd.DataFrame,
    rollcalls: pd.DataFrame,
    powers: Iterable[str],
    absent: bool = True,
    most: float = 0.5,
    without: str = "",
) -> pd.DataFrame:
    """Share of a power's deeds that each state voted to deplore, for the power spared most.

    Parameters
    ----------
    votes : DataFrame
        Column rollcall and one column a state: 1 yes, 2 abstain, 3 no, 0 no vote.
    rollcalls : DataFrame
        Columns rollcall, year, force (the use of force that the resolution deplores, mostly
        missing) and force_by (the power that used it).
    powers : iterable of str
        ISO3 codes of two powers; one without a deed in the list leaves no state with a value.
    absent : bool
        Whether a member that did not vote counts as not having deplored; else it is left out.
    most : float
        Part of a deed's resolutions that a state must have voted for, or more than it.
    without : str
        Name of a use of force to leave out.

    Returns
    -------
    DataFrame
        Index state; value (%, the lower of the two), n (deeds on which it could vote); for each
        power first and second (%), first_deeds and second_deeds (deplored), first_all and
        second_all (deeds on which it could vote).

    Examples
    --------
    >>> votes = pd.DataFrame({"rollcall": [1, 2], "IRN": [1, 1], "POL": [3, 1]})
    >>> rollcalls = pd.DataFrame({"rollcall": [1, 2], "year": 1983, "force": ["one", "two"],
    ...     "force_by": ["RUS", "USA"]})
    >>> against_both(votes, rollcalls, ["RUS", "USA"])["value"].to_dict()
    {'IRN': 100.0, 'POL': 0.0}
    """
    states = votes.columns.difference(["rollcall", "date"])
    named = rollcalls[rollcalls["force"].notna()]
    cast = votes.set_index("rollcall")[states]
    years = rollcalls[rollcalls["year"].isin(named["year"])].set_index("rollcall")["year"]
    session = cast.reindex(years.index).gt(0).groupby(years).any()  # a member in a session votes
    shares, counts = {}, []
    for place, power in zip(("first", "second"), powers, strict=True):
        stands = [
            _stand(cast, session, calls, absent, most)
            for deed, calls in named[named["force_by"] == power].groupby("force")
            if deed != without
        ]
        frame = pd.DataFrame(stands, columns=states, dtype=float)
        shares |= {place: 100 * frame.mean(), f"{place}_deeds": frame.sum()}
        shares[f"{place}_all"] = frame.notna().sum()
        counts.append(frame.notna().sum())
    found = pd.DataFrame(shares, index=states)
    found = found.assign(value=found[["first", "second"]].min(axis=1, skipna=False), n=sum(counts))
    return found.rename_axis("state")


def _stand(cast, session, resolutions, absent, most) -> pd.Series:
    """1 where a state voted for most of the resolutions, 0 where not, missing for non-members."""
    rows = cast.reindex(resolutions["rollcall"])
    member = session.reindex(resolutions["year"].unique()).any()
    yes, voted = (rows == 1).sum(), (rows > 0).sum()
    share = yes / (len(rows) if absent else voted.where(voted > 0))
    return (share >= most).astype(float).where(member & share.notna())
