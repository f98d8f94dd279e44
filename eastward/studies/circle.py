"""Friends and foes among a few states, year by year, and how well they add up.

Public names: :class:`Circle`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import pandas as pd

from eastward.measures import sanctions
from eastward.networks import balance
from eastward.networks.signed import layer, signed_graph

FIRST, LIST = 1992, "TSS"
EUROPE = {"GBR": "EUR", "FRA": "EUR", "DEU": "EUR"}
SOLDIERS, SUPPLY = 100, 0.25
WEAK = ["consultation"]  # pledges that make no friends by themselves
PLEDGED = ["defense", "offense", "neutrality", "nonaggression"]


@dataclass(frozen=True)
class Circle:
    """Signed ties of a state, three powers, Europe and the region.

    Examples
    --------
    >>> from eastward import tables
    >>> circle = Circle.of(tables.load, "IRN", "RUS", "USA", "CHN", 2024)
    >>> circle.years[0], circle.years[-1]
    (1992, 2020)
    """

    tables: dict[str, pd.DataFrame]
    """The tables that are read, by name."""
    nodes: list[str]
    """Codes; EUR stands for Germany, France and the United Kingdom."""
    last_year: int
    """Last year that had ended at the cut-off."""

    NAMES = (
        *("rivalries", "sanctions", "conflict_support", "pacts", "us_troops", "arms_shares"),
        "groups",
    )

    @classmethod
    def of(cls, table, focal, partner, rival, alternative, last_year: int) -> "Circle":
        """Read the tables through ``table``, such as :meth:`.Chapter.table`."""
        read = {name: table(name) for name in cls.NAMES}
        # round the ring friends stand mostly beside each other
        given = [focal, "SYR", partner, alternative, "TUR", "EUR", rival, "ISR", "SAU", "IRN"]
        nodes = list(dict.fromkeys(EUROPE.get(one, one) for one in given))
        return cls(read, nodes, last_year)

    @cached_property
    def years(self) -> range:
        """Years that the list of rivalries covers, to the cut-off."""
        listed = self.tables["rivalries"]
        last = listed.loc[listed["source"] == LIST, "year"].max()
        return range(FIRST, min(int(last), self.last_year) + 1) if pd.notna(last) else range(0)

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """All signed observations: year, layer, one, other, sign."""
        parts = [self._rivals(), self._sanctioned(), self._wars(), self._pledged(), self._armed()]
        rows = pd.concat([*parts, self._hosting()], ignore_index=True)
        for end in ("one", "other"):
            rows[end] = rows[end].replace(EUROPE)
        inside = rows["one"].isin(self.nodes) & rows["other"].isin(self.nodes)
        return rows[inside & (rows["one"] != rows["other"]) & rows["year"].isin(self.years)]

    @cached_property
    def graphs(self) -> dict[int, nx.Graph]:
        """Signed graph of every year."""
        found = {}
        for year, rows in self.pairs.groupby("year"):
            layers = {
                name: layer(one, ("one", "other"), "sign") for name, one in rows.groupby("layer")
            }
            found[int(year)] = signed_graph(layers, self.nodes, year=int(year))
        return {year: found[year] for year in self.years if year in found}

    @cached_property
    def edges(self) -> pd.DataFrame:
        """Lines of every year: frame, source, target, kind (friend, foe), layers, flip."""
        rows = []
        for year, graph in self.graphs.items():
            against = set(balance.frustration(graph).frustrated)
            for one, other, tie in graph.edges(data=True):
                pair = tuple(sorted((one, other)))
                kind = "friend" if tie["sign"] > 0 else "foe"
                rows.append((year, *pair, kind, ", ".join(tie["layers"]), pair in against))
        return pd.DataFrame(rows, columns=["frame", "source", "target", "kind", "layers", "flip"])

    @cached_property
    def census(self) -> pd.DataFrame:
        """By year: ties, triangles, balanced (share of them), flips (ties against the rule)."""
        rows = []
        for year, graph in self.graphs.items():
            share = balance.balanced_share(graph)
            least = balance.frustration(graph)
            rows.append(
                (year, graph.number_of_edges(), len(balance.triads(graph)), share, least.edges)
            )
        return pd.DataFrame(rows, columns=["year", "ties", "triangles", "balanced", "flips"])

    def sign(self, one: str, other: str) -> pd.Series:
        """Sign of one tie by year, 0 where there is none."""
        values = {
            year: graph.edges[one, other]["sign"] if graph.has_edge(one, other) else 0
            for year, graph in self.graphs.items()
        }
        return pd.Series(values, dtype=int)

    def told(
        self, focal: str, partner: str, labels: Mapping[str, str]
    ) -> dict[str, int | str | None]:
        """What the page says of the network."""
        if self.census.empty:
            return dict.fromkeys(
                ("pair", "friends", "camp_years", "flips", "camp_ties", "camp_last")
            )
        two = [EUROPE.get(one, one) for one in (focal, partner)]
        signs, last = self.sign(*two), self.census.iloc[-1]
        return {
            "pair": " and ".join(labels[one] for one in two),
            "friends": int((signs > 0).sum()),
            "camp_years": len(signs),
            "flips": int(last["flips"]),
            "camp_ties": int(last["ties"]),
            "camp_last": f"{last['year']:.0f}",
        }

    def _rows(
        self, name: str, frame: pd.DataFrame, one: str, other: str, sign: int
    ) -> pd.DataFrame:
        found = frame[["year", one, other]].set_axis(["year", "one", "other"], axis=1)
        return found.assign(layer=name, sign=sign)

    def _rivals(self) -> pd.DataFrame:
        listed = self.tables["rivalries"]
        return self._rows("rivals", listed[listed["source"] == LIST], "state_a", "state_b", -1)

    def _sanctioned(self) -> pd.DataFrame:
        sent = sanctions.with_members(self.tables["sanctions"], self.tables["groups"])
        return self._rows("sanctions", sent, "sender", "target", -1)

    def _wars(self) -> pd.DataFrame:
        """Troops in wars: for a government, against it, and against each other.

        Two who fight a third party are no friends by that alone.
        """
        rows = self.tables["conflict_support"]
        rows = rows[rows["source"] == "ACD"]
        led = rows["party"].where(rows["party"].str.fullmatch("[A-Z]{3}")).dropna()
        governments = rows.loc[led.index, ["conflict", "year", "side", "party"]].drop_duplicates()
        keys = ["conflict", "year"]
        sides = rows[[*keys, "side", "supporter"]].drop_duplicates()
        joined = sides.merge(governments, on=keys, suffixes=("", "_led"))
        same = joined["side"] == joined["side_led"]
        both = sides.merge(sides, on=keys, suffixes=("", "_other"))
        apart = both[
            (both["supporter"] < both["supporter_other"]) & (both["side"] != both["side_other"])
        ]
        return pd.concat(
            [
                self._rows("wars", joined[same], "supporter", "party", 1),
                self._rows("wars", joined[~same], "supporter", "party", -1),
                self._rows("wars", apart, "supporter", "supporter_other", -1),
            ]
        )

    def _pledged(self) -> pd.DataFrame:
        """Pledges in force; after the list's last year those of that year are taken to go on."""
        listed = self.tables["pacts"]
        listed = listed[(listed["source"] == "ATOP") & listed[PLEDGED].any(axis=1)]
        last = listed["year"].max()
        later = [
            listed[listed["year"] == last].assign(year=year) for year in self.years if year > last
        ]
        return self._rows("pledge", pd.concat([listed, *later]), "state", "partner", 1)

    def _armed(self) -> pd.DataFrame:
        shares = self.tables["arms_shares"]
        rows = shares[(shares["length"] == 5) & (shares["share"] >= SUPPLY)]
        return self._rows("arms", rows.rename(columns={"end": "year"}), "supplier", "recipient", 1)

    def _hosting(self) -> pd.DataFrame:
        troops = self.tables["us_troops"]
        rows = troops[troops["troops"] >= SOLDIERS].assign(power="USA")
        rows = rows[~rows["state"].isin(["SYR", "IRN"])]  # not on the invitation of the government
        return self._rows("soldiers", rows, "power", "state", 1)
