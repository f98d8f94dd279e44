"""Yearly panels, against cases worked out by hand. The states A, B, C are not real."""

import pandas as pd
import pytest

from eastward.measures import yearly

PANEL = pd.DataFrame({"A": [100.0, 90.0, 121.0], "B": [0.0, 5.0, 6.0]}, index=[2015, 2016, 2017])


def test_growth_is_compound_and_needs_a_positive_start():
    found = yearly.growth(PANEL, [2015], [2017])
    assert found.loc["A", "value"] == pytest.approx(10.0)
    assert found.loc["A", "n"] == 3
    assert pd.isna(found.loc["B", "value"])


def test_growth_between_means_spans_the_middles():
    found = yearly.growth(PANEL[["A"]], [2015, 2016], [2017])
    assert found.loc["A", "value"] == pytest.approx(100 * ((121 / 95) ** (1 / 1.5) - 1))


def test_growth_without_years_or_backwards_has_no_value():
    assert yearly.growth(PANEL, [2015], []).empty
    assert yearly.growth(PANEL, [2017], [2017])["value"].isna().all()
    assert pd.isna(yearly.growth(PANEL, [2015], [2018]).loc["A", "value"])  # 2018 is missing


def test_real_divides_by_prices_and_drops_years_without_them():
    found = yearly.real(PANEL, pd.Series({2015: 0.5, 2016: 1.0}))
    assert found["A"].to_dict() == {2015: 200.0, 2016: 90.0}


def test_price_level_takes_the_source_with_the_latest_year_and_no_projection():
    macro = pd.DataFrame(
        [
            ("USA", "inflation", 2018, "WDI 2022", 50.0, False),
            ("USA", "inflation", 2018, "WDI 2025", 2.0, False),
            ("USA", "inflation", 2019, "WDI 2025", 10.0, False),
            ("USA", "inflation", 2020, "WEO 2021", 99.0, True),
            ("IRN", "inflation", 2019, "WDI 2025", 40.0, False),
        ],
        columns=["state", "series", "year", "source", "value", "projection"],
    )
    assert yearly.price_level(macro).to_dict() == {2018: 1.0, 2019: pytest.approx(1.1)}


def test_alike_is_within_the_factor_on_both_sides():
    size = pd.Series({"A": 100.0, "B": 20.0, "C": 501.0, "D": 500.0})
    assert list(yearly.alike(size, "A")) == ["B", "D"]
    assert yearly.alike(size, "E").empty
