"""Measures on the oil market, against cases worked out by hand. The state A is not real."""

import pandas as pd
import pytest

from eastward.measures import markets


def test_share_of_a_total():
    frame = pd.DataFrame(
        {"state": ["A", "WLD", "WLD"], "year": [2000, 2000, 2001], "kbd": [5.0, 50.0, 60.0]}
    )
    assert markets.share(frame, "A", "WLD").to_dict() == {2000: 10.0}
    assert markets.share(frame, "B", "WLD").empty


def test_change_needs_both_years():
    series = pd.Series({2000: 100.0, 2001: 90.0})
    assert markets.change(series, 2000, 2001) == pytest.approx(-10.0)
    assert markets.change(series, 1999, 2001) is None


def test_nothing_has_no_change_in_per_cent():
    assert markets.change(pd.Series({2000: 0.0, 2001: 5.0}), 2000, 2001) is None


def test_price_change_compares_equal_periods():
    days = pd.date_range("2000-01-01", "2001-12-31")
    daily = pd.DataFrame(
        {"date": days, "usd_per_barrel": [20.0 if d.year == 2000 else 30.0 for d in days]}
    )
    change, n = markets.price_change(daily, "2001-12-31")
    assert change == pytest.approx(50.0)
    assert n == 731
    assert markets.price_change(daily, "1990-01-01") == (None, 0)


def test_filled_gap():
    rival, loser = pd.Series({1: 100.0, 2: 130.0}), pd.Series({1: 80.0, 2: 20.0})
    assert markets.filled_gap(rival, loser, 1, 2) == pytest.approx(50.0)
    assert markets.filled_gap(loser, rival, 1, 2) is None  # nothing was lost
    assert markets.filled_gap(rival, loser, 1, 3) is None  # a year is missing
