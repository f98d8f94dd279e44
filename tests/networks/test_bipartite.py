"""Affiliations and projections. Actors A to D and meetings m1 to m3 are not real."""

import networkx as nx
import pandas as pd
import pytest

from eastward.networks import bipartite

MEETINGS = pd.DataFrame(
    [("A", "m1"), ("B", "m1"), ("A", "m2"), ("B", "m2"), ("C", "m2"), ("D", "m3"), ("A", "m1")],
    columns=["actor", "event"],
)


@pytest.fixture
def graph():
    return bipartite.affiliation(MEETINGS, "actor", "event")


def test_affiliation_has_two_kinds_and_counts_rows(graph):
    kinds = nx.get_node_attributes(graph, "kind")
    assert [node for node in graph if kinds[node] == "upper"] == ["A", "B", "C", "D"]
    assert graph.edges["A", "m1"]["weight"] == 2
    assert nx.is_bipartite(graph)


def test_large_meetings_bind_less(graph):
    ties = bipartite.projection(graph)
    assert ties.edges["A", "B"]["weight"] == pytest.approx(1 / (2 - 1) + 1 / (3 - 1))
    assert ties.edges["A", "C"]["weight"] == pytest.approx(1 / 2)
    assert ties.degree("D") == 0


def test_newmans_strength_is_the_number_of_meetings_with_others(graph):
    strength = dict(bipartite.projection(graph).degree(weight="weight"))
    assert strength == pytest.approx({"A": 2, "B": 2, "C": 1, "D": 0})


def test_counts_and_the_other_side(graph):
    assert bipartite.projection(graph, weighting="count").edges["A", "B"]["weight"] == 2
    ties = bipartite.projection(graph, ["m1", "m2", "m3"], "count")
    assert ties.edges["m1", "m2"]["weight"] == 2


def test_what_cannot_be_projected_is_refused(graph):
    with pytest.raises(ValueError, match="weighting 'sum': allowed newman, count"):
        bipartite.projection(graph, weighting="sum")
    with pytest.raises(ValueError, match="m1 occurs both as actor and as event"):
        bipartite.affiliation(pd.DataFrame({"actor": ["m1"], "event": ["m1"]}), "actor", "event")


def test_actors_are_marked_by_what_they_do_about_two_targets():
    frame = pd.DataFrame(
        [
            (1, "A", "X"), (1, "A", "Y"), (1, "A", "Z"), (1, "B", "X"), (1, "C", "Z"),
            (2, "A", "X"), (2, "A", "X"),
        ],
        columns=["frame", "source", "target"],
    )  # fmt: skip
    found = bipartite.around_two(frame, "X", "Y").set_index(["frame", "source", "target"])["kind"]
    assert found.to_dict() == {
        (1, "A", "X"): "both",
        (1, "A", "Y"): "both",
        (1, "A", "Z"): "other",
        (1, "B", "X"): "X",
        (1, "C", "Z"): "other",
        (2, "A", "X"): "X",
    }
    assert bipartite.around_two(frame.iloc[:0], "X", "Y").empty
