"""Drafts on one state in the Security Council: whom they served, and how the powers voted.

Public names: :func:`stances`, :func:`supported`, :func:`stopped_alone`, :func:`on_its_side`,
:func:`supported_by_table`, :func:`vetoed_alone`.

The first four read documents, a complete list with a side for every draft; the last two read the
tabulated votes of the table unsc_votes (1 yes, 2 abstain, 3 no).
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured
from eastward.measures import documents
from eastward.measures.council import PERMANENT

SIDES = ("against", "favour", "even")
FATES = ("adopted", "vetoed", "failed")
YES, ABSTAINS, NO = "yes", "abstains", "no"


def stances(found: pd.DataFrame) -> pd.DataFrame:
    """The side of each draft and the vote of each permanent member.

    Parameters
    ----------
    found : DataFrame
        Documents of the topic security-council-iran: id, date, tags and others.

    Returns
    -------
    DataFrame
        id, date, shows, side (against, favour, even), fate (adopted, vetoed, failed), routine
        (a renewal), aside (under another item), and a column for each permanent member: yes,
        abstains or no. Rows without a side are left out.

    Examples
    --------
    >>> found = pd.DataFrame({"id": "a", "date": pd.Timestamp("2018-02-26"), "shows": "",
    ...     "tags": ["iran;yemen;vetoed;against;no-RUS;out-CHN"]})
    >>> stances(found)[["side", "fate", "RUS", "CHN", "USA"]].values.tolist()
    [['against', 'vetoed', 'no', 'abstains', 'yes']]
    """
    parts = {
        "side": _first(found, SIDES),
        "fate": _first(found, FATES),
        "routine": documents.has(found, "panel"),
        "aside": documents.has(found, "yemen"),
    }
    for power in PERMANENT:
        vote = pd.Series(YES, index=found.index)
        vote[documents.has(found, f"out-{power}")] = ABSTAINS
        vote[documents.has(found, f"no-{power}")] = NO
        parts[power] = vote
    frame = found[["id", "date", "shows"]].assign(**parts)
    return frame[frame["side"].notna()].reset_index(drop=True)


def supported(drafts: pd.DataFrame, power: str) -> Measured:
    """Share of drafts against a state for which a power voted; n is their number.

    Examples
    --------
    >>> sides, votes = ["against", "against", "favour"], ["yes", "no", "yes"]
    >>> drafts = pd.DataFrame({"side": sides, "RUS": votes})
    >>> supported(drafts, "RUS")
    Measured(value=50.0, n=2, low=None, high=None, note='')
    """
    against = drafts[drafts["side"] == "against"]
    return _share(against[power] == YES)


def stopped_alone(drafts: pd.DataFrame, power: str) -> pd.DataFrame:
    """Drafts against a state that failed by one power's veto and no other's.

    Examples
    --------
    >>> drafts = pd.DataFrame({"side": "against", "fate": ["vetoed", "vetoed"], "RUS": "no",
    ...     "CHN": ["abstains", "no"], "USA": "yes", "GBR": "yes", "FRA": "yes"})
    >>> len(stopped_alone(drafts, "RUS"))
    1
    """
    others = [one for one in PERMANENT if one != power]
    alone = (drafts[power] == NO) & ~(drafts[others] == NO).any(axis=1)
    return drafts[alone & (drafts["side"] == "against") & (drafts["fate"] == "vetoed")]


def on_its_side(drafts: pd.DataFrame, power: str) -> Measured:
    """Share of drafts on which a power voted for a state's side: No against it, Yes in its favour.

    An abstention counts as neither; drafts that take no side are left out.

    Examples
    --------
    >>> drafts = pd.DataFrame({"side": ["against", "against", "favour", "even"],
    ...     "RUS": ["abstains", "no", "yes", "yes"]})
    >>> round(on_its_side(drafts, "RUS").value, 1)
    66.7
    """
    sided = drafts[drafts["side"].isin(["against", "favour"])]
    wanted = sided["side"].map({"against": NO, "favour": YES})
    return _share(sided[power] == wanted)


def supported_by_table(votes: pd.DataFrame, drafts: pd.DataFrame, power: str) -> Measured:
    """Share of some drafts for which a power voted, by the tabulated votes.

    Parameters
    ----------
    votes : DataFrame
        Columns draft_id, state, vote.
    drafts : DataFrame
        Column draft_id; only these count.
    power : str
        ISO3 code.

    Examples
    --------
    >>> votes = pd.DataFrame({"draft_id": [1, 2], "state": "RUS", "vote": [1, 3]})
    >>> supported_by_table(votes, pd.DataFrame({"draft_id": [1, 2]}), "RUS").value
    50.0
    """
    own = votes[(votes["state"] == power) & votes["draft_id"].isin(drafts["draft_id"])]
    return _share(own["vote"] == 1)


def vetoed_alone(votes: pd.DataFrame, drafts: pd.DataFrame, power: str) -> Measured:
    """Number of some drafts that one power vetoed and no other; n is the number of drafts.

    Examples
    --------
    >>> votes = pd.DataFrame({"draft_id": [1, 2, 2], "state": ["RUS", "RUS", "CHN"], "veto": True})
    >>> vetoed_alone(votes, pd.DataFrame({"draft_id": [1, 2, 3]}), "RUS")
    Measured(value=1.0, n=3, low=None, high=None, note='')
    """
    cast = votes[votes["veto"] & votes["draft_id"].isin(drafts["draft_id"])]
    vetoes = cast.groupby("draft_id")["state"].agg(set)
    return Measured(sum(one == {power} for one in vetoes), len(drafts))


def _first(found: pd.DataFrame, words: Iterable[str]) -> pd.Series:
    """The first of some tags that each document carries, missing where it has none."""
    chosen = pd.Series(None, index=found.index, dtype=object)
    for word in reversed(list(words)):
        chosen[documents.has(found, word)] = word
    return chosen


def _share(chosen: pd.Series) -> Measured:
    return Measured(100 * chosen.mean() if len(chosen) else None, len(chosen))
