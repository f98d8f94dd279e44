"""Pauses of a series and the years that it fills, on made-up days."""

import pandas as pd
import pytest

from eastward.measures import rhythm

DAYS = pd.Series(pd.to_datetime(["2001-12-22", "2002-01-01", "2002-03-02", "2002-03-12"]))
YEAR = range(2002, 2003)


def test_a_pause_begins_with_the_last_meeting_before():
    found = rhythm.longest_pause(DAYS, YEAR, "2002-03-31")
    assert (found.value, found.n) == (60, 3)
    assert rhythm.longest_pause(DAYS.drop(1), YEAR, "2002-03-31").value == 70
    assert rhythm.longest_pause(DAYS.drop([0, 1]), YEAR, "2002-03-12").value == 10


def test_the_time_that_is_left_is_a_pause_unless_told():
    assert rhythm.longest_pause(DAYS, YEAR, "2009-12-31").value == 294  # to the end of the year
    assert rhythm.longest_pause(DAYS, YEAR, "2009-12-31", "left out").value == 60


def test_what_comes_after_the_years_or_the_end_is_not_known():
    assert rhythm.longest_pause(DAYS, range(2003, 2004), "2009-12-31").n == 0
    assert rhythm.longest_pause(DAYS, YEAR, "2002-02-28").n == 1


def test_a_year_counts_once_and_only_as_far_as_the_record_goes():
    found = rhythm.share_of_years([2002, 2002, 2004], range(2002, 2006), last=2004)
    assert (found.value, found.n) == (pytest.approx(200 / 3), 3)
    assert rhythm.share_of_years([2002], range(2005, 2006), last=2004).value is None
