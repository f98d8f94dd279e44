"""Events: sums, shares and rates over covered days only. States A, B, C are made up."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.measures import events as measures

COLUMNS = ["source", "target", "date", "official", *measures.QUADS, "goldstein"]


def frame(rows):
    table = pd.DataFrame(rows, columns=COLUMNS)
    table["date"] = pd.to_datetime(table["date"])
    return table.assign(events=table[measures.QUADS].sum(axis="columns"))


def world(first, last):
    """One event between C and D on every day, so that the days count as covered."""
    return [("C", "D", day, True, 1, 0, 0, 0, 1.0) for day in pd.date_range(first, last)]


ROWS = [
    ("A", "B", "2001-01-02", True, 2, 1, 1, 0, 6.0),
    ("B", "A", "2001-01-30", True, 0, 0, 0, 2, -16.0),
    ("A", "B", "2001-02-03", False, 0, 0, 1, 0, -2.0),
    ("A", "B", "2003-05-05", True, 8, 0, 0, 0, 24.0),
    ("A", "C", "2001-01-02", True, 1, 0, 0, 0, 1.0),
]
EVENTS = frame(ROWS + world("2001-01-01", "2001-02-10") + world("2003-05-01", "2003-05-31"))
PERIODS = measures.covered_periods(EVENTS)
AB = measures.between(EVENTS, "A", "B")


def test_covered_periods_end_at_the_gap():
    assert PERIODS["start"].tolist() == [pd.Timestamp("2001-01-01"), pd.Timestamp("2003-05-01")]
    assert PERIODS["end"].tolist() == [pd.Timestamp("2001-02-10"), pd.Timestamp("2003-05-31")]
    assert PERIODS["days"].tolist() == [41, 31]


@pytest.mark.parametrize(
    ("window", "days"),
    [
        (("2001-01-05", "2001-01-05"), 1),
        (("2000-12-01", "2001-01-10"), 10),
        (("2001-02-01", "2003-05-02"), 12),
        (("2002-01-01", "2002-12-31"), 0),
    ],
)
def test_covered_days_of_a_window(window, days):
    assert measures.covered_days(PERIODS, window) == days


def test_between_takes_both_ways_one_way_or_officials():
    assert len(AB) == 4
    assert len(measures.between(EVENTS, "B", "A")) == 4
    assert measures.between(EVENTS, "B", "A", directed=True)["goldstein"].tolist() == [-16.0]
    assert measures.between(EVENTS, "A", "B", official=False)["goldstein"].tolist() == [-2.0]


def test_balance_by_hand():
    found = measures.balance(AB, PERIODS, ("2001-01-01", "2001-01-31"))
    assert found["events"] == 6
    assert found["cooperation_share"] == 3 / 6
    assert found["mean_goldstein"] == pytest.approx(-10 / 6)
    assert found["covered_days"] == 31
    assert found["per_day"] == pytest.approx(6 / 31)


def test_no_event_is_a_rate_of_zero_and_no_share():
    found = measures.balance(AB, PERIODS, ("2003-05-06", "2003-05-10"))
    assert found["per_day"] == 0
    assert pd.isna(found["cooperation_share"])
    assert pd.isna(found["mean_goldstein"])


def test_no_covered_day_is_no_rate():
    assert pd.isna(measures.balance(AB, PERIODS, ("2002-01-01", "2002-02-01"))["per_day"])


def test_months_without_coverage_have_no_row():
    months = measures.monthly(AB, PERIODS)
    assert months.index.astype(str).tolist() == ["2001-01", "2001-02", "2003-05"]
    assert months["covered_days"].tolist() == [31, 10, 31]
    assert months["events"].tolist() == [6, 1, 8]
    assert months["period"].tolist() == [0, 0, 1]


def test_windows_of_one_period_are_compared():
    table = measures.compare(
        AB, PERIODS, ("2001-01-01", "2001-01-20"), ("2001-01-21", "2001-02-09")
    )
    assert table.loc["per_day"].tolist() == pytest.approx([4 / 20, 3 / 20, -1 / 20])
    assert table.loc["cooperation_share", "change"] == -0.75


def test_comparison_across_the_gap_is_refused():
    before, after = ("2001-01-01", "2001-01-31"), ("2003-05-01", "2003-05-31")
    with pytest.raises(InputError, match="different covered periods"):
        measures.compare(AB, PERIODS, before, after)
    with pytest.raises(InputError, match="different covered periods"):
        measures.compare(AB, PERIODS, before, ("2001-02-01", "2003-05-31"))
    table = measures.compare(AB, PERIODS, before, after, across_gap=True)
    assert table["change"].dropna().index.tolist() == ["cooperation_share", "mean_goldstein"]
    assert table.loc["cooperation_share", "change"] == 0.5


def test_window_without_data_is_refused():
    with pytest.raises(InputError, match="window 2002-01-01 to 2002-12-31: no covered day"):
        measures.compare(AB, PERIODS, ("2001-01-01", "2001-01-31"), ("2002-01-01", "2002-12-31"))


def test_dyads_join_both_ways():
    dyads = measures.by_dyad(EVENTS, ("2001-01-01", "2001-01-31"))
    assert dyads.index.tolist() == [("A", "B"), ("A", "C"), ("C", "D")]
    assert dyads.loc[("A", "B"), "mean_goldstein"] == pytest.approx(-10 / 6)
    officials = measures.by_dyad(EVENTS, ("2001-02-01", "2001-02-10"), official=True)
    assert officials.index.tolist() == [("C", "D")]


def test_change_by_dyad_needs_events_in_both_windows():
    windows = ("2001-01-01", "2001-01-31"), ("2003-05-01", "2003-05-31")
    changes = measures.change_by_dyad(EVENTS, *windows)
    assert changes.to_dict() == pytest.approx({("A", "B"): 3 + 10 / 6, ("C", "D"): 0})
    assert measures.change_by_dyad(EVENTS, *windows, floor=7).index.tolist() == [("C", "D")]
    with pytest.raises(InputError, match="'events': allowed mean_goldstein, cooperation_share"):
        measures.change_by_dyad(EVENTS, *windows, statistic="events")


def test_yearly_balance_fills_empty_years():
    yearly = pd.DataFrame(
        [("A", "B", 2002, 3, 0, 1, 0), ("B", "A", 2002, 1, 1, 0, 0), ("C", "A", 2004, 9, 9, 9, 9)],
        columns=["source", "target", "year", *measures.QUADS],
    )
    found = measures.yearly_balance(yearly, "A", "B")
    assert found.index.tolist() == [2002, 2003, 2004]
    assert found["events"].tolist() == [6, 0, 0]
    assert found.loc[2002, "cooperation_share"] == pytest.approx(5 / 6)
    assert pd.isna(found.loc[2003, "cooperation_share"])
    assert measures.yearly_balance(yearly[:0], "A", "B").empty


EVENT = st.tuples(
    st.sampled_from("ABC"),
    st.sampled_from("ABC"),
    st.integers(0, 40),
    st.tuples(*[st.integers(0, 3) for _ in measures.QUADS]).filter(any),
    st.integers(-10, 10),
).filter(lambda event: event[0] != event[1])


@st.composite
def tables(draw):
    start = pd.Timestamp("2001-01-01")
    rows = [
        (source, target, start + pd.Timedelta(days=day), True, *counts, score * sum(counts))
        for source, target, day, counts, score in draw(st.lists(EVENT, max_size=15))
    ]
    return frame(rows + world("2001-01-01", "2001-02-10"))


@settings(max_examples=25, deadline=None)
@given(tables())
def test_shares_and_means_are_bounded_and_symmetric(table):
    window = ("2001-01-01", "2001-02-10")
    dyads = measures.by_dyad(table, window)
    assert dyads["cooperation_share"].between(0, 1).all()
    assert dyads["mean_goldstein"].between(-10, 10).all()
    assert dyads["events"].sum() == table["events"].sum()
    turned = table.rename(columns={"source": "target", "target": "source"})
    pd.testing.assert_frame_equal(measures.by_dyad(turned, window), dyads)


@settings(max_examples=25, deadline=None)
@given(tables(), st.integers(1, 40))
def test_windows_add_up(table, day):
    periods = measures.covered_periods(table)
    dyad = measures.between(table, "A", "B")
    days = pd.date_range("2001-01-01", "2001-02-10").strftime("%Y-%m-%d")
    parts = [
        measures.balance(dyad, periods, window)
        for window in ((days[0], days[day - 1]), (days[day], days[-1]))
    ]
    whole = measures.balance(dyad, periods, (days[0], days[-1]))
    for name in [*measures.SUMS, "covered_days"]:
        assert parts[0][name] + parts[1][name] == pytest.approx(whole[name])


@settings(max_examples=25, deadline=None)
@given(tables(), st.integers(1, 40))
def test_a_cut_off_changes_no_earlier_window(table, day):
    last = pd.Timestamp("2001-01-01") + pd.Timedelta(days=day)
    known = table[table["date"] <= last]
    window = ("2001-01-01", str(last.date()))
    results = [
        measures.balance(measures.between(data, "A", "B"), measures.covered_periods(data), window)
        for data in (known, table)
    ]
    pd.testing.assert_series_equal(*results)
