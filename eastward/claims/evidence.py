"""From a measured value to a reading's verdict.

Public names: :func:`outcomes`, :class:`Rate`, :class:`Ways`, :class:`Finding`, :func:`weight`,
:class:`Verdict`, :func:`verdict`, :func:`out_of_reach`,
:data:`ODDS`, :data:`LIMITS`.

The kinds are those of Van Evera (1997, *Guide to Methods for Students of Political Science*) and
Collier (2011, *PS: Political Science & Politics* 44); the odds that stand for them are declared in
one table for the whole book, and measured pass rates can only make them weaker.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pandas as pd

from eastward.claims.models import Later, Test


class Odds(NamedTuple):
    """What passing and failing are worth, and how often a test passes if the reading is true."""

    passing: float
    failing: float
    passes_if_true: float


ODDS = {
    "direct": Odds(20, 1 / 20, 0.95),
    "doubly decisive": Odds(10, 1 / 10, 0.91),
    "hoop": Odds(1.5, 1 / 10, 0.96),
    "smoking gun": Odds(10, 1 / 1.5, 0.36),
    "straw in the wind": Odds(1.5, 1 / 1.5, 0.6),
}
STRENGTH = {
    "direct": 3,
    "doubly decisive": 2,
    "hoop": 1,
    "smoking gun": 1,
    "straw in the wind": 0,
}
LIMITS = {"supported": 3.0, "strongly supported": 20.0}  # odds; contradicted is the mirror image
STRAW = ODDS["straw in the wind"]
ROUNDING = 1e-9  # 20 × 20 × 1/20 reaches 20 in whatever order a computer multiplies
UNSURE = 1 / 4  # power of the ways to count below which a reading depends on how one counts


@dataclass(frozen=True)
class Rate:
    """How many other units pass a test."""

    passes: int
    fails: int
    silent: int = 0

    @property
    def value(self) -> float:
        """Pass rate with one pass and one fail added; silent units are left out."""
        return (self.passes + 1) / (self.passes + self.fails + 2)


@dataclass(frozen=True)
class Ways:
    """How the other ways to count read a test."""

    supports: int
    silent: int
    against: int

    @property
    def total(self) -> int:
        """Number of ways."""
        return self.supports + self.silent + self.against

    def power(self, outcome: str) -> float:
        """Share on the side of an outcome less the share on the other side, not below 0."""
        side, other = (self.supports, self.against)[:: 1 if outcome == "supports" else -1]
        return max(0.0, (side - other) / self.total) if self.total else 1.0


@dataclass(frozen=True)
class Finding:
    """What a declared test said.

    ``outcome`` is ``supports``, ``against``, ``between``, ``too few`` or ``no data``; the last
    three are silent. ``seen`` says whether the data were known when the test was declared.
    """

    test: Test
    outcome: str
    rate: Rate | None = None
    ways: Ways | None = None
    seen: bool = True

    @property
    def speaks(self) -> bool:
        """Whether the test is not silent."""
        return self.outcome in ("supports", "against")


@dataclass(frozen=True)
class Verdict:
    """Verdict of one reading.

    Attributes
    ----------
    word : str
        *supported*, *strongly supported*, *contradicted*, *strongly contradicted*, *undecided*,
        *conflicting*, *no evidence*, *open* or *interpretive*.
    odds : float
        Odds of the reading against its rival, from even odds.
    weights : dict
        Test id to what it was worth; 1 where it is silent or another test of its block speaks.
    unsure : bool
        Whether the verdict depends on how one counts.
    hangs_on : str or None
        Test without which the verdict would be another; the weightiest, if there are several.
    without : str
        Verdict without that test.
    reach : (float, float)
        Odds if every test had spoken against the reading, and if every test had supported it.
    """

    word: str
    odds: float
    weights: dict[str, float]
    unsure: bool = False
    hangs_on: str | None = None
    without: str = ""
    reach: tuple[float, float] = (0.0, math.inf)


def outcomes(test: Test | Later, measured: pd.DataFrame) -> pd.Series:
    """Outcome of a test for every unit or specification.

    Parameters
    ----------
    test : Test or Later
        The declared thresholds and minimum.
    measured : DataFrame
        Columns value (the test's unit) and n (independent observations), optionally low and high
        (an interval).

    Returns
    -------
    Series of str
        ``supports`` where the value lies beyond the threshold and the interval does not reach the
        zone against, ``against`` for the mirror image, else ``between``; ``too few`` below the
        minimum; ``no data`` where there is no value. For a :class:`Later` test, ``held`` counts as
        supports.
    """
    forward, back = (
        (test.supports, test.against) if isinstance(test, Test) else (test.held, test.not_held)
    )
    value = measured["value"].astype(float)
    ends = [
        measured[end].astype(float).fillna(value) if end in measured else value
        for end in ("low", "high")
    ]
    said = pd.Series("between", index=measured.index, dtype=object)
    for word, limit, other in (("supports", forward, back), ("against", back, forward)):
        reaches = other.met(ends[0]) | other.met(ends[1])
        said[limit.met(value) & ~reaches] = word
    said[measured["n"] < test.minimum] = "too few"
    said[~np.isfinite(value)] = "no data"
    return said


def rate(said: pd.Series) -> Rate:
    """Count outcomes of other units."""
    return Rate(*_counts(said, "supports", "against"))


def ways(said: pd.Series) -> Ways:
    """Count outcomes of specifications."""
    supports, against, silent = _counts(said, "supports", "against")
    return Ways(supports, silent, against)


def weight(finding: Finding) -> float:
    """What a test is worth: odds of its outcome if the reading is true, against its rival.

    Silence is worth 1. Measured pass rates, and other ways to count, can only bring the kind's own
    odds nearer to 1.
    """
    test, kind = finding.test, ODDS[finding.test.kind]
    if finding.outcome == "supports":
        odds = kind.passing
        if test.peers:
            odds = min(odds, max(1.0, kind.passes_if_true / finding.rate.value))
        elif test.context and test.kind != "direct":
            odds = min(odds, STRAW.passing)
    elif finding.outcome == "against":
        odds = kind.failing
        if test.peers:
            unmet = (1 - kind.passes_if_true) / (1 - finding.rate.value)
            odds = max(odds, min(1.0, unmet))
    else:
        return 1.0
    if test.finds and finding.outcome != test.finds:  # finding nothing in too short a record
        odds = STRAW.passing if finding.outcome == "supports" else STRAW.failing
    return odds ** _power(finding)


def verdict(findings: Sequence[Finding], kind: str = "descriptive") -> Verdict:
    """Verdict of a reading from what its tests said.

    In a block of tests one has weight: that of the strongest declared kind, the first of equals.
    From even odds the blocks are multiplied.

    Parameters
    ----------
    findings : sequence of Finding
        One for each declared test of the reading, in the order of the register.
    kind : str
        Of the claim; a forecast on which nothing speaks is *open*.
    """
    full = _verdict(findings, kind)
    speaking = [name for name, worth in full.weights.items() if worth != 1]
    for name in sorted(speaking, key=lambda name: -abs(math.log(full.weights[name]))):
        rest = _verdict([one for one in findings if one.test.id != name], kind)
        if rest.word != full.word:
            return replace(full, hangs_on=name, without=rest.word)
    return full


def out_of_reach(reach: tuple[float, float]) -> list[str]:
    """Verdicts that the tests of a reading could not have given, however they had come out.

    Examples
    --------
    >>> out_of_reach((0.1, 1.5)), out_of_reach((0.05, 20))
    (['supported'], [])
    """
    low, high = reach
    limit = LIMITS["supported"]
    missed = {"supported": _reaches(high, limit), "contradicted": _reaches(1 / low, limit)}
    return [word for word, reached in missed.items() if not reached]


def _verdict(findings: Sequence[Finding], kind: str) -> Verdict:
    carriers = _carriers(findings)
    weights = dict.fromkeys((one.test.id for one in findings), 1.0)
    weights |= {one.test.id: weight(one) for one in carriers}
    odds = math.prod(weights.values())
    unsure = any(one.speaks and _power(one) < UNSURE for one in carriers)
    word = _word(odds, [weights[one.test.id] for one in carriers])
    if not any(one.speaks for one in carriers):
        word = "open" if kind == "predictive" else "no evidence"
    elif word in ("supported", "contradicted") and _is_strong(findings, carriers, weights, word):
        word = f"strongly {word}"
    return Verdict(word=word, odds=odds, weights=weights, unsure=unsure, reach=_reach(carriers))


def _reach(carriers: Sequence[Finding]) -> tuple[float, float]:
    """The least and the most that the blocks could be worth, every way to count agreeing."""

    def all_say(outcome: str) -> float:
        return math.prod(weight(replace(one, outcome=outcome, ways=None)) for one in carriers)

    return all_say("against"), all_say("supports")


def _word(odds: float, blocks: list[float]) -> str:
    limit = LIMITS["supported"]
    if _reaches(odds, limit):
        return "supported"
    if _reaches(1 / odds, limit):
        return "contradicted"
    apart = any(one > limit for one in blocks) and any(one < 1 / limit for one in blocks)
    return "conflicting" if apart else "undecided"


def _is_strong(
    findings: Sequence[Finding], carriers: list[Finding], weights: dict[str, float], word: str
) -> bool:
    """Whether odds of 20 rest on two blocks, or on two records that were coded independently.

    Where the data had been seen when a test was declared, only direct tests count.
    """
    side = "supports" if word == "supported" else "against"
    worth = {
        one.test.id: weights[one.test.id]
        for one in carriers
        if one.test.kind == "direct" or not one.seen
    }
    towards = {name: odds if side == "supports" else 1 / odds for name, odds in worth.items()}
    total = math.prod(weights.values())
    enough = min(math.prod(towards.values()), total if side == "supports" else 1 / total)
    blocks = sum(one > 1 for one in towards.values())
    records = {
        one.test.coded_by
        for one in findings
        if _is_direct(one) and one.outcome == side and _power(one) >= UNSURE
    }
    return _reaches(enough, LIMITS["strongly supported"]) and (blocks >= 2 or len(records) >= 2)


def _reaches(odds: float, limit: float) -> bool:
    return odds >= limit * (1 - ROUNDING)


def _is_direct(finding: Finding) -> bool:
    return finding.test.kind == "direct" and bool(finding.test.coded_by)


def _carriers(findings: Sequence[Finding]) -> list[Finding]:
    """The test that has weight in each block."""
    chosen: dict[str, Finding] = {}
    for one in findings:
        held = chosen.get(one.test.block)
        if held is None or STRENGTH[one.test.kind] > STRENGTH[held.test.kind]:
            chosen[one.test.block] = one
    return list(chosen.values())


def _power(finding: Finding) -> float:
    return finding.ways.power(finding.outcome) if finding.ways else 1.0


def _counts(said: pd.Series, *words: str) -> tuple[int, ...]:
    found = [int((said == word).sum()) for word in words]
    return (*found, len(said) - sum(found))
