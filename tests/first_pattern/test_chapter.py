"""What the cells of a chapter on the first pattern call."""

import json

import pytest

from eastward import chapter, edition
from eastward.claims import registry
from eastward.claims.models import Claim
from eastward.errors import InputError
from eastward.first_pattern import Chapter
from eastward.first_pattern import chapter as first_chapter

NAME = "02-grievances"  # a page whose parameters and tables are taken; its claims are made up
READ = {"why": "made up", "implies": "made up", "tables": ["states"], "minimum": 1}
READ |= {"measure": "made up", "unit": "%"}
TESTS = (
    {"id": "area", "supports": {"at_least": 3}, "against": {"below": 1}},
    {"id": "settled", "supports": {"at_most": 0}, "against": {"at_least": 1}},
)
CLAIM = Claim(
    id="orchard",
    title="The orchard is large",
    sentences=["5.2"],
    text="The orchard is large and old.",
    kind="descriptive",
    about={"from": 1900, "to": 2000, "why": "made up"},
    why_untested="made up",
    chapter=NAME,
    first_pattern=[READ | test for test in TESTS],
)


@pytest.fixture
def glued(monkeypatch):
    """What was glued and displayed, instead of a notebook's outputs."""
    found = {}
    monkeypatch.setattr(registry, "claims", lambda: {CLAIM.id: CLAIM})
    monkeypatch.setattr(first_chapter.common, "boxed", lambda name: [CLAIM.id])
    for module in (chapter, first_chapter):
        monkeypatch.setattr(
            module, "glue", lambda name, value, display: found.__setitem__(name, value)
        )
    monkeypatch.setattr(
        first_chapter, "display", lambda bundle, raw: found.__setitem__("displayed", bundle)
    )
    return found


def make(**changed):
    return Chapter(NAME, edition.load("hindsight").for_chapter(NAME) | changed)


def test_findings_hold_only_under_the_values_of_a_commented_edition(glued):
    make().finding(growth="supports")
    assert repr(glued["finding:growth"]) == "supports"
    Chapter(NAME, edition.load("as-written").for_chapter(NAME)).finding(growth="silent")
    assert repr(glued["finding:growth"]) == "silent"
    for changed in ({"cutoff": "2018-08-31"}, {"focal": "TUR"}, {"region": ["IRN", "TUR", "SAU"]}):
        make(**changed).finding(growth="supports")
        assert repr(glued["finding:growth"]) == "supports under other parameters"


def test_only_declared_tests_are_judged(glued):
    here = make()
    here.judge("orchard.area", 9.0, 5)
    assert here.said("orchard.area") == "supports"
    assert here.verdict("orchard") == "supported"
    with pytest.raises(InputError, match=r"orchard\.other is not declared"):
        here.judge("orchard.other", 1, 1)


def test_a_chapter_cannot_leave_a_declared_test_out(glued):
    here = make()
    here.judge("orchard.area", 9.0, 5)
    with pytest.raises(InputError, match=r"orchard\.settled is declared but not judged"):
        here.close()


def test_close_hands_over_every_verdict(glued):
    here = make()
    for claim in here.claims.values():
        for test in claim.first_pattern:
            here.judge(f"{claim.id}.{test.id}", None, 0)
    here.close()
    record = glued["displayed"][registry.MIME]
    assert {claim["id"] for claim in record["claims"]} == set(here.claims)
    assert {claim["verdict"] for claim in record["claims"]} == {"untested"}
    assert json.loads(glued["displayed"]["text/plain"]) == record
    assert repr(glued["verdict:orchard"]) == "untested"
