"""Two states' cooperation over Syria: what was said of its future, and whether it went on.

Public names: :class:`Concert`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, rhythm, support, voices

WORDS, PLANS, SERIES = "expected-limit", "july-2015", "astana"
OFFICE = ["2017-01-20", "2017-10-13"]  # Trump takes office; he ceases to certify the deal
KINDS = [("round", "summit"), ("round",), ("round", "summit", "ministers")]
SOURCES = ["two", "one"]
WAR = "SYR"  # the state in whose war they are
NOTHING = "they had no troops on one side before, so that there was nothing to end"
Found = dict[str, Any]


@dataclass(frozen=True)
class Concert:
    """Documents on words and meetings, and whose troops fight on which side.

    Examples
    --------
    >>> from eastward import tables
    >>> concert = Concert.of(tables.load, "IRN", "RUS", "2018-08-31", "2026-08-31")
    >>> concert.pause(range(2018, 2019))["measured"].value
    104.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, kind, tags, corroboration, date, end_date)."""
    support: pd.DataFrame
    """Who supported which side of a conflict, by year."""
    focal: str
    """The state of interest."""
    partner: str
    """The power with which it works together."""
    written: str
    """The article's present (ISO)."""
    cutoff: str
    """Last day (ISO) that any observation describes."""

    @classmethod
    def of(cls, table, focal: str, partner: str, written: str, cutoff: str) -> "Concert":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        return cls(table("documents"), table("conflict_support"), focal, partner, written, cutoff)

    @cached_property
    def statements(self) -> pd.DataFrame:
        """Officials of both states on the future of the cooperation, as far as they count."""
        if not self._searched(WORDS):
            return self.documents.head(0)
        return self._said([self.focal, self.partner], "two")

    @cached_property
    def meetings(self) -> pd.DataFrame:
        """All rounds and summits, in order of time; none for states that do not meet in them."""
        return self._met(KINDS[0])

    def words(self) -> Found:
        """Share of the focal state's statements that set bounds."""

        def share(denial, sources):
            return voices.bounds(self._said([self.focal], sources), denial)

        return self._known(headline(share, self.focal, denial=voices.BOUND, sources=SOURCES))

    def words_of_both(self) -> Found:
        """The same for both states, the smaller of the two shares."""

        def share(denial, sources):
            both = [
                voices.bounds(self._said([state], sources), denial)
                for state in (self.focal, self.partner)
            ]
            n = sum(one.n for one in both)
            if any(one.value is None for one in both):
                return Measured(None, n)
            return Measured(min(one.value for one in both), n)

        found = headline(share, self.focal, denial=voices.BOUND, sources=SOURCES)
        partner = voices.bounds(self._said([self.partner], "two"))
        return self._known(found) | {"partners": partner.value, "partner_n": partner.n}

    def accord(self) -> Found:
        """Treaties that let one of the two stay in the war's state without a limit of time."""
        found = documents.rows(self.documents, PLANS, [WAR], "2015-01-01", self.written)
        ours = found["actors"].str.split(";").map({self.focal, self.partner}.intersection)
        treaties = (found["kind"] == "treaty") & ours.astype(bool)
        measured = Measured(treaties.sum() if len(found) else None, len(found))
        return self._known({"measured": measured}, PLANS)

    def turn(self) -> Found:
        """Change of the share of bounds after the trouble of the deal began."""

        def change(start, denial, sources):
            return voices.turn(self._said([self.focal], sources), start, denial)

        ways = {"start": OFFICE, "denial": voices.BOUND, "sources": SOURCES}
        found = headline(change, self.focal, **ways)
        return self._known(found) | {"fewer": -(found["measured"].value or 0)}

    def pause(self, years: range) -> Found:
        """Longest time without a joint meeting that ends in some years."""

        def longest(kinds, rest):
            return rhythm.longest_pause(self._met(kinds)["date"], years, self.cutoff, rest)

        found = headline(longest, self.focal, kinds=KINDS, rest=["counted", "left out"])
        return self._known(found, SERIES)

    def troops(self, years: range) -> Found:
        """Share of some years in which both have troops on the government's side."""
        known = self.support[self.support["source"] == "ACD"]
        there = support.same_side(known[known["party"] == WAR], self.focal, self.partner)
        last = int(known["year"].max()) if len(known) else years[0] - 1
        wars = [None, *sorted(there["conflict"].unique())]

        def share(war):
            held = there if war is None else there[there["conflict"] == war]
            if not (held["year"] < years[0]).any():
                return Measured(None, 0, note=NOTHING)
            return rhythm.share_of_years(held["year"], years, last)

        return headline(share, self.focal, war=wars)

    def years_after(self, first: int, last: int) -> Found:
        """Share of the full years from one on with a joint meeting."""
        years = range(first, last + 1)
        found = rhythm.share_of_years(self.meetings["date"].dt.year, years, last)
        end = self.meetings["date"].max()
        named = {"first": str(first), "last": str(last)}
        named["last_met"] = "" if pd.isna(end) else f"{end:%B %Y}"
        return self._known({"measured": found}, SERIES) | named

    def _said(self, states: list[str], sources: str) -> pd.DataFrame:
        found = documents.rows(self.documents, WORDS, (), "2015-01-01", self.written, sources)
        return voices.own(found[documents.has(found, "official")], states)

    def _met(self, kinds: tuple[str, ...]) -> pd.DataFrame:
        if not self._searched(SERIES):
            return self.documents.head(0)
        found = documents.rows(self.documents, SERIES, [self.focal, self.partner])
        return found[documents.has(found, *kinds)]

    def _searched(self, topic: str) -> bool:
        return documents.searched(self.documents, topic, self.focal, self.partner)

    def _known(self, found: Found, topic: str = WORDS) -> Found:
        return documents.known(found, self.documents, topic, self.focal, self.partner)
