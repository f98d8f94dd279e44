"""How far an argument's premises carry its conclusion, by a gradual semantics.

Public names: :func:`established`, :func:`strengths`, :func:`pushes`, :func:`leaning`.

The map is a quantitative bipolar argumentation framework: claims with a degree of their own, and
edges that support or attack. Its semantics is DF-QuAD (Rago, Toni, Aurisicchio and Baroni 2016).
"""

from collections.abc import Mapping
from math import prod

import networkx as nx


def established(odds: float | None) -> float:
    """Degree to which tests establish a claim: 0 at even odds and below, towards 1 as they rise.

    A claim that its tests leave open, or contradict, lends nothing to what it bears on.

    Parameters
    ----------
    odds : float or None
        Of the claim's plain reading; None where no test bears on it.

    Examples
    --------
    >>> [established(odds) for odds in (None, 1, 3, 0.1)]
    [0.0, 0.0, 0.5, 0.0]
    """
    return max(0.0, (odds - 1) / (odds + 1)) if odds else 0.0


def strengths(graph: nx.DiGraph, own: Mapping[str, float]) -> dict[str, float]:
    """Strength of every claim from its own degree and from what bears on it.

    Parameters
    ----------
    graph : networkx.DiGraph
        As returned by :func:`.argument_map`: no circles, edges with ``relation``.
    own : mapping
        Claim to its own degree, from 0 to 1; claims without one have 0.

    Returns
    -------
    dict
        Claim to strength, from 0 to 1. Supporters together have 1 − ∏(1 − s), attackers likewise;
        their difference moves the claim from its own degree towards 1 or towards 0 by that share
        of the way (DF-QuAD).

    Examples
    --------
    >>> graph = nx.DiGraph()
    >>> graph.add_edge("rain", "wet", relation="supports")
    >>> graph.add_edge("roof", "wet", relation="attacks")
    >>> strengths(graph, {"rain": 0.5, "roof": 0.25})["wet"]
    0.25
    """
    found: dict[str, float] = {}
    for claim in nx.topological_sort(graph):
        support, attack = pushes(graph, found, claim)
        degree, push = own.get(claim, 0.0), support - attack
        found[claim] = degree + (push * (1 - degree) if push >= 0 else push * degree)
    return found


def pushes(graph: nx.DiGraph, found: Mapping[str, float], claim: str) -> tuple[float, float]:
    """What all that supports a claim has together, and what all that attacks it has."""
    edges = list(graph.in_edges(claim, data="relation"))
    support, attack = (
        1 - prod(1 - found[one] for one, _, way in edges if way == relation)
        for relation in ("supports", "attacks")
    )
    return support, attack


def leaning(graph: nx.DiGraph, own: Mapping[str, float], conclusion: str) -> dict[str, float]:
    """How much weaker the conclusion would be without each claim's own degree.

    Returns
    -------
    dict
        Claim to difference, the largest first; claims without a degree are left out.
    """
    whole = strengths(graph, own)[conclusion]
    lost = {
        claim: whole - strengths(graph, {**own, claim: 0.0})[conclusion]
        for claim, degree in own.items()
        if degree and claim != conclusion
    }
    return dict(sorted(lost.items(), key=lambda one: -abs(one[1])))
