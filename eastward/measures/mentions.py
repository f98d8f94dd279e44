"""Measures on how often a channel's texts mention a state.

Public names: :func:`window_share`, :func:`yearly_share`.

The frame called ``mentions`` has one row per source, state and month: share (per cent of the texts
that mention the state) and texts. Months are pooled by their number of texts, because a month of
one text would otherwise weigh as much as a month of ten.
"""

import pandas as pd


def _series(mentions: pd.DataFrame, source: str, state: str) -> pd.DataFrame:
    """Month (period), texts and mentioning texts of one channel and state."""
    rows = mentions[(mentions["source"] == source) & (mentions["state"] == state)]
    rows = rows.dropna(subset=["texts"])
    texts = rows["texts"].astype(float).to_numpy()
    months = pd.PeriodIndex(rows["month"], freq="M", name="month")
    table = pd.DataFrame({"texts": texts, "naming": rows["share"].to_numpy() / 100 * texts}, months)
    return table.sort_index()


def window_share(
    mentions: pd.DataFrame, source: str, state: str, first: str, last: str
) -> tuple[float | None, int, int]:
    """Share of a channel's texts of a window that mention a state.

    Parameters
    ----------
    mentions : DataFrame
        Columns source, state, month, share, texts.
    first, last : str
        Months, both included, such as ``2013-07``.

    Returns
    -------
    (share, texts, months)
        Per cent, None without a text; texts and months with texts.
    """
    inside = _series(mentions, source, state).loc[first:last]
    texts = int(inside["texts"].sum())
    share = 100 * float(inside["naming"].sum()) / texts if texts else None
    return share, texts, len(inside)


def yearly_share(mentions: pd.DataFrame, source: str, state: str, last: int) -> pd.Series:
    """Share of a channel's texts of each calendar year that mention a state.

    Parameters
    ----------
    mentions : DataFrame
        As for :func:`window_share`.
    last : int
        Last year that is wanted; later ones may be incomplete.

    Returns
    -------
    Series
        Per cent by year; years without a text are left out.
    """
    table = _series(mentions, source, state)
    sums = table.groupby(table.index.year)[["texts", "naming"]].sum().loc[:last]
    return (100 * sums["naming"] / sums["texts"]).rename_axis("year").rename("share")
