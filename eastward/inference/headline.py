"""A declared measure with everything that its judgement takes.

Public names: :func:`headline`.
"""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from eastward.inference.specification import specification_grid
from eastward.measured import Measured


def headline(
    measure: Callable[..., pd.DataFrame | Measured],
    unit: str,
    peers: Iterable[str] | None = None,
    alone: Callable[..., pd.DataFrame | Measured] | None = None,
    **ways: Iterable[Any],
) -> dict[str, Any]:
    """One unit's value, its peers' values and the other ways to count, from one measure.

    Parameters
    ----------
    measure : callable
        Called with one alternative of each choice as keywords; returns a frame by unit with value
        and n, and optionally low and high, or the measured value of the one unit that there is.
    unit : str
        The unit of interest.
    peers : iterable of str, optional
        Units that the register names; those without a row are left out.
    alone : callable, optional
        The same measure for the unit alone, where that is quicker; the other ways to count need
        no peers.
    **ways
        Name of each exchangeable choice and its alternatives. The first of each is the headline.

    Returns
    -------
    dict
        ``measured``, and ``peers`` and ``specs`` where they were asked for: the keywords of
        :meth:`.Chapter.judge`. Further columns of the unit's row are facts for the prose.

    Examples
    --------
    >>> def growth(start):
    ...     frame = pd.DataFrame({"IRN": [1.0, 2.0, 4.0], "TUR": [1.0, 1.0, 1.0]})
    ...     last = frame.loc[2]
    ...     return pd.DataFrame({"value": last - frame.loc[start], "n": 3 - start, "last": last})
    >>> found = headline(growth, "IRN", ["TUR"], start=[0, 1])
    >>> found["measured"].value, found["peers"]["value"].tolist(), found["specs"]["value"].tolist()
    (3.0, [0.0], [2.0, 3.0])
    >>> float(found["last"])
    4.0
    """
    ways = {name: list(choices) for name, choices in ways.items()}
    first = {name: choices[0] for name, choices in ways.items()}
    frame = measure(**first)
    own = _of(frame, unit)
    found: dict[str, Any] = {"measured": own} | _facts(frame, unit)
    if peers is not None:
        found["peers"] = frame.loc[[one for one in peers if one != unit and one in frame.index]]
    if ways:

        def again(**choice: Any) -> Measured:
            same = all(choice[name] is first[name] for name in first)
            return own if same else _of((alone or measure)(**choice), unit)

        found["specs"] = specification_grid(again, **ways)
    return found


def _of(found: pd.DataFrame | Measured, unit: str) -> Measured:
    return found if isinstance(found, Measured) else Measured.of(found, unit)


def _facts(found: pd.DataFrame | Measured, unit: str) -> dict[str, Any]:
    if isinstance(found, Measured) or unit not in found.index:
        return {}
    return dict(found.loc[unit].drop(["value", "n", "note"], errors="ignore"))
