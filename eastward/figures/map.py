"""Maps: outlines of states, with some units coloured or hatched and numbered.

Public names: :func:`regions`, :func:`ceded`, :class:`Region`.

Rings go to the chart as GeoJSON with longitudes and latitudes; Vega projects them, conic and
equal-area, so that sizes on the map can be compared.
"""

from itertools import pairwise
from typing import NamedTuple

import altair as alt
import numpy as np
import pandas as pd

from eastward import geometry
from eastward.figures import palette, theme
from eastward.figures.charts import nothing

HEIGHT = 420
SPACING = 0.55  # degrees between the lines of a hatching
LAND, BORDER, SEA, GRID = "#f2f2f2", "#9a9a9a", "#e8f1f7", "#cfdfe9"


class Region(NamedTuple):
    """A unit that the map is about."""

    label: str
    colour: str
    hatched: bool = False


def ceded(units: pd.DataFrame, colours: dict[int, str]) -> dict[str, Region]:
    """What treaties moved, as units for :func:`regions`: by year, the largest first.

    Parameters
    ----------
    units : DataFrame
        Columns unit, name, year, area_km2, upper_bound.
    colours : dict
        Year of a treaty to the colour of what it moved; upper bounds are hatched in it.
    """
    shown = {}
    ordered = units.sort_values(["year", "area_km2"], ascending=[True, False])
    for one in ordered.itertuples(index=False):
        area = f"{'at most ' if one.upper_bound else ''}{one.area_km2:,.0f} km²"
        label = f"{one.name} ({one.year}): {area}"
        shown[one.unit] = Region(label, colours[one.year], bool(one.upper_bound))
    return shown


def regions(
    outlines: pd.DataFrame,
    shown: dict[str, Region],
    names: dict[str, str],
    window: tuple[float, float, float, float],
    home: str,
    top: tuple[str, ...] = (),
) -> alt.LayerChart:
    """Draw a region with some of its units coloured; each has a number that the legend explains.

    Parameters
    ----------
    outlines : DataFrame
        Columns unit, ring, order, lon, lat.
    shown : dict
        Unit to how it is drawn, in the order of the legend; hatched where it stands for less
        than its outline.
    names : dict
        Other units to the names written on them.
    window : tuple
        West, south, east, north of the map in degrees.
    home : str
        Unit of the state that the map is about, tinted in its colour.
    top : tuple of str
        Units that lie within another's outline and are drawn over it.
    """
    if not shown:
        return nothing()
    rings = {unit: _rings(rows, window) for unit, rows in outlines.groupby("unit")}
    rings = {unit: found for unit, found in rings.items() if found}
    west, south, east, north = window
    middle = (west + east) / 2
    frame = np.array([(west, south), (west, north), (east, north), (east, south), (west, south)])
    sea = _feature([_dense(frame)])
    keys = {unit: f"{number}  {one.label}" for number, (unit, one) in enumerate(shown.items(), 1)}
    order = sorted(rings, key=lambda unit: unit in top)
    land = [_feature(rings[unit]) for unit in order]
    filled = [_feature(rings[unit], key=keys[unit]) for unit in order if unit in shown]
    hatch = [_hatching(rings[unit], one.colour) for unit, one in shown.items() if one.hatched]
    scale = alt.Scale(
        domain=list(keys.values()),
        range=[
            palette.tint(one.colour, 0.75) if one.hatched else one.colour for one in shown.values()
        ],
    )
    legend = alt.Legend(
        title=None,
        orient="bottom",
        columns=1,
        labelLimit=340,
        labelFontSize=11,
        symbolType="square",
        symbolSize=110,
    )
    shapes = [
        _shape([sea], fill=SEA, stroke=None),
        _shape([_graticule(window)], fill=None, stroke=GRID, strokeWidth=1),
        _shape(land, fill=LAND, stroke=BORDER, strokeWidth=0.6),
        _shape([_feature(rings[home])], fill=palette.tint(theme.colour(home), 0.8), stroke=BORDER),
        _shape(filled, stroke="white", strokeWidth=1).encode(
            fill=alt.Fill("properties.key:N", scale=scale, legend=legend),
            tooltip=alt.Tooltip("properties.key:N", title="unit"),
        ),
    ]
    if hatch:
        lines = alt.Stroke("properties.colour:N", scale=None)
        shapes.append(_shape(hatch, fill=None, strokeWidth=1.6).encode(stroke=lines))
    numbers = [(str(number), *_middle(rings[unit])) for number, unit in enumerate(shown, 1)]
    written = [(text, *_middle(rings[unit])) for unit, text in names.items() if unit in rings]
    chart = alt.layer(*shapes, *_texts(written, numbers)).project(
        type="conicEqualArea",
        rotate=[-middle, 0],
        parallels=[south + (north - south) / 6, north - (north - south) / 6],
        fit=sea,
    )
    return chart.properties(width="container", height=HEIGHT)


