"""Statements of officials: who speaks, and how many say one thing.

Public names: :func:`spoken`, :func:`tagged_share`, :func:`counted`.

The state of who speaks stands first among the actors of a document.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured
from eastward.measures.documents import has

REPORTS = ("report", "history")  # kinds of document in which others speak


def spoken(documents: pd.DataFrame, states: Iterable[str]) -> pd.DataFrame:
    """Documents in which somebody of one of some states speaks for himself.

    Examples
    --------
    >>> documents = pd.DataFrame({"actors": ["IRN;RUS", "RUS;IRN", "IRN"],
    ...     "kind": ["statement", "statement", "report"]})
    >>> spoken(documents, ["IRN"])["actors"].tolist()
    ['IRN;RUS']
    """
    speaker = documents["actors"].str.split(";").str[0]
    return documents[speaker.isin(list(states)) & ~documents["kind"].isin(REPORTS)]


def tagged_share(documents: pd.DataFrame, tag: str) -> Measured:
    """Share of some documents that carry a tag, in per cent; n is their number.

    Examples
    --------
    >>> tagged_share(pd.DataFrame({"tags": ["agree", "differ"]}), "agree").value
    50.0
    """
    share = 100 * has(documents, tag).mean() if len(documents) else None
    return Measured(share, len(documents))


def counted(measured: Measured) -> dict[str, int | None]:
    """A share of few cases as the count that it is.

    Examples
    --------
    >>> counted(Measured(50.0, 4))
    {'count': 2}
    """
    known = measured.value is not None
    return {"count": round(measured.value * measured.n / 100) if known else None}
