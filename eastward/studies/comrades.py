"""Two states in one war, and whether they, or one of them and another power, had been so before.

Public names: :class:`Comrades`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from eastward.inference.headline import headline
from eastward.measured import Measured
from eastward.measures import documents, pacts, support
from eastward.measures.council import PERMANENT

BEFORE = 1979  # the revolution
BEGAN = 2011  # Syria's war
TOGETHER = 2015  # the move that is said to be without precedent
GOVERNMENTS = ("SYR", "Government of Syria")
HELP = ["defense", "offense"]
NEAR = ["Afghanistan"]  # not in the Middle East, and a war in which the region's states took sides
Found = dict[str, Any]


@dataclass(frozen=True)
class Comrades:
    """Troops, support, treaties and joint acts of one state and one power.

    Examples
    --------
    >>> from eastward import tables
    >>> two = Comrades.of(tables.load, "IRN", "RUS", range(2015, 2019), 2024, "2018-08-31")
    >>> two.troops()["measured"].value  # years with troops of both beside Syria's government
    4.0
    """

    documents: pd.DataFrame
    """Dated documents (topic, actors, tags, corroboration, end_date)."""
    backing: pd.DataFrame
    """Who supported whom in which conflict (the table conflict_support)."""
    pacts: pd.DataFrame
    """Pledges by treaty."""
    region: list[str]
    """Labels of the states of the Middle East."""
    labels: dict[str, str]
    """Label of every state by ISO3 code."""
    focal: str
    """The state of interest."""
    partner: str
    """The power that it is said to have joined."""
    period: range
    """Years of the alliance that the claim speaks of."""
    last_year: int
    """Last year that had ended at the cut-off."""
    written: str
    """Day of the article."""

    @classmethod
    def of(
        cls, table, focal: str, partner: str, period: range, last_year: int, written: str
    ) -> "Comrades":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        labels = table("states").set_index("iso3")["label"].to_dict()
        groups = table("groups")
        codes = groups.loc[groups["group"] == "middle_east", "iso3"]
        region = sorted(labels[code] for code in codes)
        read = map(table, ("documents", "conflict_support", "pacts"))
        return cls(*read, region, labels, focal, partner, period, last_year, written)

    @cached_property
    def wars(self) -> pd.Series:
        """Name of each conflict."""
        return support.wars(self.backing, self.labels)

    @cached_property
    def spells(self) -> pd.DataFrame:
        """Runs of years in which the two stood together or apart, by war and kind."""
        listed, sent = self._listed("ESD"), self._listed("ACD")
        kinds = {
            "same party": support.same_party(listed, self.focal, self.partner),
            "both with troops": support.same_side(sent, self.focal, self.partner),
            "opposite sides": support.opposite_sides(listed, self.focal, self.partner),
        }
        near = self.wars.index[self.wars.isin([*self.region, *NEAR])]
        kept = {kind: rows[rows["conflict"].isin(near)] for kind, rows in kinds.items()}
        return support.spans(kept, self.wars)

    @property
    def drawn(self) -> int | str:
        """Last year of these runs."""
        return int(self.spells["end"].max()) if len(self.spells) else ""

    # One method a declared test.

    def concert(self) -> Found:
        """Acts of both states' forces together in Syria's war."""
        topic, both = "concert-syria", [self.focal, self.partner]
        days = f"{self.period[0]}-01-01", self.written
        found = self._counted(topic, "joint-act", both, *days)
        known = documents.rows(self.documents, topic, both, *days)
        acts = known[documents.has(known, "joint-act")]
        titles = " and ".join(f"{day:%B %Y}" for day in acts["date"])
        return documents.known(found, self.documents, topic, self.focal, self.partner) | {
            "titles": titles
        }

    def troops(self) -> Found:
        """Years with troops of both on the side of Syria's government."""
        years = self._beside_damascus()
        known = [one for one in self._seen("ACD") if one in self.period]
        inside = sorted(set(years) & set(known))
        return {
            "measured": Measured(len(inside), len(known)) if known else None,
            "first": min(inside, default=None),
            "last": max(inside, default=None),
        }

    def troops_after(self) -> Found:
        """The same since the article, as a share of years."""
        known = [one for one in self._seen("ACD") if one > self.period[-1]]
        inside = set(self._beside_damascus()) & set(known)
        share = Measured(100 * len(inside) / len(known), len(known)) if known else None
        return {"measured": share, "years": len(inside)}

    def treaty(self) -> Found:
        """Years with a promise of help in war between the two."""
        known = range(self.period[0], min(self.period[-1], self.last_year) + 1)
        counted = pacts.pledge_years(self.pacts, self.focal, [self.partner], known)
        counted = counted[counted["source"] == "ATOP"].set_index("kind")
        observed = int(counted.loc["any", "observed"])
        held = counted.drop(index="any").query("years > 0").index
        years = counted.loc[HELP, "years"].max()
        words = [kind.replace("nonaggression", "non-aggression") for kind in held]
        return {
            "measured": Measured(years, observed) if observed else None,
            "pledges": ", ".join(words) or "no pledge",
        }

    def earlier_concert(self) -> Found:
        """Acts in concert with any power in a war of the region, before Syria's."""
        return self._counted("precedents", "concert", [self.focal], None, f"{BEGAN - 1}-12-31")

    def help(self) -> Found:
        """Documents that show a power's arms taken for a war with a neighbour."""
        return self._counted("precedents", "help", [self.focal], None, f"{BEGAN - 1}-12-31")

    def same_party(self) -> Found:
        """Earlier wars in which the two supported one party for years running."""
        seen = [one for one in self._seen("ESD") if BEFORE <= one < BEGAN]
        joint = support.same_party(self._listed("ESD"), self.focal, self.partner)

        def runs(running, region, since):
            rows = joint[joint["year"].between(since, BEGAN - 1)]
            return support.running(rows[self._near(rows, region)], running)

        def measure(**choice):
            return Measured(runs(**choice)["conflict"].nunique(), len(seen))

        ways = {
            "running": [3, 2, 1, 4],
            "region": ["Afghanistan too", "Middle East"],
            "since": [BEFORE, BEFORE + 10],
        }
        own = runs(3, "Afghanistan too", BEFORE)
        return headline(measure, self.focal, **ways) | {
            "names": ", ".join(dict.fromkeys(own["conflict"].map(self.wars))) or "none",
            "longest": own["years"].max() if len(own) else None,
            "since": own["start"].min() if len(own) else None,
            "until": own["end"].max() if len(own) else None,
        }

    def earlier_troops(self) -> Found:
        """Earlier wars of the region in which the state's troops stood beside a power's."""
        end = min(TOGETHER - 1, self.last_year)
        seen = [one for one in self._seen("ACD") if BEFORE <= one <= end]
        sent = self._listed("ACD")

        def measure(powers, region):
            joint = pd.concat(support.same_side(sent, self.focal, power) for power in powers)
            joint = joint[joint["year"].between(BEFORE, end)]
            return Measured(joint.loc[self._near(joint, region), "conflict"].nunique(), len(seen))

        others = [power for power in PERMANENT if power != self.focal]
        ways = {
            "powers": [others, [self.partner]],
            "region": ["Afghanistan too", "Middle East", "anywhere"],
        }
        return headline(measure, self.focal, **ways) | {"end": end}

    def _counted(self, topic: str, tag: str, actors: list[str], *days) -> Found:
        def measure(sources):
            known = documents.rows(self.documents, topic, actors, *days, sources=sources)
            return Measured(documents.has(known, tag).sum(), len(known))

        found = headline(measure, self.focal, sources=["two", "one"])
        return documents.known(found, self.documents, topic, self.focal, self.partner)

    def _listed(self, source: str) -> pd.DataFrame:
        rows = self.backing[self.backing["source"] == source]
        return rows[rows["year"] >= BEFORE]

    def _seen(self, source: str) -> list[int]:
        """Years that a list of support covers."""
        last = self._listed(source)["year"].max()
        return [] if pd.isna(last) else list(range(BEFORE, int(last) + 1))

    def _beside_damascus(self) -> list[int]:
        joint = support.same_side(self._listed("ACD"), self.focal, self.partner)
        there = joint["conflict"].isin(self._syria) & (joint["side"] == "A")
        return sorted(joint.loc[there & (joint["year"] >= BEGAN), "year"].unique())

    @cached_property
    def _syria(self) -> set[int]:
        return set(self.backing.loc[self.backing["party"].isin(GOVERNMENTS), "conflict"])

    def _near(self, joint: pd.DataFrame, region: str) -> pd.Series:
        """Whether each conflict is one of the region's, Syria's war left out."""
        near = [*self.region, *NEAR] if region == "Afghanistan too" else self.region
        there = joint["conflict"].map(self.wars).isin(near) | (region == "anywhere")
        return there & ~joint["conflict"].isin(self._syria)
