"""Positions of nodes, the same on every run.

Public names: :func:`wheel`, :func:`columns`.
"""

import math
from collections.abc import Iterable


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
