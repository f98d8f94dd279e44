"""How well coded rows are borne out, and which of them are evidence.

Public names: :data:`LEVELS`, :func:`corroborated`, :func:`words`.

Every coded table, of events, documents and other lists, has a column ``corroboration``: *primary*
where the act or its own record is named, *two* for two independent reputable sources, *one*, or
*none*.  Tests use the first two.
Whether a page could be opened is no measure of whether a thing happened.
"""

import pandas as pd

from eastward.errors import InputError

LEVELS = ("primary", "two", "one", "none")
EVIDENCE = "two"
WORDS = {
    "primary": "corroborated",
    "two": "corroborated",
    "one": "one source only",
    "none": "no source",
}


def corroborated(rows: pd.DataFrame, least: str = EVIDENCE) -> pd.DataFrame:
    """Rows that are borne out at least so well.

    Parameters
    ----------
    rows : DataFrame
        A coded table, with the column corroboration.
    least : str
        One of :data:`LEVELS`; what tests may use unless told.

    Raises
    ------
    InputError
        For any other level.

    Examples
    --------
    >>> rows = pd.DataFrame({"id": ["a", "b"], "corroboration": ["primary", "one"]})
    >>> corroborated(rows)["id"].tolist()
    ['a']
    >>> len(corroborated(rows, "one"))
    2
    """
    if least not in LEVELS:
        raise InputError(f"corroboration {least!r}: expected one of {', '.join(LEVELS)}")
    return rows[rows["corroboration"].isin(LEVELS[: LEVELS.index(least) + 1])]


def words(rows: pd.DataFrame) -> pd.Series:
    """How well each row is borne out, in the words of figures and lists."""
    return rows["corroboration"].map(WORDS)
