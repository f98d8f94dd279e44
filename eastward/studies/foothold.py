"""One power's place in a region: what it sold and held there, and what its officials said of it.

Public names: :class:`Foothold`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, voices
from eastward.measures.series import LENGTH

TOPIC = "arab-uprisings"
AT_STAKE = ["LBY", "SYR"]  # whose governments fell or were to fall
BEFORE, AFTER = 2010, 2016  # last years of the five before the wars began, and of those after
FLOOR = 50  # million trend-indicator values: a supplier below it says little
NOT_ARAB = ["IRN", "ISR", "TUR"]
ADDED = "DZA"  # known by its largest supplier alone
REGIONS = ["the Middle East and Libya", "Arab states", "with Algeria"]
SOURCES = ["two", "one"]
Found = dict[str, Any]


@dataclass(frozen=True)
class Foothold:
    """Deliveries of arms to a region, and documents on one power's place in it.

    Examples
    --------
    >>> from eastward import tables
    >>> round(Foothold.of(tables.load, "RUS", 2025).stake()["measured"].value)
    20
    """

    transfers: pd.DataFrame
    """Deliveries (supplier, recipient, year, tiv)."""
    suppliers: pd.DataFrame
    """The largest supplier of every recipient (recipient, end, length, supplier, volume, share)."""
    groups: pd.DataFrame
    """Members of groups of states (group, iso3)."""
    documents: pd.DataFrame
    """Dated documents (topic, issuer, actors, kind, tags, corroboration, date, end_date)."""
    power: str
    """The power whose place it is."""
    last_year: int
    """Last calendar year that had ended at the cut-off."""

    @classmethod
    def of(cls, table, power: str, last_year: int) -> "Foothold":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        names = ("arms_transfers", "arms_suppliers", "groups", "documents")
        return cls(*map(table, names), power, last_year)

    @cached_property
    def region(self) -> list[str]:
        """The Middle East and Libya."""
        members = self.groups.loc[self.groups["group"] == "middle_east", "iso3"]
        return sorted({*members, "LBY"})

    @property
    def last(self) -> int | str:
        """Last year with a delivery; empty where there is none."""
        return "" if self.transfers.empty else int(self.transfers["year"].max())

    def delivered(self, region: str, end: int) -> pd.DataFrame:
        """Volumes to a region in the five years to one: supplier, recipient, tiv."""
        states = [one for one in self.region if region != REGIONS[1] or one not in NOT_ARAB]
        rows = self.transfers[self.transfers["year"].between(end - LENGTH + 1, end)]
        rows = rows[rows["recipient"].isin(states)]
        rows = rows.groupby(["supplier", "recipient"], as_index=False)["tiv"].sum()
        return rows if region != REGIONS[2] else pd.concat([rows, self._added(end)])

    def stake(self) -> Found:
        """Share of the states at stake in what each supplier delivered before the wars."""

        def measure(region, end):
            if end > self.last_year:
                return pd.DataFrame(columns=["value", "n"])
            rows = self.delivered(region, end)
            whole = rows.groupby("supplier")["tiv"].sum()
            part = rows[rows["recipient"].isin(AT_STAKE)].groupby("supplier")["tiv"].sum()
            value = 100 * part.reindex(whole.index, fill_value=0) / whole
            frame = pd.DataFrame({"value": value, "n": LENGTH})
            return frame[(whole >= FLOOR) | (whole.index == self.power)]

        first = measure(REGIONS[0], BEFORE)
        peers = [one for one in first.index if one != self.power]
        found = headline(measure, self.power, peers, region=REGIONS, end=[BEFORE, BEFORE - 1])
        own = self.delivered(REGIONS[0], BEFORE).query("supplier == @self.power")
        sold = own.set_index("recipient")["tiv"].reindex(AT_STAKE, fill_value=0)
        return found | {"libya": sold["LBY"], "syria": sold["SYR"]}

    def bases(self) -> Found:
        """Share of the power's lasting posts in the region that stood in the states at stake."""
        rows = self._documents("two")
        posts = rows[documents.has(rows, "holding")]
        at_stake = documents.has(posts, "at-stake").sum()
        share = 100 * at_stake / len(posts) if len(posts) else None
        found = {"measured": Measured(share, len(posts))}
        return documents.known(found, self.documents, TOPIC, self.power)

    def volume(self) -> Found:
        """Change of the power's deliveries to the region, in per cent."""

        def measure(region, after):
            before, later = self._sums(region, BEFORE), self._sums(region, after)
            known = before is not None and later is not None and before[0] > 0
            change = 100 * (later[0] / before[0] - 1) if known else None
            return Measured(change, 2 * LENGTH * known)

        return headline(measure, self.power, region=REGIONS, after=[AFTER, AFTER + 1]) | self._both

    def share(self) -> Found:
        """Change of the power's share of all deliveries, in percentage points."""

        def measure(region, after):
            before, later = self._sums(region, BEFORE), self._sums(region, after)
            known = before is not None and later is not None and before[1] > 0 and before[0] > 0
            points = 100 * (later[0] / later[1] - before[0] / before[1]) if known else None
            return Measured(points, 2 * LENGTH * known)

        return headline(measure, self.power, region=REGIONS, after=[AFTER, AFTER + 1]) | self._both

    def own_losses(self) -> Found:
        """Share of officials' statements on the power's own place that name losses."""

        def measure(who, sources):
            rows = voices.own(self._documents(sources), [self.power])
            rows = rows[documents.has(rows, "own-loss", "denial")]
            if who == "leaders":
                rows = rows[documents.has(rows, "leader")]
            return voices.tagged_share(rows, "own-loss")

        found = headline(measure, self.power, who=["all", "leaders"], sources=SOURCES)
        found = documents.known(found, self.documents, TOPIC, self.power)
        return found | {"count": found["measured"].count}

    @property
    def _both(self) -> Found:
        """The power's shares and volumes before and after, for the prose."""
        before, after = self._sums(REGIONS[0], BEFORE), self._sums(REGIONS[0], AFTER)
        if before is None or after is None or not before[1]:
            return {}
        return {
            "before": 100 * before[0] / before[1], "after": 100 * after[0] / after[1],
            "sold_before": before[0], "sold_after": after[0],
            "all_before": before[1], "all_after": after[1],
        }  # fmt: skip

    def _sums(self, region: str, end: int) -> tuple[float, float] | None:
        """What the power and what everybody delivered in the five years to one."""
        if end > self.last_year:
            return None
        rows = self.delivered(region, end)
        own = rows.loc[rows["supplier"] == self.power, "tiv"]
        return float(own.sum()), float(rows["tiv"].sum())

    def _added(self, end: int) -> pd.DataFrame:
        """Algeria's largest supplier and all others together."""
        row = self.suppliers.query("recipient == @ADDED and end == @end and length == @LENGTH")
        top = row.assign(tiv=row["volume"])
        rest = row.assign(supplier="others", tiv=row["volume"] / row["share"] - row["volume"])
        return pd.concat([top, rest])[["supplier", "recipient", "tiv"]]

    def _documents(self, sources: str) -> pd.DataFrame:
        days = "2011-01-01", "2015-12-31"
        return documents.rows(self.documents, TOPIC, [self.power], *days, sources)
