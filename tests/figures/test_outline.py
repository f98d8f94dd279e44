"""The argument map as an outline."""

import itertools
import re
import xml.etree.ElementTree as ET

import networkx as nx
import pytest
import vl_convert

from eastward import panel
from eastward.claims import registry
from eastward.figures import outline
from eastward.networks import argument

WEB, PHONE = 700, 340


@pytest.fixture(scope="module")
def graph():
    return argument.argument_map(registry.claims())


@pytest.fixture(scope="module")
def verdicts(graph):
    return dict(zip(graph, itertools.cycle(panel.SIGNS), strict=False))


def texts(chart, width=None):
    """Every visible text of a drawing with its place."""
    spec = chart.to_dict() | ({"width": width} if width else {})
    found = []

    def walk(node, x, y):
        moved = re.match(r"translate\(([-\d.]+),([-\d.]+)\)", node.get("transform", ""))
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        if node.text and node.tag.endswith("text") and node.get("opacity") != "0":
            found.append((node.text, x, y))
        for child in node:
            walk(child, x, y)

    walk(ET.fromstring(vl_convert.vegalite_to_svg(spec)), 0.0, 0.0)
    return found


def test_each_claim_has_a_row_with_sign_and_verdict(graph, verdicts):
    """In words too, so that no sign needs a key."""
    place = argument.outline(graph)
    found = texts(outline.outline(graph, place, verdicts, {}), WEB)
    for claim, title in graph.nodes(data="title"):
        [y] = [at for text, _, at in found if text == title]
        row = {text for text, _, at in found if abs(at - y) < outline.ROW / 2}
        assert {panel.SIGNS[verdicts[claim]], panel.verdict(verdicts[claim])} <= row


def test_on_a_phone_the_verdict_stands_under_the_claim(graph, verdicts):
    found = texts(outline.outline(graph, argument.outline(graph), verdicts, {}), PHONE)
    for claim, title in graph.nodes(data="title"):
        [(x, y)] = [(x, y) for text, x, y in found if text == title]
        [below] = [text for text, left, at in found if left == x and 0 < at - y < outline.ROW / 2]
        assert below.split(" · ")[0] == panel.verdict(verdicts[claim])


def test_a_second_parent_is_named_and_no_line_leads_to_it(graph, verdicts):
    place = argument.outline(graph)
    lines = outline._lines(graph, place)
    assert len(lines) == sum(bool(graph.out_degree(claim)) for claim in graph)
    assert (lines["x"] == lines["x2"] + 1).all()  # so that none runs through a title
    nodes = outline._nodes(graph, place, verdicts, {}).set_index("title")
    for claim, title in graph.nodes(data="title"):
        _, *more = [*graph.successors(claim)] or [None]
        for parent in more:
            assert graph.nodes[parent]["title"] in nodes["also"][title]


def test_print_has_two_columns_of_about_the_same_length(graph, verdicts):
    place = argument.outline(graph)
    found = texts(outline.columns(graph, place, verdicts))
    lefts = {text: x for text, x, _ in found}
    middle = outline.PRINT_WIDTH
    titles = [title for _, title in graph.nodes(data="title")]
    left = sum(lefts[title] < middle for title in titles)
    assert abs(left - len(titles) / 2) < 5


def test_signs_differ_where_the_verdicts_say_different_things():
    sides = {"untested", "interpretive", "no evidence", "undecided", "open", "contradicted"}
    assert len({panel.SIGNS[word] for word in sides}) == len(sides)


def test_a_claim_alone_is_an_outline_too():

    alone = nx.DiGraph()
    alone.add_node("a", title="A")
    assert "A" in [text for text, *_ in texts(outline.outline(alone, {"a": (0, 0)}, {}, {}), WEB)]
    assert "A" in [text for text, *_ in texts(outline.columns(alone, {"a": (0, 0)}, {}))]
