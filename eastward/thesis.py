"""What the argument map's page says of the whole argument.

Public names: :func:`argument`, :func:`argued`, :func:`carried`.
"""

from collections.abc import Mapping
from typing import Any

import networkx as nx
import pandas as pd

from eastward.networks import strength

NAMED = 3  # claims that are named as those on which most hangs


def argument(graph: nx.DiGraph, verdicts: dict[str, str]) -> pd.DataFrame:
    """The argument map's edge list with the verdict of each claim.

    Returns
    -------
    DataFrame
        claim, relation, parent (both by title), verdict; the thesis stands without a parent.
    """
    lines = []
    for name, title in graph.nodes(data="title"):
        said = verdicts.get(name, "untested")
        parents = graph.out_edges(name, data="relation")
        lines += [(title, relation, graph.nodes[up]["title"], said) for _, up, relation in parents]
        if not parents:
            lines.append((title, "", "", said))
    return pd.DataFrame(lines, columns=["claim", "relation", "parent", "verdict"])


def argued(verdicts: dict[str, str], claims: int) -> str:
    """The argument map's finding: how many of the claims the tests support and contradict.

    Examples
    --------
    >>> argued({"a": "supported", "b": "strongly contradicted", "c": "undecided"}, 9)
    "The tests support 1 of the article's 9 claims and contradict 1"
    """
    support, against = (
        sum(word.removeprefix("strongly ") == side for word in verdicts.values())
        for side in ("supported", "contradicted")
    )
    return f"The tests support {support} of the article's {claims} claims and contradict {against}"


def carried(
    graph: nx.DiGraph, degrees: Mapping[str, float], found: Mapping[str, float], thesis: str
) -> dict[str, Any]:
    """What the argument map's prose says of strength.

    Parameters
    ----------
    graph, degrees, found
        The map, the claims' own degrees, and all strengths (:mod:`.networks.strength`).
    thesis : str
        The claim at the top.
    """
    lost = strength.leaning(graph, degrees, thesis)
    names = [graph.nodes[name]["title"] for name, one in lost.items() if one > 0][:NAMED]
    support, attack = strength.pushes(graph, found, thesis)
    most = (
        f"What speaks for it hangs most on {'; '.join(names)}."
        if names
        else "So nothing speaks for it yet."
    )
    return {
        "claims": len(graph) - 1,
        "open": sum(not degrees.get(name) for name in graph if name != thesis),
        "strength": found[thesis],
        "support": support,
        "attack": attack,
        "most": most,
    }
