"""The affair of an air base: who objected, who ended it and what was said of the reason.

Public names: :class:`Affair`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, voices
from eastward.studies.polls import Polls

TOPIC, LEADERS = "hamadan-2016", "factions-deal"
FIRST, END = "2016-08-15", "2016-12-31"  # of the affair
LATER = "2016-09-01"  # after it
PARTS = ["government", "army", "guards", "leader", "parliament", "council"]
RESISTANCE = [("against", "doubt"), ("against",), ("against", "doubt", "distance")]
SOURCES = ["two", "one"]
Found = dict[str, Any]


@dataclass(frozen=True)
class Affair:
    """Documents on the use of a base by one state's jets, and polls on that state.

    Examples
    --------
    >>> from eastward import tables
    >>> affair = Affair.of(tables.load, "IRN", "RUS", range(2015, 2019), "2018-08-31")
    >>> affair.order()["measured"].value
    4.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, kind, tags, corroboration, date, end_date)."""
    polls: pd.DataFrame
    """Poll figures (topic, subject, answer, population, end_date, percent, n)."""
    focal: str
    """The state whose base it is."""
    partner: str
    """The state whose jets use it."""
    years: range
    """Years in which the cooperation had to be accepted."""
    written: str
    """The article's present (ISO)."""

    @classmethod
    def of(cls, table, focal: str, partner: str, years: range, written: str) -> "Affair":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        return cls(table("documents"), table("polls"), focal, partner, years, written)

    @cached_property
    def week(self) -> pd.DataFrame:
        """What both states' officials did and said in the affair, as far as it counts."""
        if not documents.searched(self.documents, TOPIC, self.focal, self.partner):
            return self.documents.head(0)
        return voices.own(self._rows("two"), [self.focal, self.partner])

    @cached_property
    def asked(self) -> Polls:
        """What the people told pollsters."""
        return Polls(self.polls, self.focal, self.partner, self.years, self.written)

    def objections(self) -> Found:
        """Acts by which members of parliament objected."""

        def count(sources):
            n = len(self._own(sources))
            return Measured(len(self._objections(sources)) if n else None, n)

        return self._known(headline(count, self.focal, sources=SOURCES))

    def grounds(self) -> Found:
        """Objections that name the past as their ground."""
        return self._tagged("past", self._objections)

    def yields(self) -> Found:
        """Acts by which those who had decided gave the objectors something."""
        return self._tagged("yields", self._own)

    def quarters(self) -> Found:
        """Parts of the leadership that objected or doubted, in the years of the cooperation."""

        def count(words, sources):
            found = documents.rows(
                self.documents, LEADERS, (), f"{self.years[0]}-01-01", self.written, sources
            )
            return voices.parts(voices.own(found, [self.focal]), PARTS, words)

        found = headline(count, self.focal, words=RESISTANCE, sources=SOURCES)
        return self._known(found)

    def own_words(self) -> Found:
        """Official statements on the end that say that the focal state ended it."""

        def count(reading, sources):
            found = voices.own(self._rows(sources), [self.focal, self.partner])
            return voices.tagged(found[documents.has(found, "end")], *reading)

        readings = [("stopped",), ("stopped", "by-leave")]
        found = headline(count, self.focal, reading=readings, sources=SOURCES)
        return self._known(found) | {"completed": documents.has(self.week, "completed").sum()}

    def open_ended(self) -> Found:
        """Statements that put no end to the use, before the first word that it was over."""

        def early(sources):
            found = self._own(sources)
            return found[found["date"] < self._over["date"].min()]

        return self._tagged("open-ended", early)

    def order(self) -> Found:
        """Days from the last strike to the first official word that it was over."""
        strikes, over = self._strikes["date"], self._over["date"]
        found = {"measured": voices.days_between(strikes, over)}
        days = {"strike": strikes.max(), "word": over.min()}
        named = {key: "" if pd.isna(day) else f"{day.day} {day:%B}" for key, day in days.items()}
        return self._known(found) | named | {"flown": strikes.nunique()}

    def used_again(self) -> Found:
        """Documents that show the base used again, or open to use again."""

        def late(sources):
            return documents.rows(self.documents, TOPIC, (), LATER, self.written, sources)

        return self._tagged("again", late)

    def before(self) -> Found:
        """Objections before the last strike; the eve of the announced end is the other way."""
        ends = {"last strike": self._strikes["date"].max(), "word": self._over["date"].min()}

        def count(end, sources):
            found = self._objections(sources)
            early = (found["date"] < ends[end]).sum() if len(found) else None
            return Measured(early, len(found))

        return self._known(headline(count, self.focal, end=ends, sources=SOURCES))

    def named(self) -> Found:
        """Statements of a reason that name opposition at home."""

        def count(speakers, sources):
            found = documents.rows(self.documents, TOPIC, (), FIRST, self.written, sources)
            if speakers == "officials":
                found = voices.own(found, [self.focal, self.partner])
            return voices.tagged(found[documents.has(found, "reason")], "home")

        ways = {"speakers": ["officials", "the press too"], "sources": SOURCES}
        return self._known(headline(count, self.focal, **ways))

    @property
    def _strikes(self) -> pd.DataFrame:
        return self.week[documents.has(self.week, "use")]

    @property
    def _over(self) -> pd.DataFrame:
        """The focal state's own words that the use was over."""
        told = voices.own(self.week, [self.focal])
        return told[documents.has(told, "who-ended")]

    def _rows(self, sources: str) -> pd.DataFrame:
        return documents.rows(self.documents, TOPIC, (), FIRST, END, sources)

    def _own(self, sources: str) -> pd.DataFrame:
        return voices.own(self._rows(sources), [self.focal])

    def _objections(self, sources: str) -> pd.DataFrame:
        found = self._own(sources)
        return found[documents.has(found, "opposition") & documents.has(found, "parliament")]

    def _tagged(self, tag: str, among: Callable[[str], pd.DataFrame]) -> Found:
        count = headline(
            lambda sources: voices.tagged(among(sources), tag), self.focal, sources=SOURCES
        )
        return self._known(count)

    def _known(self, found: Found) -> Found:
        return documents.known(found, self.documents, TOPIC, self.focal, self.partner)
