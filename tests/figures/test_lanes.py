"""Time lanes. The events are not real."""

import pandas as pd
import vl_convert

from eastward.figures import lanes

ROWS = {"a": "first lane", "b": "second lane", "c": "empty lane"}
KINDS = {"pact": lanes.Kind("#0072B2"), "war": lanes.Kind("#D55E00", "square", (3, 2))}
YEARS = pd.DataFrame(
    [("a", 1900, 1910, "pact", "A"), ("b", 1905, None, "war", "B")],
    columns=["row", "start", "end", "kind", "title"],
)
DATES = YEARS.assign(start=["2015-01-01", "2016-02-03"], end=["2015-06-30", None])


def sets(chart):
    return [data for data in chart.to_dict()["datasets"].values() if "lane" in data[0]]


def test_what_has_no_end_is_a_point():
    for data in (YEARS, DATES):
        chart = lanes.lanes(data, ROWS, KINDS, {}).to_dict()
        titles = {
            layer["mark"]["type"]: [
                row["title"] for row in chart["datasets"][layer["data"]["name"]]
            ]
            for layer in chart["layer"]
            if layer["encoding"].get("color", {}).get("field") == "kind"
        }
        assert titles == {"rule": ["A"], "point": ["B"]}


def test_every_lane_is_named_the_empty_one_too():
    svg = vl_convert.vegalite_to_svg(
        lanes.lanes(YEARS, ROWS, KINDS, {"cut-off": 1908}).to_dict() | {"width": 330}
    )
    for name in [*ROWS.values(), *KINDS, "cut-off"]:
        assert f">{name}<" in svg


def test_rows_that_were_not_asked_for_are_left_out():
    chart = lanes.lanes(YEARS, {"b": "second lane"}, KINDS, {})
    assert [row["row"] for data in sets(chart) for row in data if "row" in row] == ["b"]
    assert "No data" in str(lanes.lanes(YEARS, {"c": "empty lane"}, KINDS, {}).to_dict())


def test_a_short_time_is_told_in_months():
    text = str(lanes.lanes(DATES, ROWS, KINDS, {}).to_dict())
    assert "%b %Y" in text
    long = DATES.assign(start=["1990-01-01", "2016-02-03"])
    assert "%b %Y" not in str(lanes.lanes(long, ROWS, KINDS, {}).to_dict()).replace("%-d %B %Y", "")


def test_a_lane_s_name_stands_at_its_marks():
    chart = lanes.lanes(YEARS, ROWS, KINDS, {}).to_dict()
    rows = [row for data in chart["datasets"].values() for row in data if "lane" in row]
    named = {row["lane"]: row["name"] for row in rows if "name" in row}
    assert {row["title"]: named[row["lane"]] for row in rows if "title" in row} == {
        "A": "first lane",
        "B": "second lane",
    }
