"""What people and rulers of one state say of another: polls, and doubts on record.

Public names: :class:`Goodwill`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, opinion
from eastward.measures.documents import has
from eastward.studies.polls import Polls

TOPIC = "factions-deal"
SUBJECT = "RUS"  # the power on which the topic's speakers speak
OFFICES = ("government", "army", "guards", "council", "leader")  # those who decide
Found = dict[str, Any]


@dataclass(frozen=True)
class Goodwill:
    """Polls of one state's people on a power, and what its leaders say of that power.

    Examples
    --------
    >>> from eastward import tables
    >>> read, years = tables.load, range(2015, 2019)
    >>> Goodwill(read("polls"), read("documents"), "IRN", "RUS", years, "2018-08-31").asked.role()["measured"].value
    60.0
    """  # noqa: E501

    polls: pd.DataFrame
    """Poll figures (topic, subject, answer, population, precision, end_date, percent, n)."""
    documents: pd.DataFrame
    """Dated documents (topic, tags, corroboration, date, end_date)."""
    focal: str
    """The state whose people and leaders speak."""
    partner: str
    """The power of which they speak."""
    years: range
    """Years in which the article sees them wary."""
    written: str
    """The article's present (ISO)."""

    @cached_property
    def asked(self) -> Polls:
        """What the people told pollsters."""
        return Polls(self.polls, self.focal, self.partner, self.years, self.written)

    @cached_property
    def compared(self) -> pd.DataFrame:
        """Polls that ask about other states too, with the median of those."""
        return self._compared(())

    def standing(self) -> Found:
        """Distance from the median of other states, in polls before the article."""
        return self._standing(lambda day: day <= self.written)

    def standing_after(self) -> Found:
        """The same in polls after the article's year."""
        found = self._standing(lambda day: day.dt.year > self.years[-1])
        found.pop("specs")
        return found

    def doubts(self) -> Found:
        """Statements of those who decide that doubt the power's aims."""

        def count(words, offices, sources):
            start = f"{self.years[0]}-01-01"
            found = documents.rows(self.documents, TOPIC, (), start, self.written, sources)
            own = found[has(found, *offices)]
            return Measured(has(own, *words).sum(), len(own))

        found = headline(
            count,
            self.focal,
            words=[("doubt", "against"), ("doubt", "against", "distance")],
            offices=[OFFICES, (*OFFICES, "parliament")],
            sources=["two", "one"],
        )
        if self.partner != SUBJECT:
            none = Measured(None, 0, note=documents.ELSEWHERE)
            return {"measured": none, "specs": found["specs"].head(0)}
        return documents.known(found, self.documents, TOPIC, self.focal, self.partner)

    def _standing(self, chosen) -> Found:
        def distance(without, others):
            found = self._compared(without, others)
            found = found[chosen(found["end_date"])]
            return Measured(found["ahead"].mean(), len(found))

        ways = {"without": [(), ("USA",)], "others": [2, 4]}  # with the adversary, and without
        found = self.compared[chosen(self.compared["end_date"])]
        own, median = found["percent"].mean(), found["median"].mean()
        return headline(distance, self.focal, **ways) | {"own": own, "median": median}

    def _compared(self, without: tuple[str, ...], others: int = 2) -> pd.DataFrame:
        kept = self.asked.dated[~self.asked.dated["subject"].isin(without)]
        found = opinion.standing(kept, self.partner, self.focal, others)
        return found.dropna(subset="ahead")
