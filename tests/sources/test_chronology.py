"""Coding joined to the chronology, on made-up rows."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import chronology

OIL_CODES = "iran: cut, russia: raise, saudi: freeze, same_side: no, title: T, rationale: R"
EVENTS = """
E1:
  {title: One, date: 2001-01, domain: arms, parties: [AAA, BBB], corroboration: one, note: Near,
   source: {title: Page, address: https://example.org, read: yes}}
E2:
  {title: Two, date: 2002-01-01, end_date: 2002-01-03, domain: syria, parties: [AAA],
   concerned: [CCC], corroboration: none}
E3:
  {title: Three, date: 2003, domain: domestic, parties: [AAA], corroboration: two,
   source: {title: Page, read: no}, second: {title: Other}}
"""


@pytest.fixture
def files(tmp_path):
    events, oil, links = (tmp_path / n for n in ("events.yml", "oil.yml", "links.yml"))
    events.write_text(EVENTS)
    oil.write_text(f"E1: {{{OIL_CODES}}}\nE2: {{{OIL_CODES}}}\n")
    links.write_text("- {earlier: E1, later: E3, relation: ends, basis: Said so}\n")
    return {chronology.EVENTS: events, chronology.OIL_CODING: oil, chronology.LINKS: links}


def test_an_event_ends_with_the_month_or_year_that_is_known(files):
    events = chronology.events(files).set_index("id")
    assert events["end_date"].tolist() == [
        pd.Timestamp("2001-01-31"),
        pd.Timestamp("2002-01-03"),
        pd.Timestamp("2003-12-31"),
    ]
    assert events["precision"].tolist() == ["month", "day", "year"]


def test_what_an_entry_lacks_is_missing(files):
    events = chronology.events(files).set_index("id")
    assert events["title"].tolist() == ["One", "Two", "Three"]
    assert events["corroboration"].tolist() == ["one", "none", "two"]
    assert events["source_read"].tolist() == [True, False, False]
    assert events["source_address"].isna().tolist() == [False, True, True]
    assert events["second_title"].tolist()[2] == "Other"
    assert events["note"].isna().tolist() == [False, True, True]
    assert events["source_title"].isna().tolist() == [False, True, False]


def test_actors_are_parties_or_concerned(files):
    actors = chronology.event_actors(files)
    rows = actors.sort_values(["id", "actor"])[["id", "actor", "role"]]
    assert [tuple(row) for row in rows.to_numpy()] == [
        ("E1", "AAA", "party"),
        ("E1", "BBB", "party"),
        ("E2", "AAA", "party"),
        ("E2", "CCC", "concerned"),
        ("E3", "AAA", "party"),
    ]


def test_only_coded_oil_events_enter_and_each_has_an_end(files):
    events = chronology.oil_events(files)
    assert events["id"].tolist() == ["E1", "E2"]
    assert events["end_date"].tolist() == [pd.Timestamp("2001-01-31"), pd.Timestamp("2002-01-03")]


def test_no_stays_a_word_and_an_event_may_lack_a_source(files):
    events = chronology.oil_events(files)
    assert events["same_side"].tolist() == ["no", "no"]
    assert events["source_title"].isna().tolist() == [False, True]


def test_coded_event_that_the_chronology_lacks_is_refused(files):
    files[chronology.OIL_CODING].write_text(f"E9: {{{OIL_CODES}}}\n")
    with pytest.raises(InputError, match=r"event E9 is not in .*events.yml"):
        chronology.oil_events(files)


def test_a_link_is_known_once_its_later_event_is_over(files):
    links = chronology.event_links(files)
    assert links.to_numpy().tolist() == [
        ["E1", "E3", pd.Timestamp("2003-12-31"), "ends", "Said so"]
    ]


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("{earlier: E1, later: E9, relation: ends, basis: x}", "event E9 is not in the chronology"),
        ("{earlier: E2, later: E3, relation: ends, basis: x}", "event E2 .* has no source"),
        ("{earlier: E3, later: E1, relation: ends, basis: x}", "E3 to E1 runs backwards"),
    ],
)
def test_a_link_that_cannot_be_is_refused(files, link, message):
    files[chronology.LINKS].write_text(f"- {link}\n")
    with pytest.raises(InputError, match=message):
        chronology.event_links(files)
