"""What the map's page says: its table, its finding, and how far the premises carry the thesis."""

import networkx as nx

from eastward import thesis
from eastward.claims import registry
from eastward.networks import argument, strength


def test_the_argument_table_has_every_edge_and_every_claim():
    graph = argument.argument_map(registry.claims())
    table = thesis.argument(graph, {})
    assert (table["parent"] != "").sum() == graph.number_of_edges()
    assert set(table["claim"]) == {title for _, title in graph.nodes(data="title")}


def test_the_maps_finding_counts_what_the_tests_decide():
    verdicts = {"a": "strongly supported", "b": "supported", "c": "contradicted", "d": "open"}
    assert thesis.argued(verdicts, 9) == (
        "The tests support 2 of the article's 9 claims and contradict 1"
    )


def told(degrees):
    graph = nx.DiGraph()
    graph.add_node("c", title="C")
    for name in "ab":
        graph.add_node(name, title=name.upper())
        graph.add_edge(name, "c", relation="supports")
    return thesis.carried(graph, degrees, strength.strengths(graph, degrees), "c")


def test_the_claim_that_carries_most_is_named_first():
    found = told({"a": 0.2, "b": 0.5})
    assert found["most"] == "What speaks for it hangs most on B; A."
    assert (found["claims"], found["open"]) == (2, 0)
    assert found["strength"] == found["support"] == 0.6
    assert found["attack"] == 0


def test_nothing_that_is_established_carries_nothing():
    found = told({"a": 0.0})
    assert (found["open"], found["strength"]) == (2, 0)
    assert found["most"] == "So nothing speaks for it yet."
