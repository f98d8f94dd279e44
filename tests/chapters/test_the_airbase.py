"""Chapter 06: its statistics against a second way to compute them, and its figures' data."""

import io
import re
from urllib.parse import unquote

import nbformat
import networkx as nx
import pandas as pd
import pytest

from eastward import paths, tables

CHAPTER = "06-the-airbase"


def joint_days(cutoff, levels=("primary", "two")):
    """First days of the joint events on Syria, read from the tables row by row."""
    events, actors = tables.load("events", cutoff), tables.load("event_actors", cutoff)
    parties = {(one.id, one.actor) for one in actors.itertuples() if one.role == "party"}
    return [
        one.date
        for one in events.itertuples()
        if one.domain == "syria"
        and one.iran_russia == "cooperative"
        and one.corroboration in levels
        and {(one.id, "IRN"), (one.id, "RUS")} <= parties
    ]


def figure_data(name, figure):
    """The rows that a figure of the executed chapter offers for download."""
    path = paths.BUILD / "editions" / name / "notebooks" / f"{CHAPTER}.ipynb"
    for cell in nbformat.read(path, as_version=4).cells:
        for output in cell.get("outputs", []):
            if output.get("metadata", {}).get("scrapbook", {}).get("name") == figure:
                html = next(text for kind, text in output["data"].items() if "text/html" in kind)
                encoded = re.search(r'href="data:text/csv;charset=utf-8,([^"]*)"', html)[1]
                return pd.read_csv(io.StringIO(unquote(encoded)), comment="#")
    raise AssertionError(f"no figure {figure}")


def test_the_base_was_used_for_less_than_a_week(built):
    """Published at the time: first sorties on 16 August, the end announced on 22 August 2016."""
    _, found, _ = built
    assert found["airbase-stopped.duration"]["statistic"] == 6
    assert found["airbase-stopped.duration"]["n"] == 2


def test_half_years_after_the_affair_by_hand(built):
    _, found, cutoff = built
    edges = ["2016-08-22", "2017-02-22", "2017-08-22", "2018-02-22", "2018-08-22"]
    days = pd.Series(joint_days(cutoff))
    held = pd.cut(days, pd.to_datetime(edges)).dropna().nunique()
    assert found["cannot-end.half-years"]["statistic"] == pytest.approx(100 * held / 4)
    loose = pd.Series(joint_days(cutoff, ("primary", "two", "one")))
    assert pd.cut(loose, pd.to_datetime(edges)).dropna().nunique() >= held


def test_half_years_after_the_shock_by_hand(built):
    name, found, cutoff = built
    outcome = found["cannot-end.after-shock"]
    if name == "as-written":
        assert (outcome["statistic"], outcome["n"]) == (None, 0)
        return
    start = pd.Timestamp("2018-05-08")
    held = {
        (day.year - 2018) * 2 + (day.month >= 5) + (day.month >= 11) - 1
        for day in joint_days(cutoff)
        if start < day <= pd.Timestamp("2021-05-08")
    }
    assert outcome["statistic"] == pytest.approx(100 * len(held) / 6)


def test_troops_on_one_side_by_hand(built):
    name, found, cutoff = built
    support = tables.load("conflict_support", cutoff)
    there = support[(support["source"] == "ACD") & (support["party"] == "SYR")]
    years = {
        state: set(there.loc[there["supporter"] == state, "year"]) - set(range(2017))
        for state in ("IRN", "RUS")
    }
    full = range(2017, {"hindsight": 2025, "as-written": 2018}[name])
    assert found["cannot-end.troops"]["n"] == len(full)
    share = 100 * len(years["IRN"] & years["RUS"]) / len(full)
    assert found["cannot-end.troops"]["statistic"] == pytest.approx(share)


def test_the_poll_on_the_role_in_syria(built):
    """Published by CISSM and IranPoll for January 2016: 60 per cent approve of Russia's role."""
    _, found, _ = built
    assert found["hard-sell.role"]["statistic"] == 60
    assert found["hard-sell.role"]["outcome"] == "against"


def test_the_median_of_the_polls_on_russia_by_hand(built):
    _, found, cutoff = built
    polls = tables.load("polls", cutoff)
    liked = polls[
        (polls["population"] == "IRN")
        & (polls["subject"] == "RUS")
        & polls["answer"].isin(["approve", "favourable"])
        & polls["topic"].isin(["leadership_approval", "favourability_of_state"])
        & ~polls["date"].str.contains("/")
    ]["percent"].dropna()
    assert found["hard-sell.favour"]["n"] == len(liked)
    assert found["hard-sell.favour"]["statistic"] == pytest.approx(liked.median())


def test_the_author_could_not_see_what_came_after(as_written):
    assert as_written["cannot-end.after-shock"]["statistic"] is None
    assert as_written["cannot-end.troops"]["outcome"] == "silent"
    for figure, column in (("fig-airbase-network", "to"), ("fig-airbase-halfyears", "end")):
        text = " ".join(figure_data("as-written", figure)[column])
        assert not re.search(r"September 2018|2018-(09|1)|2019|202", text)


def test_the_drawn_chain_is_the_coded_one(built):
    name, _, cutoff = built
    drawn = figure_data(name, "fig-airbase-network")
    coded = tables.load("event_links", cutoff)
    ends = set(zip(coded["earlier"], coded["later"], strict=True))
    assert set(zip(drawn["source"], drawn["target"], strict=True)) == ends
    assert nx.is_directed_acyclic_graph(nx.DiGraph(list(ends)))
    dates = tables.load("events").set_index("id")["date"]
    assert all(dates[first] < dates[second] for first, second in ends)
