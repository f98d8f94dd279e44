"""Spans to years, on made-up spans."""

import pandas as pd

from eastward.sources import system


def test_both_ends_of_a_span_are_years():
    spans = pd.DataFrame({"number": [1, 2], "start": [2000, 2005], "end": [2002, 2005]})
    assert system.expand(spans).values.tolist() == [[1, 2000], [1, 2001], [1, 2002], [2, 2005]]


def test_the_number_that_goes_on_is_kept():
    rows = pd.DataFrame(
        {
            "state": ["A", "A", "A"],
            "year": [1990, 1990, 1991],
            "number": [1, 2, 1],
            "until": [2016, 1990, 2016],
        }
    )
    kept = system.last_number(rows).sort_values("year")
    assert kept["number"].tolist() == [1, 1]
