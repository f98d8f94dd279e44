"""Counts of documents, worked by hand."""

import pandas as pd

from eastward.measures import documents

PAPERS = pd.DataFrame(
    [
        ("deeds", "1911-11-29", "RUS;IRN", "army", "primary"),
        ("deeds", "1941-08-25", "SUN;IRN", "army", "two"),
        ("deeds", "1945-07-06", "SUN;IRN", "separatism;contested", "primary"),
        ("deeds", "1946-03-02", "SUN;IRN", "army", "one"),
        ("deeds", "1947-01-01", "SUN;IRN", None, "primary"),
        ("other", "1941-08-25", "SUN;IRN", "army", "primary"),
    ],
    columns=["topic", "date", "actors", "tags", "corroboration"],
)
PAPERS["date"] = pd.to_datetime(PAPERS["date"])


def test_only_corroborated_undisputed_deeds_of_the_period_count():
    found = documents.count_deeds(PAPERS, "deeds", "RUS", "IRN", range(1917, 1980))
    assert (found.value, found.n) == (1, 3)
    disputed = documents.count_deeds(PAPERS, "deeds", "RUS", "IRN", range(1917, 1980), ())
    assert disputed.value == 2


def test_another_state_has_no_documents():
    found = documents.count_deeds(PAPERS, "deeds", "RUS", "TUR", range(1917, 1980))
    assert (found.value, found.n) == (0, 0)


def test_days_bound_a_count():
    found = documents.count(
        PAPERS, ["deeds"], ["army"], ["IRN"], between=("1900-01-01", "1920-01-01")
    )
    assert (found.value, found.n) == (1, 1)
