"""Networks of two kinds of nodes, such as actors and meetings, and their projections.

Public names: :func:`affiliation`, :func:`projection`, :func:`around_two`.
"""

from collections.abc import Iterable

import networkx as nx
import pandas as pd

WEIGHTINGS = {
    "newman": nx.bipartite.collaboration_weighted_projected_graph,
    "count": nx.bipartite.weighted_projected_graph,
}


def affiliation(frame: pd.DataFrame, upper: str, lower: str) -> nx.Graph:
    """Graph of who belongs to what.

    Parameters
    ----------
    frame : DataFrame
        One row per affiliation.
    upper, lower : str
        Columns of the two kinds, for instance actor and event. Their values must not overlap.

    Returns
    -------
    networkx.Graph
        Node attribute ``kind`` (``upper`` or ``lower``); edge attribute ``weight``, the number of
        rows.

    Raises
    ------
    ValueError
        A name occurs in both columns.
    """
    twice = set(frame[upper]) & set(frame[lower])
    if twice:
        raise ValueError(f"{min(twice)} occurs both as {upper} and as {lower}")
    graph = nx.Graph()
    graph.add_nodes_from(sorted(frame[upper].unique()), kind="upper")
    graph.add_nodes_from(sorted(frame[lower].unique()), kind="lower")
    for (left, right), rows in frame.groupby([upper, lower]).size().items():
        graph.add_edge(left, right, weight=int(rows))
    return graph


def projection(
    graph: nx.Graph, nodes: Iterable[str] | None = None, weighting: str = "newman"
) -> nx.Graph:
    """Ties among one kind of nodes through what they share.

    Parameters
    ----------
    graph : networkx.Graph
        As returned by :func:`affiliation`.
    nodes : iterable of str, optional
        Nodes of one kind; by default all upper ones.
    weighting : str
        ``newman``: each shared affiliation of k members adds 1 / (k - 1), so that large meetings
        bind less (Newman 2001, *Physical Review E* 64, 016132); ``count``: each adds 1.

    Returns
    -------
    networkx.Graph
        Edge attribute ``weight``; nodes without ties stay.
    """
    if weighting not in WEIGHTINGS:
        raise ValueError(f"weighting {weighting!r}: allowed {', '.join(WEIGHTINGS)}")
    if nodes is None:
        nodes = [node for node, kind in graph.nodes(data="kind") if kind == "upper"]
    return WEIGHTINGS[weighting](graph, list(nodes))


def around_two(frame: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Edge list of who acts on what, marked by what each actor does about two targets.

    Parameters
    ----------
    frame : DataFrame
        Columns frame (such as a year), source, target; rows may repeat.
    first, second : str
        The two targets.

    Returns
    -------
    DataFrame
        frame, source, target, kind, sorted: for edges to the two targets ``both`` if the source
        acts on both in that frame, else the target; ``other`` for edges to all other targets.
    """
    edges = frame[["frame", "source", "target"]].drop_duplicates()
    edges = edges.sort_values(["frame", "target", "source"], ignore_index=True)
    on_two = edges["target"].isin([first, second])
    both = on_two.groupby([edges["frame"], edges["source"]]).transform("sum") == 2
    kind = edges["target"].where(~both, "both").where(on_two, "other")
    return edges.assign(kind=kind)
