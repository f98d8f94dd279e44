"""The argument map and its outline."""

import networkx as nx
import pytest

from eastward import networks
from eastward.claims import registry
from eastward.claims.models import Claim


def test_argument_map_is_acyclic_and_leads_to_the_thesis():
    graph = networks.argument_map(registry.claims())
    assert nx.is_directed_acyclic_graph(graph)
    assert all(nx.has_path(graph, node, "into-russias-arms") for node in graph)


def claim(name, *parents):
    return Claim(
        id=name,
        title=name.upper(),
        sentences=["1.1"],
        text="x",
        kind="causal",
        about={"from": 2000, "to": 2018, "why": "x"},
        why_untested="x",
        parents=[{"claim": parent, "relation": relation} for parent, relation in parents],
    )


def test_edges_carry_their_relation_and_nodes_their_title():
    claims = {"a": claim("a", ("b", "attacks")), "b": claim("b")}
    graph = networks.argument_map(claims)
    assert list(graph.edges(data="relation")) == [("a", "b", "attacks")]
    assert dict(graph.nodes(data="title")) == {"a": "A", "b": "B"}


def test_a_circle_of_claims_is_refused():
    claims = {"a": claim("a", ("b", "supports")), "b": claim("b", ("a", "supports"))}
    with pytest.raises(ValueError, match="circle"):
        networks.argument_map(claims)


def test_the_outline_gives_each_claim_a_row_below_and_right_of_its_first_parent():
    graph = networks.argument_map(registry.claims())
    place = networks.outline(graph)
    assert sorted(row for _, row in place.values()) == list(range(len(graph)))
    for child in graph:
        for parent in list(graph.successors(child))[:1]:
            assert place[child][0] == place[parent][0] + 1
            assert place[child][1] > place[parent][1]
