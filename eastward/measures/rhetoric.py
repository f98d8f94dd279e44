"""Measures on speeches: how often a theme is named, and how alike two speeches are.

Public names: :func:`counts`, :func:`term_rates`, :func:`by_window`, :func:`tf_idf`,
:func:`cosine`, :func:`between`, :func:`overlap`, :data:`APART`.

A speech is named by its state and year.  The frames are the table speeches (state, year, words) and
what :func:`counts` makes of the table speech_terms (state, year, term, count).
"""

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from eastward.errors import InputError
from eastward.measures import sets
from eastward.measures.series import window

SPEECH = ["state", "year"]
APART = {  # the words of a state that keeps its distance from powers
    "independence": ["independence", "independent"],
    "non-alignment": ["nonaligned", "non aligned", "nonalignment"],
}


def counts(listed: pd.DataFrame) -> pd.DataFrame:
    """How often every speech has every term, a row each.

    Parameters
    ----------
    listed : DataFrame
        The table speech_terms: state, year, terms and counts, lists with semicolons.

    Returns
    -------
    DataFrame
        state, year, term, count.

    Examples
    --------
    >>> counts(pd.DataFrame({"state": ["IRN"], "year": [1979], "terms": ["peace;united nations"],
    ...     "counts": ["3;12"]})).values.tolist()
    [['IRN', 1979, 'peace', 3], ['IRN', 1979, 'united nations', 12]]
    """
    held = listed["terms"].str.count(";").to_numpy() + 1
    frame = listed[SPEECH].loc[listed.index.repeat(held)].reset_index(drop=True)
    numbers = np.array(";".join(listed["counts"]).split(";"), dtype=int)
    terms = pd.Series(";".join(listed["terms"]).split(";"), dtype=object)
    return frame.assign(term=terms, count=numbers)


def term_rates(
    terms: pd.DataFrame, speeches: pd.DataFrame, wanted: Mapping[str, Iterable[str]]
) -> pd.DataFrame:
    """How often every speech names a theme.

    Parameters
    ----------
    terms : DataFrame
        Columns state, year, term, count.
    speeches : DataFrame
        Columns state, year, words; every speech gets a rate, zero where it has none of the terms.
    wanted : mapping of str to iterable of str
        The terms of each theme, as the table spells them, such as
        ``{"america": ["america", "american", "americans"]}``.  An occurrence that two terms of a
        theme share counts twice, as "united states of america" would with "united states".

    Returns
    -------
    DataFrame
        state, year, theme, count and rate (per 1,000 words).

    Raises
    ------
    InputError
        If the table has no such term: no speech has it, or too few.
    """
    known = set(terms["term"])
    parts = []
    for theme, names in wanted.items():
        names = list(names)
        missing = sorted(set(names) - known)
        if missing:
            raise InputError(f"theme {theme!r}: term {missing[0]!r} is not in the table")
        counts = terms[terms["term"].isin(names)].groupby(SPEECH)["count"].sum()
        found = speeches[[*SPEECH, "words"]].join(counts, on=SPEECH).fillna({"count": 0})
        parts.append(found.assign(theme=theme))
    if not parts:
        return pd.DataFrame(columns=[*SPEECH, "theme", "count", "rate"])
    rates = pd.concat(parts, ignore_index=True).astype({"count": "int64"})
    return rates.assign(rate=1000 * rates["count"] / rates["words"])[
        [*SPEECH, "theme", "count", "rate"]
    ]


def by_window(rates: pd.DataFrame, start: int) -> pd.DataFrame:
    """Mean rate of each theme over windows of five years.

    Parameters
    ----------
    rates : DataFrame
        Columns year, theme, rate, as :func:`term_rates` gives them for one state.
    start : int
        First year of one of the windows.

    Returns
    -------
    DataFrame
        Index year (the first of the window), a column for each theme.
    """
    of = pd.Series(window(rates["year"], start), index=rates.index, name="year")
    return rates.groupby([of, "theme"])["rate"].mean().unstack("theme")


