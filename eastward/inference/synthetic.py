"""Synthetic control: what a mix of other units would have shown in a unit's place.

Public names: :func:`mix`, :func:`gap`, :func:`lead`.

Weights are not negative and sum to one, so that the twin lies among the units that it is mixed of
(Abadie, Diamond and Hainmueller 2010, *JASA* 105). All years before the date are the predictors,
each with one weight; the least squares then have one solver, exact and without a seed.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

SUM = 1e4  # weight of the rule that the weights sum to one, beside values of about one


def mix(panel: pd.DataFrame, unit: str, donors: Iterable[str]) -> pd.Series:
    """Weights of the mix of donors that is nearest to a unit in all years of a panel.

    Parameters
    ----------
    panel : DataFrame
        Years by units, without missing values in the unit and the donors.
    unit : str
        The unit.
    donors : iterable of str
        Units to be mixed.

    Returns
    -------
    Series
        Weights by donor: not negative, of sum one.

    Examples
    --------
    >>> panel = pd.DataFrame({"A": [1.0, 2.0, 2.5], "B": [0.0, 2.0, 4.0], "C": [2.0, 2.0, 1.0]})
    >>> mix(panel, "A", ["B", "C"]).round(3).to_dict()
    {'B': 0.5, 'C': 0.5}
    """
    from scipy.optimize import nnls

    donors = list(donors)
    scale = SUM * max(float(panel[[unit, *donors]].abs().to_numpy().max()), 1e-9)
    left = np.vstack([panel[donors].to_numpy(dtype=float), np.full(len(donors), scale)])
    right = np.append(panel[unit].to_numpy(dtype=float), scale)
    found, _ = nnls(left, right)
    return pd.Series(found / found.sum(), index=donors)


def gap(panel: pd.DataFrame, unit: str, donors: Iterable[str], at: int) -> pd.Series:
    """A unit less its synthetic twin in every year, the twin mixed from the years before a date.

    Examples
    --------
    >>> panel = pd.DataFrame({"A": [1.0, 2.0, 9.0], "B": [0.0, 2.0, 4.0], "C": [2.0, 2.0, 4.0]})
    >>> gap(panel, "A", ["B", "C"], 2).abs().round(3).tolist()
    [0.0, 0.0, 5.0]
    """
    weights = mix(panel[panel.index < at], unit, donors)
    return panel[unit] - panel[weights.index] @ weights


def lead(panel: pd.DataFrame, units: Iterable[str], donors: Iterable[str], at: int) -> pd.DataFrame:
    """How far each unit lies above its twin after a date, measured by the fit before it.

    Parameters
    ----------
    panel : DataFrame
        Years by units; units with a missing value are left out.
    units : iterable of str
        Units that get a twin.
    donors : iterable of str
        Units to be mixed; none is its own donor.
    at : int
        First year after the date.

    Returns
    -------
    DataFrame
        By unit: value (mean gap after, over the root of the mean squared gap before), gap, fit.
        Empty with fewer than two donors or without a year on either side.
    """
    panel = panel.dropna(axis=1)
    donors = [one for one in donors if one in panel]
    rows = {}
    after = panel.index >= at
    if len(donors) > 2 and after.any() and (~after).sum() > 2:
        for unit in (one for one in units if one in panel):
            own = gap(panel, unit, [one for one in donors if one != unit], at)
            fit = float(np.sqrt((own[~after] ** 2).mean()))
            rows[unit] = (own[after].mean() / fit if fit else np.nan, own[after].mean(), fit)
    return pd.DataFrame.from_dict(rows, orient="index", columns=["value", "gap", "fit"])
