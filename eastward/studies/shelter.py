"""Who stood by a state: powers in its militarized disputes and in the Security Council.

Public names: :class:`Shelter`.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measures import company, council, disputes
from eastward.studies.pledges import Pledges

FEWEST = 5  # votes that make a file
Found = dict[str, Any]


@dataclass(frozen=True)
class Shelter:
    """What powers did for one state without a treaty.

    Examples
    --------
    >>> from eastward import tables
    >>> pledges = Pledges.of(tables.load, "IRN", "RUS", "USA", range(1979, 2019), 2024)
    >>> Shelter.of(tables.load, pledges, "2026-08-31").withheld()["measured"].value  # per cent
    0.0
    """

    disputes: pd.DataFrame
    """Militarized disputes by pair and year (source, dispute, state_a, state_b, year)."""
    drafts: pd.DataFrame
    """Drafts of the Security Council (draft_id, year, topic, recorded)."""
    votes: pd.DataFrame
    """Votes on them (draft_id, state, vote)."""
    pledges: Pledges
    """Whose disputes, which powers, and the clients to compare with."""
    cutoff: str
    """Last day that counts."""

    @classmethod
    def of(cls, table, pledges: Pledges, cutoff: str) -> "Shelter":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        return cls(*map(table, ("disputes", "unsc_drafts", "unsc_votes")), pledges, cutoff)

    def beside(self) -> Found:
        """Share of the state's disputes in which a power stood on its side."""
        one = self.pledges
        listed = self.disputes[self.disputes["year"] >= one.start]
        mine = listed["dispute"].isin(disputes.between(listed, one.focal)["dispute"])

        def measure(rows, source, start, powers):
            return company.beside(rows, source, powers, range(start, one.last + 1))

        return headline(
            partial(measure, listed),
            one.focal,
            one.clients,
            partial(measure, listed[mine]),
            source=["COW", "GML"],
            start=[one.start, one.start + 1],
            powers=one.powers,
        )

    def withheld(self) -> Found:
        """Share of drafts on the state to which the most reluctant power did not say yes."""
        one = self.pledges
        found = headline(
            partial(council.withheld, self.votes, self._file(one.focal)),
            one.focal,
            powers=one.powers[:2],
            abstentions=[True, False],
            more=[None, council.vetoes_outside(one.focal, self.cutoff)],
        )
        others = {
            state: vars(council.withheld(self.votes, self._file(state), one.powers[0]))
            for state, label in one.labels.items()
            if state != one.focal and label in set(self.drafts["topic"])
        }
        peers = pd.DataFrame.from_dict(others, orient="index", columns=["value", "n"])
        peers = peers[peers["n"] >= FEWEST]
        return found | {"peers": peers, "files": len(peers)}

    def _file(self, state: str) -> pd.DataFrame:
        """Drafts of the period on the agenda item of the state's name."""
        about = self.drafts["topic"] == self.pledges.labels.get(state)
        return self.drafts[about & (self.drafts["year"] <= self.pledges.last)]
