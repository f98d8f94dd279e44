"""Land that one state lost to another: its size, and what was given up later.

Public names: :class:`Frontier`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.corroboration import corroborated
from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import territory
from eastward.measures.documents import ELSEWHERE

CHARTED = ("IRN", "RUS")  # the only pair whose border the tables know
WARS = 1828  # end of the second war
EFFECTS = [("cession", "renunciation"), ("cession",)]
PROXIES = {
    "as declared": ((), ()),
    "without Dagestan": (("RU-DA",), ()),
    "with Georgia": ((), ("GEO",)),
}  # units left out, and upper bounds counted
Found = dict[str, Any]


@dataclass(frozen=True)
class Frontier:
    """Units of today that stand for what treaties moved, and the agreements on the border.

    Examples
    --------
    >>> from eastward import tables
    >>> read = tables.load
    >>> frontier = Frontier(read("territory"), read("border_agreements"), "IRN", "RUS")
    >>> frontier.given_up_later()["measured"].value
    2.0
    """

    territory: pd.DataFrame
    """Units (unit, treaty, year, area_km2, upper_bound)."""
    agreements: pd.DataFrame
    """Agreements on the border (date, effect, gains, corroboration)."""
    focal: str
    """The state that lost."""
    partner: str
    """The state that gained."""

    @property
    def charted(self) -> bool:
        """Whether the tables know this border."""
        return (self.focal, self.partner) == CHARTED

    @cached_property
    def ceded(self) -> pd.DataFrame:
        """All units that treaties moved; none for other states."""
        return self.territory.dropna(subset="treaty")[: None if self.charted else 0]

    def given_up_later(self) -> Found:
        """Agreements after the wars by which the state gave up land or claims."""

        def count(effects, sources):
            known = corroborated(self.agreements, sources)
            day = f"{WARS}-12-31"
            return Measured(territory.given_up(known, self.partner, day, effects), len(known))

        return self._known(headline(count, self.focal, effects=EFFECTS, sources=["two", "one"]))

    def area(self) -> Found:
        """Area that two wars moved, as a share of the state of today, and in square kilometres."""

        def share(proxy, base):
            found = self._units(*PROXIES[proxy])
            lost = found["area_km2"].sum()
            whole = self.territory.set_index("unit")["area_km2"].get(self.focal)
            whole = whole + lost if base == "the state then" else whole
            return Measured(100 * lost / whole, len(found))

        if not self.charted:
            none = pd.DataFrame(columns=["value", "n", "low", "high"], dtype=float)
            return {"measured": Measured(None, 0, note=ELSEWHERE), "specs": none}
        ways = {"proxy": list(PROXIES), "base": ["the state today", "the state then"]}
        lost = self._units((), ())["area_km2"].sum()
        return headline(share, self.focal, **ways) | {"area": lost}

    def _units(self, without: tuple[str, ...], bounds: tuple[str, ...]) -> pd.DataFrame:
        sure = ~self.ceded["upper_bound"] | self.ceded["unit"].isin(bounds)
        kept = sure & ~self.ceded["unit"].isin(without)
        return self.ceded[kept & (self.ceded["year"] <= WARS)]

    def _known(self, found: Found) -> Found:
        if self.charted:
            return found
        empty = {"specs": found["specs"].head(0)}
        return found | empty | {"measured": Measured(None, 0, note=ELSEWHERE)}
