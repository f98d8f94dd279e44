"""The treaty of 1921: what its text gave, how it was used, and what became of it.

Public names: :class:`Covenant`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.corroboration import corroborated
from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents
from eastward.measures.documents import has

TOPIC = "treaty-1921"
SIGNED, UNION = "1921-12-31", "1991-12-31"  # end of the year of the treaty, and of the Soviet Union
MOSCOW = ("occasion", "follow-up", "pressure", "warning")  # what Moscow said or did
SOURCES = ["two", "one"]
Found = dict[str, Any]


@dataclass(frozen=True)
class Covenant:
    """Documents on a treaty by which one state may send troops into another.

    Examples
    --------
    >>> from eastward import tables
    >>> read = tables.load
    >>> treaty = Covenant(read("documents"), read("treaty_invocations"), "IRN", "RUS", "2018-08-31")
    >>> treaty.occasions()["measured"].value, treaty.article()["measured"].value
    (3.0, 1.0)
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, tags, corroboration, date, end_date)."""
    invocations: pd.DataFrame
    """The first list of occasions (date, address, named, corroboration)."""
    focal: str
    """The state that granted the right."""
    partner: str
    """The state that has it."""
    written: str
    """The article's present (ISO)."""

    @cached_property
    def pressed(self) -> pd.DataFrame:
        """What the holder of the right did and said to the end of the Soviet Union."""
        if not documents.searched(self.documents, TOPIC, self.focal, self.partner):
            return self.documents.head(0)
        return self._moscow("two")

    # One method a declared test.

    def article(self) -> Found:
        """Agreements of the treaty's year whose text has the right with its condition."""
        return self._text("right")

    def letter(self) -> Found:
        """Documents of that year that limit the right to certain enemies."""
        return self._text("limit")

    def contested(self) -> Found:
        """Acts by which rulers or lawyers contested or denounced the articles on troops."""

        def count(told, sources):
            found = documents.rows(self.documents, TOPIC, (), None, self.written, sources)
            own = has(found, "iran-side", "end")
            if told == "in public":
                own &= ~has(found, "interpretation")
            return Measured(own.sum(), len(found))

        ways = {"told": ["to anybody", "in public"], "sources": SOURCES}
        return self._known(headline(count, self.focal, **ways))

    def basis_after(self) -> Found:
        """Treaties after the article that count this one among their grounds."""
        after = (pd.Timestamp(self.written) + pd.Timedelta(days=1)).date().isoformat()
        found = documents.rows(self.documents, TOPIC, (), after)
        return self._known({"measured": Measured(has(found, "basis").sum(), len(found))})

    def occasions(self) -> Found:
        """Occasions on which the treaty was named to the state itself."""

        def count(address, follow_up, force, sources):
            found = self._moscow(sources)
            own = has(found, *address) & has(found, "occasion", *follow_up)
            own &= ~has(found, "treaty-not-named", *force)
            return Measured(own.sum(), len(found))

        ways = {
            "address": [("against-iran",), ("against-iran", "about-iran")],
            "follow_up": [(), ("follow-up",)],
            "force": [(), ("force",)],  # the invasion counted, or left out as more than pressure
            "sources": SOURCES,
        }
        decades = {(day.year - 1) // 10 for day in self._named["date"]}
        return self._known(headline(count, self.focal, **ways)) | {
            "first": self._named["date"].dt.year.min(),
            "latest": self._named["date"].dt.year.max(),
            "decades": len(decades),
        }

    def listed(self) -> Found:
        """The same by the first list."""

        def count(sources):
            found = corroborated(self.invocations, sources)
            own = found["named"] & (found["address"] == self.focal)
            return Measured(own.sum(), len(self.invocations))

        return self._known(headline(count, self.focal, sources=SOURCES))

    def notes(self) -> Found:
        """Acts by which the holder of the right warned, threatened or invaded."""

        def count(follow_up, sources):
            found = self._moscow(sources)
            own = has(found, "against-iran", "pressure") & ~has(found, *follow_up)
            return Measured(own.sum(), len(found))

        ways = {"follow_up": [(), ("follow-up",)], "sources": SOURCES}
        return self._known(headline(count, self.focal, **ways))

    @property
    def _named(self) -> pd.DataFrame:
        found = self.pressed
        own = has(found, "occasion") & has(found, "against-iran")
        return found[own & ~has(found, "treaty-not-named")]

    def _text(self, tag: str) -> Found:
        found = documents.rows(self.documents, TOPIC)
        texts = found[has(found, "text")]
        own = has(texts, tag) & (texts["end_date"] <= SIGNED)
        return self._known({"measured": Measured(own.sum(), len(texts))})

    def _moscow(self, sources: str) -> pd.DataFrame:
        found = documents.rows(self.documents, TOPIC, [self.partner], None, UNION, sources)
        return found[has(found, *MOSCOW)]

    def _known(self, found: Found) -> Found:
        return documents.known(found, self.documents, TOPIC, self.focal, self.partner)
