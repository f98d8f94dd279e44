"""What the officials of states say themselves: counts and shares of their own words.

Public names: :func:`own`, :func:`tagged`, :func:`bounds`, :func:`turn`, :func:`parts`,
:func:`days_between`, :func:`tagged_share`, :data:`BOUND`, :data:`MORE`,
:data:`REPORTS`.

All take documents as :func:`.documents.rows` returns them, of which those with one source may have
been left out. The state of who speaks stands first among the actors of a document.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured
from eastward.measures.documents import has

REPORTS = ("report", "history")  # kinds of document in which others speak
BOUND = {"counted": ("limit", "no-alliance"), "left out": ("limit",)}  # by how a denial is read
MORE = ("beyond-syria", "alliance")


def own(documents: pd.DataFrame, states: Iterable[str]) -> pd.DataFrame:
    """Documents in which somebody of one of some states speaks for himself.

    Examples
    --------
    >>> documents = pd.DataFrame({"actors": ["IRN;RUS", "RUS;IRN", "IRN"],
    ...     "kind": ["statement", "statement", "report"]})
    >>> own(documents, ["IRN"])["actors"].tolist()
    ['IRN;RUS']
    """
    speaker = documents["actors"].str.split(";").str[0]
    return documents[speaker.isin(list(states)) & ~documents["kind"].isin(REPORTS)]


def tagged(documents: pd.DataFrame, *tags: str) -> Measured:
    """Number of documents with one of some tags, of all that are given.

    Examples
    --------
    >>> tagged(pd.DataFrame({"tags": ["end;stopped", "end"]}), "stopped")
    Measured(value=1.0, n=2, low=None, high=None, note='')
    """
    return Measured(has(documents, *tags).sum() if len(documents) else None, len(documents))


def bounds(statements: pd.DataFrame, denial: str = "counted") -> Measured:
    """Share of the statements on a cooperation's future that set it a bound.

    Parameters
    ----------
    statements : DataFrame
        Column tags: limit, no-alliance, beyond-syria, alliance; others are passed over.
    denial : str
        Whether a denial of an alliance is a bound (``counted``) or says nothing (``left out``).

    Returns
    -------
    Measured
        Per cent of those that set a bound or want more; n is their number.

    Examples
    --------
    >>> statements = pd.DataFrame({"tags": ["limit", "no-alliance", "alliance", "beyond-syria"]})
    >>> bounds(statements).value, bounds(statements, "left out").n
    (50.0, 3)
    """
    bound, more = has(statements, *BOUND[denial]), has(statements, *MORE)
    n = int((bound | more).sum())
    return Measured(100 * (bound & ~more).sum() / n if n else None, n)


def turn(statements: pd.DataFrame, day: str, denial: str = "counted") -> Measured:
    """Change of :func:`bounds` from the time before a day to the time from it on.

    Returns
    -------
    Measured
        Percentage points; n is the statements of both times. No value if one time has none.

    Examples
    --------
    >>> statements = pd.DataFrame({"tags": ["limit", "alliance"],
    ...     "date": pd.to_datetime(["2016-01-01", "2017-01-20"])})
    >>> turn(statements, "2017-01-20").value
    -100.0
    """
    late = statements["date"] >= pd.Timestamp(day)
    before, after = bounds(statements[~late], denial), bounds(statements[late], denial)
    known = before.value is not None and after.value is not None
    return Measured(after.value - before.value if known else None, before.n + after.n)


def parts(documents: pd.DataFrame, names: Iterable[str], words: Iterable[str]) -> Measured:
    """Number of parts of a leadership of which a document with one of some words is on record.

    Parameters
    ----------
    documents : DataFrame
        Column tags, which name the part that speaks and what it says.
    names, words : iterable of str
        Tags of the parts, and of what they say.

    Returns
    -------
    Measured
        n is the documents that any of the parts issued.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["army;doubt", "army;against", "parliament;for"]})
    >>> parts(documents, ["army", "parliament"], ["doubt", "against"])
    Measured(value=1.0, n=3, low=None, high=None, note='')
    """
    names = list(names)
    saying = documents[has(documents, *words)]
    n = int(has(documents, *names).sum())
    return Measured(sum(has(saying, name).any() for name in names) if n else None, n)


def days_between(first: pd.Series, second: pd.Series) -> Measured:
    """Days from the last of some dates to the first of others; n is 2 where both are known.

    Examples
    --------
    >>> first = pd.Series(pd.to_datetime(["2016-08-16", "2016-08-18"]))
    >>> days_between(first, pd.Series(pd.to_datetime(["2016-08-22"]))).value
    4.0
    """
    if first.empty or second.empty:
        return Measured(None, 0)
    return Measured((second.min() - first.max()).days, 2)


def tagged_share(documents: pd.DataFrame, tag: str) -> Measured:
    """Share of some documents that carry a tag, in per cent; n is their number.

    Examples
    --------
    >>> tagged_share(pd.DataFrame({"tags": ["agree", "differ"]}), "agree").value
    50.0
    """
    share = 100 * has(documents, tag).mean() if len(documents) else None
    return Measured(share, len(documents))
