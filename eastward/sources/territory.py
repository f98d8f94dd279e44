"""Territory: today's units and their areas, what treaties with Russia moved, the one of 1921."""

import json
import lzma
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from eastward.errors import InputError
from eastward.geometry import Ring, clip, ring_area, simplify
from eastward.sources import lists

COUNTRIES = "security/ne_50m_admin_0_countries.7z"
SUBJECTS = "security/russia.geojson"
CODING = "eastward/sources/coding/territory.yml"
INVOCATIONS = "eastward/sources/coding/treaty_1921.yml"
DAGESTAN, NAKHCHIVAN = "RU-DA", "AZ-NX"
ARCHIVE_HEAD = 32  # bytes before the packed data of a 7z archive
DICTIONARY = {"id": lzma.FILTER_LZMA2, "dict_size": 1 << 23}
CODES = {"PSX": "PSE"}
NAKHCHIVAN_EAST, NAKHCHIVAN_KM2 = 46.2, 4000  # degrees east of which it ends; at least so large
TOLERANCE = 0.02  # degrees, about two kilometres: less than a pixel of a map of the region
WINDOW = (20.0, 8.0, 85.0, 58.0)  # west, south, east, north: what the maps can show
SMALLEST_KM2 = 300  # islands below it are left out, but for a unit's largest ring


def unpack(archive: bytes) -> bytes:
    """Unpack a 7z archive that holds one file packed by LZMA2, as Natural Earth's does.

    Such an archive is a head of 32 bytes, the packed stream, and an index that is not needed.
    """
    if archive[:6] != b"7z\xbc\xaf\x27\x1c":
        raise InputError(f"{COUNTRIES}: not a 7z archive")
    return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[DICTIONARY]).decompress(
        archive[ARCHIVE_HEAD:]
    )


def rings_of(geometry: dict) -> list[Ring]:
    """Return the rings of a GeoJSON polygon or multipolygon, outer rings and holes alike."""
    many = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if many else [geometry["coordinates"]]
    return [np.array(ring, dtype=float)[:, :2] for polygon in polygons for ring in polygon]


def area(rings: list[Ring]) -> float:
    """Area of some rings in square kilometres, holes taken off."""
    return abs(sum(ring_area(*ring.T) for ring in rings))


def _is_nakhchivan(ring: Ring) -> bool:
    return ring[:, 0].max() < NAKHCHIVAN_EAST and abs(ring_area(*ring.T)) > NAKHCHIVAN_KM2


def units(files: dict[str, Path]) -> dict[str, list[Ring]]:
    """Read the outlines of all states, of Nakhchivan apart from Azerbaijan, and of Dagestan.

    Returns
    -------
    dict
        ISO3 or ISO 3166-2 code to rings.
    """
    world = json.loads(unpack(files[COUNTRIES].read_bytes()))
    found = {}
    for feature in world["features"]:
        code = feature["properties"]["ADM0_A3"]
        found[CODES.get(code, code)] = rings_of(feature["geometry"])
    azerbaijan = found["AZE"]
    found[NAKHCHIVAN] = [ring for ring in azerbaijan if _is_nakhchivan(ring)]
    found["AZE"] = [ring for ring in azerbaijan if not _is_nakhchivan(ring)]
    subjects = json.loads(files[SUBJECTS].read_text(encoding="utf-8"))
    [dagestan] = [
        feature
        for feature in subjects["features"]
        if feature["properties"]["name_latin"] == "Republic of Dagestan"
    ]
    found[DAGESTAN] = rings_of(dagestan["geometry"])
    return found


