"""What one state asked of its region: to do without outsiders, and to settle its issues itself.

Public names: :class:`Appeals`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import appeals, documents
from eastward.measures.series import LENGTH

TOPIC = "local-frameworks"
DECADE = 10
THEMES = {
    "own": "the region is for its own states",
    "away": "all outsiders should stay away",
    "scheme": "a particular frame",
}
WINDOWS = {"start": [1979, 1980, 1981], "length": [LENGTH, 4]}
Found = dict[str, Any]


@dataclass(frozen=True)
class Appeals:
    """Speeches in the General Debate of the United Nations, and proposals made elsewhere.

    Examples
    --------
    >>> from eastward import tables
    >>> asked = Appeals.of(tables.load, "IRN", range(1979, 2016), 2024, 2018)
    >>> asked.all_outsiders()["measured"].n  # speeches on record
    37
    """

    documents: pd.DataFrame
    """Dated documents (topic, tags, corroboration, date); one row a speech that says so."""
    speeches: pd.DataFrame
    """All speeches in the General Debate (state, year)."""
    focal: str
    """The state of interest."""
    period: range
    """Years that the claim speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""
    written: int
    """Year of the article; what came later begins after it."""

    @classmethod
    def of(cls, table, focal: str, period: range, last_year: int, written: int) -> "Appeals":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        return cls(table("documents"), table("speeches"), focal, period, last_year, written)

    @property
    def years(self) -> range:
        """Years of the period that are known."""
        return range(self.period[0], min(self.period[-1], self.last_year) + 1)

    @cached_property
    def said(self) -> pd.DataFrame:
        """What was said when (year, theme), to the cut-off."""
        rows = [(year, theme) for theme in THEMES for year in self._said([theme], self._known)]
        return pd.DataFrame(rows, columns=["year", "theme"])

    @cached_property
    def spoken(self) -> int:
        """Year of the state's last speech on record, 0 without one."""
        own = self.speeches.loc[self.speeches["state"] == self.focal, "year"]
        return int(own.max()) if len(own) else 0

    # One method a declared test.

    def all_outsiders(self) -> Found:
        """Speeches that want outsiders in general to stay away."""
        said = self._said(["away"], self.years)
        found = {"measured": Measured(len(said), self._spoken(self.years))}
        return self._searched(found) | {"last": max(said, default=None)}

    def windows(self) -> Found:
        """Windows of years with such a speech."""
        return self._windows({"general": ["away"], "any": ["away", "american"]})

    def calls(self) -> Found:
        """Windows with a speech that leaves the region's issues to its own states."""
        return self._windows({"own": ["own"], "own or scheme": ["own", "scheme"]})

    def decades(self) -> Found:
        """Decades with a call or a proposal."""

        def measure(tags):
            said = self._said(tags, self.years)
            found = appeals.windows_with(said, self.years, self.period[0], DECADE)
            return Measured(found["said"].sum(), len(found))

        tags = [["own", "scheme"], ["own"], ["scheme"]]
        calls = self.calls()
        facts = {"with_one": calls["with_one"], "windows": calls["measured"].n}
        return self._searched(headline(measure, self.focal, tags=tags)) | facts

    def schemes(self) -> Found:
        """Windows in which a particular frame was proposed."""
        said = self._said(["scheme"], self.years)

        def measure(start, length):
            found = appeals.windows_with(said, self.years, start, length)
            return Measured(found["said"].sum(), len(found))

        found = headline(measure, self.focal, **WINDOWS)
        return self._searched(found) | {
            "first": min(said, default=None),
            "last": max(said, default=None),
        }

    def after(self) -> Found:
        """Share of the speeches since the article that want outsiders to stay away."""
        later = range(self.written + 1, self.last_year + 1)
        spoken, said = self._spoken(later), self._said(["away"], later)
        share = Measured(100 * len(said) / spoken if spoken else None, spoken)
        return self._searched({"measured": share}) | {"said": len(said)}

    @property
    def _known(self) -> range:
        return range(self.period[0], self.last_year + 1)

    def _windows(self, tags: dict[str, list[str]]) -> Found:
        def found(read, start, length):
            said = self._said(tags[read], self.years)
            return appeals.windows_with(said, self.years, start, length)

        def measure(**choice):
            return appeals.share(found(**choice))

        first = found(next(iter(tags)), self.period[0], LENGTH)
        empty = first.loc[~first["said"], "window"]
        ends = [min(one + LENGTH - 1, self.years[-1]) for one in empty]
        facts = {
            "with_one": int(first["said"].sum()),
            "silent": ", ".join(map("{}–{}".format, empty, ends)) or "none",
        }
        return self._searched(headline(measure, self.focal, read=tags, **WINDOWS)) | facts

    def _said(self, tags: list[str], years: range) -> list[int]:
        if not documents.searched(self.documents, TOPIC, self.focal):
            return []
        known = documents.rows(self.documents, TOPIC, [self.focal])
        return appeals.years_with(known[documents.has(known, *tags)], years)

    def _spoken(self, years: range) -> int:
        own = self.speeches[self.speeches["state"] == self.focal]
        return int(own["year"].isin(years).sum())

    def _searched(self, found: Found) -> Found:
        return documents.known(found, self.documents, TOPIC, self.focal)
