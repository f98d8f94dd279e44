"""Signed graphs from layers. The states A to D are not real."""

import pandas as pd
import pytest

from eastward.networks import signed


def pairs(signs):
    return {"".join(sorted(pair)): sign for pair, sign in signs.items()}


def frame(rows):
    return pd.DataFrame(rows, columns=["from", "to", "value"])


ENDS = ("from", "to")
EVENTS = signed.layer(
    frame([("A", "B", 3.0), ("B", "A", 1.0), ("A", "C", -5.0), ("C", "A", 1.0), ("B", "C", 0.2)]),
    ENDS,
    "value",
    margin=0.5,
)
PACTS = signed.layer(frame([("A", "C", 1), ("B", "D", 1)]), ENDS, "value")
DISPUTES = signed.layer(frame([("A", "B", -1)]), ENDS, "value")
LAYERS = {"events": EVENTS, "pacts": PACTS, "disputes": DISPUTES}


def test_a_layer_averages_directions_and_drops_what_lies_in_the_margin():
    assert pairs(EVENTS) == {"AB": 1, "AC": -1}


def test_a_layer_knows_no_state_with_itself():
    assert signed.layer(frame([("A", "A", 1)]), ENDS, "value").empty


def test_the_sum_decides_and_a_tie_is_no_edge():
    graph = signed.signed_graph(LAYERS, "ABCDE", year=2000)
    assert {"".join(edge): sign for *edge, sign in graph.edges(data="sign")} == {"BD": 1}
    assert set(graph) == set("ABCDE")
    assert graph.graph["year"] == 2000


def test_weights_break_the_tie():
    weights = {"events": 2.0, "pacts": 1.0, "disputes": 1.0}
    graph = signed.signed_graph(LAYERS, "ABCD", weights)
    assert graph.edges["A", "B"] == {"sign": 1, "weight": 1.0, "layers": ["events"]}
    assert graph.edges["A", "C"] == {"sign": -1, "weight": 1.0, "layers": ["events"]}


def test_hostility_outweighs_friendship():
    graph = signed.signed_graph(LAYERS, "ABCD", rule="hostility")
    assert {"".join(edge): sign for *edge, sign in graph.edges(data="sign")} == {
        "AB": -1,
        "AC": -1,
        "BD": 1,
    }
    assert graph.edges["A", "B"]["layers"] == ["disputes"]


def test_states_outside_are_left_out():
    assert not signed.signed_graph(LAYERS, "AD").edges


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="rule 'mean': allowed sum, hostility"):
        signed.signed_graph(LAYERS, "AB", rule="mean")
