"""Quarrels of one state with powers: disputes by list, and dealings by the chronology.

Public names: :class:`Quarrels`, :data:`ERAS`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.corroboration import corroborated
from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import disputes
from eastward.measures.documents import ELSEWHERE
from eastward.networks import conflict, layout

PAIR = ("IRN", "RUS")  # whose dealings the chronology codes
REVOLUTION = 1979
ERAS = {
    "1855–1920": (1855, 1920),
    "1921–1945": (1921, 1945),
    "1946–1978": (1946, 1978),
    "1979–1991": (1979, 1991),
    "1992–2014": (1992, 2014),
}
NEIGHBOURS = 7  # drawn beside the powers: those with most disputes
Found = dict[str, Any]


@dataclass(frozen=True)
class Quarrels:
    """Militarized disputes of all states, and dated dealings of two.

    Examples
    --------
    >>> from eastward import tables
    >>> read = tables.load
    >>> frames = map(read, ("disputes", "state_system", "events"))
    >>> quarrels = Quarrels(*frames, "IRN", "RUS", "USA", range(2015, 2019), "2018-08-31")
    >>> quarrels.wanted_change(range(1921, 1992))["measured"].n  # years
    71
    """

    disputes: pd.DataFrame
    """Militarized disputes by pair and year."""
    system: pd.DataFrame
    """Which states existed when (state, year, cow)."""
    events: pd.DataFrame
    """The chronology (date, domain, iran_russia, corroboration)."""
    focal: str
    """The state of interest."""
    partner: str
    """The power of which it has old grievances."""
    rival: str
    """The other power."""
    years: range
    """Years in which the article sees the grievances replaced."""
    written: str
    """The article's present (ISO)."""

    @classmethod
    def of(cls, table, *roles: Any) -> "Quarrels":
        """Read the tables through ``table``; the roles are those from ``focal`` on."""
        return cls(*map(table, ("disputes", "state_system", "events")), *roles)

    @cached_property
    def begun(self) -> pd.DataFrame:
        """Disputes of the state by COW, with the column other."""
        own = disputes.onsets(disputes.between(self._cow, self.focal), originators=False)
        first = own["state_a"].where(own["state_a"] != self.focal, own["state_b"])
        return own.assign(other=first)

    def count(self, power: str, since: int = 0) -> int:
        """Disputes with a power that began in a year or after it."""
        own = self.begun[self.begun["other"] == power]
        return int((own["year"] >= since).sum())

    def latest(self, power: str) -> float | None:
        """First year of the latest dispute with a power."""
        years = self.begun.loc[self.begun["other"] == power, "year"]
        return None if years.empty else int(years.max())

    def network(self) -> tuple[pd.DataFrame, dict[str, tuple[float, float]]]:
        """Disputes era by era among the state, the powers and its busiest adversaries; places."""
        hubs = list(dict.fromkeys([self.focal, self.partner, "GBR", self.rival]))
        met = self.begun["other"].value_counts().sort_index()
        met = met.sort_values(ascending=False, kind="stable").drop(hubs, errors="ignore")
        place = layout.wheel(self.focal, hubs[1:], list(met.index[:NEIGHBOURS]))
        onsets = disputes.onsets(self._cow, originators=False)
        return conflict.hostility(onsets, place, ERAS, hubs), place

    # One method a declared test.

    def wanted_change(self, years: range) -> Found:
        """Disputes in which the partner, and not the state, wanted a change."""
        own = self.system[(self.system["state"] == self.focal) & self.system["cow"].notna()]
        known = min(int(self.disputes["year"].max()), years[-1])
        listed = [year for year in years if year in set(own["year"]) and year <= known]

        def count(rule, originators):
            return disputes.begun(
                self.disputes, "GML", self.partner, self.focal, listed, rule, originators
            )

        ways = {"rule": ["revisionist", "side_a"], "originators": [True, False]}
        return headline(count, self.focal, **ways)

    def quarrels(self) -> Found:
        """Share of quarrels among the dealings of the article's years."""
        found = headline(lambda **ways: self._share(self._now(**ways)), self.focal, **self._ways)
        return self._known(found) | {"quarrels": found["measured"].count or 0}

    def fewer(self) -> Found:
        """By how much that share is smaller than before."""

        def fall(**ways):
            now, before = self._share(self._now(**ways)), self._share(self._before(**ways))
            if now.value is None or before.value is None:
                return Measured(None, 0)
            return Measured(before.value - now.value, min(now.n, before.n))

        before = self._share(self._before("two", ()))
        found = headline(fall, self.focal, **self._ways)
        return self._known(found) | {"before": before.value, "known": before.n}

    @property
    def _ways(self) -> dict[str, list[Any]]:
        return {"sources": ["two", "one"], "without": [(), ("nuclear",)]}

    @cached_property
    def _cow(self) -> pd.DataFrame:
        return self.disputes[self.disputes["source"] == "COW"]

    def _now(self, sources: str, without: tuple[str, ...]) -> pd.DataFrame:
        return self._dealings(f"{self.years[0]}-01-01", self.written, sources, without)

    def _before(self, sources: str, without: tuple[str, ...]) -> pd.DataFrame:
        last = f"{self.years[0] - 1}-12-31"
        return self._dealings(f"{REVOLUTION}-01-01", last, sources, without)

    def _dealings(self, start, end, sources, without) -> pd.DataFrame:
        found = corroborated(self.events, sources)
        found = found[found["date"].between(start, end) & ~found["domain"].isin(without)]
        return found[found["iran_russia"].isin(["cooperative", "conflictual"])]

    @staticmethod
    def _share(dealings: pd.DataFrame) -> Measured:
        apart = dealings["iran_russia"] == "conflictual"
        return Measured(100 * apart.mean() if len(dealings) else None, len(dealings))

    def _known(self, found: Found) -> Found:
        if (self.focal, self.partner) == PAIR:
            return found
        empty = {"specs": found["specs"].head(0)}
        return found | empty | {"measured": Measured(None, 0, note=ELSEWHERE)}
