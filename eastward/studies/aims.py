"""Two states' aims in Syria's war: documents, votes, and words on each other's forces.

Public names: :class:`Aims`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import aims, documents, voices, voting

TOPIC, NEED = "statements-crimea-iran", "need-in-syria"
WAR = "SYR"  # the state whose war it is
LEFT_OUT = [WAR, "UKR"]  # titles on Ukraine name territory that Russia holds
SINCE = 2011
SOURCES = ["two", "one"]
Found = dict[str, Any]


@dataclass(frozen=True)
class Aims:
    """Documents on two states' aims, and the Assembly's votes on single states.

    Examples
    --------
    >>> from eastward import tables
    >>> study = Aims.of(tables.load, "IRN", "RUS", "2018-08-31", 2025)
    >>> study.alike(range(2015, 2019))["measured"].n
    6
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, kind, tags, corroboration, date, end_date)."""
    rollcalls: pd.DataFrame
    """Roll calls (rollcall, date, year, about, hr)."""
    votes: pd.DataFrame
    """Votes (rollcall, and a column a state)."""
    focal: str
    """The state of interest."""
    partner: str
    """The other state."""
    written: str
    """The article's present (ISO)."""
    last_year: int
    """Last calendar year that had ended at the cut-off."""

    @classmethod
    def of(cls, table, focal: str, partner: str, written: str, last_year: int) -> "Aims":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        cast = voting.cast(table("unga_votes"))
        read = table("documents"), table("unga_rollcalls"), cast
        return cls(*read, focal, partner, written, last_year)

    @cached_property
    def objectors(self) -> list[str]:
        """States that voted no on at least half of the resolutions on other single states."""
        calls = self.rollcalls[self.rollcalls["year"].between(SINCE, int(self.written[:4]))]
        calls = calls[calls["about"].notna() & ~calls["about"].isin(LEFT_OUT)]
        cast = self.votes[self.votes["rollcall"].isin(calls["rollcall"])]
        cast = cast.drop(columns=["rollcall", "date"], errors="ignore")
        refused = (cast == 3).sum() / (cast > 0).sum()
        return [one for one in refused.index[refused >= 0.5] if one not in (WAR, self.partner)]

    def on_aims(self, years: range, sources: str = "two") -> pd.DataFrame:
        """Documents on the aims in some years, up to the article."""
        if not documents.searched(self.documents, TOPIC, self.focal, self.partner):
            return self.documents.head(0)
        end = min(f"{years[-1]}-12-31", self.written)
        rows = documents.rows(self.documents, TOPIC, (), f"{years[0]}-01-01", end, sources)
        return rows[documents.has(rows, *aims.AIMS)]

    def alike(self, years: range) -> Found:
        """Aims on which documents show no difference, of those on which they show anything."""

        def measure(sources, settled, mixed):
            return aims.alike(self.on_aims(years, sources), settled, mixed)

        both = ["different", "same"]
        found = headline(measure, self.focal, sources=SOURCES, settled=both, mixed=both)
        return self._counted(found)

    def voted(self, years: range) -> Found:
        """Agreement in the Assembly's votes on the war."""

        def measure(method, votes_on, first):
            calls = voting.select(self.rollcalls, about=WAR)
            calls = calls[calls["year"].between(first, years[-1])]
            calls = calls[calls["hr"] | (votes_on == "all")].assign(period=0)
            pairs = voting.agreement(self.votes, calls, method, "period", involving=[self.focal])
            own = voting.with_state(pairs, self.focal).set_index("state")
            return pd.DataFrame({"value": 100 * own["agreement"].astype(float), "n": own["votes"]})

        ways = {"method": ["agreement", "identical"], "votes_on": ["all", "human rights"]}
        found = headline(
            measure, self.partner, [one for one in self.objectors if one != self.focal],
            **ways, first=[years[0], SINCE],
        )  # fmt: skip
        value, n = found["measured"].value, found["measured"].n
        return found | {"alike": None if value is None else value * n / 100}

    def words(self, years: range) -> Found:
        """Statements of officials of either state that show the same aim."""

        def measure(sources):
            rows = voices.own(self.on_aims(years, sources), [self.focal, self.partner])
            rows = rows[documents.has(rows, "agree", "differ")]
            return voices.tagged_share(self._complete(rows, years), "agree")

        return self._counted(headline(measure, self.focal, sources=SOURCES))

    def said(self, years: range) -> Found:
        """Governments of which an official said that the other's part was needed."""

        def measure(sources):
            rows = self._needs(years, sources)
            needing = rows[documents.has(rows, "need")]
            found = [one for one in (self.focal, self.partner)
                     if len(voices.own(needing, [one]))]  # fmt: skip
            return Measured(len(found) if len(rows) else None, len(rows))

        return self._known(NEED, headline(measure, self.focal, sources=SOURCES))

    def joint(self, years: range) -> Found:
        """Joint bodies or plans of forces on record."""

        def measure(sources):
            rows = self._needs(years, sources)
            return Measured(documents.has(rows, "joint").sum() if len(rows) else None, len(rows))

        return self._known(NEED, headline(measure, self.focal, sources=SOURCES))

    def _needs(self, years: range, sources: str) -> pd.DataFrame:
        start, end = f"{years[0]}-01-01", f"{years[-1]}-12-31"
        rows = documents.rows(self.documents, NEED, (), start, end, sources)
        return self._complete(rows, years)

    def _complete(self, rows: pd.DataFrame, years: range) -> pd.DataFrame:
        """Nothing where the cut-off hides the end of the years that the sentence speaks of."""
        return rows if years[-1] <= self.last_year else rows.head(0)

    def _known(self, topic: str, found: Found) -> Found:
        return documents.known(found, self.documents, topic, self.focal, self.partner)

    def _counted(self, found: Found) -> Found:
        known = self._known(TOPIC, found)
        return known | {"count": known["measured"].count}
