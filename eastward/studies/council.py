"""The Security Council on one state: drafts, vetoes and meetings.

Public names: :class:`Council`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, drafts

TOPIC = "security-council-iran"
WORDS = "council-words"
FILES = {"IRN": ["Syria"]}  # whose war is the state's own affair as well
ASIDE = {"IRN": ["S/2018/156"]}  # drafts under another item that name the state
ENDED = 2231  # the resolution that ended the sanctions
SANCTIONED = "IRN"  # the state on which all other drafts under its item laid demands
Found = dict[str, Any]


@dataclass(frozen=True)
class Council:
    """Votes of the permanent members on one state, and what its leaders say of them.

    Examples
    --------
    >>> from eastward import tables
    >>> days = "2018-08-31", "2026-08-31"
    >>> council = Council.of(tables.load, "IRN", "RUS", range(2015, 2019), *days)
    >>> len(council.stances) > 15
    True
    """

    documents: pd.DataFrame
    """Dated documents (topic, tags, corroboration, date)."""
    drafts: pd.DataFrame
    """Tabulated drafts (draft_id, draft, year, resolution, topic)."""
    votes: pd.DataFrame
    """Tabulated votes (draft_id, state, vote, veto)."""
    label: str
    """The state's label, which is the topic of drafts on it."""
    labels: dict[str, str]
    """Label of every state by ISO3 code."""
    focal: str
    """The state of interest."""
    partner: str
    """The power that is said to support it."""
    period: range
    """Years that the claim speaks of."""
    written: str
    """Day of the article."""
    cutoff: str
    """Last day that is known."""

    @classmethod
    def of(
        cls, table, focal: str, partner: str, period: range, written: str, cutoff: str
    ) -> "Council":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        labels = table("states").set_index("iso3")["label"].to_dict()
        read = map(table, ("documents", "unsc_drafts", "unsc_votes"))
        parts = (labels.get(focal, focal), labels, focal, partner, period, written, cutoff)
        return cls(*read, *parts)

    @cached_property
    def stances(self) -> pd.DataFrame:
        """Every draft on the state with the votes of the permanent members, in order of time."""
        found = documents.rows(self.documents, TOPIC, [self.focal])
        if not documents.searched(self.documents, TOPIC, self.focal, self.partner):
            found = found.head(0)
        return drafts.stances(found)

    @property
    def files(self) -> list[str]:
        """Topics of drafts that are the state's affair."""
        return [self.label, *FILES.get(self.focal, [])]

    @cached_property
    def vetoes(self) -> pd.DataFrame:
        """Vetoes by topic and by those who cast them together: topic, members, count."""
        cast = self.votes[self.votes["veto"]]
        members = cast.groupby("draft_id")["state"].agg(lambda who: " ".join(sorted(who)))
        rows = self.drafts.merge(members.rename("members"), on="draft_id")
        return rows.groupby(["topic", "members"]).size().rename("count").reset_index()

    # One method a declared test.

    def vetoed_alone(self) -> Found:
        """Drafts on the state, or on the war it took part in, that the partner vetoed alone."""

        def measure(files):
            topics = self.files if files == "both" else [self.label]
            return drafts.vetoed_alone(self.votes, self._tabulated(topics), self.partner)

        ways = ["both", "own"] if len(self.files) > 1 else ["both"]
        return headline(measure, self.focal, files=ways) | {"files": " and ".join(self.files)}

    def record(self, period: range) -> Found:
        """Share of the drafts against the state that the partner supported."""
        inside = self._inside(period)

        def measure(panels, aside):
            kept = inside if panels == "counted" else inside[~inside["routine"]]
            kept = kept if aside == "counted" else kept[~kept["aside"]]
            return drafts.supported(kept, self.partner)

        ways = {"panels": ["counted", "left out"], "aside": ["counted", "left out"]}
        found = headline(measure, self.focal, **ways)
        against = inside[inside["side"] == "against"]
        voted = against[against[self.partner] == drafts.YES] if len(against) else against
        facts = {
            "supported": len(voted),
            "first": period[0],
            "last": voted["date"].max().year if len(voted) else None,
        }
        return self._known(found) | facts

    def by_table(self, period: range) -> Found:
        """The same by the tabulated votes under the state's item."""

        def measure(ended):
            listed = self.drafts[
                (self.drafts["topic"] == self.label) & self.drafts["year"].isin(period)
            ]
            if ended == "left out":
                listed = listed[listed["resolution"] != ENDED]
            return drafts.supported_by_table(self.votes, listed, self.partner)

        found = headline(measure, self.focal, ended=["left out", "counted"])
        if self.focal == SANCTIONED:
            return found
        empty = Measured(None, 0, note=documents.ELSEWHERE)
        return {"measured": empty, "specs": found["specs"].head(0)}

    def stopped(self) -> Found:
        """Drafts against the state that failed by the partner's veto alone."""
        inside = self._inside(self.period)
        against = inside[inside["side"] == "against"]
        alone = drafts.stopped_alone(inside, self.partner)
        days = ", ".join(f"{day.day} {day:%B %Y}" for day in alone["date"])
        found = {"measured": Measured(len(alone), len(against))}
        return self._known(found) | {"day": days or "no day"}

    def meetings(self) -> Found:
        """Share of open meetings with a known text in which the partner took the state's side."""

        def measure(kind):
            known = self._words(["meeting"] if kind == "meetings" else ["meeting", "sides-with"])
            known = known[~documents.has(known, "text-not-found")]
            sided = documents.has(known, "sides-with")
            return Measured(100 * sided.mean() if len(known) else None, len(known))

        found = headline(measure, self.focal, kind=["meetings", "consultations too"])
        known = documents.known(found, self.documents, WORDS, self.focal, self.partner)
        return known | {
            "sided": known["measured"].count,
            "open": len(self._words(["meeting"])),
        }

    def trust(self) -> Found:
        """Statements of leaders that count on the partner's support there."""

        def measure(sources):
            rows = self._words([], sources)
            return Measured(documents.has(rows, "relies").sum(), len(rows))

        found = headline(measure, self.focal, sources=["two", "one"])
        return documents.known(found, self.documents, WORDS, self.focal, self.partner)

    def since(self) -> Found:
        """Share of votes since the article in which the partner took the state's side."""
        late = self.stances[self.stances["date"] > pd.Timestamp(self.written)]
        found = {"measured": drafts.on_its_side(late, self.partner)}
        alone = late[late["side"] != "even"]
        abstained = (alone[self.partner] == drafts.ABSTAINS).sum() if len(alone) else 0
        return self._known(found) | {"sided": found["measured"].count, "abstained": int(abstained)}

    def _tabulated(self, topics: list[str]) -> pd.DataFrame:
        listed = self.drafts["topic"].isin(topics)
        listed |= self.drafts["draft"].isin(ASIDE.get(self.focal, []))
        return self.drafts[listed & self.drafts["year"].isin(self.period)]

    def _inside(self, period: range) -> pd.DataFrame:
        return self.stances[self.stances["date"].dt.year.isin(period)]

    def _words(self, tags: list[str], sources: str = "two") -> pd.DataFrame:
        start, end = f"{self.period[0]}-01-01", f"{self.period[-1]}-12-31"
        rows = documents.rows(self.documents, WORDS, [self.focal], start, end, sources)
        return rows[documents.has(rows, *tags)] if tags else rows

    def _known(self, found: Found) -> Found:
        return documents.known(found, self.documents, TOPIC, self.focal, self.partner)
