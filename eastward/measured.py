"""Measured values: what a measure hands to a test.

Public names: :class:`Measured`, :class:`Rank`, :func:`rank`.

A measure computes all units at once and returns a frame by unit with the columns value and n and,
where sampling or chance enters, low and high; note may say what the reader must know of the row.
One unit's value is picked from that frame, so that its peers are never computed another way.
"""

import math
from collections.abc import Hashable
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Measured:
    """A measured value with what it rests on.

    Values and bounds that are not finite become None.

    Raises
    ------
    ValueError
        The number of observations is negative, or the interval has one end or is upside down.

    Examples
    --------
    >>> Measured(12.5, n=8)
    Measured(value=12.5, n=8, low=None, high=None, note='')
    >>> Measured(float("nan"), n=0).value is None
    True
    """

    value: float | None
    """The value in the unit of its measure; None where the data give none."""
    n: int
    """Number of independent observations, counted by the measure."""
    low: float | None = None
    """Lower end of the interval, in the unit of the value; None without an interval."""
    high: float | None = None
    """Upper end of the interval."""
    note: str = ""
    """What the reader must know of this value."""

    def __post_init__(self) -> None:
        for name in ("value", "low", "high"):
            object.__setattr__(self, name, _finite(getattr(self, name)))
        object.__setattr__(self, "n", int(self.n))
        if self.n < 0:
            raise ValueError(f"n {self.n}: expected a number of observations, 0 or more")
        if (self.low is None) != (self.high is None):
            raise ValueError(f"interval from {self.low} to {self.high}: expected both ends or none")
        if self.low is not None and self.low > self.high:
            raise ValueError(f"interval from {self.low} to {self.high}: expected low before high")

    @property
    def count(self) -> int | None:
        """Of a share in per cent, the cases that it stands for; None without a value.

        Examples
        --------
        >>> Measured(100 / 3, n=6).count, Measured(None, n=0).count
        (2, None)
        """
        return None if self.value is None else round(self.value * self.n / 100)

    @classmethod
    def of(cls, frame: pd.DataFrame, unit: Hashable) -> "Measured":
        """One unit's row of a measure.

        Parameters
        ----------
        frame : DataFrame
            Index by unit, each once; columns value, n and optionally low, high, note.
        unit : hashable
            The unit, such as an ISO3 code; one that is not in the frame has no value and n 0.

        Raises
        ------
        ValueError
            The unit stands in the frame more than once, or value or n is missing as a column.

        Examples
        --------
        >>> shares = pd.DataFrame({"value": [0.8, 0.3], "n": [9, 7]}, index=["IRN", "TUR"])
        >>> Measured.of(shares, "TUR")
        Measured(value=0.3, n=7, low=None, high=None, note='')
        >>> Measured.of(shares, "OMN")
        Measured(value=None, n=0, low=None, high=None, note='')
        """
        for column in ("value", "n"):
            if column not in frame.columns:
                raise ValueError(f"measure without the column {column}: {list(frame.columns)}")
        if unit not in frame.index:
            return cls(None, 0)
        row = frame.loc[unit]
        if isinstance(row, pd.DataFrame):
            raise ValueError(f"{unit}: expected one row, found {len(row)}")
        n, note = row["n"], row.get("note")
        return cls(
            row["value"],
            0 if pd.isna(n) else n,
            row.get("low"),
            row.get("high"),
            "" if pd.isna(note) else note,
        )


@dataclass(frozen=True)
class Rank:
    """Place of one unit among all units that have a value, itself included."""

    place: int | None
    """1 is the most extreme; units of equal value share the worst of their places."""
    of: int
    """Number of units with a value."""
    value: float | None
    """The unit's own value."""

    @property
    def share_at_least(self) -> float | None:
        """Share of all units, the unit included, whose value is at least as extreme, 0 to 1.

        If it is chance which of the units was the one of interest, this is the p-value of a
        permutation test (Abadie, Diamond and Hainmueller 2010, *JASA* 105). It is never below
        one in the number of units.

        Examples
        --------
        >>> Rank(place=9, of=171, value=3.5).share_at_least  # doctest: +ELLIPSIS
        0.0526...
        """
        return None if self.place is None else self.place / self.of

    def measured(self) -> Measured:
        """The place as a measured value; n is the number of units.

        Examples
        --------
        >>> Rank(place=2, of=40, value=0.7).measured()
        Measured(value=2.0, n=40, low=None, high=None, note='')
        """
        return Measured(self.place, self.of)


def rank(values: pd.Series, unit: Hashable, descending: bool = True) -> Rank:
    """Place of one unit among all.

    Equal values share the worst of their places: a unit is no more unusual than those it equals,
    and the share of units that are at least as extreme is then the place itself over their number.

    Parameters
    ----------
    values : Series
        One value a unit; missing ones are left out.
    unit : hashable
        The unit of interest.
    descending : bool
        Whether place 1 is the highest value; else the lowest.

    Returns
    -------
    Rank
        Place and value are None where the unit has no value.

    Examples
    --------
    >>> values = pd.Series({"IRN": 4.0, "TUR": 9.0, "OMN": 4.0, "QAT": 1.0, "KWT": None})
    >>> rank(values, "TUR")
    Rank(place=1, of=4, value=9.0)
    >>> rank(values, "IRN")
    Rank(place=3, of=4, value=4.0)
    >>> rank(values, "IRN", descending=False).share_at_least
    0.75
    >>> rank(values, "KWT")
    Rank(place=None, of=4, value=None)
    """
    values = values.dropna().astype(float)
    if unit not in values.index:
        return Rank(None, len(values), None)
    own = float(values[unit])
    reached = values >= own if descending else values <= own
    return Rank(int(reached.sum()), len(values), own)


def _finite(value: float | None) -> float | None:
    if value is None or pd.isna(value) or not math.isfinite(value):
        return None
    return float(value)
