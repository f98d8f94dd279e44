"""Ties of all states with a few powers: layers, index, and who is comparable.

Public names: :class:`Bonds`, :data:`LAYERS`, :data:`MAIN`, :data:`PRESSED`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from eastward.measures import alignment, ties, voting
from eastward.measures import trade as flows
from eastward.measures.bilateral import SOVIET, WEST
from eastward.measures.council import PERMANENT

LAYERS = ("votes", "trade", "arms", "pledges", "news", "exercises")
MAIN = LAYERS[:3]  # that reach past 2018 for all states
FIRST = 1992  # the first year of Russia as a state
PRESSED = ("IRN", "VEN", "TUR", "CUB")  # on whom Washington put new pressure in 2017 and 2018
EUROPE = ("DEU", "FRA", "GBR")  # in votes, arms, pledges and exercises; in trade and news the EU
TOPIC = "me"  # votes on the Middle East
BEFORE_BREXIT = 2018


@dataclass(frozen=True)
class Bonds:
    """Layers of the ties with each power, for every state that reports its trade.

    Examples
    --------
    >>> from eastward import tables
    >>> bonds = Bonds.of(tables.load, "IRN", "RUS", "CHN", [1, 1, 1, 0, 0, 0])
    >>> bonds.powers["Europe"]["votes"]
    ['DEU', 'FRA', 'GBR']
    """

    tables: Mapping[str, pd.DataFrame]
    """The tables that the layers are made of, by name."""
    focal: str
    """The state of interest."""
    partner: str
    """The power that it is said to move to."""
    alternative: str
    """The other power that it could move to."""
    weights: Mapping[str, int]
    """Weight of each layer in the index."""
    _made: dict = field(default_factory=dict, compare=False, repr=False)

    NAMES = (
        *("unga_votes", "unga_rollcalls", "trade", "trade_world", "arms_shares", "pacts"),
        *("event_dyads_yearly", "event_dyads", "exercises", "exercises_russia", "groups"),
    )

    @classmethod
    def of(cls, table, focal: str, partner: str, alternative: str, weights: list[int]) -> "Bonds":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        read = {name: table(name) for name in cls.NAMES}
        return cls(read, focal, partner, alternative, dict(zip(LAYERS, weights, strict=True)))

    @cached_property
    def union(self) -> list[str]:
        """Members of the European Union, the United Kingdom included."""
        return flows.members(self.tables["groups"], "EU", BEFORE_BREXIT)

    @cached_property
    def powers(self) -> dict[str, dict[str, list[str]]]:
        """Codes of each power by layer: partner, alternative, India and Europe."""
        single = {"partner": self.partner, "alternative": self.alternative}
        if "IND" not in (self.focal, *single.values()):
            single["India"] = "IND"
        found = {name: {key: [code] for key in LAYERS} for name, code in single.items()}
        taken = {self.focal, *single.values()}
        three = [one for one in EUROPE if one not in taken]
        union = [one for one in self.union if one not in taken]
        europe = {name: union if name in ("trade", "news") else three for name in LAYERS}
        return found | {"Europe": europe}

    @cached_property
    def states(self) -> list[str]:
        """All states that report their trade; Hong Kong, which reports too, is none."""
        return sorted(set(self.tables["trade"]["reporter"]) - {"HKG"})

    @cached_property
    def comparable(self) -> list[str]:
        """States under no new pressure, outside the West, the former Soviet Union, the powers."""
        out = {*self.union, *WEST, *SOVIET, *PERMANENT, *PRESSED}
        out |= {self.focal, self.partner, self.alternative}
        return [one for one in self.states if one not in out]

    @cached_property
    def others(self) -> dict[str, list[str]]:
        """Groups of states that a change can be held against."""
        groups = self.tables["groups"]
        near = set(groups.loc[groups["group"] == "middle_east", "iso3"])
        every = [one for one in self.states if one not in (self.focal, self.partner)]
        return {
            "comparable states": self.comparable,
            "all states": every,
            "the Middle East": [one for one in every if one in near],
        }

    @cached_property
    def cast(self) -> pd.DataFrame:
        """How each state voted on each roll call."""
        return voting.cast(self.tables["unga_votes"])

    def layer(self, name: str, tie: str, votes: str = "all votes", arms: int = 5) -> pd.DataFrame:
        """Panel of one layer with one power, from 1992 on: years by states that report trade."""
        variant = {"votes": votes, "arms": arms}.get(name)
        key = (name, tie, variant)
        if key not in self._made:
            panel = self._panel(name, self.powers[tie][name], variant)
            panel = panel[panel.index >= FIRST]
            self._made[key] = panel.reindex(columns=self.states)
        return self._made[key]

    def index(
        self,
        tie: str,
        before: Iterable[int],
        weights: Mapping[str, int] | None = None,
        votes: str = "all votes",
        arms: int = 5,
        others: str = "comparable states",
        scale: str = "spreads",
    ) -> pd.DataFrame:
        """The index of alignment with one power: years by states."""
        weights = self.weights if weights is None else weights
        key = (tie, tuple(before), tuple(weights.items()), votes, arms, others, scale)
        if key not in self._made:
            layers = {
                name: self._scaled(name, tie, votes, arms, tuple(before), others, scale)
                for name, weight in weights.items()
                if weight
            }
            self._made[key] = alignment.index(layers, weights)
        return self._made[key]

    def _scaled(self, name, tie, votes, arms, before, others, scale) -> pd.DataFrame:
        variant = {"votes": votes, "arms": arms}.get(name)
        # a rank does not depend on the years that a spread is taken from
        key = ("scaled", name, tie, variant, before if scale == "spreads" else None, others, scale)
        if key not in self._made:
            layer, group = self.layer(name, tie, votes, arms), self.others[others]
            spread = scale == "spreads"
            self._made[key] = (
                alignment.spreads(layer, before, group) if spread else alignment.ranks(layer, group)
            )
        return self._made[key]

    def _panel(self, name: str, power: list[str], variant) -> pd.DataFrame:
        read = self.tables
        if name == "votes":
            calls = read["unga_rollcalls"]
            calls = calls[calls["year"] >= FIRST]
            if variant == "without the Middle East":
                calls = calls[~calls[TOPIC].astype(bool)]
            method = "identical" if variant == "same vote" else "agreement"
            return ties.votes(self.cast, calls, power, method)
        if name == "trade":
            return ties.trade(read["trade"], read["trade_world"], power)
        if name == "arms":
            return ties.arms(read["arms_shares"], power, variant)
        if name == "pledges":
            return ties.pledges(read["pacts"], power, self.states)
        if name == "exercises":
            return ties.exercises(read["exercises"], read["exercises_russia"], power, self.states)
        return ties.news(self._told, power)

    @cached_property
    def _told(self) -> pd.DataFrame:
        """Reports by year: those of 2002 to 2014, and what there is of 2018."""
        daily = self.tables["event_dyads"]
        daily = daily.assign(year=daily["date"].dt.year)
        yearly = self.tables["event_dyads_yearly"]
        rows = daily[~daily["year"].isin(yearly["year"].unique())]
        columns = ["source", "target", "year", "verbal_cooperation", "material_cooperation"]
        summed = rows[columns].groupby(columns[:3], as_index=False).sum()
        return pd.concat([yearly[columns], summed], ignore_index=True)