def _middle(rings: list[np.ndarray]) -> tuple[float, float]:
    lon, lat = geometry.middle(rings)
    return round(lon, 2), round(lat, 2)


def _rings(rows: pd.DataFrame, window: tuple[float, float, float, float]) -> list[np.ndarray]:
    """Rings of a unit within a window, turned clockwise, as the projection takes their inside.

    They are cut here because a chart's own clipping fails on a page with several charts.
    """
    found = []
    for _, ring in rows.groupby("ring"):
        corners = ring.sort_values("order")[["lon", "lat"]].to_numpy(dtype=float)
        for cut in map(_dense, geometry.clip(corners, window)):
            found.append(cut[::-1] if geometry.anticlockwise(cut) else cut)
    return found


def _dense(ring: np.ndarray) -> np.ndarray:
    """Add corners to long edges, which the projection would draw along great circles."""
    parts = []
    for here, ahead in pairwise(ring):
        pieces = max(1, int(np.ceil(np.abs(ahead - here).max())))
        parts.append(np.linspace(here, ahead, pieces, endpoint=False))
    return np.concatenate([*parts, ring[-1:]])


def _feature(rings: list[np.ndarray], **properties: str) -> dict:
    shape = {
        "type": "MultiPolygon",
        "coordinates": [[ring.round(2).tolist()] for ring in rings],
    }
    return {"type": "Feature", "properties": properties, "geometry": shape}


def _hatching(rings: list[np.ndarray], colour: str) -> dict:
    """Parallels of latitude across a unit, cut at its outline."""
    lines = geometry.hatching(rings, SPACING)
    segments = [[[round(lon, 2), round(lat, 2)] for lon, lat in line] for line in lines]
    return {
        "type": "Feature",
        "properties": {"colour": colour},
        "geometry": {"type": "MultiLineString", "coordinates": segments},
    }


def _graticule(window: tuple[float, float, float, float]) -> dict:
    """Meridians and parallels every five degrees."""
    west, south, east, north = window
    grid = [[[lon, lat] for lat in range(int(south), int(north) + 1)]
            for lon in range(-(-int(west) // 5) * 5, int(east) + 1, 5)]  # fmt: skip
    grid += [[[lon, lat] for lon in range(int(west), int(east) + 1)]
             for lat in range(-(-int(south) // 5) * 5, int(north) + 1, 5)]  # fmt: skip
    shape = {"type": "MultiLineString", "coordinates": grid}
    return {"type": "Feature", "properties": {}, "geometry": shape}


def _shape(features: list[dict], **mark) -> alt.Chart:
    return alt.Chart(alt.Data(values=features)).mark_geoshape(**mark)


def _texts(written: list[tuple], numbers: list[tuple]) -> list[alt.Chart]:
    """Names of the neighbours, and the numbers of the units on a white disc."""
    columns = ["text", "lon", "lat"]
    place = {"longitude": "lon:Q", "latitude": "lat:Q"}
    layers = []
    if written:
        names = alt.Chart(pd.DataFrame(written, columns=columns)).encode(**place, text="text:N")
        layers.append(names.mark_text(fontSize=12, color="#666666", fontStyle="italic"))
    base = alt.Chart(pd.DataFrame(numbers, columns=columns)).encode(**place)
    layers.append(base.mark_circle(size=190, color="white", opacity=1, stroke=theme.INK))
    layers.append(
        base.mark_text(fontSize=12, fontWeight="bold", color=theme.INK).encode(text="text:N")
    )
    return layers
