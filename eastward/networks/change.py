"""Networks over time: which edges there are, which stay, and which change their sign.

Public names: :func:`edges`, :func:`jaccard`, :func:`persistence`.
"""

from collections.abc import Iterable
from itertools import pairwise

import networkx as nx
import pandas as pd

from eastward.measures import sets


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


def _edge_set(graph: nx.Graph) -> set:
    """Edges as a set that does not depend on the direction in which an undirected one is named."""
    if graph.is_directed():
        return set(graph.edges)
    return {frozenset(edge) for edge in graph.edges}


def jaccard(before: nx.Graph, after: nx.Graph) -> float | None:
    """Share of the edges of either network that both have.

    The index of Jaccard, used for the stability of networks between waves by Snijders, van de
    Bunt and Steglich (2010, *Social Networks* 32), who call values under 0.3 a turnover.

    Returns
    -------
    float or None
        From 0 (no common edge) to 1 (the same edges); None where neither has an edge.
    """
    first, second = _edge_set(before), _edge_set(after)
    return sets.jaccard(first, second)


def persistence(graphs: Iterable[nx.Graph]) -> pd.DataFrame:
    """What each network kept, gained and lost since the one before.

    Parameters
    ----------
    graphs : iterable of networkx.Graph
        In order of time, each with the graph attribute ``year``. With an edge attribute
        ``sign``, edges that keep it are told from those that turn.

    Returns
    -------
    DataFrame
        year, since (year of the network before), kept, turned (kept, but with the other sign), new,
        lost (numbers of edges), jaccard (see :func:`jaccard`; nan where there is no edge).
    """
    rows = []
    for before, after in pairwise(graphs):
        first, second = _edge_set(before), _edge_set(after)
        kept = first & second
        turned = sum(
            before.edges[tuple(edge)].get("sign") != after.edges[tuple(edge)].get("sign")
            for edge in kept
        )
        counts = (len(kept), turned, len(second - first), len(first - second))
        rows.append((after.graph["year"], before.graph["year"], *counts, jaccard(before, after)))
    columns = ["year", "since", "kept", "turned", "new", "lost", "jaccard"]
    return pd.DataFrame(rows, columns=columns).astype({"jaccard": float})
