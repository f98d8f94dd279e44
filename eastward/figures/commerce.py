"""Figures of goods trade: each takes measured panels and gives a figure's parts.

Public names: :func:`records`, :func:`record`, :func:`ranked`, :func:`sizes`,
:func:`ties`.

Every function that draws returns the keywords of :meth:`.Chapter.figure`: title, alt, chart, data,
sources (the tables of what is drawn) and, where the web's chart needs a hand, print_chart.
Titles hold under any parameters.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from eastward.figures import bars, charts, network, spans, theme
from eastward.measures import bilateral
from eastward.measures import trade as measures
from eastward.networks import change, flows, layout
from eastward.studies.ledger import EUROPE, FIRST, Ledger

NEIGHBOURS = ["ARE", "IND", "TUR"]  # drawn beside the powers
FAR = 2 / 3  # of the highest year: what lies below is far below it
TENTH = 10  # per cent of all trade, from which the test calls a partner crucial
LARGEST = 12  # partners that are drawn, beside the one in question
PANELS = (1995, 2005, 2017)  # years in print, beside the last


class Record(NamedTuple):
    """How one record of trade is named, and where it comes from."""

    label: str
    """At the end of its line."""
    said: str
    """In a title, after *by*."""
    table: str


RECORDS = {
    "imf": Record("IMF", "the IMF's record", "trade"),
    "late": Record("IMF, 2024", "its later record", "trade_russia"),
    "cow": Record("COW", "importers' reports", "trade_cow"),
    "press": Record("published", "officials' totals", "trade_reported"),
}


def records(ledger: Ledger, cow: pd.DataFrame, reported: pd.DataFrame) -> dict[str, pd.Series]:
    """Trade of the two states in all records that there are, by year.

    Parameters
    ----------
    ledger : Ledger
        The IMF's two vintages.
    cow : DataFrame
        Table ``trade_cow``.
    reported : DataFrame
        Table ``trade_reported``; only totals of full years are taken.

    Returns
    -------
    dict
        imf, late, cow and press to million current US$ by year; some may be empty.
    """
    focal, partner = ledger.focal, ledger.partner
    pair = (reported["focal"] == focal) & (reported["partner"] == partner)
    printed = reported[pair & (reported["flow"] == "total") & (reported["months"] == 12)]
    return {
        "imf": ledger.series("2021"),
        "late": ledger.series("2024"),
        "cow": measures.importers_view(cow, focal, partner)["total"],
        "press": printed.set_index("year")["value"],
    }


def record(
    series: dict[str, pd.Series],
    ledger: Ledger,
    labels: dict[str, str],
    tested: Iterable[int],
    marks: dict[str, str],
) -> dict[str, Any]:
    """Trade of two states in several records, with the tested years tinted.

    Parameters
    ----------
    series : dict
        As :func:`records` gives them; the first is the main one.
    labels : dict
        State to label.
    tested : iterable of int
        Years that the claim speaks of.
    marks : dict
        Label to ISO date of the vertical rules.
    """
    focal, partner = (charts.in_prose(labels[one]) for one in (ledger.focal, ledger.partner))
    series = {name: one.loc[FIRST:].dropna() for name, one in series.items()}
    main, *others = series
    data = charts.long(series)
    if series[main].empty:
        return spans.nothing(data, RECORDS[main].table)
    peak, last = int(series[main].idxmax()), int(series[main].index.max())
    highest = series[main][peak]
    beyond = {
        int(year): name
        for name in others
        for year in series[name].index[series[name] > highest]
        if year > peak
    }
    title = f"Trade with {partner} peaked in {peak} by {RECORDS[main].said}"
    if beyond:
        title += f"; by {RECORDS[beyond[max(beyond)]].said} it was higher in {max(beyond)}"
    elif series[main][last] < FAR * highest:
        title += f" and was far below that in {last}"
    drawn = [name for name, one in series.items() if len(one)]
    measure = f"goods trade of {focal} with {partner}, both directions, million current US$"
    names = {name: RECORDS[name].label for name in drawn}
    chart = charts.lines(data, measure, names, spans.by_year(marks), dict.fromkeys(drawn, "OTHER"))
    return {
        "title": title,
        "alt": f"Lines of goods trade between {focal} and {partner} by year in "
        f"{len(drawn)} records, {data['year'].min()} to {data['year'].max()}; "
        f"in the first the highest year is {peak}.",
        "chart": spans.tinted(chart, tested, data["year"]),
        "data": data,
        "sources": [RECORDS[name].table for name in drawn],
    }


def ranked(
    ledger: Ledger, labels: dict[str, str], tested: Iterable[int], marks: dict[str, str]
) -> dict[str, Any]:
    """Trade of one state with its main partners in dollars, by year."""
    drawn = dict.fromkeys([EUROPE, ledger.alternative, *NEIGHBOURS, ledger.partner])
    codes = {code: labels[code] for code in drawn if code != ledger.focal}
    focal, panel = charts.in_prose(labels[ledger.focal]), ledger.own
    data = charts.long(
        {code: panel[code].loc[FIRST:].dropna() / 1000 for code in codes if code in panel}
    )
    if data.empty:
        return spans.nothing(data, "trade")
    last = int(data["year"].max())
    at_end = data[data["year"] == last].sort_values("value", ascending=False)
    order = [codes[code] for code in at_end["series"]]
    measure = "two-way goods trade, thousand million current US$"
    chart = charts.lines(data, measure, codes, spans.by_year(marks))
    return {
        "title": f"Of {focal}'s partners drawn here, {order[0]} came first in {last} and "
        f"{order[-1]} last",
        "alt": f"Lines of {focal}'s goods trade with {', '.join(codes.values())} in dollars by "
        f"year, {data['year'].min()} to {last}; in {last} the order is {', '.join(order)}.",
        "chart": spans.tinted(chart, tested, data["year"]),
        "data": data,
        "sources": ["trade", *(["groups"] if EUROPE in set(data["series"]) else [])],
    }


def sizes(ledger: Ledger, labels: dict[str, str]) -> dict[str, Any]:
    """The largest partners' parts in one state's trade, in the article's year or before."""
    whole = bilateral.whole(ledger.trade, ledger.world).get(ledger.focal, pd.Series(dtype=float))
    shares = 100 * ledger.own.div(whole, axis=0).loc[: ledger.year].dropna(how="all")
    if shares.get(ledger.partner) is None or shares.empty:
        return spans.nothing(ledger.trade.head(0), "trade")
    year = int(shares.index[-1])
    shares = shares.iloc[-1].dropna().sort_values(ascending=False)
    if ledger.partner not in shares:
        return spans.nothing(ledger.trade.head(0), "trade")
    place = shares.index.get_loc(ledger.partner) + 1
    drawn = shares[(shares.index == ledger.partner) | (shares.rank(ascending=False) <= LARGEST)]
    focal, partner = (charts.in_prose(labels[one]) for one in (ledger.focal, ledger.partner))
    data = pd.DataFrame({"state": drawn.index, "value": drawn.to_numpy()})
    data = data.assign(kind=data["state"], name=data["state"].map(labels))
    kinds = {one: (labels[one], theme.colour(one)) for one in drawn.index}
    said = "; ".join(f"{labels[one]} {value:.1f}" for one, value in drawn.items())
    return {
        "title": f"With {shares[ledger.partner]:.1f} % of {focal}'s trade {partner} had place "
        f"{place} in {year}",
        "subtitle": f"Share of {focal}'s goods trade, both directions, % of {year}",
        "alt": f"Bars of the shares of {focal}'s trade by partner in per cent: {said}.",
        "chart": bars.across(data, "%", kinds, {"a tenth": TENTH}, legend=False),
        "data": data[["state", "name", "value"]],
        "sources": ["trade", "trade_world", *(["groups"] if EUROPE in drawn else [])],
        "last": year,
    }


