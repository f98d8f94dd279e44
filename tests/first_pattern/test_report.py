"""How a chapter of the first pattern reports. The claim is not the article's."""

import pandas as pd
import pytest

from eastward.claims.first_pattern import Test, Threshold
from eastward.claims.models import Claim
from eastward.first_pattern import report

TEST = Test(
    id="one",
    measure="share of A in B",
    tables=("x",),
    unit="%",
    implies="",
    why="",
    supports=Threshold("at_least", 10),
    against=Threshold("below", 5),
)
CLAIM = Claim(
    id="c",
    title="A matters",
    sentences=("1.1",),
    text="A matters to B.",
    kind="descriptive",
    about={"from": 2000, "to": 2018, "why": "x"},
    why_untested="No record.",
    first_pattern=(TEST,),
)
OUTCOMES = {"one": TEST.judge(1234.56, 3, "in the year 1")}
GRID = pd.DataFrame(
    {
        "window": [1, 2, 3, 4],
        "statistic": [1.0, 12, 13, 14],
        "outcome": ["against", "supports", "supports", "supports"],
    }
)


def test_the_table_of_tests():
    shown = report.tests(CLAIM, OUTCOMES, GRID)
    row = "| Share of A in B, % (in the year 1) | 1,234.6 | ✔ supports | ≥ 10 | < 5 | 3 |"
    assert row in shown.replace("\N{NO-BREAK SPACE}", " ")
    assert "**Verdict: supported.** 75% of 4 specifications" in shown


def test_a_test_without_data_says_so():
    shown = report.tests(CLAIM, {"one": TEST.judge(None, 0)}, None)
    assert "| no\N{NO-BREAK SPACE}data | ○\N{NO-BREAK SPACE}silent |" in shown
    assert "specifications" not in shown


def test_a_claim_without_tests_says_why():
    untestable = CLAIM.model_copy(update={"first_pattern": ()})
    assert report.tests(untestable, {}, None) == "**Verdict: untested.** No record."
    split = untestable.model_copy(update={"why_untested": ""})
    assert "declared with the chapter's next version" in report.tests(split, {}, None)


def test_curves_keep_order_and_thresholds():
    curves = report.curves({"c": CLAIM}, {"c": OUTCOMES}, {"c": GRID})
    assert curves["place"].tolist() == [1, 2, 3, 4]
    assert curves["specification"].iloc[0] == "window: 1"
    assert set(curves["claim"]) == {"A matters (%)"}
    assert curves[["headline", "supports", "against"]].iloc[0].tolist() == [1234.56, 10, 5]
    none = report.curves({"c": CLAIM}, {"c": OUTCOMES}, {})
    assert none.empty and list(none) == list(curves)


def test_the_record_carries_what_was_declared():
    [entry] = report.record(CLAIM, OUTCOMES, GRID)["tests"]
    assert entry == {
        "id": "one",
        "statistic": pytest.approx(1234.56),
        "n": 3,
        "outcome": "supports",
        "note": "in the year 1",
        "unit": "%",
        "supports": "≥ 10",
        "against": "< 5",
    }
