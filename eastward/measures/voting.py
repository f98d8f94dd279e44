"""Measures on votes in the General Assembly: how alike states vote.

Public names: :func:`cast`, :func:`select`, :func:`agreement`, :func:`with_state`, :func:`dyad`.

Votes are 1 yes, 2 abstain, 3 no, and 0 for no vote.  What two states have in common is counted by
matrix products, states by votes times votes by states, for all pairs of a period at once.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from eastward.errors import InputError

TOPICS = ["me", "nu", "di", "hr", "co", "ec"]
METHODS = ["agreement", "identical", "kappa", "pi"]
CAST = np.array([1, 2, 3])
# Yes and no are one apart, an abstention is half way: the weight of two votes is 1 - distance.
WEIGHTS = 1 - np.abs(np.subtract.outer(CAST, CAST)) / 2
WAYS = ("yes", "abstain", "no")  # in the order of CAST
WIDTH = 4  # letters of a code with the space behind it
NOT_STATES = ["rollcall", "date"]


def cast(votes: pd.DataFrame) -> pd.DataFrame:
    """How each state voted on each roll call, from the lists of those who voted each way.

    Parameters
    ----------
    votes : DataFrame
        The table unga_votes: rollcall, date, and yes, abstain and no, lists of ISO3 codes.

    Returns
    -------
    DataFrame
        rollcall, date, and a column for each state that ever voted, in order: 1 yes, 2 abstain,
        3 no, 0 no vote.

    Examples
    --------
    >>> lists = {"yes": ["IRN TUR", None], "abstain": [None, "IRN"], "no": ["USA", "TUR USA"]}
    >>> cast(pd.DataFrame({"rollcall": [1, 2], "date": None} | lists))[["IRN", "TUR", "USA"]].values
    array([[1, 1, 3],
           [2, 3, 3]])
    """
    rows, codes, values = [], [], []
    for way, value in zip(WAYS, CAST, strict=True):
        lists = votes[way].fillna("")
        counts = (lists.str.len().to_numpy() + 1) // WIDTH
        text = "".join(f"{one} " for one in lists if one)
        codes.append(np.frombuffer(text.encode("ascii"), dtype=f"S{WIDTH}"))
        rows.append(np.repeat(np.arange(len(votes)), counts))
        values.append(np.full(len(codes[-1]), value))
    # Four letters are one number, by which states are told apart much faster than by text.
    joined = np.concatenate(codes)
    place, found = pd.factorize(joined.view(np.uint32))
    matrix = np.zeros((len(votes), len(found)), dtype=int)
    matrix[np.concatenate(rows), place] = np.concatenate(values)
    states = found.view(f"S{WIDTH}").astype(str)
    frame = pd.DataFrame(matrix, index=votes.index, columns=np.char.strip(states))
    return pd.concat([votes[NOT_STATES], frame.sort_index(axis=1)], axis=1)


def select(
    rollcalls: pd.DataFrame,
    topic: str | None = None,
    about: str | None = None,
    whole: bool = False,
) -> pd.DataFrame:
    """Choose roll calls by topic, by the state they are about, and by kind.

    Parameters
    ----------
    rollcalls : DataFrame
        The table unga_rollcalls.
    topic : str, optional
        One of the six topics, such as ``"hr"`` for human rights.
    about : str, optional
        ISO3 code: only resolutions on that state's human rights or war.
    whole : bool
        Leave out amendments and single paragraphs.

    Raises
    ------
    InputError
        If there is no such topic.
    """
    if topic is not None and topic not in TOPICS:
        raise InputError(f"topic {topic!r}: unknown; the topics are {', '.join(TOPICS)}")
    chosen = pd.Series(True, index=rollcalls.index)
    if topic is not None:
        chosen &= rollcalls[topic]
    if about is not None:
        chosen &= rollcalls["about"] == about
    if whole:
        chosen &= ~(rollcalls["amendment"] | rollcalls["paragraph"])
    return rollcalls[chosen]


def agreement(
    votes: pd.DataFrame,
    rollcalls: pd.DataFrame,
    method: str = "agreement",
    period: str = "year",
    minimum: int = 1,
    involving: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Agreement of every pair of states in every period.

    Parameters
    ----------
    votes : DataFrame
        Column rollcall, and one column a state with 1 yes, 2 abstain, 3 no, 0 no vote; a column
        date is passed over.
    rollcalls : DataFrame
        Column rollcall and the period; only these roll calls count.
    method : str
        ``agreement``: the mean over the common votes of 1 (same vote), 1/2 (one abstains) or 0
        (yes against no), Lijphart's index over 100.  ``identical``: the share of the common votes
        in which both voted the same.  ``kappa`` and ``pi`` take off what two
        states that vote at random would agree on, each with the shares of yes, abstention and no
        of its own (Cohen), or both with their common shares (Scott); weighted like the index.
    period : str
        Column of rollcalls that groups them, such as year or session.
    minimum : int
        Fewest common votes; pairs with fewer in a period are left out.
    involving : iterable of str, optional
        Only pairs with one of these states.

    Returns
    -------
    DataFrame
        The period, state, other (state before other in the alphabet), votes (common votes) and
        agreement: 0 to 1, or at most 1 and 0 at chance; missing for kappa and pi where both
        states always cast one and the same vote.

    Raises
    ------
    InputError
        If the method is unknown, or minimum is below one.

    Notes
    -----
    Lijphart, A. (1963). The analysis of bloc voting in the General Assembly. *American Political
    Science Review* 57(4), 902-917.  Häge, F. M. (2011). Choice or circumstance? Adjusting
    measures of foreign policy similarity for chance agreement. *Political Analysis* 19(3),
    287-305.

    Examples
    --------
    >>> votes = pd.DataFrame({"rollcall": [1, 2], "A": [1, 3], "B": [1, 2]})
    >>> rollcalls = pd.DataFrame({"rollcall": [1, 2], "year": [2000, 2000]})
    >>> agreement(votes, rollcalls)["agreement"].tolist()
    [0.75]
    """
    if method not in METHODS:
        raise InputError(f"method {method!r}: unknown; the methods are {', '.join(METHODS)}")
    if minimum < 1:
        raise InputError(f"minimum {minimum}: expected one common vote or more")
    states = np.array(sorted(votes.columns.difference(NOT_STATES)))
    parts = []
    for when, cast in _periods(votes, rollcalls, period, states):
        present = np.flatnonzero(cast.any(axis=0))
        first, second = sides = np.triu_indices(len(present), k=1)
        if involving is not None:
            wanted = np.isin(states[present], list(involving))
            chosen = wanted[first] | wanted[second]
            first, second = first[chosen], second[chosen]
            # one of these states always on the same side, for then the products have few rows
            turned = ~wanted[first]
            sides = np.where(turned, second, first), np.where(turned, first, second)
        common, values = _compare(cast[:, present], *sides, method)
        enough = common >= minimum
        pairs = present[first[enough]], present[second[enough]]
        parts.append((np.full(enough.sum(), when), *pairs, common[enough], values[enough]))
    if not parts:
        return pd.DataFrame(columns=[period, "state", "other", "votes", "agreement"])
    when, first, second, common, values = map(np.concatenate, zip(*parts, strict=True))
    labels = pd.array(states, dtype="str")
    return pd.DataFrame(
        {
            period: when,
            "state": labels.take(first),
            "other": labels.take(second),
            "votes": common.astype("int64"),
            "agreement": values,
        }
    )


