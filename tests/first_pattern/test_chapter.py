"""What the cells of a chapter on the first pattern call."""

import json

import pytest

from eastward import chapter, edition
from eastward.claims import registry
from eastward.errors import InputError
from eastward.first_pattern import Chapter
from eastward.first_pattern import chapter as first_chapter

NAME = "02-grievances"


@pytest.fixture
def glued(monkeypatch):
    """What was glued and displayed, instead of a notebook's outputs."""
    found = {}
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
    here.judge("land-lost.area", 9.0, 5)
    assert here.said("land-lost.area") == "supports"
    assert here.verdict("land-lost") == "supported"
    with pytest.raises(InputError, match=r"land-lost\.other is not declared"):
        here.judge("land-lost.other", 1, 1)


def test_a_chapter_cannot_leave_a_declared_test_out(glued):
    here = make()
    here.judge("land-lost.area", 9.0, 5)
    with pytest.raises(InputError, match=r"land-lost\.settled is declared but not judged"):
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
    assert repr(glued["verdict:land-lost"]) == "untested"
