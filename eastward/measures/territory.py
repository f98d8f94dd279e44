"""Measures on territory: areas of outlines on the globe, and what treaties moved.

Public names: :func:`ring_area`, :func:`areas`, :func:`clip`, :func:`moved`, :func:`cumulative`,
:func:`given_up`.

Areas are planar areas in Lambert's cylindrical equal-area projection of the WGS 84 ellipsoid
(Snyder 1987, *Map Projections: A Working Manual*, US Geological Survey Professional Paper 1395,
equations 10-14, 10-15 and 3-12): every region keeps its area, whatever its place.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

SEMI_MAJOR_KM = 6378.137
FLATTENING = 1 / 298.257223563
ECCENTRICITY = np.sqrt(FLATTENING * (2 - FLATTENING))


def _projected(lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Project degrees to kilometres, cylindrical equal-area, equator as standard parallel."""
    sine = ECCENTRICITY * np.sin(np.radians(lat))
    # Snyder's q, with his logarithm written as an area hyperbolic tangent.
    q = (1 - ECCENTRICITY**2) * (sine / (1 - sine**2) + np.arctanh(sine)) / ECCENTRICITY
    return SEMI_MAJOR_KM * np.radians(lon), SEMI_MAJOR_KM * q / 2


def ring_area(lon: ArrayLike, lat: ArrayLike) -> float:
    """Area inside a ring.

    Edges run straight in the projection; for outlines with points every few tens of kilometres
    this differs from great circles by less than one part in ten thousand.

    Parameters
    ----------
    lon, lat : array_like
        Longitudes and latitudes of the corners in degrees, shape (n,); the ring closes itself,
        whether or not the first corner is repeated. It may not cross the 180th meridian.

    Returns
    -------
    float
        Square kilometres; positive where the corners run anticlockwise, negative where clockwise.

    Examples
    --------
    >>> round(ring_area([0, 1, 1, 0], [0, 0, 1, 1]))
    12308
    """
    x, y = _projected(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


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


def clip(ring: np.ndarray, window: tuple[float, float, float, float]) -> np.ndarray:
    """Cut a ring at a window's four sides (Sutherland and Hodgman 1974); empty if outside.

    Parameters
    ----------
    ring : array, shape (corners, 2)
        The last corner repeats the first.
    window : tuple
        West, south, east, north.
    """
    for side, limit in enumerate(window):
        axis, sign = side % 2, 1 if side < 2 else -1
        inside = sign * (ring[:, axis] - limit)
        corners = []
        for i in range(len(ring) - 1):
            if inside[i] >= 0:
                corners.append(ring[i])
            if (inside[i] >= 0) != (inside[i + 1] >= 0):
                share = inside[i] / (inside[i] - inside[i + 1])
                corners.append(ring[i] + share * (ring[i + 1] - ring[i]))
        if not corners:
            return np.empty((0, 2))
        ring = np.array([*corners, corners[0]])
    return ring


def moved(territory: pd.DataFrame, today: str) -> pd.DataFrame:
    """Area that each treaty moved, with and without the units that are upper bounds only.

    Parameters
    ----------
    territory : DataFrame
        Columns unit, treaty, year, area_km2, upper_bound; the unit ``today`` has no treaty.
    today : str
        Unit whose present area the shares are of.

    Returns
    -------
    DataFrame
        treaty, year, area_km2 (units that stand for what moved), upper_km2 (all units), share and
        upper_share (the same in per cent of today's area); by year.
    """
    whole = territory.loc[territory["unit"] == today, "area_km2"]
    if len(whole) != 1:
        raise ValueError(f"territory: expected one row for {today}, found {len(whole)}")
    ceded = territory.dropna(subset="treaty")
    sure = ceded["area_km2"].where(~ceded["upper_bound"], 0.0)
    table = (
        ceded.assign(sure=sure)
        .groupby(["treaty", "year"], as_index=False)
        .agg(area_km2=("sure", "sum"), upper_km2=("area_km2", "sum"))
    )
    for column, share in (("area_km2", "share"), ("upper_km2", "upper_share")):
        table[share] = 100 * table[column] / whole.iloc[0]
    return table.sort_values("year", ignore_index=True)


def cumulative(moved: pd.DataFrame) -> pd.DataFrame:
    """Running totals of :func:`moved` over the treaties, the last row being all of them."""
    columns = ["area_km2", "upper_km2", "share", "upper_share"]
    return moved.assign(**{column: moved[column].cumsum() for column in columns})


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
