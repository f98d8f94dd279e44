"""Inference: how sure a value is, and how unusual.

- :mod:`~eastward.inference.specification`: one measure under every exchangeable choice;
- :mod:`~eastward.inference.placebo`: the same value for every other unit;
- :mod:`~eastward.inference.series`: a series before and after a known date;
- :mod:`~eastward.inference.breaks`: the date of a break, searched instead of assumed;
- :mod:`~eastward.inference.permutation`: what differences chance assignment gives;
- :mod:`~eastward.inference.intervals`: how far a share, a count or a mean is known;
- :mod:`~eastward.inference.resampling`: the same for any statistic, in blocks or clusters;
- :mod:`~eastward.inference.persistence`: how much a series remembers;

Import from the modules: a chapter then depends on those that it uses and on no other. Whatever
draws at random takes a seed, so that a page computes the same number every time.
"""
