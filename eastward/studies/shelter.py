"""Who stood by a state: powers in its militarized disputes.

Public names: :class:`Shelter`.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measures import company, disputes
from eastward.studies.pledges import Pledges

Found = dict[str, Any]


@dataclass(frozen=True)
class Shelter:
    """What powers did for one state without a treaty.

    Examples
    --------
    >>> from eastward import tables
    >>> pledges = Pledges.of(tables.load, "IRN", "RUS", "USA", range(1979, 2019), 2024)
    >>> int(Shelter.of(tables.load, pledges).beside()["last"])  # last year of the list
    2014
    """

    disputes: pd.DataFrame
    """Militarized disputes by pair and year (source, dispute, state_a, state_b, year)."""
    pledges: Pledges
    """Whose disputes, which powers, and the clients to compare with."""

    @classmethod
    def of(cls, table, pledges: Pledges) -> "Shelter":
        """Read the table through ``table``, such as :meth:`.Chapter.table`."""
        return cls(table("disputes"), pledges)

    def beside(self) -> Found:
        """Share of the state's disputes in which a power stood on its side."""
        one = self.pledges
        listed = self.disputes[self.disputes["year"] >= one.start]
        mine = listed["dispute"].isin(disputes.between(listed, one.focal)["dispute"])

        def measure(rows, source, start, powers):
            return company.beside(rows, source, powers, range(start, one.last + 1))

        found = headline(
            partial(measure, listed),
            one.focal,
            one.clients,
            partial(measure, listed[mine]),
            source=["COW", "GML"],
            start=[one.start, one.start + 1],
            powers=one.powers,
        )
        last = listed.loc[(listed["source"] == "COW") & (listed["year"] <= one.last), "year"].max()
        return found | {"last": last}
