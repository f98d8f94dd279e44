"""Documents on two states' business: what was done, decided, said at meetings, announced by firms.

Public names: :class:`Papers`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, readouts

FIELDS = ["trade", "oil", "power", "rail"]
DEAL = "2015-07-01"  # the month of the nuclear deal
# Days of the article's year.
LEFT = "05-08"  # the United States leave the deal: from here firms are counted, as declared
WRITTEN = "08-31"  # the article's present
NAMED = [["oil-named", "energy-named"], ["oil-named"]]  # tags of oil, at large and in the word
Found = dict[str, Any]


@dataclass(frozen=True)
class Papers:
    """The documents on one state and one power, and on firms and Saudi words in one year.

    Examples
    --------
    >>> from eastward import tables
    >>> Papers(tables.load("documents"), "IRN", "RUS", 2018).without()["measured"].value
    0.0
    """

    documents: pd.DataFrame
    focal: str
    partner: str
    year: int

    @cached_property
    def contracts(self) -> pd.DataFrame:
        """What the two signed and carried out from the nuclear deal to the article's year."""
        return self._rows("cooperation-2018", [self.focal, self.partner], DEAL, "12-31")

    @cached_property
    def decisions(self) -> pd.DataFrame:
        """The producers' decisions, and the one attempt that failed."""
        if not documents.searched(self.documents, "oil-2018", self.focal, self.partner):
            return self.documents.head(0)
        talks = self._rows("oil-2018", [self.focal], DEAL, "12-31")
        return talks[documents.has(talks, "decision") | documents.has(talks, "attempt")]

    @cached_property
    def meetings(self) -> pd.DataFrame:
        """The two presidents' meetings from the month of the nuclear deal on."""
        return self._rows("readouts-2013-2018", [self.focal, self.partner], DEAL, WRITTEN)

    def firms(self, end: str) -> pd.DataFrame:
        """Announcements of firms from the withdrawal of the United States to a day."""
        start = f"{self.year}-{LEFT}"
        searched = documents.searched(self.documents, "exits-2018", self.focal)
        known = self.documents if searched else self.documents.head(0)
        return documents.rows(known, "exits-2018", [self.focal], start, end)

    def deeds(self) -> Found:
        """Fields in which something agreed was carried out."""
        signed = documents.has(self.contracts, "signed").sum()
        found = headline(
            lambda doubtful: documents.fields_done(self.contracts, FIELDS, doubtful),
            self.focal,
            doubtful=documents.DONE,
        )
        return self._known("cooperation-2018", found) | {"signed": signed}

    def oil_deals(self) -> Found:
        """Oil deals of the two that were carried out."""
        oil = self.contracts[documents.has(self.contracts, "oil")]
        found = headline(
            lambda doubtful: Measured(documents.done(oil, doubtful).sum(), len(oil)),
            self.focal,
            doubtful=documents.DONE,
        )
        return self._known("cooperation-2018", found)

    def same_side(self) -> Found:
        """Share of the producers' decisions with both on one side, and how many they were."""
        found = headline(
            lambda **ways: documents.same_side(self.decisions, **ways),
            self.focal,
            attempt=["counted", "left out"],
            unclear=["left out", "together"],
            split=["apart", "together"],
        )
        together = documents.has(self.decisions, "together").sum()
        return self._known("oil-2018", found) | {"together": together}

    def without(self) -> Found:
        """Meetings whose full account names neither oil nor energy."""
        return self._accounts(readouts.unnamed) | {"meetings": len(self.meetings)}

    def with_oil(self) -> Found:
        """Share of meetings whose account names oil or energy, and how many they are."""
        found = self._accounts(readouts.named_share)
        status = readouts.meetings(self.meetings, NAMED[0])["status"]
        counts = {one: (status == one).sum() for one in ("named", "unknown")}
        return found | counts | {"meetings": len(status)}

    def saudi_words(self) -> Found:
        """Share of Saudi words and deeds for lower or steady prices, May to August."""
        found = headline(
            lambda start, issuers: documents.direction(
                self._rows("oil-2018", ["SAU"], f"{self.year}-{start}", WRITTEN), issuers
            ),
            "SAU",
            start=["05-01", "04-01", "05-09"],
            issuers=["own", "all"],
        )
        return found | {"steady": found["measured"].count}

    def announced(self, tag: str, origin: str) -> Found:
        """Firms of an origin that left, stayed or came in the article's year, and all on record."""
        found = self.firms(f"{self.year}-12-31")
        own = found[documents.has(found, origin)]
        measured = documents.firms(found, tag, origin)
        return self._known("exits-2018", {"measured": measured}) | {
            "firms": own["issuer"].nunique()
        }

    def _accounts(self, measure) -> Found:
        alone = self.meetings["actors"].str.count(";") == 1

        def count(named, three):
            kept = self.meetings if three == "counted" else self.meetings[alone]
            return measure(readouts.meetings(kept, named))

        found = headline(
            count,
            self.focal,
            named=NAMED,
            three=["counted", "left out"],
        )
        return self._known("readouts-2013-2018", found)

    def _known(self, topic: str, found: Found) -> Found:
        return documents.known(found, self.documents, topic, self.focal, self.partner)

    def _rows(self, topic: str, actors: list[str], start: str, last_day: str) -> pd.DataFrame:
        return documents.rows(self.documents, topic, actors, start, f"{self.year}-{last_day}")
