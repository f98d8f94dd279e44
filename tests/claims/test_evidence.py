"""From a measured value to a reading's verdict, each step by hand and then as a rule."""

import math
from functools import cache
from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.claims import evidence
from eastward.claims.evidence import ODDS, Finding, Rate, Ways, verdict, weight
from eastward.claims.models import KINDS, Later, Test, Threshold

MIRRORED = {"hoop": "smoking gun", "smoking gun": "hoop"}  # the other kinds mirror themselves
OTHER_SIDE = {"supports": "against", "against": "supports"}


@cache
def declared(id="one", kind="doubly decisive", block="", **more) -> Test:
    """A test that supports above 2 and speaks against below 0, in a block of its own."""
    limits = {"supports": Threshold(above=2), "against": Threshold(below=0)}
    texts = dict.fromkeys(("name", "measure", "unit", "why", "kind_why"), "x")
    entries = {"tables": ("x",), "minimum": 1, **limits, **texts, **more}
    return Test(id=id, kind=kind, block=block or id, **entries)


def found(outcome, id="one", kind="doubly decisive", block="", rate=None, ways=None, **more):
    """What a declared test said; ``seen`` is the finding's, all else the test's."""
    seen = more.pop("seen", True)
    return Finding(declared(id, kind, block, **more), outcome, rate, ways, seen)


def measured(*rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["value", "n", "low", "high"][: len(rows[0])])


# --- outcomes


@pytest.mark.parametrize(
    ("value", "outcome"),
    [(2.1, "supports"), (2, "between"), (1, "between"), (0, "between"), (-0.1, "against")],
)
def test_a_value_speaks_beyond_a_threshold_and_never_on_it(value, outcome):
    assert evidence.outcomes(declared(), measured((value, 1))).tolist() == [outcome]


def test_no_treaty_in_a_complete_list_supports():
    """0 treaties lie below 0.5 and 1 lies above it; a count never stands on such a threshold."""
    half = {"supports": Threshold(below=0.5), "against": Threshold(above=0.5)}
    test = declared(kind="direct", minimum=20, **half)
    said = evidence.outcomes(test, measured((0, 39), (1, 39), (0.5, 39)))
    assert said.tolist() == ["supports", "against", "between"]
    assert verdict([Finding(test, "supports")]).odds == 20
    assert verdict([Finding(test, "supports")]).word == "supported"  # a single record


def test_an_interval_that_reaches_the_zone_against_silences():
    rows = measured((3, 9, -0.1, 6), (3, 9, 0, 6), (3, 9, 1, 6), (-1, 9, -4, 2.1), (-1, 9, -4, 2))
    said = evidence.outcomes(declared(), rows).tolist()
    assert said == ["between", "supports", "supports", "between", "against"]


def test_a_row_without_an_interval_speaks_by_its_value():
    rows = measured((3, 9, None, None), (3, 9, -1, 5))
    assert evidence.outcomes(declared(), rows).tolist() == ["supports", "between"]


def test_too_few_observations_and_missing_values_are_silent_in_the_grid_too():
    rows = measured((3, 4), (3, 5), (-1, 4), (float("nan"), 0), (float("inf"), 9))
    said = evidence.outcomes(declared(minimum=5), rows)
    assert said.tolist() == ["too few", "supports", "too few", "no data", "no data"]
    assert evidence.ways(said) == Ways(supports=1, silent=4, against=0)
    assert evidence.rate(said) == Rate(passes=1, fails=0, silent=4)


def test_a_later_test_holds_or_does_not():
    texts = dict.fromkeys(("name", "measure", "unit", "why"), "x")
    limits = {"held": Threshold(below=0.5), "not_held": Threshold(above=0.5)}
    later = Later(id="later", reading="plain", tables=("x",), minimum=1, **texts, **limits)
    said = evidence.outcomes(later, measured((0, 1), (2, 1), (0, 0)))
    assert said.tolist() == ["supports", "against", "too few"]


# --- weights


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", ["between", "too few", "no data"])
def test_silence_weighs_one(kind, outcome):
    assert weight(found(outcome, kind=kind)) == 1


