"""What leaders said: coded themes of statements, and word counts of speeches.  No text is kept."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.errors import InputError
from eastward.sources import dates

STATEMENTS = "events/rhetoric.csv"
CODING = "eastward/sources/coding/rhetoric.yml"
COUNTS = "events/khamenei_speeches_en_counts.csv"


def rhetoric_themes(files: dict[str, Path]) -> pd.DataFrame:
    """Build the themes of leaders' statements, one row a theme on a page.

    Source: the compiled list, whose quotations are left out; names of themes and the speakers'
    states from the coding file.  Traps: the days around July 2018 are dense and the other years
    thin by design; a theme quoted twice from one page is one row; all are press translations.

    Returns
    -------
    DataFrame
        date (as known), end_date, speaker, state, theme, basis, source_title, source_address.
    """
    listed = pd.read_csv(files[STATEMENTS], dtype=str)
    coding = yaml.safe_load(files[CODING].read_text(encoding="utf-8"))
    for column, names in (("theme", coding["themes"]), ("speaker", coding["speakers"])):
        unknown = sorted(set(listed[column]) - set(names))
        if unknown:
            raise InputError(f"{CODING}: {column} {unknown[0]!r} is not coded")
    paraphrase = listed["short_quote"].str.startswith("(paraphrase")
    frame = listed.assign(
        end_date=dates.spans(listed["date"])["end_date"],
        state=listed["speaker"].map(coding["speakers"]),
        theme=listed["theme"].map(coding["themes"]),
        basis=paraphrase.map({True: "paraphrase", False: "quotation"}),
    )
    return frame.drop(columns="short_quote").drop_duplicates()


def khamenei_words(files: dict[str, Path]) -> pd.DataFrame:
    """Build word counts of Ayatollah Khamenei's speeches, one row a speech, titles left out.

    Source: counts made for the project from English translations.  Traps: the selection is the
    publisher's, few speeches before 2002 are in it, and it ends in 2016.

    Returns
    -------
    DataFrame
        speech (number), year, words, and one count per word.
    """
    counts = pd.read_csv(files[COUNTS])
    speech = counts["file"].str.removesuffix(".txt").astype(int)
    return counts.assign(speech=speech).drop(columns=["file", "title"])
