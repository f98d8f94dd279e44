"""Centralities of small graphs worked out by hand."""

import networkx as nx
import pytest

from eastward.networks import centrality


@pytest.fixture
def path():
    """B in the middle of A and C, a weak tie between A and C, and E alone."""
    graph = nx.Graph()
    graph.add_node("E")
    graph.add_weighted_edges_from([("A", "B", 10.0), ("B", "C", 10.0), ("A", "C", 1.0)])
    return graph


def test_strength_sums_to_twice_the_edges(path):
    table = centrality.strengths(path)
    assert table["strength"].sum() == 2 * path.size(weight="weight")
    assert table["node"].iloc[0] == "B"
    assert table.set_index("node").loc["E", "centrality"] == 0.0


def test_strengths_of_a_graph_without_edges():
    graph = nx.empty_graph(["A", "E"])
    assert centrality.strengths(graph)["centrality"].tolist() == [0.0, 0.0]


def test_strong_ties_are_short_ways(path):
    table = centrality.centralities(path).set_index("node")
    # A to C costs 1 directly and 0.2 through B: of the three pairs without B one runs through it.
    assert table.loc["B", "betweenness"] == pytest.approx(1 / 3)
    assert table.loc[["A", "C", "E"], "betweenness"].tolist() == [0.0, 0.0, 0.0]
    assert table["degree"].to_dict() == {"B": 2, "A": 2, "C": 2, "E": 0}


def test_centralities_leave_the_graph_as_it_was(path):
    centrality.centralities(path)
    assert set(path.edges["A", "B"]) == {"weight"}