def test_failing_is_worth_what_the_two_pass_rates_leave():
    """A hoop passes in .96 of cases if true and .96 / 1.5 = .64 if not: .04 / .36 is about 1/10."""
    assert set(ODDS) == set(KINDS)
    for odds in ODDS.values():
        rival = odds.passes_if_true / odds.passing
        assert odds.failing == pytest.approx((1 - odds.passes_if_true) / (1 - rival), rel=0.12)


def test_an_indicator_that_all_its_peers_pass_weighs_one():
    """r = (20 + 1) / (20 + 2) = .955; .91 / .955 = .953, which is not above 1."""
    rate = Rate(passes=20, fails=0)
    assert rate.value == pytest.approx(21 / 22)
    assert weight(found("supports", rate=rate, peers="others")) == 1


def test_an_indicator_that_half_of_its_peers_pass_weighs_less_than_two():
    """r = (10 + 1) / (20 + 2) = .5; .91 / .5 = 1.82, and failing .09 / .5 = .18."""
    rate = Rate(passes=10, fails=10, silent=7)
    assert weight(found("supports", rate=rate, peers="others")) == pytest.approx(1.82)
    assert weight(found("against", rate=rate, peers="others")) == pytest.approx(0.18)


def test_a_hoop_that_fails_against_peers_who_pass_it_weighs_nearly_nothing():
    """r = 21 / 22; (1 - .96) / (1 - .955) = .04 / .0455 = .88 instead of 1/10."""
    rate = Rate(passes=20, fails=0)
    assert weight(found("against", kind="hoop", rate=rate, peers="others")) == pytest.approx(0.88)


def test_a_hoop_that_fails_against_peers_who_fail_it_keeps_its_odds():
    """r = 1 / 22; .04 / .955 = .042, which would be more than the kind's own 1/10."""
    rate = Rate(passes=0, fails=20)
    assert weight(found("against", kind="hoop", rate=rate, peers="others")) == 1 / 10


def test_where_the_reading_is_true_of_most_passing_is_a_straw_and_failing_keeps_its_odds():
    rate = Rate(passes=111, fails=1)
    assert weight(found("supports", rate=rate, context="members")) == 1.5
    assert weight(found("against", rate=rate, context="members")) == 1 / 10


def test_a_direct_record_keeps_its_odds_beside_a_context():
    rate = Rate(passes=111, fails=1)
    assert weight(found("supports", kind="direct", rate=rate, context="members")) == 20


def test_ways_for_less_ways_against_are_the_power():
    """(38 - 16) / 54 = .407; 20 to that power is 3.4."""
    one = found("supports", kind="direct", ways=Ways(supports=38, silent=0, against=16))
    assert weight(one) == pytest.approx(20 ** (22 / 54))
    assert weight(one) == pytest.approx(3.4, abs=0.02)
    found_in = verdict([one])
    assert (found_in.word, found_in.unsure) == ("supported", False)


def test_as_many_ways_for_as_against_weigh_one_and_are_marked():
    one = found("supports", kind="direct", ways=Ways(supports=12, silent=0, against=12))
    assert weight(one) == 1
    assert (verdict([one]).word, verdict([one]).unsure) == ("undecided", True)


def test_more_ways_against_than_for_never_turn_a_test_round():
    assert weight(found("supports", ways=Ways(supports=5, silent=0, against=20))) == 1


def test_below_a_quarter_of_the_ways_a_reading_depends_on_how_one_counts():
    """24 of 100 for and 1 against leave .23; 26 and 1 leave .25, which is not below."""
    assert verdict([found("against", ways=Ways(1, 75, 24))]).unsure
    assert not verdict([found("against", ways=Ways(1, 73, 26))]).unsure


def test_finding_nothing_in_too_short_a_list_weighs_a_straw():
    """What a list holds did happen; what it does not hold may be missing from the list."""
    listed = {"kind": "direct", "finds": "against"}
    assert weight(found("against", **listed)) == 1 / 20
    assert weight(found("supports", **listed)) == 1.5
    assert weight(found("against", kind="direct", finds="supports")) == 1 / 1.5


# --- blocks and verdicts


