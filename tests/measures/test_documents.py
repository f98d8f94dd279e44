"""Counts of dated documents, on made-up ones."""

import doctest

import pandas as pd

from eastward.measures import documents

LISTED = pd.DataFrame(
    [
        ("coup", "a", "1953-06-14", "USA;IRN", "government", "primary"),
        ("coup", "b", "1953-08-19", "GBR;IRN", "government;army", "two"),
        ("coup", "c", "1953-08-20", "USA;IRN", "army;contested", "two"),
        ("coup", "d", "1954-01-01", "USA;IRN", "army", "one"),
        ("land", "e", "1920-05-18", "SUN;IRN", "separatism", "primary"),
    ],
    columns=["topic", "id", "date", "actors", "tags", "corroboration"],
).assign(date=lambda rows: pd.to_datetime(rows["date"]))


def test_a_document_that_rests_on_one_source_is_none():
    assert documents.about(LISTED, ["coup"], ["USA"])["id"].tolist() == ["a", "c"]
    assert documents.shown(LISTED, ["coup"], ["army"], ["USA"])["id"].tolist() == ["c"]


def test_disputed_deeds_do_not_count():
    assert documents.deeds(LISTED, "coup", "USA", "IRN")["id"].tolist() == ["a"]
    assert documents.deeds(LISTED, "coup", "USA", "IRN", without=())["id"].tolist() == ["a", "c"]
    found = documents.count_deeds(LISTED, "coup", "USA", "IRN", range(1953, 1954))
    assert (found.value, found.n) == (1, 2)


def test_the_soviet_union_is_russia():
    assert documents.deeds(LISTED, "land", "RUS", "IRN")["power"].tolist() == ["RUS"]


def test_counts_are_between_days():
    found = documents.count(
        LISTED, ["coup"], ["government"], ["IRN"], between=("1953-08-01", "1953-08-31")
    )
    assert (found.value, found.n) == (1, 2)


def test_examples_run():
    assert doctest.testmod(documents).failed == 0
