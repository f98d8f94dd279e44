"""Dates of every precision."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.sources import dates


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1813-10-24", "1813-10-24", "1813-10-24", "day"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("1979", "1979-01-01", "1979-12-31", "year"),
        ("2016/2021", "2016-01-01", "2021-12-31", "span"),
    ],
)
def test_period(text, first, last, precision):
    assert dates.period(text) == (pd.Timestamp(first), pd.Timestamp(last), precision)


@pytest.mark.parametrize("text", ["", "May 2018", "2018-13", "2018-02-30", "2018/x", "18"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(InputError, match="expected YYYY"):
        dates.period(text)


@given(st.dates(pd.Timestamp("1800-01-01").date(), pd.Timestamp("2100-01-01").date()))
def test_a_day_lies_in_its_month_and_year(day):
    stamp = pd.Timestamp(day)
    for text in (str(day), str(day)[:7], str(day)[:4]):
        first, last, _ = dates.period(text)
        assert first <= stamp <= last


def test_a_given_end_goes_before_the_end_of_the_date_itself():
    found = dates.spans(pd.Series(["2001-02", "2001-02"]), pd.Series([None, "2003"]))
    assert found["end_date"].tolist() == [pd.Timestamp("2001-02-28"), pd.Timestamp("2003-12-31")]
    assert found["precision"].tolist() == ["month", "month"]
