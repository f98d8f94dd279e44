"""The tests and verdicts of chapters that still stand on the book's first pattern.

Public names: :class:`Test`, :class:`Outcome`, :func:`verdict`, :data:`VERDICTS`.

This module goes when the last of these chapters has been rewritten.
"""

import math
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

VERDICTS = ("supported", "contradicted", "mixed", "untested")
_LIMITS = {
    "above": (">", float.__gt__),
    "at_least": ("≥", float.__ge__),
    "below": ("<", float.__lt__),
    "at_most": ("≤", float.__le__),
}


@dataclass(frozen=True)
class Threshold:
    """One limit on a statistic, such as *above 2*."""

    limit: str
    value: float

    def __str__(self) -> str:
        return f"{_LIMITS[self.limit][0]} {self.value:g}"

    def met(self, statistic: float) -> bool:
        """Whether the statistic is on this side of the limit."""
        return _LIMITS[self.limit][1](float(statistic), float(self.value))


@dataclass(frozen=True)
class Outcome:
    """What a test said of the data: statistic, observations, outcome and a note."""

    test: str
    statistic: float | None
    n: int
    outcome: str
    note: str = ""


class Test(BaseModel):
    """A test as declared: a measure, two thresholds and their reason."""

    __test__ = False  # not a pytest class
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    measure: str
    tables: tuple[str, ...]
    unit: str
    implies: str
    supports: Threshold
    against: Threshold
    why: str
    minimum: int = 1

    @field_validator("supports", "against", mode="before")
    @classmethod
    def _threshold(cls, entry: Any) -> Any:
        if isinstance(entry, dict) and len(entry) == 1 and next(iter(entry)) in _LIMITS:
            return Threshold(*next(iter(entry.items())))
        return entry

    def reads(self, statistic: float | None) -> str:
        """Outcome of a bare statistic: ``supports``, ``against`` or ``silent``."""
        if statistic is None or not math.isfinite(statistic):
            return "silent"
        if self.supports.met(statistic):
            return "supports"
        return "against" if self.against.met(statistic) else "silent"

    def judge(self, statistic: float | None, n: int, note: str = "") -> Outcome:
        """Outcome of a statistic that rests on ``n`` observations; silent below the minimum."""
        known = statistic is not None and math.isfinite(statistic)
        value = float(statistic) if known else None
        said = self.reads(value) if n >= self.minimum else "silent"
        return Outcome(test=self.id, statistic=value, n=int(n), outcome=said, note=note)


def verdict(outcomes: list[Outcome]) -> str:
    """Verdict of a claim from the outcomes of its tests, all readings pooled."""
    said = {outcome.outcome for outcome in outcomes}
    if {"supports", "against"} <= said:
        return "mixed"
    if "supports" in said:
        return "supported"
    return "contradicted" if "against" in said else "untested"
