"""Maps, on made-up states of square shape."""

import numpy as np
import pandas as pd
import pytest
import vl_convert

from eastward.figures import map


def square(unit, west, south, side, ring=0):
    corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
    return [(unit, ring, i, west + x, south + y) for i, (x, y) in enumerate(corners)]


SQUARES = [("A", 40, 30, 6), ("B", 46, 30, 3), ("C", 46, 33, 3), ("D", 41, 31, 2)]
OUTLINES = pd.DataFrame(
    [corner for one in SQUARES for corner in square(*one)],
    columns=["unit", "ring", "order", "lon", "lat"],
)
SHOWN = {
    "B": map.Region("B (1900): 9 km²", "#D55E00"),
    "C": map.Region("C (1950): at most 9 km²", "#D55E00", True),
}
WINDOW = (39, 29, 50, 37)


@pytest.fixture(scope="module")
def spec():
    chart = map.regions(OUTLINES, SHOWN, {"A": "Land A"}, WINDOW, "A", top=("D",))
    return chart.to_dict() | {"width": 330}


def features(spec, layer):
    return spec["layer"][layer]["data"]["values"]


def test_every_unit_of_interest_has_a_number_that_the_legend_explains(spec):
    svg = vl_convert.vegalite_to_svg(spec)
    for text in ("1", "2", "1  B (1900): 9 km²", "2  C (1950): at most 9 km²", "Land A"):
        assert f">{text}<" in svg


def test_rings_run_clockwise_as_the_projection_takes_them(spec):
    for feature in features(spec, 2):
        for (ring,) in feature["geometry"]["coordinates"]:
            x, y = np.array(ring).T
            assert np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) < 0


def test_what_lies_on_top_is_drawn_last(spec):
    last = features(spec, 2)[-1]["geometry"]["coordinates"][0][0]
    assert min(corner[0] for corner in last) == 41


def test_only_upper_bounds_are_hatched_and_hatching_stays_inside(spec):
    (hatching,) = features(spec, 5)
    ends = np.array(hatching["geometry"]["coordinates"])
    assert ends[..., 0].min() == 46 and ends[..., 0].max() == 49
    assert ends[..., 1].min() > 33 and ends[..., 1].max() < 36


def test_nothing_is_drawn_outside_the_window():
    chart = map.regions(OUTLINES, SHOWN, {"A": "A"}, (42, 31, 48, 35), "A").to_dict()
    land = chart["layer"][2]["data"]["values"]
    corners = np.array(
        [c for one in land for (ring,) in one["geometry"]["coordinates"] for c in ring]
    )
    assert corners.min(axis=0).tolist() == [42, 31]
    assert corners.max(axis=0).tolist() == [48, 35]


def test_units_by_year_the_largest_first():
    rows = [("B", 1950, 5.0, False), ("C", 1900, 1234.0, True), ("D", 1950, 9.0, False)]
    units = pd.DataFrame(rows, columns=["unit", "year", "area_km2", "upper_bound"])
    units["name"] = "Land " + units["unit"]
    found = map.ceded(units, {1900: "#000000", 1950: "#ffffff"})
    assert list(found) == ["C", "D", "B"]
    assert found["C"] == map.Region("Land C (1900): at most 1,234 km²", "#000000", True)
    assert not found["B"].hatched


def test_without_units_there_is_no_map():
    assert "No data" in str(map.regions(OUTLINES, {}, {}, WINDOW, "A").to_dict())
