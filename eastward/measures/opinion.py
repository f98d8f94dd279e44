"""Measures on opinion polls.

Public names: :data:`GOODWILL`, :func:`wilson`, :func:`sample_sizes`, :func:`trend`,
:func:`difference`, :func:`changes`, :func:`standing`, :func:`answers`.

All intervals treat a poll as a simple random sample. Polls are weighted and clustered, so that
the true uncertainty is larger; pollsters seldom publish by how much.
"""

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd

WAVE = ["pollster", "population", "end_date"]
GOODWILL = {  # question to the answer that counts as goodwill towards a state
    "favourability_of_state": "favourable",
    "leadership_approval": "approve",
}


def wilson(percent: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval of a percentage.

    Wilson (1927, *JASA* 22), recommended by Brown, Cai and DasGupta (2001, *Statistical Science*
    16): it stays within 0 to 100 and covers well near the ends.

    Parameters
    ----------
    percent : float
        Share in per cent.
    n : float
        Sample size.
    level : float
        Coverage, 0 to 1.

    Returns
    -------
    (float, float)
        Lower and upper end in per cent; both nan where ``n`` or ``percent`` is missing.
    """
    if pd.isna(percent) or pd.isna(n):
        return float("nan"), float("nan")
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(percent / 100 * n, n, alpha=1 - level, method="wilson")
    return 100 * float(low), 100 * float(high)


def sample_sizes(polls: pd.DataFrame) -> pd.Series:
    """Sample size of each row: its own, else the one that its wave states elsewhere.

    Half-samples exist, and then the true size is smaller; a wave that states two sizes lends
    none.

    Parameters
    ----------
    polls : DataFrame
        Columns pollster, population, end_date, n.

    Returns
    -------
    Series
        ``Int64`` by row of ``polls``; missing where no row of the wave states a size.
    """
    waves = polls.groupby(WAVE)["n"]
    shared = waves.transform("max").where(waves.transform("nunique") == 1)
    return polls["n"].fillna(shared).astype("Int64")


def trend(
    polls: pd.DataFrame,
    topic: str,
    subject: str,
    answer: str,
    population: str = "IRN",
    level: float = 0.95,
) -> pd.DataFrame:
    """Waves of one question, pollster by pollster, with intervals.

    Parameters
    ----------
    polls : DataFrame
        Columns pollster, population, topic, subject, answer, end_date, percent, n.
    topic, subject, answer, population : str
        The question, as coded in the table.
    level : float
        Coverage of the intervals.

    Returns
    -------
    DataFrame
        pollster, end_date, percent (mean over the pages that report the wave), reports (how many
        pages), n, low, high (per cent, nan without a sample size); sorted. Rows without a figure
        are left out. Pollsters ask in their own ways: compare waves, not pollsters.
    """
    polls = polls.assign(n=sample_sizes(polls))
    asked = (
        (polls["topic"] == topic)
        & (polls["subject"] == subject)
        & (polls["answer"] == answer)
        & (polls["population"] == population)
    )
    waves = (
        polls[asked]
        .dropna(subset="percent")
        .groupby(["pollster", "end_date"], as_index=False)
        .agg(percent=("percent", "mean"), reports=("percent", "size"), n=("n", "max"))
    )
    bounds = [wilson(row.percent, row.n, level) for row in waves.itertuples()]
    return waves.assign(low=[low for low, _ in bounds], high=[high for _, high in bounds])


def answers(
    polls: pd.DataFrame, questions: Mapping[tuple[str, str, str], str], population: str = "IRN"
) -> pd.DataFrame:
    """Waves of several questions in one frame, in order of time.

    Parameters
    ----------
    polls : DataFrame
        As for :func:`trend`.
    questions : mapping
        Topic, subject and answer to the question's short wording.
    population : str
        Whose people were asked.

    Returns
    -------
    DataFrame
        question (its wording), name (the year and the wording; the month too where a year has two
        waves of a question) and the columns of :func:`trend`.
    """
    waves = [
        trend(polls, *coded, population=population).assign(question=wording)
        for coded, wording in questions.items()
    ]
    found = pd.concat(waves).sort_values("end_date", kind="stable", ignore_index=True)
    day = pd.to_datetime(found["end_date"])
    short, exact = (day.dt.strftime(form) + found["question"] for form in ("%Y: ", "%b %Y: "))
    return found.assign(name=short.where(~short.duplicated(keep=False), exact))


def difference(
    before: tuple[float, float], after: tuple[float, float], level: float = 0.95
) -> tuple[float, float, float]:
    """Change of a percentage between two independent samples, with Newcombe's interval.

    Newcombe (1998, *Statistics in Medicine* 17, method 10) combines the two Wilson intervals.

    Parameters
    ----------
    before, after : (float, float)
        Percentage and sample size.
    level : float
        Coverage, 0 to 1.

    Returns
    -------
    (float, float, float)
        Change in percentage points (after minus before) and its lower and upper end; the ends are
        nan where a sample size is missing.
    """
    from statsmodels.stats.proportion import confint_proportions_2indep

    (first, n_1), (second, n_2) = before, after
    change = second - first
    if pd.isna(n_1) or pd.isna(n_2) or pd.isna(change):
        return change, float("nan"), float("nan")
    low, high = confint_proportions_2indep(
        second / 100 * n_2, n_2, first / 100 * n_1, n_1, method="newcomb", alpha=1 - level
    )
    return change, 100 * float(low), 100 * float(high)


def changes(waves: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Changes from each wave of a pollster to the next.

    Parameters
    ----------
    waves : DataFrame
        As returned by :func:`trend`.

    Returns
    -------
    DataFrame
        pollster, start, end (dates of the waves), change, low, high (percentage points), clear
        (the interval leaves out zero; False where there is none).
    """
    rows = []
    for pollster, series in waves.groupby("pollster"):
        ordered = list(series.sort_values("end_date").itertuples())
        for first, second in pairwise(ordered):
            change = difference((first.percent, first.n), (second.percent, second.n), level)
            rows.append((pollster, first.end_date, second.end_date, *change))
    table = pd.DataFrame(rows, columns=["pollster", "start", "end", "change", "low", "high"])
    return table.assign(clear=(table["low"] > 0) | (table["high"] < 0))


def standing(polls: pd.DataFrame, subject: str, population: str, others: int = 2) -> pd.DataFrame:
    """A state's friends among those asked, and the friends of other states in the same wave.

    Parameters
    ----------
    polls : DataFrame
        Columns pollster, population, topic, subject, answer, end_date, percent.
    subject, population : str
        ISO3 codes of the state asked about and of the state whose people were asked.
    others : int
        Fewest other states in a wave for a comparison.

    Returns
    -------
    DataFrame
        pollster, topic, end_date, percent, others (how many other states the wave asks about),
        median (theirs, missing where they are too few), ahead (percent minus median); by date.
        Questions are those of :data:`GOODWILL`; rows without a figure are left out.
    """
    asked = pd.MultiIndex.from_frame(polls[["topic", "answer"]]).isin(list(GOODWILL.items()))
    asked &= polls["population"].eq(population) & polls["subject"].str.fullmatch("[A-Z]{3}")
    rows = polls[asked].dropna(subset="percent")
    wave = ["pollster", "topic", "end_date"]
    rows = rows.groupby([*wave, "subject"], as_index=False)["percent"].mean()
    own = rows[rows["subject"] == subject].drop(columns="subject")
    rest = rows[rows["subject"] != subject].groupby(wave)["percent"].agg(["size", "median"])
    table = own.merge(rest.rename(columns={"size": "others"}), on=wave, how="left")
    table["others"] = table["others"].fillna(0).astype(int)
    table["median"] = table["median"].where(table["others"] >= others)
    table = table.assign(ahead=table["percent"] - table["median"])
    return table.sort_values(["end_date", "pollster"], ignore_index=True)
