"""How central a node is.

Public names: :func:`strengths`, :func:`centralities`.
"""

import networkx as nx
import pandas as pd


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


def centralities(graph: nx.Graph) -> pd.DataFrame:
    """Strength, degree, betweenness and eigenvector centrality of each node, strongest first.

    Betweenness takes the inverse of a weight as the length of an edge, so that strong ties are
    short (Newman 2001, *Physical Review E* 64, 016132; algorithm of Brandes 2001, *Journal of
    Mathematical Sociology* 25).

    Parameters
    ----------
    graph : networkx.Graph
        With a positive edge attribute ``weight``.

    Returns
    -------
    DataFrame
        node, strength, centrality (as :func:`strengths` gives them), degree (number of ties),
        betweenness (share of the shortest paths among the others that run through the node, 0 to
        1).
    """
    lengths = {(a, b): 1 / weight for a, b, weight in graph.edges(data="weight")}
    measured = graph.copy()
    nx.set_edge_attributes(measured, lengths, "length")
    between = nx.betweenness_centrality(measured, weight="length")
    table = strengths(graph)
    return table.assign(
        degree=table["node"].map(dict(graph.degree())),
        betweenness=table["node"].map(between),
    )
