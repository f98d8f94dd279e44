"""The drawing of a chain. The events are not real."""

import networkx as nx
import pandas as pd
import pytest
import vl_convert

from eastward.figures import chain

DAYS = {
    "A": ("2001-01-01", "2001-01-01", "day"),
    "B": ("2001-02-01", "2001-02-28", "month"),
    "C": ("2001-03-01", "2001-03-04", "day"),
    "D": ("2001-04-30", "2001-05-02", "day"),
}
PLACE = {"A": (0, 0), "B": (1, 1), "C": (0, 2), "D": (0, 3)}
WHO = dict.fromkeys("ABC", "Russia alone") | {"D": "neither"}


@pytest.fixture
def graph():
    graph = nx.DiGraph()
    for node, (first, last, precision) in DAYS.items():
        graph.add_node(
            node,
            date=pd.Timestamp(first),
            end_date=pd.Timestamp(last),
            precision=precision,
            title=f"Event {node} with a title that is longer than one line on a phone",
            corroboration="one" if node == "C" else "two",
        )
    graph.add_edge("A", "C", relation="series", basis="numbered")
    graph.add_edge("C", "D", relation="ends", basis="said so")
    return graph


def rows(chart, column):
    return next(data for data in chart["datasets"].values() if column in data[0])


def test_the_table_is_the_edge_list_in_words(graph):
    table = chain.table(graph)
    assert table[["source", "target", "relation", "basis"]].to_numpy().tolist() == [
        ["A", "C", "series", "numbered"],
        ["C", "D", "ends", "said so"],
    ]
    assert table["to"].tolist() == [
        "1 to 4 March 2001: Event C with a title that is longer than one line on a phone",
        "30 April to 2 May 2001: Event D with a title that is longer than one line on a phone",
    ]


def test_lines_join_the_marks_of_their_events_downwards(graph):
    chart = chain.chain(graph, PLACE, WHO).to_dict()
    nodes = {row["event"]: row for row in rows(chart, "event")}
    edges = rows(chart, "basis")
    assert len(edges) == 2
    for edge in edges:
        start, end = nodes[edge["source"]], nodes[edge["target"]]
        assert (edge["x"], edge["y"]) == (start["x"], start["y"])
        assert (edge["x2"], edge["y2"]) == (end["x"], end["y"])
        assert edge["y2"] > edge["y"]
    assert nodes["B"]["when"] == "February 2001"
    assert nodes["B"]["x"] > nodes["A"]["x"]


def test_titles_wrap_for_a_phone_and_less_for_paper(graph):
    phone = rows(chain.chain(graph, PLACE, WHO).to_dict(), "event")
    paper = rows(chain.chain(graph, PLACE, WHO, letters=chain.PAPER).to_dict(), "event")
    assert [row["label"].count("\n") for row in phone] == [1] * 4
    assert [row["label"].count("\n") for row in paper] == [0] * 4
    assert all(len(line) <= chain.PHONE for row in phone for line in row["label"].split("\n"))
    assert paper[-1]["y"] < phone[-1]["y"]


def test_every_mark_is_drawn_and_a_doubtful_one_is_hollow(graph):
    chart = chain.chain(graph, PLACE, WHO).properties(width=350)
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    for name in ("Event A", "February 2001", "same series", "Russia alone"):
        assert name in svg
    layers = chart.to_dict()["layer"]
    sure = [layer["transform"][0]["filter"] for layer in layers if "transform" in layer]
    assert sure.count("datum.sure == 'corroborated'") == 1
    assert ">together<" not in svg


def test_a_chain_without_events_says_so():
    assert "No data" in str(chain.chain(nx.DiGraph(), {}, {}).to_dict())
