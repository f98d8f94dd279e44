"""Who arms one state.

Public names: :class:`Arsenal`.
"""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measures import suppliers
from eastward.measures.council import PERMANENT
from eastward.measures.series import LENGTH
from eastward.studies.pledges import Pledges

LITTLE = 500  # million trend-indicator values: a window below it says little
Found = dict[str, Any]


@dataclass(frozen=True)
class Arsenal:
    """Major arms delivered to one state, and to the clients that it is compared with.

    Examples
    --------
    >>> from eastward import tables
    >>> pledges = Pledges.of(tables.load, "IRN", "RUS", "USA", range(1979, 2019), 2024)
    >>> Arsenal.of(tables.load, pledges).main_supplier()["measured"].n  # windows of five years
    8
    """

    transfers: pd.DataFrame
    """Deliveries to the states that may be drawn (supplier, recipient, year, tiv)."""
    suppliers: pd.DataFrame
    """The derived table: the largest supplier of every state, window by window."""
    pledges: Pledges
    """Whose arms, which powers, and the clients to compare with."""

    @classmethod
    def of(cls, table, pledges: Pledges) -> "Arsenal":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        return cls(table("arms_transfers"), table("arms_suppliers"), pledges)

    @cached_property
    def own(self) -> pd.DataFrame:
        """Deliveries to the state after the first year of the period."""
        rows = self.transfers[self.transfers["year"] > self.pledges.start]
        return rows[rows["recipient"] == self.pledges.focal]

    @cached_property
    def windows(self) -> pd.DataFrame:
        """The state's largest supplier in every window; by the derived table where it must be."""
        if len(self.own):
            return self._windows(self.own)
        every = suppliers.derived(self.suppliers, self._spans).dropna(subset=["volume"])
        return every[every["state"] == self.pledges.focal]

    def main_supplier(self) -> Found:
        """Windows in which one power delivered more than half of the arms."""

        def measure(rows, start, powers, floor):
            return suppliers.main_supplier(self._windows(rows, powers, start), floor)

        start = self.pledges.start
        every = suppliers.main_supplier(suppliers.derived(self.suppliers, self._spans))
        ways = {"start": [start, *range(start - 4, start)], "floor": [0, LITTLE]}
        return self._found(every, measure, powers=self.pledges.powers, **ways)

    def one_power(self) -> Found:
        """Share of all deliveries that came from the one power that delivered most."""
        start, last = self.pledges.start + 1, self.pledges.last
        whole = suppliers.derived(self.suppliers, [(start, last)]).set_index("state")
        every = whole.rename(columns={"share": "value"}).drop(columns="window")
        ways = {"start": [start, start + 5], "end": self.pledges.ends}
        return self._found(every, self._leading, powers=self.pledges.powers, **ways)

    def one_power_after(self) -> Found:
        """The same in the years after the period."""
        rows = self.transfers[self.transfers["recipient"] == self.pledges.focal]
        found = suppliers.one_power(rows, PERMANENT, self.pledges.later)
        return self.pledges.named(headline(lambda: found, self.pledges.focal))

    @property
    def _spans(self) -> list[tuple[int, int]]:
        """First and last year of every window; the first begins a year late."""
        start, last = self.pledges.start, self.pledges.last
        return [
            (max(one, start + 1), min(one + LENGTH - 1, last))
            for one in range(start, last + 1, LENGTH)
        ]

    def _found(self, every, measure, **ways) -> Found:
        """All states by the derived table, the other ways to count by the state's deliveries."""
        alone, states = partial(measure, self.own), [self.pledges.focal, self.pledges.clients]
        # The table is rounded: where the state's own deliveries are there, they are not.
        exact = alone(**{name: choices[0] for name, choices in ways.items()})
        every = pd.concat([exact, every.drop(exact.index, errors="ignore")])
        return self.pledges.named(headline(lambda **_: every, *states, alone, **ways))

    def _windows(self, rows, powers=PERMANENT, start=None) -> pd.DataFrame:
        first = self.pledges.start
        years = range(first, self.pledges.last + 1)
        return suppliers.by_window(rows, powers, years, first if start is None else start)

    @staticmethod
    def _leading(rows, powers, start, end) -> pd.DataFrame:
        return suppliers.one_power(rows, powers, range(start, end + 1))
