"""Dated events joined by coded links, as a graph in which time runs along the edges.

Public names: :func:`chain`, :func:`threads`, :func:`strands`.
"""

import networkx as nx
import pandas as pd

ORDER = "follows"  # the relation that is nothing but order in time


def chain(events: pd.DataFrame, links: pd.DataFrame) -> nx.DiGraph:
    """The chain of events: an edge leads from an earlier event to a later one.

    Parameters
    ----------
    events : DataFrame
        Column id and any others, which become attributes of the nodes.
    links : DataFrame
        Columns earlier, later, relation, basis; those whose ends ``events`` lacks are left out.

    Returns
    -------
    networkx.DiGraph
        Nodes in the order of ``events``, only those with an edge; edge attributes relation, basis.

    Raises
    ------
    ValueError
        The links form a circle.
    """
    known = set(events["id"])
    links = links[links["earlier"].isin(known) & links["later"].isin(known)]
    linked = set(links["earlier"]) | set(links["later"])
    graph = nx.DiGraph()
    for event in events.to_dict("records"):
        if event["id"] in linked:
            graph.add_node(event["id"], **event)
    for link in links.itertuples():
        graph.add_edge(link.earlier, link.later, relation=link.relation, basis=link.basis)
    if not nx.is_directed_acyclic_graph(graph):
        raise ValueError(f"links form a circle: {nx.find_cycle(graph)}")
    return graph


def threads(graph: nx.DiGraph) -> list[set[str]]:
    """Groups of events that more than order in time holds together, the largest first."""
    bare = nx.Graph()
    bare.add_nodes_from(graph)
    bare.add_edges_from(
        ends for *ends, relation in graph.edges(data="relation") if relation != ORDER
    )
    groups = sorted(nx.connected_components(bare), key=lambda group: (-len(group), min(group)))
    return [set(group) for group in groups]


def strands(graph: nx.DiGraph, columns: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Place of each event: a column by its kind and a row by its date, the earliest on top.

    An event that a link of its column would run through stands aside in the next column.

    Parameters
    ----------
    columns : dict
        Kind of event to column.

    Returns
    -------
    dict
        Event to (column, row).
    """
    order = sorted(graph, key=lambda node: (graph.nodes[node]["date"], node))
    rows = {node: row for row, node in enumerate(order)}
    column = {node: columns[graph.nodes[node]["kind"]] for node in order}
    for node in order:
        while any(
            column[earlier] == column[later] == column[node]
            and rows[earlier] < rows[node] < rows[later]
            for earlier, later in graph.edges
        ):
            column[node] += 1
    return {node: (column[node], rows[node]) for node in order}
