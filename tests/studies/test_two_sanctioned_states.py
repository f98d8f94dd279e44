"""Studies of two sanctioned states under other states and cut-offs, and by hand."""

from functools import cache, partial

import pandas as pd
import pytest

from eastward import tables
from eastward.measures import documents
from eastward.studies.aims import Aims
from eastward.studies.foothold import REGIONS, Foothold
from eastward.studies.senders import Senders

load = cache(tables.load)
CRIMEA = range(2014, 2016)


def senders(focal="IRN", partner="RUS", last_year=2025, cutoff=None):
    return Senders.of(partial(load, cutoff=cutoff), focal, partner, last_year)


def aims(focal="IRN", partner="RUS", last_year=2025):
    return Aims.of(load, focal, partner, "2018-08-31", last_year)


def test_peers_have_senders_enough_to_pass():
    rows = load("sanctions").query("2014 <= year <= 2015")
    counts = rows.groupby("target")["sender"].nunique()
    rate = senders().common(CRIMEA)["peers"]
    judged = rate.index if hasattr(rate, "index") else rate
    assert {"IRN", "RUS", "USA", "CHN"}.isdisjoint(judged)
    assert "UKR" in set(judged)
    assert (counts[list(judged)] >= counts["IRN"] / 2).all()


def test_the_union_s_measures_stay_in_force_in_2017():
    assert senders().at_the_end(2017)["measured"].value == pytest.approx(100 * 4 / 15)


def test_beyond_the_table_there_is_no_value():
    early = senders(last_year=2012, cutoff="2012-12-31")
    assert early.common(CRIMEA)["measured"].value is None
    assert early.lately(2018)["measured"].n == 0
    assert early.gravest(2015)["measured"].value is None
    assert aims(last_year=2012).said(range(2011, 2016))["measured"].value is None
    assert aims(last_year=2012).words(range(2011, 2016))["measured"].n == 0


def test_grave_measures_were_looked_for_on_two_states_alone():
    found = senders("TUR").gravest(2015)
    assert found["measured"].note == documents.ELSEWHERE
    assert found["count"] is None
    assert senders().gravest(2015)["specs"]["n"].tolist() == [6, 9]


def test_algeria_makes_the_stake_smaller():
    place = Foothold.of(load, "RUS", 2025)
    volumes = {one: place.delivered(one, 2010) for one in REGIONS}
    own = {key: rows.loc[rows["supplier"] == "RUS", "tiv"].sum() for key, rows in volumes.items()}
    assert own["with Algeria"] == own[REGIONS[0]] + 3903
    assert own["Arab states"] < own[REGIONS[0]]
    assert not volumes["Arab states"]["recipient"].isin(["IRN", "ISR", "TUR"]).any()


def test_a_power_that_sells_nothing_has_no_stake():
    place = Foothold.of(load, "BOL", 2025)
    assert place.stake()["measured"].value is None
    assert place.volume()["measured"].value is None
    assert place.own_losses()["measured"].note == documents.ELSEWHERE


def test_objectors_leave_out_the_state_at_war():
    study = aims()
    assert "SYR" not in study.objectors
    assert {"CHN", "CUB"} <= set(study.objectors)
    found = study.voted(range(2015, 2019))
    assert "IRN" not in found["peers"].index
    assert len(found["peers"]) >= 10


def test_documents_after_the_article_do_not_count():
    rows = aims().on_aims(range(2015, 2019))
    assert rows["end_date"].max() <= pd.Timestamp("2018-08-31")
    assert aims("TUR").on_aims(range(2015, 2019)).empty
    assert aims("TUR").words(range(2011, 2016))["measured"].note == documents.ELSEWHERE


def test_one_source_more_and_one_government_speaks():
    found = aims().said(range(2011, 2016))
    assert found["measured"].value == 0
    assert sorted(found["specs"]["value"]) == [0, 1]
