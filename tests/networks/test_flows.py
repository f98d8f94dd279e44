"""Flow networks and their backbones. The states A to E are not real."""

import pandas as pd

from eastward.networks import flows

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
    graph = flows.trade(TRADE, ["A", "B", "C", "D", "E"], 2000)
    assert graph["A"]["B"]["weight"] == 15.0
    assert set(graph) == {"A", "B", "C", "D", "E"}
    assert graph.degree("E") == 0
    assert not graph.has_edge("B", "D")  # nothing traded, no edge


def test_backbone_keeps_each_nodes_strongest_and_all_of_the_centre():
    graph = flows.trade(TRADE, list("ABCD"), 2000)
    kept = flows.backbone(graph, keep=1)
    assert {frozenset(edge) for edge in kept.edges} == {
        frozenset("AB"),
        frozenset("BC"),
        frozenset("CD"),
    }
    assert flows.backbone(graph, keep=1, centre="A").has_edge("A", "C")


def test_votes_are_those_of_the_year_and_of_the_nodes():
    pairs = pd.DataFrame(
        [(2000, "A", "B", 0.5), (2000, "A", "C", 0.7), (2001, "A", "B", 0.9)],
        columns=["year", "state", "other", "agreement"],
    )
    graph = flows.votes(pairs, ["A", "B", "D"], 2000)
    assert list(graph.edges(data="weight")) == [("A", "B", 0.5)]
    assert set(graph) == {"A", "B", "D"}


def test_closest_keeps_each_nodes_strongest_line_and_those_to_the_powers():
    pairs = pd.DataFrame(
        [
            (2000, "A", "B", 0.9),
            (2000, "A", "P", 0.2),
            (2000, "B", "P", 0.6),
            (2001, "A", "B", 0.1),
            (2001, "A", "P", 0.4),
        ],
        columns=["year", "state", "other", "agreement"],
    )
    kept, towards = flows.closest(pairs, ["A", "B", "P"], "A", ["P"])
    lines = {
        (row.year, frozenset((row.source, row.target)), row.weight) for row in kept.itertuples()
    }
    assert lines == {
        (2000, frozenset("AB"), 0.9),
        (2000, frozenset("BP"), 0.6),
        (2001, frozenset("AB"), 0.1),
        (2001, frozenset("AP"), 0.4),
    }
    assert list(towards.itertuples(index=False, name=None)) == [
        (2000, "A", "P", 0.2),
        (2001, "A", "P", 0.4),
    ]
