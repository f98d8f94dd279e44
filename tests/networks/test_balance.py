"""Balance of signed graphs, by hand and by invariants. The states A to H are not real."""

from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.networks import balance

NODES = "ABCDEFG"


def signed(**signs):
    """Graph from names like AB=1."""
    graph = nx.Graph()
    graph.add_edges_from((*pair, {"sign": sign}) for pair, sign in signs.items())
    return graph


@st.composite
def graphs(draw):
    """Signed graphs of up to seven nodes, edges weighted by whole numbers."""
    graph = nx.empty_graph(list(NODES[: draw(st.integers(1, len(NODES)))]))
    for pair in combinations(graph, 2):
        sign = draw(st.sampled_from([-1, 0, 1]))
        if sign:
            graph.add_edge(*pair, sign=sign, weight=draw(st.integers(1, 5)))
    return graph


def by_trial(graph, weight=None):
    """Frustration by the definition: every division of all nodes, one after the other."""
    costs = []
    for sides in product((0, 1), repeat=len(graph)):
        side = dict(zip(graph, sides, strict=True))
        against = [
            data[weight] if weight else 1
            for a, b, data in graph.edges(data=True)
            if (side[a] == side[b]) != (data["sign"] > 0)
        ]
        costs.append(sum(against))
    return min(costs)


@pytest.mark.parametrize(
    ("signs", "kind", "balanced"),
    [
        ((1, 1, 1), "+++", True),
        ((1, 1, -1), "++-", False),
        ((1, -1, -1), "+--", True),
        ((-1, -1, -1), "---", False),
    ],
)
def test_the_four_triads(signs, kind, balanced):
    [row] = balance.triads(signed(**dict(zip(("AB", "BC", "AC"), signs, strict=True)))).to_dict(
        "records"
    )
    assert row == {"a": "A", "b": "B", "c": "C", "kind": kind, "balanced": balanced}


def test_share_of_balanced_triads_of_all_and_of_a_node():
    # ABC balanced (+++), BCD not (++-), BDE three enemies.
    graph = signed(AB=1, BC=1, AC=1, BD=-1, CD=1, BE=-1, DE=-1)
    assert balance.triads(graph)["kind"].tolist() == ["+++", "++-", "---"]
    assert balance.balanced_share(graph) == pytest.approx(1 / 3)
    assert balance.balanced_share(graph, weak=True) == pytest.approx(2 / 3)
    assert balance.balanced_share(graph, node="A") == 1.0
    assert balance.balanced_share(graph, node="E", weak=True) == 1.0


def test_no_triangle_no_share():
    assert balance.balanced_share(signed(AB=1, BC=-1)) is None
    assert balance.triads(nx.Graph()).empty


def test_two_camps_are_not_frustrated():
    found = balance.frustration(signed(AB=1, CD=1, AC=-1, AD=-1, BC=-1, BD=-1))
    assert (found.edges, found.share, found.frustrated) == (0, 1.0, ())
    assert found.camps == (("A", "B"), ("C", "D"))


def test_one_edge_stands_in_the_way():
    found = balance.frustration(signed(AB=1, BC=1, AC=1, AD=-1, BD=-1, CD=1))
    assert (found.edges, found.frustrated) == (1, (("C", "D"),))
    assert found.share == pytest.approx(1 - 2 / 6)
    assert found.camps == (("A", "B", "C"), ("D",))


def test_three_enemies_of_unequal_weight_give_up_the_lightest_enmity():
    graph = signed(AB=-1, BC=-1, AC=-1)
    nx.set_edge_attributes(graph, {("A", "B"): 5.0, ("B", "C"): 2.0, ("A", "C"): 3.0}, "weight")
    found = balance.frustration(graph, "weight")
    assert (found.edges, found.frustrated) == (2.0, (("B", "C"),))
    assert found.share == pytest.approx(1 - 4 / 10)


def test_five_enemies_by_formula():
    """All-negative complete graphs: the best camps are halves, their inner edges remain."""
    graph = nx.complete_graph(list("ABCDE"))
    nx.set_edge_attributes(graph, -1, "sign")
    assert balance.frustration(graph).edges == 1 + 3  # camps of two and three


def test_blocks_and_bridges_are_put_together():
    graph = signed(AB=1, BC=1, AC=-1, CD=-1, DE=-1, EF=-1, DF=-1)
    found = balance.frustration(graph)
    assert found.edges == 2 == len(found.frustrated)
    assert ("C", "D") not in found.frustrated  # a bridge never is


def test_a_graph_without_edges_has_no_share():
    found = balance.frustration(nx.empty_graph(["A", "B"]))
    assert (found.edges, found.share, found.camps) == (0, None, (("A", "B"), ()))


def test_a_block_too_large_is_refused():
    graph = nx.cycle_graph([f"N{i:02}" for i in range(25)])
    nx.set_edge_attributes(graph, 1, "sign")
    with pytest.raises(ValueError, match="25 nodes"):
        balance.frustration(graph)


@settings(max_examples=60)
@given(graphs())
def test_frustration_is_the_least_over_all_divisions(graph):
    found = balance.frustration(graph)
    assert found.edges == by_trial(graph) == len(found.frustrated)
    assert balance.frustration(graph, "weight").edges == by_trial(graph, "weight")
    assert sorted(found.camps[0] + found.camps[1]) == sorted(graph)


@given(graphs())
def test_removing_the_frustrated_edges_leaves_balance(graph):
    found = balance.frustration(graph)
    graph.remove_edges_from(found.frustrated)
    assert balance.frustration(graph).edges == 0


@given(graphs())
def test_no_frustration_exactly_where_balanced(graph):
    found = balance.frustration(graph)
    two_camps = nx.is_bipartite(_doubled(graph))
    assert (found.edges == 0) == two_camps
    if two_camps:
        assert balance.balanced_share(graph) in (None, 1.0)


def _doubled(graph):
    """Two-colourable exactly if balanced: a friendship becomes a path of two steps."""
    double = nx.Graph()
    for a, b, sign in graph.edges(data="sign"):
        double.add_edges_from([(a, b)] if sign < 0 else [(a, (a, b)), ((a, b), b)])
    return double


@given(graphs())
def test_bounds(graph):
    share, triads = balance.frustration(graph).share, balance.balanced_share(graph)
    assert share is None or 0 <= share <= 1
    assert triads is None or 0 <= triads <= 1


@given(graphs(), st.permutations(NODES))
def test_names_do_not_matter(graph, names):
    renamed = nx.relabel_nodes(graph, dict(zip(NODES, names, strict=True)))
    assert balance.frustration(renamed).edges == balance.frustration(graph).edges
    assert balance.balanced_share(renamed) == balance.balanced_share(graph)
    assert sorted(balance.triads(renamed)["kind"]) == sorted(balance.triads(graph)["kind"])


@given(graphs(), st.sampled_from(NODES))
def test_turning_all_ties_of_one_state_changes_nothing(graph, node):
    """Balance is invariant under switching (Zaslavsky 1982)."""
    before = balance.frustration(graph).edges, balance.balanced_share(graph)
    for other in graph.adj.get(node, ()):
        graph.edges[node, other]["sign"] *= -1
    assert (balance.frustration(graph).edges, balance.balanced_share(graph)) == before
