"""Studies of the turn under other states, cut-offs and weights."""

from functools import cache, partial

import pandas as pd
import pytest

from eastward import tables
from eastward.measures import documents
from eastward.studies.bonds import Bonds
from eastward.studies.circle import Circle
from eastward.studies.contest import Contest
from eastward.studies.counterweight import Counterweight
from eastward.studies.dispatches import GAP, Dispatches
from eastward.studies.likeness import NO_BREAK, TOO_LATE, Likeness
from eastward.studies.orient import Orient
from eastward.studies.pull import Pull
from eastward.studies.turning import Turning

load = cache(tables.load)
SHOCK, PERIOD = "2018-05-08", range(2017, 2019)
VOTES = (1, 0, 0, 0, 0, 0)
ON_DOCUMENTS = ["new_steps", "other_doors", "firsts", "partnership", "offices", "words", "region",
                "reason", "voices"]  # fmt: skip


@cache
def bonds(focal="IRN", partner="RUS", alternative="CHN", weights=(1, 1, 1, 0, 0, 0), cutoff=None):
    return Bonds.of(partial(load, cutoff=cutoff), focal, partner, alternative, list(weights))


@cache
def pull(shock=SHOCK, baseline=(2016, 2017), last=2025, **parameters):
    return Pull(bonds(**parameters), shock, list(baseline), PERIOD, last)


def test_powers_are_never_the_state_itself_nor_named_twice():
    assert list(bonds().powers) == ["partner", "alternative", "India", "Europe"]
    assert "India" not in bonds(focal="RUS", partner="CHN", alternative="IND").powers
    assert bonds(focal="DEU").powers["Europe"]["votes"] == ["FRA", "GBR"]
    assert "DEU" not in bonds(focal="DEU").powers["Europe"]["trade"]


def test_the_pressed_and_the_powers_are_no_comparison():
    for parameters in ({}, {"focal": "TUR"}, {"focal": "KAZ"}):
        assert not {"IRN", "TUR", "VEN", "CUB", "RUS", "CHN", "USA", "DEU"} & set(
            bonds(**parameters).comparable
        )
    assert "IND" in bonds().comparable
    assert "IND" not in bonds(focal="IND").comparable


def test_a_choice_that_cannot_matter_stands_once():
    grid = pull(weights=VOTES).grid
    assert grid["arms"].nunique() == grid["layers"].nunique() == 1
    assert len(grid) == 3 * 4 * 3 * 2 * 2
    assert len(pull().grid) == 1104


def test_the_headline_is_among_the_ways():
    one = pull()
    own = one.moves.loc["IRN", "value"]
    assert ((one.grid["value"] - own).abs() < 1e-9).any()


def test_a_year_beyond_the_cut_off_says_nothing():
    early = pull(cutoff="2018-08-31", last=2017)
    for found in (early.index(), early.ties_after(), Orient(early).east(), Likeness(early).twin()):
        assert found["measured"].value is None
    assert early.index()["specs"].empty
    assert Orient(early).larger({})["names"] == "none"


def test_layers_that_end_before_the_shock_leave_no_index():
    with_pledges = pull(weights=(1, 1, 1, 1, 0, 0))
    assert with_pledges.ties_after()["measured"].value is None
    assert pull(weights=(1, 1, 1, 0, 1, 0)).index()["measured"].value is None


@pytest.mark.parametrize(
    ("focal", "shock", "baseline"),
    [("TUR", "2018-08-10", (2016, 2017)), ("VEN", "2017-08-25", (2015, 2016))],
)
def test_other_states_under_pressure_have_a_value(focal, shock, baseline):
    one = pull(shock, baseline, focal=focal)
    found = one.index()
    assert found["measured"].value is not None and found["measured"].n > 15
    assert one.after[0] == int(shock[:4])


def test_russia_as_the_state_that_turns_to_china():
    one = pull("2014-03-17", (2012, 2013), focal="RUS", partner="CHN", alternative="IND")
    assert one.index()["after"] == "2014–2018"
    assert one.index()["measured"].value is not None


def test_a_break_is_searched_and_not_assumed():
    found = Likeness(pull()).found_break()
    assert (found["measured"].value, found["measured"].note) == (None, NO_BREAK)
    late = Likeness(pull(cutoff="2018-08-31", last=2017)).found_break()["measured"]
    assert (late.value, late.note) == (None, TOO_LATE)


