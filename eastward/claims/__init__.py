"""The article's claims, the evidence rule, and the record of what was declared when.

- :mod:`~eastward.claims.models`: what a claim file may hold;
- :mod:`~eastward.claims.registry`: the files, read and checked;
- :mod:`~eastward.claims.evidence`: from a measured value to a reading's verdict;
- :mod:`~eastward.claims.record`: when each test was declared, and what changed since.
"""
