"""Measures on how often a channel's texts mention a state.

Public names: :func:`window_share`, :func:`moving_share`.

The frame called ``mentions`` has one row per source, state and month: share (per cent of the texts
that mention the state) and texts. Months are pooled by their number of texts, because a month of one
text would otherwise weigh as much as a month of ten.
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


def moving_share(mentions: pd.DataFrame, source: str, state: str, months: int = 12) -> pd.Series:
    """Share of the texts of the last so many months, month by month.

    Returns
    -------
    Series
        Per cent by month (period); months before a full window have none.
    """
    table = _series(mentions, source, state)
    if table.empty:
        return pd.Series(dtype=float)
    every = pd.period_range(table.index.min(), table.index.max(), freq="M")
    sums = table.reindex(every, fill_value=0.0).rolling(months).sum().dropna()
    sums = sums[sums["texts"] > 0]
    return (100 * sums["naming"] / sums["texts"]).rename("share")
