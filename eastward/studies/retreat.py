"""Europe's retreat from one state: what it sold less, and who took its place.

Public names: :class:`Retreat`.
"""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import bilateral, yearly
from eastward.measures import trade as flows
from eastward.measures.bilateral import FLOWS
from eastward.studies.ledger import EUROPE, PARTNER_SIZE, SMALL, Found, Ledger


@dataclass(frozen=True)
class Retreat:
    """Trade of one state with Europe, beside that with the alternative and with all others.

    Examples
    --------
    >>> from eastward import tables
    >>> ledger = Ledger.of(tables.load, "IRN", "RUS", "CHN", "USA", 2018)
    >>> Retreat(ledger).goods()["measured"].n  # two years
    2
    """

    ledger: Ledger

    @cached_property
    def sales(self) -> dict[str, tuple[pd.DataFrame, pd.DataFrame]]:
        """What Europe, and the West, sold to every partner, and what all others sold."""
        west = flows.collapse(
            self.ledger.trade, set(self.ledger.west) - {self.ledger.focal}, EUROPE
        )
        return {
            name: (bilateral.sold(one, EUROPE), bilateral.sold_by_others(one, EUROPE))
            for name, one in (("Europe", self.ledger.joined), ("West", west))
        }

    def gap(self) -> Found:
        """What the alternative gained, of what Europe lost."""
        return headline(
            lambda start, flow: self._made_up(start, [self.ledger.year], flow),
            self.ledger.focal,
            start=self.ledger.before,
            flow=FLOWS,
        )

    def gap_after(self, baseline: list[int]) -> Found:
        """The same from the baseline, named by its first and last year, to the two years after."""
        first, last = baseline
        found = self._made_up(range(first, last + 1), self._after)
        return headline(lambda: found, self.ledger.focal) | {"since": str(first), "to": str(last)}

    def whenever(self, years: range) -> Found:
        """Years in which trade with Europe fell: how often that with the alternative rose."""
        first = years[0]
        both = self.ledger.east["total"].loc[first:].mean() >= PARTNER_SIZE[0]
        both &= (
            self.ledger.europe["total"].loc[first:].mean().reindex(both.index) >= PARTNER_SIZE[0]
        )
        found = headline(
            lambda drop, flow: bilateral.when_falls(
                self.ledger.europe[flow], self.ledger.east[flow], years, drop
            ),
            self.ledger.focal,
            both.index[both].difference([*self.ledger.west, "CHN", "HKG"]),
            drop=[10, 5, 20],
            flow=FLOWS,
        )
        return found | {"since": str(first), "rose": found["measured"].count}

    def goods(self) -> Found:
        """Change of Europe's exports in the article's year."""
        return headline(self._fell, self.ledger.focal, self._buyers, **self._sale_ways)

    def against_others(self) -> Found:
        """The same less the change of what all others sold, in percentage points."""

        def beside(start, seller):
            ours, theirs = (self._fell(start, seller, side) for side in (0, 1))
            return ours.assign(value=ours["value"] - theirs["value"])

        found = headline(beside, self.ledger.focal, self._buyers, **self._sale_ways)
        theirs = self._fell(self.ledger.before[0], "Europe", side=1)
        value = found["measured"].value
        lag = None if value is None else -value
        return found | {"theirs": Measured.of(theirs, self.ledger.focal).value, "lag": lag}

    def there(self, deal: int) -> Found:
        """Growth of Europe's exports since the year of the deal, in constant dollars."""
        real = {name: yearly.real(one, self.ledger.prices) for name, (one, _) in self.sales.items()}
        return headline(
            lambda start, seller: yearly.growth(
                real[seller], start, [self.ledger.year - 1], annual=False
            ),
            self.ledger.focal,
            self._buyers,
            start=[[deal], [deal - 1, deal]],
            seller=real,
        ) | {"since": str(deal)}

    def goods_after(self) -> Found:
        """Change of Europe's exports from the year before to the two years after."""
        sold = self.sales["Europe"][0]
        found = yearly.growth(sold, [self.ledger.year - 1], self._after, annual=False)
        return {"measured": Measured.of(found, self.ledger.focal)}

    @property
    def _after(self) -> list[int]:
        return [self.ledger.year + 1, self.ledger.year + 2]

    @property
    def _buyers(self) -> pd.Index:
        sold = self.sales["Europe"][0]
        return sold.columns[sold.reindex([self.ledger.year - 1]).iloc[0] >= SMALL]

    @property
    def _sale_ways(self) -> dict[str, list]:
        return {"start": self.ledger.before, "seller": list(self.sales)}

    def _made_up(self, before, after, flow="total") -> pd.DataFrame:
        return bilateral.made_up(self.ledger.east[flow], self.ledger.europe[flow], before, after)

    def _fell(self, start, seller, side=0) -> pd.DataFrame:
        return yearly.growth(self.sales[seller][side], start, [self.ledger.year], annual=False)
