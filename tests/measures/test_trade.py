"""Measures on trade, against cases worked out by hand. The states A, B, C, D are not real."""

import pandas as pd

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
