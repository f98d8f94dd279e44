"""What was said and done about a turn to one power, by documents.

Public names: :class:`Turning`.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents
from eastward.measures.documents import has

LEFT, DEAL, TRUMP, END = "2018-05-08", "2015-07-14", "2017-01-20", "2018-12-31"
SOURCES = ["two", "one"]
POWERS = {"russia": "Russia", "china": "China", "india": "India", "europe": "Europe"}
TAGS = {"RUS": "russia", "CHN": "china", "IND": "india"}
OFFICES = {
    "leader": "the Leader",
    "adviser": "his adviser",
    "president": "the president",
    "ministry": "a ministry",
    "speaker": "the speaker",
    "council": "the council for security",
}
Found = dict[str, Any]


@dataclass(frozen=True)
class Turning:
    """Documents on steps, words and uses of force.

    Examples
    --------
    >>> from eastward import tables
    >>> Turning(tables.load("documents"), "IRN", "RUS").words()["measured"].n
    4
    """

    documents: pd.DataFrame
    """Dated documents (topic, tags, issuer, corroboration, date, end_date)."""
    focal: str
    """The state of interest."""
    partner: str
    """The power that it is said to move to."""

    # One method a declared test.

    def new_steps(self) -> Found:
        """Steps with the partner that had not been begun before."""
        tag = TAGS.get(self.partner)

        def count(sources):
            rows = self._rows("turn-2018", LEFT, END, sources)
            rows = rows[has(rows, "step") & has(rows, tag or "")]
            return Measured(has(rows, "begun-after").sum() if tag else None, len(rows))

        found = headline(count, self.focal, sources=SOURCES)
        return self._two(found, "turn-2018")

    def other_doors(self) -> Found:
        """Other powers with a step of their own."""

        def powers(sources):
            rows = self._rows("turn-2018", LEFT, END, sources)
            rows = rows[has(rows, "step")]
            others = [tag for tag in POWERS if tag != TAGS.get(self.partner)]
            return [POWERS[tag] for tag in others if has(rows, tag).any()], len(rows)

        def count(sources):
            found, n = powers(sources)
            return Measured(len(found), n)

        found = headline(count, self.focal, sources=SOURCES)
        return self._two(found, "turn-2018") | {"names": ", ".join(powers("two")[0]) or "none"}

    def firsts(self) -> Found:
        """Kinds of tie that came for the first time since."""
        kinds = ["exercise", "arms-to-russia", "trade-treaty", "partnership"]

        def count(sources):
            rows = self._rows("firsts-since-2018", None, None, sources)
            return Measured(sum(has(rows, kind).any() for kind in kinds), len(rows))

        return self._two({"measured": count("two")}, "firsts-since-2018")

    def partnership(self) -> Found:
        """Treaties that call the relation a strategic partnership."""
        rows = self._rows("firsts-since-2018")
        found = {"measured": Measured(has(rows, "partnership").sum(), len(rows))}
        return self._two(found, "firsts-since-2018")

    def offices(self) -> Found:
        """Offices that say that others are needed."""

        def rows(sources):
            found = self._rows("backing-2018", f"{TRUMP[:4]}-01-01", END, sources)
            return found[has(found, "need", "self")]

        def count(sources, who):
            found = rows(sources)
            need = found[has(found, "need")]
            return Measured(need["issuer"].nunique() if who == "offices" else len(need), len(found))

        found = headline(count, self.focal, sources=SOURCES, who=["offices", "statements"])
        need = rows("two")
        names = need.loc[has(need, "need"), "issuer"].str.split(",").str[0].unique()
        facts = {"names": " and ".join(names) or "none", "alone": int(has(need, "self").sum())}
        return documents.known(found, self.documents, "backing-2018", self.focal) | facts

    def restrained(self) -> Found:
        """Share of the affairs in which a use of force was given up."""

        def share(since):
            rows = self._rows("russia-restrains", since, END)
            gave_up = has(rows, "gave-up").sum()
            return Measured(100 * gave_up / len(rows) if len(rows) else None, len(rows))

        found = headline(share, self.partner, since=["2011-01-01", "2014-01-01"])
        count = found["measured"].count
        found = documents.known(found, self.documents, "russia-restrains", self.partner)
        return found | {"count": count}

    def words(self) -> Found:
        """Statements of the adviser in the article's year that call the tie strategic."""

        def count(sources):
            rows = self._said(f"{END[:4]}-01-01", END, sources)
            return Measured((has(rows, "adviser") & has(rows, "strategic")).sum(), len(rows))

        found = self._two(headline(count, self.focal, sources=SOURCES), "strategic-view")
        before = self._said(DEAL, f"{int(END[:4]) - 1}-12-31", "one")
        earlier = (has(before, "adviser") & has(before, "strategic")).sum()
        return found | {"earlier": int(earlier)}

    def region(self) -> Found:
        """Those that say that the tie settles what becomes of the region."""

        def count(since, sources):
            rows = self._said(since, END, sources)
            return Measured((has(rows, "adviser") & has(rows, "region")).sum(), len(rows))

        ways = {"since": [f"{END[:4]}-01-01", DEAL], "sources": SOURCES}
        return self._two(headline(count, self.focal, **ways), "strategic-view")

    def reason(self) -> Found:
        """Offices that name what Washington does, after the change of government less before it."""
        return self._more("reason")

    def voices(self) -> Found:
        """Offices that call the tie strategic, after the change of government less before it."""
        return self._more("strategic")

    def _more(self, tag: str) -> Found:
        def offices(start, end, sources):
            rows = self._said(start, end, sources)
            return {office for office in OFFICES if has(rows[has(rows, tag)], office).any()}

        def count(sources, ends):
            start, end = DEAL, str(pd.Timestamp(TRUMP) - pd.Timedelta(days=1))[:10]
            if not len(self._said(TRUMP, ends, sources)):
                return Measured(None, 0)
            more = len(offices(TRUMP, ends, sources)) - len(offices(start, end, sources))
            n = len(self._said(start, ends, sources))
            return Measured(more, n)

        ways = {"sources": SOURCES, "ends": [END, "2018-08-31"]}
        after = offices(TRUMP, END, "two")
        facts = {
            "before": len(offices(DEAL, "2017-01-19", "two")),
            "after": len(after),
            "names": ", ".join(OFFICES[one] for one in OFFICES if one in after) or "none",
        }
        return self._two(headline(count, self.focal, **ways), "strategic-view") | facts

    def _said(self, start: str, end: str, sources: str) -> pd.DataFrame:
        return self._rows("strategic-view", start, end, sources)

    def _rows(self, topic: str, start=None, end=None, sources: str = "two") -> pd.DataFrame:
        return documents.rows(self.documents, topic, (), start, end, sources)

    def _two(self, found: Found, topic: str) -> Found:
        return documents.known(found, self.documents, topic, self.focal, self.partner)
