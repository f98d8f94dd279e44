"""Figures, made once for web and print.

Modules: ``theme`` (colours, dashes, fonts), ``bundle`` (one figure as one MIME bundle), ``charts``
(lines, timelines), ``specifications`` (curves of all ways to count), ``bars`` (by period, by
category), ``lanes`` (spans and events over time), ``ranks`` (placebo distributions), ``network``
(trade), ``outline`` (the argument map), ``ties`` (networks with lines of several kinds),
``matrix`` (who has what, as signs in cells), ``chain`` (dated events joined by links).
"""

from eastward.figures.bundle import Figure

__all__ = ["Figure"]
