"""One state's treaties with great powers, and the states that are bound to them.

Public names: :class:`Pledges`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import allies, chronology, memberships, pacts
from eastward.measures.council import PERMANENT
from eastward.measures.series import LENGTH

RICH = ["DEU", "JPN"]  # powers too, for those who look at more than seats and warheads
HELP = ["defense", "offense"]
EARLIER = 2015  # another last year: that of the nuclear deal
DRAWN = 1920  # first year of the figure
Found = dict[str, Any]


@dataclass(frozen=True)
class Pledges:
    """Who promised what to whom by treaty, seen from one state.

    Examples
    --------
    >>> from eastward import tables
    >>> pledges = Pledges.of(tables.load, "IRN", "RUS", "USA", range(1979, 2019), 2024)
    >>> pledges.alliance("ATOP")["measured"]  # years with a promise of help, of 39
    Measured(value=0.0, n=39, low=None, high=None, note='')
    """

    pacts: pd.DataFrame
    """Pledges of two collections (source, state, partner, year, mutual and the kinds)."""
    system: pd.DataFrame
    """Which states existed when (state, year)."""
    organizations: pd.DataFrame
    """Memberships (organization, state, year, status)."""
    events: pd.DataFrame
    """The chronology."""
    actors: pd.DataFrame
    """Who took part in its events (id, actor, role)."""
    labels: dict[str, str]
    """Label of every state by ISO3 code."""
    focal: str
    """The state of interest."""
    partner: str
    """The power that it is said to move to."""
    rival: str
    """The other power that it is said to have kept away from."""
    period: range
    """Years that the claim speaks of; in the first, the treaties of the old order still stand."""
    last_year: int
    """Last year that had ended at the cut-off."""

    @classmethod
    def of(
        cls, table, focal: str, partner: str, rival: str, period: range, last_year: int
    ) -> "Pledges":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        names = ("pacts", "state_system", "igo_membership", "events", "event_actors")
        labels = table("states").set_index("iso3")["label"].to_dict()
        return cls(*map(table, names), labels, focal, partner, rival, period, last_year)

    # What the studies of non-alignment share.

    @property
    def start(self) -> int:
        """First year of the first window."""
        return self.period[0]

    @property
    def last(self) -> int:
        """Last year of the period that is known."""
        return min(self.period[-1], self.last_year)

    @property
    def later(self) -> range:
        """Years after the period that are known."""
        return range(self.period[-1] + 1, self.last_year + 1)

    @property
    def ends(self) -> list[int]:
        """Two last years to count with."""
        return [self.last, min(EARLIER, self.last)]

    @property
    def two(self) -> list[str]:
        """The two powers that the state is said to have kept away from."""
        return [self.partner, self.rival]

    @property
    def powers(self) -> list[tuple[str, ...]]:
        """Three ways to say who is a power."""
        return [tuple(PERMANENT), tuple(self.two), (*PERMANENT, *RICH)]

    @cached_property
    def movement(self) -> pd.DataFrame:
        """Members of the Non-Aligned Movement (state, year)."""
        years = range(self.start, self.last + 1)
        return memberships.member_years(self.organizations, "NAM", years)

    @cached_property
    def members(self) -> list[str]:
        """States that belonged to it in half of the years or more."""
        return memberships.mostly(self.movement, range(self.start, self.last + 1))

    @cached_property
    def clients(self) -> list[str]:
        """States that a permanent member was pledged to defend in half of the years or more."""
        return self._bound_to(PERMANENT)

    @cached_property
    def friends(self) -> list[str]:
        """The same for the two powers alone."""
        return self._bound_to(self.two)

    @cached_property
    def sources(self) -> list[str]:
        """The collections."""
        return list(self._seen.index)

    def allied(self, source: str, years: Iterable[int], length: int = LENGTH) -> pd.DataFrame:
        """Allies of the two powers in the windows of some years."""
        years = list(years)
        first = years[0] if years else self.start
        return allies.by_window(self._promised, source, self.two, years, first, length)

    def named(self, found: Found) -> Found:
        """What a test found, with the labels of the powers instead of their codes."""
        told = {key: found[key] for key in ("whom", "supplier") if isinstance(found.get(key), str)}
        return found | {
            key: ", ".join(self.labels.get(code, code) for code in codes.split(", "))
            for key, codes in told.items()
        }

    @cached_property
    def spans(self) -> pd.DataFrame:
        """Spells of the state's pledges with the permanent members."""
        return pacts.held(self.pacts, self.focal, PERMANENT, start=DRAWN)

    @cached_property
    def under_treaty(self) -> dict[str, Measured]:
        """Years under a pledge of any kind, by collection."""
        found = {source: self._years(self._ties, source, pacts.KINDS) for source in self.sources}
        return {source: Measured.of(frame, self.focal) for source, frame in found.items()}

    # One method a declared test.

    def alliance(self, source: str) -> Found:
        """Years with a promise of help in war between the state and a power."""
        return self._counted(self._ties, source, self.powers, kinds=[HELP])

    def treaty(self, source: str) -> Found:
        """Years with a pledge of any kind."""
        most = [kind for kind in pacts.KINDS if kind != "nonaggression"]
        return self._counted(self._ties, source, self.powers, kinds=[pacts.KINDS, most])

    def protector(self, source: str) -> Found:
        """Years in which a power was pledged to defend the state."""
        return self._counted(self._promised, source, self.powers[:2], kinds=[["defense"]])

    def signed_after(self, day: str) -> Found:
        """Powers with which the chronology has a first treaty after a day."""
        listing = self.events, self.actors, self.focal
        signed = chronology.treaties(*listing, PERMANENT, day)
        if not chronology.is_about(*listing):
            return {"measured": Measured(None, 0, note="the chronology is not about it")}
        known = len(self.later)
        return {"measured": Measured(len(signed), known), "titles": "; ".join(signed["title"])}

    @cached_property
    def _recent(self) -> pd.DataFrame:
        return self.pacts[self.pacts["year"] >= self.start]

    @cached_property
    def _seen(self) -> pd.Series:
        """Last year of each collection."""
        return self._recent.groupby("source")["year"].max().clip(upper=self.last)

    @cached_property
    def _system(self) -> pd.DataFrame:
        return self.system[self.system["year"] >= self.start]

    @cached_property
    def _ties(self) -> pd.DataFrame:
        """Pledges of any kind, either way."""
        return pacts.with_powers(self._recent, {*self.two, *self.powers[-1]})

    @cached_property
    def _promised(self) -> pd.DataFrame:
        """Promises by a power to defend a state."""
        powers = {*self.two, *PERMANENT}
        return pacts.with_powers(self._recent, powers, ["defense"], "received")

    def _bound_to(self, powers: list[str]) -> list[str]:
        held = self._years(self._promised, "ATOP", ["defense"], powers, start=self.start)
        return allies.bound_states(held)

    def _counted(self, rows: pd.DataFrame, source: str, powers: list, kinds: list) -> Found:
        measure = partial(self._years, rows)
        alone = partial(self._years, rows[rows["state"] == self.focal])
        ways = {"source": [source], "kinds": kinds, "powers": powers, "end": self.ends}
        return self.named(headline(measure, self.focal, self.members, alone, **ways))

    def _years(self, rows, source, kinds, powers=PERMANENT, end=None, start=None) -> pd.DataFrame:
        first = self.start + 1 if start is None else start
        years = range(first, min(end or self.last, self._seen[source]) + 1)
        return allies.years_bound(rows, source, powers, years, kinds, self._system)
