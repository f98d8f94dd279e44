"""Themes without words, counts without titles; made-up rows."""

import pytest

from eastward.errors import InputError
from eastward.sources import statements


@pytest.fixture
def files(tmp_path):
    listed, coding, counts = (tmp_path / n for n in ("r.csv", "r.yml", "k.csv"))
    listed.write_text(
        "date,speaker,theme,short_quote,source_title,source_address\n"
        "2001-01-01,P,dare him,First words,Page,x\n"
        "2001-01-01,P,dare him,Other words,Page,x\n"
        "2001-01,P,dare him,(paraphrase in the source: he dared),Page,x\n"
    )
    coding.write_text("themes: {dare him: dare}\nspeakers: {P: AAA}\n")
    counts.write_text("file,year,title,words,russia\n7.txt,2001,A title,100,2\n")
    return {statements.STATEMENTS: listed, statements.CODING: coding, statements.COUNTS: counts}


def test_a_theme_counts_once_a_page_and_its_words_are_dropped(files):
    themes = statements.rhetoric_themes(files)
    assert len(themes) == 2
    assert themes["basis"].tolist() == ["quotation", "paraphrase"]
    assert not themes.astype(str).apply(lambda c: c.str.contains("words")).any(axis=None)


def test_an_unknown_theme_is_refused(files):
    files[statements.CODING].write_text("themes: {}\nspeakers: {P: AAA}\n")
    with pytest.raises(InputError, match="theme 'dare him' is not coded"):
        statements.rhetoric_themes(files)


def test_speeches_have_numbers_and_no_titles(files):
    [row] = statements.khamenei_words(files).to_dict("records")
    assert row == {"speech": 7, "year": 2001, "words": 100, "russia": 2}
