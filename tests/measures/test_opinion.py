"""Intervals against published values and a library, trends on made-up polls."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from eastward.measures import opinion

shares = st.floats(0, 100)
sizes = st.integers(1, 5000)


def polls(rows):
    frame = pd.DataFrame(rows, columns=["pollster", "end_date", "percent", "n"])
    frame["end_date"] = pd.to_datetime(frame["end_date"])
    return frame.assign(
        population="AAA", topic="t", subject="S", answer="yes", n=frame["n"].astype("Int64")
    )


def test_wilson_against_newcombes_examples():
    """Newcombe (1998, Statistics in Medicine 17: 857-872), table I, method 3."""
    for hits, n, low, high in ((81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0, 16.11)):
        assert opinion.wilson(100 * hits / n, n) == pytest.approx((low, high), abs=0.006)


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_agrees_with_statsmodels(case):
    hits, n = case
    expected = proportion_confint(hits, n, alpha=0.1, method="wilson")
    found = opinion.wilson(100 * hits / n, n, level=0.9)
    assert found == pytest.approx([100 * end for end in expected], abs=1e-6)


@given(shares, sizes)
def test_wilson_holds_the_share_inside_0_to_100_and_mirrors(percent, n):
    low, high = opinion.wilson(percent, n)
    assert 0 <= low <= percent + 1e-9
    assert percent - 1e-9 <= high <= 100
    assert opinion.wilson(100 - percent, n) == pytest.approx((100 - high, 100 - low), abs=1e-6)


@given(shares, sizes)
def test_a_larger_sample_says_more(percent, n):
    low, high = opinion.wilson(percent, n)
    more_low, more_high = opinion.wilson(percent, 2 * n)
    assert more_high - more_low < high - low


def test_without_a_sample_size_there_is_no_interval():
    assert all(pd.isna(end) for end in opinion.wilson(50, pd.NA))
    assert all(pd.isna(end) for end in opinion.wilson(float("nan"), 100))


def test_difference_against_newcombes_example():
    """Newcombe (1998, Statistics in Medicine 17: 873-890), table II, 56/70 - 48/80, method 10."""
    found = opinion.difference((100 * 48 / 80, 80), (100 * 56 / 70, 70))
    assert found == pytest.approx((20.0, 5.24, 33.39), abs=0.006)


@given(shares, sizes, shares, sizes)
def test_difference_turns_round_with_the_order(first, m, second, n):
    change, low, high = opinion.difference((first, m), (second, n))
    assert low <= change + 1e-9 and change - 1e-9 <= high
    assert opinion.difference((second, n), (first, m)) == pytest.approx(
        (-change, -high, -low), abs=1e-6
    )


POLLS = polls(
    [
        ("P", "2001-01-31", 60.0, 1000),
        ("P", "2001-01-31", 62.0, None),  # the same wave on another page
        ("P", "2002-01-31", 50.0, 900),
        ("P", "2003-01-31", 49.0, 900),
        ("Q", "2001-06-30", 70.0, None),
        ("Q", "2002-06-30", None, None),
    ]
)


def test_trend_averages_pages_and_keeps_pollsters_apart():
    waves = opinion.trend(POLLS, "t", "S", "yes", "AAA")
    assert waves["pollster"].tolist() == ["P", "P", "P", "Q"]
    first = waves.iloc[0]
    assert (first["percent"], first["reports"], first["n"]) == (61.0, 2, 1000)
    assert (first["low"], first["high"]) == pytest.approx(opinion.wilson(61, 1000))
    assert waves.iloc[3][["low", "high"]].isna().all()


def test_trend_of_another_population_is_empty():
    assert opinion.trend(POLLS, "t", "S", "yes", "BBB").empty


def test_changes_run_within_a_pollster():
    found = opinion.changes(opinion.trend(POLLS, "t", "S", "yes", "AAA"))
    assert found["change"].tolist() == [-11.0, -1.0]
    assert found["clear"].tolist() == [True, False]


def test_a_wave_lends_its_size_only_if_it_states_one():
    frame = polls(
        [
            ("P", "2001-01-31", 1.0, 500),
            ("P", "2001-01-31", 1.0, None),
            ("P", "2002-01-31", 1.0, 500),
            ("P", "2002-01-31", 1.0, 600),
            ("P", "2002-01-31", 1.0, None),
            ("Q", "2001-01-31", 1.0, None),
        ]
    )
    sizes = opinion.sample_sizes(frame)
    assert sizes.isna().tolist() == [False, False, False, False, True, True]
    assert sizes.tolist()[:4] == [500, 500, 500, 600]


STANDING = pd.DataFrame(
    [
        ("P", "2001-01-31", "leadership_approval", "AAA", "approve", 10.0),
        ("P", "2001-01-31", "leadership_approval", "BBB", "approve", 20.0),
        ("P", "2001-01-31", "leadership_approval", "CCC", "approve", 30.0),
        ("P", "2001-01-31", "leadership_approval", "A union", "approve", 90.0),
        ("P", "2001-01-31", "leadership_approval", "AAA", "disapprove", 80.0),
        ("Q", "2002-01-31", "favourability_of_state", "AAA", "favourable", 60.0),
        ("Q", "2002-01-31", "favourability_of_state", "BBB", "favourable", 40.0),
        ("Q", "2003-01-31", "favourability_of_state", "AAA", "favourable", None),
    ],
    columns=["pollster", "end_date", "topic", "subject", "answer", "percent"],
).assign(population="ZZZ")


def test_standing_is_compared_with_other_states_of_the_same_wave():
    found = opinion.standing(STANDING, "AAA", "ZZZ")
    assert found["percent"].tolist() == [10, 60]
    assert found["others"].tolist() == [2, 1]
    assert found["ahead"].iloc[0] == -15 and pd.isna(found["ahead"].iloc[1])
    assert opinion.standing(STANDING, "AAA", "ZZZ", others=1)["ahead"].tolist() == [-15, 20]
    assert opinion.standing(STANDING, "AAA", "YYY").empty


def test_answers_gather_questions_in_order_of_time_and_tell_waves_of_a_year_apart():
    asked = polls([("P", "2002-06-30", 40.0, 100), ("P", "2001-01-31", 30.0, 100)])
    other = polls([("P", "2002-01-31", 50.0, 100), ("P", "2002-05-31", 60.0, None)])
    found = opinion.answers(
        pd.concat([asked, other.assign(topic="u")], ignore_index=True),
        {("t", "S", "yes"): "like it", ("u", "S", "yes"): "know it"},
        population="AAA",
    )
    assert list(found["name"]) == [
        "2001: like it",
        "Jan 2002: know it",
        "May 2002: know it",
        "2002: like it",
    ]
    assert list(found["percent"]) == [30, 50, 60, 40]
    assert (found.loc[0, "low"], found.loc[0, "high"]) == opinion.wilson(30, 100)
