"""The tests and the pooled verdicts of chapters on the book's first pattern."""

import pytest

from eastward.claims import registry
from eastward.claims.first_pattern import Outcome, Test, Threshold, verdict

TEXTS = dict.fromkeys(("id", "measure", "unit", "implies", "why"), "x") | {"tables": ("x",)}
TESTS = {
    f"{claim.id}.{test.id}": test
    for claim in registry.claims().values()
    for test in claim.first_pattern
}


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ([], "untested"),
        (["silent", "silent"], "untested"),
        (["supports", "silent"], "supported"),
        (["against"], "contradicted"),
        (["supports", "against", "silent"], "mixed"),
    ],
)
def test_verdict_rule(said, word):
    assert verdict([Outcome(test="t", statistic=1.0, n=1, outcome=one) for one in said]) == word


@pytest.mark.parametrize(
    ("limit", "value", "met"),
    [("above", 2, False), ("at_least", 2, True), ("below", 2, False), ("at_most", 2, True)],
)
def test_thresholds_at_their_edge(limit, value, met):
    assert Threshold(limit, value).met(2.0) is met


def test_a_test_is_silent_with_too_few_observations_or_no_statistic():
    test = Test(**TEXTS, supports={"above": 2}, against={"below": 0}, minimum=5)
    assert test.judge(50, 5).outcome == "supports"
    assert test.judge(50, 4).outcome == "silent"
    assert test.judge(None, 5).outcome == "silent"
    assert test.judge(float("nan"), 5).statistic is None
    assert test.judge(0, 5).outcome == "silent"
    assert test.judge(-50, 5).outcome == "against"


def test_no_statistic_can_both_support_and_contradict():
    for name, test in TESTS.items():
        edges = (test.supports.value, test.against.value)
        for value in [edge + step for edge in edges for step in (-1e-6, 0, 1e-6)]:
            assert not (test.supports.met(value) and test.against.met(value)), name
