"""What one state's tie with a power would have been, and when its series broke.

Public names: :class:`Likeness`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.breaks import break_search
from eastward.inference.specification import specification_grid
from eastward.inference.synthetic import lead
from eastward.measured import Measured, rank
from eastward.measures import alignment
from eastward.studies.bonds import FIRST
from eastward.studies.pull import Pull

FITTED = (1996, 2001)  # first years that a twin is fitted to
CHANCE = 0.05
NO_BREAK = "no break that one series in twenty would not show by chance"
TOO_LATE = "the shock lies too near the end of the series for a break to be found there"
Found = dict[str, Any]


@dataclass(frozen=True)
class Likeness:
    """A synthetic twin of the tie, and a search for its break.

    Examples
    --------
    >>> from eastward import tables
    >>> from eastward.studies.bonds import Bonds
    >>> bonds = Bonds.of(tables.load, "IRN", "RUS", "CHN", [1, 1, 1, 0, 0, 0])
    >>> pull = Pull(bonds, "2018-05-08", [2016, 2017], range(2017, 2019), 2024)
    >>> Likeness(pull).found_break()["at"]
    '1999'
    """

    pull: Pull

    @cached_property
    def through(self) -> pd.DataFrame:
        """Year, state, value: the move of each year against the two before it, of all years."""
        states, rows = [self.pull.bonds.focal, *self.pull.bonds.comparable], []
        for year in range(FIRST + 2, self.pull.last_year + 1):
            before = range(year - 2, year)
            panel = self.pull.bonds.index("partner", before)
            found = alignment.typical(
                alignment.shift(panel, before, [year]), self.pull.bonds.comparable
            )
            rows.append(found["value"].reindex(states).rename(year))
        panel = pd.DataFrame(rows).rename_axis(index="year", columns="state")
        return panel.stack().rename("value").reset_index()

    def in_time(self) -> Found:
        """Place of the shock among all years, the year itself counted."""
        own = self.through[self.through["state"] == self.pull.bonds.focal]
        found = rank(own.set_index("year")["value"], self.pull.year)
        return {"year_place": found.place, "years": found.of, "year_move": found.value}

    # One method a declared test.

    def twin(self) -> Found:
        """Place among all states by how far the tie lies above its synthetic twin."""

        def measure(start, dropped):
            panel = self._fitted(start)
            donors = [one for one in self.pull.bonds.comparable if one != dropped]
            found = lead(panel, [self.pull.bonds.focal, *donors], donors, self.pull.year)
            own = rank(found["value"], self.pull.bonds.focal)
            return Measured(None if own.place is None else 100 * own.share_at_least, own.of)

        specs = specification_grid(
            measure, start=FITTED, dropped=["none", *self.pull.bonds.comparable]
        )
        return {"measured": measure(FITTED[0], "none"), "specs": specs}

    def found_break(self) -> Found:
        """Distance of the shock from the break that a search finds in the votes."""
        layer = self.pull.bonds.layer("votes", "partner")
        own = layer.get(self.pull.bonds.focal, pd.Series(dtype=float))
        series = {"beside all": own - layer.median(axis=1), "alone": own}

        def measure(series_of, trend):
            return self._distance(series[series_of], trend)

        specs = specification_grid(measure, series_of=list(series), trend=[False, True])
        found = break_search(series["beside all"].dropna())
        return {"measured": measure("beside all", False), "specs": specs} | {
            "at": None if found is None else str(found.at),
            "chance": None if found is None else found.p,
        }

    def _distance(self, series: pd.Series, trend: bool) -> Measured:
        known = series.dropna()
        found = break_search(known, trend=trend)
        if found is None:
            return Measured(None, len(known))
        if self.pull.year > found.candidates.index[-1]:
            return Measured(None, len(known), note=TOO_LATE)
        if found.p > CHANCE:
            return Measured(None, len(known), note=NO_BREAK)
        return Measured(abs(found.at - self.pull.year), len(known))

    def _fitted(self, start: int) -> pd.DataFrame:
        panel = self.pull.bonds.index("partner", self.pull.before)
        end = self.pull.after[-1] if len(self.pull.after) else self.pull.year - 1
        panel = panel[(panel.index >= start) & (panel.index <= end)]
        complete = len(self.pull.after) and set(self.pull.after) <= set(panel.index)
        return panel if complete else panel.iloc[:0]
