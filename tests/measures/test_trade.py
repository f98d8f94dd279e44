"""Measures on trade, against cases worked out by hand. The states A, B, C, D are not real."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.measures import trade

FLOWS = pd.DataFrame(
    [
        ("A", "B", 2000, 10.0, False),
        ("B", "A", 2000, 30.0, True),
        ("A", "C", 2000, 5.0, False),
        ("C", "A", 2000, 5.0, False),
        ("B", "C", 2000, 7.0, False),
        ("C", "B", 2000, 1.0, False),
        ("A", "D", 2000, 50.0, False),  # D never reports
        ("A", "B", 2001, 20.0, False),
    ],
    columns=["reporter", "partner", "year", "exports_musd", "estimated"],
)


def row(frame, partner, year):
    [found] = frame[(frame["partner"] == partner) & (frame["year"] == year)].to_dict("records")
    return found


def test_two_way_adds_both_exporters_reports():
    found = row(trade.two_way(FLOWS, "A"), "B", 2000)
    assert (found["exports"], found["imports"], found["total"]) == (10.0, 30.0, 40.0)
    assert found["estimated"]


def test_two_way_takes_a_blank_of_a_reporting_partner_as_zero():
    found = row(trade.two_way(FLOWS, "A"), "B", 2001)
    assert (found["exports"], found["imports"], found["estimated"]) == (20.0, 0.0, False)


def test_two_way_leaves_out_partners_that_never_report():
    assert set(trade.two_way(FLOWS, "A")["partner"]) == {"B", "C"}


def test_collapse_drops_trade_inside_the_bloc_and_members_that_do_not_report():
    frame = trade.collapse(FLOWS, ["B", "C", "D"], "BLOC")
    assert set(zip(frame["reporter"], frame["partner"], strict=True)) == {
        ("A", "BLOC"),
        ("BLOC", "A"),
    }
    assert row(trade.two_way(frame, "A"), "BLOC", 2000)["total"] == 10 + 30 + 5 + 5


def test_shares_divide_by_all_exports_and_by_what_the_world_sold():
    world = pd.DataFrame({"state": ["A"], "year": [2000], "imports_musd": [60.0]})
    found = row(trade.shares(trade.two_way(FLOWS, "A"), FLOWS, world, "A"), "B", 2000)
    assert found["exports"] == pytest.approx(100 * 10 / 65)
    assert found["imports"] == pytest.approx(50.0)
    assert found["total"] == pytest.approx(100 * 40 / 125)


def test_mean_counts_a_missing_year_as_zero():
    means = trade.mean_by_partner(trade.two_way(FLOWS, "A"), [2000, 2001])
    assert means["B"] == 30.0
    assert means["C"] == 5.0
    assert list(means.index) == ["B", "C"]


def test_window_growth_is_compound():
    series = pd.Series({2015: 100.0, 2016: 0.0, 2017: 121.0})
    found = trade.window_growth(series, [1, 2, 5], 2017)
    assert found["window"].tolist() == [2]  # 2016 is zero, 2012 is missing
    assert found["growth"].tolist() == pytest.approx([10.0])


def test_window_growth_of_nothing_is_empty():
    assert trade.window_growth(pd.Series(dtype=float), [2, 3]).empty


@given(
    st.floats(min_value=0.1, max_value=1e6),
    st.floats(min_value=-50, max_value=200),
    st.integers(min_value=1, max_value=10),
)
def test_window_growth_recovers_a_constant_rate(start, rate, window):
    series = pd.Series({2000 + i: start * (1 + rate / 100) ** i for i in range(window + 1)})
    assert trade.window_growth(series, [window])["growth"].iloc[0] == pytest.approx(rate, abs=1e-6)


def test_growth_by_partner_needs_size_and_every_window():
    years = pd.DataFrame(
        [
            (p, y, size * 2 ** (y - 2000))
            for p, size in (("B", 100), ("C", 1))
            for y in range(2000, 2003)
        ]
        + [("D", 2002, 1000.0)],
        columns=["partner", "year", "total"],
    )
    found = trade.growth_by_partner(years, [1, 2], 2002, floor=10)
    assert found.to_dict() == pytest.approx({"B": 100.0})


def test_change_by_partner_and_its_empty_case():
    flows = trade.two_way(FLOWS, "A")
    found = trade.change_by_partner(flows, [2000], [2001])
    assert found.loc["B", ["before", "after", "change", "growth"]].tolist() == [40, 20, -20, -50]
    assert trade.change_by_partner(flows, [2000], []).empty
