"""Measures on the oil market, against cases worked out by hand. The state A is not real."""

import pandas as pd
import pytest

from eastward.measures import markets

BOUGHT = pd.DataFrame(
    [
        ("X", "IRN", 2017, 100.0), ("X", "IRN", 2018, 40.0),
        ("X", "RUS", 2017, 10.0), ("X", "RUS", 2018, 40.0),
        ("Y", "IRN", 2017, 10.0), ("Y", "IRN", 2018, 20.0),
        ("Y", "RUS", 2017, 0.0), ("Y", "RUS", 2018, 99.0),
    ],
    columns=["importer", "origin", "year", "kt"],
)  # fmt: skip


def test_customers_counts_only_those_who_bought_less():
    found = markets.customers(BOUGHT, "IRN", "RUS", 2017, 2018)
    assert (found.value, found.n) == (pytest.approx(50.0), 1)
    assert markets.customers(BOUGHT, "IRN", "RUS", 2017, 2018, ["Y"]).value is None
    assert markets.customers(BOUGHT, "TUR", "RUS", 2017, 2018).n == 0
