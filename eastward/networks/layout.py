"""Positions of nodes, the same on every run.

Public names: :func:`wheel`, :func:`by_agreement`, :func:`columns`, :func:`flanked`.
"""

import math
from collections.abc import Iterable

import networkx as nx
import numpy as np
import pandas as pd

FLOOR = 0.3  # least distance of two nodes, so that their labels do not touch


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


def by_agreement(
    pairs: pd.DataFrame, nodes: Iterable[str], left: str, right: str
) -> dict[str, tuple[float, float]]:
    """Positions that put states which vote alike near each other (Kamada and Kawai 1989).

    Parameters
    ----------
    pairs : DataFrame
        Columns state, other, agreement (0-1) for one period or many, of which the mean counts.
        Pairs that never voted together stand far apart.
    nodes : iterable of str
        Codes of the states.
    left, right : str
        Two of the nodes; the picture is turned until one lies straight to the left of the other.

    Returns
    -------
    dict
        Node to (x, y), both from -1 to 1.
    """
    nodes = sorted(set(nodes))
    known = pairs[pairs["state"].isin(nodes) & pairs["other"].isin(nodes)]
    distance = {one: {other: FLOOR + 1.0 for other in nodes} for one in nodes}
    for (one, other), near in known.groupby(["state", "other"])["agreement"].mean().items():
        distance[one][other] = distance[other][one] = FLOOR + (1 - near) ** 0.5
    graph = nx.complete_graph(nodes)
    found = nx.kamada_kawai_layout(graph, dist=distance, pos=_scaled(distance))
    across, up = found[right] - found[left]
    angle = -math.atan2(up, across)
    turned = {
        node: (x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle))
        for node, (x, y) in found.items()
    }
    low, high = (
        [end(point[axis] for point in turned.values()) for axis in (0, 1)] for end in (min, max)
    )
    half = max(high[0] - low[0], high[1] - low[1]) / 2  # one scale for both, or nearness is bent
    return {
        node: tuple(
            round(float((point[axis] - (low[axis] + high[axis]) / 2) / half), 3) for axis in (0, 1)
        )
        for node, point in turned.items()
    }


def _scaled(distance: dict[str, dict[str, float]]) -> dict[str, np.ndarray]:
    """Start from classical scaling (Torgerson 1952), whose result does not depend on an order."""
    square = pd.DataFrame(distance).to_numpy() ** 2
    np.fill_diagonal(square, 0.0)
    centred = square - square.mean(axis=0) - square.mean(axis=1)[:, None] + square.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    axes = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 0.0))
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), range(2)])  # of two mirror images, one
    return dict(zip(distance, axes, strict=True))


def columns(*groups: Iterable[str], width: float = 1.0) -> dict[str, tuple[float, float]]:
    """Positions in columns from left to right, each group from top to bottom.

    Parameters
    ----------
    *groups : iterables of str
        Nodes of each column.
    width : float
        Where the outer columns stand; less than 1 leaves room for labels beside them.

    Returns
    -------
    dict
        Node to (x, y), both from -1 to 1; a single column stands in the middle.
    """
    place = {}
    for column, group in enumerate(map(list, groups)):
        x = 2 * column / (len(groups) - 1) - 1 if len(groups) > 1 else 0.0
        for row, node in enumerate(group):
            y = 1 - 2 * row / (len(group) - 1) if len(group) > 1 else 0.0
            place[node] = (round(width * x, 4), round(y, 4))
    return place


def flanked(
    middle: Iterable[str], others: Iterable[str]
) -> tuple[dict[str, tuple[float, float]], dict[str, str]]:
    """Positions in three columns: one group in the middle, the halves of another on both sides.

    Returns
    -------
    (dict, dict)
        Node to (x, y), x from -0.6 to 0.6, which leaves room for labels beside the outer columns,
        y from 1 (top) to -1; and each outer node to the side on which its label stands.
    """
    others = list(others)
    half = -(-len(others) // 2)
    left, right = others[:half], others[half:]
    place = columns(left, middle, right, width=0.6)
    return place, dict.fromkeys(left, "left") | dict.fromkeys(right, "right")
