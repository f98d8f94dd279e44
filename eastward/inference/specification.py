"""Specification grids: one measure under every combination of exchangeable choices.

Public names: :func:`specification_grid`.
"""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import pandas as pd

from eastward.measured import Measured

RESULT = ["value", "n", "low", "high"]
ROUNDING = 1e-9


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
    rows = []
    for place in product(*(range(len(choices)) for choices in alternatives.values())):
        choice = {name: alternatives[name][i] for name, i in zip(alternatives, place, strict=True)}
        found = measure(**choice)
        if isinstance(found, Measured):
            rows.append((*place, found.value, found.n, found.low, found.high))
        elif found is not None and pd.notna(found):
            rows.append((*place, float(found), None, None, None))
    # Alternatives stand as their places until the end, for a list or a frame is no key of a group.
    grid = pd.DataFrame(rows, columns=[*alternatives, *RESULT])
    grid = grid.astype({column: float for column in RESULT})
    without_effect = [name for name in alternatives if len(alternatives[name]) > 1]
    for name in list(without_effect):
        others = [other for other in alternatives if other != name and other in grid]
        if _changes_nothing(grid, others):
            grid = grid.drop_duplicates(others).drop(columns=name) if others else grid.head(1)
        else:
            without_effect.remove(name)
    for name in alternatives:
        if name in grid:
            grid[name] = [alternatives[name][i] for i in grid[name]]
    grid = grid.sort_values("value", kind="stable", ignore_index=True).astype({"n": "Int64"})
    grid.attrs["without_effect"] = without_effect
    return grid


def _changes_nothing(grid: pd.DataFrame, others: list[str]) -> bool:
    """Whether rows that are alike in the other choices have the same result."""
    groups = grid.groupby(others) if others else grid.groupby(lambda _: 0)
    if grid.empty or (groups.size() == 1).all():
        return False  # the alternatives were never tried in the same place
    lowest, highest, known = (groups[RESULT].agg(how) for how in ("min", "max", "count"))
    spread = (highest - lowest).fillna(0.0)
    # Sums in another order differ by rounding, which is no effect.
    same = spread <= ROUNDING * highest.abs().clip(lower=1.0).fillna(1.0)
    complete = known.eq(0) | known.eq(groups.size(), axis=0)
    return bool(same.all(axis=None) and complete.all(axis=None))
