"""Counts of dated documents that show something.

Public names: :func:`shown`, :func:`count`, :data:`CORROBORATED`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured

CORROBORATED = ("primary", "two")  # what tests use
_SAME = {"RUS": ["RUS", "SUN"]}  # some topics name the Soviet Union


def shown(
    documents: pd.DataFrame,
    topics: Iterable[str],
    tags: Iterable[str],
    actors: Iterable[str],
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
    """
    rows = about(documents, topics, actors)
    return rows[_has(rows["tags"], tags)]


def about(documents: pd.DataFrame, topics: Iterable[str], actors: Iterable[str]) -> pd.DataFrame:
    """Corroborated documents of some topics that concern all of some states."""
    rows = documents[
        documents["topic"].isin(list(topics)) & documents["corroboration"].isin(CORROBORATED)
    ]
    for actor in actors:
        rows = rows[_has(rows["actors"], _SAME.get(actor, [actor]))]
    return rows


def count(
    documents: pd.DataFrame,
    topics: Iterable[str],
    tags: Iterable[str],
    actors: Iterable[str],
    first: str | None = None,
    last: str | None = None,
) -> Measured:
    """Number of documents that :func:`shown` returns, of all on the topic that name the states.

    Parameters
    ----------
    documents, topics, tags, actors
        As for :func:`shown`.
    first, last : str, optional
        Days (ISO) between which a document's own date must lie.

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
    inside = documents["date"].between(pd.Timestamp(first or "1500"), pd.Timestamp(last or "2200"))
    topics, actors = list(topics), list(actors)
    of = about(documents[inside], topics, actors)
    return Measured(len(shown(documents[inside], topics, tags, actors)), len(of))


def _has(column: pd.Series, wanted: Iterable[str]) -> pd.Series:
    wanted = set(wanted)
    found = [not wanted.isdisjoint(parts) for parts in column.fillna("").str.split(";")]
    return pd.Series(found, index=column.index, dtype=bool)
