"""Whether a power treats one state as it treats its allies: exercises and votes.

Public names: :class:`Allied`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import allies, pacts, treatment

HOME = "RUS"  # the list of exercises is of this power's alone
WARS = ("SYR", "UKR")  # what these titles name is a war
HELP = ["defense", "offense"]
NO_LIST = "only Russia's exercises are listed"
Found = dict[str, Any]


@dataclass(frozen=True)
class Allied:
    """Promises, exercises and votes of one power, beside one state.

    Examples
    --------
    >>> from eastward import tables
    >>> both = Allied.of(tables.load, "IRN", "RUS", range(2015, 2019), 2024)
    >>> "BLR" in both.allies, "IRN" in both.allies
    (True, False)
    """

    pacts: pd.DataFrame
    """Pledges by treaty."""
    exercises: pd.DataFrame
    """Partners of Russia's exercises (exercise, partner, year, basis)."""
    rollcalls: pd.DataFrame
    """Roll calls of the General Assembly (rollcall, year, about)."""
    votes: pd.DataFrame
    """Who voted how."""
    focal: str
    """The state of interest."""
    partner: str
    """The power."""
    period: range
    """Years that the claim speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""

    @classmethod
    def of(cls, table, focal: str, partner: str, period: range, last_year: int) -> "Allied":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        names = ("pacts", "exercises_russia", "unga_rollcalls", "unga_votes")
        return cls(*map(table, names), focal, partner, period, last_year)

    @property
    def years(self) -> range:
        """Years of the period that had ended at the cut-off."""
        return range(self.period[0], min(self.period[-1], self.last_year) + 1)

    @cached_property
    def allies(self) -> list[str]:
        """States that the power had promised to defend in most years of the period on record."""
        ties = pacts.with_powers(self.pacts, [self.partner], ["defense"], "received")
        last = ties["year"].max() if len(ties) else 0
        known = [year for year in self.years if year <= last]
        bound = allies.years_bound(ties, "ATOP", [self.partner], known, ["defense"])
        return [one for one in allies.bound_states(bound) if one != self.focal] if known else []

    @cached_property
    def drills(self) -> pd.DataFrame:
        """Exercises of each partner in the period: partner, count, ally."""
        listed = self.exercises if self.partner == HOME else self.exercises.head(0)
        counts = treatment.exercised(listed, self.years).rename("count").reset_index()
        return counts.assign(ally=counts["partner"].isin(self.allies))

    # One method a declared test.

    def exercised(self) -> Found:
        """Number of exercises, beside the median ally's."""
        first = self.period[0]

        def measure(start, rows):
            listed = self.exercises[self.exercises["basis"].isin(rows)]
            years = range(start, self.years[-1] + 1) if self.years else []
            return treatment.beside_allies(listed, years, self.focal, self.allies)

        bases = sorted(self.exercises["basis"].unique())
        ways = {"start": [first, 2009], "rows": [bases, ["list"]]}
        found = headline(measure, self.focal, **ways)
        counts = treatment.exercised(self.exercises, self.years)
        middle = counts.reindex(self.allies, fill_value=0).median()
        facts = {"own": int(counts.get(self.focal, 0)), "median": middle}
        if self.partner != HOME:
            empty = {"measured": Measured(None, 0, note=NO_LIST), "specs": found["specs"].head(0)}
            return found | facts | empty
        return found | facts

    def voted(self) -> Found:
        """Share of No on the state's human rights, beside other states'."""

        def measure(start, leave):
            cast = self._cast(start)
            return treatment.apart(cast, self.focal, leave)

        first = self.period[0]
        ways = {"start": [first, first - 4], "leave": [WARS, (*WARS, "PRK")]}
        cast = self._cast(first)
        own = cast["about"] == self.focal
        others = cast[~own & ~cast["about"].isin(WARS)]
        return headline(measure, self.focal, **ways) | {
            "own": 100 * cast.loc[own, "no"].mean() if own.any() else None,
            "others": 100 * others["no"].mean() if len(others) else None,
            "asked": int(own.sum()),
            "rest": len(others),
        }

    def promised(self, period: range) -> Found:
        """Years in which a promise of help by the power to the state was in force."""
        ties = pacts.with_powers(self.pacts, [self.partner], HELP, "received")
        last = int(self.pacts.loc[self.pacts["source"] == "ATOP", "year"].max())
        known = [year for year in period if year <= min(self.last_year, last)]
        rows = ties[(ties["source"] == "ATOP") & (ties["state"] == self.focal)]
        held = rows["year"].isin(known).sum()
        return {"measured": Measured(int(held), len(known)) if known else None}

    def _cast(self, start: int) -> pd.DataFrame:
        years = range(start, self.period[-1] + 1)
        return treatment.votes_against(self.rollcalls, self.votes, self.partner, years)
