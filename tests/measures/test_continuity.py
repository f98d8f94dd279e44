"""Joint events and half-years, on made-up events."""

import pandas as pd
import pytest

from eastward.measures import continuity

EVENTS = pd.DataFrame(
    [
        ("E1", "2001-03-01", "syria", "cooperative", "primary", "One"),
        ("E2", "2001-09-10", "syria", "cooperative", "one", "Two"),
        ("E3", "2001-10-01", "syria", "cooperative", "none", "Three"),
        ("E4", "2001-11-01", "syria", "conflictual", "two", "Four"),
        ("E5", "2002-02-01", "arms", "cooperative", "two", "Five"),
        ("E6", "2002-03-01", "syria", "cooperative", "two", "Six"),
        ("E7", "2002-04-01", "syria", "neither", "two", "Seven"),
        ("E8", "2002-05-01", "syria", "neither", "two", "Eight"),
    ],
    columns=["id", "date", "domain", "iran_russia", "corroboration", "title"],
).assign(date=lambda frame: pd.to_datetime(frame["date"]))
ACTORS = pd.DataFrame(
    [(f"E{n}", state, "party") for n in range(1, 6) for state in ("IRN", "RUS")]
    + [("E6", "IRN", "concerned"), ("E6", "RUS", "party"), ("E7", "RUS", "party")]
    + [("E8", "IRN", "party"), ("E8", "RUS", "party")],
    columns=["id", "actor", "role"],
)


def test_together_needs_both_as_parties_and_a_page():
    assert continuity.together(EVENTS, ACTORS)["id"].tolist() == ["E1", "E5"]
    assert continuity.together(EVENTS, ACTORS, "syria")["id"].tolist() == ["E1"]
    loose = continuity.together(EVENTS, ACTORS, "syria", least="one")
    assert loose["id"].tolist() == ["E1", "E2"]


def test_stance_follows_the_coding_and_then_the_parties():
    stance = continuity.stance(EVENTS, ACTORS)
    assert stance["E1"] == "together"
    assert stance["E4"] == "apart"
    assert (stance["E7"], stance["E8"]) == ("Russia alone", "neither")


def spans(windows):
    return [(f"{start:%Y-%m-%d}", f"{end:%Y-%m-%d}") for start, end in windows]


def test_half_years_from_a_day_are_whole_and_leave_the_day_out():
    assert spans(continuity.half_years("2001-08-22", "2002-09-01")) == [
        ("2001-08-23", "2002-02-22"),
        ("2002-02-23", "2002-08-22"),
    ]
    assert spans(continuity.half_years("2001-08-22", "2002-02-21")) == []
    assert spans(continuity.half_years("2001-08-22", "2002-02-22", before=1)) == [
        ("2001-02-23", "2001-08-22"),
        ("2001-08-23", "2002-02-22"),
    ]


def test_half_years_of_the_calendar_with_and_without_the_rest():
    whole = [("2002-01-01", "2002-06-30")]
    assert spans(continuity.calendar_half_years("2001-08-22", "2002-09-01")) == whole
    assert spans(continuity.calendar_half_years("2001-08-22", "2002-09-01", stub=True)) == [
        ("2001-08-23", "2001-12-31"),
        *whole,
    ]
    assert spans(continuity.calendar_half_years("2001-12-31", "2002-06-30", stub=True)) == whole
    assert continuity.calendar_half_years("2001-08-22", "2001-08-22") == []


def test_presence_says_how_surely_and_share_asks_only_whether():
    windows = continuity.half_years("2000-12-31", "2002-06-30")
    found = continuity.together(EVENTS, ACTORS, "syria", least="one")
    held = continuity.presence(found, windows)
    assert held[["filled", "sure"]].to_numpy().tolist() == [
        [True, True],
        [True, False],
        [False, False],
    ]
    assert continuity.share_filled(found, windows) == pytest.approx(200 / 3)
    assert continuity.share_filled(found, []) is None
    assert continuity.share_filled(found[:0], windows) == 0


def test_a_strip_says_what_each_stretch_holds():
    windows = continuity.half_years("2000-12-31", "2002-06-30")
    found = continuity.together(EVENTS, ACTORS, "syria", least="one")
    strip = continuity.strip(found, windows, "lane")
    assert strip["kind"].tolist() == ["corroborated", "one source only", "none in the list"]
    assert strip["title"].iloc[0] == "2001-01-01 to 2001-06-30"
    assert strip.loc[0, ["start", "end"]].tolist() == ["2001-01-13", "2001-06-18"]


def test_a_timetable_cuts_the_calendar_at_the_day():
    found = continuity.together(EVENTS, ACTORS, "syria", least="one")
    table = continuity.timetable(found, "2001-08-22", "2000-12-31", "2002-06-30")
    assert table["row"].unique().tolist() == ["events", "day", "calendar"]
    assert table.loc[table["row"] == "events", "start"].tolist() == ["2001-03-01", "2001-09-10"]
    calendar = table[table["row"] == "calendar"]
    assert calendar["title"].tolist() == [
        "2001-01-01 to 2001-06-30",
        "2001-08-23 to 2001-12-31",
        "2002-01-01 to 2002-06-30",
    ]
    assert calendar["kind"].tolist() == ["corroborated", "one source only", "none in the list"]
    assert continuity.timetable(found[:0], "2001-08-22", "2000-12-31", "2002-06-30").empty
