"""Dates as sources give them: a day, a month, a year or a span of years."""

import pandas as pd

from eastward.errors import InputError

PRECISION = {4: "year", 7: "month", 10: "day"}


def period(text: str) -> tuple[pd.Timestamp, pd.Timestamp, str]:
    """Read a date of any precision.

    Parameters
    ----------
    text : str
        ``2018``, ``2018-05``, ``2018-05-08``, or a span of years ``2016/2021``.

    Returns
    -------
    (Timestamp, Timestamp, str)
        First and last day, and the precision: year, month, day or span.

    Raises
    ------
    InputError
        For any other text.

    Examples
    --------
    >>> period("2018-02")[1]
    Timestamp('2018-02-28 00:00:00')
    """
    first, _, last = text.partition("/")
    try:
        if last:
            return pd.Period(first, "Y").start_time, _last_day(pd.Period(last, "Y")), "span"
        precision = PRECISION[len(text)]
        span = pd.Period(text, {"year": "Y", "month": "M", "day": "D"}[precision])
    except (KeyError, ValueError):
        raise InputError(
            f"date {text!r}: expected YYYY, YYYY-MM, YYYY-MM-DD or YYYY/YYYY"
        ) from None
    return span.start_time, _last_day(span), precision


def _last_day(span: pd.Period) -> pd.Timestamp:
    return span.end_time.normalize()


def spans(dates: pd.Series, ends: pd.Series | None = None) -> pd.DataFrame:
    """Read a column of dates, and of ends where an end is given.

    Parameters
    ----------
    dates : Series
        Texts as :func:`period` reads them.
    ends : Series, optional
        Texts or blanks; a blank leaves the end to the date itself.

    Returns
    -------
    DataFrame
        date (first day), end_date (last day), precision (of the date); the index of ``dates``.
    """
    frame = pd.DataFrame(
        [period(text) for text in dates],
        columns=["date", "end_date", "precision"],
        index=dates.index,
    )
    if ends is not None:
        given = ends.dropna()
        frame.loc[given.index, "end_date"] = [period(text)[1] for text in given]
    return frame
