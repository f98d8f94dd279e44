"""Own posts, days of archives, and what counts as naming a state."""

import re

import pandas as pd
import pytest

from eastward.sources import posts


def test_only_own_words_count_and_only_once():
    time = pd.Timestamp("2018-01-01 10:00")
    frame = pd.DataFrame(
        [
            ("mine", time, "false"),
            ("mine", time, None),
            ("RT @other: theirs", time, "FALSE"),
            ('"@other: theirs"', time, "FALSE"),
            ("“theirs”", time, "False"),
            ("?theirs? with lost marks", time, "false"),
            ("flagged", time, "TRUE"),
        ],
        columns=["text", "time", "retweet"],
    )
    assert posts.own(frame)["text"].tolist() == ["mine"]


def test_spans_of_the_archives_do_not_overlap():
    days = [
        day
        for archive in posts.ARCHIVES
        for first, last in archive.spans
        for day in pd.date_range(first, last)
    ]
    assert len(days) == len(set(days))


def test_coverage_counts_days_and_keeps_empty_months():
    archives = [
        posts.Archive("a", (("2001-01-30", "2001-02-02"),), {}, "", complete=True),
        posts.Archive(
            "b",
            (("2001-02-03", "2001-02-04"), ("2001-04-30", "2001-04-30")),
            {},
            "",
            complete=False,
        ),
    ]
    cover = posts.coverage(archives)
    assert cover.index.tolist() == ["2001-01", "2001-02", "2001-03", "2001-04"]
    assert cover["days"].tolist() == [31, 28, 31, 30]
    assert cover["covered_days"].tolist() == [2, 4, 0, 1]
    assert cover["complete"].tolist() == [True, False, False, False]


@pytest.mark.parametrize(
    ("state", "text", "named"),
    [
        ("IRN", "the #IranDeal", True),
        ("IRN", "IRANIAN", True),
        ("IRN", "Smriti Irani", True),  # a limit of counting stems
        ("IRN", "Tirana", False),
        ("PRK", "North Korea", True),
        ("PRK", "South Korea", False),
    ],
)
def test_stems_stand_at_the_start_of_a_word(state, text, named):
    pattern = rf"(?<![a-z])(?:{posts.STEMS[state]})"
    assert bool(re.search(pattern, text, re.IGNORECASE)) is named
