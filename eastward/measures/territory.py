"""Measures on territory: areas of units, and what treaties gave up.

Public names: :func:`areas`, :func:`given_up`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.geometry import ring_area


def areas(rings: pd.DataFrame) -> pd.Series:
    """Area of each unit of a map.

    Parameters
    ----------
    rings : DataFrame
        Columns unit, ring, lon, lat, corners in order; outer rings turn one way and holes the
        other.

    Returns
    -------
    Series
        Square kilometres by unit.
    """
    signed = {
        key: ring_area(ring["lon"], ring["lat"]) for key, ring in rings.groupby(["unit", "ring"])
    }
    by_ring = pd.Series(signed, index=pd.MultiIndex.from_tuples(signed, names=["unit", "ring"]))
    return by_ring.groupby("unit").sum().abs().rename("area_km2")


def given_up(
    agreements: pd.DataFrame,
    gains: str,
    after: str,
    effects: Iterable[str] = ("cession", "renunciation"),
) -> int:
    """Count the agreements by which a neighbour gained land after a day.

    Parameters
    ----------
    agreements : DataFrame
        Columns date, effect, gains.
    gains : str
        ISO3 code of the state that gained.
    after : str
        Day (ISO) after which an agreement counts.
    effects : iterable of str
        Effects that count.
    """
    later = agreements["date"] > pd.Timestamp(after)
    counted = (agreements["gains"] == gains) & agreements["effect"].isin(list(effects))
    return int((later & counted).sum())
