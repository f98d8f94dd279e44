"""One state's place in the oil market: output, exports, customers.

Public names: :class:`Barrels`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import markets, yearly

WORLD, OPEC = "WLD", "OPC"
SERIES = ["crude", "crude_condensate", "liquids"]  # of output
SELLER, PRODUCER = 200, 500  # thousand barrels a day of a seller, of a producer, to be a peer
Found = dict[str, Any]


@dataclass(frozen=True)
class Barrels:
    """What one state produces and sells, and who buys it.

    Examples
    --------
    >>> from eastward import tables
    >>> oil = Barrels.of(tables.load, "IRN", "RUS", 2018)
    >>> oil.slice_now()["measured"].n  # two years
    2
    """

    exports: pd.DataFrame
    """Crude exports (state, year, kbd)."""
    production: pd.DataFrame
    """Output (state, series, year, kbd)."""
    origin: pd.DataFrame
    """Crude imports by origin (importer, origin, year, kt)."""
    focal: str
    partner: str
    year: int

    @classmethod
    def of(cls, table, focal: str, partner: str, year: int) -> "Barrels":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        names = ("oil_exports", "oil_production", "oil_origin")
        return cls(*map(table, names), focal, partner, year)

    @cached_property
    def output(self) -> dict[str, pd.DataFrame]:
        """Output by series, years by states; a series that begins later is empty."""
        found = {
            name: yearly.panel(one, "state", "kbd")
            for name, one in self.production.groupby("series")
        }
        return {name: found.get(name, found["crude"].iloc[:0]) for name in SERIES}

    @cached_property
    def slices(self) -> dict[str, pd.DataFrame]:
        """Shares of output: of the world's in three series, and of OPEC's."""
        shares = {name: yearly.share(one, one[WORLD]) for name, one in self.output.items()}
        crude = self.output["crude"]
        return shares | {"of OPEC": yearly.share(crude, crude[OPEC])}

    @cached_property
    def sold(self) -> pd.DataFrame:
        """Crude exports, years by states."""
        return yearly.panel(self.exports, "state", "kbd")

    @cached_property
    def sold_share(self) -> pd.DataFrame:
        """Shares of the world's crude exports."""
        return yearly.share(self.sold, self.sold[WORLD])

    def own(self, panel: pd.DataFrame) -> pd.Series:
        """The focal state's column; empty without one."""
        return panel.get(self.focal, pd.Series(dtype=float))

    def restraint(self) -> Found:
        """Change of the partner's exports while the focal state's fell."""
        moves = self._moved(self.sold)
        own = moves["value"].get(self.focal, float("nan"))
        peers = self._of_size(self.sold, SELLER).difference([self.focal, self.partner])
        measured = Measured.of(moves, self.partner) if own < 0 else None
        return {"measured": measured, "peers": moves.loc[peers], "own": own}

    def customers(self, europe: list[str]) -> Found:
        """What the partner sold to those who bought less, read for four sets of buyers."""
        saudi = markets.customers(self.origin, self.focal, "SAU", self.year - 1, self.year)
        return headline(
            self._customers,
            self.focal,
            buyers=[None, [*europe, "NOR", "CHE"], ["TUR"], ["JPN", "KOR"]],
        ) | {"saudi": saudi.value}

    def pumped(self, state: str) -> Found:
        """Change of one state's output beside that of other large producers."""
        return headline(
            lambda series: self._moved(self.output[series]),
            state,
            self._large.difference([state, self.focal]),
            series=SERIES,
        )

    def pumped_after(self, state: str) -> Found:
        """The same a year later."""
        found = yearly.growth(self.output["crude"], [self.year], [self.year + 1])
        return {"measured": Measured.of(found, state)}

    def slice_now(self) -> Found:
        """Change of the focal state's share of world output in the article's year."""
        others = self._moved(self.slices["crude"])["value"].reindex(self._large)
        others = others.drop(self.focal, errors="ignore").dropna()
        return headline(
            lambda series: self._moved(self.slices[series]), self.focal, series=self.slices
        ) | {"large": len(others), "fell": (others <= self._own_change("crude")).sum()}

    def sold_now(self) -> Found:
        """Change of its share of world exports in the article's year."""
        return {"measured": Measured.of(self._moved(self.sold_share), self.focal)}

    def slice_since(self, base: int, recent: list[int]) -> Found:
        """Yearly change of the share of output since a year, to the last of the recent ones."""
        return headline(
            lambda start, series: yearly.growth(self.slices[series], start, recent[-1:]),
            self.focal,
            start=_starts(base),
            series=self.slices,
        ) | {"base": str(base), "last": recent[-1:]}

    def sold_since(self, base: int, recent: list[int]) -> Found:
        """Yearly change of the share of exports since a year."""
        return headline(
            lambda start: yearly.growth(self.sold_share, start, recent[-1:]),
            self.focal,
            start=_starts(base),
        )

    def sold_after(self) -> Found:
        """Share of exports in the two years after, against the article's year."""
        years = [self.year + 1, self.year + 2]
        found = yearly.growth(self.sold_share, [self.year], years, annual=False)
        return {"measured": Measured.of(found, self.focal)}

    @cached_property
    def _large(self) -> pd.Index:
        return self._of_size(self.output["crude"], PRODUCER)

    def _own_change(self, series: str) -> float:
        return self._moved(self.slices[series])["value"].get(self.focal, float("nan"))

    def _of_size(self, panel: pd.DataFrame, least: float) -> pd.Index:
        large = panel.reindex([self.year - 1]).iloc[0] >= least
        return panel.columns[large].difference([WORLD, OPEC])

    def _moved(self, panel: pd.DataFrame) -> pd.DataFrame:
        return yearly.growth(panel, [self.year - 1], [self.year])

    def _customers(self, buyers: list[str] | None = None) -> Measured:
        before = self.year - 1
        return markets.customers(self.origin, self.focal, self.partner, before, self.year, buyers)


def _starts(base: int) -> list[list[int]]:
    return [[base], [base - 1], [base - 1, base]]
