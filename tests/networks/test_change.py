"""Networks over time. The states A to D are not real."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from eastward.networks import change

PAIRS = [("A", "B"), ("A", "C"), ("A", "D"), ("B", "C"), ("B", "D"), ("C", "D")]
edge_sets = st.sets(st.sampled_from(PAIRS))


def graph(pairs, year=2000, sign=1):
    made = nx.Graph(year=year)
    made.add_edges_from(pairs, weight=1.0, sign=sign)
    return made


def test_edges_list_every_edge_once():
    graphs = [graph(PAIRS[:3], 2000), graph(PAIRS[2:], 2001)]
    table = change.edges(graphs)
    assert len(table) == 7
    assert (table["source"] < table["target"]).all()
    assert not table.duplicated(["year", "source", "target"]).any()


def test_persistence_counts_what_stays_turns_comes_and_goes():
    before = graph([("A", "B"), ("A", "C"), ("B", "C")], 2000)
    after = graph([("B", "A"), ("C", "A"), ("C", "D")], 2001)
    after.edges["A", "C"]["sign"] = -1
    [row] = change.persistence([before, after]).to_dict("records")
    assert row == {
        "year": 2001,
        "since": 2000,
        "kept": 2,
        "turned": 1,
        "new": 1,
        "lost": 1,
        "jaccard": 0.5,
    }


def test_jaccard_of_nothing_is_unknown():
    assert change.jaccard(nx.Graph(), nx.Graph()) is None
    assert change.persistence([graph([]), graph([], 2001)])["jaccard"].isna().all()


def test_directions_count_in_directed_networks():
    assert change.jaccard(nx.DiGraph([("A", "B")]), nx.DiGraph([("B", "A")])) == 0.0


@given(edge_sets, edge_sets)
def test_jaccard_is_symmetric_bounded_and_one_only_for_the_same_edges(first, second):
    value = change.jaccard(graph(first), graph(second))
    assert value == change.jaccard(graph(second), graph(first))
    if value is None:
        assert not first | second
    else:
        assert 0 <= value <= 1
        assert (value == 1) == (first == second)


@given(edge_sets, edge_sets)
def test_kept_new_and_lost_add_up(first, second):
    [row] = change.persistence([graph(first), graph(second, 2001)]).to_dict("records")
    assert row["kept"] + row["lost"] == len(first)
    assert row["kept"] + row["new"] == len(second)
    assert row["turned"] == 0
