"""Specification grids: one measure under every combination of exchangeable choices.

Public names: :func:`specification_grid`, :func:`explained`.
"""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import pandas as pd

from eastward.measured import Measured

RESULT = ["value", "n", "low", "high"]
ROUNDING = 1e-9
Place = tuple[int, ...]  # of each choice among its alternatives
Result = tuple[float | None, ...]  # value, n, low, high


def specification_grid(
    measure: Callable[..., Measured | float | None], **dimensions: Iterable[Any]
) -> pd.DataFrame:
    """Compute one measure under every combination of exchangeable choices.

    The method is specification-curve analysis (Simonsohn, Simmons and Nelson 2020, *Nature Human
    Behaviour* 4). A choice that cannot change the result would only repeat specifications and so
    lend weight to whatever it repeats; its alternatives are therefore counted once.

    Parameters
    ----------
    measure : callable
        Called with one alternative of each dimension as keywords. Returns a measured value or a
        number; None where the combination does not apply, which is then no specification.
    **dimensions : iterables
        Name of each choice and its alternatives.

    Returns
    -------
    DataFrame
        One row a specification, by value: a column for each choice, then value, n, low, high
        (missing where the measure gives none). A measured value of None is a specification
        without a value. ``attrs["without_effect"]`` names the choices with several alternatives
        that changed no result; they have no column.

    Examples
    --------
    >>> counts = {("COW", 1980): 3, ("COW", 1990): 1, ("GML", 1980): 4}
    >>> grid = specification_grid(
    ...     lambda source, start, rounding: counts.get((source, start)),
    ...     source=["COW", "GML"], start=[1980, 1990], rounding=["up", "down"],
    ... )
    >>> grid[["source", "start", "value"]].to_numpy().tolist()
    [['COW', 1990, 1.0], ['COW', 1980, 3.0], ['GML', 1980, 4.0]]
    >>> grid.attrs["without_effect"]
    ['rounding']
    """
    alternatives = {name: list(choices) for name, choices in dimensions.items()}
    # Alternatives stand as their places until the end, for a list or a frame is no key of a group.
    found: dict[Place, Result] = {}
    for place in product(*(range(len(choices)) for choices in alternatives.values())):
        choice = {name: alternatives[name][i] for name, i in zip(alternatives, place, strict=True)}
        result = measure(**choice)
        if isinstance(result, Measured):
            found[place] = (result.value, result.n, result.low, result.high)
        elif result is not None and pd.notna(result):
            found[place] = (float(result), None, None, None)
    without_effect = []
    for axis, name in enumerate(alternatives):
        groups: dict[Place, list[Place]] = {}
        for place in found:
            groups.setdefault((*place[:axis], 0, *place[axis + 1 :]), []).append(place)
        if _changes_nothing([[found[place] for place in one] for one in groups.values()]):
            without_effect.append(name)
            found = {place: found[first] for place, (first, *_) in groups.items()}
    grid = pd.DataFrame(list(found.values()), columns=RESULT, dtype=float)
    for axis, name in enumerate(alternatives):
        if name not in without_effect:
            chosen = [alternatives[name][place[axis]] for place in found]
            grid.insert(grid.shape[1] - len(RESULT), name, pd.Series(chosen))
    grid = grid.sort_values("value", kind="stable", ignore_index=True).astype({"n": "Int64"})
    grid.attrs["without_effect"] = without_effect
    return grid


def explained(grid: pd.DataFrame) -> pd.Series:
    """Share of the variance of all specifications that one choice alone explains, largest first.

    Parameters
    ----------
    grid : DataFrame
        As :func:`specification_grid` gives; specifications without a value are left out.

    Returns
    -------
    Series
        Share by choice, 0 to 1 (eta squared); they need not sum to one, since choices interact.

    Examples
    --------
    >>> grid = pd.DataFrame({"source": ["a", "a", "b", "b"], "start": [1, 2, 1, 2],
    ...     "value": [0.0, 1.0, 4.0, 5.0], "n": 4, "low": None, "high": None})
    >>> explained(grid).round(2).to_dict()
    {'source': 0.94, 'start': 0.06}
    """
    known = grid.dropna(subset="value")
    values = known["value"].astype(float)
    whole = float(((values - values.mean()) ** 2).sum())
    shares = {}
    for name in grid.columns.difference(RESULT):
        means = values.groupby(known[name].map(str)).transform("mean")
        between = float(((means - values.mean()) ** 2).sum())
        shares[name] = between / whole if whole else float("nan")
    return pd.Series(shares, dtype=float).sort_values(ascending=False, kind="stable")


def _changes_nothing(groups: list[list[Result]]) -> bool:
    """Whether specifications that are alike in all other choices have the same result."""
    if all(len(one) == 1 for one in groups):
        return False  # the alternatives were never tried in the same place
    return all(_same(values) for one in groups for values in zip(*one, strict=True))


def _same(values: tuple[float | None, ...]) -> bool:
    """Whether numbers differ by no more than sums in another order do, or all are missing."""
    known = [value for value in values if value is not None]
    if not known:
        return True
    spread = max(known) - min(known)
    return len(known) == len(values) and spread <= ROUNDING * max(abs(max(known)), 1.0)
