"""Signed networks: friends and adversaries, put together from several layers.

Public names: :func:`layer`, :func:`signed_graph`.
"""

from collections.abc import Iterable, Mapping

import networkx as nx
import numpy as np
import pandas as pd

RULES = ("sum", "hostility")


def layer(frame: pd.DataFrame, ends: tuple[str, str], value: str, margin: float = 0.0) -> pd.Series:
    """Sign of each pair of states in one kind of data.

    Parameters
    ----------
    frame : DataFrame
        One row per observation of a pair; directions and repetitions are averaged.
    ends : (str, str)
        Columns of the two states.
    value : str
        Column of the value: positive is friendly, negative hostile. For instance the mean
        Goldstein score of events, 1 for a pact, -1 for a dispute or a sanction.
    margin : float
        Means from ``-margin`` to ``margin`` have no sign.

    Returns
    -------
    Series
        1 or -1 by pair, a frozenset of two states; pairs without a sign are left out.
    """
    pairs = pd.Series([frozenset(pair) for pair in zip(*(frame[end] for end in ends), strict=True)])
    two = pairs.map(len) == 2
    means = frame[value].reset_index(drop=True)[two].groupby(pairs[two]).mean()
    return np.sign(means[means.abs() > margin]).astype(int)


def signed_graph(
    layers: Mapping[str, pd.Series],
    nodes: Iterable[str],
    weights: Mapping[str, float] | None = None,
    rule: str = "sum",
    **attributes: object,
) -> nx.Graph:
    """Signed graph of some states from several layers.

    Parameters
    ----------
    layers : mapping
        Name to signs, as returned by :func:`layer`.
    nodes : iterable of str
        The states; each becomes a node, with or without ties.
    weights : mapping, optional
        Weight of each layer; 1 each by default.
    rule : str
        ``sum``: the sign of the weighted sum over the layers, none where it is zero.
        ``hostility``: negative where any layer is negative, as an open conflict outweighs a
        standing agreement; the weight is that of the layers on the winning side.
    **attributes
        Attributes of the graph, for instance ``year``.

    Returns
    -------
    networkx.Graph
        Edge attributes ``sign`` (1 or -1), ``weight`` (how far the layers lean that way) and
        ``layers`` (names of the layers with that sign, sorted).
    """
    if rule not in RULES:
        raise ValueError(f"rule {rule!r}: allowed {', '.join(RULES)}")
    weights = weights or dict.fromkeys(layers, 1.0)
    graph = nx.Graph(**attributes)
    graph.add_nodes_from(nodes)
    pairs = {pair for signs in layers.values() for pair in signs.index if pair <= set(graph)}
    for pair in sorted(pairs, key=sorted):
        leanings = {
            name: weights[name] * signs[pair] for name, signs in layers.items() if pair in signs
        }
        hostile = sum(value for value in leanings.values() if value < 0)
        total = hostile if rule == "hostility" and hostile else sum(leanings.values())
        sign = int(np.sign(total))
        if sign:
            agreeing = sorted(name for name, value in leanings.items() if value * sign > 0)
            graph.add_edge(*sorted(pair), sign=sign, weight=abs(total), layers=agreeing)
    return graph
