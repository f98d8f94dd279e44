"""Measures on where states stand: between two powers, and on the dimension that votes reveal.

Public names: :func:`equidistance`, :func:`camp`, :func:`ideal_point_distance`.
"""

import numpy as np
import pandas as pd

from eastward.measures import voting


def equidistance(pairs: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """How evenly every third state stands between two powers.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`.voting.agreement` gives, method ``agreement``.
    first, second : str
        ISO3 codes of the two powers.

    Returns
    -------
    DataFrame
        The period, state, the agreement with first and with second, lean (the first less the
        second, -1 to 1) and equidistance, one less the size of the lean: 1 for a state as near
        to one power as to the other, 0 for one that always votes with one and against the
        other.  The index is the project's own; it says nothing of how near both are.
    """
    keys = [pairs.columns[0], "state"]
    near = [voting.with_state(pairs, power).set_index(keys) for power in (first, second)]
    both = pd.DataFrame({"first": near[0]["agreement"], "second": near[1]["agreement"]})
    both = both.dropna().reset_index()
    both["lean"] = both["first"] - both["second"]
    both["equidistance"] = 1 - both["lean"].abs()
    return both


def camp(pairs: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """How near every state votes to the median member of a group.

    Parameters
    ----------
    pairs : DataFrame
        As :func:`.voting.agreement` gives, by year.
    members : DataFrame
        state, year: who belongs to the group and when.

    Returns
    -------
    DataFrame
        year, state, camp: the median of the state's agreements with the members, itself left out.
    """
    swapped = pairs.rename(columns={"state": "other", "other": "state"})
    inside = members.rename(columns={"state": "other"})
    rows = pd.concat([pairs, swapped]).merge(inside, on=["other", "year"])
    return rows.groupby(["year", "state"], as_index=False).agg(camp=("agreement", "median"))


def ideal_point_distance(points: pd.DataFrame, column: str = "ideal_point") -> pd.DataFrame:
    """Distance between the ideal points of every pair of states in every year.

    Parameters
    ----------
    points : DataFrame
        Columns state, year and the ideal point.
    column : str
        The estimate to take, ``ideal_point`` or ``ideal_point_all``.

    Returns
    -------
    DataFrame
        year, state, other (state before other in the alphabet), distance, 0 or more.

    Notes
    -----
    Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from
    United Nations voting data. *Journal of Conflict Resolution* 61(2), 430-456.
    """
    known = points.dropna(subset=column)
    wide = known.pivot(index="year", columns="state", values=column).sort_index(axis=1)
    values, labels = wide.to_numpy(), pd.array(wide.columns, dtype="str")
    first, second = np.triu_indices(len(labels), k=1)
    distance = np.abs(values[:, first] - values[:, second])
    year, pair = np.nonzero(~np.isnan(distance))
    return pd.DataFrame(
        {
            "year": wide.index.to_numpy()[year],
            "state": labels.take(first[pair]),
            "other": labels.take(second[pair]),
            "distance": distance[year, pair],
        }
    )
