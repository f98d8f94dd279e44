"""Network diagrams. The states and their trade are not real."""

import pandas as pd
import vl_convert

from eastward.figures import network
from eastward.networks import layout

EDGES = pd.DataFrame(
    [(2000, "A", "B", 5.0), (2000, "B", "C", 1.0), (2001, "A", "C", 9.0)],
    columns=["year", "source", "target", "weight"],
)
PLACE = layout.wheel("A", ["B"], ["C"])
LABELS = {"A": "Alpha", "B": "Beta", "C": "Gamma"}


def test_the_slider_spans_the_years_and_the_data_are_the_edge_list():
    spec = network.by_year(EDGES, PLACE, LABELS, "A").to_dict()
    [year] = [param for param in spec["params"] if param["name"] == "year"]
    assert (year["bind"]["min"], year["bind"]["max"], year["value"]) == (2000, 2001, 2001)
    [rows] = [data for data in spec["datasets"].values() if "pair" in data[0]]
    assert [(row["year"], row["source"], row["target"], row["weight"]) for row in rows] == list(
        EDGES.itertuples(index=False, name=None)
    )


def test_every_node_is_labelled_in_every_panel():
    chart = network.small_multiples(EDGES, PLACE, LABELS, "A", [2000, 2001])
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    for label in LABELS.values():
        assert svg.count(f">{label}<") == 2 * 2  # the label and its halo, in two panels


def test_node_size_is_the_sum_of_the_lines():
    nodes = network._nodes(EDGES, PLACE, LABELS).set_index(["year", "node"])["strength"]
    assert nodes[2000].to_dict() == {"A": 5.0, "B": 6.0, "C": 1.0}
    assert nodes[2001].to_dict() == {"A": 9.0, "B": 0.0, "C": 9.0}