def tf_idf(terms: pd.DataFrame) -> pd.DataFrame:
    """Weigh the words of every speech by how much they set it apart.

    Parameters
    ----------
    terms : DataFrame
        Columns state, year, term, count: the speeches to compare, which alone decide how rare a
        word is.  Phrases are left out, for their words are counted already.

    Returns
    -------
    DataFrame
        A row a speech (index state and year), a column a word, each row of length one.  The weight
        is (1 + ln count) ln(N / n), for N speeches of which n have the word, so that a word all
        use weighs nothing.  A speech of such words alone is a row of zeros.

    Notes
    -----
    Salton, G. and Buckley, C. (1988). Term-weighting approaches in automatic text retrieval.
    *Information Processing & Management* 24(5), 513-523.
    """
    words = terms[~terms["term"].str.contains(" ", regex=False)]
    speech = words.groupby(SPEECH, sort=True).ngroup().to_numpy()
    word, labels = pd.factorize(words["term"], sort=True)
    index = pd.MultiIndex.from_frame(words[SPEECH].drop_duplicates().sort_values(SPEECH))
    weights = np.zeros((len(index), len(labels)))
    rarity = np.log(len(index) / np.bincount(word, minlength=len(labels)))
    weights[speech, word] = (1 + np.log(words["count"].to_numpy())) * rarity[word]
    length = np.linalg.norm(weights, axis=1, keepdims=True)
    weights = np.divide(weights, length, out=weights, where=length > 0)
    return pd.DataFrame(weights, index=index, columns=labels)


def cosine(terms: pd.DataFrame) -> pd.DataFrame:
    """Cosine similarity of every pair of speeches, 0 (no word in common) to 1.

    Parameters
    ----------
    terms : DataFrame
        As for :func:`tf_idf`.

    Returns
    -------
    DataFrame
        Rows and columns are the speeches (state, year).
    """
    weights = tf_idf(terms)
    values = weights.to_numpy() @ weights.to_numpy().T
    return pd.DataFrame(values.clip(0, 1), index=weights.index, columns=weights.index)


def between(
    similarity: pd.DataFrame, one: Iterable[tuple[str, int]], others: Iterable[tuple[str, int]]
) -> float:
    """Mean similarity of the speeches of one group to those of another, no speech to itself.

    Parameters
    ----------
    similarity : DataFrame
        As :func:`cosine` gives.
    one, others : iterable of (state, year)
        Speeches; those that the frame lacks are passed over.

    Returns
    -------
    float
        Missing where the groups hold no two different speeches.
    """
    rows = [speech for speech in dict.fromkeys(one) if speech in similarity.index]
    columns = [speech for speech in dict.fromkeys(others) if speech in similarity.index]
    places = similarity.index
    values = similarity.to_numpy()[np.ix_(places.get_indexer(rows), places.get_indexer(columns))]
    different = np.array([[row != column for column in columns] for row in rows], dtype=bool)
    chosen = values[different.reshape(values.shape)]
    return float(chosen.mean()) if chosen.size else float("nan")


def overlap(themes: pd.DataFrame, groups: str | list[str]) -> pd.DataFrame:
    """Overlap of the themes of every pair of groups, by :func:`.sets.jaccard`.

    Parameters
    ----------
    themes : DataFrame
        Column theme and the columns of the groups; how often a theme is repeated does not count.
    groups : str or list of str
        What makes a group, such as ``"speaker"`` or ``["speaker", "year"]``.

    Returns
    -------
    DataFrame
        Rows and columns are the groups; the value is the number of themes that both have over
        the number that either has, 0 to 1.
    """
    keys = [groups] if isinstance(groups, str) else list(groups)
    listed = themes.dropna(subset=["theme", *keys]).drop_duplicates(["theme", *keys])
    held = listed.assign(held=1).pivot(index=keys, columns="theme", values="held").fillna(0)
    if isinstance(groups, str):
        held.index = held.index.get_level_values(0)
    return sets.jaccard_of_all(held)
