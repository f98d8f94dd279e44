"""Networks: graphs built from tables, measures on them, and layouts that never change by chance.

Public names, by module:

- flows: :func:`trade`, :func:`backbone`
- centrality: :func:`strengths`, :func:`centralities`
- change: :func:`edges`, :func:`jaccard`, :func:`persistence`
- bipartite: :func:`affiliation`, :func:`projection`
- signed: :func:`layer`, :func:`signed_graph`
- balance: :func:`triads`, :func:`balanced_share`, :func:`frustration`, :class:`Frustration`
- chain: :func:`chain`, :func:`threads`, :func:`strands`
- layout: :func:`wheel`
- argument: :func:`argument_map`, :func:`outline`
"""

from eastward.networks.argument import argument_map, outline
from eastward.networks.balance import Frustration, balanced_share, frustration, triads
from eastward.networks.bipartite import affiliation, projection
from eastward.networks.centrality import centralities, strengths
from eastward.networks.chain import chain, strands, threads
from eastward.networks.change import edges, jaccard, persistence
from eastward.networks.flows import backbone, trade
from eastward.networks.layout import wheel
from eastward.networks.signed import layer, signed_graph

__all__ = [
    "Frustration",
    "affiliation",
    "argument_map",
    "backbone",
    "balanced_share",
    "centralities",
    "chain",
    "edges",
    "frustration",
    "jaccard",
    "layer",
    "outline",
    "persistence",
    "projection",
    "signed_graph",
    "strands",
    "strengths",
    "threads",
    "trade",
    "triads",
    "wheel",
]
