"""Toman to rial, months to dates."""

import pandas as pd

from eastward.sources import exchange


def test_toman_become_rial_and_the_selling_quote_counts():
    quotes = {
        "2018/01/01": {"usd": {"sell": 4280, "buy": 4240}},
        "2018/01/02": {"usd": {"sell": 4300}, "eur": {"sell": 9}},
    }
    frame = exchange.open_market(quotes)
    assert frame["currency_per_usd"].tolist() == [42_800.0, 43_000.0]
    assert frame["date"].tolist() == [pd.Timestamp("2018-01-01"), pd.Timestamp("2018-01-02")]


def test_only_monthly_columns_of_the_two_states_count(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\nIran,\\biran,IRN,630\n",
        encoding="utf-8-sig",
    )
    blank = (None,) * 8
    rows = [
        *[blank] * exchange.HEADER_ROW,
        (None, "Country", "Scale", "Base Year", "2000", "2000Q1", "2000M01", "2000M02"),
        (None, "Iran, Islamic Rep. of", "Units", None, 1.0, 2.0, 3.5, "..."),
        (None, "Ruritania", "Units", None, 1.0, 2.0, 3.0, 4.0),
    ]
    frame = exchange.official(rows, codelist)
    assert frame.values.tolist() == [["IRN", pd.Timestamp("2000-01-31"), 3.5]]
