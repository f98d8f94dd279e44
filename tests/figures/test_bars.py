"""Bars. The counts are not real."""

import pandas as pd
import vl_convert

from eastward.figures import bars

KINDS = {"x": ("first kind", "#0072B2"), "y": ("second kind", "#E69F00")}
COUNTS = pd.DataFrame(
    [(2000, "x", 1), (2000, "y", 2), (2003, "x", 3), (2003, "z", 9)],
    columns=["period", "kind", "value"],
)


def encoding(chart):
    return chart.to_dict()["layer"][0]["encoding"]


def test_years_without_a_bar_keep_their_place():
    years = pd.DataFrame([(2000, "x", 1), (2001, "x", 1), (2003, "x", 2)], columns=COUNTS.columns)
    domain = encoding(bars.by_period(years, "count", KINDS))["x"]["scale"]["domain"]
    assert domain == [2000, 2001, 2002, 2003]
    halves = years.assign(period=["2000 H1", "2000 H2", "2001 H2"])
    domain = encoding(bars.by_period(halves, "count", KINDS))["x"]["scale"]["domain"]
    assert domain == ["2000 H1", "2000 H2", "2001 H2"]


def test_the_labels_of_periods_fit_on_a_phone():
    years = pd.DataFrame(
        [(year, "x", 1) for year in (*range(1980, 2016), 2024)], columns=COUNTS.columns
    )
    values = encoding(bars.by_period(years, "count", KINDS))["x"]["axis"]["values"]
    assert values == [1980, 1988, 1996, 2004, 2012, 2020]
    halves = years.assign(period=[f"{year} H1" for year in years["period"]])
    values = encoding(bars.by_period(halves, "count", KINDS))["x"]["axis"]["values"]
    assert len(values) * len("2000 H1") < 30


def test_decades_keep_their_step():
    assert bars._filled([1920, 1930, 1960]) == [1920, 1930, 1940, 1950, 1960]
    assert bars._filled([1920]) == [1920]


def test_kinds_that_were_not_asked_for_are_left_out_and_counts_have_whole_ticks():
    chart = bars.by_period(COUNTS, "count", KINDS)
    [data] = chart.to_dict()["datasets"].values()
    assert {row["kind"] for row in data} == {"x", "y"}
    assert encoding(chart)["y"]["axis"]["tickMinStep"] == 1
    shares = COUNTS.assign(value=COUNTS["value"] / 7)
    assert "tickMinStep" not in encoding(bars.by_period(shares, "%", KINDS))["y"]["axis"]


def test_bars_stand_on_each_other_or_side_by_side():
    assert encoding(bars.by_period(COUNTS, "count", KINDS))["y"]["stack"] == "zero"
    beside = encoding(bars.by_period(COUNTS, "count", KINDS, stacked=False))
    assert beside["y"]["stack"] is None and beside["xOffset"]["field"] == "label"


def test_horizontal_bars_have_names_values_and_marks():
    data = pd.DataFrame(
        [("one way", "x", 5.0), ("another", "y", 1.5), ("unknown", "y", None)],
        columns=["name", "kind", "value"],
    )
    svg = vl_convert.vegalite_to_svg(
        bars.across(data, "states", KINDS, {"limit": 3}).to_dict() | {"width": 330}
    )
    for text in ("one way", "another", "5", "1.5", "limit"):
        assert f">{text}<" in svg
    assert "unknown" not in svg


def test_nothing_to_draw_is_said():
    assert "No data" in str(bars.by_period(COUNTS[:0], "count", KINDS).to_dict())
    empty = pd.DataFrame(columns=["name", "kind", "value"])
    assert "No data" in str(bars.across(empty, "states", KINDS).to_dict())


def test_the_legend_has_the_kinds_in_their_order_each_with_its_colour():
    scale = encoding(bars.by_period(COUNTS, "count", KINDS))["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == dict(KINDS.values())
    assert scale["domain"] == ["first kind", "second kind"]
