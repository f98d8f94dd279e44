"""Chapter 02: its statistics against a second way to compute them, straight from the tables."""

import pandas as pd
import pytest

from eastward import tables

CHAPTER = "02-grievances"
WRITTEN = pd.Timestamp("2018-08-31")


def documents(cutoff, topic):
    """Documents of a topic that count, each with the set of its tags."""
    rows = tables.load("documents", cutoff).query("topic == @topic")
    rows = rows[rows["corroboration"].isin(["primary", "two"])]
    return rows.assign(tags=[set(one.split(";")) for one in rows["tags"]])


def named(rows, *tags):
    """Ids of the rows that carry all of some tags."""
    return set(rows.loc[[set(tags) <= one for one in rows["tags"]], "id"])


def said(found, name):
    return found[name]["value"], found[name]["n"], found[name]["outcome"]


def test_the_land_by_hand(built):
    """Areas against the official ones (86,600 with Nakhchivan, 50,270 and 29,743 km²)."""
    _, found, _ = built
    official = 100 * (86_600 + 50_270 + 29_743) / 1_648_195
    value, n, outcome = said(found, "land-lost.great-loss.area")
    assert value == pytest.approx(official, abs=0.3)
    assert (n, outcome) == (4, "supports")


def test_the_border_moved_twice_after_the_wars(built):
    """By the conventions of 1881 and 1893 (Firuza); 1954 gave Iran land."""
    _, found, cutoff = built
    rows = tables.load("border_agreements", cutoff)
    later = rows[(rows["date"] > "1828-12-31") & (rows["gains"] == "RUS")]
    assert set(later["date"].dt.year) == {1881, 1893}
    assert said(found, "land-lost.to-present-size.given-up-later") == (2, 5, "against")


def test_the_aims_of_1945_by_hand(built):
    _, found, cutoff = built
    rows = documents(cutoff, "azerbaijan-1946")
    aims = named(rows, "order") | named(rows, "intention")
    assert not aims & named(rows, "union")
    assert said(found, "provinces-1946.annex.union-named") == (0, len(aims), "against")
    before = rows[rows["end_date"] < "1945-12-12"]
    orders = named(before, "order", "separatism")
    assert orders == {"politburo-separatism", "secret-instructions"}
    assert said(found, "provinces-1946.detach.ordered") == (2, len(before), "supports")


def test_the_deeds_of_1946_by_hand(built):
    _, found, cutoff = built
    rows = documents(cutoff, "azerbaijan-1946")
    rows = rows[rows["end_date"] <= "1946-05-31"]
    year = rows[rows["date"] >= "1946-01-01"]
    leaving = named(year, "troops") | named(year, "withdrawal")
    assert named(year, "troops", "deadline") == {"deadline-missed"}
    assert said(found, "provinces-1946.annex.stayed") == (1, len(leaving), "supports")
    price = named(year, "bargain") | named(year, "withdrawal", "oil")
    assert price == {"withdrawal-announced", "oil-agreement", "joint-communique"}
    assert said(found, "provinces-1946.annex.sold-for-oil") == (3, len(leaving), "against")
    assert found["provinces-1946.detach.kept-out"]["value"] == len(named(rows, "force")) == 2
    assert named(rows, "proclamation") == {"national-government", "mahabad"}
    assert found["provinces-1946.detach.two-governments"]["value"] == 2


def test_american_help_by_hand(built):
    _, found, cutoff = built
    troops = tables.load("us_troops", cutoff).query("1950 <= year <= 1955 and troops >= 100")
    years = troops.groupby("state")["year"].nunique()
    value, n, outcome = said(found, "turn-to-washington.looked.soldiers")
    assert (value, n, outcome) == (years["IRN"], 6, "supports")
    members = tables.load("igo_membership", cutoff).query("organization == 'NAM'")
    members = members.query("year == 1961 and status == 'full'")
    system = tables.load("state_system", cutoff).query("year == 1950 or year == 1955")
    system = system.dropna(subset="cow").groupby("state")["year"].nunique()
    founders = set(members["state"]) & set(system.index[system == 2]) - {"IRN"}
    passed = sum(years.get(one, 0) >= 4 for one in founders)
    assert found["turn-to-washington.looked.soldiers"]["rate"]["passes"] == passed == 2
    arms = tables.load("arms_transfers", cutoff).query("recipient == 'IRN' and year <= 1955")
    share = 100 * arms.loc[arms["supplier"] == "USA", "tiv"].sum() / arms["tiv"].sum()
    assert found["turn-to-washington.looked.arms"]["value"] == pytest.approx(share)


