"""What one power gave to a state in the first years of the Cold War: soldiers and arms.

Public names: :class:`Protector`.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured

FIRST, LAST = 1950, 1955  # the records begin in 1950
MOVEMENT, FOUNDED = "NAM", 1961
GARRISONS = "USA"  # the only power whose soldiers are known state by state
Found = dict[str, Any]


@dataclass(frozen=True)
class Protector:
    """Soldiers of a power in all states, and its arms for one.

    Examples
    --------
    >>> from eastward import tables
    >>> Protector.of(tables.load, "IRN", "USA").soldiers()["measured"].n  # years
    6
    """

    troops: pd.DataFrame
    """Soldiers of the United States (state, year, troops)."""
    transfers: pd.DataFrame
    """Deliveries of arms (supplier, recipient, year, tiv)."""
    system: pd.DataFrame
    """Which states existed when (state, year, cow)."""
    memberships: pd.DataFrame
    """Members of organizations (organization, state, year, status)."""
    focal: str
    """The state of interest."""
    power: str
    """The power whose help it is."""

    @classmethod
    def of(cls, table, focal: str, power: str) -> "Protector":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        names = ("us_troops", "arms_transfers", "state_system", "igo_membership")
        return cls(*map(table, names), focal, power)

    @property
    def founders(self) -> list[str]:
        """Founders of the Non-Aligned Movement that were states in all of these years."""
        rows = self.memberships
        own = (rows["organization"] == MOVEMENT) & (rows["year"] == FOUNDED)
        founders = set(rows.loc[own & (rows["status"] == "full"), "state"])
        known = self.system[self.system["year"].between(FIRST, LAST) & self.system["cow"].notna()]
        years = known.groupby("state")["year"].nunique()
        return sorted(founders & set(years.index[years == LAST - FIRST + 1]))

    def soldiers(self) -> Found:
        """Years with the power's soldiers in the state, and in the founders of the movement."""

        def count(floor, last):
            rows = self.troops[self.troops["year"].between(FIRST, last)]
            if self.power != GARRISONS:
                rows = rows.head(0)
            some = rows.assign(value=rows["troops"] >= floor).groupby("state")
            return some.agg(value=("value", "sum"), n=("year", "nunique"), most=("troops", "max"))

        ways = {"floor": [100, 50, 200], "last": [LAST, LAST - 1]}
        return headline(count, self.focal, self.founders, **ways)

    def arms(self) -> Found:
        """The power's share in the volume of arms delivered to the state."""

        def share(last):
            own = self.transfers[self.transfers["recipient"] == self.focal]
            own = own[own["year"].between(FIRST, last) & (own["tiv"] > 0)]
            whole = own["tiv"].sum()
            part = own.loc[own["supplier"] == self.power, "tiv"].sum()
            value = 100 * part / whole if whole else None
            return Measured(value, own["year"].nunique())

        own = self.transfers[self.transfers["recipient"] == self.focal]
        found = headline(share, self.focal, last=[LAST, LAST - 1, LAST - 2])
        spans = {"volume": FIRST, "seventies": FIRST + 20}  # the same years two decades later
        return found | {
            name: own.loc[own["year"].between(start, start + LAST - FIRST), "tiv"].sum()
            for name, start in spans.items()
        }
