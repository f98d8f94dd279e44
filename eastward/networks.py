"""Networks: graphs built from tables, measures on them, and layouts that never change by chance.

Public names: :func:`trade`, :func:`backbone`, :func:`strengths`, :func:`wheel`, :func:`edges`,
:func:`argument_map`, :func:`outline`.
"""

import math
from collections.abc import Iterable

import networkx as nx
import pandas as pd

from eastward.claims import Claim


def trade(frame: pd.DataFrame, nodes: Iterable[str], year: int) -> nx.Graph:
    """Weighted graph of two-way goods trade among some states in one year.

    Parameters
    ----------
    frame : DataFrame
        Columns reporter, partner, year, exports_musd.
    nodes : iterable of str
        Codes of the states; each becomes a node, with or without trade.
    year : int
        Calendar year.

    Returns
    -------
    networkx.Graph
        Edge attribute ``weight``: exports both ways together, million current US$.
    """
    nodes = list(nodes)
    inside = frame[
        (frame["year"] == year) & frame["reporter"].isin(nodes) & frame["partner"].isin(nodes)
    ]
    graph = nx.Graph(year=year)
    graph.add_nodes_from(nodes)
    for row in inside.itertuples():
        if row.exports_musd > 0:
            known = graph.get_edge_data(row.reporter, row.partner, {"weight": 0.0})["weight"]
            graph.add_edge(row.reporter, row.partner, weight=known + row.exports_musd)
    return graph


def backbone(graph: nx.Graph, keep: int, centre: str | None = None) -> nx.Graph:
    """The strongest edges of each node, and every edge of the centre.

    A network of twenty trading states is nearly complete and cannot be read; each node's main
    partners can.

    Parameters
    ----------
    graph : networkx.Graph
        With edge attribute ``weight``.
    keep : int
        Number of edges kept for each node.
    centre : str, optional
        A node that keeps all its edges.
    """
    kept = nx.Graph(**graph.graph)
    kept.add_nodes_from(graph.nodes(data=True))
    for node in graph:
        ranked = sorted(graph.edges(node, data="weight"), key=lambda edge: (-edge[2], edge[1]))
        chosen = ranked if node == centre else ranked[:keep]
        kept.add_weighted_edges_from(chosen)
    return kept


def strengths(graph: nx.Graph) -> pd.DataFrame:
    """Strength and eigenvector centrality of each node, strongest first.

    Returns
    -------
    DataFrame
        node, strength (sum of edge weights; Barrat et al. 2004, *PNAS* 101), centrality
        (weighted eigenvector centrality; Bonacich 1987, *AJS* 92).
    """
    table = pd.DataFrame(dict(graph.degree(weight="weight")).items(), columns=["node", "strength"])
    linked = graph.subgraph(max(nx.connected_components(graph), key=len))
    if linked.number_of_edges():
        centrality = nx.eigenvector_centrality(linked, max_iter=1000, weight="weight")
        table["centrality"] = table["node"].map(centrality).fillna(0.0)
    else:
        table["centrality"] = 0.0
    return table.sort_values(["strength", "node"], ascending=[False, True], ignore_index=True)


def wheel(
    centre: str, upper: Iterable[str], lower: Iterable[str]
) -> dict[str, tuple[float, float]]:
    """Positions on a wheel: one node in the middle, two groups on the upper and the lower rim.

    Every second node of the lower group stands further in, so that labels do not touch.

    Returns
    -------
    dict
        Node to (x, y), both from -1 to 1.
    """
    place = {centre: (0.0, 0.0)}
    for group, start, end, inner in ((upper, 155, 25, 1.0), (lower, 185, 355, 0.72)):
        group = [node for node in group if node != centre]
        for position, node in enumerate(group):
            turn = 0.5 if len(group) == 1 else position / (len(group) - 1)
            angle = math.radians(start + turn * (end - start))
            radius = inner if position % 2 else 1.0
            place[node] = (round(radius * math.cos(angle), 4), round(radius * math.sin(angle), 4))
    return place


def edges(graphs: Iterable[nx.Graph]) -> pd.DataFrame:
    """Edge list of yearly graphs.

    Returns
    -------
    DataFrame
        year, source, target (in alphabetical order), weight; sorted by year and weight.
    """
    rows = [
        (graph.graph["year"], *sorted((source, target)), weight)
        for graph in graphs
        for source, target, weight in graph.edges(data="weight")
    ]
    table = pd.DataFrame(rows, columns=["year", "source", "target", "weight"])
    return table.sort_values(
        ["year", "weight", "source", "target"],
        ascending=[True, False, True, True],
        ignore_index=True,
    )


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
        for parent, relation in claim.parents:
            graph.add_edge(claim.id, parent, relation=relation)
    if not nx.is_directed_acyclic_graph(graph):
        raise ValueError(f"data/claims.yml: parents form a circle: {nx.find_cycle(graph)}")
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


def _depth(graph: nx.DiGraph, node: str) -> int:
    """Steps from a claim to its thesis, by first parents."""
    parents = list(graph.successors(node))
    return 1 + _depth(graph, parents[0]) if parents else 0
