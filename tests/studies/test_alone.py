"""Studies of the chapter on allies under other states and cut-offs."""

from functools import cache, partial

import pytest

from eastward import tables
from eastward.studies.appeals import Appeals
from eastward.studies.approach import Approach
from eastward.studies.comrades import Comrades
from eastward.studies.neighbours import Neighbours

load = cache(tables.load)
SILENT = "documents on this were looked for on the article's states alone"


def around(focal="IRN", last_year=2025, cutoff=None):
    return Neighbours.of(partial(load, cutoff=cutoff), focal, 2015, last_year)


def two(focal="IRN", partner="RUS", last_year=2025, cutoff=None):
    read = partial(load, cutoff=cutoff)
    return Comrades.of(read, focal, partner, range(2015, 2019), last_year, "2018-08-31")


def asked(focal="IRN", last_year=2025):
    return Appeals.of(load, focal, range(1979, 2016), last_year, 2018)


def test_a_state_with_a_tie_has_all_others_against_it():
    found = around("TUR").ties()
    assert found["measured"].value == found["measured"].n == 14
    assert found["own"] == "security ties (France, UK, USA)"
    assert found["names"] == "Iran, Lebanon, Yemen"


def test_who_is_alone_does_not_hang_on_whom_the_question_is_about():
    """Iran is without for Lebanon, as Lebanon is for Iran."""
    assert around("LBN").ties()["names"] == "Iran, Yemen"
    assert around().ties()["own"] == "no security tie"


def test_israel_and_jordan_are_covered_by_law():
    cells = around().cells
    ties = cells.groupby("state")["kind"].agg(set)
    assert ties["ISR"] == {"standing"}
    assert "standing" in ties["JOR"]
    assert "IRN" not in ties  # its main supplier sold too little


def test_soldiers_of_the_united_nations_protect_nobody():
    french = load("deployments").query("deployer == 'FRA' and host == 'LBN' and year == 2015")
    assert french["soldiers"].sum() > 100
    assert "LBN" not in set(around().cells["state"])


def test_french_soldiers_count():
    cells = around().cells
    assert set(cells.query("state == 'ARE' and kind == 'soldiers'")["patron"]) == {"FRA", "USA"}


def test_a_cut_off_before_the_year_leaves_the_sentence_open():
    early = around(last_year=2012)
    for found in (early.ties(), early.standing(), early.promises(), early.status()):
        assert found["measured"].n == 0
    assert early.decades()["of"] == 33


def test_arms_make_a_tie_in_the_other_ways_to_count_alone():
    grid = around().decades()["specs"]
    assert (grid.loc[grid["arms"], "value"] == 14).all()  # Moscow armed Iran
    assert (grid.loc[~grid["arms"].astype(bool), "value"] < 4).all()


def test_turkey_never_stood_beside_damascus():
    found = two("TUR").troops()
    assert (found["measured"].value, found["first"]) == (0, None)
    assert two("TUR").concert()["measured"].note == SILENT


def test_troops_are_unknown_before_the_period():
    early = two(last_year=2012, cutoff="2012-12-31")
    assert early.troops()["measured"] is None
    assert early.treaty()["measured"] is None
    assert early.same_party()["measured"].value == 1


def test_one_party_in_one_year_is_no_company():
    grid = two().same_party()["specs"]
    assert set(grid["region"]) == {"Middle East", "Afghanistan too"}
    chinese = two(partner="CHN").same_party()
    assert chinese["measured"].value == 0
    assert chinese["names"] == "none"


def test_ankara_s_war_is_no_joining_with_washington():
    """The list of any support has both behind Turkey's government; no document shows concert."""
    american = two(partner="USA").spells
    assert "Turkey" in set(american["war"])
    assert "Turkey" not in two().same_party()["names"]


def test_documents_were_read_for_iran_alone():
    other = asked("SAU")
    for found in (other.all_outsiders(), other.windows(), other.schemes(), other.after()):
        assert found["measured"].note == SILENT
    assert other.said.empty


def test_windows_without_a_call_end_with_the_period():
    assert asked().windows()["silent"] == "1999–2003, 2009–2013, 2014–2015"
    assert asked(last_year=1990).calls()["measured"].n == 3


def test_votes_are_set_beside_the_median_member():
    found = Approach.of(load, "IRN", "RUS", range(2011, 2019), 2025).nearer()
    assert found["measured"].value == pytest.approx(found["change"] - found["median"])
    peers = found["peers"]["value"]
    assert abs(peers.median()) < 0.2
    assert "IRN" not in peers.index


def test_before_the_move_no_change_is_known():
    early = Approach.of(load, "IRN", "RUS", range(2011, 2019), 2012)
    assert early.nearer()["measured"].value is None
    assert early.meetings()["measured"].n == 0
