"""Aims of two states: on how many documents show the same one, and on how many different ones.

Public names: :data:`AIMS`, :func:`coded`, :func:`alike`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured
from eastward.measures.documents import has

AIMS = {
    "aim-unity": "the state and its unity",
    "aim-assad": "Assad's own fate",
    "aim-forces": "foreign forces",
    "aim-israel": "Israel",
    "aim-turkey": "Turkey",
    "aim-reconstruction": "reconstruction",
    "aim-north-east": "the north-east",
}


def coded(documents: pd.DataFrame, aims: Iterable[str] = AIMS) -> pd.DataFrame:
    """Number of documents that show the same aim, different ones, or a difference settled.

    Returns
    -------
    DataFrame
        Index aim; agree, differ, settled (of those that differ).

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["aim-israel;differ;settled", "aim-turkey;agree"]})
    >>> coded(documents).loc["aim-israel"].tolist()
    [0, 1, 1]
    """
    rows = {
        aim: [int((has(documents, aim) & has(documents, tag)).sum())
              for tag in ("agree", "differ", "settled")]
        for aim in aims
    }  # fmt: skip
    return pd.DataFrame.from_dict(rows, orient="index", columns=["agree", "differ", "settled"])


def alike(
    documents: pd.DataFrame, settled: str = "different", mixed: str = "different"
) -> Measured:
    """Share of the aims on which documents show the same aim and no difference.

    Parameters
    ----------
    documents : DataFrame
        Column tags: an aim, and agree or differ.
    settled : str
        How an aim is read whose differences were settled: ``different`` or ``same``.
    mixed : str
        How an aim is read on which documents show both: ``different`` or ``same``.

    Returns
    -------
    Measured
        Per cent; n is the number of aims on which documents show either.

    Examples
    --------
    >>> documents = pd.DataFrame({"tags": ["aim-israel;differ;settled", "aim-turkey;agree"]})
    >>> alike(documents).value, alike(documents, settled="same").value
    (50.0, 100.0)
    """
    found = coded(documents)
    found = found[found[["agree", "differ"]].any(axis=1)]
    same = found["differ"] == 0
    if settled == "same":
        same |= found["settled"] > 0
    if mixed == "same":
        same |= found["agree"] > 0
    return Measured(100 * same.mean() if len(found) else None, len(found))
