"""Placebo ranks: how unusual a value is among the same value for all units or all dates.

Public names: :func:`placebo_ranks`.
"""

import pandas as pd

from eastward.errors import InputError

ALTERNATIVES = ("two-sided", "greater", "less")


def placebo_ranks(values: pd.Series, alternative: str = "two-sided") -> pd.DataFrame:
    """Rank every unit among all, each counted among its own placebos.

    Abadie, Diamond and Hainmueller (2010, *JASA* 105) read the rank of the treated unit as a
    permutation test: if it is chance which unit was treated, a rank of 9 among 171 has p = 9/171.
    Leaving the unit out of the count would be off by one in the number of units.

    Parameters
    ----------
    values : Series
        One value a unit (a state, a dyad, a date); missing ones are left out.
    alternative : str
        What counts as extreme: ``greater``, ``less`` or ``two-sided``, which is far from the
        median of all.

    Returns
    -------
    DataFrame
        Index by unit, the most extreme first: value, place (units of equal value share the worst
        of their places), n (units with a value), p (place over n; never below 1/n) and
        percentile, a description and no test: the share of the other units, in per cent, that lie
        below; missing for a single unit.

    Raises
    ------
    InputError
        The alternative is none of the three.

    Examples
    --------
    >>> changes = pd.Series({"IRN": -8.0, "TUR": 1.0, "OMN": 0.0, "QAT": 2.0, "KWT": 1.0})
    >>> placebo_ranks(changes).loc["IRN", ["place", "n", "p", "percentile"]].tolist()
    [1.0, 5.0, 0.2, 0.0]
    >>> placebo_ranks(changes, "greater")["p"].to_dict()
    {'QAT': 0.2, 'TUR': 0.6, 'KWT': 0.6, 'OMN': 0.8, 'IRN': 1.0}
    """
    if alternative not in ALTERNATIVES:
        raise InputError(f"alternative {alternative!r}: expected one of {', '.join(ALTERNATIVES)}")
    values = values.dropna().astype(float)
    extremity = {
        "greater": values,
        "less": -values,
        "two-sided": (values - values.median()).abs(),
    }[alternative]
    place = extremity.rank(method="max", ascending=False).astype(int)
    others = len(values) - 1
    ranked = pd.DataFrame(
        {
            "value": values,
            "place": place,
            "n": len(values),
            "p": place / len(values),
            "percentile": 100 * (values.rank(method="min") - 1) / (others or float("nan")),
        }
    )
    return ranked.sort_values("place", kind="stable")
