"""The economic chapter's figures: titles, labels, colours, rules, and what can be downloaded.

The small tables are not real; the last part draws the real ones.
"""

import json
from functools import cache, partial
from types import SimpleNamespace

import pandas as pd
import pytest
import vl_convert

from eastward import tables
from eastward.figures import commerce, firms, oil, spans, theme
from eastward.studies.barrels import Barrels
from eastward.studies.ledger import Ledger
from eastward.studies.papers import Papers

FOUND = pd.DataFrame(
    [
        ("A", "2018-05-10", "exit;WEST", "leaves at once"),
        ("B", "2018-06-01", "stay;CHN", "stays"),
        ("B", "2018-11-01", "exit;CHN", "leaves after all"),
        ("C", "2018-06-15", "entry;WEST", "comes"),
        ("D", "2018-06-20", "exit;RUS", "leaves"),
        ("Count", "2018-07-01", "exit;count", "not one firm"),
    ],
    columns=["issuer", "end_date", "tags", "shows"],
).assign(end_date=lambda frame: pd.to_datetime(frame["end_date"]))
DAILY = pd.DataFrame({"date": pd.date_range("2018-01-01", "2018-12-31"), "usd_per_barrel": 70.0})
LABELS = {"IRN": "Iran", "RUS": "Russia", "CHN": "China", "EUR": "Europe", "USA": "USA"}
LABELS |= {"ARE": "Emirates", "IND": "India", "TUR": "Turkey"}


def encodings(chart, channel):
    """Domain to range of every scale of a channel, as the chart declares it."""
    found, waiting = {}, [chart.to_dict()]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            scale = (part.get("encoding") or {}).get(channel, {}).get("scale") or {}
            if "range" in scale:
                found |= dict(zip(scale["domain"], scale["range"], strict=True))
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return found


def ends(chart):
    """Label at the end of each line, by series."""
    return {
        row["series"]: row["label"]
        for rows in chart.to_dict()["datasets"].values()
        for row in rows
        if "place" in row
    }


# --- rules and tints


def test_the_article_s_event_has_its_name_and_any_other_its_day():
    assert spans.shock_label("2018-05-08", "IRN") == "US leaves the deal"
    assert spans.shock_label("2018-05-08", "TUR") == "8 May 2018"
    assert spans.shock_label("2020-01-01", "IRN") == "1 January 2020"


def test_a_rule_beyond_the_data_is_left_out():
    label = "US leaves the deal"
    assert spans.marks("2026-08-31", "2018-05-08", "IRN") == {label: "2018-05-08"}
    assert spans.marks("2012-12-31", "2018-05-08", "IRN") == {"cut-off": "2012-12-31"}
    assert set(spans.marks("2019-06-30", "2018-05-08", "IRN", oil.LAST)) == {"cut-off", label}
    assert spans.marks("2026-08-31", "2020-02-01", "IRN", oil.LAST) == {}


def test_the_tint_covers_the_tested_years_that_are_drawn():
    ledger = SimpleNamespace(focal="IRN", partner="RUS")
    series = {"imf": pd.Series(range(1, 10), range(2010, 2019))}
    for tested, band in (([2015, 2016, 2017], (2015, 2017)), ([2014], (2013.6, 2014.4))):
        chart = commerce.record(series, ledger, LABELS, tested, {})["chart"].to_dict()
        drawn = [rows for rows in chart["datasets"].values() if "end" in rows[0]]
        assert [(one["year"], one["end"]) for [one] in drawn] == [band]


# --- firms


def test_firms_have_a_row_each_and_the_title_counts_western_ones():
    parts = firms.announced(FOUND, {"US leaves the deal": "2018-05-08"})
    assert parts["title"].startswith("1 of 2 Western firms on record")
    assert parts["data"]["firm"].tolist() == ["A", "B", "C", "D", "B"]
    assert parts["sources"] == ["documents"]
    svg = vl_convert.vegalite_to_svg(parts["chart"].to_dict() | {"width": 600})
    assert ">A<" in svg and ">B<" in svg and "others" not in svg


