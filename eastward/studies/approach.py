"""Whether one state and one power drew nearer: votes, and meetings of their presidents.

Public names: :class:`Approach`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, memberships, voting
from eastward.measures.series import change_between

BASE = range(2007, 2011)  # the four years before the fight over Assad
RECENT = 2015  # the year of the move
TOPIC = "meetings-presidents"
TAGS = {"RUS": "iran-russia", "CHN": "iran-china"}  # whose presidents were searched for
FEWEST = 20  # common votes of a pair in a year
Found = dict[str, Any]


@dataclass(frozen=True)
class Approach:
    """Agreement of all states with one power, and the meetings of two presidents.

    Examples
    --------
    >>> from eastward import tables
    >>> two = Approach.of(tables.load, "IRN", "RUS", range(2011, 2019), 2024)
    >>> len(two.recent)  # years since the move
    4
    """

    votes: pd.DataFrame
    """Votes (rollcall, and a column a state)."""
    rollcalls: pd.DataFrame
    """Roll calls (rollcall, year, me and other topics)."""
    organizations: pd.DataFrame
    """Memberships (organization, state, year, status)."""
    documents: pd.DataFrame
    """Dated documents; the topic meetings-presidents is complete from 2000 on."""
    focal: str
    """The state of interest."""
    partner: str
    """The power that it is said to draw nearer to."""
    period: range
    """Years that the claim speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""

    @classmethod
    def of(cls, table, focal: str, partner: str, period: range, last_year: int) -> "Approach":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        votes = voting.cast(table("unga_votes"))
        read = map(table, ("unga_rollcalls", "igo_membership", "documents"))
        return cls(votes, *read, focal, partner, period, last_year)

    @property
    def recent(self) -> range:
        """Years since the move, as far as they are known."""
        return range(RECENT, min(self.period[-1], self.last_year) + 1)

    @cached_property
    def members(self) -> list[str]:
        """Members of the Non-Aligned Movement."""
        years = range(BASE[0], max(self.last_year, BASE[-1]) + 1)
        years = range(BASE[0], min(years[-1], self.period[-1]) + 1)
        return memberships.mostly(memberships.member_years(self.organizations, "NAM", years), years)

    def nearer(self) -> Found:
        """Change of agreement with the power, less that of the median member of the movement."""
        found = headline(
            self._change,
            self.focal,
            self.members,
            base=[BASE, range(2003, 2011), range(2011, 2015)],
            votes=["all", "without the Middle East"],
        )
        value = found["measured"].value
        recent = f"{self.recent[0]}–{self.recent[-1]}" if len(self.recent) else ""
        return found | {"fall": None if value is None else -value, "recent": recent}

    def meetings(self) -> Found:
        """Change in the number of the presidents' meetings a year."""
        known = documents.rows(self.documents, TOPIC, [self.focal, self.partner])
        met = known[documents.has(known, TAGS.get(self.partner, ""))]
        counts = met["date"].dt.year.value_counts()

        def measure(base):
            if not len(self.recent):
                return Measured(None, 0)
            values = pd.DataFrame({self.focal: counts.reindex([*base, *self.recent], fill_value=0)})
            return change_between(values, base, self.recent)

        found = headline(measure, self.focal, base=[BASE, range(2003, 2011), range(2011, 2015)])
        whose = self.focal if self.partner in TAGS else ""
        return documents.known(found, self.documents, TOPIC, whose)

    def _change(self, base, votes) -> pd.DataFrame:
        """Change of every state's agreement, less that of the median member."""
        years = {*base, *self.recent}
        calls = self.rollcalls[self.rollcalls["year"].isin(years)]
        if votes != "all":
            calls = calls[~calls["me"].astype(bool)]
        pairs = voting.agreement(self.votes, calls, minimum=FEWEST, involving=[self.partner])
        near = voting.with_state(pairs, self.partner)
        values = 100 * near.pivot(index="year", columns="state", values="agreement")
        found = change_between(values, base, self.recent)[["value", "n", "before", "after"]]
        found = found.rename(columns={"value": "change"})
        median = found.loc[found.index.isin(self.members), "change"].median()
        return found.assign(median=median, value=found["change"] - median)
