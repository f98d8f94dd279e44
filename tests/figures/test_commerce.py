"""The economic chapter's figures: parts, titles and the case without data. Numbers are not real."""

import json
from types import SimpleNamespace

import pandas as pd
import pytest
import vl_convert

from eastward.figures import commerce

FOUND = pd.DataFrame(
    [
        ("A", "2018-05-10", "exit;WEST", "leaves at once"),
        ("B", "2018-06-01", "stay;CHN", "stays"),
        ("B", "2018-11-01", "exit;CHN", "leaves after all"),
        ("Count", "2018-07-01", "exit;count", "not one firm"),
    ],
    columns=["issuer", "end_date", "tags", "shows"],
).assign(end_date=lambda frame: pd.to_datetime(frame["end_date"]))

DAILY = pd.DataFrame({"date": pd.date_range("2018-01-01", "2018-12-31"), "usd_per_barrel": 70.0})


def test_firms_have_a_row_each_and_the_title_counts_western_ones():
    parts = commerce.firms(FOUND, {"shock": "2018-05-08"})
    assert parts["title"].startswith("1 Western firms")
    assert parts["data"]["firm"].tolist() == ["A", "B", "B"]
    svg = vl_convert.vegalite_to_svg(parts["chart"].to_dict() | {"width": 600})
    assert ">A<" in svg and ">B<" in svg and "others" not in svg


def test_without_data_there_is_an_empty_frame_and_a_chart_that_says_so():
    for parts in (
        commerce.firms(FOUND.head(0), {}),
        commerce.meetings(DAILY.head(0), FOUND.head(0), {}),
    ):
        assert parts["data"].empty
        assert "No data" in str(parts["chart"].to_dict())


def test_the_price_has_the_meetings_in_its_data():
    decisions = FOUND.head(1).assign(date=pd.Timestamp("2018-06-23"), tags="decision;apart")
    parts = commerce.meetings(DAILY, decisions, commerce.days("2018-08-31", "2018-05-08"))
    assert parts["data"]["kind"].dropna().tolist() == ["opposite sides"]
    assert "June 2018 opposite sides" in parts["alt"]


def test_a_rule_beyond_the_data_is_left_out():
    assert set(commerce.marks("2026-08-31", "2018-05-08")) == {"shock"}
    assert set(commerce.marks("2012-12-31", "2018-05-08")) == {"cut-off"}
    assert commerce.days("2026-08-31", "2018-05-08") == {"shock": "2018-05-08"}


def test_the_price_figure_counts_the_sides_and_marks_the_unclear_one():
    daily = pd.DataFrame(
        {"date": pd.date_range("2016-01-01", "2016-12-31"), "usd_per_barrel": 50.0}
    )
    decisions = pd.DataFrame(
        {
            "date": pd.to_datetime(["2016-03-01", "2016-06-01", "2016-09-01"]),
            "shows": ["x", "y", "z"],
            "tags": ["together", "apart", "unclear"],
        }
    )
    parts = commerce.meetings(daily, decisions, {})
    assert parts["title"] == "At 1 of 2 decisions the two stood on one side"
    assert "September 2016 sides unclear" in parts["alt"]
    none = commerce.meetings(daily, decisions.head(0), {})
    assert none["title"] == "The price of oil; on these states no decisions were coded"
    assert "same side" not in json.dumps(none["chart"].to_dict())


LABELS = {"IRN": "Iran", "RUS": "Russia", "CHN": "China", "EUR": "Europe"}
LABELS |= {"ARE": "Emirates", "IND": "India", "TUR": "Turkey"}


def test_partners_are_named_by_their_place_in_the_last_year():
    trade = {"EUR": [9e3, 3e3], "CHN": [1e3, 8e3], "RUS": [2e3, 1e3]}
    own = pd.DataFrame(trade, index=[2000, 2001])
    ledger = SimpleNamespace(focal="IRN", alternative="CHN", partner="RUS", own=own)
    parts = commerce.ranked(ledger, LABELS, [2001], {})
    assert (
        parts["title"] == "Of Iran's partners drawn here, China came first in 2001 and Russia last"
    )


def test_a_slice_that_rises_is_said_to_rise_and_one_that_falls_to_fall():
    output, sold = (pd.Series(values, [2015, 2016, 2017]) for values in ([3, 4, 5], [7, 5, 6]))
    oil = SimpleNamespace(slices={"crude": output}, sold_share=sold, own=lambda series: series)
    parts = commerce.slices(oil, "Iran", [2015, 2016, 2017], {})
    assert parts["title"] == ("Iran's share of output rose and of exports fell from 2015 to 2017")


def test_two_slices_that_move_alike_share_a_verb():
    sold = pd.Series([3, 4, 5], [2015, 2016, 2017])
    oil = SimpleNamespace(slices={"crude": sold}, sold_share=sold, own=lambda series: series)
    parts = commerce.slices(oil, "Iran", [2015, 2016, 2017], {})
    assert parts["title"] == "Iran's share of output and of exports rose from 2015 to 2017"


@pytest.mark.parametrize(
    ("series", "title"),
    [
        ({"late": {2005: 9.0, 2006: 3.0}}, "peaked in 2005 and was far below that in 2006"),
        ({"late": {2005: 9.0, 2006: 8.0}}, "peaked in 2005"),
        (
            {"late": {2005: 9.0, 2006: 3.0}, "press": {2007: 10.0}},
            "peaked in 2005, and higher in 2007 by another record",
        ),
    ],
)
def test_no_title_denies_what_is_drawn(series, title):
    ledger = SimpleNamespace(focal="IRN", partner="RUS")
    records = {name: pd.Series(one) for name, one in series.items()}
    parts = commerce.record(records, ledger, LABELS, [2005], {})
    assert parts["title"] == f"Iran's trade with Russia {title}"
