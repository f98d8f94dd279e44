"""Whether the tie of one state with a power moved at a shock, beside those of other states.

Public names: :class:`Pull`.
"""

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from eastward.inference.specification import explained, specification_grid
from eastward.measured import Measured, rank
from eastward.measures import alignment
from eastward.measures.rivals import STANDS_OUT
from eastward.studies.bonds import Bonds

Found = dict[str, Any]


@dataclass(frozen=True)
class Pull:
    """The index of a tie before and after a shock.

    Examples
    --------
    >>> from eastward import tables
    >>> bonds = Bonds.of(tables.load, "IRN", "RUS", "CHN", [1, 1, 1, 0, 0, 0])
    >>> pull = Pull(bonds, "2018-05-08", [2016, 2017], range(2017, 2019), 2024)
    >>> pull.after, pull.later[:2]
    (range(2018, 2019), range(2019, 2021))
    """

    bonds: Bonds
    shock: str
    """Day of the shock."""
    baseline: list[int]
    """First and last year before it that are compared."""
    period: range
    """Years that the claim speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""

    @property
    def year(self) -> int:
        """Year of the shock."""
        return int(self.shock[:4])

    @property
    def before(self) -> range:
        """Years of the baseline."""
        return range(self.baseline[0], self.baseline[1] + 1)

    @property
    def after(self) -> range:
        """Years from the shock to the end of the period, as far as they had ended."""
        return range(self.year, min(self.period[-1], self.last_year) + 1)

    @property
    def later(self) -> range:
        """Years after the period."""
        return range(max(self.period[-1], self.year) + 1, self.last_year + 1)

    @cached_property
    def choices(self) -> dict[str, dict[Any, Any]]:
        """Exchangeable choices, the headline first: each alternative by name."""
        main = {name: one for name, one in self.bonds.weights.items() if one}
        parts = [
            names for size in range(len(main) - 1, 0, -1) for names in combinations(main, size)
        ]
        end = self.baseline[1]
        befores = [self.before, *(range(end - length, end + 1) for length in (2, 3, 4))]
        return {
            "layers": {" + ".join(one): one for one in (tuple(main), *parts)},
            "votes": dict.fromkeys(["all votes", "without the Middle East", "same vote"]),
            "arms": dict.fromkeys([5, 3]),
            "before": {f"{one[0]}–{one[-1]}": one for one in befores},
            "others": dict.fromkeys(self.bonds.others),
            "scale": dict.fromkeys(["spreads", "ranks"]),
            "trend": dict.fromkeys(["left in", "taken off"]),
        }

    @cached_property
    def moves(self) -> pd.DataFrame:
        """Change of every state's tie with the power, in typical moves, by the headline choices."""
        return self._moves("partner", self.after)

    @cached_property
    def every(self) -> dict[tuple, pd.Series]:
        """The same for every combination of choices: values by state."""
        return self._every(self.after)

    def _every(self, after: Iterable[int]) -> dict[tuple, pd.Series]:
        states, found = self.bonds.states, {}
        among = {name: np.isin(states, one) for name, one in self.bonds.others.items()}
        for key in self._keys():
            change = self._changed("partner", after, *key)
            values = alignment.typical_values(change, among[key[4]])
            found[key] = pd.Series(values, index=states)
        return found

    @cached_property
    def grid(self) -> pd.DataFrame:
        """The ways to count for the state of interest."""

        def one(**choice: Any) -> Measured | None:
            key = tuple(choice.values())
            if key not in self.every:
                return None
            values = self.every[key]
            others = self.bonds.others[choice["others"]]
            value = values.get(self.bonds.focal)
            return Measured(value, values.reindex(others).notna().sum())

        return specification_grid(one, **{name: list(one) for name, one in self.choices.items()})

    @cached_property
    def shares(self) -> pd.Series:
        """Share of the ways to count in which each state's tie stands out, per cent."""
        values = pd.DataFrame(self.every)
        known = values.notna().sum(axis=1)
        return (100 * (values > STANDS_OUT).sum(axis=1) / known.where(known > 0)).dropna()

    # One method a declared test.

    def index(self) -> Found:
        """Change at the shock, beside comparable states and with all ways to count."""
        if not len(self.after):
            return self.told(self.moves, self.after) | {"specs": self.grid.head(0)}
        place = rank(
            self.moves["value"].reindex([self.bonds.focal, *self._peers]), self.bonds.focal
        )
        own = rank(self.shares.reindex([self.bonds.focal, *self._peers]), self.bonds.focal)
        weighing = explained(self.grid)
        return self.told(self.moves, self.after) | {
            "specs": self.grid,
            "place": place.place,
            "of": place.of,
            "ways_others": None if own.place is None else own.place - 1,
            "choice": weighing.index[0] if len(weighing) else None,
            "explains": 100 * weighing.iloc[0] if len(weighing) else None,
        }

    def ties_after(self) -> Found:
        """The same for the years after the period, layer by layer and with all ways to count."""
        known = self.known(["partner"])
        found = self.told(self._moves("partner", known), known, peers=False)
        if found["measured"].value is None:
            return found
        values = pd.Series(
            {key: one[self.bonds.focal] for key, one in self._every(known).items()}
        ).dropna()
        alone = {
            name: self._moves("partner", known, name)["value"].get(self.bonds.focal)
            for name, names in self.choices["layers"].items()
            if len(names) == 1
        }
        place = rank(
            self._moves("partner", known)["value"].reindex([self.bonds.focal, *self._peers]),
            self.bonds.focal,
        )
        return found | alone | {
            "place": place.place,
            "of": place.of,
            "ways": len(values),
            "ways_out": int((values > STANDS_OUT).sum()),
            "ways_down": int((values < 0).sum()),
        }  # fmt: skip

    @property
    def _peers(self) -> list[str]:
        return self.bonds.comparable

    def _keys(self) -> Iterable[tuple]:
        """Combinations that differ: a way to read a layer stands once where it does not count."""
        ways = self.choices
        for layers, names in ways["layers"].items():
            for votes in list(ways["votes"])[: None if "votes" in names else 1]:
                for arms in list(ways["arms"])[: None if "arms" in names else 1]:
                    for before in ways["before"]:
                        for others in ways["others"]:
                            for scale in ways["scale"]:
                                for trend in ways["trend"]:
                                    yield layers, votes, arms, before, others, scale, trend

    def _moves(
        self,
        tie: str,
        after: Iterable[int],
        layers: str | None = None,
        votes: str = "all votes",
        arms: int = 5,
        before: str | None = None,
        others: str = "comparable states",
        scale: str = "spreads",
        trend: str = "left in",
    ) -> pd.DataFrame:
        choice = (layers, votes, arms, before, others, scale, trend)
        change = pd.Series(self._changed(tie, after, *choice), index=self.bonds.states)
        return alignment.typical(change, self.bonds.others[others])

    def _changed(self, tie, after, layers, votes, arms, before, others, scale, trend) -> np.ndarray:
        """Change of the index by state, in the order of the states."""
        weights = self.bonds.weights
        if layers is not None:
            weights = {name: weights[name] for name in self.choices["layers"][layers]}
        years = self.before if before is None else self.choices["before"][before]
        panel = self.bonds.index(tie, years, weights, votes, arms, others, scale)
        values, at = panel.to_numpy(), {year: row for row, year in enumerate(panel.index)}
        needed = [*years, *after]
        if not len(after) or any(year not in at for year in needed):
            return np.full(len(panel.columns), np.nan)
        first, last = (values[[at[year] for year in span]] for span in (years, after))
        with np.errstate(invalid="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # a state without a value in a span
            change = np.nanmean(last, axis=0) - np.nanmean(first, axis=0)
        if trend == "taken off":
            change = change - alignment.carried(values, at, self.baseline[1], years, after)
        return change

    def known(self, ties: list[str]) -> list[int]:
        """Years after the period for which the index with each of some powers is known."""
        years = set(self.later)
        for tie in ties:
            years &= set(self.bonds.index(tie, self.before).dropna(how="all").index)
        return sorted(years)

    def one(self, frame: pd.DataFrame) -> Measured:
        """The state of interest in a measure of all states."""
        return Measured.of(frame, self.bonds.focal)

    def told(self, frame: pd.DataFrame, after, peers: bool = True) -> Found:
        """A measure of all states as a test takes it, with the years as words."""
        own, after = self.one(frame), list(after)
        found = {"measured": own, "fall": None if own.value is None else -own.value}
        if peers:
            found["peers"] = frame.loc[[one for one in self._peers if one in frame.index]]
        return found | {
            "base": _spanned(self.before),
            "after": _spanned(after) if after else "",
            "change": frame["change"].get(self.bonds.focal),
            "middle": frame["median"].get(self.bonds.focal),
        }


def _spanned(years) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"
