"""Rival explanations of a turn, each held against the ties of four dates.

Public names: :class:`Contest`.
"""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from eastward.measures import alignment, rivals
from eastward.studies.bonds import MAIN, Bonds

SPAN = 3  # years on either side of a date
FEWEST = 2  # of the later ones that must be known
DATES = ("2001", "2014", "shock", "2022")


@dataclass(frozen=True)
class Contest:
    """Changes of the ties with four powers at four dates, and what they leave of each rival.

    Examples
    --------
    >>> from eastward import tables
    >>> bonds = Bonds.of(tables.load, "IRN", "RUS", "CHN", [1, 1, 1, 0, 0, 0])
    >>> Contest(bonds, 2018).changes.shape
    (4, 4)
    """

    bonds: Bonds
    shock: int
    """Year of the shock."""

    @cached_property
    def years(self) -> dict[str, int]:
        """First year after each date."""
        return {one: self.shock if one == "shock" else int(one) for one in DATES}

    @cached_property
    def cells(self) -> pd.DataFrame:
        """Date, tie, value (typical moves), layers (those that are known), last (year)."""
        return pd.DataFrame(
            [self._cell(date, tie) for date in DATES for tie in self.bonds.powers],
            columns=["date", "tie", "value", "layers", "last"],
        )

    @cached_property
    def changes(self) -> pd.DataFrame:
        """The same as dates by ties."""
        return self.cells.pivot(index="date", columns="tie", values="value").reindex(DATES)

    @cached_property
    def weighed(self) -> pd.DataFrame:
        """Every prediction of every rival beside what was found."""
        return rivals.weighed(self.changes)

    @cached_property
    def standing(self) -> pd.DataFrame:
        """By rival: predictions that held, failed, and could not be told."""
        counts = self.weighed.groupby("rival", sort=False)["held"].value_counts().unstack()
        counts = counts.reindex(columns=["yes", "no", "between", "unknown"]).fillna(0).astype(int)
        return counts.reindex(list(rivals.RIVALS))

    def left(self) -> list[str]:
        """Rivals of which something held and nothing failed."""
        found = self.standing
        return list(found.index[(found["no"] == 0) & (found["yes"] > 0)])

    def told(self) -> dict[str, str | int]:
        """What the page says of the rivals."""
        found, left = self.standing, self.left()
        return {
            "left": ", ".join(left) or "none",
            "held": int(found["yes"].sum()),
            "failed": int(found["no"].sum()),
            "untold": int(found["unknown"].sum() + found["between"].sum()),
        }

    def _cell(self, date: str, tie: str):
        year = self.years[date]
        before = range(year - SPAN, year)
        known, parts, last = [], {}, []
        for name in MAIN:
            if not self.bonds.weights[name]:
                continue
            layer = self.bonds.layer(name, tie)
            after = [one for one in range(year, year + SPAN) if one in layer.index]
            own = layer.get(self.bonds.focal, pd.Series(dtype=float))
            if len(after) < FEWEST or own.reindex([*before, *after]).isna().any():
                continue
            scaled = alignment.spreads(layer, before, self.bonds.comparable)
            parts[name] = alignment.shift(scaled, before, after)
            known.append(name)
            last.append(after[-1])
        parts = {name: one for name, one in parts.items() if one.notna().any()}
        if not parts:
            return date, tie, None, "", None
        weights = {name: self.bonds.weights[name] for name in parts}
        total = sum(one.fillna(float("nan")) * weights[name] for name, one in parts.items())
        change = total / sum(weights.values())
        found = alignment.typical(change, self.bonds.comparable)["value"]
        return date, tie, found.get(self.bonds.focal), ", ".join(parts), max(last)
