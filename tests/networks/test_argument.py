"""The argument map and its outline."""

import networkx as nx
import pytest

from eastward import claims, networks


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