def _periods(
    votes: pd.DataFrame, rollcalls: pd.DataFrame, period: str, states: np.ndarray
) -> Iterator[tuple]:
    """Yield every period in order, with its votes as a matrix of roll calls by states."""
    chosen = votes[votes["rollcall"].isin(rollcalls["rollcall"])]
    when = chosen["rollcall"].map(rollcalls.set_index("rollcall")[period]).to_numpy()
    matrix = chosen[states].to_numpy()
    for value in sorted(set(when.tolist())):
        yield value, matrix[when == value]


def _compare(
    cast: np.ndarray, first: np.ndarray, second: np.ndarray, method: str
) -> tuple[np.ndarray, np.ndarray]:
    """Count the common votes of the pairs (first, second) of columns, and compare them."""
    rows, row = np.unique(first, return_inverse=True)
    columns, column = np.unique(second, return_inverse=True)
    kinds = (cast == CAST[:, None, None]).astype("float32")  # yes, abstain, no by vote by state
    one, other = kinds[:, :, rows], kinds[:, :, columns]
    voted, voted_too = one.sum(axis=0), other.sum(axis=0)
    common = (voted.T @ voted_too)[row, column].astype("float64")
    weights = np.eye(len(CAST)) if method == "identical" else WEIGHTS
    weighted = np.tensordot(weights.astype("float32"), one, axes=1)
    alike = (np.concatenate(weighted).T @ np.concatenate(other))[row, column]
    with np.errstate(invalid="ignore"):  # no common vote: below any minimum
        observed = alike / common
        if method in ("agreement", "identical"):
            return common, observed
        # kind by state by the other that voted too
        mine = (one.transpose(0, 2, 1) @ voted_too)[:, row, column] / common
        theirs = (other.transpose(0, 2, 1) @ voted)[:, column, row] / common
        if method == "pi":
            mine = theirs = (mine + theirs) / 2
        chance = np.einsum("kp,lp,kl->p", mine, theirs, WEIGHTS)
        return common, (observed - chance) / np.where(chance < 1 - 1e-9, 1 - chance, np.nan)


def with_state(pairs: pd.DataFrame, focal: str) -> pd.DataFrame:
    """Rows of one state with all others, its partner in the column state.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`agreement` gives.
    focal : str
        ISO3 code.
    """
    swapped = pairs.rename(columns={"state": "other", "other": "state"})[pairs.columns]
    rows = pd.concat([pairs[pairs["other"] == focal], swapped[swapped["other"] == focal]])
    return rows.drop(columns="other").sort_values(list(rows.columns[:2]), ignore_index=True)


def dyad(pairs: pd.DataFrame, one: str, other: str, column: str = "agreement") -> pd.Series:
    """Values of one pair of states by period, in either order of the two."""
    first, second = sorted([one, other])
    rows = pairs[(pairs["state"] == first) & (pairs["other"] == second)]
    return rows.set_index(pairs.columns[0])[column]
