"""The chart kinds. The data are not real."""

import re

import pandas as pd
import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

from eastward.figures import charts, theme

DATA = pd.DataFrame(
    {
        "series": ["IRN", "IRN", "RUS", "RUS"],
        "year": [2000, 2001] * 2,
        "value": [1.0, 2.0, 3.0, 2.0],
    }
)


def datasets(chart):
    return chart.to_dict()["datasets"].values()


def drawn(chart):
    spec = chart.to_dict() | {"width": 400}
    return vl_convert.vegalite_to_svg(spec)


def test_lines_carry_their_labels_and_the_marks():
    svg = drawn(
        charts.lines(DATA, "value, units", {"IRN": "Iran", "RUS": "Russia"}, {"shock": 2000.9})
    )
    assert all(text in svg for text in (">Iran<", ">Russia<", ">shock<", "value, units"))


def test_a_label_stands_at_the_end_of_its_own_line():
    chart = charts.lines(DATA, "v", {"IRN": "Iran", "RUS": "Russia"}, {}).to_dict()
    labels = next(data for data in chart["datasets"].values() if "place" in data[0])
    assert {(row["series"], row["label"], row["year"]) for row in labels} == {
        ("IRN", "Iran", 2001),
        ("RUS", "Russia", 2001),
    }


def test_names_at_the_ends_have_the_colours_of_letters():
    """Those of lines are too pale to be read at this size."""
    names = {"IRN": "Iran", "CHN": "China", "XXX": "others"}
    data = charts.long({code: pd.Series({2000: 1.0, 2001: at}) for at, code in enumerate(names)})
    svg = drawn(charts.lines(data, "v", names, {}))
    for code, name in names.items():
        assert re.search(rf'fill="{theme.text_colour(code)}"[^>]*>{name}<', svg)


@pytest.mark.parametrize(("width", "anchor"), [(600, "start"), (300, "end")])
def test_names_stand_beside_a_wide_plot_and_inside_a_narrow_one(width, anchor):
    names = {"IRN": "a long name of a state", "RUS": "Russia"}
    svg = vl_convert.vegalite_to_svg(
        charts.lines(DATA, "v", names, {}).to_dict() | {"width": width}
    )
    tag = re.search(r"<text [^>]*>a long name of a state<", svg)[0]
    x = float(re.search(r"translate\(([\d.]+)", tag)[1])
    assert f'text-anchor="{anchor}"' in tag
    if anchor == "end":
        assert x == pytest.approx(width, abs=1)
    else:
        assert x + charts.LETTER * len("a long name of a state") <= width + charts.PADDING["right"]


def test_a_plot_without_rules_has_no_empty_band_above():
    tops = [charts.padding(count)["top"] for count in range(3)]
    assert tops[0] < charts.STEP and tops == sorted(set(tops))
    bare = charts.lines(DATA, "v", {"IRN": "Iran"}, {}).to_dict()
    assert bare["padding"] == charts.padding()


def test_an_event_has_the_colour_and_the_shape_of_its_kind():
    days = pd.DataFrame({"date": ["2018-01-01", "2018-02-01"], "value": [1.0, 2.0]})
    events = days.assign(title="x", kind=["near", "far"])
    kinds = {
        "near": ("#000000", "circle"),
        "far": ("#ffffff", "square"),
        "none": ("#888888", "cross"),
    }
    found = charts.timeline(days, events, "v", kinds, {}).to_dict()["layer"][-1]["encoding"]
    for channel, place in (("color", 0), ("shape", 1)):
        scale = found[channel]["scale"]
        paired = dict(zip(scale["domain"], scale["range"], strict=True))
        assert paired == {kind: kinds[kind][place] for kind in ("near", "far")}


def test_lines_without_data_say_so():
    assert "No data under these parameters" in drawn(
        charts.lines(DATA[:0], "v", {"IRN": "Iran"}, {})
    )


@given(st.lists(st.floats(0, 100), min_size=2, max_size=8))
def test_labels_at_the_ends_never_overlap_and_keep_their_order(values):
    ends = pd.DataFrame(
        {
            "series": [f"s{i}" for i in range(len(values))],
            "label": "x",
            "year": 2000,
            "value": values,
        }
    )
    places = charts._line_ends(ends, gap=5)["place"]
    assert places.is_monotonic_increasing
    assert (places.diff().dropna() >= 5 - 1e-9).all()


@pytest.mark.parametrize(
    ("day", "place"), [("2018-01-01", 2017.5), ("2018-07-02", 2018.0), ("2018-12-31", 2018.5)]
)
def test_a_years_value_stands_at_its_middle(day, place):
    assert charts.year_position(day) == pytest.approx(place, abs=0.01)


def test_long_keeps_every_value():
    frame = charts.long({"a": pd.Series({2000: 1.0, 2001: 2.0}), "b": pd.Series(dtype=float)})
    assert frame.to_dict("list") == {
        "series": ["a", "a"],
        "year": [2000, 2001],
        "value": [1.0, 2.0],
    }
    assert charts.long({}).empty
