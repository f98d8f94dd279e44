"""What the news of the year of the shock say of a state's partners, before the day and after it.

Public names: :class:`Dispatches`.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import dispatches
from eastward.measures.events import COOPERATION
from eastward.studies.bonds import Bonds

LEAST = 30  # official cooperative reports of a state on either side of the shock
CLASSES = {"words and deeds": COOPERATION, "words": COOPERATION[:1]}
WINDOWS = ("to the ends", "four months")
GAP = "the news data do not cover the time on both sides of the shock"
Found = dict[str, Any]


@dataclass(frozen=True)
class Dispatches:
    """Parts of powers in the official cooperation of every state.

    Examples
    --------
    >>> from eastward import tables
    >>> bonds = Bonds.of(tables.load, "IRN", "RUS", "CHN", [1, 1, 1, 0, 0, 0])
    >>> Dispatches(bonds, "2018-05-08", range(2017, 2019)).to_partner()["measured"].n
    45
    """

    bonds: Bonds
    shock: str
    """Day of the shock."""
    period: range
    """Years that the claim speaks of."""

    # One method a declared test.

    def to_partner(self) -> Found:
        """Part of the partner."""
        return self._told(self.bonds.powers["partner"]["news"], [])

    def to_east(self) -> Found:
        """Part of partner, alternative and India less that of Europe."""
        powers = {name: one["news"] for name, one in self.bonds.powers.items()}
        east = [code for name, one in powers.items() if name != "Europe" for code in one]
        return self._told(east, powers["Europe"])

    def _told(self, power: list[str], against: list[str]) -> Found:
        events, focal = self.bonds.tables["event_dyads"], self.bonds.focal

        def measure(official, classes, window) -> pd.DataFrame:
            rows = events[events["official"]] if official else events
            spans = self._windows(window)
            weekly = dispatches.parts(rows, power, spans, against, CLASSES[classes])
            found = dispatches.change(weekly, "before", "after", LEAST)
            if focal not in found.index:
                return found
            ends = dispatches.interval(weekly, focal, "before", "after")
            own = pd.DataFrame([ends], index=[focal], columns=["low", "high"])
            return found.join(own)

        ways = {"official": [True, False], "classes": CLASSES, "window": WINDOWS}
        found = headline(measure, focal, self.bonds.comparable, **ways)
        if found["measured"].value is None:
            found["measured"] = Measured(None, 0, note=GAP)
        return found

    def _windows(self, window: str) -> dict[str, tuple[str, str]]:
        shock = pd.Timestamp(self.shock)
        first, last = f"{shock.year}-01-01", f"{self.period[-1]}-12-31"
        if window != "to the ends":
            first = str((shock - pd.DateOffset(months=4)).date())
            last = str((shock + pd.DateOffset(months=4)).date())
        eve = str((shock - pd.Timedelta(days=1)).date())
        return {"before": (first, eve), "after": (self.shock, last)}
