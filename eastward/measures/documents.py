"""Dated documents: which of them count, and what they show.

Public names: :func:`rows`, :func:`has`, :func:`count`, :func:`deeds`, :func:`count_deeds`,
:func:`same_side`, :func:`done`, :func:`fields_done`, :func:`direction`, :func:`firms`,
:func:`searched`, :func:`known`, :data:`DEEDS`, :data:`DISPUTED`, :data:`DONE`,
:data:`ELSEWHERE`.

A topic is a search for what one question needs, of one state or of two states' dealings; what is
not in it may exist, and of other states nothing was looked for. Only documents that are the act
itself, or that two independent sources bear out, are counted.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from eastward.corroboration import corroborated
from eastward.measured import Measured

DEEDS = ("army", "government", "treaty", "law", "separatism")  # tags of deeds in another's affairs
DISPUTED = ("contested", "consent")  # historians differ, or the government of the day agreed
DONE = {"not counted": ("carried-out",), "counted": ("carried-out", "doubtful")}
ELSEWHERE = "documents on this were looked for on the article's states alone"
_SAME = {"RUS": {"RUS", "SUN"}}  # some topics name the Soviet Union


def rows(
    documents: pd.DataFrame,
    topic: str,
    actors: Iterable[str] = (),
    start: str | None = None,
    end: str | None = None,
    sources: str = "two",
) -> pd.DataFrame:
    """Documents of one topic that may be counted, in order of time.

    Parameters
    ----------
    documents : DataFrame
        Columns topic, date, end_date, issuer, actors, tags, corroboration and others.
    topic : str
        Name of the topic.
    actors : iterable of str
        Codes that all must be among the actors.
    start, end : str, optional
        First and last day; a document known to the month counts with its last day.
    sources : str
        ``two`` asks for a primary or a second source, ``one`` for a single one too.

    Examples
    --------
    >>> documents = pd.DataFrame({"topic": "exits", "issuer": ["A", "B"], "tags": ["exit;WEST"] * 2,
    ...     "actors": "FRA;IRN", "corroboration": ["two", "one"],
    ...     "date": pd.Timestamp("2018-06-04"), "end_date": pd.Timestamp("2018-06-04")})
    >>> rows(documents, "exits", ["IRN"])["issuer"].tolist()
    ['A']
    """
    found = documents[documents["topic"] == topic]
    found = corroborated(found) if sources == "two" else found[found["corroboration"] != "none"]
    for actor in actors:
        found = found[_any(found["actors"], _SAME.get(actor, {actor}))]
    if start:
        found = found[found["end_date"] >= pd.Timestamp(start)]
    if end:
        found = found[found["end_date"] <= pd.Timestamp(end)]
    return found.sort_values(["date", "id"] if "id" in found else "date")


def searched(documents: pd.DataFrame, topic: str, focal: str, partner: str = "") -> bool:
    """Whether a topic was searched for a state, or for its dealings with a partner.

    Of a topic without a document up to the cut-off the table does not tell; it counts as searched.

    Parameters
    ----------
    documents : DataFrame
        Columns topic and searched (one code, or two separated by a semicolon).
    topic : str
        Name of the topic.
    focal, partner : str
        Codes of the state and, for topics on the dealings of two, of the other.

    Examples
    --------
    >>> documents = pd.DataFrame({"topic": ["exits", "trade"], "searched": ["IRN", "IRN;RUS"]})
    >>> searched(documents, "exits", "IRN", "CHN"), searched(documents, "trade", "IRN", "CHN")
    (True, False)
    """
    states = documents.loc[documents["topic"] == topic, "searched"].str.split(";")
    return all(one == [focal, partner][: len(one)] for one in states)


def known(
    found: dict[str, Any], documents: pd.DataFrame, topic: str, focal: str, partner: str = ""
) -> dict[str, Any]:
    """What a test found in a topic, or why nothing can be said: nobody looked on these states.

    Parameters
    ----------
    found : dict
        ``measured`` and, where there are other ways to count, ``specs``, with facts beside them.
    documents, topic, focal, partner
        As for :func:`searched`.

    Examples
    --------
    >>> documents = pd.DataFrame({"topic": ["exits"], "searched": ["IRN"]})
    >>> known({"measured": Measured(0, 0)}, documents, "exits", "TUR")["measured"].note == ELSEWHERE
    True
    """
    if searched(documents, topic, focal, partner):
        return found
    empty = {"specs": found["specs"].head(0)} if "specs" in found else {}
    return found | empty | {"measured": Measured(None, 0, note=ELSEWHERE)}


def has(documents: pd.DataFrame, *tags: str) -> pd.Series:
    """Whether each document carries one of some tags.

    Examples
    --------
    >>> has(pd.DataFrame({"tags": ["exit;WEST", None]}), "exit", "entry").tolist()
    [True, False]
    """
    return _any(documents["tags"], tags)


def count(
    documents: pd.DataFrame,
    topic: str,
    tags: Iterable[str],
    actors: Iterable[str] = (),
    start: str | None = None,
    end: str | None = None,
) -> Measured:
    """Number of documents with one of some tags; n is all that :func:`rows` returns.

    Examples
    --------
    >>> documents = pd.DataFrame({"topic": "coup", "tags": ["plan", "doubt"],
    ...     "actors": "USA;IRN", "corroboration": "primary", "date": pd.Timestamp("1953-07-24"),
    ...     "end_date": pd.Timestamp("1953-07-24")})
    >>> count(documents, "coup", ["plan", "deed"], ["USA", "IRN"])
    Measured(value=1.0, n=2, low=None, high=None, note='')
    """
    known = rows(documents, topic, actors, start, end)
    return Measured(has(known, *tags).sum(), len(known))


def share(
    documents: pd.DataFrame,
    topic: str,
    tag: str,
    other: str,
    actors: Iterable[str] = (),
    start: str | None = None,
    end: str | None = None,
    sources: str = "two",
) -> Measured:
    """Documents with one tag as a share of those with this or another one.

    Parameters are those of :func:`rows`; a document with both tags counts for the other.

    Returns
    -------
    Measured
        Per cent; n is the number of documents with either tag.

    Examples
    --------
    >>> documents = pd.DataFrame({"topic": "aim", "tags": ["refusal", "accepted", "accepted"],
    ...     "actors": "IRN;USA", "corroboration": ["primary", "two", "one"],
    ...     "date": pd.Timestamp("1986-11-04"), "end_date": pd.Timestamp("1986-11-04")})
    >>> share(documents, "aim", "refusal", "accepted").value
    50.0
    """
    known = rows(documents, topic, actors, start, end, sources)
    known = known[has(known, tag, other)]
    chosen = has(known, tag) & ~has(known, other)
    return Measured(100 * chosen.mean() if len(known) else None, len(known))


def deeds(
    documents: pd.DataFrame, topic: str, power: str, state: str, without: Iterable[str] = DISPUTED
) -> pd.DataFrame:
    """Deeds of a power in a state's affairs, with the column power.

    Parameters
    ----------
    documents, topic
        As for :func:`rows`.
    power, state : str
        ISO3 codes.
    without : iterable of str
        Tags that rule a deed out.
    """
    known = rows(documents, topic, [power, state])
    return known[has(known, *DEEDS) & ~has(known, *without)].assign(power=power)


def count_deeds(
    documents: pd.DataFrame,
    topic: str,
    power: str,
    state: str,
    years: range,
    without: Iterable[str] = DISPUTED,
    read: bool = False,
) -> Measured:
    """Number of :func:`deeds` in some years, of all that the topic has for these states.

    With ``read``, only documents count whose text the project has read.
    """
    inside = documents[documents["end_date"].dt.year.isin(years)]
    if read:
        inside = inside[inside["read"] == "yes"]
    found = deeds(inside, topic, power, state, without)
    return Measured(len(found), len(rows(inside, topic, [power, state])))


def same_side(
    documents: pd.DataFrame,
    attempt: str = "counted",
    unclear: str = "left out",
    split: str = "apart",
) -> Measured:
    """Share of the producers' decisions at which two states stood on the same side.

    Parameters
    ----------
    documents : DataFrame
        Rows with the tags decision or attempt, and together, apart or unclear.
    attempt : str
        Whether an attempt that failed is ``counted`` or ``left out``.
    unclear : str
        How a decision is read whose sides could not be told: ``left out`` or ``together``.
    split : str
        How a decision is read that one had opposed and then accepted: ``apart`` or ``together``.

    Returns
    -------
    Measured
        Per cent; n is the number of decisions.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["decision;together", "decision;apart", "attempt;apart"]})
    >>> round(same_side(documents).value, 1), same_side(documents, attempt="left out").value
    (33.3, 50.0)
    """
    decided = has(documents, "decision")
    chosen = documents[decided | (has(documents, "attempt") & (attempt == "counted"))]
    if unclear == "left out":
        chosen = chosen[~has(chosen, "unclear")]
    together = has(chosen, "together", "unclear")
    if split == "together":
        together |= has(chosen, "decision") & has(chosen, "apart")
    return Measured(100 * together.mean() if len(chosen) else None, len(chosen))


def done(documents: pd.DataFrame, doubtful: str = "not counted") -> pd.Series:
    """Whether each document shows something agreed carried out; a doubtful one may be ``counted``.

    Examples
    --------
    >>> done(pd.DataFrame({"tags": ["carried-out;oil", "doubtful;oil"]})).tolist()
    [True, False]
    """
    return has(documents, *DONE[doubtful])


def fields_done(
    documents: pd.DataFrame, fields: Iterable[str], doubtful: str = "not counted"
) -> Measured:
    """Number of fields in which something agreed was carried out; n is the documents read.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["carried-out;oil", "signed;rail"]})
    >>> fields_done(documents, ["oil", "rail"])
    Measured(value=1.0, n=2, low=None, high=None, note='')
    """
    carried = documents[done(documents, doubtful)]
    return Measured(sum(bool(has(carried, field).any()) for field in fields), len(documents))


def direction(documents: pd.DataFrame, issuers: str = "own") -> Measured:
    """Share of the documents for lower or steady prices among those that take a side.

    Parameters
    ----------
    documents : DataFrame
        Rows with the tags down and up, and others where somebody else speaks of the state.
    issuers : str
        ``own`` for what the state itself says and does, whoever reports it, or ``all``.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["down", "up", "down;others"]})
    >>> direction(documents).value, round(direction(documents, "all").value, 1)
    (50.0, 66.7)
    """
    down, up = has(documents, "down"), has(documents, "up")
    sided = down ^ up
    if issuers == "own":
        sided &= ~has(documents, "others")
    n = int(sided.sum())
    return Measured(100 * (down & sided).sum() / n if n else None, n)


def firms(documents: pd.DataFrame, tag: str, origin: str) -> Measured:
    """Number of firms of an origin that announced something, each once; n is its documents.

    Examples
    --------
    >>> documents = pd.DataFrame({"issuer": ["Total", "Total", "ATR"],
    ...     "tags": ["exit;WEST", "exit;WEST", "stay;WEST"]})
    >>> firms(documents, "exit", "WEST")
    Measured(value=1.0, n=3, low=None, high=None, note='')
    """
    own = documents[has(documents, origin)]
    return Measured(own.loc[has(own, tag), "issuer"].nunique(), len(own))


def _any(column: pd.Series, wanted: Iterable[str]) -> pd.Series:
    """Whether each list, separated by semicolons, holds one of some words."""
    wanted = set(wanted)
    found = [not wanted.isdisjoint(parts) for parts in column.fillna("").str.split(";")]
    return pd.Series(found, index=column.index, dtype=bool)
