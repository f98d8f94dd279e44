"""What one state's people told pollsters of another state.

Public names: :class:`Polls`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import opinion

ROLE = [("role_in_syria", "approve"), ("sincere_against_isis", "sincere")]
Found = dict[str, Any]


@dataclass(frozen=True)
class Polls:
    """Dated polls of one state's people on another, one rule for all chapters.

    Examples
    --------
    >>> from eastward import tables
    >>> polls = Polls(tables.load("polls"), "IRN", "RUS", range(2015, 2019), "2018-08-31")
    >>> polls.role()["measured"].value
    60.0
    """

    figures: pd.DataFrame
    """Poll figures (topic, subject, answer, population, precision, end_date, percent, n)."""
    focal: str
    """The state whose people were asked."""
    partner: str
    """The state of which they were asked."""
    years: range
    """Years that the claim speaks of."""
    written: str
    """The article's present (ISO)."""

    @cached_property
    def dated(self) -> pd.DataFrame:
        """Figures of single polls; a figure for several years is none."""
        return self.figures[self.figures["precision"] != "span"]

    @cached_property
    def waves(self) -> pd.DataFrame:
        """Polls on the other state: topic, end_date, percent, low, high."""
        return pd.concat(
            opinion.trend(self.dated, topic, self.partner, answer, self.focal).assign(topic=topic)
            for topic, answer in (*ROLE, *opinion.GOODWILL.items())
        ).sort_values(["end_date", "topic"], ignore_index=True)

    def role(self) -> Found:
        """Share who approve of the other state's role in Syria."""
        return headline(self._approval, self.focal, question=ROLE)

    def liking_after(self) -> Found:
        """Median goodwill in the polls after the article's year."""
        late = self.waves["end_date"].dt.year > self.years[-1]
        found = self.waves[late & self.waves["topic"].isin(list(opinion.GOODWILL))]
        least, most = (found["percent"].agg(end) for end in ("min", "max"))
        return {
            "measured": Measured(found["percent"].median(), len(found)),
            "least": least,
            "most": most,
        }

    def _approval(self, question: tuple[str, str]) -> Measured:
        asked = self.waves[self.waves["topic"] == question[0]]
        inside = asked["end_date"].dt.year.isin(self.years)
        found = asked[inside & (asked["end_date"] <= pd.Timestamp(self.written))]
        low, high = (found[end].mean() for end in ("low", "high"))
        return Measured(found["percent"].mean(), len(found), low, high)
