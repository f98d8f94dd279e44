"""Structural balance of signed networks: triads and frustration.

Public names: :func:`triads`, :func:`balanced_share`, :func:`frustration`, :class:`Frustration`.

A friend of a friend and an enemy of an enemy should be friends (Heider 1946, *Journal of
Psychology* 21). A signed graph is balanced when every cycle has an even number of negative edges,
or, the same thing, when its nodes fall into two camps with friends inside and enemies across
(Cartwright and Harary 1956, *Psychological Review* 63).
"""

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

import networkx as nx
import numpy as np
import pandas as pd

LARGEST = 24  # nodes of a block whose camps are all tried: eight million
KINDS = {3: "+++", 2: "++-", 1: "+--", 0: "---"}
BALANCED = {"+++": True, "++-": False, "+--": True, "---": False}


class Frustration(NamedTuple):
    """The least that stands in the way of balance."""

    edges: float
    """Edges, or weight of edges, that every division into two camps leaves against the rule."""
    share: float | None
    """``1 - edges / half of all``: 1 is balanced, 0 the worst; None without an edge."""
    camps: tuple[tuple[str, ...], tuple[str, ...]]
    """A best division; it need not be the only one."""
    frustrated: tuple[tuple[str, str], ...]
    """The edges that this division leaves against the rule."""


def _triples(graph: nx.Graph) -> Iterator[tuple[str, str, str]]:
    for node in graph:
        later = sorted(other for other in graph[node] if other > node)
        for pair in combinations(later, 2):
            if graph.has_edge(*pair):
                yield node, *pair


def triads(graph: nx.Graph) -> pd.DataFrame:
    """Every triangle of a signed graph.

    Parameters
    ----------
    graph : networkx.Graph
        Edge attribute ``sign``, 1 or -1.

    Returns
    -------
    DataFrame
        a, b, c (nodes in alphabetical order), kind (``+++``, ``++-``, ``+--``, ``---``), balanced.
        Davis (1967, *Human Relations* 20) takes ``---`` as balanced too, where more than two camps
        are possible.
    """
    rows = []
    for triple in _triples(graph):
        friendly = sum(graph.edges[pair]["sign"] > 0 for pair in combinations(triple, 2))
        rows.append((*triple, KINDS[friendly], BALANCED[KINDS[friendly]]))
    table = pd.DataFrame(rows, columns=["a", "b", "c", "kind", "balanced"])
    return table.astype({"balanced": bool}).sort_values(["a", "b", "c"], ignore_index=True)


def balanced_share(graph: nx.Graph, node: str | None = None, weak: bool = False) -> float | None:
    """Share of the triangles that are balanced (Cartwright and Harary 1956).

    Parameters
    ----------
    graph : networkx.Graph
        Edge attribute ``sign``.
    node : str, optional
        Only the triangles of this node.
    weak : bool
        Whether three enemies count as balanced (Davis 1967).

    Returns
    -------
    float or None
        0 to 1; None where there is no triangle.
    """
    census = triads(graph)
    if node is not None:
        census = census[census[["a", "b", "c"]].eq(node).any(axis=1)]
    if census.empty:
        return None
    return float((census["balanced"] | (weak & (census["kind"] == "---"))).mean())


def _signs(number: int) -> np.ndarray:
    """All rows of ``number`` signs, the first row all positive."""
    return np.array(list(product((1.0, -1.0), repeat=number))).reshape(-1, number)


def _best_camps(block: nx.Graph, weight: str | None) -> dict[str, bool]:
    """Try every division of a block into two camps; the first node stays in the first.

    With camps as signs s and the signed weights as a matrix A, the division leaves least against
    the rule where s'As / 2 is largest. The sum is split over two halves of the nodes, so that one
    product of matrices compares all divisions.
    """
    nodes = sorted(block)
    if len(nodes) > LARGEST:
        raise ValueError(
            f"frustration: a block of {len(nodes)} nodes is too large to try every division; "
            f"the limit is {LARGEST}"
        )
    ties = nx.Graph()
    ties.add_weighted_edges_from(
        (a, b, data["sign"] * (data[weight] if weight else 1))
        for a, b, data in block.edges(data=True)
    )
    matrix = nx.to_numpy_array(ties, nodelist=nodes)
    half = (len(nodes) + 1) // 2
    upper = _signs(half)
    upper, lower = upper[upper[:, 0] > 0], _signs(len(nodes) - half)
    inner = [
        ((rows @ part) * rows).sum(axis=1) / 2
        for rows, part in ((upper, matrix[:half, :half]), (lower, matrix[half:, half:]))
    ]
    kept = inner[0][:, None] + inner[1][None, :] + upper @ matrix[:half, half:] @ lower.T
    row, column = np.unravel_index(np.argmax(kept), kept.shape)
    return dict(zip(nodes, np.concatenate([upper[row], lower[column]]) < 0, strict=True))


def frustration(graph: nx.Graph, weight: str | None = None) -> Frustration:
    """Frustration index, exactly: the fewest edges whose removal leaves the graph balanced.

    Harary (1959, *Behavioral Science* 4) calls it the line index of balance. Aref and Wilson
    (2019, *Journal of Complex Networks* 7) recommend it over counts of triangles and normalise it
    as here. Every division into two camps is tried, one biconnected block at a time, since
    blocks share single nodes and can be turned independently; edges outside cycles are never
    frustrated.

    Parameters
    ----------
    graph : networkx.Graph
        Edge attribute ``sign``, 1 or -1.
    weight : str, optional
        Edge attribute to be summed instead of counting edges.

    Raises
    ------
    ValueError
        A block has more than 24 nodes.
    """
    side = {}
    for component in nx.connected_components(graph):
        linked = graph.subgraph(component)
        camps = [
            _best_camps(linked.subgraph(block), weight)
            for block in nx.biconnected_components(linked)
        ]
        side |= _joined(camps) or dict.fromkeys(component, False)
    against = [
        tuple(sorted((a, b)))
        for a, b, sign in graph.edges(data="sign")
        if (side[a] == side[b]) != (sign > 0)
    ]
    total = graph.size(weight=weight)
    left = float(sum(graph.edges[pair][weight] if weight else 1 for pair in against))
    camps = tuple(tuple(sorted(n for n in graph if side[n] == value)) for value in (False, True))
    share = 1 - 2 * left / total if total else None
    return Frustration(left, share, camps, tuple(sorted(against)))


def _joined(blocks: list[dict[str, bool]]) -> dict[str, bool]:
    """Turn the camps of the blocks of one component so that they agree on shared nodes."""
    side: dict[str, bool] = {}
    waiting = sorted(blocks, key=sorted)
    while waiting:
        block = next((b for b in waiting if side.keys() & b.keys()), waiting[0])
        waiting.remove(block)
        shared = min(side.keys() & block.keys(), default=None)
        turn = shared is not None and side[shared] != block[shared]
        side |= {node: camp != turn for node, camp in block.items()}
    return side
