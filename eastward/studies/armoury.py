"""Arms that one state got from one power, beside other suppliers, allies and neighbours.

Public names: :class:`Armoury`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import suppliers, supplies
from eastward.measures.council import PERMANENT

SMALL = 500  # million trend-indicator values: imports below it are small
LATE = 3  # starts of the period that are tried: the declared year and the two before
LONGEST = 2  # of these where the derived table, of five years at most, has to be read
Found = dict[str, Any]


@dataclass(frozen=True)
class Armoury:
    """Deliveries and deals between one state and one power.

    Examples
    --------
    >>> from eastward import tables
    >>> arms = Armoury.of(tables.load, "IRN", "RUS", range(2015, 2019), 2024, ["BLR", "KAZ"])
    >>> arms.among_powers()["first"], arms.among_powers()["last"]
    (2015, 2018)
    """

    transfers: pd.DataFrame
    """Deliveries (supplier, recipient, year, tiv)."""
    suppliers: pd.DataFrame
    """The largest permanent member among the suppliers of every state, window by window."""
    deals: pd.DataFrame
    """Single deals (supplier, recipient, weapon, ordered, year, delivered)."""
    region: list[str]
    """ISO3 codes of the states of the Middle East."""
    focal: str
    """The state of interest."""
    partner: str
    """The power."""
    period: range
    """Years that the claim speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""
    allies: list[str]
    """States that the power had promised to defend."""

    @classmethod
    def of(
        cls, table, focal: str, partner: str, period: range, last_year: int, allies: Iterable[str]
    ) -> "Armoury":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        groups = table("groups")
        region = groups.loc[groups["group"] == "middle_east", "iso3"].tolist()
        read = map(table, ("arms_transfers", "arms_suppliers", "arms_deals"))
        return cls(*read, region, focal, partner, period, last_year, list(allies))

    @property
    def years(self) -> range:
        """Years of the period that are known."""
        return self._from(self.period[0])

    @cached_property
    def both_ways(self) -> pd.DataFrame:
        """Deliveries between the two by year and direction (year, supplier, recipient, tiv)."""
        pair = {self.focal, self.partner}
        rows = self.transfers[
            self.transfers["supplier"].isin(pair) & self.transfers["recipient"].isin(pair)
        ]
        return rows[["year", "supplier", "recipient", "tiv"]].reset_index(drop=True)

    @cached_property
    def imports(self) -> pd.DataFrame:
        """All deliveries to the state (year, supplier, tiv)."""
        rows = self.transfers[self.transfers["recipient"] == self.focal]
        return rows[["year", "supplier", "tiv"]].reset_index(drop=True)

    @property
    def until(self) -> int:
        """Last year that is known."""
        return min(int(self.transfers["year"].max()), self.last_year)

    def flows(self, windows: int, least: float) -> pd.DataFrame:
        """Arms to and from the state in windows of five years: frame, source, target, kind, weight.

        The last window ends with the last year on record; flows below ``least`` are left out.
        """
        last = self.until
        pair = self.transfers["recipient"].eq(self.focal) | self.transfers["supplier"].eq(
            self.focal
        )
        rows = self.transfers[pair & self.transfers["year"].between(last - 5 * windows + 1, last)]
        start = last - 4 - 5 * ((last - rows["year"]) // 5)
        frame = start.astype(str) + "–" + (start + 4).astype(str).str[2:]
        rows = rows.rename(columns={"supplier": "source", "recipient": "target", "tiv": "weight"})
        kind = (rows["target"] == self.focal).map({True: "in", False: "out"})
        found = rows.assign(frame=frame, kind=kind)
        keys = ["frame", "source", "target", "kind"]
        found = found.groupby(keys, as_index=False)["weight"].sum()
        return found[(found["weight"] >= least) & (found["source"] != "OTH")].reset_index(drop=True)

    # One method a declared test.

    def among_powers(self) -> Found:
        """The partner's share of what all permanent members delivered."""

        def measure(start):
            years = self._from(start)
            return supplies.share(self.transfers, self.partner, self.focal, years, PERMANENT)

        return self._found(measure)

    def as_ally(self) -> Found:
        """What the partner delivered, beside its middle ally; for its customers too."""
        every = self._beside(self.period[0])
        others = set(every.index) - set(self.allies) - {self.focal}

        def measure(start):
            return Measured.of(self._beside(start), self.focal)

        peers = every.loc[sorted(others), ["value", "n"]]
        return self._found(measure, LONGEST) | {
            "peers": peers,
            "passed": (peers["value"] > 100).sum(),
            "customers": len(peers),
        }

    def of_imports(self) -> Found:
        """The partner's share of all imports; for small importers that of their main power."""

        def measure(start):
            return supplies.share(self.transfers, self.partner, self.focal, self._from(start))

        small = self._windows(self.period[0]).set_index("state")
        small = small[(small["volume"] < SMALL) & (small.index != self.focal)]
        peers = small.rename(columns={"share": "value"})[["value", "n"]]
        return self._found(measure) | {
            "peers": peers,
            "passed": (peers["value"] > 50).sum(),
            "small": len(peers),
            "volume": self._volume(self.focal),
        }

    def weight(self) -> Found:
        """What the partner delivered, beside all that the middle neighbour imported."""

        def measure(start):
            years = self._from(start)
            return supplies.beside(self.transfers, self.partner, self.focal, self.region, years)

        return self._found(measure) | {
            "own": self._volume(self.focal, self.partner),
            "middle": pd.Series(
                [self._volume(one) for one in self.region if one != self.focal]
            ).median(),
        }

    def orders(self) -> Found:
        """Contracts of the period that were delivered at least in part.

        A system, its missiles and its radar are deals of their own in the table, so deals of one
        supplier that were ordered in one year count as one contract.
        """
        own = self.deals[self.deals["recipient"] == self.focal]
        ordered = own[own["ordered"].isin(self.period)]
        mine = ordered[ordered["supplier"] == self.partner].drop_duplicates("deal")
        contracts = len(ordered.drop_duplicates(["supplier", "ordered"]))
        known = len(own) > 0 and len(self.years) > 0
        return {
            "measured": Measured(mine["ordered"].nunique(), max(1, contracts)) if known else None,
            "deals": len(mine),
            "names": ", ".join(dict.fromkeys(mine["weapon"])) or "none",
        }

    def later(self, since: int) -> Found:
        """The partner's share of all imports in the years after the article's."""
        years = range(since, self.last_year + 1)
        found = supplies.share(self.transfers, self.partner, self.focal, years)
        rows = self.both_ways[self.both_ways["year"].isin(years)]
        flow = rows.groupby("supplier")["tiv"].sum()
        return {
            "measured": found,
            "came": flow.get(self.partner, 0.0),
            "went": flow.get(self.focal, 0.0),
            "until": self.until,
        }

    def _from(self, start: int) -> range:
        return range(start, min(self.period[-1], self.until) + 1)

    def _found(self, measure, starts: int = LATE) -> Found:
        first = self.period[0]
        years = self.years
        found = headline(measure, self.focal, start=range(first, first - starts, -1))
        return found | {"first": first, "last": years[-1] if years else None}

    def _windows(self, start: int) -> pd.DataFrame:
        years = self._from(start)
        spans = [(years[0], years[-1])] if years else []
        found = suppliers.derived(self.suppliers, spans)
        return found[found["volume"].notna()]

    def _beside(self, start: int) -> pd.DataFrame:
        """The measure of :func:`.supplies.as_ally`, with the state's own volume exact."""
        rows = self._windows(start)
        rows = rows.assign(volume=rows["volume"] * rows["share"] / 100)
        if self.focal not in set(self.transfers["recipient"]):
            return supplies.as_ally(rows, self.partner, self.allies, {})
        years = self._from(start)
        own = self._volume(self.focal, self.partner, years)
        return supplies.as_ally(rows, self.partner, self.allies, {self.focal: own})

    def _volume(self, state: str, supplier: str | None = None, years: range | None = None) -> float:
        rows = self.transfers[self.transfers["recipient"] == state]
        rows = rows[rows["year"].isin(self.years if years is None else years)]
        if supplier:
            rows = rows[rows["supplier"] == supplier]
        return float(rows["tiv"].sum())
