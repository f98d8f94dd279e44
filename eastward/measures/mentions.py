"""Measures on how often a channel's texts mention a state.

Public names: :func:`window_share`, :func:`moving_shares`.

The frame called ``mentions`` has one row per source, state and month: share (per cent of the texts
that mention the state) and texts. Months are pooled by their number of texts, because a month of one
text would otherwise weigh as much as a month of ten.
"""

from collections.abc import Iterable

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


def moving_shares(
    mentions: pd.DataFrame, source: str, states: Iterable[str], months: int = 12
) -> pd.DataFrame:
    """Share of the texts of the last so many months that mention a state, month by month.

    Returns
    -------
    DataFrame
        series (the state), date (last day of the window, ISO), value (per cent); windows that the
        channel does not fill with months, or that hold no text, are left out.
    """
    parts = [pd.DataFrame(columns=["series", "date", "value"])]
    for state in states:
        table = _series(mentions, source, state)
        if len(table) < months:
            continue
        every = pd.period_range(table.index.min(), table.index.max(), freq="M")
        sums = table.reindex(every, fill_value=0.0).rolling(months).sum().dropna()
        sums = sums[sums["texts"] > 0]
        ends = sums.index.to_timestamp(how="end").strftime("%Y-%m-%d")
        value = (100 * sums["naming"] / sums["texts"]).to_numpy()
        parts.append(pd.DataFrame({"series": state, "date": ends, "value": value}))
    return pd.concat(parts[1:] or parts, ignore_index=True)