def test_colours_of_firms_are_those_of_their_states_and_shapes_say_what_they_do():
    chart = firms.announced(FOUND, {})["chart"]
    assert encodings(chart, "color") == {
        "Western firms": theme.colour("EUR"),
        "Chinese firms": theme.colour("CHN"),
        "Russian firms": theme.colour("RUS"),
    }
    assert encodings(chart, "shape") == {
        "leaves": "triangle-down",
        "stays": "circle",
        "comes or takes on more": "cross",
    }


def test_a_rule_near_the_left_edge_has_its_label_on_the_right():
    for day, align in (("2018-05-08", "left"), ("2018-12-01", "right")):
        chart = firms.announced(FOUND, {"mark": day})["chart"].to_dict()
        [mark] = [one["mark"] for one in chart["layer"] if "baseline" in str(one["mark"])
                  and one["encoding"].get("text", {}).get("field") == "mark"]  # fmt: skip
        assert mark["align"] == align


def test_without_data_there_is_an_empty_frame_and_a_chart_that_says_so():
    for parts in (
        firms.announced(FOUND.head(0), {}),
        oil.meetings(DAILY.head(0), FOUND.head(0), {}),
    ):
        assert parts["data"].empty
        assert parts["sources"]
        assert "No data" in str(parts["chart"].to_dict())


# --- the price of oil


def decided(*rows):
    days, tags = zip(*rows, strict=True)
    shows = [f"decision {place}" for place in range(len(rows))]
    return pd.DataFrame({"date": pd.to_datetime(days), "shows": shows, "tags": tags})


def test_the_price_figure_counts_the_sides_and_marks_the_unclear_one():
    decisions = decided(
        ("2018-03-01", "together"), ("2018-06-23", "apart"), ("2018-09-01", "unclear")
    )
    parts = oil.meetings(DAILY, decisions, {})
    assert parts["title"] == "At 1 of 2 decisions the two stood on one side"
    assert "June 2018 opposite sides" in parts["alt"]
    assert "September 2018 sides unclear" in parts["alt"]
    assert encodings(parts["chart"], "shape") == {
        "same side": "circle",
        "opposite sides": "triangle-down",
        "sides unclear": "square",
    }
    assert parts["sources"] == ["brent_daily", "documents"]
    assert parts["last"] == "2018-12"


def test_without_decisions_the_price_stands_alone():
    parts = oil.meetings(DAILY, decided(("2018-03-01", "together")).head(0), {})
    assert parts["title"] == "The price of oil; no decision of the two is on record here"
    assert "same side" not in json.dumps(parts["chart"].to_dict())
    assert parts["sources"] == ["brent_daily"]


def test_two_decisions_in_a_month_have_their_own_days_and_the_month_is_not_doubled():
    decisions = decided(("2018-06-05", "together"), ("2018-06-23", "apart"))
    data = oil.meetings(DAILY, decisions, {})["data"]
    june = data[data["date"].astype(str).str.startswith("2018-06")]
    assert june["date"].astype(str).tolist() == ["2018-06-01", "2018-06-05", "2018-06-23"]
    assert june["kind"].tolist() == [oil.PRICE, "same side", "opposite sides"]


# --- lines


def test_partners_are_named_by_their_place_in_the_last_year():
    trade = {"EUR": [9e3, 3e3], "CHN": [1e3, 8e3], "RUS": [2e3, 1e3]}
    own = pd.DataFrame(trade, index=[2000, 2001])
    ledger = SimpleNamespace(focal="IRN", alternative="CHN", partner="RUS", own=own)
    parts = commerce.ranked(ledger, LABELS, [2001], {})
    assert (
        parts["title"] == "Of Iran's partners drawn here, China came first in 2001 and Russia last"
    )
    assert parts["sources"] == ["trade", "groups"]
    assert ends(parts["chart"]) == {code: LABELS[code] for code in trade}
    assert encodings(parts["chart"], "color").items() >= {
        (code, theme.colour(code)) for code in trade
    }
    assert "thousand million" in parts["chart"].usermeta["measure"]
    assert parts["data"]["value"].max() == 9  # thousand million dollars
    own = own.drop(columns="EUR")
    ledger = SimpleNamespace(focal="IRN", alternative="CHN", partner="RUS", own=own)
    assert commerce.ranked(ledger, LABELS, [2001], {})["sources"] == ["trade"]


