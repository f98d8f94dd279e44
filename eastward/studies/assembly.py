"""Where one state stands between two powers in the General Assembly.

Public names: :class:`Assembly`.
"""

from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measures import condemnation, standing, voting
from eastward.measures.council import PERMANENT
from eastward.networks.flows import closest
from eastward.networks.layout import by_agreement
from eastward.studies.pledges import Pledges

# Drawn beside the powers: regional neighbours, allies and founders of the movement.
SHOWN = ["DEU", "POL", "TUR", "ISR", "IRN", "CUB", "EGY", "IDN", "IND", "PAK", "SAU", "SYR", "VEN"]
LEAST = 20  # common votes of a pair in a year that is drawn
Found = dict[str, Any]


@dataclass(frozen=True)
class Assembly:
    """Votes in the General Assembly, window by window, seen from one state.

    Examples
    --------
    >>> from eastward import tables
    >>> pledges = Pledges.of(tables.load, "IRN", "RUS", "USA", range(1979, 2019), 2024)
    >>> Assembly.of(tables.load, pledges).uses_of_force()["measured"].n  # deeds
    6
    """

    votes: pd.DataFrame
    """Votes (rollcall, and a column a state)."""
    rollcalls: pd.DataFrame
    """Roll calls (rollcall, resolution, year, me and other topics)."""
    points: pd.DataFrame
    """Ideal points (state, year, ideal_point)."""
    pledges: Pledges
    """Whose votes, which powers, and the allies to compare with."""

    @classmethod
    def of(cls, table, pledges: Pledges) -> "Assembly":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        cast = voting.cast(table("unga_votes"))
        return cls(cast, *map(table, ("unga_rollcalls", "ideal_points")), pledges)

    @cached_property
    def calls(self) -> pd.DataFrame:
        """Roll calls of the period."""
        return self._inside(self.rollcalls)

    @cached_property
    def everyone(self) -> pd.DataFrame:
        """Agreement of all pairs of states by window."""
        return standing.agreements(self.votes, self.calls, self.pledges.start)

    @cached_property
    def pairs(self) -> dict[str, pd.DataFrame]:
        """Nearness to the two powers, measured in five ways."""
        start, two = self.pledges.start, self.pledges.two
        with_two, calls = partial(self._agreements, start=start), self.calls
        return {
            "all votes": self.everyone[self.everyone["other"].isin(two)],
            "a year later": self._agreements(calls[calls["year"] > start], start + 1),
            "chance taken off": with_two(calls, method="kappa"),
            "without Palestine": with_two(calls[~calls["me"]]),
            "ideal points": standing.by_ideal_point(self._inside(self.points), two, start),
        }

    @cached_property
    def places(self) -> pd.DataFrame:
        """Every state's place by its agreement with the two powers, window by window."""
        one = self.pledges
        return standing.plane(self.pairs["all votes"], *one.two, self._allied("ATOP"))

    def network(self) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, tuple[float, float]]]:
        """Each shown state's strongest line by year, the state's lines to the powers, places."""
        one = self.pledges
        shown = list(dict.fromkeys([one.focal, *one.two, *PERMANENT, *SHOWN]))
        ballots = self.votes[["rollcall", *shown]]
        yearly = voting.agreement(ballots, self.calls, minimum=LEAST)
        return *closest(yearly, shown, one.focal, one.two), by_agreement(yearly, shown, *one.two)

    # One method a declared test.

    def in_step(self) -> Found:
        """Windows in which the state agreed less with each power than its median ally."""
        allied = cache(self._allied)

        @cache
        def measure(votes, source):
            start = self.pledges.start + (votes == "a year later")
            return standing.below_allies(self.pairs[votes], allied(source, start), self.pledges.two)

        ways = {"votes": list(self.pairs), "source": self.pledges.sources}
        found = headline(measure, self.pledges.focal, self.pledges.friends, **ways)
        return found | self._beside(measure("all votes", "ATOP")) | self._last_window

    def in_step_after(self) -> Found:
        """The same year by year after the period."""
        one = self.pledges
        calls = self.rollcalls[self.rollcalls["year"] > one.period[-1]]
        pairs = self._agreements(calls, one.period[-1] + 1, length=1)
        allied = one.allied("ATOP", one.later, 1)
        return headline(lambda: standing.below_allies(pairs, allied, one.two), one.focal)

    def uses_of_force(self) -> Found:
        """Uses of force by each power that the state voted to deplore, the lower share."""
        one = self.pledges
        count = partial(condemnation.against_both, rollcalls=self.calls, powers=one.two)
        return headline(
            partial(count, self.votes),
            one.focal,
            one.friends,
            partial(count, self.votes.filter(["rollcall", one.focal])),
            absent=[True, False],
            most=[0.5, 0.01, 1.0],
            without=["", "Nicaragua"],
        )

    def _beside(self, everyone: pd.DataFrame) -> Found:
        """How many states without a treaty were below both median allies as often as the state."""
        one = self.pledges
        rest = everyone.drop([one.focal, *one.friends, *one.two], errors="ignore")["value"]
        own = everyone["value"].get(one.focal)
        return {"unbound": len(rest), "as_often": None if own is None else int((rest >= own).sum())}

    @cached_property
    def _last_window(self) -> Found:
        """The state's agreement with the first power in the last window, and its place in it."""
        last = self.places[self.places["window"] == self.places["window"].max()]
        near = last.set_index("state")["one"]
        focal, allied = self.pledges.focal, last["kind"] == self.pledges.partner
        if focal not in near:
            return {}
        return {
            "last_window": int(last["window"].iloc[0]),
            "last_own": near[focal],
            "last_ally": last.loc[allied, "one"].median(),
            "last_place": int((near > near[focal]).sum()) + 1,
            "last_states": len(near),
        }

    def _inside(self, frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["year"].between(self.pledges.start, self.pledges.last)]

    def _agreements(self, calls, start, **how) -> pd.DataFrame:
        return standing.agreements(self.votes, calls, start, involving=self.pledges.two, **how)

    def _allied(self, source: str, start: int | None = None) -> pd.DataFrame:
        first = self.pledges.start if start is None else start
        return self.pledges.allied(source, range(first, self.pledges.last + 1))
