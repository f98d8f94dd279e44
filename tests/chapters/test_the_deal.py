"""Chapter 04: its statistics against a second way to compute them, straight from the tables."""

from datetime import date

import pytest

from eastward import tables

CHAPTER = "04-the-deal"
DEAL = date(2015, 7, 14)
PARTS = {"government", "army", "guards", "leader", "parliament", "council"}
APART = {"against", "distance", "doubt"}


def papers(cutoff, topic, first=date(1800, 1, 1), last=date(2100, 1, 1), sound=True):
    """Documents of a topic in order of time, as (last day, tags, row)."""
    allowed = {"primary", "two"} | (set() if sound else {"one"})
    rows = tables.load("documents", cutoff).to_dict("records")
    found = [
        (row["end_date"].date(), set(str(row["tags"]).split(";")), row)
        for row in rows
        if row["topic"] == topic and row["corroboration"] in allowed
    ]
    return sorted((one for one in found if first <= one[0] <= last), key=lambda one: one[0])


def test_the_first_joint_act_by_hand(built):
    _, found, cutoff = built
    acts = [day for day, tags, _ in papers(cutoff, "july-2015") if "first-joint-act" in tags]
    test = found["deal-opened.began-then.first-act"]
    assert acts[0] == date(2015, 9, 27)
    assert test["value"] == pytest.approx((acts[0] - DEAL).days / 30.4375)
    assert test["n"] == len(acts)


@pytest.mark.parametrize("reading", ["began-then", "through-the-deal"])
def test_planning_before_the_deal_rests_on_one_report(built, reading):
    _, found, cutoff = built
    planning = [tags for _, tags, _ in papers(cutoff, "july-2015") if "planning" in tags]
    test = found[f"deal-opened.{reading}.planned-before"]
    assert test["n"] == len(planning)
    assert test["value"] == sum("before-deal" in tags for tags in planning) == 0
    loose = papers(cutoff, "july-2015", sound=False)
    early = [row["id"] for _, tags, row in loose if {"planning", "before-deal"} <= tags]
    assert early == ["plan-high-contacts"]


def test_talks_before_the_deal_by_hand(built):
    _, found, cutoff = built
    talks = [row["id"] for day, _, row in papers(cutoff, "region-before-deal") if day < DEAL]
    assert found["deal-opened.began-then.talks-before"]["value"] == len(talks) == 4


def test_years_on_the_same_side_by_hand(built):
    _, found, cutoff = built
    rows = tables.load("conflict_support", cutoff).query("source == 'ESD'")
    rows = rows[(rows["party"] == "Government of Syria") & rows["year"].between(2011, 2014)]
    years = [set(rows.loc[rows["supporter"] == state, "year"]) for state in ("IRN", "RUS")]
    test = found["deal-opened.began-then.same-side"]
    assert (test["value"], test["n"]) == (len(years[0] & years[1]), 4)


def test_aims_of_the_planning_by_hand(built):
    _, found, cutoff = built
    told = [tags & {"for-war", "for-faction"} for _, tags, _ in papers(cutoff, "july-2015")]
    told = [tags for tags in told if tags]
    for name, tag in (
        ("deal-opened.through-the-deal.aims", "for-war"),
        ("factional-balance.weight-against-faction.aims", "for-faction"),
    ):
        assert found[name]["n"] == len(told)
        assert found[name]["value"] == pytest.approx(
            100 * sum(tags == {tag} for tags in told) / len(told)
        )


def test_officials_on_aims_by_hand(built):
    name, found, cutoff = built
    said = [tags for _, tags, _ in papers(cutoff, "factions-deal") if tags & PARTS]
    for test, tag, count in (
        ("factional-balance.weight-against-faction.balance-named", "balance", 0),
        ("factional-balance.calm-rivalries.balance-named", "balance", 0),
        (
            "balance-western-leaning.meant-to-balance.told-later",
            "against-opening",
            int(name == "hindsight"),
        ),
    ):
        assert found[test]["n"] == len(said)
        assert found[test]["value"] == sum(tag in tags for tags in said) == count


def test_the_government_s_words_by_hand(built):
    _, found, cutoff = built
    words = [
        tags
        for _, tags, _ in papers(cutoff, "factions-deal", date(2015, 1, 1), date(2018, 8, 31))
        if "government" in tags and tags & (APART | {"for"})
    ]
    test = found["balance-western-leaning.meant-to-balance.government"]
    assert test["n"] == len(words)
    assert test["value"] == pytest.approx(100 * sum(not tags & APART for tags in words) / len(words))


def test_parts_of_the_leadership_by_hand(built):
    _, found, cutoff = built
    year = papers(cutoff, "factions-deal", date(2015, 1, 1), date(2015, 12, 31))
    wanted = {part for _, tags, _ in year if "for" in tags for part in tags & PARTS}
    apart = {part for _, tags, _ in year if tags & APART for part in tags & PARTS}
    assert found["single-faction.only-one-wanted.parts-for"]["value"] == len(wanted)
    assert found["single-faction.only-one-wanted.parts-apart"]["value"] == len(apart)
    assert wanted == {"government", "leader"}
    assert apart == {"government", "guards"}  # the comment says so


def test_insiders_cancel_out(built):
    name, found, cutoff = built
    said = [tags for _, tags, _ in papers(cutoff, "factions-deal")]
    one, all_of_them = (sum(tag in tags for tags in said) for tag in ("single-faction", "whole-state"))
    for reading in ("only-one-wanted", "one-drove-it"):
        test = found[f"single-faction.{reading}.told-later"]
        assert test["n"] == one + all_of_them
        assert test["value"] == (one - all_of_them if name == "hindsight" else None)


def test_offices_that_dealt_with_russia_by_hand(built):
    _, found, cutoff = built
    offices = {"president", "foreign-ministry", "defence-ministry", "guards", "leader"}
    year = papers(cutoff, "july-2015", last=date(2015, 12, 31))
    met = [tags & offices for _, tags, _ in year if tags & offices]
    test = found["single-faction.one-drove-it.offices"]
    assert (test["value"], test["n"]) == (len(set.union(*met)), len(met))


def test_words_of_the_first_year_by_hand(built):
    _, found, cutoff = built
    year = papers(cutoff, "expected-limit", date(2015, 1, 1), date(2015, 12, 31))
    words = [
        tags
        for _, tags, row in year
        if "official" in tags and row["actors"].startswith("IRN") and row["kind"] != "report"
    ]
    bound = [tags for tags in words if tags & {"limit", "no-alliance"}]
    test = found["limited-to-syria.expected-in-iran.words"]
    assert (test["value"], test["n"]) == (pytest.approx(100 * len(bound) / len(words)), 3)


def cooperation(cutoff, first, last):
    """Domains of the corroborated cooperative events that began in a time."""
    return [
        row["domain"]
        for row in tables.load("events", cutoff).to_dict("records")
        if row["iran_russia"] == "cooperative"
        and row["corroboration"] in ("primary", "two")
        and first <= row["date"].date() <= last
    ]


def test_fields_by_hand(built):
    name, found, cutoff = built
    domains = cooperation(cutoff, DEAL, date(2015, 12, 31))
    test = found["limited-to-syria.expected-in-iran.fields"]
    assert test["n"] == len(domains)
    assert test["value"] == len(set(domains) - {"syria", "nuclear"})
    later = cooperation(cutoff, date(2018, 9, 1), date.fromisoformat(cutoff))
    repeated = {one for one in later if later.count(one) > 1} - {"syria", "nuclear"}
    said = found["limited-to-syria.later.fields"]["value"]
    assert said == (len(repeated) if name == "hindsight" else None)
