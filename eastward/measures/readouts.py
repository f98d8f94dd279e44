"""Readouts: whether the accounts of meetings name a subject.

Public names: :func:`meetings`, :func:`named_share`, :func:`unnamed`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured
from eastward.measures.documents import has


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
