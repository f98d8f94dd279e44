"""The crisis of 1945 and 1946 over two provinces, by its documents.

Public names: :class:`Crisis`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents
from eastward.measures.documents import has

TOPIC = "azerbaijan-1946"
SUMMER, RISING, GONE, END = "1945-06-01", "1945-09-01", "1946-05-31", "1946-12-31"
SOURCES = ["two", "one"]
OWN = [("order", "intention"), ("order", "intention", "motive")]  # papers alone, historians too
Found = dict[str, Any]


@dataclass(frozen=True)
class Crisis:
    """Documents on what one power did in two provinces of its neighbour.

    Examples
    --------
    >>> from eastward import tables
    >>> Crisis(tables.load("documents"), "IRN", "RUS").ordered()["measured"].value
    2.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, tags, corroboration, read, date, end_date)."""
    focal: str
    """The state whose provinces they are."""
    partner: str
    """The power."""

    @cached_property
    def told(self) -> pd.DataFrame:
        """What was done and said from the summer of 1945 to the end of 1946."""
        if not documents.searched(self.documents, TOPIC, self.focal, self.partner):
            return self.documents.head(0)
        return self._rows("two", SUMMER, END)

    @property
    def proclaimed(self) -> pd.Timestamp:
        """Day on which the first government was proclaimed."""
        found = self._rows("one")
        return found.loc[has(found, "proclamation"), "date"].min()

    # One method a declared test.

    def union_named(self) -> Found:
        """Documents that name union with the power's state as the aim."""

        def count(papers, sources):
            found = self._rows(sources)
            found = found[has(found, *papers)]
            return Measured(has(found, "union").sum(), len(found))

        found = self._known(headline(count, self.focal, papers=OWN, sources=SOURCES))
        return found | {"ordered": self.ordered()["measured"].value}

    def stayed(self) -> Found:
        """Records of troops kept beyond the term."""
        return self._leaving(lambda rows: has(rows, "troops") & has(rows, "deadline"))

    def sold_for_oil(self) -> Found:
        """Documents that tie the leaving of the troops to oil."""
        strict, wide = self._oil, lambda rows: self._oil(rows) | has(rows, "bargain")
        return self._leaving(wide, strict)

    def ordered(self) -> Found:
        """Orders to found or guide a movement, before a government was proclaimed."""

        def count(read, sources):
            found = self._rows(sources)
            found = found[found["end_date"] < self.proclaimed]
            own = documents.rows(found, TOPIC, [self.partner], sources=sources)
            own = own[has(own, "order") & has(own, "separatism") & own["read"].isin(read)]
            return Measured(len(own), len(found))

        ways = {"read": [("yes", "no"), ("yes",)], "sources": SOURCES}
        return self._known(headline(count, self.focal, **ways))

    def kept_out(self) -> Found:
        """Records of force that kept the state's army out."""
        return self._tagged("force", RISING, GONE)

    def two_governments(self) -> Found:
        """Governments proclaimed in the zone of the power's troops."""
        return self._tagged("proclamation", SUMMER, END)

    def _tagged(self, tag: str, start: str, end: str) -> Found:
        def count(sources):
            found = self._rows(sources, start, end)
            return Measured(has(found, tag).sum(), len(found))

        return self._known(headline(count, self.focal, sources=SOURCES))

    def _leaving(self, *chosen: Callable[[pd.DataFrame], pd.Series]) -> Found:
        """Documents of 1946 that show something, of those on troops or their leaving."""

        def count(chosen, sources):
            found = self._rows(sources, "1946-01-01", GONE)
            n = has(found, "troops", "withdrawal").sum()
            return Measured(chosen(found).sum() if n else None, n)

        return self._known(headline(count, self.focal, chosen=chosen, sources=SOURCES))

    @staticmethod
    def _oil(rows: pd.DataFrame) -> pd.Series:
        return has(rows, "withdrawal") & has(rows, "oil")

    def _rows(self, sources: str, start: str | None = None, end: str | None = None):
        return documents.rows(self.documents, TOPIC, (), start, end, sources)

    def _known(self, found: Found) -> Found:
        return documents.known(found, self.documents, TOPIC, self.focal, self.partner)
