"""Trade with one partner, all states at once, by hand. The states A, B, C, P are not real."""

import pandas as pd
import pytest

from eastward.measures import bilateral

TRADE = pd.DataFrame(
    [
        ("A", "P", 2018, 10.0), ("P", "A", 2018, 30.0),
        ("B", "P", 2018, 1.0), ("P", "B", 2018, 2.0),
        ("A", "B", 2018, 50.0), ("B", "A", 2018, 0.0),
        ("P", "C", 2018, 8.0),  # C never reports
    ],
    columns=["reporter", "partner", "year", "exports_musd"],
).assign(estimated=False)  # fmt: skip


def panel(**columns):
    return pd.DataFrame(columns, index=range(2018 - len(next(iter(columns.values()))) + 1, 2019))


def test_dealings_are_seen_from_the_states_that_trade_with_the_partner():
    assert bilateral.dealings(TRADE, "P").loc[2018].to_dict() == {"A": 40.0, "B": 3.0}
    assert bilateral.dealings(TRADE, "P", "exports").loc[2018, "A"] == 10.0
    assert bilateral.dealings(TRADE, "P", "imports").loc[2018, "A"] == 30.0


def test_the_later_record_keeps_only_years_with_both_directions():
    record = pd.DataFrame(
        {
            "reporter": "RUS",
            "partner": "A",
            "year": [2022, 2023],
            "exports_musd": [5.0, 6.0],
            "imports_musd": [2.0, None],
        }
    )
    found = bilateral.dealings_later(record, "RUS")
    assert found["A"].to_dict() == {2022: 7.0}
    assert bilateral.dealings_later(record, "RUS", "exports").loc[2022, "A"] == 2.0
    assert bilateral.dealings_later(record, "CHN").empty


def test_place_compares_reporting_partners_without_those_left_out():
    sold = bilateral.exchanges(TRADE, [2018])
    assert bilateral.place(sold, "P").loc["A"].to_dict() == {"value": 2, "n": 2}
    assert bilateral.place(sold, "P", without=["B"]).loc["A", "value"] == 1
    assert bilateral.place(sold, "P", "imports").loc["A"].to_dict() == {"value": 1, "n": 1}
    assert bilateral.place(bilateral.exchanges(TRADE, [2019]), "P").empty
    assert "P" not in bilateral.place(sold, "P").index


def test_made_up_is_negative_where_both_fell_and_missing_without_a_loss():
    found = bilateral.made_up(
        panel(A=[10.0, 8.0], B=[1.0, 3.0]), panel(A=[20.0, 16.0], B=[5.0, 6.0]), [2017], [2018]
    )
    assert found.loc["A", ["value", "gain", "loss"]].tolist() == [-50.0, -2.0, 4.0]
    assert pd.isna(found.loc["B", "value"])


def test_when_falls_counts_only_years_with_a_fall():
    europe = panel(A=[100.0, 80.0, 79.0, 60.0])
    china = panel(A=[10.0, 12.0, 9.0, 8.0])
    found = bilateral.when_falls(europe, china, range(2016, 2019))
    assert found.loc["A"].tolist() == [50.0, 2.0]
    assert bilateral.when_falls(europe, china, range(2016, 2019), 50).loc["A", "n"] == 0


def test_sales_of_one_and_of_all_others():
    assert bilateral.sold(TRADE, "P").loc[2018].to_dict() == {"A": 30.0, "B": 2.0, "C": 8.0}
    others = bilateral.sold_by_others(TRADE, "P").loc[2018]
    assert others.to_dict() == {"A": 0.0, "B": 50.0, "P": pytest.approx(11.0)}
