"""Studies of non-alignment under other states and cut-offs, and by hand."""

from functools import cache, partial

import pandas as pd
import pytest

from eastward import tables
from eastward.measures import documents
from eastward.studies.arsenal import Arsenal
from eastward.studies.assembly import Assembly
from eastward.studies.independence import Independence
from eastward.studies.interference import POWERS, Interference
from eastward.studies.pledges import Pledges
from eastward.studies.shelter import Shelter

load = cache(tables.load)
PERIOD = range(1979, 2019)


def pledges(focal="IRN", partner="RUS", rival="USA", last_year=2025, cutoff=None):
    read = partial(load, cutoff=cutoff)
    return Pledges.of(read, focal, partner, rival, PERIOD, last_year)


def test_years_known_end_with_the_period_or_the_cut_off():
    late, early = pledges(), pledges(last_year=2011)
    assert (late.last, late.later, late.ends) == (2018, range(2019, 2026), [2018, 2015])
    assert (early.last, len(early.later), early.ends) == (2011, 0, [2011, 2011])


def test_the_focal_state_is_no_peer_of_itself():
    turkey = pledges("TUR")
    assert "TUR" in turkey.clients
    for found in (Shelter.of(load, turkey).beside(), turkey.protector("ATOP")):
        assert "TUR" not in found["peers"].index
        assert len(found["peers"]) > 20


def test_an_ally_is_told_with_its_power_by_label():
    found = pledges("TUR").alliance("COW")
    assert found["measured"].value == found["measured"].n == 33  # 1980 to 2012
    assert found["whom"] == "France, UK, USA"


def test_a_pledge_counts_by_its_kind_and_its_direction():
    one = pledges()
    assert one.alliance("ATOP")["measured"].value == one.protector("ATOP")["measured"].value == 0
    assert one.treaty("ATOP")["measured"] == one.under_treaty["ATOP"]
    assert one.treaty("ATOP")["measured"].value == 2018 - 2001 + 1  # the treaty with Moscow
    # Without non-aggression, and with the two powers alone, other values come out.
    assert one.treaty("ATOP")["specs"]["value"].nunique() > 1


def test_a_power_outside_the_usual_ones_still_counts_as_one_of_the_two():
    ways = pledges("AZE", partner="TUR").alliance("ATOP")["specs"]
    assert (ways.loc[ways["powers"] == ("TUR", "USA"), "value"] > 0).all()
    assert ways["powers"].nunique() > 1


def test_windows_of_arms_begin_with_the_period():
    arsenal = Arsenal.of(load, pledges())
    assert arsenal.windows["window"].tolist() == list(range(1979, 2019, 5))
    found = arsenal.main_supplier()
    assert found["main"] == (arsenal.windows["share"] > 50).sum()
    assert found["measured"].value == pytest.approx(100 * found["main"] / 8)
    assert arsenal.one_power_after()["measured"].n <= len(arsenal.pledges.later)


def test_before_the_article_nothing_is_known_of_what_came_later():
    early = pledges(last_year=2017, cutoff="2018-08-31")
    assert early.signed_after("2018-08-31")["measured"].n == 0
    assert Arsenal.of(partial(load, cutoff="2018-08-31"), early).one_power_after()[
        "measured"
    ].value is None  # fmt: skip


def test_the_pairs_of_the_two_powers_are_the_same_computed_alone():
    assembly = Assembly.of(load, pledges())
    alone = assembly._agreements(assembly.calls, 1979)
    keys = ["window", "state", "other"]
    both = alone[alone["other"].isin(["RUS", "USA"])].merge(assembly.pairs["all votes"], on=keys)
    assert len(both) == len(assembly.pairs["all votes"])
    assert (both["agreement_x"] == both["agreement_y"]).all()


def test_a_state_without_documents_or_disputes_has_none():
    past = Interference.of(load, "OMN", 1979)
    found = past.deeds("interference-moscow", range(1917, 1980))
    assert (found["measured"].value, len(found["specs"])) == (None, 0)
    assert found["measured"].note == documents.ELSEWHERE
    assert past.begun("interference-moscow", "COW", range(1917, 1980))["measured"].value == 0
    spans = dict.fromkeys(POWERS, range(1800, 1980))
    assert past.acts(spans).empty and past.records(spans).empty


def test_steps_end_on_the_eve_and_refusals_begin_on_the_day():
    days = ["1979-03-31", "1979-11-03", "1979-11-03", "1979-11-04", "1979-11-04", "1989-12-31"]
    papers = pd.DataFrame(
        {
            "topic": "independence-1979", "searched": "IRN", "actors": "IRN",
            "tags": ["step", "step", "sought", "step", "refusal", "accepted"],
            "corroboration": ["two", "primary", "two", "two", "one", "two"],
            "date": pd.to_datetime(days), "end_date": pd.to_datetime(days),
        }
    )  # fmt: skip
    aim = Independence(papers, pd.DataFrame(), pd.DataFrame(), "IRN", PERIOD)
    steps, refusals = aim.steps(), aim.refusals()
    assert (steps["measured"].value, steps["measured"].n) == (pytest.approx(200 / 3), 3)
    assert steps["one"] == 2
    # With one source a refusal stands beside what was taken; with two it falls out.
    assert (refusals["measured"].value, refusals["measured"].n) == (0, 1)
    assert sorted(refusals["specs"]["value"]) == [0, 50]