def test_in_a_block_the_stronger_kind_speaks_alone():
    said = verdict([
        found("supports", "straw", "straw in the wind", "votes"),
        found("against", "decisive", "doubly decisive", "votes"),
    ])  # fmt: skip
    assert said.weights == {"straw": 1, "decisive": 1 / 10}
    assert said.word == "contradicted"


def test_a_block_whose_stronger_kind_is_silent_is_silent():
    said = verdict([
        found("supports", "straw", "straw in the wind", "votes"),
        found("between", "decisive", "doubly decisive", "votes"),
    ])  # fmt: skip
    assert said.weights == {"straw": 1, "decisive": 1}
    assert (said.odds, said.word) == (1, "no evidence")


def test_of_two_equal_kinds_in_a_block_the_first_declared_speaks():
    said = verdict([
        found("supports", "first", "hoop", "votes"),
        found("against", "second", "smoking gun", "votes"),
    ])  # fmt: skip
    assert said.weights == {"first": 1.5, "second": 1}


def test_two_straws_leave_a_reading_undecided():
    """1.5 x 1.5 = 2.25, below 3."""
    straws = [found("supports", name, "straw in the wind") for name in ("one", "two")]
    assert verdict(straws).odds == pytest.approx(2.25)
    assert verdict(straws).word == "undecided"


def test_three_straws_support():
    """1.5 x 1.5 x 1.5 = 3.4."""
    straws = [found("supports", name, "straw in the wind") for name in ("one", "two", "three")]
    assert verdict(straws).word == "supported"


@pytest.mark.parametrize(
    ("kinds", "odds", "word"),
    [
        (("direct", "hoop", "smoking gun"), 20 * 0.1 / 1.5, "undecided"),  # 1.33
        (("direct", "hoop"), 20 * 0.1, "undecided"),
        (("direct", "straw in the wind"), 20 / 1.5, "supported"),  # 13.3
    ],
)
def test_the_first_supports_and_the_others_speak_against(kinds, odds, word):
    findings = [
        found("against" if place else "supports", f"t{place}", kind)
        for place, kind in enumerate(kinds)
    ]
    assert verdict(findings).odds == pytest.approx(odds)
    assert verdict(findings).word == ("conflicting" if word == "undecided" else word)


def test_blocks_beyond_three_to_one_in_opposite_directions_are_conflicting():
    """10 x 1/10 = 1: two strong blocks, not a lack of evidence."""
    said = verdict([found("supports", "one"), found("against", "two")])
    assert (said.odds, said.word) == (pytest.approx(1), "conflicting")


def test_a_straw_against_a_straw_is_undecided():
    straws = [found(outcome, outcome, "straw in the wind") for outcome in ("supports", "against")]
    assert verdict(straws).word == "undecided"


@pytest.mark.parametrize("outcome", ["between", "too few", "no data"])
def test_where_no_test_speaks_there_is_no_evidence_and_a_forecast_is_open(outcome):
    silent = [found(outcome, "one"), found(outcome, "two", "direct")]
    assert verdict(silent).word == "no evidence"
    assert verdict(silent, "predictive").word == "open"
    assert verdict([*silent, found("supports", "three")], "predictive").word == "supported"


def test_two_blocks_at_odds_of_twenty_are_strong_where_the_data_had_not_been_seen():
    """10 x 10 = 100."""
    said = verdict([found("supports", name, seen=False) for name in ("one", "two")])
    assert (said.odds, said.word) == (pytest.approx(100), "strongly supported")


def test_after_the_fact_indicators_alone_are_never_strong():
    said = verdict([found("supports", name) for name in ("one", "two")])
    assert (said.odds, said.word) == (pytest.approx(100), "supported")
    half = verdict([found("supports", "one", seen=False), found("supports", "two")])
    assert half.word == "supported"  # only 10 of the 100 were declared in time


def test_one_block_alone_is_never_strong():
    one = found("supports", kind="direct", coded_by="ATOP", seen=False)
    assert verdict([one]).word == "supported"


