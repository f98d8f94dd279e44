"""The camps within one state: who of its leadership wanted a cooperation, and what for.

Public names: :class:`Camps`.
"""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, voices

TOPIC, DEALINGS = "factions-deal", "july-2015"  # the second says whose dealings were looked for
PARTS = ["government", "army", "guards", "leader", "parliament", "council"]
APART = [("against", "distance", "doubt"), ("against", "doubt"), ("against", "distance")]
SOURCES = ["two", "one"]
Found = dict[str, Any]


@dataclass(frozen=True)
class Camps:
    """Documents of parts of a state's leadership on the cooperation with a power.

    Examples
    --------
    >>> from eastward import tables
    >>> camps = Camps(tables.load("documents"), "IRN", "RUS", range(2015, 2016), "2018-08-31")
    >>> camps.parts_for()["measured"].value, camps.parts_apart()["measured"].value
    (2.0, 2.0)
    """

    documents: pd.DataFrame
    """Dated documents (topic, searched, actors, tags, corroboration, date, end_date)."""
    focal: str
    """The state of interest."""
    partner: str
    """The power with which it cooperates."""
    years: range
    """Years of the move itself."""
    written: str
    """The article's present (ISO)."""

    @cached_property
    def voices(self) -> pd.DataFrame:
        """All documents of parts of the leadership that take a side, one source included."""
        found = self._rows("one")
        found = found[documents.has(found, "for", *APART[0])]
        looked_for = documents.searched(self.documents, DEALINGS, self.focal, self.partner)
        return found if looked_for else found.head(0)

    def balance_named(self) -> Found:
        """Documents by officials that name a balance between factions as the aim."""
        return self._count("balance")

    def against_opening(self) -> Found:
        """Documents by officials that say it was meant against the government's opening."""
        return self._count("against-opening")

    def told_later(self) -> Found:
        """Documents that say one faction decided, less those that say the highest body did."""

        def difference(sources):
            found = self._rows(sources)
            one, all_of_them = (
                int(documents.has(found, tag).sum()) for tag in ("single-faction", "whole-state")
            )
            n = one + all_of_them
            return Measured(one - all_of_them if n else None, n)

        return self._known(headline(difference, self.focal, sources=SOURCES))

    def parts_for(self) -> Found:
        """Parts of the leadership on record for it in the years of the move."""
        measure = partial(self._parts, words=("for",))
        return self._known(headline(measure, self.focal, sources=SOURCES, until=self._ends))

    def parts_apart(self) -> Found:
        """Parts of the leadership on record against it, at a distance or in doubt."""
        ways = {"words": APART, "sources": SOURCES}
        return self._known(headline(self._parts, self.focal, **ways))

    def government(self) -> Found:
        """Share of the government's documents that are for it, up to the writing."""

        def share(sources, until):
            found = self._rows(sources, until)
            found = found[documents.has(found, "government")]
            apart = documents.has(found, *APART[0])
            sided = documents.has(found, "for") | apart
            n = int(sided.sum())
            return Measured(100 * (sided & ~apart).sum() / n if n else None, n)

        ways = {"sources": SOURCES, "until": [self.written, None]}
        found = headline(share, self.focal, **ways)
        return self._known(found) | {"one": found["measured"].count or 0}

    @property
    def _ends(self) -> list[str]:
        return [f"{self.years[-1]}-12-31", self.written]

    def _parts(self, words, sources, until=None) -> Measured:
        return voices.parts(self._rows(sources, until or self._ends[0]), PARTS, words)

    def _count(self, tag: str) -> Found:
        def count(sources):
            found = self._rows(sources)
            return voices.tagged(found[documents.has(found, *PARTS)], tag)

        return self._known(headline(count, self.focal, sources=SOURCES))

    def _rows(self, sources: str, until: str | None = None) -> pd.DataFrame:
        start = f"{self.years[0]}-01-01"
        return documents.rows(self.documents, TOPIC, [self.focal], start, until, sources)

    def _known(self, found: Found) -> Found:
        return documents.known(found, self.documents, DEALINGS, self.focal, self.partner)