def barrels(output, sold, focal="IRN"):
    """A stand-in with two series from 2015 on."""
    output, sold = (
        pd.Series(one, range(2015, 2015 + len(one)), dtype=float) for one in (output, sold)
    )
    return SimpleNamespace(
        focal=focal, slices={"crude": output}, sold_share=sold, own=lambda series: series
    )


@pytest.mark.parametrize(
    ("sold", "title"),
    [
        ([7, 5, 6], "Iran's share of output rose and of exports fell from 2015 to 2017"),
        ([3, 4, 5], "Iran's share of output and of exports rose from 2015 to 2017"),
        ([], "Iran's share of output rose from 2015 to 2017"),
    ],
)
def test_a_slice_that_rises_is_said_to_rise_and_one_that_falls_to_fall(sold, title):
    parts = oil.slices(barrels([3, 4, 5], sold), LABELS, range(2015, 2018), {})
    assert parts["title"] == title
    assert parts["sources"] == ["oil_production", "oil_exports"][: 2 if sold else 1]


@pytest.mark.parametrize("focal", ["IRN", "RUS", "TUR"])
def test_both_slices_have_the_state_s_colour_and_a_dash_tells_them_apart(focal):
    chart = oil.slices(barrels([3, 4, 5], [7, 5, 6], focal), LABELS, [], {})["chart"]
    assert encodings(chart, "color") == dict.fromkeys(["output", "exports"], theme.colour(focal))
    dashes = encodings(chart, "strokeDash")
    assert dashes["output"] != dashes["exports"]
    assert ends(chart) == {"output": "output", "exports": "exports"}
    assert f"share of {LABELS[focal]}" in chart.usermeta["measure"]


@pytest.mark.parametrize(
    ("series", "title"),
    [
        ({"imf": {2005: 9.0, 2006: 3.0}}, " and was far below that in 2006"),
        ({"imf": {2005: 9.0, 2006: 8.0}}, ""),
        (
            {"imf": {2005: 9.0, 2006: 3.0}, "press": {2007: 10.0}},
            "; by officials' totals it was higher in 2007",
        ),
        (
            {"imf": {2005: 9.0, 2006: 8.0}, "late": {2006: 9.5}, "cow": {2007: 9.1}},
            "; by importers' reports it was higher in 2007",
        ),
    ],
)
def test_no_title_denies_what_is_drawn(series, title):
    ledger = SimpleNamespace(focal="IRN", partner="RUS")
    records = {name: pd.Series(one) for name, one in series.items()}
    parts = commerce.record(records, ledger, LABELS, [2005], {})
    assert parts["title"] == f"Trade with Russia peaked in 2005 by the IMF's record{title}"
    assert parts["sources"] == [commerce.RECORDS[name].table for name in series]
    said = {"imf": "IMF", "late": "IMF, 2024", "cow": "COW", "press": "published"}
    assert ends(parts["chart"]) == {name: said[name] for name in series}
    assert "Iran with Russia, both directions, million" in parts["chart"].usermeta["measure"]


# --- the real tables

load = cache(tables.load)


