"""The scorecard's page in a browser, and the files beside it and beside the argument map."""

import io
import json

import networkx as nx
import pandas as pd
import pytest
from playwright.sync_api import sync_playwright

from eastward import panel, paths, quantities, readings
from eastward.claims import registry

SITE = paths.BUILD / "site" / "chapters"
OWN = "hindsight"

pytestmark = pytest.mark.xdist_group("scorecard")


@pytest.fixture(scope="module")
def frame():
    return readings.frame(registry.claims(), {OWN: registry.verdicts(OWN)}, OWN)


@pytest.fixture
def open_page():
    """Open the page, with or without JavaScript."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")

        def opened(scripts: bool = True):
            context = browser.new_context(java_script_enabled=scripts)
            page = context.new_page()
            page.goto((SITE / "16-scorecard.html").as_uri())
            return page

        yield opened
        browser.close()


def column(page, number: int) -> list[str]:
    cells = page.locator(f"table.scorecard tbody tr:visible td:nth-child({number})")
    return [text.strip() for text in cells.all_inner_texts()]


def test_without_javascript_the_table_stands_whole_and_the_fields_are_hidden(open_page, frame):
    page = open_page(scripts=False)
    assert len(column(page, 1)) == len(frame)
    assert not page.locator(".scorecard-filter").is_visible()


def test_the_fields_filter_by_verdict_words_and_plain_readings(open_page, frame):
    page = open_page()
    page.get_by_label("Verdict").select_option("contradicted")
    assert len(column(page, 1)) == (frame["verdict"] == "contradicted").sum()
    page.get_by_label("Verdict").select_option("")
    page.get_by_label("plain readings only").check()
    assert len(column(page, 1)) == frame["plain"].sum()
    page.get_by_label("Words", exact=True).fill("air base")
    assert all("base" in name.lower() for name in column(page, 1))
    assert f"of {len(frame)} readings" in page.locator(".scorecard-filter output").inner_text()


def test_a_head_sorts_by_odds_and_again_the_other_way(open_page, frame):
    page = open_page()
    head = page.get_by_role("button", name="odds")
    head.click()
    rising = column(page, 4)
    assert rising[0] == quantities.odds(frame["odds"].min())
    assert page.locator("th[aria-sort='ascending']").inner_text().strip().startswith("odds")
    head.click()
    tested = [text for text in column(page, 4) if text != "–"]
    assert tested[0] == quantities.odds(frame["odds"].max())


def test_the_files_hold_what_the_table_shows(frame):
    text = (SITE / "scorecard.csv").read_text(encoding="utf-8")
    assert text.startswith("# Eastward contributors.")
    read = pd.read_csv(io.StringIO(text), comment="#")
    assert list(read["reading"]) == list(frame["reading"])
    told = json.loads((SITE / "scorecard.json").read_text(encoding="utf-8"))
    assert [one["verdict"] for one in told] == list(frame["verdict"])


def test_the_map_s_files_carry_the_edition_s_verdicts():
    said = {name: one["verdict"] for name, one in registry.verdicts(OWN).items()}
    graph = nx.read_graphml(SITE / "argument-map.graphml")
    assert {name: graph.nodes[name]["verdict"] for name in said} == said
    lines = (SITE / "argument-map.argdown").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("[") for line in lines) == len(registry.claims())
    assert panel.verdict("untested") not in said.values()
