"""Coding joined to the chronology, on made-up rows."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import chronology

CODES = "iran: cut, russia: raise, saudi: freeze, same_side: no, title: T, rationale: R"


@pytest.fixture
def files(tmp_path):
    events, coding = tmp_path / "events.csv", tmp_path / "coding.yml"
    events.write_text(
        "id,date,end_date,title,verified,source_title,source_address\n"
        "E1,2001-01-01,,x,yes,Page,https://example.org\n"
        "E2,2002-01-01,2002-01-03,y,no,unverified,\n"
        "E3,2003-01-01,,z,yes,Page,https://example.org\n"
    )
    coding.write_text(f"E1: {{{CODES}}}\nE2: {{{CODES}}}\n")
    return {chronology.EVENTS: events, chronology.CODING: coding}


def test_only_coded_events_enter_and_each_has_an_end(files):
    events = chronology.oil_events(files)
    assert events["id"].tolist() == ["E1", "E2"]
    assert events["end_date"].tolist() == [pd.Timestamp("2001-01-01"), pd.Timestamp("2002-01-03")]


def test_no_stays_a_word_and_an_unverified_source_is_none(files):
    events = chronology.oil_events(files)
    assert events["same_side"].tolist() == ["no", "no"]
    assert events["source_title"].isna().tolist() == [False, True]


def test_coded_event_that_the_chronology_lacks_is_refused(files):
    files[chronology.CODING].write_text(f"E9: {{{CODES}}}\n")
    with pytest.raises(InputError, match=r"event E9 is not in events/events.csv"):
        chronology.oil_events(files)
