"""What a chapter's cells call."""

import json

import pandas as pd
import pytest

from eastward import chapter, claims, edition
from eastward.chapter import Chapter
from eastward.errors import InputError

NAME = "10-economic"


@pytest.fixture
def glued(monkeypatch):
    """What was glued and displayed, instead of a notebook's outputs."""
    found = {}
    monkeypatch.setattr(
        chapter, "glue", lambda name, value, display: found.__setitem__(name, value)
    )
    monkeypatch.setattr(
        chapter, "display", lambda bundle, raw: found.__setitem__("displayed", bundle)
    )
    return found


def make(**changed):
    return Chapter(NAME, edition.load("hindsight").for_chapter(NAME) | changed)


def test_names_that_are_no_parameters_are_passed_over(glued):
    here = make(pd=pd, unrelated=3)
    assert "unrelated" not in here.parameters
    assert glued["edition"] == "hindsight"


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"cutoff": "2050-01-01"}, "chapters/10-economic.md: cutoff: '2050-01-01' is not allowed"),
        ({"focal": "Iran"}, "focal: 'Iran' is not allowed"),
        ({"partner": "IRN"}, "partner: IRN is already the focal"),
        ({"edition": "nowhere"}, "edition: nowhere is unknown"),
    ],
)
def test_bad_parameters_are_refused(glued, changed, message):
    with pytest.raises(InputError, match=message):
        make(**changed)


@pytest.mark.parametrize(
    ("cutoff", "year"), [("2018-08-31", 2017), ("2018-12-31", 2018), ("2019-01-01", 2018)]
)
def test_last_year_is_the_last_that_had_ended(glued, cutoff, year):
    assert make(cutoff=cutoff).last_year == year


def test_tables_are_cut_and_only_declared_ones_are_read(glued):
    here = make(cutoff="2018-08-31")
    assert here.table("trade")["year"].max() == 2017
    with pytest.raises(InputError, match="exchange_rate is not declared in the header"):
        here.table("exchange_rate")


def test_findings_hold_only_under_shipped_parameters(glued):
    make().finding(growth="supports")
    assert repr(glued["finding:growth"]) == "supports"
    make(cutoff="2018-08-31").finding(growth="silent")
    assert repr(glued["finding:growth"]) == "silent"
    make(focal="TUR").finding(growth="supports")
    assert repr(glued["finding:growth"]) != "supports"
    make(region=["IRN", "TUR", "SAU"]).finding(growth="supports")
    assert repr(glued["finding:growth"]) == "supports"


def test_only_declared_tests_are_judged(glued):
    here = make()
    here.judge("trade-growing.dots", 9.0, 5)
    assert here.said("trade-growing.dots") == "supports"
    assert here.verdict("trade-growing") == "supported"
    with pytest.raises(InputError, match=r"trade-growing\.other is not declared"):
        here.judge("trade-growing.other", 1, 1)


def test_a_chapter_cannot_leave_a_declared_test_out(glued):
    here = make()
    here.judge("trade-growing.dots", 9.0, 5)
    with pytest.raises(InputError, match=r"trade-growing\.reported is declared but not judged"):
        here.close()


def test_close_hands_over_every_verdict(glued):
    here = make()
    for claim in here.claims.values():
        for test in claim.tests:
            here.judge(f"{claim.id}.{test}", None, 0)
    here.close()
    record = glued["displayed"][claims.MIME]
    assert {claim["id"] for claim in record["claims"]} == set(here.claims)
    assert {claim["verdict"] for claim in record["claims"]} == {"untested"}
    assert json.loads(glued["displayed"]["text/plain"]) == record
    assert repr(glued["verdict:trade-growing"]) == "untested"


def test_the_parameter_table_gives_a_command_that_reproduces_the_page(glued):
    shown = make(focal="TUR", baseline=[2015, 2017]).show_parameters().data
    command = (
        "eastward run 10-economic --edition hindsight -p focal 'TUR' -p baseline '[2015, 2017]'"
    )
    assert command in shown
    assert "| focal | TUR |" in shown
    assert "asked elsewhere: Turkey for Iran." in shown
    assert " -p " not in make().show_parameters().data
    assert "elsewhere" not in make(cutoff="2018-08-31").show_parameters().data
