"""Mentions in posts: rates over covered days."""

import pandas as pd
import pytest

from eastward.measures import posts as measures

POSTS = pd.DataFrame(
    [
        ("AAA", "2001-01", 50, 5, 31, True),
        ("AAA", "2001-02", pd.NA, pd.NA, 0, False),
        ("AAA", "2001-03", 20, 1, 10, False),
        ("AAA", "2001-04", 0, 0, 30, True),
        ("BBB", "2001-01", 50, 50, 31, True),
    ],
    columns=["state", "month", "posts", "mentions", "covered_days", "complete"],
).astype({"posts": "Int64", "mentions": "Int64"})


def test_rates_by_hand():
    rates = measures.mention_rates(POSTS, "AAA")
    assert rates.index.astype(str).tolist() == ["2001-01", "2001-04"]
    assert rates["share"].iloc[0] == 10
    assert rates["per_day"].tolist() == pytest.approx([5 / 31, 0])
    assert pd.isna(rates["share"].iloc[1])  # no posts, no share


def test_incomplete_months_only_on_request_and_uncovered_never():
    rates = measures.mention_rates(POSTS, "AAA", complete=False)
    assert rates.index.astype(str).tolist() == ["2001-01", "2001-03", "2001-04"]
    assert rates.loc["2001-03", "share"] == 5
