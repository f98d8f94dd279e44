"""News-coded events and mentions against values read in the upstream files."""

import numpy as np
import pandas as pd
import pytest

from eastward import paths, tables
from eastward.measures import events as measures
from eastward.sources import datapackage, icews


@pytest.fixture(scope="module")
def daily():
    return tables.load("event_dyads")


@pytest.fixture(scope="module")
def yearly():
    return tables.load("event_dyads_yearly")


def test_daily_coverage(daily):
    assert len(daily) == 23615
    assert daily.groupby(daily["date"].dt.year)["events"].sum().tolist() == [17436, 15411]
    periods = measures.covered_periods(daily)
    assert periods.astype(str).values.tolist() == [
        ["2014-01-01", "2014-12-31", "365"],
        ["2018-01-01", "2018-10-31", "304"],
    ]
    assert daily["date"].nunique() == 365 + 304  # every day has an event somewhere


def test_daily_values_read_upstream(daily):
    rows = daily.set_index(["source", "target", "date", "official"])
    # icews18, time 384 (17 January): Oman to Iran, a visit (1.9) and diplomatic cooperation
    # (3.5); a firm of Oman's that means to cooperate (5.2) is in that release only.
    visit = rows.loc[("OMN", "IRN", "2018-01-17", True)]
    assert visit[["events", "verbal_cooperation", "goldstein"]].tolist() == [2, 2, 5.4]
    assert ("OMN", "IRN", "2018-01-17", False) not in rows.index
    # icews14, day 219 (7 August): Venezuelan ministers to Iran, two visits, a statement, praise.
    august = rows.loc[("VEN", "IRN", "2014-08-07", True)]
    assert august[["events", "goldstein"]].tolist() == [4, 7.2]


def test_classes_add_up_and_scores_stay_in_their_range(daily):
    assert (daily[measures.QUADS].sum(axis="columns") == daily["events"]).all()
    assert (daily["goldstein"].abs() <= 10 * daily["events"] + 1e-9).all()
    assert (daily["source"] != daily["target"]).all()


def test_yearly_coverage_and_values_read_upstream(yearly):
    assert len(yearly) == 130401
    assert (yearly["year"].min(), yearly["year"].max()) == (2002, 2014)
    assert yearly["source"].nunique() == yearly["target"].nunique() == 152
    # The rows of the R frame for these dyads and years.
    rows = yearly.set_index(["source", "target", "year"])[measures.QUADS]
    assert rows.loc[("IRN", "RUS", 2014)].tolist() == [2447, 24, 13, 2]
    assert rows.loc[("IRN", "USA", 2007)].tolist() == [3012, 45, 1233, 174]
    assert rows.loc[("USA", "RUS", 2014)].tolist() == [4374, 25, 1694, 1371]


def test_what_both_releases_contain_takes_most_of_the_rise_away(daily, raw):
    """The presidents and plain names that only one release has made the mean rise by a point."""
    files = {name: raw / name for name in datapackage.inputs("event_dyads")} | {
        name: paths.ROOT / name
        for name in datapackage.inputs("event_dyads")
        if name.startswith("eastward/")
    }
    whole = pd.concat([icews.events(files, release) for release in icews.RELEASES])
    assert _rise(whole.assign(events=1)) == pytest.approx(0.958, abs=0.001)
    assert _rise(daily) == pytest.approx(0.206, abs=0.001)


def _rise(frame):
    """Change of the mean score of official events between Iran and Russia, 2014 to August 2018."""
    two = frame["source"].isin(["IRN", "RUS"]) & frame["target"].isin(["IRN", "RUS"])
    rows = frame[two & (frame["source"] != frame["target"]) & frame["official"]]
    rows = rows[rows["date"] <= "2018-08-31"]
    sums = rows.groupby(rows["date"].dt.year)[["goldstein", "events"]].sum()
    means = sums["goldstein"] / sums["events"]
    return means[2018] - means[2014]


def test_part_of_2014_has_the_classes_of_the_whole_year(daily, yearly):
    # The yearly counts were classed by others: shares that agree confirm the classes here.
    states = set(yearly["source"])
    inside = daily["source"].isin(states) & daily["target"].isin(states)
    sample = daily.loc[inside & (daily["date"].dt.year == 2014), measures.QUADS].sum()
    whole = yearly.loc[yearly["year"] == 2014, measures.QUADS].sum()
    assert sample.sum() / whole.sum() == pytest.approx(0.032, abs=0.001)
    gap = sample / sample.sum() - whole / whole.sum()
    assert np.abs(gap).max() < 0.02


def test_mentions_coverage_and_values_read_upstream():
    mentions = tables.load("russian_mentions").set_index(["source", "state", "month"])
    assert len(mentions) == 13584 == 16 * (315 + 272 + 113 + 149)
    shares = mentions["share"]
    # Keys iran/mfa/2018-05, iran/1tv/2018-06 and syria/kremlin/2015-09 of the file.
    assert shares["mfa", "IRN", "2018-05"] == 2.56
    assert shares["1tv", "IRN", "2018-06"] == 1.48
    assert shares["kremlin", "SYR", "2015-09"] == 16.67
    assert mentions.loc[("kremlin", "SYR", "2015-09"), "texts"] == 6
    assert mentions.loc[("mfa", "IRN", "2018-05"), "texts"] == 273
    known = mentions["texts"].notna()
    assert set(mentions.index[known].get_level_values("source")) == {"kremlin", "mfa"}


def test_shares_are_whole_numbers_of_texts():
    mentions = tables.load("russian_mentions").dropna(subset="texts")
    texts = mentions["texts"].astype(float)
    counts = mentions["share"] / 100 * texts
    # The share has two decimals, half of the last one is the most that rounding explains.
    assert (np.abs(counts - counts.round()) <= 0.00005 * texts + 1e-9).all()
