"""What the dated documents of one topic show.

Public names: :func:`rows`, :func:`has`, :func:`same_side`, :func:`fields_done`, :func:`meetings`,
:func:`named_share`, :func:`unnamed`, :func:`direction`, :func:`firms`.

A topic is a search for what one question needs; what is not in it may exist. Only documents that
are the act itself, or that two independent sources bear out, are counted.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured

COUNTED = ["primary", "two"]


def rows(
    documents: pd.DataFrame,
    topic: str,
    actors: Iterable[str] = (),
    start: str | None = None,
    end: str | None = None,
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

    Examples
    --------
    >>> documents = pd.DataFrame({"topic": "exits", "issuer": ["A", "B"], "tags": ["exit;WEST"] * 2,
    ...     "actors": "FRA;IRN", "corroboration": ["two", "one"],
    ...     "date": pd.Timestamp("2018-06-04"), "end_date": pd.Timestamp("2018-06-04")})
    >>> rows(documents, "exits", ["IRN"])["issuer"].tolist()
    ['A']
    """
    found = documents[documents["topic"] == topic]
    found = found[found["corroboration"].isin(COUNTED)]
    named = found["actors"].str.split(";")
    kept = named.map(lambda listed: set(actors) <= set(listed)).astype(bool)
    if start:
        kept &= found["end_date"] >= pd.Timestamp(start)
    if end:
        kept &= found["end_date"] <= pd.Timestamp(end)
    return found[kept].sort_values(["date", "id"] if "id" in found else "date")


def has(documents: pd.DataFrame, tag: str) -> pd.Series:
    """Whether each document carries a tag.

    Examples
    --------
    >>> has(pd.DataFrame({"tags": ["exit;WEST", None]}), "exit").tolist()
    [True, False]
    """
    tags = documents["tags"].fillna("").str.split(";")
    return tags.map(lambda found: tag in found).astype(bool)


def same_side(
    documents: pd.DataFrame,
    attempt: str = "counted",
    spared: str = "together",
    split: str = "apart",
) -> Measured:
    """Share of the producers' decisions at which two states stood on the same side.

    Parameters
    ----------
    documents : DataFrame
        Rows with the tags decision or attempt, together, apart and spared.
    attempt : str
        Whether an attempt that failed is ``counted`` or ``left out``.
    spared : str
        How a cut is read that lets one of the two off: ``together`` or ``apart``.
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
    together = has(chosen, "together")
    if split == "together":
        together |= has(chosen, "decision") & has(chosen, "apart")
    if spared == "apart":
        together &= ~has(chosen, "spared")
    return Measured(100 * together.mean() if len(chosen) else None, len(chosen))


def fields_done(documents: pd.DataFrame, fields: Iterable[str]) -> Measured:
    """Number of fields in which something agreed was carried out; n is the documents read.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["carried-out;oil", "signed;rail"]})
    >>> fields_done(documents, ["oil", "rail"])
    Measured(value=1.0, n=2, low=None, high=None, note='')
    """
    done = documents[has(documents, "carried-out")]
    return Measured(sum(bool(has(done, field).any()) for field in fields), len(documents))


def meetings(documents: pd.DataFrame, named: Iterable[str]) -> pd.DataFrame:
    """Whether the account of each meeting names a subject.

    Parameters
    ----------
    documents : DataFrame
        Rows with the tags of the subject, and in-part or text-not-found.
    named : iterable of str
        Tags of which one is enough.

    Returns
    -------
    DataFrame
        The documents' columns and status: ``named``; ``not named`` in a full account; ``unknown``
        where only a part was read, or nothing, and the subject is not in it.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["oil-named;in-part", "oil-not-named", "in-part"]})
    >>> meetings(documents, ["oil-named"])["status"].tolist()
    ['named', 'not named', 'unknown']
    """
    status = pd.Series("not named", index=documents.index, dtype=object)
    for tag in ("in-part", "text-not-found"):
        status[has(documents, tag)] = "unknown"
    for tag in named:
        status[has(documents, tag)] = "named"
    return documents.assign(status=status)


def named_share(found: pd.DataFrame) -> Measured:
    """Share of the known meetings that name the subject; the unknown ones make the interval.

    Its low end counts every unknown meeting as one without the subject, its high end as one with
    it: no chance is involved, only what was not found.

    Examples
    --------
    >>> named_share(pd.DataFrame({"status": ["named", "named", "not named", "unknown"]}))
    Measured(value=66.66666666666667, n=3, low=50.0, high=75.0, note='')
    """
    counts = found["status"].value_counts()
    named, not_named, unknown = (
        int(counts.get(one, 0)) for one in ("named", "not named", "unknown")
    )
    known, whole = named + not_named, named + not_named + unknown
    if not known:
        return Measured(None, 0)
    return Measured(
        100 * named / known, known, 100 * named / whole, 100 * (named + unknown) / whole
    )


def unnamed(found: pd.DataFrame) -> Measured:
    """Number of meetings whose full account does not name the subject; n is the full accounts.

    Examples
    --------
    >>> unnamed(pd.DataFrame({"status": ["not named", "unknown"], "tags": ["x", "in-part"]}))
    Measured(value=1.0, n=1, low=None, high=None, note='')
    """
    full = found[~has(found, "in-part") & ~has(found, "text-not-found")]
    return Measured(int((full["status"] == "not named").sum()), len(full))


def direction(documents: pd.DataFrame, issuers: str = "all") -> Measured:
    """Share of the documents for lower or steady prices among those that take a side.

    Parameters
    ----------
    documents : DataFrame
        Rows with the tags down and up.
    issuers : str
        ``all``, or ``own`` for those that the state itself issued or signed, alone or with others.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["down", "up", "down"], "issuer": "OPEC"})
    >>> round(direction(documents).value, 1)
    66.7
    """
    down, up = has(documents, "down"), has(documents, "up")
    sided = down ^ up
    if issuers == "own":
        sided &= documents["issuer"].str.contains("Saudi|OPEC")
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
