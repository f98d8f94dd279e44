"""What one state's leaders said of a power: its worth, its help in war, its arms, its promise.

Public names: :class:`Regard`.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents

POWERS, HELP, ARMS, PROMISE = "independents", "help-in-attack", "arms-wanted", "promise-2015"
OFFICES = ["leader", "president", "ministry", "speaker", "adviser"]
OFFICE_DAY = "2017-01-20"  # Trump takes office
OPEN_TO = "2018-05-07"  # the day before the United States leave the deal
MEETING = "2015-11-23"  # Putin meets Khamenei
SOURCES = ["two", "one"]
Found = dict[str, Any]


@dataclass(frozen=True)
class Regard:
    """Documents on how one state's leaders see one power.

    Examples
    --------
    >>> from eastward import tables
    >>> regard = Regard(tables.load("documents"), "IRN", "RUS", range(2017, 2019), "2018-08-31")
    >>> regard.expects_force()["measured"].value
    0.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, tags, corroboration, date)."""
    focal: str
    """The state whose leaders speak."""
    partner: str
    """The power that they speak of."""
    period: range
    """Years of the words on powers and on help."""
    written: str
    """Day of the article."""

    # One method a declared test.

    def offices(self) -> Found:
        """Offices that named a gain of such powers while Europe was a choice."""

        def measure(sources):
            rows = self._rows(POWERS, OFFICE_DAY, OPEN_TO, sources)
            value = rows[documents.has(rows, "values")]
            return Measured(sum(documents.has(value, one).any() for one in OFFICES), len(rows))

        return self._headline(POWERS, measure, sources=SOURCES)

    def unasked(self) -> Found:
        """Such words that were not said to a guest or host."""

        def chosen(sources):
            rows = self._rows(POWERS, OFFICE_DAY, OPEN_TO, sources)
            return rows[documents.has(rows, "values") & documents.has(rows, "own-audience")]

        def measure(sources):
            return Measured(
                len(chosen(sources)), len(self._rows(POWERS, OFFICE_DAY, OPEN_TO, sources))
            )

        days = chosen("two")["date"]
        last = f"{days.max().day} {days.max():%B %Y}" if len(days) else "no day"
        return self._headline(POWERS, measure, sources=SOURCES) | {"last": last}

    def ranking(self) -> Found:
        """Share of the words on both sides that put such powers first."""

        def measure(sources):
            rows = self._rows(POWERS, *self._days(self.period), sources)
            return documents.share(
                rows.assign(topic=POWERS), POWERS, "east-first", "both", sources=sources
            )

        return self._headline(POWERS, measure, sources=SOURCES)

    def expects_force(self) -> Found:
        """Statements that expect the power to help by force."""
        return self._counted(HELP, "expects-force", *self._days(self.period))

    def stands_alone(self) -> Found:
        """Statements that the state would stand alone."""
        return self._counted(HELP, "expects-none", *self._days(self.period))

    def told(self) -> Found:
        """Statements that the power would stand by the state."""
        return self._counted(HELP, "stands-by", *self._days(self.period))

    def came(self) -> Found:
        """Attacks since the article in which the power helped by force."""
        rows = self._rows(HELP, self._next_day, None)
        attacks = rows[documents.has(rows, "attack")]
        found = {"measured": Measured(documents.has(attacks, "force").sum(), len(attacks))}
        years = [str(year) for year in attacks["date"].dt.year]
        told = " and ".join(filter(None, [", ".join(years[:-1]), *years[-1:]]))
        return self._known(HELP, found) | {"years": told}

    def asked(self, period: range) -> Found:
        """Share of the wishes for arms that name the power."""

        def measure(sources):
            rows = self._rows(ARMS, *self._days(period), sources)
            wishes = rows[documents.has(rows, "wants")]
            named = documents.has(wishes, self.partner)
            return Measured(100 * named.mean() if len(wishes) else None, len(wishes))

        return self._headline(ARMS, measure, sources=SOURCES)

    def taken(self, period: range) -> Found:
        """Share of wishes among the words on the power's arms."""

        def measure(sources):
            rows = self._rows(ARMS, *self._days(period), sources)
            own = rows[documents.has(rows, self.partner)]
            return documents.share(own, ARMS, "wants", "declines", sources=sources)

        found = self._headline(ARMS, measure, sources=SOURCES)
        n, wishes = found["measured"].n, found["measured"].count or 0
        return found | {"wishes": wishes, "refusals": n - wishes}

    def cited(self, period: range) -> Found:
        """Statements of leaders that come back to the promise."""
        return self._counted(PROMISE, "cites", self._after, f"{period[-1]}-12-31")

    def faith(self, period: range) -> Found:
        """Complaints of the power's faith or manners since."""
        return self._counted(PROMISE, "complaint", self._after, f"{period[-1]}-12-31")

    def printed(self) -> Found:
        """Reports of the day that print the words."""
        rows = self._rows(PROMISE, MEETING, "2015-11-30")
        return self._known(
            PROMISE, {"measured": Measured(documents.has(rows, "given").sum(), len(rows))}
        )

    def both_sides(self) -> Found:
        """Reports of the power's own side that print them."""
        rows = self._rows(PROMISE, MEETING, "2015-11-30")
        both = documents.has(rows, "given") & documents.has(rows, "russian")
        return self._known(PROMISE, {"measured": Measured(both.sum(), len(rows))})

    def told_since(self, start: str) -> pd.DataFrame:
        """Documents on help in an attack from a day on, for the figure."""
        return self._shown(HELP, start)

    def on_powers(self) -> pd.DataFrame:
        """Words on powers that Washington does not sway, in the years of the claim."""
        return self._shown(POWERS, f"{self.period[0]}-01-01")

    def _shown(self, topic: str, start: str) -> pd.DataFrame:
        searched = documents.searched(self.documents, topic, self.focal, self.partner)
        rows = self._rows(topic, start, None)
        return rows if searched else rows.head(0)

    @property
    def _after(self) -> str:
        return str((pd.Timestamp(MEETING) + pd.Timedelta(days=1)).date())

    @property
    def _next_day(self) -> str:
        return str((pd.Timestamp(self.written) + pd.Timedelta(days=1)).date())

    @staticmethod
    def _days(period: range) -> tuple[str, str]:
        return f"{period[0]}-01-01", f"{period[-1]}-12-31"

    def _rows(self, topic, start, end, sources="two") -> pd.DataFrame:
        return documents.rows(self.documents, topic, [self.focal], start, end, sources)

    def _counted(self, topic, tag, start, end) -> Found:
        def measure(sources):
            rows = self._rows(topic, start, end, sources)
            return Measured(documents.has(rows, tag).sum(), len(rows))

        return self._headline(topic, measure, sources=SOURCES)

    def _headline(self, topic, measure, **ways) -> Found:
        return self._known(topic, headline(measure, self.focal, **ways))

    def _known(self, topic, found) -> Found:
        return documents.known(found, self.documents, topic, self.focal, self.partner)
