"""Who arms one state.

Public names: :class:`Arsenal`.
"""

from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measures import suppliers
from eastward.measures.council import PERMANENT
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
    """Deliveries (supplier, recipient, year, tiv)."""
    pledges: Pledges
    """Whose arms, which powers, and the clients to compare with."""

    @classmethod
    def of(cls, table, pledges: Pledges) -> "Arsenal":
        """Read the table through ``table``, such as :meth:`.Chapter.table`."""
        return cls(table("arms_transfers"), pledges)

    @cached_property
    def delivered(self) -> pd.DataFrame:
        """Deliveries to all states after the first year of the period."""
        return self.transfers[self.transfers["year"] > self.pledges.start]

    @cached_property
    def own(self) -> pd.DataFrame:
        """Those to the state alone."""
        return self.delivered[self.delivered["recipient"] == self.pledges.focal]

    @cached_property
    def windows(self) -> pd.DataFrame:
        """The state's largest supplier in every window."""
        return self._windows(only=True)

    def main_supplier(self) -> Found:
        """Windows in which one power delivered more than half of the arms."""
        windows = cache(self._windows)  # the same for every floor

        def measure(only, start, powers, floor):
            return suppliers.main_supplier(windows(only, powers, start), floor)

        start = self.pledges.start
        starts = [start, *range(start - 4, start)]
        return self._found(measure, start=starts, powers=self.pledges.powers, floor=[0, LITTLE])

    def one_power(self) -> Found:
        """Share of all deliveries that came from the one power that delivered most."""
        start = self.pledges.start + 1
        ways = {"start": [start, start + 5], "end": self.pledges.ends}
        return self._found(self._leading, powers=self.pledges.powers, **ways)

    def one_power_after(self) -> Found:
        """The same in the years after the period."""
        found = suppliers.one_power(self.transfers, PERMANENT, self.pledges.later)
        return self.pledges.named(headline(lambda: found, self.pledges.focal))

    def _found(self, measure, **ways) -> Found:
        every, alone = partial(measure, False), partial(measure, True)
        found = headline(every, self.pledges.focal, self.pledges.clients, alone, **ways)
        return self.pledges.named(found)

    def _rows(self, only: bool) -> pd.DataFrame:
        """Deliveries to the state only, or to all."""
        return self.own if only else self.delivered

    def _windows(self, only, powers=PERMANENT, start=None) -> pd.DataFrame:
        first = self.pledges.start
        years = range(first, self.pledges.last + 1)
        return suppliers.by_window(
            self._rows(only), powers, years, first if start is None else start
        )

    def _leading(self, only, powers, start, end) -> pd.DataFrame:
        return suppliers.one_power(self._rows(only), powers, range(start, end + 1))
