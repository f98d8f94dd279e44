"""Brent prices and exchange rates against values read upstream and against each other."""

import pandas as pd
import pytest

from eastward import tables


def test_brent_daily_coverage_and_values_read_upstream():
    daily = tables.load("brent_daily").set_index("date")["usd_per_barrel"]
    assert len(daily) == 9958
    assert daily["1987-05-20"] == 18.63
    assert daily["2018-05-08"] == 74.16
    assert daily["2020-04-21"] == 9.12
    assert daily.index[-1] == pd.Timestamp("2026-08-18")


def test_brent_annual_coverage_and_values_read_upstream():
    annual = tables.load("brent_annual").set_index("year")["usd_per_barrel"]
    assert annual.index.tolist() == list(range(1987, 2026))
    assert annual[2014] == 98.97
    assert annual[2018] == 71.34
    assert annual[2025] == 69.14


@pytest.mark.parametrize("year", range(1987, 2026))
def test_annual_brent_is_the_mean_of_the_days(year):
    # EIA revised days of 2012 after it had published the average of that year.
    tolerance = 0.06 if year == 2012 else 0.0055
    daily = tables.load("brent_daily")
    annual = tables.load("brent_annual").set_index("year")["usd_per_barrel"]
    mean = daily.loc[daily["date"].dt.year == year, "usd_per_barrel"].mean()
    assert mean == pytest.approx(annual[year], abs=tolerance)


@pytest.fixture(scope="module")
def rates():
    table = tables.load("exchange_rate").set_index(["state", "series", "date"])
    return table["currency_per_usd"]


def test_exchange_rate_coverage(rates):
    assert len(rates) == 5545
    market = rates["IRN", "open_market"]
    assert (market.index[0], market.index[-1]) == (
        pd.Timestamp("2012-10-09"),
        pd.Timestamp("2026-08-21"),
    )
    assert len(market) == 5065  # every day, none missing
    assert len(rates["IRN", "official"]) == len(rates["RUS", "official"]) == 240


def test_open_market_is_in_rial_not_toman(rates):
    market = rates["IRN", "open_market"]
    assert market["2012-10-09"] == 35_500  # printed 3550 toman
    assert market["2018-05-08"] == 64_500  # sell 6450, buy 6300
    assert market["2018-09-26"] == 190_000


def test_official_rates_read_upstream(rates):
    official = rates["IRN", "official"]
    assert official["2000-01-31"] == 1755.3235
    assert official["2019-12-31"] == 42_000
    assert rates["RUS", "official", "2019-12-31"] == 62.9356


def test_open_market_and_official_rate_agree_while_the_gap_was_small(rates):
    # In 2014-2016 the two differed by 10 to 30 per cent: a factor of ten would show.
    for month in pd.period_range("2014-01", "2016-12", freq="M").strftime("%Y-%m"):
        market = rates["IRN", "open_market"][month].median()
        assert 1.05 < market / rates["IRN", "official"][month].iloc[0] < 1.35
