"""The opening of a cooperation: its first act, its planning, and what came before it.

Public names: :class:`Opening`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import chronology, documents, support, voices

PLANS, BEFORE = "july-2015", "region-before-deal"
DEAL, IN_FORCE = "2015-07-14", "2015-10-18"  # concluded, and in effect
LAST = "2015-12-31"  # of the deal's year
REVOLUTION = "1979-04-01"
WARS = ["syria", "libya", "confrontation"]  # domains of the chronology
WAR, BEGAN = "Government of Syria", 2011  # the party, and the first year of its war
PURPOSES = ["for-war", "for-faction"]
OFFICES = ["president", "foreign-ministry", "defence-ministry", "guards", "leader"]
SOURCES = ["two", "one"]
ALONE = "it speaks beside a joint act alone, and for these states none was looked for"
Found = dict[str, Any]


@dataclass(frozen=True)
class Opening:
    """Documents and events around a deal, and whom both states supported before it.

    Examples
    --------
    >>> from eastward import tables
    >>> opening = Opening.of(tables.load, "IRN", "RUS")
    >>> round(opening.first_act()["measured"].value, 1), opening.same_side()["measured"].n
    (2.5, 4)
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, kind, tags, corroboration, date, end_date)."""
    events: pd.DataFrame
    """The chronology."""
    support: pd.DataFrame
    """Who supported which party to a conflict, by year."""
    focal: str
    """The state of interest."""
    partner: str
    """The power with which it is said to have begun to cooperate."""

    @classmethod
    def of(cls, table, focal: str, partner: str) -> "Opening":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        read = table("documents"), table("events"), table("conflict_support")
        return cls(*read, focal, partner)

    @property
    def known(self) -> bool:
        """Whether anybody looked for papers on these two states."""
        return documents.searched(self.documents, PLANS, self.focal, self.partner)

    @cached_property
    def year(self) -> pd.DataFrame:
        """What both did and said up to the end of the deal's year, one source included."""
        found = documents.rows(self.documents, PLANS, (), None, LAST, "one")
        earlier = documents.rows(self.documents, BEFORE, (), sources="one")
        return pd.concat([earlier, found]) if self.known else found.head(0)

    @cached_property
    def beside(self) -> pd.Series:
        """Years before the deal in which both supported the government at war."""
        same = support.same_party(self._esd, self.focal, self.partner)
        same = same[(same["party"] == WAR) & same["year"].between(BEGAN, int(DEAL[:4]) - 1)]
        return same["year"].drop_duplicates()

    def first_act(self) -> Found:
        """Months between the deal and the first joint act, before or after it."""

        def months(record, sources, step):
            acts = self._acts(record, sources)
            gap = chronology.months_to_first(acts, step)
            return Measured(None if gap is None else abs(gap), len(acts))

        ways = {"record": ["documents", "chronology"], "sources": SOURCES, "step": [DEAL, IN_FORCE]}
        first = self._acts("documents", "two")["date"].min()
        found = self._known(headline(months, self.focal, **ways))
        if pd.isna(first):
            return found | {"day": "", "told": "no joint act is on record up to the cut-off"}
        day = f"{first.day} {first:%B %Y}"
        when = "before" if first < pd.Timestamp(DEAL) else "after"
        return found | {"day": day, "told": f"the first joint act came on {day}, {when} the deal"}

    def planned_before(self) -> Found:
        """Documents that date planning before the deal."""

        def count(sources):
            found = self._plans(sources)
            return voices.tagged(found[documents.has(found, "planning")], "before-deal")

        return self._known(headline(count, self.focal, sources=SOURCES))

    def talks_before(self) -> Found:
        """Documents before the deal on the region's wars between the two."""

        def count(tag, sources):
            eve = f"{pd.Timestamp(DEAL) - pd.Timedelta(days=1):%Y-%m-%d}"
            return voices.tagged(
                documents.rows(self.documents, BEFORE, (), None, eve, sources), *tag
            )

        ways = {"tag": [("talk", "together"), ("together",)], "sources": SOURCES}
        return self._known(headline(count, self.focal, **ways))

    def same_side(self) -> Found:
        """Years before the deal in which both supported the government at war."""
        last = int(self._esd["year"].max()) if len(self._esd) else 0
        years = [year for year in range(BEGAN, int(DEAL[:4])) if year <= last]

        def count(whom):
            couple = getattr(support, whom)
            same = couple(self._esd, self.focal, self.partner)
            theirs = self._esd.loc[self._esd["party"] == WAR, ["conflict", "side"]]
            there = same.merge(theirs.drop_duplicates())
            return Measured(there.loc[there["year"].isin(years), "year"].nunique(), len(years))

        found = headline(count, self.focal, whom=["same_party", "same_side"])
        if not self.known:
            found |= {"measured": Measured(None, 0, note=ALONE), "specs": found["specs"].head(0)}
        return found

    def aims(self, purpose: str) -> Found:
        """Share of one purpose among those that documents on the planning name."""
        [other] = [one for one in PURPOSES if one != purpose]

        def share(sources):
            return documents.share(self.documents, PLANS, purpose, other, sources=sources)

        found = headline(share, self.focal, sources=SOURCES)
        return self._known(found) | {"one": found["measured"].count or 0}

    def offices(self) -> Found:
        """Offices of the focal state that dealt with the partner in the year of the deal."""

        def count(matter, sources):
            found = self._plans(sources, LAST)
            found = found[~documents.has(found, *matter)]
            return voices.parts(found, OFFICES, OFFICES)

        ways = {"matter": [(), ("military",)], "sources": SOURCES}
        return self._known(headline(count, self.focal, **ways))

    def _plans(self, sources: str, end: str | None = None) -> pd.DataFrame:
        return documents.rows(self.documents, PLANS, (), None, end, sources)

    def _acts(self, record: str, sources: str) -> pd.DataFrame:
        if record == "documents":
            found = self._plans(sources)
            return found[documents.has(found, "first-joint-act")]
        found = chronology.relations(self.events, REVOLUTION, least=sources)
        return found[found["domain"].isin(WARS)]

    @property
    def _esd(self) -> pd.DataFrame:
        return self.support[self.support["source"] == "ESD"]

    def _known(self, found: Found) -> Found:
        return documents.known(found, self.documents, PLANS, self.focal, self.partner)
