"""Chapter 04: its statistics against a second way to compute them, what the author could not see."""

from datetime import date

import nbformat
import pandas as pd
import pytest

from eastward import paths, tables
from eastward.measures import chronology

CHAPTER = "04-the-deal"
DEAL, ARTICLE = date(2015, 7, 14), date(2018, 8, 31)
WARS = {"syria", "libya", "confrontation"}


def cooperation(cutoff, first, last):
    """Corroborated cooperative events that began after one day and by another: (day, domain, id)."""
    rows = tables.load("events", cutoff).to_dict("records")
    return sorted(
        (row["date"].date(), row["domain"], row["id"])
        for row in rows
        if row["iran_russia"] == "cooperative"
        and row["corroboration"] in ("primary", "two")
        and first < row["date"].date() <= last
    )


def repeated(events):
    """Domains other than Syria and the nuclear deal with at least two events."""
    domains = [domain for _, domain, _ in events]
    return {one for one in domains if domains.count(one) > 1} - {"syria", "nuclear"}


def test_the_first_joint_act_in_the_region_by_hand(built):
    _, found, cutoff = built
    days = [
        day
        for day, domain, _ in cooperation(cutoff, date(1979, 3, 31), date.fromisoformat(cutoff))
        if domain in WARS
    ]
    test = found["deal-opened.first"]
    assert days[0] == date(2015, 7, 24)
    assert test["statistic"] == pytest.approx((days[0] - DEAL).days / 30.4375)
    assert test["n"] == len(days)


def test_what_came_before_by_hand(built):
    _, found, cutoff = built
    before = cooperation(cutoff, date(2005, 7, 13), date(2015, 7, 13))
    assert [one for _, _, one in before] == [
        "E2007",
        "E20110903",
        "E20131124",
        "E20140805",
        "E20141111",
        "E20150120",
        "E20150413",
    ]
    domains = {domain for _, domain, _ in before} - WARS
    assert found["deal-opened.predates"]["statistic"] == len(domains)


def test_a_few_weeks_more_would_change_what_came_before(built):
    """The text says that an event just outside the window would add another domain."""
    _, _, cutoff = built
    earlier = cooperation(cutoff, date(2005, 5, 31), date(2015, 7, 13))
    assert len({domain for _, domain, _ in earlier} - WARS) == 4


def test_russias_share_of_the_arms_by_hand(built):
    """SIPRI's figures for Iran, 2005-2014: 814 of 1,214 million, in its edition of July 2022."""
    _, found, cutoff = built
    arms = tables.load("arms_transfers", cutoff)
    bought = arms[(arms["recipient"] == "IRN") & arms["year"].isin(range(2005, 2015))]
    total = bought["tiv"].sum()
    russian = bought.loc[bought["supplier"] == "RUS", "tiv"].sum()
    assert (russian, total) == (814, 1214)
    assert found["deal-opened.supplier"]["statistic"] == pytest.approx(100 * russian / total)


def means(cutoff):
    """Mean score of every pair with 50 official events in 2014 and in 2018, and its events."""
    daily = tables.load("event_dyads", cutoff)
    daily = daily[daily["official"]]
    pair = [frozenset(ends) for ends in zip(daily["source"], daily["target"], strict=True)]
    sums = daily.groupby([pair, daily["date"].dt.year])[["goldstein", "events"]].sum()
    sums = sums[sums["events"] >= 50]
    score = (sums["goldstein"] / sums["events"]).unstack()
    return (score[2018] - score[2014]).dropna(), sums["events"]


def test_the_tone_and_its_placebos_by_hand(built):
    _, found, cutoff = built
    change, events = means(cutoff)
    ours = frozenset(["IRN", "RUS"])
    assert found["deal-opened.tone"]["statistic"] == pytest.approx(change[ours])
    assert found["deal-opened.tone"]["n"] == events[ours].sum()
    assert found["deal-opened.placebo"]["n"] == len(change)
    below = sum(value < change[ours] for value in change) / len(change)  # ours counts too
    assert found["deal-opened.placebo"]["statistic"] == pytest.approx(100 * below)


def test_the_share_of_cooperative_events_had_no_room_to_rise():
    """Why the tone is read from scores."""
    daily = tables.load("event_dyads", "2014-12-31")
    two = daily[daily["official"] & daily["source"].isin(["IRN", "RUS"])]
    two = two[two["target"].isin(["IRN", "RUS"])]
    friendly = two["verbal_cooperation"].sum() + two["material_cooperation"].sum()
    assert friendly / two["events"].sum() > 0.94


def test_mentions_by_hand(built):
    _, found, cutoff = built
    rows = tables.load("russian_mentions", cutoff).query("source == 'kremlin' and state == 'IRN'")
    sides = []
    for first, last in (("2013-07", "2015-06"), ("2015-08", "2017-07")):
        months = rows[(rows["month"] >= first) & (rows["month"] <= last)]
        named = sum(share * texts for share, texts in zip(months["share"], months["texts"]))
        sides.append(named / months["texts"].sum())
    assert found["deal-opened.mentions"]["statistic"] == pytest.approx(sides[1] - sides[0])


def test_the_limit_to_syria_by_hand(built):
    _, found, cutoff = built
    events = cooperation(cutoff, date(2015, 7, 13), ARTICLE)
    kept = [one for one in events if one[1] != "nuclear"]
    assert found["limited-to-syria.domains"]["statistic"] == len(repeated(events))
    assert repeated(events) == {"arms", "economy", "alignment"}
    syria = sum(domain == "syria" for _, domain, _ in kept)
    assert found["limited-to-syria.share"]["statistic"] == pytest.approx(100 * syria / len(kept))


def test_the_author_could_not_see_what_came_after(as_written):
    assert as_written["limited-to-syria.later"]["statistic"] is None
    assert as_written["limited-to-syria.later"]["outcome"] == "silent"


def test_hindsight_counts_what_came_after(built):
    name, found, cutoff = built
    after = cooperation(cutoff, ARTICLE, date.fromisoformat(cutoff))
    if name == "hindsight":
        assert found["limited-to-syria.later"]["statistic"] == len(repeated(after))
    else:
        assert after == []


def test_no_figure_of_the_edition_as_written_knows_a_later_date():
    """The drawings' data, as the readers' downloads hold them."""
    path = paths.BUILD / "editions" / "as-written" / "notebooks" / f"{CHAPTER}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    drawn = [
        text
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        for kind, text in output.get("data", {}).items()
        if kind.endswith("text/html") and 'class="chart-spec"' in text
    ]
    assert len(drawn) == 7
    for text in drawn:
        for year in range(2019, 2027):
            assert f"{year}-" not in text
            assert f" {year}," not in text


def test_every_event_of_the_network_has_a_name_of_its_own(built):
    _, _, cutoff = built
    events = chronology.relations(tables.load("events", cutoff), "1979-04-01", cutoff)
    assert chronology.short_names(events).is_unique


def test_the_days_and_the_visit_that_the_text_names():
    """Two days before the deal, and the visit that is about arms and about Syria."""
    events = tables.load("events").set_index("id")
    assert events.loc["E20160414", "domain"] == "arms"
    assert "Syria" in events.loc["E20160414", "title"]
    assert events.loc["E20150120", "date"] == pd.Timestamp("2015-01-20")
    assert events.loc["E20150413", "date"] == pd.Timestamp("2015-04-13")
