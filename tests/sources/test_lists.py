"""The project's own lists, on made-up rows."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import lists


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("date,round,n,share,sure\n2001-02,1,5,6.0,true\n2001,1+2,,,false\n")
    return file


def test_a_table_keeps_dates_as_text_and_whole_numbers_whole(table):
    rows = lists.rows(table)
    assert rows["date"].tolist() == ["2001-02", "2001"]
    assert rows["round"].tolist() == ["1", "1+2"]
    assert rows["n"].dtype == "Int64" and pd.isna(rows["n"].iloc[1])
    assert rows["sure"].tolist() == [True, False]


def test_a_date_ends_with_the_month_or_year_that_is_known(table):
    rows = lists.dated(table)
    assert rows["end_date"].tolist() == [pd.Timestamp("2001-02-28"), pd.Timestamp("2001-12-31")]
    assert rows["precision"].tolist() == ["month", "year"]


def test_a_date_that_is_none_is_refused(tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("date\nsoon\n")
    with pytest.raises(InputError, match="date 'soon'"):
        lists.dated(file)


def test_no_stays_a_word_in_entries(tmp_path):
    file = tmp_path / "list.yml"
    file.write_text("E1: {same_side: no, day: 2001-01-01}\nE2: {same_side: yes}\n")
    rows = lists.entries(file)
    assert rows["same_side"].tolist() == ["no", "yes"]
    assert rows["day"].tolist()[0] == "2001-01-01" and pd.isna(rows["day"].iloc[1])
