"""The gradual semantics, on small arguments worked by hand."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.networks import strength


def argued(*edges):
    graph = nx.DiGraph()
    for claim, parent, relation in edges:
        graph.add_edge(claim, parent, relation=relation)
    return graph


def test_two_supporters_together_are_worked_by_hand():
    graph = argued(("a", "c", "supports"), ("b", "c", "supports"))
    assert strength.strengths(graph, {"a": 0.5, "b": 0.5})["c"] == pytest.approx(0.75)


def test_an_attacker_takes_from_the_claim_s_own_degree():
    graph = argued(("a", "c", "attacks"))
    assert strength.strengths(graph, {"a": 0.5, "c": 0.8})["c"] == pytest.approx(0.4)


def test_support_and_attack_of_one_size_leave_a_claim_where_it_was():
    graph = argued(("a", "c", "supports"), ("b", "c", "attacks"))
    assert strength.strengths(graph, {"a": 0.6, "b": 0.6, "c": 0.3})["c"] == pytest.approx(0.3)


def test_strength_passes_through_a_claim_that_no_test_reached():
    graph = argued(("a", "b", "supports"), ("b", "c", "supports"))
    assert strength.strengths(graph, {"a": 0.5})["c"] == pytest.approx(0.5)


def test_open_and_contradicted_claims_lend_nothing():
    assert strength.established(None) == strength.established(1) == strength.established(0.05) == 0
    assert strength.established(20) == pytest.approx(19 / 21)


def test_the_claim_that_carries_most_comes_first():
    graph = argued(("a", "c", "supports"), ("b", "c", "supports"))
    lost = strength.leaning(graph, {"a": 0.9, "b": 0.2, "d": 0.0}, "c")
    assert list(lost) == ["a", "b"]
    assert lost["a"] == pytest.approx(0.92 - 0.2)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=6), st.floats(0, 1))
def test_no_strength_leaves_its_range(others, degree):
    graph = nx.DiGraph()
    graph.add_node("c")
    own = {"c": degree}
    for number, (one, supports) in enumerate(others):
        graph.add_edge(str(number), "c", relation="supports" if supports else "attacks")
        own[str(number)] = one
    assert 0 <= strength.strengths(graph, own)["c"] <= 1
