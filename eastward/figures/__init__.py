"""Figures, made once for web and print.

Modules: ``theme`` (colours, dashes, fonts), ``bundle`` (one figure as one MIME bundle), ``charts``
(the chart kinds of the book), ``network`` (network diagrams).
"""

from eastward.figures.bundle import Figure

__all__ = ["Figure"]
