"""The UN General Debate: who spoke for eleven states, and how often each word occurs."""

import re
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pandas as pd

FOLDER = "diplomacy/ungdc"
SPEAKERS = f"{FOLDER}/Speakers_by_session.xlsx"
TEXTS = f"{FOLDER}/TXT/"
FEWEST_SPEECHES = 5  # a term that fewer speeches contain is left out

WORD = re.compile("[a-z]{2,}")
# Terms of two words, counted besides the words that they consist of.
PHRASES = [
    "comprehensive plan",
    "european union",
    "great powers",
    "human rights",
    "islamic republic",
    "mass destruction",
    "middle east",
    "non aligned",
    "nuclear agreement",
    "nuclear deal",
    "nuclear weapons",
    "persian gulf",
    "russian federation",
    "saudi arabia",
    "security council",
    "soviet union",
    "super powers",
    "united kingdom",
    "united states",
    "zionist regime",
]
HONORIFIC = r"^(?:Mr|Mrs|Ms|Dr|President)\b\.?\s*"
NAMES = {
    "Ali-Akbar Velayati": "Ali Akbar Velayati",
    "Bush": "George Bush",
    "George W Bush": "George W. Bush",
    "Igor S. Ivanov": "Igor Ivanov",
    "Joe Biden": "Joseph R. Biden",
    "Joseph R. Biden, Jr": "Joseph R. Biden",
    "Kamal Kharraz": "Kamal Kharrazi",
    "Mhmoud Ahmadi-Nejad": "Mahmoud Ahmadinejad",
    "Reagan": "Ronald Reagan",
    "Sergei Lavrov": "Sergey Lavrov",
    "Sergey V. Lavrov": "Sergey Lavrov",
    "Seyyed Ebrahim Raisi": "Ebrahim Raisi",
    "Velayati": "Ali Akbar Velayati",
    "Vladimir V. Putin": "Vladimir Putin",
    "William Clinton": "Bill Clinton",
    "William J. Clinton": "Bill Clinton",
    "William Jefferson Clinton": "Bill Clinton",
}
POSTS = {
    "Foreign Minister": "Minister for Foreign Affairs",
    "Foreign minister": "Minister for Foreign Affairs",
    "Minister for Foregn Affairs": "Minister for Foreign Affairs",
    "Minister of Foreign Affairs": "Minister for Foreign Affairs",
    "Prime minister": "Prime Minister",
}


def words(text: str) -> list[str]:
    """Split a text into words: runs of two or more letters, lower case, accents removed.

    A word broken at the end of a line by a not sign, as scans have it, is joined; hyphens and
    apostrophes part words.
    """
    joined = re.sub("[¬\u00ad]\\s*", "", text)
    plain = unicodedata.normalize("NFKD", joined)
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return WORD.findall(letters.lower())


def count(tokens: list[str]) -> Counter:
    """Count the words, and the phrases of ``PHRASES``."""
    counts = Counter(tokens)
    pairs = Counter(pairwise(tokens))
    for phrase in PHRASES:
        times = pairs[tuple(phrase.split())]
        if times:
            counts[phrase] = times
    return counts


def _texts(files: dict[str, Path]) -> dict[tuple[str, int, int], list[str]]:
    """Read every speech into its words, by state, session and year as the file's name has them."""
    texts = {}
    for name, file in files.items():
        if name.startswith(TEXTS):
            state, session, year = Path(name).stem.split("_")
            speech = (state, int(session), int(year))
            texts[speech] = words(file.read_text(encoding="utf-8-sig"))
    return texts


def speakers(printed: pd.Series) -> pd.Series:
    """Return one spelling of a speaker's name: no title, no capitals, known variants joined."""
    names = printed.str.replace(r"\s+", " ", regex=True).str.strip()
    names = names.str.replace(HONORIFIC, "", regex=True)
    capitals = names.str.findall(r"[A-ZŁ]{3,}").str.len() > 0
    return names.mask(capitals, names.str.title()).replace(NAMES)


def speeches(files: dict[str, Path]) -> pd.DataFrame:
    """Build the list of speeches: state, year, session, speaker, post, words.

    Source: UN General Debate Corpus, version 13.  Traps: a state may not have spoken in a year
    (Saudi Arabia in eleven); before 1994 the texts are scans with reading errors, and the
    post is mostly unknown; the list of speakers spells one person in several ways.
    """
    listed = pd.read_excel(files[SPEAKERS]).rename(
        columns={"ISO Code": "state", "Year": "year", "Name of Person Speaking": "speaker"}
    )
    listed = listed.assign(
        speaker=speakers(listed["speaker"]), post=listed["Post"].str.strip().replace(POSTS)
    )
    listed = listed.drop_duplicates(["state", "year"], keep="last")
    rows = [(*speech, len(tokens)) for speech, tokens in _texts(files).items()]
    frame = pd.DataFrame(rows, columns=["state", "session", "year", "words"])
    return frame.merge(
        listed[["state", "year", "speaker", "post"]], on=["state", "year"], how="left"
    )


def speech_terms(files: dict[str, Path]) -> pd.DataFrame:
    """Build the document-term table: a row for each speech, with how often it has each term.

    Source: as for the speeches.  A term is a word or one of ``PHRASES`` that at least
    ``FEWEST_SPEECHES`` speeches contain.  There is no list of stop words: a term that every
    speech contains gets no weight from its inverse document frequency.

    Returns
    -------
    DataFrame
        state, year, terms (in order, with semicolons between them), counts (in the same order).
    """
    rows = [
        (state, year, term, times)
        for (state, _, year), tokens in _texts(files).items()
        for term, times in count(tokens).items()
    ]
    frame = pd.DataFrame(rows, columns=["state", "year", "term", "count"])
    frame = frame[frame.groupby("term")["term"].transform("size") >= FEWEST_SPEECHES]
    frame = frame.astype({"count": str}).sort_values(["state", "year", "term"])
    listed = frame.groupby(["state", "year"]).agg({"term": ";".join, "count": ";".join})
    return listed.rename(columns={"term": "terms", "count": "counts"}).reset_index()
