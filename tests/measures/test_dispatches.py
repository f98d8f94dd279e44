"""Parts in the reports of cooperation, on made-up reports."""

import pandas as pd
import pytest

from eastward.measures import dispatches

SPANS = {"before": ("2018-01-01", "2018-05-07"), "after": ("2018-05-08", "2018-12-31")}


def reports(*rows):
    frame = pd.DataFrame(rows, columns=["source", "target", "date", "verbal_cooperation"])
    return frame.assign(date=pd.to_datetime(frame["date"]), material_cooperation=0)


EVENTS = reports(
    ("A", "P", "2018-02-01", 1), ("B", "A", "2018-02-01", 3), ("A", "Q", "2018-03-01", 4),
    ("P", "A", "2018-06-01", 6), ("A", "B", "2018-06-01", 2), ("A", "A", "2018-06-01", 50),
)  # fmt: skip


def test_the_part_is_of_all_reports_with_others():
    found = dispatches.change(dispatches.parts(EVENTS, ["P"], SPANS), "before", "after")
    assert found.loc["A", ["before", "after", "value", "n"]].tolist() == [12.5, 75, 62.5, 3]


def test_what_counts_against_is_taken_off():
    found = dispatches.change(dispatches.parts(EVENTS, ["P"], SPANS, ["Q"]), "before", "after")
    assert found.loc["A", "before"] == -37.5


def test_states_with_few_reports_and_windows_without_any_have_no_value():
    weekly = dispatches.parts(EVENTS, ["P"], SPANS)
    assert dispatches.change(weekly, "before", "after", least=9).empty
    early = dispatches.parts(EVENTS.head(3), ["P"], SPANS)
    assert dispatches.change(early, "before", "after").empty


def test_the_interval_holds_the_value_and_draws_whole_weeks():
    weekly = dispatches.parts(EVENTS, ["P"], SPANS)
    assert dispatches.interval(weekly, "A", "before", "after") == (None, None)  # one week after
    more = pd.concat([EVENTS, reports(("A", "P", "2018-09-01", 2), ("A", "B", "2018-09-01", 2))])
    weekly = dispatches.parts(more, ["P"], SPANS)
    low, high = dispatches.interval(weekly, "A", "before", "after")
    value = dispatches.change(weekly, "before", "after").loc["A", "value"]
    assert low <= value <= high and low == pytest.approx(25, abs=1e-9)
