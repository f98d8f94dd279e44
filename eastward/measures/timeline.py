"""Dated events and spells of many tables as marks on one line of time.

Public names: :func:`marks`.
"""

import pandas as pd

COLUMNS = ["row", "start", "end", "kind", "title"]


def marks(
    frame: pd.DataFrame, row: str, start: str, kind: str, title: str, end: str | None = None
) -> pd.DataFrame:
    """Lay the rows of a table on a lane of time, by calendar year.

    Parameters
    ----------
    frame : DataFrame
        One event or spell a row.
    row : str
        Name of the lane.
    start : str
        Column of the year or the date on which it stands or begins.
    kind, title : str
        Column of that name; where the table has none, the words themselves.
    end : str, optional
        Column of the year or the date of the end; without it every mark is a point.

    Returns
    -------
    DataFrame
        row, start, end (whole years), kind, title.
    """
    table = pd.DataFrame(
        {
            "row": row,
            "start": _years(frame[start]),
            "end": _years(frame[end or start]),
            "kind": frame.get(kind, kind),
            "title": frame.get(title, title),
        },
        index=frame.index,
    ).astype({"title": str})
    return table[COLUMNS].reset_index(drop=True)


def _years(column: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.year
    return column.astype(int)
