"""Words, phrases and speakers, on made-up speeches."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.measures import rhetoric
from eastward.sources import speeches


def test_words_are_runs_of_two_letters_or_more_in_lower_case():
    assert speeches.words("A Nation’s 2nd NON-aligned café, 1979.") == [
        "nation",
        "nd",
        "non",
        "aligned",
        "cafe",
    ]


def test_words_broken_by_a_not_sign_are_joined():
    assert speeches.words("co¬\n operation and inter\u00adnational") == [
        "cooperation",
        "and",
        "international",
    ]


@given(st.text())
def test_words_are_plain_letters(text):
    assert all(
        word.isascii() and word.isalpha() and word.islower() for word in speeches.words(text)
    )


def test_phrases_are_counted_besides_their_words():
    counts = speeches.count(["the", "united", "states", "and", "united", "states"])
    assert counts["united states"] == counts["united"] == 2
    assert "the united" not in counts
    assert "soviet union" not in counts


def test_speakers_lose_titles_and_capitals_and_known_variants():
    printed = pd.Series(
        ["Mr. Hassan Rouhani", " ALI  KHAMENEI", "Mr. VELAYATI ", "Bill Clinton", "Dr. AL-SHARA"]
    )
    assert speeches.speakers(printed).tolist() == [
        "Hassan Rouhani",
        "Ali Khamenei",
        "Ali Akbar Velayati",
        "Bill Clinton",
        "Al-Shara",
    ]


@pytest.fixture
def files(tmp_path):
    listed = pd.DataFrame(
        {
            "Year": [2001, 2000],
            "Session": [56, 55],
            "ISO Code": ["AAA", "AAA"],
            "Name of Person Speaking": ["Mr. First", "SECOND"],
            "Post": ["Foreign minister", None],
        }
    )
    listed.to_excel(tmp_path / "speakers.xlsx", index=False)
    found = {speeches.SPEAKERS: tmp_path / "speakers.xlsx"}
    for year in range(1996, 2002):
        file = tmp_path / f"AAA_{year - 1945}_{year}.txt"
        file.write_text("Peace" + " and war" * (year > 1996), encoding="utf-8-sig")
        found[f"{speeches.TEXTS}{file.name}"] = file
    return found


def test_speeches_have_the_speaker_where_one_is_listed(files):
    found = speeches.speeches(files).set_index("year")
    assert found.loc[2001, ["state", "session", "speaker", "post", "words"]].tolist() == [
        "AAA",
        56,
        "First",
        "Minister for Foreign Affairs",
        3,
    ]
    assert found.loc[2000, "speaker"] == "Second"
    assert found.loc[1996, "words"] == 1
    assert found.loc[1999, ["speaker", "post"]].isna().all()


def test_terms_are_those_of_five_speeches_or_more(files):
    found = rhetoric.counts(speeches.speech_terms(files))
    assert found.groupby("term").size().to_dict() == {"and": 5, "peace": 6, "war": 5}
    del files[f"{speeches.TEXTS}AAA_56_2001.txt"]
    assert set(rhetoric.counts(speeches.speech_terms(files))["term"]) == {"peace"}
