"""What leaders said: coded themes of statements, and word counts of speeches.  No text is kept."""

from pathlib import Path

import pandas as pd

from eastward.sources import lists

STATEMENTS = f"{lists.FOLDER}/rhetoric.csv"
COUNTS = f"{lists.FOLDER}/khamenei_words.csv"


def rhetoric_themes(files: dict[str, Path]) -> pd.DataFrame:
    """Build the themes of leaders' statements, one row a theme on a page.

    Source: the project's list, which holds no quotation.  Traps: the days around July 2018 are
    dense and the other years thin by design; all are press translations; in a paraphrase the
    words are the page's and not the speaker's; a theme stands once, however many sentences of a
    page express it.

    Returns
    -------
    DataFrame
        date (as known), end_date, speaker, state, theme, basis, corroboration, source_title,
        source_address.
    """
    themes = lists.dated(files[STATEMENTS])
    return themes.drop_duplicates(["end_date", "speaker", "theme", "source_title"])


def khamenei_words(files: dict[str, Path]) -> pd.DataFrame:
    """Build word counts of Ayatollah Khamenei's speeches, one row a speech, titles left out.

    Source: counts made for the project from English translations.  Traps: the selection is the
    publisher's, few speeches before 2002 are in it, and it ends in 2016.

    Returns
    -------
    DataFrame
        speech (number), year, words, and one count per word.
    """
    return lists.rows(files[COUNTS])