def territory(files: dict[str, Path]) -> pd.DataFrame:
    """Build the areas of today's units that stand for what the treaties moved.

    Sources: outlines from Natural Earth (1:50 million) and, for Dagestan, OpenStreetMap; which
    unit stands for what, and why, from the coding file.  Areas are computed in an equal-area
    projection from the outlines, not from the simplified basemap.  Traps: no unit of today is
    what a treaty moved; those that hold more are upper bounds; Turkmenistan's outline leaves out
    the lagoon of Garabogazkol, which its official area includes.

    Returns
    -------
    DataFrame
        unit, name, state (ISO3), treaty, event, year, area_km2, upper_bound, rationale,
        source_title, source_address.
    """
    coding = yaml.safe_load(files[CODING].read_text(encoding="utf-8"))
    outlines = units(files)
    rows = []
    for unit, entry in coding["units"].items():
        treaty = coding["treaties"].get(entry.get("treaty"), {})
        rows.append(
            {
                "unit": unit,
                "name": entry["name"],
                "state": entry.get("state", unit),
                "treaty": entry.get("treaty"),
                "event": treaty.get("event"),
                "year": treaty.get("year"),
                "area_km2": area(outlines[unit]),
                "upper_bound": entry["upper_bound"],
                "rationale": entry["rationale"],
                "source_title": entry.get("source_title"),
                "source_address": entry.get("source_address"),
            }
        )
    return pd.DataFrame(rows).astype({"year": "Int64"})


def basemap(files: dict[str, Path]) -> pd.DataFrame:
    """Build light outlines for maps of the region: cut at a window, simplified, rounded.

    Traps: what lies outside the window is cut off, so that areas may not be taken from here;
    small islands are left out; Natural Earth draws borders as they are held, not as they are
    claimed (Crimea lies in Russia, Northern Cyprus and Kashmir's parts with who holds them);
    neighbours are simplified one by one, so that their common borders may differ by the
    tolerance; Dagestan and Nakhchivan are drawn on top.

    Returns
    -------
    DataFrame
        unit, state (ISO3), ring, order, lon, lat (degrees).
    """
    coding = yaml.safe_load(files[CODING].read_text(encoding="utf-8"))
    outlines = units(files)
    parts = []
    for unit in coding["basemap"]:
        rings = [cut for ring in outlines[unit] for cut in clip(ring, WINDOW)]
        sizes = [abs(ring_area(*ring.T)) for ring in rings]
        large = [
            ring
            for ring, size in zip(rings, sizes, strict=True)
            if size >= SMALLEST_KM2 or size == max(sizes)
        ]
        for number, ring in enumerate(large):
            corners = simplify(ring, TOLERANCE).round(2)
            moved = (np.diff(corners, axis=0, prepend=np.nan) != 0).any(axis=1)
            corners = corners[moved]
            state = coding["units"].get(unit, {}).get("state", unit)
            part = pd.DataFrame(corners, columns=["lon", "lat"])
            parts.append(part.assign(unit=unit, state=state, ring=number, order=part.index))
    return pd.concat(parts)


def border_agreements(files: dict[str, Path]) -> pd.DataFrame:
    """Build the agreements that laid or moved the border of Iran and Russia, from the coding file.

    Trap: the list has the agreements that the project has seen on a page, not all protocols of
    demarcation; after 1991 Russia and Iran have no land border.

    Returns
    -------
    DataFrame
        agreement, date, effect, gains (ISO3), content, corroboration; title, address and read
        of source and second.
    """
    coding = lists.parsed(files[CODING])["borders"]
    frame = lists.sourced(pd.DataFrame.from_dict(coding, orient="index"))
    frame = frame.rename_axis("agreement").reset_index()
    return frame.assign(date=pd.to_datetime(frame["date"]))


def treaty_invocations(files: dict[str, Path]) -> pd.DataFrame:
    """Build the occasions on which Moscow held the treaty of 1921 against Iran, from their file.

    Trap: the list has what was found on pages, so that it can be too short and not too long.

    Returns
    -------
    DataFrame
        date, address (ISO3), occasion, named, corroboration; title, address and read of source and
        second.
    """
    frame = lists.sourced(lists.entries(files[INVOCATIONS]))
    frame = frame.rename_axis("date").reset_index()
    return frame.assign(date=pd.to_datetime(frame["date"]), named=frame["named"] == "yes")
