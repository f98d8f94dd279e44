"""Who has sanctions in force against two states, and how much of it is common.

Public names: :class:`Senders`, :data:`WEST`.
"""

from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, in_force
from eastward.measures import sanctions as cases

TOPIC = "sanctions-acts"
WEST = ["EU", "USA", "GBR", "CAN", "JPN", "AUS", "NZL", "NOR", "CHE", "ISL"]
ANNEXED = "2014-03-18"  # Crimea; the day after the Union's and Washington's first measures
# The Union's measures over human rights in Iran: the data end them in 2016, its acts do not.
KEPT = {"kinds": ["financial", "travel"], "years": range(2017, 2022)}
UNION, WHO = ["one sender", "its members"], ["all", "Western"]
GRAVEST = ["oil-purchases", "central-bank", "payments", "third-parties", "all-trade", "council"]
GRAVE = [*GRAVEST, "oil-equipment", "bank-capital", "arms"]
RECENT = 3  # years of the data that tell what came later
Found = dict[str, Any]


@dataclass(frozen=True)
class Senders:
    """Sanctions by sender, target and year, and the legal acts that give days.

    Examples
    --------
    >>> from eastward import tables
    >>> senders = Senders.of(tables.load, "IRN", "RUS", 2025)
    >>> round(senders.at_the_end(2017)["measured"].value, 1)
    26.7
    """

    sanctions: pd.DataFrame
    """Sender, target, year, and a truth value for each kind of measure."""
    groups: pd.DataFrame
    """Members of the Union (group, iso3, start, end)."""
    documents: pd.DataFrame
    """Dated documents (topic, actors, tags, corroboration, date, end_date)."""
    focal: str
    """The state of interest."""
    partner: str
    """The state whose position is compared with it."""
    last_year: int
    """Last calendar year that had ended at the cut-off."""

    @classmethod
    def of(cls, table, focal: str, partner: str, last_year: int) -> "Senders":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        read = map(table, ("sanctions", "groups", "documents"))
        return cls(*read, focal, partner, last_year)

    @cached_property
    def acts(self) -> pd.DataFrame:
        """Days on which measures began or ended, by legal acts and announcements."""
        return in_force.acts(documents.rows(self.documents, TOPIC))

    @cached_property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The table, mended by a legal act, with the Union as one sender or as its members."""
        kept = cases.prolonged(self.sanctions, "EU", "IRN", **KEPT)
        return dict(zip(UNION, (kept, cases.with_members(kept, self.groups)), strict=True))

    @property
    def last(self) -> int:
        """Last year of the table."""
        return int(self.sanctions["year"].max())

    def common(self, years: range) -> Found:
        """Days on which senders acted against both states, from the annexation of Crimea on."""

        def measure(union, who, targets=None):
            return self._shared(union, who, ANNEXED, f"{years[-1]}-12-31", targets)

        peers = in_force.of_size(self.sanctions, years, self.focal)
        peers = [one for one in peers if one != self.partner]
        ways = {"union": UNION, "who": WHO}
        found = headline(measure, self.partner, peers, partial(measure, targets=self._two), **ways)
        return found | self._western(years)

    def at_the_end(self, year: int) -> Found:
        """The same over one full year."""

        def measure(union, who):
            return self._shared(union, who, f"{year}-01-01", f"{year}-12-31", self._two)

        return headline(measure, self.partner, union=UNION, who=WHO)

    def lately(self, after: int) -> Found:
        """The same over the last years of the table, where they are after the article."""
        first = self.last - RECENT + 1
        span = f"{first}-01-01", f"{self.last}-12-31"
        if first <= after:
            return {"measured": Measured(None, 0)}
        shared = self._shared(UNION[0], "all", *span, self._two)
        found = headline(lambda: shared, self.partner)
        return found | {"first": str(first), "last": str(self.last)}

    def kinds(self, years: range) -> Found:
        """Kinds of measures that common senders used against both, in the last of some years."""

        def measure(union, year):
            frame = self.frames[union].query("year == @year")
            targets = [one for one in frame["target"].unique() if one != self.focal]
            alike = {one: cases.kinds_in_common(frame, self.focal, one) for one in targets}
            rows = {
                one: (100 * part["jaccard"].mean(), len(part))
                for one, part in alike.items()
                if len(part)
            }
            return pd.DataFrame.from_dict(rows, orient="index", columns=["value", "n"])

        peers = in_force.of_size(self.sanctions, years, self.focal)
        peers = [one for one in peers if one != self.partner]
        return headline(measure, self.partner, peers, union=UNION, year=reversed(years))

    def gravest(self, last: int) -> Found:
        """Gravest measures against the focal state that were in force against the other too."""

        def measure(listed):
            rows = documents.rows(self.documents, TOPIC, end=f"{last}-12-31")
            on = rows["actors"].str.split(";").str[-1]
            own, other = rows[on == self.focal], rows[on == self.partner]
            known = [kind for kind in listed if documents.has(own, kind).any()]
            both = [kind for kind in known if documents.has(other, kind).any()]
            share = 100 * len(both) / len(known) if known else None
            return Measured(share if last <= self.last_year else None, len(known))

        found = headline(measure, self.partner, listed=[GRAVEST, GRAVE])
        found = documents.known(found, self.documents, TOPIC, self.focal, self.partner)
        return found | {"count": found["measured"].count}

    def by_year(self, start: int) -> pd.DataFrame:
        """Senders that acted against one or both states in each year: sender, year, kind."""
        rows = self.sanctions[self.sanctions["target"].isin(self._two)]
        rows = rows[(rows["year"] >= start) & ~rows["sender"].isin(self._two)]
        kind = rows.groupby(["sender", "year"])["target"].agg(
            lambda targets: "both" if targets.nunique() == 2 else targets.iloc[0]
        )
        return kind.rename("kind").reset_index()

    def _western(self, years: range) -> Found:
        """Western senders against the partner in the year before the period and in its last."""
        rows = self.sanctions[self.sanctions["sender"].isin(WEST)]
        rows = rows[rows["target"] == self.partner].groupby("year")["sender"].nunique()
        return {"west_before": rows.get(years[0] - 1, 0), "west_after": rows.get(years[-1], 0)}

    @property
    def _two(self) -> list[str]:
        return [self.focal, self.partner]

    def _shared(self, union, who, start, end, targets=None) -> pd.DataFrame:
        """Days in common with every target, or with some; none beyond the end of the table."""
        if int(end[:4]) > self.last:
            return in_force.shared_days({}, self.focal)
        frame = self.frames[union]
        if targets is not None and self.last in set(
            frame.loc[frame["target"].isin(targets), "year"]
        ):
            frame = frame[frame["target"].isin(targets)]  # the table's last year must stay in it
        if who == "Western":
            members = set(self.groups.loc[self.groups["group"] == "EU", "iso3"])
            frame = frame[frame["sender"].isin(members | set(WEST))]
        days = in_force.by_day(frame, self.acts, start, end)
        return in_force.shared_days(days, self.focal)
