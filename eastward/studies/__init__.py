"""Studies: the tables, measures and ways to count of one subject, put together for its tests.

A study holds the tables and the states of one question. Each of its methods answers one declared
test and returns the keywords of :meth:`.Chapter.judge`: the measured value, its peers and the
other ways to count where the register declares them, and facts for the prose.

- :mod:`~eastward.studies.ledger`: goods trade of one state;
- :mod:`~eastward.studies.retreat`: Europe's retreat from it;
- :mod:`~eastward.studies.barrels`: its place in the oil market;
- :mod:`~eastward.studies.papers`: the documents on both.
"""
