"""Whether one power is a counterweight to another in a region, and whom the other stands behind.

Public names: :class:`Counterweight`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import pacts

SINCE = 2011
REGION = "Middle East"
LIST = "TSS"  # the list of rivalries that goes on to 2020
ENOUGH = 100  # soldiers
YES = 1
Found = dict[str, Any]


@dataclass(frozen=True)
class Counterweight:
    """Vetoes, means, and the rivals of one state.

    Examples
    --------
    >>> from eastward import tables
    >>> two = Counterweight.of(tables.load, "IRN", "RUS", "USA", range(2011, 2019), 2024)
    >>> two.rivals
    ['ARE', 'EGY', 'ISR', 'SAU', 'TUR', 'YEM']
    """

    tables: dict[str, pd.DataFrame]
    """The tables that are read, by name."""
    focal: str
    """The state of interest."""
    partner: str
    """The power that may be a counterweight."""
    rival: str
    """The power that is to be balanced."""
    period: range
    """Years that the claim speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""

    NAMES = (
        *("unsc_drafts", "unsc_votes", "capabilities", "rivalries", "groups"),
        *("arms_suppliers", "us_troops", "pacts"),
    )

    @classmethod
    def of(cls, table, focal: str, partner: str, rival: str, period: range, last_year: int):
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        read = {name: table(name) for name in cls.NAMES}
        return cls(read, focal, partner, rival, period, last_year)

    @property
    def year(self) -> int:
        """Last year of the period that had ended."""
        return min(self.period[-1], self.last_year)

    @property
    def begun(self) -> bool:
        """Whether a year of the period had ended."""
        return self.year >= self.period[0]

    @cached_property
    def region(self) -> list[str]:
        """States of the Middle East without the two powers and the state of interest."""
        groups = self.tables["groups"]
        states = set(groups.loc[groups["group"] == "middle_east", "iso3"])
        return sorted(states - {self.focal, self.partner, self.rival})

    @cached_property
    def rivals(self) -> list[str]:
        """The state's rivals in the region in the last year of the period."""
        listed = self.tables["rivalries"]
        rows = listed[(listed["source"] == LIST) & (listed["year"] == self.year)]
        own = rows[(rows["state_a"] == self.focal) | (rows["state_b"] == self.focal)]
        return sorted(({*own["state_a"], *own["state_b"]} - {self.focal}) & set(self.region))

    # One method a declared test.

    def vetoes(self) -> Found:
        """Drafts on the region that the rival wanted and the partner vetoed."""
        cast = self.tables["unsc_votes"]
        by = cast.pivot_table(index="draft_id", columns="state", values="vote", aggfunc="first")
        stopped = set(cast.loc[(cast["state"] == self.partner) & cast["veto"], "draft_id"])
        drafts = self.tables["unsc_drafts"].query("@SINCE <= year <= @self.year")

        def count(region):
            inside = drafts if region == "all" else drafts[drafts["region"] == REGION]
            ids = inside["draft_id"]
            wanted = by.get(self.rival, pd.Series(dtype=float)).reindex(ids) == YES
            vetoed = ids.isin(stopped).to_numpy()
            return Measured((wanted.to_numpy() & vetoed).sum(), len(ids))

        return headline(count, self.focal, region=["region", "all"])

    def means(self) -> Found:
        """Military spending of the partner as a share of the rival's."""
        table = self.tables["capabilities"]
        table = table[(table["year"] <= self.year) & self.begun]

        def share(means):
            two = table[table["state"].isin([self.partner, self.rival])]
            both = two.pivot(index="year", columns="state", values=means).dropna()
            if both.empty or both.shape[1] < 2:
                return Measured(None, 0)
            last = both.iloc[-1]
            return Measured(100 * last[self.partner] / last[self.rival], 1)

        return headline(share, self.focal, means=["milex", "milper", "cinc"])

    def more_arms(self) -> Found:
        """Share of the rivals that the rival power arms most, less that of the other states."""

        def difference(length):
            table = self.tables["arms_suppliers"]
            rows = table[(table["end"] == self.year) & (table["length"] == length)]
            first = rows.set_index("recipient")["supplier"] == self.rival
            first = first.reindex(self.region).fillna(False).astype(bool)
            near = first.index.isin(self.rivals)
            if rows.empty or not self.begun or not near.any() or near.all():
                return Measured(None, 0), None, None
            own, other = 100 * first[near].mean(), 100 * first[~near].mean()
            return Measured(own - other, len(first)), own, other

        found = headline(lambda length: difference(length)[0], self.focal, length=[5, 3])
        _, own, other = difference(5)
        return found | {"rivals": own, "others": other, "count": len(self.rivals)}

    def soldiers(self) -> Found:
        """Share of the rivals in which the rival power's soldiers stand."""
        table = self.tables["us_troops"]
        there = table[table["year"] == self.year].set_index("state")["troops"]
        known = self.rival == "USA" and self.begun and len(there)
        there = there.reindex(self.region).fillna(0) if known else there.iloc[:0]

        def share(enough):
            hosts = 100.0 * (there >= enough)
            own = hosts[hosts.index.isin(self.rivals)]
            return Measured(own.mean() if len(own) else None, len(own))

        found = headline(share, self.focal, enough=[ENOUGH, 1000])
        others = there[~there.index.isin(self.rivals)]
        found["peers"] = pd.DataFrame({"value": 100.0 * (others >= ENOUGH), "n": len(self.rivals)})
        return found

    def pledge(self, states: list[str], year: int) -> Found:
        """Kinds of pledge in force between the two, and between the partner and others."""
        from eastward.measures import ties

        panel = ties.pledges(self.tables["pacts"], [self.partner], [self.focal, *states])
        year = max(min(year, self.last_year), year - 1)  # treaties of a year are those of the last
        row = panel.loc[year] if year in panel.index else pd.Series(dtype=float)
        values = pd.DataFrame({"value": row, "n": 1})
        held = pacts.directed(self.tables["pacts"])
        own = held[(held["state"] == self.focal) & (held["partner"] == self.partner)]
        own = own[(own["source"] == "ATOP") & (own["year"] == year)]
        kinds = [one for one in ties.KINDS if len(own) and own[one].any()]
        words = {"nonaggression": "no attack", "defense": "defence", "offense": "offence"}
        return headline(lambda: values, self.focal, states) | {
            "kinds": ", ".join(words.get(one, one) for one in kinds) or "none"
        }
