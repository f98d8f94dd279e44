"""An index of alignment from several layers, and how unusual its change is among states.

Public names: :func:`spreads`, :func:`ranks`, :func:`index`, :func:`shift`, :func:`typical`,
:func:`typical_values`, :func:`carried`.

A layer is a panel with a row a year and a column a state, as :mod:`.ties` gives them.
"""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

TREND = 10  # years whose trend is carried on


def spreads(layer: pd.DataFrame, years: Iterable[int], states: Iterable[str]) -> pd.DataFrame:
    """A layer in spreads: distance from the mean of some states in some years, over their spread.

    Examples
    --------
    >>> layer = pd.DataFrame({"A": [1.0, 5.0], "B": [3.0, 3.0], "C": [2.0, 2.0]}, [2017, 2018])
    >>> spreads(layer, [2017], ["A", "B", "C"]).loc[2018].tolist()
    [3.0, 1.0, 0.0]
    """
    known = layer.loc[layer.index.isin(list(years)), [one for one in states if one in layer]].mean()
    spread = known.std()
    return (layer - known.mean()) / (spread if spread > 0 else np.nan)


def ranks(layer: pd.DataFrame, states: Iterable[str]) -> pd.DataFrame:
    """A layer as the share of some states that lie below in the same year, 0 to 1.

    Examples
    --------
    >>> layer = pd.DataFrame({"A": [1.0], "B": [3.0], "C": [2.0]}, [2017])
    >>> ranks(layer, ["A", "B"]).loc[2017].tolist()
    [0.25, 0.75, 0.5]
    """
    among = layer[[one for one in states if one in layer]].to_numpy()
    own = layer.to_numpy()[:, :, None]
    known = (~np.isnan(among)).sum(axis=1)[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        below = (among[:, None, :] < own).sum(axis=2) + (among[:, None, :] == own).sum(axis=2) / 2
        return (below / known + 0 * layer).where(layer.notna())


def index(layers: Mapping[str, pd.DataFrame], weights: Mapping[str, float]) -> pd.DataFrame:
    """Weighted mean of layers; missing where a layer with a weight is.

    Examples
    --------
    >>> votes, arms = (pd.DataFrame({"A": [one]}, index=[2018]) for one in (1.0, 0.0))
    >>> float(index({"votes": votes, "arms": arms}, {"votes": 3, "arms": 1}).loc[2018, "A"])
    0.75
    """
    counted = {name: one for name, one in weights.items() if one}
    total = sum(counted.values())
    parts = [layers[name] * weight for name, weight in counted.items()]
    found = parts[0]
    for part in parts[1:]:
        found = found + part
    return found / total


def shift(panel: pd.DataFrame, before: Iterable[int], after: Iterable[int]) -> pd.Series:
    """Mean of the later years less that of the earlier ones, by state; all years must be there.

    Examples
    --------
    >>> panel = pd.DataFrame({"A": [1.0, 2.0, 4.0]}, [2016, 2017, 2018])
    >>> shift(panel, [2016, 2017], [2018]).to_dict()
    {'A': 2.5}
    """
    before, after = list(before), list(after)
    if not before or not after or not {*before, *after} <= set(panel.index):
        return pd.Series(np.nan, index=panel.columns, dtype=float)
    return panel.loc[after].mean() - panel.loc[before].mean()


def typical(change: pd.Series, states: Iterable[str]) -> pd.DataFrame:
    """Changes as typical moves: distance from the median of some states, over their own median one.

    Parameters
    ----------
    change : Series
        By state.
    states : iterable of str
        Those whose middle counts.

    Returns
    -------
    DataFrame
        value (typical moves; missing where the middle has no spread), n (states with a change) and
        change, median, move (in the unit of the change).

    Examples
    --------
    >>> typical(pd.Series({"A": 1.0, "B": 2.0, "C": 4.0, "D": 8.0}), "ABC").loc["D"].tolist()
    [6.0, 3.0, 8.0, 2.0, 1.0]
    """
    mask = change.index.isin(list(states))
    value, among = typical_values(change.to_numpy(), mask), change[mask].dropna()
    median = among.median()
    move = (among - median).abs().median()
    found = {"value": value, "n": len(among), "change": change, "median": median, "move": move}
    return pd.DataFrame(found, index=change.index).dropna(subset="change")


def typical_values(change: np.ndarray, among: np.ndarray) -> np.ndarray:
    """The same for plain arrays: changes, and which of them the middle is taken of.

    Examples
    --------
    >>> typical_values(np.array([1.0, 2.0, 4.0, 8.0]), np.array([True, True, True, False])).tolist()
    [-1.0, 0.0, 2.0, 6.0]
    """
    known = change[among & ~np.isnan(change)]
    if not len(known):
        return np.full(len(change), np.nan)
    median = np.median(known)
    move = np.median(np.abs(known - median))
    return (change - median) / (move if move > 0 else np.nan)


def carried(
    values: np.ndarray, at: Mapping[int, int], end: int, before: Iterable[int], after: Iterable[int]
) -> np.ndarray:
    """Change that the trend of the ten years up to a last one would have brought.

    Parameters
    ----------
    values : array
        Years by states.
    at : mapping
        Year to its row.
    end : int
        Last year of the trend.
    before, after : iterable of int
        Years whose means are compared.

    Examples
    --------
    >>> values, at = np.arange(12.0)[:, None], {2007 + row: row for row in range(12)}
    >>> carried(values, at, 2016, [2015, 2016], [2018]).tolist()
    [2.5]
    """
    years = range(end - TREND + 1, end + 1)
    if any(year not in at for year in years):
        return np.full(values.shape[1], np.nan)
    time = np.array(years) - np.mean(years)
    slope = time @ values[[at[year] for year in years]] / (time**2).sum()
    return slope * (np.mean(list(after)) - np.mean(list(before)))
