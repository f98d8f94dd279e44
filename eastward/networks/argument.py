"""The article's argument as a graph of claims.

Public names: :func:`argument_map`, :func:`outline`, :func:`argdown`, :func:`graphml`.
"""

from collections.abc import Mapping

import networkx as nx

from eastward.claims.models import Claim

MARKS = {"supports": "+", "attacks": "-"}  # in Argdown


def argument_map(claims: dict[str, Claim]) -> nx.DiGraph:
    """The article's argument: an edge leads from a claim to the claim that it bears on.

    Returns
    -------
    networkx.DiGraph
        Node attributes ``title``, ``chapter``; edge attribute ``relation``, *supports* or
        *attacks*.

    Raises
    ------
    ValueError
        The relations form a circle.
    """
    graph = nx.DiGraph()
    for claim in claims.values():
        graph.add_node(claim.id, title=claim.title, chapter=claim.chapter)
    for claim in claims.values():
        for parent in claim.parents:
            graph.add_edge(claim.id, parent.claim, relation=parent.relation)
    if not nx.is_directed_acyclic_graph(graph):
        raise ValueError(f"data/claims: parents form a circle: {nx.find_cycle(graph)}")
    return graph


def outline(graph: nx.DiGraph) -> dict[str, tuple[int, int]]:
    """Positions of an argument map as an outline: one row a claim, indented under its parent.

    Returns
    -------
    dict
        Claim to (depth, row). A claim with several parents stands under the first.
    """
    first = nx.DiGraph()
    first.add_nodes_from(graph)
    first.add_edges_from(
        (next(iter(graph.successors(node))), node) for node in graph if graph.out_degree(node)
    )
    rows = (
        node
        for root in graph
        if not graph.out_degree(root)
        for node in nx.dfs_preorder_nodes(first, root)
    )
    return {node: (_depth(graph, node), row) for row, node in enumerate(rows)}


def argdown(claims: Mapping[str, Claim], verdicts: Mapping[str, str]) -> str:
    """The argument in Argdown, the mark-up for arguments (https://argdown.org).

    Parameters
    ----------
    claims : mapping
        The register.
    verdicts : mapping
        Claim to the verdict of its plain reading; claims without one are *untested*.

    Returns
    -------
    str
        Each claim with its text, its chapter and its verdict, and below it the claims that support
        (``+``) or attack (``-``) it.
    """
    graph = argument_map(dict(claims))
    lines = ["===", "title: The argument of the article, claim by claim", "===", ""]
    for name, one in claims.items():
        data = f"{{chapter: {one.chapter or 'none'}, verdict: {verdicts.get(name, 'untested')}}}"
        lines.append(f"[{one.title}]: {' '.join(one.text.split())} {data}")
        for child, _, relation in graph.in_edges(name, data="relation"):
            lines.append(f"  {MARKS[relation]} [{claims[child].title}]")
        lines.append("")
    return "\n".join(lines)


def graphml(graph: nx.DiGraph, verdicts: Mapping[str, str], strengths: Mapping[str, float]) -> str:
    """The argument map in GraphML, with each claim's verdict and strength.

    Parameters
    ----------
    graph : networkx.DiGraph
        As returned by :func:`argument_map`.
    verdicts, strengths : mapping
        Claim to the verdict of its plain reading, and to its strength from 0 to 1.
    """
    told = graph.copy()
    for name, data in told.nodes(data=True):
        data["chapter"] = data["chapter"] or ""
        data["verdict"] = verdicts.get(name, "untested")
        data["strength"] = float(strengths[name])
    return "\n".join(nx.generate_graphml(told))


def _depth(graph: nx.DiGraph, node: str) -> int:
    """Steps from a claim to its thesis, by first parents."""
    parents = list(graph.successors(node))
    return 1 + _depth(graph, parents[0]) if parents else 0
