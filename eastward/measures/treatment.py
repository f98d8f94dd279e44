"""How a power treats one state beside others: in exercises, and in votes on human rights.

Public names: :func:`exercised`, :func:`beside_allies`, :func:`votes_against`, :func:`apart`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured


def exercised(exercises: pd.DataFrame, years: Iterable[int]) -> pd.Series:
    """Number of exercises in which each partner took part.

    Parameters
    ----------
    exercises : DataFrame
        Columns exercise, partner, year; one row for each partner of each exercise.
    years : iterable of int
        Years that count.

    Examples
    --------
    >>> rows = pd.DataFrame({"exercise": [1, 1, 2], "partner": ["BLR", "KAZ", "BLR"], "year": 2016})
    >>> exercised(rows, [2016]).to_dict()
    {'BLR': 2, 'KAZ': 1}
    """
    inside = exercises[exercises["year"].isin(list(years))]
    return inside.groupby("partner")["exercise"].nunique()


def beside_allies(
    exercises: pd.DataFrame, years: Iterable[int], state: str, allies: Iterable[str]
) -> Measured:
    """One partner's number of exercises beside the median of the allies'.

    Returns
    -------
    Measured
        Per cent of the median; n is the number of exercises in the list.

    Examples
    --------
    >>> rows = pd.DataFrame({"exercise": [1, 1, 2], "partner": ["BLR", "IRN", "BLR"], "year": 2016})
    >>> beside_allies(rows, [2016], "IRN", ["BLR"])
    Measured(value=50.0, n=2, low=None, high=None, note='')
    """
    years = list(years)
    counts = exercised(exercises, years)
    middle = counts.reindex(sorted(set(allies)), fill_value=0).median()
    n = exercises.loc[exercises["year"].isin(years), "exercise"].nunique()
    if not middle > 0:
        return Measured(None, 0)
    return Measured(100 * counts.get(state, 0) / middle, n)


def votes_against(
    rollcalls: pd.DataFrame, votes: pd.DataFrame, voter: str, years: Iterable[int]
) -> pd.DataFrame:
    """How one state voted on the resolutions on single states.

    Parameters
    ----------
    rollcalls : DataFrame
        Columns rollcall, year, about (the state that a title names).
    votes : DataFrame
        Columns rollcall, yes, abstain, no: lists of codes with spaces between them.
    voter : str
        ISO3 code.
    years : iterable of int
        Years in which the sessions opened.

    Returns
    -------
    DataFrame
        rollcall, about, no (whether it voted so); only roll calls in which it voted.

    Examples
    --------
    >>> rollcalls = pd.DataFrame({"rollcall": [1, 2], "year": 2016, "about": ["IRN", "PRK"]})
    >>> votes = pd.DataFrame({"rollcall": [1, 2], "yes": ["USA", "RUS"], "abstain": None,
    ...     "no": ["RUS", None]})
    >>> votes_against(rollcalls, votes, "RUS", [2016])["no"].tolist()
    [True, False]
    """
    asked = rollcalls[rollcalls["about"].notna() & rollcalls["year"].isin(list(years))]
    rows = asked[["rollcall", "about"]].merge(votes, on="rollcall")
    cast = {way: _holds(rows[way], voter) for way in ("yes", "abstain", "no")}
    voted = cast["yes"] | cast["abstain"] | cast["no"]
    return rows.assign(no=cast["no"]).loc[voted, ["rollcall", "about", "no"]]


def apart(cast: pd.DataFrame, state: str, leave: Iterable[str] = ()) -> Measured:
    """Share of No on one state's resolutions less the share on all others'.

    Parameters
    ----------
    cast : DataFrame
        As :func:`votes_against` gives it.
    state : str
        ISO3 code.
    leave : iterable of str
        States whose resolutions are left out.

    Returns
    -------
    Measured
        Points; n is the number of roll calls on the state.

    Examples
    --------
    >>> cast = pd.DataFrame({"about": ["IRN", "PRK", "MMR"], "no": [True, False, True]})
    >>> apart(cast, "IRN").value
    50.0
    """
    own = cast.loc[cast["about"] == state, "no"]
    others = cast.loc[~cast["about"].isin({state, *leave}), "no"]
    if not len(own) or not len(others):
        return Measured(None, len(own))
    return Measured(100 * (own.mean() - others.mean()), len(own))


def _holds(lists: pd.Series, code: str) -> pd.Series:
    return lists.fillna("").str.split().map(lambda codes: code in codes)
