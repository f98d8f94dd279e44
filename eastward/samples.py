"""Samples: two of them can only be compared on what both could have contained.

Public names: :func:`in_both`.
"""

from collections.abc import Iterable

import pandas as pd


def in_both(
    first: pd.DataFrame, second: pd.DataFrame, columns: Iterable[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Keep of two samples the rows whose actors and relations occur in both.

    A release that leaves out some actors or kinds of events shows another mixture of the rest, and
    its mean differs even where nothing changed. Dropping a row can leave an actor of another row
    in one sample only, so rows are dropped until none does.

    Parameters
    ----------
    first, second : DataFrame
        One event a row.
    columns : iterable of str
        What must occur in both, such as ``["source", "target", "relation"]``, each column for
        itself: an actor that acts in one sample and is only acted upon in the other is not in both.
        Missing values are in neither.

    Returns
    -------
    (DataFrame, DataFrame)
        The rows that stay, with their index.

    Examples
    --------
    >>> spring = pd.DataFrame({"source": ["A", "B", "C"], "relation": ["visit", "visit", "blame"]})
    >>> autumn = pd.DataFrame({"source": ["A", "C", "C"], "relation": ["visit", "visit", "visit"]})
    >>> [one["source"].tolist() for one in in_both(spring, autumn, ["source", "relation"])]
    [['A'], ['A']]
    """
    columns = list(columns)
    while True:
        sizes = len(first), len(second)
        for column in columns:
            common = set(first[column].dropna()) & set(second[column].dropna())
            first, second = (one[one[column].isin(common)] for one in (first, second))
        if (len(first), len(second)) == sizes:
            return first, second
