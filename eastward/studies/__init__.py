"""Studies: the tables, measures and ways to count of one subject, put together for its tests.

A study holds the tables and the states of one question. Each of its methods answers one declared
test and returns the keywords of :meth:`.Chapter.judge`: the measured value, its peers and the
other ways to count where the register declares them, and facts for the prose.

Non-alignment:

- :mod:`~eastward.studies.pledges`: treaties with great powers, and whom they bind;
- :mod:`~eastward.studies.shelter`: powers beside a state in its disputes;
- :mod:`~eastward.studies.assembly`: its votes between two powers;
- :mod:`~eastward.studies.arsenal`: who arms it;
- :mod:`~eastward.studies.interference`: what powers did in its affairs;
- :mod:`~eastward.studies.independence`: what its leaders did and said of independence.

Grievances:

- :mod:`~eastward.studies.frontier`: land that was lost, and what was given up later;
- :mod:`~eastward.studies.crisis`: the provinces in 1945 and 1946;
- :mod:`~eastward.studies.protector`: soldiers and arms of another power;
- :mod:`~eastward.studies.covenant`: the treaty of 1921 and its uses;
- :mod:`~eastward.studies.goodwill`: polls, and doubts of leaders;
- :mod:`~eastward.studies.quarrels`: disputes by list, dealings by the chronology;
- :mod:`~eastward.studies.polls`: what people told pollsters, here and at the air base.

The air base:

- :mod:`~eastward.studies.affair`: who objected, who ended it, and what was said of the reason;
- :mod:`~eastward.studies.concert`: words on the cooperation's future, and whether it went on.

Two sanctioned states:

- :mod:`~eastward.studies.senders`: whose sanctions two states are under;
- :mod:`~eastward.studies.foothold`: what a power sold and held in a region;
- :mod:`~eastward.studies.aims`: two states' aims in a war, their votes and words.

Trade and oil:

- :mod:`~eastward.studies.ledger`: goods trade of one state;
- :mod:`~eastward.studies.retreat`: Europe's retreat from it;
- :mod:`~eastward.studies.barrels`: its place in the oil market;
- :mod:`~eastward.studies.papers`: the documents on both.
"""
