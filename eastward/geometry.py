"""Plane geometry of outlines: areas on the globe, cutting, simplifying, hatching.

Public names: :func:`ring_area`, :func:`clip`, :func:`simplify`, :func:`middle`, :func:`hatching`,
:func:`anticlockwise`.

A ring is an array of shape (corners, 2) of longitudes and latitudes in degrees whose last corner
repeats the first; outer rings and holes are rings alike. The work is done by shapely and pyproj.

Areas are planar areas in Lambert's cylindrical equal-area projection of the WGS 84 ellipsoid
(Snyder 1987, *Map Projections: A Working Manual*, US Geological Survey Professional Paper 1395):
every region keeps its area, whatever its place.
"""

from functools import cache

import numpy as np
import shapely
from numpy.typing import ArrayLike
from pyproj import Transformer
from shapely.algorithms.cga import signed_area

Ring = np.ndarray
Window = tuple[float, float, float, float]  # west, south, east, north


@cache
def _equal_area() -> Transformer:
    return Transformer.from_crs("EPSG:4326", "+proj=cea +ellps=WGS84 +units=km", always_xy=True)


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
    lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    return float(
        signed_area(shapely.LinearRing(np.column_stack(_equal_area().transform(lon, lat))))
    )


def anticlockwise(ring: Ring) -> bool:
    """Whether the corners of a ring run anticlockwise."""
    return bool(shapely.is_ccw(shapely.LinearRing(ring)))


def clip(ring: Ring, window: Window) -> list[Ring]:
    """Cut a ring at a window.

    Parameters
    ----------
    ring : array, shape (corners, 2)
        It may not cross itself.
    window : tuple
        West, south, east, north.

    Returns
    -------
    list of array
        The rings inside, turning and beginning as the ring did: none if it lies outside, several
        if the cut takes it apart, itself if nothing is cut.

    Examples
    --------
    >>> square = np.array([(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)], dtype=float)
    >>> [len(cut) for cut in clip(square, (2, -1, 5, 5))]
    [5]
    """
    whole, frame = shapely.Polygon(ring), shapely.box(*window)
    if frame.contains(whole):
        return [ring]
    inside = shapely.get_parts(whole.intersection(frame))
    cuts = [
        np.array(one.exterior.coords)
        for one in inside
        if one.geom_type == "Polygon" and not one.is_empty
    ]
    return [_as_before(cut, ring) for cut in cuts]


def _as_before(cut: Ring, ring: Ring) -> Ring:
    """Let a cut ring turn as it did, and begin where one who walks the ring first comes in."""
    if anticlockwise(cut) != anticlockwise(ring):
        cut = cut[::-1]
    places = {corner: place for place, corner in reversed(list(enumerate(map(tuple, ring))))}
    order = [places.get(corner, len(ring)) for corner in map(tuple, cut[:-1])]
    first = int(np.argmin(order))
    if order[first] > 0:
        first -= 1  # the corner made by the cut
    turned = np.roll(cut[:-1], -first, axis=0)
    return np.concatenate([turned, turned[:1]])


def simplify(ring: Ring, tolerance: float) -> Ring:
    """Drop the corners that lie within a tolerance of the line (Douglas and Peucker 1973).

    The first corner, which closes the ring, and the one farthest from it stay, unless the whole
    ring lies within the tolerance.

    Examples
    --------
    >>> dense = np.array([(0, 0), (2, 0.001), (4, 0), (4, 4), (0, 4), (0, 0)], dtype=float)
    >>> len(simplify(dense, 0.01))
    5
    """
    return np.array(shapely.LineString(ring).simplify(tolerance, preserve_topology=False).coords)


def middle(rings: list[Ring]) -> tuple[float, float]:
    """Centre of gravity of the largest of some rings: longitude and latitude."""
    centre = max(map(shapely.Polygon, rings), key=lambda one: one.area).centroid
    return centre.x, centre.y


def hatching(rings: list[Ring], spacing: float) -> list[list[tuple[float, float]]]:
    """Parallels of latitude across some rings, cut at their outline.

    Parameters
    ----------
    rings : list of array
        Outer rings of a unit; where one lies in another, it is a hole.
    spacing : float
        Degrees between the lines.

    Returns
    -------
    list
        Lines of two corners (longitude, latitude), from south to north.
    """
    area = shapely.Polygon()
    for ring in rings:
        area = area.symmetric_difference(shapely.Polygon(ring))
    west, south, east, north = area.bounds
    levels = np.arange(south + spacing / 2, north, spacing)
    lines = [shapely.LineString([(west - 1, lat), (east + 1, lat)]) for lat in levels]
    cuts = [one for line in lines for one in shapely.get_parts(area.intersection(line))]
    return [sorted(one.coords) for one in cuts if one.length > 0]
