"""What three powers did in one state's affairs before its revolution.

Public names: :class:`Interference`, :data:`POWERS`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measures import disputes, documents

POWERS = {  # topic of the documents, and the power
    "interference-britain": "GBR",
    "interference-moscow": "RUS",
    "interference-washington": "USA",
}
RULES = {"COW": ["side_a"], "GML": ["side_a", "revisionist"]}  # who began, as each list can tell
Found = dict[str, Any]


@dataclass(frozen=True)
class Interference:
    """Deeds of powers on record, and the disputes they began.

    Examples
    --------
    >>> from eastward import tables
    >>> past = Interference.of(tables.load, "IRN", 1979)
    >>> past.begun("interference-washington", "COW", range(1945, 1979))["measured"].value
    0.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, tags, corroboration, end_date)."""
    disputes: pd.DataFrame
    """Militarized disputes by pair and year."""
    system: pd.DataFrame
    """Which states existed when (state, year, cow)."""
    focal: str
    """The state in whose affairs."""
    until: int
    """Year of the revolution."""

    @classmethod
    def of(cls, table, focal: str, until: int) -> "Interference":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        return cls(*map(table, ("documents", "disputes", "state_system")), focal, until)

    @cached_property
    def quarrels(self) -> pd.DataFrame:
        """Disputes before the revolution."""
        return self.disputes[self.disputes["year"] < self.until]

    def acts(self, spans: Mapping[str, range]) -> pd.DataFrame:
        """Disputes that each power began in its years, by the list that reaches further back."""
        onsets = disputes.onsets(self.quarrels[self.quarrels["source"] == "COW"])
        begun = disputes.begun_against(onsets, POWERS.values())
        begun = begun[begun["target"] == self.focal]
        return pd.concat(
            begun[(begun["initiator"] == power) & begun["year"].isin(spans[topic])]
            for topic, power in POWERS.items()
        )

    def records(self, spans: Mapping[str, range]) -> pd.DataFrame:
        """Deeds of each power on record in its years."""
        found = [
            documents.deeds(self.documents, topic, power, self.focal)
            for topic, power in POWERS.items()
        ]
        return pd.concat(
            rows[rows["end_date"].dt.year.isin(spans[topic])]
            for topic, rows in zip(POWERS, found, strict=True)
        )

    def deeds(self, topic: str, years: range) -> Found:
        """Deeds that neither historians dispute nor the government of the day agreed to."""
        count = partial(documents.count_deeds, self.documents, topic, POWERS[topic], self.focal)
        ruled_out = [documents.DISPUTED, (), ("consent",), ("contested",)]
        found = headline(partial(count, years), self.focal, without=ruled_out, read=[False, True])
        return documents.known(found, self.documents, topic, self.focal, POWERS[topic])

    def begun(self, topic: str, source: str, years: range) -> Found:
        """Disputes that the power began with the state."""
        own = self.system[(self.system["state"] == self.focal) & self.system["cow"].notna()]
        seen = set(own["year"])
        listed = [year for year in years if year in seen and year < self.until]
        count = partial(disputes.begun, self.quarrels, source, POWERS[topic], self.focal, listed)
        return headline(count, self.focal, rule=RULES[source], originators=[True, False])
