"""Standing between two powers in the General Assembly, window by window.

Public names: :func:`agreements`, :func:`by_ideal_point`, :func:`below_allies`,
:func:`plane`.

Agreement is pooled over all votes of a window, so that a year with many votes counts for more and
a window is one observation.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures import voting
from eastward.measures.series import LENGTH, window

COMMON = 12  # fewest common votes of a pair for each year of a window

_LEVELS = ["own_first", "ally_first", "own_second", "ally_second"]


def agreements(
    votes: pd.DataFrame,
    rollcalls: pd.DataFrame,
    start: int,
    method: str = "agreement",
    involving: Iterable[str] | None = None,
    length: int = LENGTH,
) -> pd.DataFrame:
    """Agreement of all pairs of states in every window, both ways round.

    Parameters
    ----------
    votes, rollcalls, method, involving
        As for :func:`.voting.agreement`; only these roll calls count.
    start, length : int
        Of the windows.

    Returns
    -------
    DataFrame
        window (its first year), state, other, agreement (%).
    """
    if rollcalls.empty:
        columns = {"window": int, "state": str, "other": str, "agreement": float}
        return pd.DataFrame(columns=list(columns)).astype(columns)
    rollcalls = rollcalls.assign(window=window(rollcalls["year"], start, length))
    least = COMMON * length
    pairs = voting.agreement(votes, rollcalls, method, "window", least, involving)
    pairs = pairs.drop(columns="votes").assign(agreement=100 * pairs["agreement"])
    turned = pairs.rename(columns={"state": "other", "other": "state"})
    return pd.concat([pairs, turned[pairs.columns]], ignore_index=True)


def by_ideal_point(points: pd.DataFrame, powers: Iterable[str], start: int) -> pd.DataFrame:
    """Nearness of all states to some powers on the line of ideal points, window by window.

    Parameters
    ----------
    points : DataFrame
        Columns state, year, ideal_point.
    powers : iterable of str
        ISO3 codes.
    start : int
        Of the windows.

    Returns
    -------
    DataFrame
        window, state, other (the power), agreement: the mean distance with a minus, so that more
        is nearer, in standard deviations.
    """
    points = points.assign(window=window(points["year"], start))
    own = points[["year", "state", "ideal_point"]]
    powers = own[own["state"].isin(list(powers))].rename(columns={"state": "other"})
    both = points.merge(powers, on="year", suffixes=("", "_power")).query("state != other")
    near = -(both["ideal_point"] - both["ideal_point_power"]).abs()
    keys = ["window", "state", "other"]
    return near.groupby([both[key] for key in keys]).mean().rename("agreement").reset_index()


def below_allies(pairs: pd.DataFrame, allies: pd.DataFrame, powers: Iterable[str]) -> pd.DataFrame:
    """Windows in which a state agreed less with each power than the power's median ally did.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`agreements` gives.
    allies : DataFrame
        window, power, state, as :func:`.allies.by_window` gives.
    powers : iterable of str
        ISO3 codes of two powers; the state must be below the median ally of both.

    Returns
    -------
    DataFrame
        Index state; value (% of its windows), n (windows with an agreement with both powers),
        windows (in which it was below both), and means over all: own_first, ally_first,
        own_second, ally_second (the state's agreement with each power, and its median ally's).
    """
    powers = list(powers)
    near = pairs[pairs["other"].isin(powers)].rename(columns={"other": "power"})
    if near.empty or allies.empty:
        return pd.DataFrame(columns=["value", "n", "windows", *_LEVELS], dtype=float)
    median = near.merge(allies, on=["window", "power", "state"])
    median = median.groupby(["window", "power"])["agreement"].median().rename("ally")
    near = near.merge(median.reset_index(), on=["window", "power"])
    wide = near.pivot(index=["state", "window"], columns="power", values=["agreement", "ally"])
    if wide.empty or not set(powers) <= set(wide["ally"].columns):
        return pd.DataFrame(columns=["value", "n", "windows", *_LEVELS], dtype=float)
    wide = wide.dropna()
    below = pd.concat([wide["agreement"][one] < wide["ally"][one] for one in powers], axis=1)
    sides = [(column, one) for one in powers for column in ("agreement", "ally")]
    means = wide[sides].groupby("state").mean()
    return _share(below.all(axis=1)).join(means.set_axis(_LEVELS, axis=1))


def plane(pairs: pd.DataFrame, one: str, other: str, allies: pd.DataFrame) -> pd.DataFrame:
    """Every state's place by its agreement with two powers, window by window.

    Returns
    -------
    DataFrame
        window, state, one and other (agreement with each power, %), kind (the power whose ally it
        is, the first by alphabet of two; else empty); the powers are left out.
    """
    near = pairs[pairs["other"].isin([one, other]) & ~pairs["state"].isin([one, other])]
    wide = near.pivot(index=["window", "state"], columns="other", values="agreement")
    wide = wide.reindex(columns=[one, other]).set_axis(["one", "other"], axis=1)
    kind = allies.rename(columns={"power": "kind"}).drop_duplicates(["window", "state"])
    placed = wide.dropna().reset_index().merge(kind, "left", on=["window", "state"])
    return placed.fillna({"kind": ""})


def _share(met: pd.Series) -> pd.DataFrame:
    """Per cent and number of windows by state, and of those in which it was met."""
    by_state = met.groupby("state")
    return pd.DataFrame(
        {"value": 100 * by_state.mean(), "n": by_state.size(), "windows": by_state.sum()}
    )
