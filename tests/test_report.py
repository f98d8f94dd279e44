"""How a chapter reports. The claim is not the article's."""

import json

import pandas as pd
import pytest

from eastward import paths, report
from eastward.claims.evidence import Finding, Rate, Ways
from eastward.claims.models import Claim
from eastward.measured import Measured

TEST = {
    "id": "one",
    "name": "Share of A in B",
    "measure": "x",
    "tables": ["x"],
    "unit": "%",
    "minimum": 3,
    "why": "x",
    "supports": {"above": 10},
    "against": {"below": 5},
    "kind": "smoking gun",
    "kind_why": "x",
    "block": "a",
}
LATER = {key: TEST[key] for key in ("name", "measure", "tables", "unit", "minimum", "why")}
LATER |= {"held": {"above": 10}, "not_held": {"below": 5}, "reading": "plain"}
READING = {"id": "plain", "text": "A matters.", "otherwise": "It does not.", "tests": [TEST]}


def claim(**changed) -> Claim:
    entries = {
        "id": "c",
        "title": "A matters",
        "sentences": ["1.1"],
        "text": "A matters.",
        "kind": "descriptive",
        "about": {"from": 2000, "to": 2018, "why": "x"},
        "readings": [READING | {"plain": True, "plain_why": "x"}],
    }
    return Claim(**entries | changed)


def entries(one: Claim, outcome="supports", later=()) -> dict:
    """A claim's entry, all its tests with one outcome and its later ones with their own."""
    findings = {f"c.{name}": Finding(test, outcome) for name, test in one.tests.items()}
    judged = {name: {"outcome": outcome} for name in findings}
    afterwards = zip(one.later, later, strict=True)
    judged |= {f"c.later.{test.id}": {"outcome": said} for test, said in afterwards}
    return report.claim(one, findings, judged)


def test_the_entry_of_a_test_keeps_value_thresholds_rate_and_ways():
    test = claim().tests["plain.one"]
    value = Measured(12.5, 4, 11, 14, "in the year 1")
    found = report.entry(test, value, "supports", Rate(1, 5, 2), Ways(3, 1, 0))
    assert found == {
        "value": 12.5,
        "n": 4,
        "low": 11,
        "high": 14,
        "note": "in the year 1",
        "outcome": "supports",
        "unit": "%",
        "name": "Share of A in B",
        "supports": "above 10",
        "against": "below 5",
        "minimum": 3,
        "kind": "smoking gun",
        "rate": {"passes": 1, "fails": 5, "silent": 2, "value": 0.25},
        "ways": {"supports": 3, "silent": 1, "against": 0, "total": 4, "power": 0.75},
    }
    json.dumps(found)


def test_the_entry_of_a_later_test_has_its_own_limits_and_no_kind():
    [later] = claim(later=[LATER | {"id": "after"}]).later
    found = report.entry(later, Measured(None, 0), "no data", None, None)
    assert (found["supports"], found["against"], found["kind"]) == ("above 10", "below 5", "later")
    assert (found["value"], found["rate"], found["ways"]) == (None, None, None)


def test_the_verdict_of_a_claim_is_that_of_its_plain_reading():
    other = READING | {"id": "other", "tests": [TEST | {"kind": "straw in the wind"}]}
    found = entries(claim(readings=[other, *claim().model_dump()["readings"]]))
    assert [one["word"] for one in found["readings"]] == ["undecided", "supported"]
    assert found["verdict"] == "supported"
    [test] = found["readings"][1]["tests"]
    assert (test["id"], test["outcome"], test["weight"]) == ("one", "supports", 10)
    assert found["readings"][1]["hangs_on"] == "one"
    assert (found["since_then"], found["later"]) == (None, [])


def test_a_claim_or_a_reading_without_tests_is_interpretive():
    alone = claim(readings=[], why_untested="No record.")
    assert entries(alone)["verdict"] == "interpretive"
    plain = {"plain": True, "plain_why": "x", "tests": [], "why_untested": "No record."}
    assert entries(claim(readings=[READING | plain]))["verdict"] == "interpretive"


def test_a_forecast_on_which_nothing_speaks_is_open():
    assert entries(claim(kind="predictive"), "too few")["verdict"] == "open"
    assert entries(claim(), "too few")["verdict"] == "no evidence"


