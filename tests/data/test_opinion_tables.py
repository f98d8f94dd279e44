"""Polls, elections, themes and word counts against values read in the compiled lists."""

import pandas as pd
import pytest

from eastward import tables


@pytest.fixture(scope="module")
def polls():
    return tables.load("polls")


@pytest.fixture(scope="module")
def elections():
    return tables.load("elections").set_index(["date", "name"])


def test_polls_coverage(polls):
    assert len(polls) == 98
    assert polls["population"].value_counts().to_dict() == {"IRN": 90, "RUS": 7, "USA": 1}
    assert (polls["end_date"].min(), polls["end_date"].max()) == (
        pd.Timestamp("2010-12-31"),
        pd.Timestamp("2022-12-31"),
    )
    assert polls["kind"].value_counts().to_dict() == {
        "stated": 85,
        "computed": 5,
        "qualitative": 4,
        "approximate": 4,
    }
    assert set(polls["population"]) <= set(tables.load("states")["iso3"])


# Read in events/polls.csv, lines of these months, topics and subjects.
@pytest.mark.parametrize(
    ("date", "topic", "subject", "answer", "percent", "n"),
    [
        ("2016-06", "deal_approval", "JCPOA", "approve", 62.6, 1007),
        ("2019-08", "favourability_of_person", "Rouhani", "favourable", 42.3, 1009),
        ("2015-02", "job_approval", "Rouhani", "approve", 49, 735),
        ("2019-10", "troops_in_syria", "Syria", "keep", 61, 1004),
    ],
)
def test_polls_read_upstream(polls, date, topic, subject, answer, percent, n):
    keys = ["date", "topic", "subject", "answer"]
    [row] = polls[(polls[keys] == [date, topic, subject, answer]).all(axis=1)].itertuples()
    assert (row.percent, row.n) == (percent, n)


def test_one_waves_two_reports_both_stand(polls):
    wave = polls[(polls["date"] == "2016-01") & (polls["topic"] == "deal_approval")]
    assert sorted(wave["percent"]) == [70, 71]


def test_only_rows_without_a_figure_are_qualitative(polls):
    assert (polls["percent"].isna() == (polls["kind"] == "qualitative")).all()


def test_a_poll_of_the_cutoffs_month_is_known_at_its_end():
    assert "2018-01" not in set(tables.load("polls", cutoff="2018-01-30")["date"])
    assert "2018-01" in set(tables.load("polls", cutoff="2018-01-31")["date"])


def test_elections_coverage(elections):
    assert len(elections) == 25
    assert elections["seats"].count() == 4
    assert (elections["votes"].isna() | elections["seats"].isna()).all()


# Read in events/elections.csv.
@pytest.mark.parametrize(
    ("date", "name", "column", "value"),
    [
        ("2013-06-14", "Rouhani", "votes", 18_613_329),
        ("2017-05-19", "Raisi", "votes", 15_786_449),
        ("2021-06-18", "Raisi", "percent", 61.95),
        ("2016-02-26", "List of Hope", "seats", 119),
        ("2020-02-21", "All lists", "turnout_percent", 42.32),
    ],
)
def test_elections_read_upstream(elections, date, name, column, value):
    assert elections.loc[(pd.Timestamp(date), name), column] == value


def test_printed_shares_are_of_all_votes_cast(elections):
    """The lists give totals for 2021 and 2024; the shares must follow from them."""
    rows = elections.dropna(subset=["votes", "votes_cast", "percent"])
    assert len(rows) == 5
    computed = 100 * rows["votes"].astype(float) / rows["votes_cast"].astype(float)
    assert computed.tolist() == pytest.approx(rows["percent"].tolist(), abs=0.02)


def test_a_second_round_is_unknown_before_its_day():
    names = set(tables.load("elections", cutoff="2016-03-31")["name"])
    assert "List of Hope" not in names


# Read in events/rhetoric.csv, lines of these days.
def test_rhetoric_themes_coverage_and_rows():
    themes = tables.load("rhetoric_themes")
    assert len(themes) == 34  # one theme stands twice on a page
    assert set(themes["state"]) == {"IRN", "RUS", "USA"}
    july = themes[themes["date"] == "2018-07-26"]
    assert set(july["speaker"]) == {"Soleimani"}
    assert len(july) == 7
    assert july["basis"].value_counts().to_dict() == {"quotation": 6, "paraphrase": 1}
    shared = themes[themes["theme"] == "attacker_regrets"]
    assert sorted(zip(shared["date"], shared["speaker"], strict=True)) == [
        ("2018-07-22", "Rouhani"),
        ("2018-07-22", "Rouhani"),
        ("2018-07-26", "Soleimani"),
    ]


# Read in events/khamenei_speeches_en_counts.csv, lines 1.txt and 2.txt; 18.txt has no text.
def test_khamenei_words_coverage_and_rows():
    words = tables.load("khamenei_words").set_index("speech")
    assert len(words) == 667
    assert (words["year"].min(), words["year"].max()) == (1997, 2016)
    assert words.loc[1, ["year", "words", "america", "syria"]].tolist() == [1997, 4023, 5, 2]
    assert words.loc[2, ["words", "independence"]].tolist() == [2703, 2]
    assert words.loc[18, ["year", "words"]].tolist() == [2002, 0]
    assert (words["words"] == 0).sum() == 12
    assert words.loc[words["words"] == 0].drop(columns=["year"]).to_numpy().sum() == 0