def ties(ledger: Ledger, region: list[str], labels: dict[str, str]) -> dict[str, Any]:
    """Network of trade in a region and with the powers: each state's strongest line, one's all."""
    focal, trade = ledger.focal, ledger.joined
    powers = [ledger.rival, EUROPE, ledger.partner, ledger.alternative, "IND", "JPN"]
    powers = [one for one in dict.fromkeys(powers) if one != focal]
    nodes = list(dict.fromkeys([focal, *powers, *region]))
    others = [state for state in region if state not in powers]
    own = trade[(trade["reporter"] == focal) | (trade["partner"] == focal)]
    years = range(max(1992, int(own["year"].min())), int(own["year"].max()) + 1)
    graphs = [
        flows.backbone(flows.trade(trade, nodes, year), keep=1, centre=focal) for year in years
    ]
    edges, place = change.edges(graphs), layout.wheel(focal, powers, others)
    last = years[-1]
    lines = edges[(edges["year"] == last) & edges[["source", "target"]].eq(focal).any(axis=1)]
    if lines.empty:
        return spans.nothing(edges, "trade")
    dealt = lines.set_index(lines["source"].where(lines["source"] != focal, lines["target"]))
    dealt = dealt["weight"].sort_values(ascending=False)
    strongest, more = labels[dealt.index[0]], (dealt > dealt.get(ledger.partner, 0)).sum()
    panels = list(dict.fromkeys(year for year in (*PANELS, last) if year in years))
    return {
        "title": f"Of the partners drawn, {more or 'none'} traded more with {labels[focal]} than "
        f"{labels[ledger.partner]} did in {last}",
        "subtitle": f"Goods trade, million current US$, {years[0]}–{last}",
        "alt": f"Network of goods trade with {labels[focal]} in the middle, powers above, states "
        f"of the region below; in {last} its thickest line leads to {strongest}.",
        "chart": network.by_year(edges, place, labels, focal),
        "print_chart": network.small_multiples(edges, place, labels, focal, panels),
        "data": edges,
        "sources": ["trade", "groups"],
    }
