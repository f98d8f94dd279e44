"""Networks with lines of several kinds. The states and their ties are not real."""

import pandas as pd
import pytest
import vl_convert

from eastward.figures import ties

EDGES = pd.DataFrame(
    [
        (2000, "A", "B", "pact", 5.0),
        (2000, "B", "A", "troops", 1.0),
        (2002, "A", "C", "pact", 9.0),
    ],
    columns=["frame", "source", "target", "kind", "weight"],
)
PLACE = {"A": (0.0, 0.9), "B": (-0.5, 0.0), "C": (0.5, 0.0)}
LABELS = {"A": "Alpha", "B": "Beta", "C": "Gamma"}
KINDS = {"pact": ties.Kind("a pact", "#222222"), "troops": ties.Kind("troops", "#0072B2", (4, 3))}


def control(chart):
    [parameter] = [one for one in chart.to_dict()["params"] if one["name"] == "frame"]
    return parameter


def rows(chart, column):
    [found] = [data for data in chart.to_dict()["datasets"].values() if column in data[0]]
    return found


def test_years_without_a_gap_have_a_slider_and_other_frames_a_choice():
    slider = control(ties.by_frame(EDGES, PLACE, LABELS, KINDS, frames=[2000, 2001, 2002]))
    assert (slider["bind"]["input"], slider["value"]) == ("range", 2002)
    assert control(ties.by_frame(EDGES, PLACE, LABELS, KINDS))["bind"]["options"] == [2000, 2002]
    eras = EDGES.assign(frame=EDGES["frame"].map({2000: "before", 2002: "after"}))
    choice = control(ties.by_frame(eras, PLACE, LABELS, KINDS, frames=["before", "after"]))
    assert choice["bind"]["options"] == ["before", "after"]


def test_the_lines_are_the_edge_list():
    drawn = rows(ties.by_frame(EDGES, PLACE, LABELS, KINDS), "pair")
    assert [tuple(row[name] for name in EDGES) for row in drawn] == list(
        EDGES.itertuples(index=False, name=None)
    )


def test_two_kinds_between_two_nodes_stand_side_by_side():
    first, second, alone = ties._drawn(EDGES, PLACE, LABELS, KINDS).to_dict("records")
    middle = [((one["x"] + one["x2"]) / 2, (one["y"] + one["y2"]) / 2) for one in (first, second)]
    apart = sum((a - b) ** 2 for a, b in zip(*middle, strict=True)) ** 0.5
    assert apart == pytest.approx(ties.GAP)
    assert (alone["x"], alone["y"], alone["x2"], alone["y2"]) == (0.0, 0.9, 0.5, 0.0)


def test_the_bead_is_nearer_the_target():
    for edge in ties._drawn(EDGES, PLACE, LABELS, KINDS).to_dict("records"):
        assert abs(edge["bead_x"] - edge["x2"]) < abs(edge["bead_x"] - edge["x"])


def test_a_node_without_a_line_is_marked_in_its_frame():
    nodes = ties._nodes(EDGES, PLACE, LABELS, [2000, 2001, 2002]).set_index(["frame", "node"])
    assert nodes["linked"].to_dict() == {
        (2000, "A"): True, (2000, "B"): True, (2000, "C"): False,
        (2001, "A"): False, (2001, "B"): False, (2001, "C"): False,
        (2002, "A"): True, (2002, "B"): False, (2002, "C"): True,
    }  # fmt: skip


def test_every_panel_names_every_node():
    chart = ties.panels(
        EDGES,
        PLACE,
        LABELS,
        KINDS,
        [2000, 2002],
        directed=True,
        weight="size",
        beside={"A": "above"},
    )
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    for label in LABELS.values():
        assert svg.count(f">{label}<") == 2 * 2  # the label and its halo, in two panels
    for kind in KINDS.values():
        assert f">{kind.label}<" in svg
