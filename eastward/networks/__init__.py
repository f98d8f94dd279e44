"""Networks: graphs built from tables, measures on them, and layouts that never change by chance.

Public names, by module:

- flows: :func:`trade`, :func:`votes`, :func:`backbone`, :func:`closest`
- centrality: :func:`strengths`, :func:`centralities`
- change: :func:`edges`, :func:`jaccard`, :func:`persistence`
- bipartite: :func:`affiliation`, :func:`projection`, :func:`around_two`
- conflict: :func:`hostility`
- signed: :func:`layer`, :func:`signed_graph`
- balance: :func:`triads`, :func:`balanced_share`, :func:`frustration`, :class:`Frustration`
- layout: :func:`wheel`, :func:`by_agreement`, :func:`flanked`, :func:`columns`
- chain: :func:`chain`, :func:`threads`, :func:`strands`
- argument: :func:`argument_map`, :func:`outline`
"""

from eastward.networks.argument import argument_map, outline
from eastward.networks.balance import Frustration, balanced_share, frustration, triads
from eastward.networks.bipartite import affiliation, around_two, projection
from eastward.networks.centrality import centralities, strengths
from eastward.networks.chain import chain, strands, threads
from eastward.networks.change import edges, jaccard, persistence
from eastward.networks.conflict import hostility
from eastward.networks.flows import backbone, closest, trade, votes
from eastward.networks.layout import by_agreement, columns, flanked, wheel
from eastward.networks.signed import layer, signed_graph

__all__ = [
    "Frustration",
    "affiliation",
    "argument_map",
    "around_two",
    "backbone",
    "balanced_share",
    "by_agreement",
    "centralities",
    "chain",
    "closest",
    "columns",
    "edges",
    "flanked",
    "frustration",
    "hostility",
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
    "votes",
    "wheel",
]
