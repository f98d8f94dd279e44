"""Goods trade of one state with a power and with an alternative.

Public names: :class:`Ledger`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import bilateral, yearly
from eastward.measures import trade as flows
from eastward.measures.bilateral import FLOWS
from eastward.measures.council import PERMANENT

EUROPE = "EUR"
CUSTOMS_UNION = ["ARM", "BLR", "KAZ", "KGZ"]  # Russia's partners in the Eurasian Economic Union
PARTNER_SIZE = (500, 50_000)  # million US$ a year
FIRST = 1990  # no test and no figure looks further back
SMALL = 100  # million US$ a year: growth from less says little
SIZED = range(2013, 2016)  # whose mean is the size of the peers' trade, as declared
AFTER = 4  # years after the article's, to which later growth is measured
Found = dict[str, Any]


@dataclass(frozen=True)
class Ledger:
    """Trade of one state, seen from every side that the tests need.

    Examples
    --------
    >>> from eastward import tables
    >>> ledger = Ledger.of(tables.load, "IRN", "RUS", "CHN", "USA", 2018)
    >>> ledger.first()["measured"].value  # China's place among partners outside the West
    1.0
    """

    trade: pd.DataFrame
    """Bilateral exports (reporter, partner, year, exports_musd, estimated)."""
    world: pd.DataFrame
    """Trade of each state with the world (state, year, imports_musd, exports_musd)."""
    later: pd.DataFrame
    """The later vintage, of Russia and of the world (reporter, partner, year, …)."""
    groups: pd.DataFrame
    """Dated memberships."""
    prices: pd.Series
    """Consumer prices in the United States by year."""
    focal: str
    """The state whose trade it is."""
    partner: str
    """The power that it is said to move to."""
    alternative: str
    """The other power of the East."""
    rival: str
    """The power that it is said to move from."""
    year: int
    """The article's year."""

    @classmethod
    def of(
        cls, table, focal: str, partner: str, alternative: str, rival: str, year: int
    ) -> "Ledger":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        names = ("trade", "trade_world", "trade_russia", "groups")
        prices = yearly.price_level(table("macro"))
        trade, *rest = map(table, names)
        trade = trade[trade["year"] >= FIRST]
        trade = trade.astype({"reporter": object, "partner": object})  # compared twice as fast
        return cls(trade, *rest, prices, focal, partner, alternative, rival, year)

    # What the tests share.

    @cached_property
    def union(self) -> list[str]:
        """Members of the European Union in the article's year."""
        return flows.members(self.groups, "EU", self.year)

    @property
    def union_size(self) -> int:
        """Number of its members; Belgium and Luxembourg are in the table as one reporter, too."""
        return len(set(self.union) - {"BLX"})

    @cached_property
    def west(self) -> list[str]:
        """The West: the European Union and others of those that report exports."""
        return [*self.union, *bilateral.WEST]

    @cached_property
    def members(self) -> list[str]:
        """Members that stand for Europe: those that report and have no role of their own."""
        return sorted(self._europe & set(self.trade["reporter"]))

    @cached_property
    def joined(self) -> pd.DataFrame:
        """Trade with Europe as one state, without the states that have a role of their own."""
        return flows.collapse(self.trade, self._europe, EUROPE)

    @cached_property
    def with_partner(self) -> dict[str, pd.DataFrame]:
        """Trade of all states with the partner, by flow."""
        return bilateral.by_flow(self.trade, self.partner)

    @cached_property
    def records(self) -> dict[str, pd.DataFrame]:
        """Trade of all states with the partner in two vintages, million current US$."""
        return {
            "2021": self.with_partner["total"],
            "2024": bilateral.dealings_later(self.later, self.partner),
        }

    @cached_property
    def real(self) -> dict[str, pd.DataFrame]:
        """The same in dollars of 2018, where the record has the focal state."""
        records = {name: one for name, one in self.records.items() if self.focal in one}
        return {
            name: yearly.real(one, self.prices)
            for name, one in (records or {"2021": self.records["2021"]}).items()
        }

    @cached_property
    def own(self) -> pd.DataFrame:
        """The focal state's trade by partner, Europe as one of them."""
        return bilateral.dealings(self.joined, self.focal)

    @cached_property
    def east(self) -> dict[str, pd.DataFrame]:
        """Trade of all states with the alternative, by flow."""
        return bilateral.by_flow(self.trade, self.alternative)

    @cached_property
    def europe(self) -> dict[str, pd.DataFrame]:
        """Trade of all states with Europe, by flow."""
        return bilateral.by_flow(self.joined, EUROPE)

    @cached_property
    def alike(self) -> pd.Index:
        """States with a fifth to five times the focal state's trade."""
        total = bilateral.whole(self.trade, self.world).reindex([self.year]).iloc[0]
        return yearly.alike(total, self.focal)

    def series(self, record: str) -> pd.Series:
        """The focal state's trade with the partner by year in one record; empty without it."""
        return self.records[record].get(self.focal, pd.Series(dtype=float))

    @property
    def before(self) -> list[list[int]]:
        """The year before the article's, and the two years before it, to compare with."""
        return [[self.year - 1], [self.year - 2, self.year - 1]]

    # One method a declared test.

    def growth(self, base: int, recent: list[int]) -> Found:
        """Growth of trade with the partner since a year, in constant dollars."""
        size = yearly.level(self.records["2021"], SIZED)["value"]
        return headline(
            lambda start, end, record: yearly.growth(self.real[record], start, end),
            self.focal,
            size.index[size.between(*PARTNER_SIZE)],
            start=[[base], [base - 1], [base - 1, base], [base + 1], [base, base + 1]],
            end=[recent[-1:], recent[-2:]],
            record=self.real,
        ) | {"base": str(base), "last": recent[-1:]}

    def growth_after(self, series: pd.Series) -> Found:
        """Growth of trade from the article's year to four years later, in constant dollars."""
        last = self.year + AFTER
        real = yearly.real(series.to_frame("value"), self.prices)
        found = yearly.growth(real, [self.year], [last])
        return {
            "measured": Measured.of(found, "value"),
            "then": series.get(last),
            "last": str(last),
        }

    def share(self) -> Found:
        """The partner's share of all trade; that of the alternative stands beside it."""
        whole = bilateral.whole(self.trade, self.world)
        other = yearly.level(yearly.share(self.east["total"], whole), [self.year])
        ways = {
            ("2021", flow): yearly.share(
                self.with_partner[flow],
                bilateral.whole(self.trade, self.world, flow),
            )
            for flow in FLOWS
        }
        close = yearly.level(ways["2021", "total"], [self.year])["value"].reindex(CUSTOMS_UNION)
        for flow in FLOWS:
            late = bilateral.share_later(self.later, self.partner, flow)
            ways |= {("2024", flow): late} if self.focal in late else {}
        return headline(
            lambda way: yearly.level(ways[way], [self.year]), self.focal, self._no_stake, way=ways
        ) | {
            "dollars": self.series("2021").get(self.year),
            "other": Measured.of(other, self.focal).value,
            "close_low": close.min(),
            "close_high": close.max(),
        }

    def share_after(self) -> Found:
        """The same in the three years after, by the later vintage, and how all trade changed."""
        years = range(self.year + 1, self.year + 4)
        late = bilateral.share_later(self.later, self.partner)
        whole = bilateral.dealings_later(self.later, "WLD")
        change = yearly.growth(whole, [self.year], [years[-1]], annual=False)
        each = late.reindex(index=years, columns=[self.focal])[self.focal]
        return {
            "measured": Measured.of(yearly.level(late, years), self.focal),
            "whole": Measured.of(change, self.focal).value,
            **dict(zip(("first", "second", "third"), each, strict=True)),
        }

    def first(self) -> Found:
        """Place of the alternative among the partners outside the West."""
        without = [self.west, [*self.west, "JPN", "KOR"], [*self.west, "ARE", "HKG"]]
        sold = bilateral.exchanges(self.trade, [self.year])
        return headline(
            lambda flow, without: bilateral.place(sold, self.alternative, flow, without),
            self.focal,
            self.alike.difference([*self.west, "CHN", "HKG", self.alternative]),
            flow=FLOWS,
            without=without,
        )

    def first_after(self) -> Found:
        """The same in the two years after."""
        sold = bilateral.exchanges(self.trade, [self.year + 1, self.year + 2])
        found = bilateral.place(sold, self.alternative, without=self.west)
        return {"measured": Measured.of(found, self.focal)}

    def stays(self) -> Found:
        """Change of trade with the alternative in the article's year."""
        own = bilateral.dealings(self.trade, self.focal)
        large = own.columns[own.reindex([self.year - 1]).iloc[0] >= SMALL]
        return headline(
            lambda start: yearly.growth(own, start, [self.year], annual=False),
            self.alternative,
            large.difference([*self.west, self.alternative]),
            start=self.before,
        ) | {"dollars": own.get(self.alternative, {}).get(self.year)}

    @property
    def _europe(self) -> set[str]:
        return set(self.union) - {self.focal, self.partner, self.rival, self.alternative}

    @property
    def _no_stake(self) -> pd.Index:
        excluded = [*self.union, *bilateral.SOVIET, *PERMANENT, "TUR", self.partner]
        return self.alike.difference(excluded)
