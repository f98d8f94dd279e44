"""Whose part a power has in the reports of a state's cooperation, before a day and after it.

Public names: :func:`parts`, :func:`change`, :func:`interval`.

Reports are news as a machine codes them; a part compares partners inside one release and needs no
count of what was not read.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from eastward.measures.events import COOPERATION

DRAWS = 1999
Window = tuple[str, str]


def parts(
    events: pd.DataFrame,
    power: Iterable[str],
    windows: dict[str, Window],
    against: Iterable[str] = (),
    classes: Iterable[str] = COOPERATION,
) -> pd.DataFrame:
    """Reports of every state by week, and those with a power less those with others.

    Parameters
    ----------
    events : DataFrame
        source, target, date and the classes; one row a source, target and day.
    power, against : iterable of str
        Codes that count for and against.
    windows : dict
        Name to first and last day.
    classes : iterable of str
        Columns that are added up.

    Returns
    -------
    DataFrame
        state, window, week, own (reports with the power less those with the others), every.

    Examples
    --------
    >>> events = pd.DataFrame({"source": ["IRN", "TUR"], "target": ["RUS", "IRN"],
    ...     "date": pd.Timestamp("2018-06-01"), "verbal_cooperation": [2, 3],
    ...     "material_cooperation": 0})
    >>> found = parts(events, ["RUS"], {"after": ("2018-05-08", "2018-12-31")})
    >>> found.set_index("state").loc["IRN", ["own", "every"]].tolist()
    [2, 5]
    """
    power, against = set(power), set(against)
    told = events.assign(reports=events[list(classes)].sum(axis=1))
    rows = pd.concat(
        told[[end, other, "date", "reports"]].set_axis(
            ["state", "other", "date", "reports"], axis=1
        )
        for end, other in (("source", "target"), ("target", "source"))
    )
    rows = rows[rows["state"] != rows["other"]]
    sign = rows["other"].isin(power).astype(int) - rows["other"].isin(against).astype(int)
    rows = rows.assign(own=rows["reports"] * sign, every=rows["reports"])
    found = []
    for name, (first, last) in windows.items():
        inside = rows[rows["date"].between(pd.Timestamp(first), pd.Timestamp(last))]
        week = (inside["date"] - pd.Timestamp(first)).dt.days // 7
        summed = inside.assign(window=name, week=week)
        found.append(
            summed.groupby(["state", "window", "week"], as_index=False)[["own", "every"]].sum()
        )
    return pd.concat(found, ignore_index=True)


def change(weekly: pd.DataFrame, before: str, after: str, least: int = 1) -> pd.DataFrame:
    """Change of the part from one window to the other, for every state, percentage points.

    Parameters
    ----------
    weekly : DataFrame
        As :func:`parts` gives.
    before, after : str
        Names of the windows.
    least : int
        Fewest reports of a state in either window.

    Returns
    -------
    DataFrame
        By state: value, n (weeks with a report, of both), before, after (parts, per cent).
    """
    summed = weekly.groupby(["window", "state"])[["own", "every"]].sum()
    weeks = weekly[weekly["every"] > 0].groupby("state").size()
    known = set(summed.index.get_level_values("window"))
    if not {before, after} <= known:
        return pd.DataFrame({"value": [], "n": [], "before": [], "after": []}, dtype=float)
    both = {}
    for name in (before, after):
        side = summed.loc[name]
        both[name] = (100 * side["own"] / side["every"])[side["every"] >= least]
    found = pd.DataFrame({"before": both[before], "after": both[after]}).dropna()
    return found.assign(value=found["after"] - found["before"], n=weeks.reindex(found.index))


def interval(
    weekly: pd.DataFrame, state: str, before: str, after: str, seed: int = 0
) -> tuple[float | None, float | None]:
    """Interval of one state's change of 95 per cent, by drawing the weeks of each window again.

    Reports of one visit come in one week, so that whole weeks are drawn (Cameron, Gelbach and
    Miller 2008, *Review of Economics and Statistics* 90).
    """
    random, drawn = np.random.default_rng(seed), []
    for name in (before, after):
        rows = weekly[(weekly["state"] == state) & (weekly["window"] == name)]
        if len(rows) < 2:
            return None, None
        chosen = random.integers(0, len(rows), size=(DRAWS, len(rows)))
        own, every = (rows[column].to_numpy()[chosen].sum(axis=1) for column in ("own", "every"))
        drawn.append(100 * own / np.maximum(every, 1))
    low, high = np.quantile(drawn[1] - drawn[0], [0.025, 0.975])
    return float(low), float(high)
