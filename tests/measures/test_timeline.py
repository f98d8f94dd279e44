"""Marks on a line of time. The events are not real."""

import pandas as pd

from eastward.measures import timeline

EVENTS = pd.DataFrame(
    {
        "begin": pd.to_datetime(["1900-05-01", "1910-01-01"]),
        "finish": pd.to_datetime(["1903-12-31", "1910-12-31"]),
        "side": ["A", "B"],
        "number": [7, 8],
    }
)


def test_dates_become_years_and_columns_win_over_words():
    found = timeline.marks(EVENTS, "lane", "begin", "side", "number", "finish")
    assert found.to_dict("list") == {
        "row": ["lane", "lane"],
        "start": [1900, 1910],
        "end": [1903, 1910],
        "kind": ["A", "B"],
        "title": ["7", "8"],
    }


def test_words_stand_where_there_is_no_column_and_points_end_where_they_begin():
    found = timeline.marks(EVENTS, "lane", "begin", "war", "a war")
    assert set(found["kind"]) == {"war"} and set(found["title"]) == {"a war"}
    assert (found["start"] == found["end"]).all()


def test_an_empty_table_gives_no_marks():
    assert timeline.marks(EVENTS[:0], "lane", "begin", "side", "number").empty
