"""Independence as an aim: steps, refusals and words of one state's leaders.

Public names: :class:`Independence`.
"""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
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
    >>> Independence.of(tables.load, "IRN", range(1979, 2019)).steps()["measured"].n
    6
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
    def spoken(self) -> pd.DataFrame:
        """The state's speeches to the end of the period."""
        own = self.speeches["state"] == self.focal
        return self.speeches[own & (self.speeches["year"] <= self.period[-1])]

    @cached_property
    def words(self) -> pd.DataFrame:
        """How often the state's speeches name two themes, means of windows."""
        rates = rhetoric.term_rates(self.terms, self.spoken, rhetoric.APART)
        return rhetoric.by_window(rates, self.period[0])

    def steps(self) -> Found:
        """Ties left or refused, of all acts towards a power while both courted the government."""
        return self._share("step", "sought", COURTED)

    def refusals(self) -> Found:
        """Offers refused, of those refused or taken after that."""
        return self._share("refusal", "accepted", SHUNNED)

    def _share(self, tag: str, other: str, days: tuple[str, str]) -> Found:
        measure = partial(documents.share, self.documents, TOPIC, tag, other, [self.focal], *days)
        found = headline(measure, self.focal, sources=["two", "one"])
        one = found["measured"].count or 0
        return documents.known(found, self.documents, TOPIC, self.focal) | {"one": one}
