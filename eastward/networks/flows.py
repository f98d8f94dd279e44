"""Weighted networks of flows and votes between states, and what is kept of them for a diagram.

Public names: :func:`trade`, :func:`votes`, :func:`backbone`, :func:`closest`.
"""

from collections.abc import Iterable

import networkx as nx
import pandas as pd

from eastward.networks.change import edges


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


def votes(pairs: pd.DataFrame, nodes: Iterable[str], year: int) -> nx.Graph:
    """Weighted graph of how alike some states vote in one year.

    Parameters
    ----------
    pairs : DataFrame
        Columns year, state, other, agreement, as :func:`.voting.agreement` gives.
    nodes : iterable of str
        Codes of the states; each becomes a node, with or without votes.
    year : int
        Year.

    Returns
    -------
    networkx.Graph
        Edge attribute ``weight``: the agreement.
    """
    nodes = list(nodes)
    inside = pairs[
        (pairs["year"] == year) & pairs["state"].isin(nodes) & pairs["other"].isin(nodes)
    ]
    graph = nx.Graph(year=year)
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from(
        inside[["state", "other", "agreement"]].itertuples(index=False, name=None)
    )
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


def closest(
    pairs: pd.DataFrame, nodes: Iterable[str], focal: str, powers: Iterable[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Strongest line of every node in every year, and the lines of one of them to some powers.

    Parameters
    ----------
    pairs, nodes
        As for :func:`votes`.
    focal : str
        ISO3 code.
    powers : iterable of str
        ISO3 codes.

    Returns
    -------
    (closest, towards)
        Edge lists (year, source, target, weight); in the second the powers are the targets.
    """
    graphs = [votes(pairs, nodes, year) for year in sorted(pairs["year"].unique().tolist())]
    towards = [
        (graph.graph["year"], focal, power, graph[focal][power]["weight"])
        for power in powers
        for graph in graphs
        if graph.has_edge(focal, power)
    ]
    kept = edges([backbone(graph, keep=1) for graph in graphs])
    return kept, pd.DataFrame(towards, columns=["year", "source", "target", "weight"])
