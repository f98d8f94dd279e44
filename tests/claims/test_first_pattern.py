"""The registry of claims and the verdict rule."""

import copy

import pytest
import yaml

from eastward import claims, paths, tables
from eastward.errors import InputError

REGISTRY = claims.registry()


def outcome(said):
    return claims.Outcome(test="t", statistic=1.0, n=1, outcome=said)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ([], "untested"),
        (["silent", "silent"], "untested"),
        (["supports", "silent"], "supported"),
        (["against"], "contradicted"),
        (["supports", "against", "silent"], "mixed"),
    ],
)
def test_verdict_rule(said, verdict):
    assert claims.verdict([outcome(one) for one in said]) == verdict


@pytest.mark.parametrize(
    ("limit", "value", "met"),
    [("above", 2, False), ("at_least", 2, True), ("below", 2, False), ("at_most", 2, True)],
)
def test_thresholds_at_their_edge(limit, value, met):
    assert claims.Threshold(limit, value).met(2.0) is met


def test_a_test_is_silent_with_too_few_observations_or_no_statistic():
    test = REGISTRY["trade-growing"].tests["dots"]
    assert test.judge(50, 5).outcome == "supports"
    assert test.judge(50, 4).outcome == "silent"
    assert test.judge(None, 5).outcome == "silent"
    assert test.judge(float("nan"), 5).statistic is None
    assert test.judge(0, 5).outcome == "silent"
    assert test.judge(-50, 5).outcome == "against"


def test_no_statistic_can_both_support_and_contradict():
    for claim in REGISTRY.values():
        for test in claim.tests.values():
            edges = (test.supports.value, test.against.value)
            for value in [edge + step for edge in edges for step in (-1e-6, 0, 1e-6)]:
                assert not (test.supports.met(value) and test.against.met(value)), test.id


def test_a_claim_has_tests_or_says_why_not_or_waits_for_its_chapter():
    for claim in REGISTRY.values():
        assert not (claim.tests and claim.why_untested), claim.id
        if claim.chapter:
            assert claim.tests or claim.why_untested, claim.id
            assert (paths.CHAPTERS / f"{claim.chapter}.md").is_file()
        if claim.kind == "interpretive":
            assert claim.why_untested, claim.id


def test_tests_name_tables_that_exist():
    for claim in REGISTRY.values():
        for test in claim.tests.values():
            assert set(test.tables) <= set(tables.names()), (claim.id, test.id)


def test_every_sentence_of_the_paragraphs_of_built_chapters_is_covered():
    covered = claims.coverage()
    paragraphs = {"1": 3, "2": 3, "5": 9, "6": 6, "10": 1, "11": 3}
    sentences = [f"{p}.{n}" for p, last in paragraphs.items() for n in range(1, last + 1)]
    for sentence in [*sentences, "7.1", "7.2", "7.3", "7.4", "9.1", "13.2"]:
        assert covered[sentence], f"{sentence} has neither a claim nor a reason"


@pytest.fixture
def document():
    return copy.deepcopy(yaml.safe_load((paths.DATA / "claims.yml").read_text()))


def claim(document, name):
    return next(one for one in document["claims"] if one["id"] == name)


def write(tmp_path, document):
    path = tmp_path / "claims.yml"
    path.write_text(yaml.safe_dump(document))
    return path


def test_an_unknown_parent_is_refused(tmp_path, document):
    claim(document, "trade-growing")["parents"] = [{"claim": "nonsense", "relation": "supports"}]
    with pytest.raises(InputError, match="trade-growing: parents: nonsense is unknown"):
        claims.registry(write(tmp_path, document))


def test_a_repeated_id_is_refused(tmp_path, document):
    document["claims"].append(document["claims"][0])
    with pytest.raises(InputError, match="into-russias-arms stands twice"):
        claims.registry(write(tmp_path, document))


def test_a_malformed_test_is_named(tmp_path, document):
    claim(document, "trade-growing")["tests"][0]["supports"] = {"over": 2}
    with pytest.raises(
        InputError, match=r"claims.yml: claims: trade-growing: tests: dots: supports"
    ):
        claims.registry(write(tmp_path, document))


def test_broken_yaml_is_one_line(tmp_path):
    path = tmp_path / "claims.yml"
    path.write_text("claims: [")
    with pytest.raises(InputError, match="not valid YAML") as caught:
        claims.registry(path)
    assert "\n" not in str(caught.value)


def test_a_sentence_outside_the_article_is_refused(tmp_path, document):
    document["claims"][0]["sentences"] = ["10.9"]
    with pytest.raises(InputError, match=r"10\.9 is not in the article"):
        claims.coverage(write(tmp_path, document))
