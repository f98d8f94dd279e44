"""Windows of years that do not overlap: the independent observations of a long claim.

Public names: :func:`window`, :data:`LENGTH`.

What states do in one year resembles what they did the year before, so four decades are no forty
observations. Windows that share no year are fewer and more nearly independent.
"""

from collections.abc import Iterable

import numpy as np

LENGTH = 5  # years, as in SIPRI's averages of deliveries


def window(years: Iterable[int], start: int, length: int = LENGTH) -> np.ndarray:
    """First year of the window in which each year lies.

    Parameters
    ----------
    years : iterable of int
        Years.
    start : int
        First year of one of the windows.
    length : int
        Years of a window.

    Examples
    --------
    >>> window([1979, 1983, 1984, 2018], start=1979).tolist()
    [1979, 1979, 1984, 2014]
    """
    years = np.asarray(years)
    return start + (years - start) // length * length
