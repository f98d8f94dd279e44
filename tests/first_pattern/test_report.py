"""How a chapter reports. The claim is not the article's."""

import pandas as pd
import pytest

from eastward import claims, edition, networks, report

TEST = claims.Test(
    id="one",
    measure="share of A in B",
    tables=("x",),
    unit="%",
    implies="",
    why="",
    supports=claims.Threshold("at_least", 10),
    against=claims.Threshold("below", 5),
)
CLAIM = claims.Claim(
    id="c", title="A matters", sentences=("1.1",), text="", kind="descriptive", tests={"one": TEST}
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
    untestable = claims.Claim(
        id="c",
        title="",
        sentences=("1.1",),
        text="",
        kind="interpretive",
        why_untested="No record.",
    )
    assert report.tests(untestable, {}, None) == "**Verdict: untested.** No record."


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


def test_the_scorecard_has_a_row_for_each_tested_claim_and_a_column_for_each_edition():
    registry = claims.registry()
    shown = report.scorecard(registry).data.splitlines()
    assert len(shown) == 2 + sum(claim.chapter is not None for claim in registry.values())
    assert all(edition.load(name).title in shown[0] for name in edition.names())


def test_the_argument_table_has_every_edge_and_every_claim():
    graph = networks.argument_map(claims.registry())
    table = report.argument(graph, {})
    assert (table["parent"] != "").sum() == graph.number_of_edges()
    assert set(table["claim"]) == {title for _, title in graph.nodes(data="title")}


def test_a_chapter_without_a_role_asks_nothing_elsewhere_by_that_alone():
    labels = {"IRN": "Iran", "RUS": "Russia", "TUR": "Turkey"}
    assert report.elsewhere({"focal": "IRN", "partner": "RUS"}, labels) == ""
    assert "elsewhere: Turkey for Iran." in report.elsewhere({"focal": "TUR"}, labels)
