"""What the simulation of the evidence rule says, in fewer draws; Methods quotes it."""

import runpy

import pytest

from eastward import paths
from eastward.claims.evidence import ODDS

BENCHMARK = runpy.run_path(str(paths.ROOT / "benchmarks" / "verdicts.py"))
DRAWS = 2_000  # shares of a thousand readings: two standard errors are 3 points at most


def shares(world: str, peers: int, blocks: int, side: str) -> dict[str, float]:
    """Share of each verdict among readings that are true, or that are not, per cent."""
    power = BENCHMARK["WORLDS"][world]
    return (100 * BENCHMARK["simulate"](power, peers, blocks, DRAWS))[side].to_dict()


def test_pass_rates_are_those_that_the_odds_imply():
    for kind, (if_true, if_rival) in zip(BENCHMARK["KINDS"], BENCHMARK["rates"](1.0), strict=True):
        odds = ODDS[kind]
        assert if_true == pytest.approx(odds.passes_if_true, abs=0.005)
        assert if_true / if_rival == pytest.approx(odds.passing)
        assert (1 - if_true) / (1 - if_rival) == pytest.approx(odds.failing)
    bold = BENCHMARK["rates"](0.5)
    assert bold[:, 0] / bold[:, 1] == pytest.approx(
        [ODDS[k].passing ** 0.5 for k in BENCHMARK["KINDS"]]
    )


def test_tests_as_declared_are_seldom_wrong_and_seldom_decide_alone():
    for blocks, undecided in ((1, 66), (2, 45), (3, 25)):
        found = shares("as declared", 0, blocks, "true")
        assert found["contradicted"] + found["strongly contradicted"] < 8
        assert found["undecided"] == pytest.approx(undecided, abs=5)
    assert found["strongly supported"] == pytest.approx(39, abs=5)
    assert found["strongly contradicted"] < 2


def test_kinds_that_were_too_bold_make_one_verdict_in_eight_wrong():
    found = shares("too bold", 0, 3, "true")
    assert found["contradicted"] + found["strongly contradicted"] == pytest.approx(12.5, abs=4)


@pytest.mark.parametrize(("blocks", "strong"), [(1, 0), (2, 100 / 8), (3, 100 * 5 / 16)])
def test_worthless_tests_without_peers_are_strong_in_one_case_of_eight(blocks, strong):
    """Of two blocks; of three, it is five cases of sixteen (both counted exactly)."""
    for side in ("true", "false"):
        found = shares("worthless", 0, blocks, side)
        both = found["strongly supported"] + found["strongly contradicted"]
        assert both == pytest.approx(strong, abs=4)


def test_peers_take_support_from_worthless_tests_and_leave_contradiction():
    """They measure how often the rival passes; how often a true reading passes stays declared."""
    found = shares("worthless", 30, 3, "false")
    assert found["strongly supported"] < 1
    assert found["supported"] < 9
    assert found["contradicted"] + found["strongly contradicted"] == pytest.approx(52, abs=6)
