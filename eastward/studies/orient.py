"""Whether one state turned from the West to the East: ties, trade, and who stays larger.

Public names: :class:`Orient`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.specification import specification_grid
from eastward.measured import Measured
from eastward.measures import alignment, ties
from eastward.studies.bonds import FIRST
from eastward.studies.pull import Pull

Found = dict[str, Any]


@dataclass(frozen=True)
class Orient:
    """The index and the trade of partner, alternative and India, less those of Europe or the West.

    Examples
    --------
    >>> from eastward import tables
    >>> from eastward.studies.bonds import Bonds
    >>> bonds = Bonds.of(tables.load, "IRN", "RUS", "CHN", [1, 1, 1, 0, 0, 0])
    >>> pull = Pull(bonds, "2018-05-08", [2016, 2017], range(2017, 2019), 2024)
    >>> Orient(pull).larger({"CHN": "China", "IND": "India"})["names"]
    'China, India, Europe'
    """

    pull: Pull

    # One method a declared test.

    def east(self) -> Found:
        """Index with partner and alternative less that with Europe."""
        found = self._turned(self.pull.after)
        specs = specification_grid(
            lambda before, others, arms: self.pull.one(
                self._turned(self.pull.after, self.pull.choices["before"][before], others, arms)
            ),
            **{name: list(self.pull.choices[name]) for name in ("before", "others", "arms")},
        )
        return self.pull.told(found, self.pull.after) | {"specs": specs}

    def east_after(self) -> Found:
        """The same for the years after the period."""
        known = self.pull.known(["partner", "alternative", "Europe"])
        return self.pull.told(self._turned(known), known, peers=False)

    def economy(self) -> Found:
        """Part of the East in all trade less that of the West."""
        found = self._dealt(self.pull.after)
        specs = specification_grid(
            lambda before, others: self.pull.one(
                self._dealt(self.pull.after, self.pull.choices["before"][before], others)
            ),
            **{name: list(self.pull.choices[name]) for name in ("before", "others")},
        )
        return self.pull.told(found, self.pull.after) | {"specs": specs}

    def economy_after(self) -> Found:
        """The same for the years after the period."""
        known = [one for one in self.pull.later if one in self._trade.index]
        return self.pull.told(self._dealt(known), known, peers=False)

    def larger(self, labels: Mapping[str, str]) -> Found:
        """Other powers with which more is traded than with the partner."""
        names = [name for name in self.pull.bonds.powers if name != "partner"]
        focal = self.pull.bonds.focal

        def dealt(year):
            rows = {name: self.pull.bonds.layer("trade", name) for name in self.pull.bonds.powers}
            if not len(self.pull.after) or any(year not in one.index for one in rows.values()):
                return pd.Series(dtype=float)
            return pd.Series(
                {name: one.loc[year].get(focal) for name, one in rows.items()}, dtype=float
            )

        def count(year):
            parts = dealt(year).dropna()
            if "partner" not in parts or len(parts) < 2:
                return Measured(None, 0)
            others = parts.drop("partner")
            return Measured((others > parts["partner"]).sum(), len(others))

        year = self.pull.after[-1] if len(self.pull.after) else self.pull.year
        specs = specification_grid(count, year=[year, year - 1])
        parts = dealt(year)
        more = [
            "Europe" if name == "Europe" else labels[self.pull.bonds.powers[name]["trade"][0]]
            for name in names
            if len(parts) and parts[name] > parts["partner"]
        ]
        return {
            "measured": count(year),
            "specs": specs,
            "names": ", ".join(more) or "none",
            "year": str(year),
            "own": parts.get("partner"),
        }

    def _turned(self, after, before=None, others="comparable states", arms=5) -> pd.DataFrame:
        years = self.pull.before if before is None else before
        with_each = {
            tie: alignment.shift(
                self.pull.bonds.index(tie, years, arms=arms, others=others), years, after
            )
            for tie in ("partner", "alternative", "Europe")
        }
        east = (with_each["partner"] + with_each["alternative"]) / 2
        return alignment.typical(east - with_each["Europe"], self.pull.bonds.others[others])

    @cached_property
    def _trade(self) -> pd.DataFrame:
        """Part of the East in all trade less that of the West, per cent."""
        names = [name for name in self.pull.bonds.powers if name != "Europe"]
        east = [self.pull.bonds.layer("trade", name) for name in names]
        taken = {
            self.pull.bonds.focal,
            *(self.pull.bonds.powers[name]["trade"][0] for name in names),
        }
        west = [one for one in (*self.pull.bonds.union, "USA") if one not in taken]
        read = self.pull.bonds.tables
        lost = ties.trade(read["trade"], read["trade_world"], west)
        lost = lost[lost.index >= FIRST].reindex(columns=self.pull.bonds.states)
        return sum(one.fillna(0.0) for one in east).where(lost.notna()) - lost

    def _dealt(self, after, before=None, others="comparable states") -> pd.DataFrame:
        years = self.pull.before if before is None else before
        change = alignment.shift(self._trade, years, after)
        return alignment.typical(change, self.pull.bonds.others[others])
