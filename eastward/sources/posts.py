"""Donald Trump's own posts on Twitter: how many in a month, and how many name a state."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

FOLDER = "events/trump_tweets_"

# What counts as naming a state: the stem of its name, at the start of a word, in any case.
STEMS = {
    "AFG": "afghan",
    "CAN": "canad",
    "CHN": "china|chinese",
    "CUB": "cuba",
    "IRN": "iran",
    "IRQ": "iraq",
    "ISR": "israel",
    "MEX": "mexic",
    "PRK": "north korea|nokorea",
    "RUS": "russia",
    "SAU": "saudi",
    "SYR": "syria",
    "TUR": "turkey|turkish|erdogan",
    "UKR": "ukrain",
    "VEN": "venezuela",
}


@dataclass(frozen=True)
class Archive:
    """A collection of posts and the days for which it is taken."""

    file: str
    spans: tuple[tuple[str, str], ...]
    """First and last day; the spans of the archives do not overlap, so no post counts twice."""
    columns: dict[str, str]
    """Its names for text, time and retweet."""
    time_format: str
    complete: bool
    """Whether it holds all posts of these days with their whole text."""
    separator: str = ","
    encoding: str = "utf-8"


ARCHIVES = [
    Archive(
        file=f"{FOLDER}2009_2017_dslabs.csv",
        spans=(("2009-05-04", "2017-12-31"),),
        columns={"text": "text", "created_at": "time", "is_retweet": "retweet"},
        time_format="%Y-%m-%dT%H:%M",
        complete=True,
    ),
    Archive(
        file=f"{FOLDER}2016_2020_raslillebo.csv",
        spans=(("2018-01-01", "2020-03-31"),),
        columns={"Text": "text", "created_at": "time", "is_retweet": "retweet"},
        time_format="%m-%d-%Y %H:%M",
        complete=True,
        separator=";",
        encoding="latin-1",  # quotation marks and other signs had been lost before
    ),
    Archive(
        file=f"{FOLDER}2020_bargell.csv",
        spans=(("2020-09-11", "2020-12-01"),),
        columns={"text": "text", "created_at": "time", "is_retweet": "retweet"},
        time_format="%Y-%m-%d %H:%M",
        complete=True,
    ),
    Archive(
        file=f"{FOLDER}2020_2021_gabrielpreda.csv",
        spans=(("2020-07-20", "2020-08-30"), ("2020-12-02", "2021-01-05")),
        columns={"text": "text", "date": "time", "is_retweet": "retweet"},
        time_format="%Y-%m-%d %H:%M",
        complete=False,
    ),
]


def own(posts: pd.DataFrame) -> pd.DataFrame:
    """Keep a person's own words: no retweets, by flag or by form, and no post twice.

    A text that opens with a quotation mark passes on what another wrote; one archive left such
    posts out, so all do.  In another archive every such mark had become a question mark.

    Parameters
    ----------
    posts : DataFrame
        Columns text, time, retweet ("true", "FALSE" … or missing).
    """
    flagged = posts["retweet"].fillna("false").str.lower() == "true"
    passed_on = posts["text"].str.match(r'\s*(?:RT @|["“?])')
    return posts[~flagged & ~passed_on].drop_duplicates(["text", "time"])


def read(archive: Archive, folder: dict[str, Path]) -> pd.DataFrame:
    """Read an archive's own posts in its spans: text, time."""
    posts = pd.read_csv(
        folder[archive.file],
        sep=archive.separator,
        encoding=archive.encoding,
        usecols=list(archive.columns),
        dtype=str,
    ).rename(columns=archive.columns)
    posts = posts.dropna(subset="time")  # three rows of one archive are cut before the date
    # Minutes suffice, and one archive prints the seconds on some rows only.
    posts["time"] = pd.to_datetime(posts["time"].str[:16], format=archive.time_format)
    inside = [posts["time"].between(first, f"{last} 23:59") for first, last in archive.spans]
    return own(posts[pd.concat(inside, axis=1).any(axis=1)])


def coverage(archives: list[Archive] = ARCHIVES) -> pd.DataFrame:
    """Count the days of each month that an archive covers.

    Returns
    -------
    DataFrame
        Index month (YYYY-MM, without a break); days, covered_days, and complete: every covered
        day lies in an archive that is complete.
    """
    days = pd.concat(
        [
            pd.Series(archive.complete, index=pd.date_range(first, last))
            for archive in archives
            for first, last in archive.spans
        ]
    )
    months = pd.period_range(days.index.min(), days.index.max(), freq="M")
    covered = days.groupby(days.index.to_period("M")).agg(["size", "all"]).reindex(months)
    return pd.DataFrame(
        {
            "days": months.days_in_month,
            "covered_days": covered["size"].fillna(0).astype(int),
            "complete": covered["all"].eq(True),
        },
        index=months.strftime("%Y-%m").rename("month"),
    )


def trump_posts(files: dict[str, Path]) -> pd.DataFrame:
    """Build monthly counts of posts and of those that name a state.

    Sources: four archives, each for the days in which it is the best one (``ARCHIVES``).
    Traps: none covers 1 April to 19 July and 31 August to 10 September 2020; the last one cuts
    texts at 140 characters and lacks a fifth of the posts that another one has for October and
    November 2020, so it undercounts; one archive lost commas and quotation marks; before 2012
    there were a dozen posts a month.  Times are UTC.  "Russia" is mostly the inquiry into the
    election of 2016, "Turkey" sometimes the bird.

    Returns
    -------
    DataFrame
        month (YYYY-MM), state, posts, mentions (both missing where no day is covered), days,
        covered_days, complete.
    """
    posts = pd.concat([read(archive, files) for archive in ARCHIVES])
    month = posts["time"].dt.strftime("%Y-%m")
    cover = coverage()
    whole = posts.groupby(month).size()
    parts = []
    for state, stem in STEMS.items():
        named = posts["text"].str.contains(rf"(?<![a-z])(?:{stem})", case=False)
        counts = {"posts": whole, "mentions": named.groupby(month).sum()}
        frame = cover.join(pd.DataFrame(counts)).astype({"posts": "Int64", "mentions": "Int64"})
        parts.append(frame.assign(state=state).reset_index())
    return pd.concat(parts)
