"""Speech tables against values counted in the upstream files, and against one another."""

import pytest

from eastward import tables
from eastward.measures import rhetoric
from eastward.sources import speeches as source


@pytest.fixture(scope="module")
def speeches():
    return tables.load("speeches").set_index(["state", "year"])


@pytest.fixture(scope="module")
def terms():
    counts = rhetoric.counts(tables.load("speech_terms"))
    return counts.set_index(["term", "state", "year"])["count"]


def test_coverage_of_eleven_states(speeches):
    assert speeches.groupby(level="state").size().to_dict() == {
        "CHN": 54,
        "DEU": 52,
        "FRA": 55,
        "GBR": 55,
        "IRN": 73,
        "ISR": 55,
        "RUS": 54,
        "SAU": 43,
        "SYR": 55,
        "TUR": 55,
        "USA": 55,
    }
    years = speeches.loc["IRN"].index
    assert (years.min(), years.max()) == (1946, 2024)
    assert set(range(1946, 2025)) - set(years) == {1947, 1949, 1950, 1952, 1953, 1954}


def test_speakers_and_words_read_upstream(speeches):
    # Rows of Speakers_by_session.xlsx; words counted with tr and grep in the text files.
    assert speeches.loc[("IRN", 1946), ["session", "speaker", "words"]].tolist() == [
        1,
        "Entezam",
        521,
    ]
    assert speeches.loc[("USA", 2020), ["speaker", "post", "words"]].tolist() == [
        "Donald Trump",
        "President",
        950,
    ]
    assert speeches.loc[("IRN", 1987), ["speaker", "post"]].tolist() == [
        "Ali Khamenei",
        "President",
    ]


def test_one_spelling_for_the_speakers_whom_chapters_compare(speeches):
    iran = speeches.loc["IRN"]["speaker"]
    assert iran.loc[2005:2012].unique().tolist() == ["Mahmoud Ahmadinejad"]
    assert iran.loc[2013:2020].unique().tolist() == ["Hassan Rouhani"]
    assert iran.loc[2021:2023].unique().tolist() == ["Ebrahim Raisi"]
    america = speeches.loc["USA"]["speaker"]
    assert america.loc[2009:2016].unique().tolist() == ["Barack Obama"]
    assert america.loc[2017:2020].unique().tolist() == ["Donald Trump"]
    assert america.loc[2021:2024].unique().tolist() == ["Joseph R. Biden"]


def test_only_the_soviet_speaker_of_1982_is_unknown(speeches):
    assert speeches.index[speeches["speaker"].isna()].tolist() == [("RUS", 1982)]


@pytest.mark.parametrize(
    ("term", "state", "year", "count"),
    [
        # grep -oiw in the text files; "united states" also across a line's end.
        ("nuclear", "IRN", 2018, 6),
        ("sanctions", "IRN", 2018, 9),
        ("jcpoa", "IRN", 2018, 8),
        ("united states", "IRN", 2018, 16),
        ("iran", "USA", 2018, 12),
        ("syria", "RUS", 2013, 8),
    ],
)
def test_terms_counted_upstream(terms, term, state, year, count):
    assert terms[term, state, year] == count


def test_terms_coverage(terms):
    assert len(terms) == 580_806
    names = terms.index.get_level_values("term")
    assert names.nunique() == 10_488
    assert {name for name in names.unique() if " " in name} == set(source.PHRASES)


def test_every_term_is_in_five_speeches(terms):
    assert terms.groupby(level="term").size().min() == source.FEWEST_SPEECHES


def test_every_speech_has_terms_and_no_other(speeches, terms):
    found = terms.groupby(level=["state", "year"]).sum()
    assert set(found.index) == set(speeches.index)


def test_terms_hold_nearly_all_words(speeches, terms):
    phrase = terms.index.get_level_values("term").str.contains(" ")
    held = terms[~phrase].groupby(level=["state", "year"]).sum()
    share = held / speeches["words"]
    assert share.max() <= 1
    assert share.min() > 0.9
