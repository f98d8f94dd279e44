"""Measures on a person's posts.

Public name: :func:`mention_rates`.
"""

import pandas as pd


def mention_rates(posts: pd.DataFrame, state: str, complete: bool = True) -> pd.DataFrame:
    """How often a person's posts name a state, by month.

    Parameters
    ----------
    posts : DataFrame
        Columns month, state, posts, mentions, covered_days, complete.
    state : str
        ISO3 code.
    complete : bool
        Leave out months with cut texts or missing posts.

    Returns
    -------
    DataFrame
        Index month (period); posts, mentions, covered_days, per_day (mentions per covered day) and
        share (mentions in per cent of posts). Months without a covered day have no row.
    """
    chosen = posts[(posts["state"] == state) & (posts["covered_days"] > 0)]
    if complete:
        chosen = chosen[chosen["complete"]]
    frame = chosen.set_index(pd.PeriodIndex(chosen["month"], freq="M"))
    counts = frame[["posts", "mentions", "covered_days"]].astype(float)
    return counts.assign(
        per_day=counts["mentions"] / counts["covered_days"],
        share=100 * counts["mentions"] / counts["posts"].where(counts["posts"] > 0),
    )