def test_two_independently_coded_records_are_strong_even_after_the_fact():
    def records(second):
        return verdict([
            found("supports", "atop", "direct", "treaties", coded_by="ATOP"),
            found("supports", "cow", "direct", "treaties", coded_by=second),
        ])  # fmt: skip

    assert records("COW").odds == 20  # one block, so one weight
    assert records("COW").word == "strongly supported"
    assert records("ATOP").word == "supported"  # one record read twice


def test_a_second_record_that_is_silent_makes_nothing_strong():
    said = verdict([
        found("supports", "atop", "direct", "treaties", coded_by="ATOP"),
        found("too few", "cow", "direct", "treaties", coded_by="COW"),
    ])  # fmt: skip
    assert said.word == "supported"


def test_a_strong_verdict_needs_the_odds_of_all_tests_together():
    """20 x 20 for it and 1/10 x 1/1.5 against it leave 26.7; a second hoop leaves 2.7."""
    direct = [found("supports", name, "direct") for name in ("a", "b")]
    against = [found("against", "hoop", "hoop"), found("against", "gun", "smoking gun")]
    assert verdict([*direct, *against]).word == "strongly supported"
    assert verdict([*direct, *against, found("against", "more", "hoop")]).word == "conflicting"


def test_the_verdict_names_the_test_that_it_hangs_on():
    """10 x 1.5: without the first 1.5 is left; without the second 10 still support."""
    said = verdict([found("supports", "gun", "smoking gun"), found("supports", "hoop", "hoop")])
    assert (said.word, said.hangs_on, said.without) == ("supported", "gun", "undecided")


def test_a_verdict_that_survives_the_loss_of_each_test_hangs_on_none():
    said = verdict([found("supports", name) for name in ("one", "two", "three")])
    assert (said.hangs_on, said.without) == (None, "")


def test_without_a_test_the_next_of_its_block_speaks():
    """The stronger kind supports, the weaker one of the block would contradict."""
    said = verdict([
        found("supports", "decisive", "doubly decisive", "votes"),
        found("against", "hoop", "hoop", "votes"),
    ])  # fmt: skip
    assert (said.word, said.hangs_on, said.without) == ("supported", "decisive", "contradicted")


@pytest.mark.parametrize(
    ("side", "word"), [("supports", "strongly supported"), ("against", "strongly contradicted")]
)
def test_odds_on_a_limit_reach_it_in_any_order(side, word):
    """20 x 20 x 1/20 = 20; multiplied in another order a computer may find a little less."""
    records = [
        found(side, "a", "direct", coded_by="A"),
        found(side, "b", "direct", coded_by="B"),
        found(OTHER_SIDE[side], "c", "direct", coded_by="C"),
    ]
    assert {verdict(order).word for order in permutations(records)} == {word}


# --- rules that hold for any tests


OUTCOMES = st.sampled_from(["supports", "against", "between", "too few", "no data"])
COUNTS = st.integers(0, 60)
RATES = st.builds(Rate, COUNTS, COUNTS, COUNTS)
WAYS = st.none() | st.builds(Ways, COUNTS, COUNTS, COUNTS)


@st.composite
def finding(draw, id="one", **fixed):
    kind = draw(st.sampled_from(KINDS))
    if kind == "direct":
        more = {
            "coded_by": draw(st.sampled_from(["", "A", "B"])),
            "finds": draw(st.sampled_from([None, "supports", "against"])),
            "context": draw(st.sampled_from([None, "some"])),
        }
    else:
        more = draw(st.sampled_from([{}, {"peers": "some"}, {"context": "some"}]))
    more = {**more, **fixed}
    block = draw(st.sampled_from("abc"))
    rate = draw(RATES) if more.get("peers") or more.get("context") else None
    return found(
        draw(OUTCOMES), id, kind, block, rate, draw(WAYS), seen=draw(st.booleans()), **more
    )


@st.composite
def readings(draw, **fixed):
    count = draw(st.integers(1, 5))
    return [draw(finding(f"t{place}", **fixed)) for place in range(count)]


@given(finding())
def test_no_pass_rate_and_no_grid_adds_to_the_odds_of_a_kind(one):
    odds, worth = ODDS[one.test.kind], weight(one)
    if one.outcome == "supports":
        assert 1 <= worth <= odds.passing
    elif one.outcome == "against":
        assert odds.failing <= worth <= 1
    else:
        assert worth == 1


