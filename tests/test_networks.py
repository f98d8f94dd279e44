"""Graphs, measures on them and layouts. The states A to E are not real."""

import networkx as nx
import pandas as pd
import pytest

from eastward import claims, networks

TRADE = pd.DataFrame(
    [
        ("A", "B", 2000, 10.0),
        ("B", "A", 2000, 5.0),
        ("A", "C", 2000, 1.0),
        ("B", "C", 2000, 8.0),
        ("C", "D", 2000, 3.0),
        ("A", "B", 2001, 99.0),
        ("A", "X", 2000, 7.0),
        ("B", "D", 2000, 0.0),
    ],
    columns=["reporter", "partner", "year", "exports_musd"],
)


def test_trade_adds_both_directions_and_keeps_lonely_nodes():
    graph = networks.trade(TRADE, ["A", "B", "C", "D", "E"], 2000)
    assert graph["A"]["B"]["weight"] == 15.0
    assert set(graph) == {"A", "B", "C", "D", "E"}
    assert graph.degree("E") == 0
    assert not graph.has_edge("B", "D")  # nothing traded, no edge


def test_backbone_keeps_each_nodes_strongest_and_all_of_the_centre():
    graph = networks.trade(TRADE, list("ABCD"), 2000)
    kept = networks.backbone(graph, keep=1)
    assert {frozenset(edge) for edge in kept.edges} == {
        frozenset("AB"),
        frozenset("BC"),
        frozenset("CD"),
    }
    assert networks.backbone(graph, keep=1, centre="A").has_edge("A", "C")


def test_strength_sums_to_twice_the_edges():
    graph = networks.trade(TRADE, list("ABCDE"), 2000)
    table = networks.strengths(graph)
    assert table["strength"].sum() == 2 * graph.size(weight="weight")
    assert table["node"].iloc[0] == "B"
    assert table.set_index("node").loc["E", "centrality"] == 0.0


def test_strengths_of_a_graph_without_edges():
    graph = networks.trade(TRADE, ["A", "E"], 1990)
    assert networks.strengths(graph)["centrality"].tolist() == [0.0, 0.0]


def test_edges_list_every_edge_once():
    graphs = [networks.trade(TRADE, list("ABCD"), year) for year in (2000, 2001)]
    table = networks.edges(graphs)
    assert len(table) == sum(graph.number_of_edges() for graph in graphs)
    assert (table["source"] < table["target"]).all()
    assert not table.duplicated(["year", "source", "target"]).any()


def test_wheel_puts_everyone_in_a_place_of_their_own():
    place = networks.wheel("A", ["B", "C"], ["A", "D", "E"])
    assert place["A"] == (0.0, 0.0)
    assert len(set(place.values())) == 5
    assert place["B"][1] > 0 > place["D"][1]


def test_argument_map_is_acyclic_and_leads_to_the_thesis():
    graph = networks.argument_map(claims.registry())
    assert nx.is_directed_acyclic_graph(graph)
    assert all(nx.has_path(graph, node, "into-russias-arms") for node in graph)


def test_a_circle_of_claims_is_refused():
    def claim(name, parent):
        return claims.Claim(
            id=name,
            title=name,
            sentences=("1.1",),
            text="",
            kind="causal",
            parents=((parent, "supports"),),
        )

    with pytest.raises(ValueError, match="circle"):
        networks.argument_map({"a": claim("a", "b"), "b": claim("b", "a")})


def test_the_outline_gives_each_claim_a_row_below_and_right_of_its_first_parent():
    graph = networks.argument_map(claims.registry())
    place = networks.outline(graph)
    assert sorted(row for _, row in place.values()) == list(range(len(graph)))
    for child in graph:
        for parent in list(graph.successors(child))[:1]:
            assert place[child][0] == place[parent][0] + 1
            assert place[child][1] > place[parent][1]