def test_news_of_other_years_give_no_value():
    found = Dispatches(bonds(focal="VEN"), "2017-08-25", PERIOD).to_partner()
    assert (found["measured"].value, found["measured"].note) == (None, GAP)
    assert len(Dispatches(bonds(), SHOCK, PERIOD).to_partner()["peers"]) >= 10


def test_nobody_looked_for_papers_on_other_states():
    for focal, partner in (("TUR", "RUS"), ("IRN", "CHN")):
        other = Turning(load("documents"), focal, partner)
        for name in ON_DOCUMENTS:
            alone = name in ("other_doors", "new_steps", "offices") and focal == "IRN"
            found = getattr(other, name)()["measured"]
            assert alone or found.note == documents.ELSEWHERE, name
    assert (
        Turning(load("documents"), "IRN", "CHN").restrained()["measured"].note
        == documents.ELSEWHERE
    )


def test_steps_with_another_partner_are_those_with_it():
    china = Turning(load("documents"), "IRN", "CHN")
    assert china.new_steps()["measured"].value == 2  # four papers, and the dialogue
    assert china.other_doors()["names"] == "Russia, India, Europe"
    assert Turning(load("documents"), "IRN", "DEU").new_steps()["measured"].value is None


def test_one_more_step_or_voice_would_count():
    rows = load("documents").copy()
    begun = rows["id"] == "turn-caspian-2018-08-12"
    rows.loc[begun, "tags"] = rows.loc[begun, "tags"].str.replace("begun-before", "begun-after")
    rows.loc[rows["id"] == "view-rouhani-2017-11-01", "corroboration"] = "primary"
    changed = Turning(rows, "IRN", "RUS")
    assert changed.new_steps()["measured"].value == 2
    assert changed.voices()["measured"].value == 1


def test_a_period_that_has_not_begun_has_no_balance():
    early = Counterweight.of(
        partial(load, cutoff="1998-12-31"), "IRN", "RUS", "USA", range(2011, 2019), 1998
    )
    for name in ("vetoes", "means", "more_arms", "soldiers"):
        assert getattr(early, name)()["measured"].n == 0
    assert early.pledge(["TUR"], 2018)["measured"].value is None


def test_without_soldiers_of_another_power_there_is_no_share():
    other = Counterweight.of(load, "IRN", "USA", "CHN", range(2011, 2019), 2025)
    assert other.soldiers()["measured"].value is None


def test_by_votes_alone_a_common_position_is_left():
    assert Contest(bonds(weights=VOTES), 2018).left() == ["common position"]
    found = Contest(bonds(), 2018)
    assert found.left() == []
    assert (found.weighed["held"] == "yes").sum() == (found.weighed["held"] == "no").sum() == 8


def test_what_lies_beyond_the_cut_off_leaves_rivals_untold():
    told = Contest(bonds(cutoff="2018-08-31"), 2018).told()
    assert told["left"] == "drift, common position" and told["untold"] > 8


def test_the_circle_of_2018():
    circle = Circle.of(load, "IRN", "RUS", "USA", "CHN", 2025)
    graph = circle.graphs[2018]
    assert graph.edges["IRN", "RUS"]["sign"] == graph.edges["IRN", "SYR"]["sign"] == 1
    for foe in ("USA", "ISR", "SAU"):
        assert graph.edges["IRN", foe]["sign"] == -1
    assert (circle.sign("IRN", "RUS") == 1).all()
    row = circle.census.set_index("year").loc[2018]
    flips = circle.edges.query("frame == 2018 and flip")
    assert row["flips"] == len(flips)
    assert circle.told("IRN", "RUS", {"IRN": "A", "RUS": "B"})["camp_last"] == "2020"


def test_removing_the_flips_leaves_two_camps():
    circle = Circle.of(load, "IRN", "RUS", "USA", "CHN", 2025)
    kept = circle.edges.query("frame == 2018 and not flip")
    side: dict[str, int] = {}
    for _ in range(len(circle.nodes)):
        for row in kept.itertuples():
            sign = 1 if row.kind == "friend" else -1
            for one, other in ((row.source, row.target), (row.target, row.source)):
                if one in side:
                    assert side.setdefault(other, sign * side[one]) == sign * side[one]
        if len(side) < len(circle.nodes) and not side:
            side[circle.nodes[0]] = 1


def test_a_circle_before_the_lists_begin_is_empty():
    circle = Circle.of(partial(load, cutoff="1998-12-31"), "TUR", "RUS", "USA", "CHN", 1998)
    assert circle.years[-1] == 1998
    assert isinstance(circle.edges, pd.DataFrame) and len(circle.nodes) == 9
