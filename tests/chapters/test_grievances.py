"""Chapter 02: its statistics against a second way to compute them, its cut-off, its comments."""

import pandas as pd
import pytest

from eastward import tables

CHAPTER = "02-grievances"


def disputes(cutoff, source="COW"):
    """Disputes of Iran, with the other state beside it, straight from the table."""
    frame = tables.load("disputes", cutoff)
    frame = frame[(frame["source"] == source)]
    frame = frame[(frame["state_a"] == "IRN") | (frame["state_b"] == "IRN")]
    return frame.assign(other=frame["state_a"].where(frame["state_b"] == "IRN", frame["state_b"]))


def test_the_land_by_hand(built):
    """Areas against the official ones (86,600 with Nakhchivan, 50,270 and 29,743 km²)."""
    _, found, _ = built
    official = 100 * (86_600 + 50_270 + 29_743) / 1_648_195
    assert found["land-lost.area"]["statistic"] == pytest.approx(official, abs=0.3)
    assert found["land-lost.area"]["n"] == 4


def test_the_border_moved_twice_after_the_wars(built):
    """By the conventions of 1881 and 1893 (Firuza); 1954 gave Iran land."""
    _, found, _ = built
    assert found["land-lost.settled"]["statistic"] == 2
    assert found["land-lost.settled"]["n"] == 5


def test_the_crisis_of_1946_by_hand(built):
    _, found, cutoff = built
    levels = {}
    for source in ("COW", "GML"):
        rows = disputes(cutoff, source).query("other == 'RUS' and 1945 <= year <= 1946")
        levels[source] = rows["hostility_a"].max()
        assert set(rows["state_a"]) == {"RUS"}
    assert levels == {"COW": 3, "GML": 4}
    assert found["provinces-1946.force"]["statistic"] == 3
    assert found["provinces-1946.change"]["statistic"] == 100
    assert found["provinces-1946.change"]["n"] == 1


def test_decades_of_pressure_by_hand(built):
    _, found, cutoff = built
    rows = disputes(cutoff).query("onset and originator_a and originator_b and state_a == 'RUS'")
    years = [year for year in rows["year"] if 1921 <= year <= 1978]
    assert years == [1945, 1941, 1959, 1963, 1933]
    assert found["soviet-pressure.decades"]["statistic"] == len({(y - 1) // 10 for y in years})
    gml = disputes(cutoff, "GML").query("onset and other == 'RUS' and 1921 <= year <= 1978")
    russia_on_a = gml["state_a"].eq("RUS")
    wants = gml["revisionist_a"].where(russia_on_a, gml["revisionist_b"])
    iran = gml["revisionist_b"].where(russia_on_a, gml["revisionist_a"])
    decades = {(year - 1) // 10 for year in gml.loc[wants.eq(1) & iran.eq(0), "year"]}
    assert found["soviet-pressure.revisionist"]["statistic"] == len(decades)


def test_moscow_pressed_three_powers_more_often_than_iran():
    """The comparison that the text makes: Japan, China and the United States come first."""
    frame = tables.load("disputes").query("source == 'COW' and onset and state_a == 'RUS'")
    frame = frame.query("originator_a and originator_b and 1921 <= year <= 1978")
    counts = frame["state_b"].value_counts()
    assert set(counts[counts > counts["IRN"]].index) == {"JPN", "CHN", "USA"}


def test_the_treaty_was_named_in_two_decades(built):
    _, found, _ = built
    assert found["treaty-1921.invoked"]["statistic"] == 4
    assert found["treaty-1921.spread"]["statistic"] == 2
    assert found["treaty-1921.spread"]["outcome"] == "silent"


def test_the_turn_to_washington_by_hand(built):
    _, found, _ = built
    arms = tables.load("arms_transfers").query("recipient == 'IRN' and 1950 <= year <= 1978")
    share = 100 * arms.loc[arms["supplier"] == "USA", "tiv"].sum() / arms["tiv"].sum()
    assert found["turn-to-washington.arms"]["statistic"] == pytest.approx(share)
    troops = tables.load("us_troops").query("state == 'IRN' and 1950 <= year <= 1978")["troops"]
    assert found["turn-to-washington.troops"]["statistic"] == pytest.approx(
        100 * (troops >= 100).sum() / 29
    )


def test_the_camp_begins_with_turkeys_entry_into_nato(built):
    """Türkiye and Iran were bound since 1937; the protocol for Türkiye is of October 1951."""
    _, found, _ = built
    assert found["turn-to-washington.camp"]["statistic"] == pytest.approx(100 * 28 / 33)
    pacts = tables.load("pacts").query("source == 'COW' and state == 'TUR' and partner == 'USA'")
    assert pacts.loc[pacts["defense"], "year"].min() == 1951


def test_polls_by_hand(built):
    name, found, _ = built
    percents = {"hindsight": [13, 57, 42, 55, 40], "as-written": [13]}[name]
    favour = found["wary.favour"]
    assert favour["statistic"] == pytest.approx(sum(percents) / len(percents))
    assert favour["n"] == len(percents)
    assert favour["outcome"] == {"hindsight": "supports", "as-written": "silent"}[name]


def test_who_the_adversary_is_by_hand(built):
    name, found, cutoff = built
    rows = disputes(cutoff).query("onset and year >= 1979")
    with_usa, with_russia = ((rows["other"] == power).sum() for power in ("USA", "RUS"))
    assert found["geopolitics.main-adversary"]["statistic"] == pytest.approx(
        100 * with_usa / (with_usa + with_russia)
    )
    last = disputes(cutoff).groupby("other")["year"].max()
    assert found["geopolitics.last-dispute"]["statistic"] == last["USA"] - last["RUS"]
    tss = tables.load("rivalries", cutoff).query("source == 'TSS' and state_a == 'IRN'")
    years = tss[(tss["state_b"] == "USA") & (tss["year"] >= 1979)]["year"]
    assert found["geopolitics.rivalry"]["statistic"] == len(years)
    assert years.max() == {"hindsight": 2020, "as-written": 2017}[name]


def test_what_the_text_says_of_the_last_dispute_with_russia():
    """Both joined the war of Armenia and Azerbaijan, on opposite sides; neither began it."""
    rows = disputes(None)
    last = rows[rows["other"] == "RUS"].sort_values("year").iloc[-1]
    assert not last["originator_a"] and not last["originator_b"]
    war = tables.load("disputes").query("source == 'COW' and dispute == @last.dispute")
    begun = war[war["originator_a"] & war["originator_b"]]
    assert set(begun["state_a"]) | set(begun["state_b"]) == {"ARM", "AZE"}


def test_before_1979_iran_had_no_dispute_with_the_united_states():
    for source in ("COW", "GML"):
        rows = disputes(None, source)
        assert rows.loc[rows["other"] == "USA", "year"].min() == 1979


def test_the_chronology_ends_the_occupation_and_the_treaty_as_drawn():
    events = tables.load("events").set_index("id")
    assert events.loc["E19410825", "end_date"] == pd.Timestamp("1946-05-09")
    assert events.loc["E19210226", "end_date"].year == 1979
    shown = events.loc[["E19410825", "E19460122", "E19210226"], "corroboration"]
    assert shown.isin(["primary", "two"]).all()