@pytest.mark.parametrize(
    ("said", "since"),
    [
        (["supports", "between"], "held"),
        (["against", "against"], "did not hold"),
        (["supports", "against"], "open"),
        (["between", "no data"], "open"),
    ],
)
def test_since_then_needs_all_tests_that_speak_to_agree(said, since):
    later = [LATER | {"id": f"t{place}"} for place in range(2)]
    found = entries(claim(later=later), later=said)
    assert found["since_then"] == since
    assert [one["outcome"] for one in found["later"]] == said
    assert found["readings"][0]["since_then"] == since


def test_what_came_later_of_another_reading_says_nothing_of_the_plain_one():
    wide = READING | {"id": "wide", "tests": []}
    readings = [READING | {"plain": True, "plain_why": "x"}, wide]
    later = [LATER | {"id": "after", "reading": "wide"}]
    found = entries(claim(readings=readings, later=later), later=["against"])
    assert found["since_then"] is None
    assert [one["since_then"] for one in found["readings"]] == [None, "did not hold"]


def test_rows_name_reading_test_and_outcome():
    test = {"id": "one", "outcome": "supports", "value": 4.24, "unit": "%", "n": 5}
    assert report.rows({"readings": [{"id": "plain", "tests": [test]}]}) == [
        ("plain", "one", "supports: 4.24 % (n = 5)")
    ]
    empty = test | {"outcome": "no data", "value": None, "n": 0}
    assert report.rows({"readings": [{"id": "plain", "tests": [empty]}]})[0][2] == "no data"


def test_links_lead_to_boxes_and_where_there_is_none_to_the_register(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path)
    (tmp_path / "01-one.md").write_text("```{claim} a\n```\n", encoding="utf-8")
    claims = {
        "a": claim(id="a", chapter="01-one"),
        "b": claim(id="b", chapter="02-none"),
        "c": claim(id="c", chapter="01-one"),
        "d": claim(),
    }
    assert report.links(claims) == {
        "a": "01-one.html#claim-a",
        "b": "back/register.html#register-b",
        "c": "back/register.html#register-c",
        "d": "back/register.html#register-d",
    }


def test_a_chapter_without_a_role_asks_nothing_elsewhere_by_that_alone():
    labels = {"IRN": "Iran", "RUS": "Russia", "TUR": "Turkey"}
    assert report.elsewhere({"focal": "IRN", "partner": "RUS"}, labels) == ""
    assert "elsewhere: Turkey for Iran." in report.elsewhere({"focal": "TUR"}, labels)


def test_the_source_line_names_each_publisher_once_and_what_is_drawn_last():
    fund = "Source: International Monetary Fund"
    line = report.source_line(["trade", "trade_world"], "2018-08-31")
    assert line == f"{fund} (tables trade, trade_world); data to 31 August 2018."
    line = report.source_line(["trade", "arms_transfers", "trade_world"])
    assert line.startswith(f"{fund} and Stockholm")
    assert line.count("International Monetary Fund") == 1
    many = report.source_line(["trade", "arms_transfers", "brent_annual"])
    assert many.startswith(f"{fund} and 2 others (tables trade, ")
    assert report.source_line(["trade"], "2017").endswith("(table trade); data to 2017.")
    assert report.source_line(["trade"]).endswith("(table trade).")
    assert "register of claims" in report.source_line([])


@pytest.mark.parametrize(
    ("data", "reached"),
    [
        ({"year": [2015, 2021]}, "2018"),
        ({"year": [2015.0, 2016.0]}, "2016"),
        ({"start": [1999], "end": [2012]}, "2012"),
        ({"date": ["2018-03-01", "2018-11-05"]}, "2018-08-31"),
        ({"date": pd.to_datetime(["2018-03-01"])}, "2018-03-01"),
        ({"frame": [2001, 2017]}, "2017"),
        ({"year": [None]}, ""),
        ({"state": ["IRN"]}, ""),
    ],
)
def test_the_reach_of_a_figure_is_its_last_time_and_never_beyond_the_cut_off(data, reached):
    assert report.reach(pd.DataFrame(data), "2018-08-31") == reached
