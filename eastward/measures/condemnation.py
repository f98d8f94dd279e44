"""Votes on the powers' own uses of force in the General Assembly.

Public names: :data:`DEEDS`, :func:`against_both`.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

# Resolutions that deplore a use of force by a power or call on it to withdraw or to comply, by
# their symbols. Recorded totals were compared with the voting data when the list was made.
DEEDS = {
    "RUS": {
        "Afghanistan": ["35/37", "36/34", "37/37", "38/29", "39/13", "40/12", "41/33", "42/15"],
        "Crimea": ["68/262"],
    },
    "USA": {
        "Grenada": ["38/7"],
        "Nicaragua": ["41/31", "42/18", "43/11"],
        "Libya": ["41/38"],
        "Panama": ["44/240"],
    },
}


def against_both(
    votes: pd.DataFrame,
    rollcalls: pd.DataFrame,
    powers: Iterable[str],
    absent: bool = True,
    most: float = 0.5,
    without: str = "",
    deeds: Mapping[str, Mapping[str, list[str]]] = DEEDS,
) -> pd.DataFrame:
    """Share of a power's deeds that each state voted to deplore, for the power spared most.

    Parameters
    ----------
    votes : DataFrame
        Column rollcall and one column a state: 1 yes, 2 abstain, 3 no, 0 no vote.
    rollcalls : DataFrame
        Columns rollcall, resolution, year.
    powers : iterable of str
        ISO3 codes of two powers; one without a deed in the list leaves no state with a value.
    absent : bool
        Whether a member that did not vote counts as not having deplored; else it is left out.
    most : float
        Part of a deed's resolutions that a state must have voted for, or more than it.
    without : str
        Name of a deed to leave out.
    deeds : mapping
        Power to its deeds, each with the symbols of its resolutions.

    Returns
    -------
    DataFrame
        Index state; value (%, the lower of the two), n (deeds on which it could vote); for each
        power first and second (%), first_deeds and second_deeds (deplored), first_all and
        second_all (deeds on which it could vote).

    Examples
    --------
    >>> votes = pd.DataFrame({"rollcall": [1, 2], "IRN": [1, 1], "POL": [3, 1]})
    >>> rollcalls = pd.DataFrame({"rollcall": [1, 2], "resolution": ["a", "b"], "year": 1983})
    >>> listed = {"RUS": {"one": ["a"]}, "USA": {"two": ["b"]}}
    >>> against_both(votes, rollcalls, ["RUS", "USA"], deeds=listed)["value"].to_dict()
    {'IRN': 100.0, 'POL': 0.0}
    """
    states = votes.columns.difference(["rollcall", "date"])
    symbols = [symbol for listed in deeds.values() for some in listed.values() for symbol in some]
    named = rollcalls[rollcalls["resolution"].isin(symbols)].set_index("resolution")
    cast = votes.set_index("rollcall")[states]
    years = rollcalls[rollcalls["year"].isin(named["year"])].set_index("rollcall")["year"]
    session = cast.reindex(years.index).gt(0).groupby(years).any()  # a member in a session votes
    shares, counts = {}, []
    for place, power in zip(("first", "second"), powers, strict=True):
        stands = [
            _stand(cast, session, named.reindex(some).dropna(subset="rollcall"), absent, most)
            for deed, some in deeds.get(power, {}).items()
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