def test_the_treaty_by_hand(built):
    name, found, cutoff = built
    rows = documents(cutoff, "treaty-1921")
    assert named(rows, "right") == {"treaty-text"} and named(rows, "limit") == {"letter-1921"}
    assert said(found, "treaty-1921.conditional-right.article") == (1, 3, "supports")
    assert said(found, "treaty-1921.any-hostile-party.letter") == (1, 3, "against")
    early = rows[rows["end_date"] <= WRITTEN]
    against = named(early, "iran-side") | named(early, "end")
    assert said(found, "treaty-blemish.held-against-moscow.contested") == (3, len(early), "supports")
    assert len(against) == 3
    later = {"hindsight": (1, 1, "against"), "as-written": (0, 0, "too few")}
    assert said(found, "treaty-blemish.later.basis")[:2] == later[name][:2]


def test_the_treaty_was_held_against_iran_three_times(built):
    _, found, cutoff = built
    rows = documents(cutoff, "treaty-1921")
    occasions = named(rows, "occasion", "against-iran") - named(rows, "treaty-not-named")
    assert occasions == {"invasion-1941", "note-1948-01", "note-1952-05"}
    value, _, outcome = said(found, "soviet-pressure.by-the-treaty.occasions")
    assert (value, outcome) == (3, "supports")
    listed = tables.load("treaty_invocations", cutoff).query("named and address == 'IRN'")
    assert found["soviet-pressure.by-the-treaty.listed"]["value"] == len(listed)
    acts = named(rows, "against-iran") | named(rows, "pressure")
    assert found["soviet-pressure.by-any-means.notes"]["value"] == len(acts)


def test_disputes_in_which_moscow_wanted_a_change_by_hand(built):
    _, found, cutoff = built
    rows = tables.load("disputes", cutoff).query("source == 'GML' and onset and 1921 <= year <= 1991")
    rows = rows[rows["originator_a"] & rows["originator_b"]]
    wanted = 0
    for one, other in (("a", "b"), ("b", "a")):
        pair = rows[(rows[f"state_{one}"] == "RUS") & (rows[f"state_{other}"] == "IRN")]
        wants, does_not = pair[f"revisionist_{one}"] == 1, pair[f"revisionist_{other}"] == 0
        wanted += (wants & does_not).sum()
    assert said(found, "soviet-pressure.by-any-means.wanted-change") == (wanted, 71, "supports")


def test_the_polls_by_hand(built):
    name, found, _ = built
    median = pd.Series([18, 11, 9, 24, 9]).median()  # Gallup 2011: the other states
    assert said(found, "war-resented.people-resent.standing") == (13 - median, 1, "between")
    assert said(found, "wary.people-wary.role") == (60, 1, "against")
    if name == "hindsight":
        assert said(found, "wary.later.liking") == (42, 3, "between")  # 40, 42 and 57
        assert said(found, "wary.later.standing") == (57 - 58, 1, "between")


def test_doubts_of_those_who_decide_by_hand(built):
    _, found, cutoff = built
    rows = documents(cutoff, "factions-deal")
    rows = rows[rows["end_date"] <= WRITTEN]
    offices = {"government", "army", "guards", "council", "leader"}
    rows = rows[[bool(offices & one) for one in rows["tags"]]]
    doubts = named(rows, "doubt") | named(rows, "against")
    assert said(found, "wary.rulers-wary.doubts") == (len(doubts), len(rows), "between")


def test_quarrels_among_the_dealings_by_hand(built):
    _, found, cutoff = built
    events = tables.load("events", cutoff).query("iran_russia in ['cooperative', 'conflictual']")
    events = events[events["corroboration"].isin(["primary", "two"])]

    def share(start, end):
        inside = events[(events["date"] >= start) & (events["date"] <= end)]
        return 100 * (inside["iran_russia"] == "conflictual").mean(), len(inside)

    now, before = share("2015-01-01", WRITTEN), share("1979-01-01", "2014-12-31")
    value, n, outcome = said(found, "geopolitics.in-policy.quarrels")
    assert (value, n, outcome) == (pytest.approx(now[0]), now[1], "supports")
    fewer = found["geopolitics.in-policy.fewer"]
    assert fewer["value"] == pytest.approx(before[0] - now[0])
    assert fewer["n"] == min(now[1], before[1])


def test_verdicts_by_reading(readings):
    words = {name: one["word"] for name, one in readings.items()}
    assert words["land-lost.to-present-size"] == "contradicted"
    assert words["provinces-1946.annex"] == "undecided"
    assert words["provinces-1946.detach"] == "supported"
    assert words["treaty-1921.any-hostile-party"] == "contradicted"
    assert words["soviet-pressure.by-the-treaty"] == "supported"
    assert words["wary.people-wary"] == "undecided"