@cache
def drawn(focal="IRN", partner="RUS", cutoff="2026-08-31"):
    """Parts of every figure of the chapter, by name."""
    read = partial(load, cutoff=cutoff)
    others = [one for one in ("RUS", "CHN", "USA", "IND") if one not in (focal, partner)]
    ledger = Ledger.of(read, focal, partner, others[0] if partner == "CHN" else "CHN", "USA", 2018)
    label = dict(zip(load("states")["iso3"], load("states")["label"], strict=True))
    label |= {"EUR": "Europe"}
    papers = Papers(read("documents"), focal, partner, 2018)
    marks = spans.marks(cutoff, "2018-05-08", focal)
    found = commerce.records(ledger, read("trade_cow"), read("trade_reported"))
    region = ["IRN", "TUR", "SAU", "ARE", "IRQ"]
    return {
        "fig-trade": commerce.record(found, ledger, label, range(2015, 2019), marks),
        "fig-sizes": commerce.sizes(ledger, label),
        "fig-network": commerce.ties(ledger, region, label),
        "fig-price": oil.meetings(read("brent_daily"), papers.decisions, marks),
        "fig-oil-share": oil.slices(
            Barrels.of(read, focal, partner, 2018), label, range(2015, 2019), marks
        ),
        "fig-partners": commerce.ranked(ledger, label, [2018], marks),
        "fig-firms": firms.announced(papers.firms(cutoff), marks),
    }


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("fig-trade", ["series", "year", "value"]),
        ("fig-sizes", ["state", "value"]),
        ("fig-price", ["date", "value", "kind"]),
        ("fig-oil-share", ["series", "year", "value"]),
        ("fig-partners", ["series", "year", "value"]),
        ("fig-firms", ["firm", "date", "origin", "kind", "title"]),
    ],
)
def test_what_is_drawn_is_what_can_be_downloaded(name, columns):
    parts = drawn()[name]
    offered = {tuple(map(plain, row)) for row in parts["data"][columns].itertuples(index=False)}
    seen = set()
    for rows in parts["chart"].to_dict()["datasets"].values():
        for row in rows:
            kind = row.get("kind", oil.PRICE if name == "fig-price" else None)
            row = row | {"kind": kind}
            if set(columns) <= set(row) and "place" not in row and "mark" not in row:
                seen.add(tuple(plain(row[one]) for one in columns))
    assert seen == offered


def plain(value):
    """A date as its day, a number as rounded."""
    if isinstance(value, int | float):
        return round(float(value), 6)
    return str(value)[:10] if str(value)[:4].isdigit() else str(value)


def test_the_sources_are_the_tables_of_what_is_drawn():
    found = {name: parts["sources"] for name, parts in drawn().items()}
    assert found == {
        "fig-trade": ["trade", "trade_russia", "trade_cow", "trade_reported"],
        "fig-sizes": ["trade", "trade_world", "groups"],
        "fig-network": ["trade", "groups"],
        "fig-price": ["brent_daily", "documents"],
        "fig-oil-share": ["oil_production", "oil_exports"],
        "fig-partners": ["trade", "groups"],
        "fig-firms": ["documents"],
    }
    china = drawn(partner="CHN")
    assert china["fig-trade"]["sources"] == ["trade", "trade_cow", "trade_reported"]
    assert china["fig-price"]["sources"] == ["brent_daily"]


def test_the_partner_is_among_the_bars_and_its_place_in_the_title():
    for partner in ("RUS", "CHN", "AFG"):
        parts = drawn(partner=partner)["fig-sizes"]
        values = parts["data"].set_index("state")["value"]
        assert values.is_monotonic_decreasing
        place = list(values.index).index(partner) + 1
        assert partner == "AFG" or f"had place {place} in 2018" in parts["title"]
        assert f"With {values[partner]:.1f} % of Iran's trade" in parts["title"]


def test_the_network_has_a_panel_a_few_years_for_print_and_counts_the_larger_partners():
    parts = drawn()["fig-network"]
    last = parts["data"][parts["data"]["year"] == 2020]
    own = last[last[["source", "target"]].eq("IRN").any(axis=1)]
    russia = own[own[["source", "target"]].eq("RUS").any(axis=1)]["weight"].iloc[0]
    more = (own["weight"] > russia).sum()
    assert parts["title"].startswith(f"Of the partners drawn, {more} traded more with Iran")
    panels = parts["print_chart"].to_dict()
    assert [one["title"]["text"] if isinstance(one["title"], dict) else one["title"]
            for one in panels["concat"]] == ["1995", "2005", "2017", "2020"]  # fmt: skip
