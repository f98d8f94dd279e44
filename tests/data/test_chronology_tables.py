"""The chronology against rows read in its list, and the rules of its coding."""

import pandas as pd
import pytest
import yaml

from eastward import paths, tables
from eastward.sources import chronology, lists

ORGANISATIONS = {"EU", "UNSC", "OPEC", "EAEU"}


@pytest.fixture(scope="module")
def events():
    return tables.load("events").set_index("id")


@pytest.fixture(scope="module")
def actors():
    return tables.load("event_actors")


def test_coverage(events, actors):
    assert len(events) == 153
    assert (events["date"].min(), events["end_date"].max()) == (
        pd.Timestamp("1813-10-24"),
        pd.Timestamp("2026-03-09"),
    )
    assert events["corroboration"].value_counts().to_dict() == {"primary": 81, "two": 69, "one": 3}
    assert len(actors) == 465
    assert set(actors["id"]) == set(events.index)


# Read in the list, E20160816, E20220224 and E20050705.
@pytest.mark.parametrize(
    ("event", "first", "last", "kind", "corroboration"),
    [
        ("E20160816", "2016-08-16", "2016-08-22", "military", "two"),
        ("E20220224", "2022-02-24", "2022-02-24", "war", "primary"),
        ("E20050705", "2005-07-05", "2005-07-05", "treaty", "primary"),
    ],
)
def test_events_read_upstream(events, event, first, last, kind, corroboration):
    row = events.loc[event]
    assert (row["date"], row["end_date"]) == (pd.Timestamp(first), pd.Timestamp(last))
    assert (row["kind"], row["corroboration"]) == (kind, corroboration)


# SCO's Astana declaration; Eurasian Economic Commission; UNTS 3264; Reisman 1980; Iranica.
@pytest.mark.parametrize(
    ("event", "first", "last"),
    [
        ("E20050705", "2005-07-05", "2005-07-05"),
        ("E20180517", "2018-05-17", "2018-05-17"),
        ("E19551103", "1955-11-03", "1979-03-25"),
        ("E19210226", "1921-02-26", "1979-11-05"),
        ("E18811221", "1881-12-21", "1881-12-21"),
        ("E20190214", "2019-02-14", "2019-02-14"),
    ],
)
def test_days_that_were_wrong_once(events, event, first, last):
    spans = events.loc[event, ["date", "end_date"]].tolist()
    assert spans == [pd.Timestamp(first), pd.Timestamp(last)]


def test_events_end_after_they_begin(events):
    assert (events["end_date"] >= events["date"]).all()
    whole_day = events[events["precision"] == "day"]
    assert (whole_day.loc["E20180508", ["date", "end_date"]] == pd.Timestamp("2018-05-08")).all()


def test_an_event_known_to_the_month_is_cut_with_its_month():
    early = set(tables.load("events", cutoff="2020-03-30")["id"])
    late = set(tables.load("events", cutoff="2020-03-31")["id"])
    assert "E202003" in late - early
    assert set(tables.load("event_actors", cutoff="2020-03-30")["id"]) == early


def test_titles_fit_a_figure_and_tell_events_apart(events):
    assert events["title"].str.len().max() <= 115
    again = events[events["title"].duplicated(keep=False)]
    assert again.index.tolist() == ["E20171122", "E20190214"]  # two summits in Sochi


def test_the_best_documented_acts_are_primary(events):
    for event in ("E20220224", "E20010312", "E20171122", "E19210226", "E20150714"):
        assert events.loc[event, "corroboration"] == "primary"


def test_sources_are_as_many_as_the_mark_says(events):
    assert (events["source_title"].notna() == (events["corroboration"] != "none")).all()
    assert events.loc[events["corroboration"] == "two", "second_title"].notna().all()
    assert events.loc[events["corroboration"] == "one", "second_title"].isna().all()


def test_no_source_is_a_mirror_a_slide_deck_or_a_bare_address(events):
    barred = r"wikipedia|mirror|slides|ipfs|//\d+\.\d+\.\d+\.\d+|betting|agorahub"
    for column in ("source_title", "source_address", "second_title", "second_address"):
        named = events[column].dropna()
        assert named[named.str.contains(barred, case=False)].empty
        assert lists.refused(named) == []


def test_actors_are_known_states_or_organisations(actors):
    states = set(tables.load("states")["iso3"])
    assert set(actors["actor"]) <= states | ORGANISATIONS


# Read in the list: the actors of these events.
def test_actors_read_upstream(actors):
    def of(event):
        rows = actors[actors["id"] == event]
        return dict(zip(rows["actor"], rows["role"], strict=True))

    assert of("E20170123") == dict.fromkeys(["IRN", "RUS", "TUR", "SYR"], "party")
    assert of("E20180907") == {"IRN": "party", "RUS": "party", "TUR": "party", "SYR": "concerned"}
    assert of("E201103") == {"SYR": "party"}  # listed with Iran and Russia, who did not act
    assert of("E20150714") == dict.fromkeys(
        ["IRN", "USA", "RUS", "CHN", "GBR", "FRA", "DEU", "EU"], "party"
    )


def test_what_is_between_iran_and_russia_names_both(events, actors):
    named = actors.groupby("id")["actor"].agg(set)
    between = events.index[events["iran_russia"] != "neither"]
    assert [event for event in between if not {"IRN", "RUS"} <= named[event]] == []


def test_every_treaty_that_moved_land_is_an_event(events):
    territory = tables.load("territory")
    years = events.loc[territory["event"].dropna(), "date"].dt.year
    assert years.tolist() == territory["year"].dropna().tolist()


def test_the_list_has_no_key_without_a_meaning():
    listed = yaml.safe_load((paths.ROOT / chronology.EVENTS).read_text(encoding="utf-8"))
    described = {"title", "note", "corroboration", "domain", "iran_russia", "parties", "concerned"}
    allowed = described | {"date", "end_date", "kind", "source", "second"}
    assert {key for entry in listed.values() for key in entry} <= allowed
    for source in ("source", "second"):
        given = [entry[source] for entry in listed.values() if source in entry]
        assert {key for one in given for key in one} == {"title", "address", "read"}


@pytest.fixture(scope="module")
def links():
    return tables.load("event_links")


def test_links_join_events_with_a_source_forwards(events, links):
    assert len(links) == 18
    assert links["relation"].value_counts().to_dict() == {
        "series": 9,
        "follows": 6,
        "ends": 2,
        "prepares": 1,
    }
    for end in ("earlier", "later"):
        assert (events.loc[links[end], "corroboration"] != "none").all()
    dates = (events.loc[links[end], "date"].to_numpy() for end in ("earlier", "later"))
    assert all(first < second for first, second in zip(*dates, strict=True))


# Read in the list, E20160816 and E20160822: the use, and that it is finished.
def test_the_end_of_the_affair_is_linked_to_it(links):
    last = links.set_index(["earlier", "later"]).loc[("E20160816", "E20160822")]
    assert (last["relation"], last["end_date"]) == ("ends", pd.Timestamp("2016-08-22"))


def test_a_link_is_cut_with_its_later_event():
    early = tables.load("event_links", cutoff="2018-08-31")
    assert set(tables.load("event_links")["later"]) - set(early["later"]) == {
        "E20180907",
        "E20190214",
        "E20190916",
        "E20241208",
    }
