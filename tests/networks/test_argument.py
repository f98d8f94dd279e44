"""The argument map, its outline, and the forms in which other programs read it."""

import io
import json
import shutil
import subprocess

import networkx as nx
import pytest

from eastward.claims import registry
from eastward.claims.models import Claim
from eastward.networks import argument


def test_argument_map_is_acyclic_and_leads_to_the_thesis():
    graph = argument.argument_map(registry.claims())
    assert nx.is_directed_acyclic_graph(graph)
    assert all(nx.has_path(graph, node, "into-russias-arms") for node in graph)


def claim(name, *parents):
    return Claim(
        id=name,
        title=name.upper(),
        sentences=["1.1"],
        text="x",
        kind="causal",
        about={"from": 2000, "to": 2018, "why": "x"},
        why_untested="x",
        parents=[{"claim": parent, "relation": relation} for parent, relation in parents],
    )


def test_edges_carry_their_relation_and_nodes_their_title():
    claims = {"a": claim("a", ("b", "attacks")), "b": claim("b")}
    graph = argument.argument_map(claims)
    assert list(graph.edges(data="relation")) == [("a", "b", "attacks")]
    assert dict(graph.nodes(data="title")) == {"a": "A", "b": "B"}


def test_a_circle_of_claims_is_refused():
    claims = {"a": claim("a", ("b", "supports")), "b": claim("b", ("a", "supports"))}
    with pytest.raises(ValueError, match="circle"):
        argument.argument_map(claims)


def test_the_outline_gives_each_claim_a_row_below_and_right_of_its_first_parent():
    graph = argument.argument_map(registry.claims())
    place = argument.outline(graph)
    assert sorted(row for _, row in place.values()) == list(range(len(graph)))
    for child in graph:
        for parent in list(graph.successors(child))[:1]:
            assert place[child][0] == place[parent][0] + 1
            assert place[child][1] > place[parent][1]


def test_graphml_reads_back_with_verdicts_and_strengths():
    graph = argument.argument_map({"a": claim("a", ("b", "attacks")), "b": claim("b")})
    text = argument.graphml(graph, {"a": "supported"}, {"a": 0.5, "b": 0.0})
    read = nx.read_graphml(io.BytesIO(text.encode()))
    assert read.nodes["a"] == {"title": "A", "chapter": "", "verdict": "supported", "strength": 0.5}
    assert read.nodes["b"]["verdict"] == "untested"
    assert list(read.edges(data="relation")) == [("a", "b", "attacks")]


def test_argdown_has_each_claim_with_what_bears_on_it():
    claims = {
        "a": claim("a", ("b", "attacks")),
        "b": claim("b"),
        "c": claim("c", ("b", "supports")),
    }
    lines = argument.argdown(claims, {"a": "supported"}).splitlines()
    assert "[A]: x {chapter: none, verdict: supported}" in lines
    place = lines.index("[B]: x {chapter: none, verdict: untested}")
    assert lines[place + 1 : place + 3] == ["  - [A]", "  + [C]"]


@pytest.mark.skipif(not shutil.which("npx"), reason="npx is not installed")
def test_the_argdown_parser_reads_the_book_s_argument(tmp_path):
    claims = registry.claims()
    (tmp_path / "map.argdown").write_text(argument.argdown(claims, {}), encoding="utf-8")
    command = ["npx", "--yes", "@argdown/cli", "json", "map.argdown", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    if "npm error" in done.stderr:
        pytest.skip("the parser cannot be had from the registry")
    read = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    graph = argument.argument_map(claims)
    assert set(read["statements"]) == {one.title for one in claims.values()}
    assert len(read["relations"]) == graph.number_of_edges()