@given(RATES, st.sampled_from([kind for kind in KINDS if kind != "direct"]))
def test_the_more_peers_pass_the_less_passing_weighs_and_the_less_failing(rate, kind):
    more = Rate(rate.passes + 1, rate.fails, rate.silent)
    passed = [weight(found("supports", kind=kind, rate=one, peers="p")) for one in (rate, more)]
    failed = [weight(found("against", kind=kind, rate=one, peers="p")) for one in (rate, more)]
    assert passed[0] >= passed[1]
    assert failed[0] <= failed[1]


@given(readings(), st.sampled_from(KINDS), st.sampled_from(["between", "too few", "no data"]))
def test_a_silent_test_in_a_block_of_its_own_changes_nothing(findings, kind, outcome):
    alone, more = verdict(findings), verdict([*findings, found(outcome, "more", kind)])
    assert (more.word, more.odds, more.unsure) == (alone.word, alone.odds, alone.unsure)
    assert (more.hangs_on, more.without) == (alone.hangs_on, alone.without)


@given(readings())
def test_a_silent_straw_at_the_end_of_a_block_changes_nothing(findings):
    block = findings[0].test.block
    more = [*findings, found("between", "more", "straw in the wind", block)]
    alone = verdict(findings)
    assert (verdict(more).word, verdict(more).odds) == (alone.word, alone.odds)


@given(readings())
def test_odds_are_the_product_of_the_blocks(findings):
    blocks = {one.test.block for one in findings}
    parts = [verdict([one for one in findings if one.test.block == name]) for name in blocks]
    assert verdict(findings).odds == pytest.approx(math.prod(part.odds for part in parts))


@given(readings(), st.permutations("abc"))
def test_the_order_of_the_blocks_does_not_matter(findings, order):
    moved = sorted(findings, key=lambda one: order.index(one.test.block))
    one, other = verdict(findings), verdict(moved)
    assert other.word == one.word
    assert other.odds == pytest.approx(one.odds)
    assert other.weights == one.weights


def mirrored(one: Finding) -> Finding:
    """The same test of the opposite reading, on the same data."""
    test = one.test
    return found(
        OTHER_SIDE.get(one.outcome, one.outcome),
        test.id,
        MIRRORED.get(test.kind, test.kind),
        test.block,
        ways=one.ways and Ways(one.ways.against, one.ways.silent, one.ways.supports),
        seen=one.seen,
        coded_by=test.coded_by,
        finds=OTHER_SIDE.get(test.finds),
    )


@given(readings(peers=None, context=None))
def test_the_opposite_reading_gets_the_mirror_image_of_the_verdict(findings):
    """Without pass rates, which are measured on one side only."""
    one, other = verdict(findings), verdict([mirrored(each) for each in findings])
    assert other.odds == pytest.approx(1 / one.odds)
    swap = {"supported": "contradicted", "contradicted": "supported"}
    assert other.word == " ".join(swap.get(word, word) for word in one.word.split())
    assert other.unsure == one.unsure


# --- what lay within reach


def test_a_hoop_alone_can_contradict_and_never_support():
    """Passing is worth 1.5 and failing 1/10, whatever was found."""
    for outcome in ("supports", "against", "between"):
        said = evidence.verdict([found(outcome, kind="hoop")])
        assert said.reach == pytest.approx((1 / 10, 1.5))
        assert evidence.out_of_reach(said.reach) == ["supported"]


def test_other_ways_to_count_and_silence_do_not_move_what_lay_within_reach():
    split = found("supports", kind="direct", ways=Ways(supports=3, silent=0, against=2))
    said = evidence.verdict([split])
    assert said.reach == pytest.approx((1 / 20, 20))
    assert evidence.out_of_reach(said.reach) == []


def test_peers_who_pass_bring_the_reach_down():
    """r = (20 + 1) / (20 + 2); the test is then worth .91 / r, which is not above 1."""
    said = evidence.verdict([found("supports", rate=Rate(20, 0), peers="others")])
    assert said.reach[1] == 1
