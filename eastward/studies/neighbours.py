"""Who stands behind one state, and behind the others of its region.

Public names: :class:`Neighbours`.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import isolation, pacts
from eastward.measures.council import PERMANENT

TABLES = (
    "pacts", "documents", "bases", "us_troops", "deployments", "conflict_support", "arms_suppliers",
)  # fmt: skip
START = 1980  # the first year that lies wholly after the revolution
GULF = ["ARE", "BHR", "IRN", "IRQ", "KWT", "OMN", "QAT", "SAU"]
Found = dict[str, Any]


@dataclass(frozen=True)
class Neighbours:
    """Ties of security between the states of a region and the permanent members.

    Examples
    --------
    >>> from eastward import tables
    >>> around = Neighbours.of(tables.load, "IRN", 2015, 2024)
    >>> around.standing()["measured"].n  # neighbours on the Persian Gulf
    7
    """

    tables: dict[str, pd.DataFrame]
    """What ties are read from, by table."""
    system: pd.DataFrame
    """Which states existed when (state, year)."""
    region: list[str]
    """States of the Middle East, the focal one among them."""
    labels: dict[str, str]
    """Label of every state by ISO3 code."""
    focal: str
    """The state that is said to stand alone."""
    year: int
    """The year that the sentence speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""

    @classmethod
    def of(cls, table, focal: str, year: int, last_year: int) -> "Neighbours":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        groups = table("groups")
        region = {*groups.loc[groups["group"] == "middle_east", "iso3"], focal} - set(PERMANENT)
        labels = table("states").set_index("iso3")["label"].to_dict()
        read = {name: table(name) for name in TABLES}
        system = table("state_system")
        return cls(read, system, sorted(region), labels, focal, year, last_year)

    @property
    def last(self) -> int:
        """The year of the sentence, or the last before it that is known."""
        return min(self.year, self.last_year)

    @cached_property
    def every(self) -> pd.DataFrame:
        """All ties of the region by the declared measure, arms included."""
        return self._ties(100)

    @cached_property
    def years(self) -> pd.DataFrame:
        """Years since 1980 with a tie, state by state; arms are no tie."""
        return self._tied(self._kept(self.every, arms=False), self.region, START, self.last)

    @property
    def states(self) -> list[str]:
        """States of the region that existed."""
        return list(self.years.index)

    @cached_property
    def cells(self) -> pd.DataFrame:
        """Ties in the year of the sentence (state, kind, patron)."""
        return self.every[self.every["year"] == self.last]

    @cached_property
    def lines(self) -> pd.DataFrame:
        """Ties of the region as lines of a network, year by year."""
        return isolation.edges(self.every, self.region)

    # One method a declared test.

    def ties(self) -> Found:
        """Other states of the region without any tie."""
        return self._without(self.region)

    def standing(self) -> Found:
        """Neighbours on the Persian Gulf without any tie."""
        return self._without(sorted({*GULF, self.focal}))

    def promises(self) -> Found:
        """Other states to which no power is pledged in defence."""
        kinds = [["defense"], pacts.KINDS]
        powers = [tuple(PERMANENT), (*PERMANENT, "DEU", "JPN")]

        def rows(kinds, powers):
            received = self.tables["pacts"].query("source == 'ATOP'")
            held = pacts.with_powers(received, powers, kinds, "received")
            return held.rename(columns={"power": "patron"})

        return self._counted(self.region, rows, "{promise} of defence", kinds=kinds, powers=powers)

    def status(self) -> Found:
        """The same, where a standing by law counts too."""
        formal = self.every[self.every["kind"].isin(["promise", "standing"])]
        return self._counted(self.region, lambda: formal, "{pact}")

    def decades(self) -> Found:
        """Other states that had hardly a tie from 1980 on."""
        ways = {
            "least": [0.1, 0.0, 0.25],
            "arms": [False, True],
            "soldiers": [100, 1000],
            "start": [START, 1990],
        }
        ties = cache(self._ties)

        def measure(least, arms, soldiers, start):
            rows = self._kept(ties(soldiers), arms)
            tied = self._tied(rows, self.region, start, self.last)
            return isolation.others_without(tied, self.focal, least)[0]

        _, names = isolation.others_without(self.years, self.focal, ways["least"][0])
        others = self.years.drop(self.focal, errors="ignore").sort_values("value", kind="stable")
        own = self.years["value"].get(self.focal)
        facts = {
            "start": str(START),
            "years": own,
            "own": self._own(self.years),
            "names": self._named(names),
        }
        if len(others):
            next_one = others.iloc[0]
            facts |= {
                "next_name": self._named([others.index[0]]),
                "next_years": next_one["value"],
                "rare": len(names),
                "of": self.years["n"].get(self.focal),
            }
        return headline(measure, self.focal, **ways) | facts | {"last": self.last}

    def _without(self, states: list[str]) -> Found:
        ties = cache(self._ties)

        def rows(soldiers, arms):
            return self._kept(ties(soldiers), arms)

        ways = {"soldiers": [100, 20, 1000], "arms": [False, True], "within": [1, 10]}
        return self._counted(states, rows, **ways)

    def _counted(self, states: list[str], rows, what: str = "security {tie}", **ways) -> Found:
        """Other states without a tie in the year of the sentence, and who they are."""
        if self.year > self.last_year:
            found = headline(lambda **_: Measured(None, 0), self.focal, **ways)
            return found | {"year": str(self.year)}

        def tied(within=1, **choice):
            return self._tied(rows(**choice), states, self.year - within + 1, self.year)

        def measure(**choice):
            return isolation.others_without(tied(**choice), self.focal)[0]

        own = tied(**{name: choices[0] for name, choices in ways.items()})
        _, names = isolation.others_without(own, self.focal)
        return headline(measure, self.focal, **ways) | {
            "year": str(self.year),
            "own": self._own(own, what),
            "names": self._named(names),
            "without": len(names),
        }

    def _own(self, tied: pd.DataFrame, what: str = "security {tie}") -> str:
        """What the focal state itself had, in words; the noun stands in braces."""
        whom = tied["whom"].get(self.focal, "")
        head, noun, rest = re.split("[{}]", what)
        said = f"{head}{noun}{'s' if whom else ''}{rest}"
        return f"{said} ({self._named(whom.split(', '))})" if whom else f"no {said}"

    def _named(self, codes: list[str]) -> str:
        return ", ".join(self.labels.get(code, code) for code in codes) or "none"

    def _kept(self, ties: pd.DataFrame, arms: bool) -> pd.DataFrame:
        return ties if arms else ties[ties["kind"] != "arms"]

    def _ties(self, soldiers: int) -> pd.DataFrame:
        years = range(START, self.last + 1)
        found = isolation.ties(self.tables, PERMANENT, years, soldiers)
        return found[found["state"].isin({*self.region, *GULF})]

    def _tied(self, rows, states, start, last) -> pd.DataFrame:
        return isolation.tied(rows, states, range(start, last + 1), self.system)
