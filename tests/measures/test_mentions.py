"""Mentions pooled over months. The channel and the states A and B are made up."""

import pandas as pd
import pytest

from eastward.measures import mentions

MENTIONS = pd.DataFrame(
    [
        ("c", "A", "2000-01", 100.0, 1),
        ("c", "A", "2000-02", 0.0, 9),
        ("c", "A", "2001-07", 50.0, 10),
        ("c", "A", "2001-08", 20.0, None),
        ("c", "B", "2000-01", 0.0, 1),
        ("d", "A", "2000-01", 0.0, 5),
    ],
    columns=["source", "state", "month", "share", "texts"],
)


def test_a_month_weighs_as_much_as_it_has_texts():
    share, texts, months = mentions.window_share(MENTIONS, "c", "A", "2000-01", "2000-12")
    assert (share, texts, months) == (pytest.approx(10), 10, 2)


def test_months_of_unknown_volume_and_windows_without_texts_have_no_share():
    assert mentions.window_share(MENTIONS, "c", "A", "2001-08", "2001-12") == (None, 0, 0)
    assert mentions.window_share(MENTIONS[:0], "c", "A", "2000-01", "2000-12") == (None, 0, 0)


def test_years_are_pooled_up_to_the_last_full_one():
    assert mentions.yearly_share(MENTIONS, "c", "A", 2001).to_dict() == {
        2000: pytest.approx(10),
        2001: pytest.approx(50),
    }
    assert list(mentions.yearly_share(MENTIONS, "c", "A", 2000).index) == [2000]
    assert mentions.yearly_share(MENTIONS[:0], "c", "A", 2001).empty
