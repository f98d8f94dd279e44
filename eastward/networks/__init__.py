"""Networks: graphs built from tables, measures on them, and layouts that never change by chance.

- :mod:`~eastward.networks.flows`: trade and votes as graphs, and their backbone;
- :mod:`~eastward.networks.centrality`: how central a node is;
- :mod:`~eastward.networks.change`: which ties came, stayed and went;
- :mod:`~eastward.networks.bipartite`: who belongs to what;
- :mod:`~eastward.networks.conflict`: who fought whom;
- :mod:`~eastward.networks.signed`: friends and foes in one graph;
- :mod:`~eastward.networks.balance`: how far such a graph is from two camps;
- :mod:`~eastward.networks.layout`: where nodes stand;
- :mod:`~eastward.networks.chain`: dated events joined by links;
- :mod:`~eastward.networks.argument`: the claims and what bears on what.

Import from the modules: a chapter then depends on those that it uses and on no other.
"""
