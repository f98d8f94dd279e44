"""Positions of nodes, the same on every run.

Public names: :func:`wheel`, :func:`flanked`.
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
    place = {}
    for x, group in ((-0.6, left), (0.0, list(middle)), (0.6, right)):
        for row, node in enumerate(group):
            y = 0.0 if len(group) == 1 else 1 - 2 * row / (len(group) - 1)
            place[node] = (x, round(y, 4))
    return place, dict.fromkeys(left, "left") | dict.fromkeys(right, "right")
