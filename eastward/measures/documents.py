"""Counts of dated documents that show something.

Public names: :func:`shown`, :func:`about`, :func:`deeds`, :func:`count_deeds`, :func:`count`,
:data:`DEEDS`, :data:`DISPUTED`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.corroboration import corroborated
from eastward.measured import Measured

DEEDS = ("army", "government", "treaty", "law", "separatism")  # tags of deeds in another's affairs
DISPUTED = ("contested", "consent")  # historians differ, or the government of the day agreed
_SAME = {"RUS": ["RUS", "SUN"]}  # some topics name the Soviet Union


def shown(
    documents: pd.DataFrame,
    topics: Iterable[str],
    tags: Iterable[str],
    actors: Iterable[str],
    without: Iterable[str] = (),
) -> pd.DataFrame:
    """Corroborated documents of some topics that concern some states and carry one of some tags.

    Parameters
    ----------
    documents : DataFrame
        Columns topic, id, actors and tags (separated by semicolons), corroboration.
    topics, tags : iterable of str
        Topics, and tags of which one is enough.
    actors : iterable of str
        ISO3 codes, all of which a document must name.
    without : iterable of str
        Tags that rule a document out.
    """
    rows = about(documents, topics, actors)
    return rows[_has(rows["tags"], tags) & ~_has(rows["tags"], without)]


def about(documents: pd.DataFrame, topics: Iterable[str], actors: Iterable[str]) -> pd.DataFrame:
    """Corroborated documents of some topics that concern all of some states."""
    rows = corroborated(documents[documents["topic"].isin(list(topics))])
    for actor in actors:
        rows = rows[_has(rows["actors"], _SAME.get(actor, [actor]))]
    return rows


def deeds(
    documents: pd.DataFrame,
    topic: str,
    power: str,
    state: str,
    years: range | None = None,
    without: Iterable[str] = DISPUTED,
) -> pd.DataFrame:
    """Deeds of a power in a state's affairs, with the column power.

    Parameters
    ----------
    documents : DataFrame
        The table.
    topic : str
        Topic, whose documents are each a deed.
    power, state : str
        ISO3 codes.
    years : range, optional
        Years that count; all unless told.
    without : iterable of str
        Tags that rule a deed out.
    """
    rows = shown(documents, [topic], DEEDS, [power, state], without)
    if years is not None:
        rows = rows[rows["date"].dt.year.isin(years)]
    return rows.assign(power=power)


def count_deeds(
    documents: pd.DataFrame,
    topic: str,
    power: str,
    state: str,
    years: range,
    without: Iterable[str] = DISPUTED,
) -> Measured:
    """Number of :func:`deeds`, of all that the topic has for these states and years."""
    inside = documents[documents["date"].dt.year.isin(years)]
    found = deeds(documents, topic, power, state, years, without)
    return Measured(len(found), len(about(inside, [topic], [power, state])))


def count(
    documents: pd.DataFrame,
    topics: Iterable[str],
    tags: Iterable[str],
    actors: Iterable[str],
    without: Iterable[str] = (),
    between: tuple[str, str] = ("1500-01-01", "2200-12-31"),
) -> Measured:
    """Number of documents that :func:`shown` returns, of all on the topic that name the states.

    Parameters
    ----------
    documents, topics, tags, actors, without
        As for :func:`shown`.
    between : (str, str)
        First and last day (ISO) that a document may bear.

    Returns
    -------
    Measured
        value: documents with a tag; n: all of the topics between the days that name the states.

    Examples
    --------
    >>> listed = pd.DataFrame({
    ...     "topic": "coup", "id": ["a", "b"], "actors": ["USA;IRN", "USA;IRN"],
    ...     "tags": ["plan", "doubt"], "corroboration": "primary",
    ...     "date": pd.to_datetime(["1953-07-24", "1954-03-01"]),
    ... })
    >>> found = count(listed, ["coup"], ["plan", "deed"], ["USA", "IRN"])
    >>> found.value, found.n
    (1.0, 2)
    """
    first, last = map(pd.Timestamp, between)
    inside = documents[documents["date"].between(first, last)]
    found = shown(inside, topics, tags, actors, without)
    return Measured(len(found), len(about(inside, topics, actors)))


def _has(column: pd.Series, wanted: Iterable[str]) -> pd.Series:
    wanted = set(wanted)
    found = [not wanted.isdisjoint(parts) for parts in column.fillna("").str.split(";")]
    return pd.Series(found, index=column.index, dtype=bool)
