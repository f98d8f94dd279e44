"""The verdicts of all chapters follow from their recorded outcomes."""

import pytest

from eastward import claims


@pytest.mark.parametrize("edition", ["hindsight", "as-written"])
def test_verdicts_follow_from_the_outcomes(edition):
    registry, verdicts = claims.registry(), claims.verdicts(edition)
    assert set(verdicts) == {one.id for one in registry.values() if one.chapter}
    for claim, entry in verdicts.items():
        tests = registry[claim].tests
        outcomes = [tests[t["id"]].judge(t["statistic"], t["n"]) for t in entry["tests"]]
        assert [one.outcome for one in outcomes] == [t["outcome"] for t in entry["tests"]]
        assert claims.verdict(outcomes) == entry["verdict"]
