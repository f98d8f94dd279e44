"""The reach of a cooperation: how far it was expected to go, and how far it went.

Public names: :class:`Reach`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import chronology, documents, voices
from eastward.studies.opening import DEAL, PLANS, SOURCES

WORDS = "expected-limit"
OWN = ["syria", "nuclear"]  # the war, and the deal's own file
Found = dict[str, Any]


@dataclass(frozen=True)
class Reach:
    """What officials said of the future of a cooperation, and its fields in the chronology.

    Examples
    --------
    >>> from eastward import tables
    >>> reach = Reach.of(tables.load, "IRN", "RUS", range(2015, 2016), "2018-08-31", "2026-08-31")
    >>> reach.fields()["measured"].value
    2.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, kind, tags, corroboration, date, end_date)."""
    events: pd.DataFrame
    """The chronology."""
    focal: str
    """The state of interest."""
    partner: str
    """The power with which it cooperates."""
    years: range
    """Years of the move itself."""
    written: str
    """The article's present (ISO)."""
    cutoff: str
    """Last day (ISO) that any observation describes."""

    @classmethod
    def of(
        cls, table, focal: str, partner: str, years: range, written: str, cutoff: str
    ) -> "Reach":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        read = table("documents"), table("events")
        return cls(*read, focal, partner, years, written, cutoff)

    @cached_property
    def since(self) -> pd.DataFrame:
        """All corroborated cooperative events of the two since the deal."""
        looked_for = documents.searched(self.documents, PLANS, self.focal, self.partner)
        found = chronology.relations(self.events, DEAL)
        return found if looked_for else found.head(0)

    def words(self) -> Found:
        """Share of the focal state's statements of the first year that set bounds."""
        first, last = f"{self.years[0]}-01-01", f"{self.years[-1]}-12-31"

        def share(denial, sources):
            found = documents.rows(self.documents, WORDS, (), first, last, sources)
            found = voices.own(found[documents.has(found, "official")], [self.focal])
            return voices.bounds(found, denial)

        found = headline(share, self.focal, denial=voices.BOUND, sources=SOURCES)
        return self._known(found) | {"bound": found["measured"].count or 0}

    def fields(self) -> Found:
        """Fields besides the war and the deal with an event in the rest of the deal's year."""
        end = f"{self.years[-1]}-12-31"

        def count(without, sources):
            found = chronology.relations(self.events, DEAL, end, least=sources)
            beyond = found[~found["domain"].isin(OWN) & (found["kind"] != without)]
            over = len(found) and self.cutoff >= end
            return Measured(beyond["domain"].nunique() if over else None, len(found))

        return self._known(headline(count, self.focal, without=["", "meeting"], sources=SOURCES))

    def fields_after(self) -> Found:
        """Fields besides the war and the deal with two or more events since the writing."""
        day = pd.Timestamp(self.written) + pd.Timedelta(days=1)
        found = chronology.relations(self.events, f"{day:%Y-%m-%d}")
        beyond = chronology.by_domain(found[~found["domain"].isin(OWN)], 2)
        measured = Measured(len(beyond) if len(found) else None, len(found))
        return self._known({"measured": measured}) | {"fields": list(beyond.index)}

    def _known(self, found: Found) -> Found:
        return documents.known(found, self.documents, PLANS, self.focal, self.partner)
