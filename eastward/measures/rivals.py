"""Rival explanations of a turn to one power: what each predicts, and what is left of it.

Public names: :class:`Prediction`, :data:`RIVALS`, :data:`STANDS_OUT`, :func:`held`,
:func:`weighed`.

The predictions were written before any change was computed. A change is that of a tie at a date,
beside the middle of comparable states, in their median distance from it (typical moves).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

STANDS_OUT = 2.0  # typical moves
NOTHING = 1.0  # typical moves within which a change is none


@dataclass(frozen=True)
class Prediction:
    """What a rival expects of one tie at one date."""

    tie: str
    """``partner``, ``alternative``, ``India`` or ``Europe``."""
    date: str
    """``2001``, ``2014``, ``shock`` or ``2022``."""
    rises: bool
    """Whether the tie should stand out there; else it should not."""


RIVALS: Mapping[str, tuple[Prediction, ...]] = {
    "pressure": (
        Prediction("partner", "shock", True),
        Prediction("alternative", "shock", True),
        Prediction("India", "shock", False),
        Prediction("Europe", "shock", False),
    ),
    "drift": (
        Prediction("partner", "2001", True),
        Prediction("partner", "2014", True),
        Prediction("partner", "shock", False),
    ),
    "common position": (
        Prediction("partner", "2014", True),
        Prediction("partner", "2022", True),
        Prediction("partner", "shock", False),
    ),
    "China instead": (
        Prediction("alternative", "shock", True),
        Prediction("partner", "shock", False),
    ),
    "hedging": (
        Prediction("partner", "shock", True),
        Prediction("alternative", "shock", True),
        Prediction("India", "shock", True),
        Prediction("Europe", "shock", True),
    ),
}


def held(change: float | None, rises: bool) -> str:
    """Whether a change is as predicted: ``yes``, ``no``, ``between`` or ``unknown``.

    Examples
    --------
    >>> [held(change, True) for change in (2.5, 1.5, -3.0, None)]
    ['yes', 'between', 'no', 'unknown']
    >>> [held(change, False) for change in (2.5, 1.5, -3.0)]
    ['no', 'between', 'yes']
    """
    if change is None or pd.isna(change):
        return "unknown"
    if change > STANDS_OUT:
        return "yes" if rises else "no"
    if change < NOTHING:
        return "no" if rises else "yes"
    return "between"


def weighed(changes: pd.DataFrame) -> pd.DataFrame:
    """Every prediction of every rival beside what was found.

    Parameters
    ----------
    changes : DataFrame
        Dates by ties, in typical moves; missing where a tie or date is not known.

    Returns
    -------
    DataFrame
        rival, tie, date, rises, change, held; one row a prediction. A rival stands as long as none
        of its predictions failed.

    Examples
    --------
    >>> changes = pd.DataFrame({"partner": [0.2], "alternative": [3.0]}, index=["shock"])
    >>> found = weighed(changes)
    >>> found.loc[found["rival"] == "China instead", "held"].tolist()
    ['yes', 'yes']
    """
    rows = []
    for rival, predictions in RIVALS.items():
        for one in predictions:
            known = one.tie in changes and one.date in changes.index
            change = changes.loc[one.date, one.tie] if known else None
            rows.append((rival, one.tie, one.date, one.rises, change, held(change, one.rises)))
    columns = ["rival", "tie", "date", "rises", "change", "held"]
    return pd.DataFrame(rows, columns=columns).astype({"change": float})
