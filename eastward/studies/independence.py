"""Independence as an aim: steps, refusals and words of one state's leaders.

Public names: :class:`Independence`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.measures import documents, rhetoric

TOPIC = "independence-1979"
COURTED = ("1979-02-11", "1979-11-03")  # from the revolution to the eve of the embassy's taking
SHUNNED = ("1979-11-04", "1989-12-31")  # from then to the end of the decade
Found = dict[str, Any]


@dataclass(frozen=True)
class Independence:
    """Documents on what leaders did and refused, and their speeches.

    Examples
    --------
    >>> from eastward import tables
    >>> Independence.of(tables.load, "IRN", range(1979, 2019)).steps()["measured"].value
    1.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, tags, corroboration, end_date)."""
    speeches: pd.DataFrame
    """Speeches in the General Debate (state, year, words)."""
    terms: pd.DataFrame
    """How often they use a term (state, year, term, count)."""
    focal: str
    """The state of interest."""
    period: range
    """Years whose speeches are drawn."""

    @classmethod
    def of(cls, table, focal: str, period: range) -> "Independence":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        terms = rhetoric.counts(table("speech_terms"))
        return cls(table("documents"), table("speeches"), terms, focal, period)

    @cached_property
    def words(self) -> pd.DataFrame:
        """How often the state's speeches name two themes, means of windows."""
        own = self.speeches["state"] == self.focal
        spoken = self.speeches[own & (self.speeches["year"] <= self.period[-1])]
        rates = rhetoric.term_rates(self.terms, spoken, rhetoric.APART)
        return rhetoric.by_window(rates, self.period[0])

    def steps(self) -> Found:
        """Steps away from a power while both still courted the new government."""
        return self._count("step", COURTED)

    def refusals(self) -> Found:
        """Offers that were refused after that."""
        return self._count("refusal", SHUNNED)

    def _count(self, tag: str, days: tuple[str, str]) -> Found:
        found = documents.count(self.documents, TOPIC, [tag], [self.focal], *days)
        return documents.known({"measured": found}, TOPIC, self.focal)
