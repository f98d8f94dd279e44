"""Figures of the oil market: shares of one state, and the price with the producers' decisions.

Public names: :func:`slices`, :func:`meetings`, :data:`LAST`.

Both return the keywords of :meth:`.Chapter.figure`. Titles hold under any parameters.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from eastward.figures import charts, spans, theme
from eastward.measures import documents, markets
from eastward.studies.barrels import Barrels
from eastward.studies.ledger import FIRST

SLICES = {"output": "oil_production", "exports": "oil_exports"}  # what is drawn, and its table
LAST = "2019-12-31"  # where the price ends at the latest
SPAN = 5  # years before the last that the price is drawn
PRICE = "price, monthly mean"
SIDES = {  # kind of decision: its colour and shape
    "same side": (theme.INK, "circle"),
    "opposite sides": ("white", "triangle-down"),
    "sides unclear": (theme.GREY, "square"),
}


def slices(
    oil: Barrels, labels: dict[str, str], tested: Iterable[int], marks: dict[str, str]
) -> dict[str, Any]:
    """Shares of one state in world output and exports of crude, to the same last year.

    Parameters
    ----------
    oil : Barrels
        Of the state.
    labels : dict
        State to label.
    tested : iterable of int
        Years that the claim speaks of.
    marks : dict
        Label to ISO date of the vertical rules.
    """
    focal = charts.in_prose(labels[oil.focal])
    series = {"output": oil.own(oil.slices["crude"]), "exports": oil.own(oil.sold_share)}
    series = {name: one.loc[FIRST:].dropna() for name, one in series.items()}
    series = {name: one for name, one in series.items() if len(one)}
    data = charts.long(series)
    if data.empty:
        return spans.nothing(data, *SLICES.values())
    last = min(int(one.index.max()) for one in series.values())
    data = data[data["year"] <= last]
    names = {name: name for name in series}
    like = dict.fromkeys(series, oil.focal)  # the dash tells output from exports
    measure = f"share of {focal} in the world's crude oil, %"
    chart = charts.lines(data, measure, names, spans.by_year(marks), like)
    inside = [year for year in tested if data["year"].min() <= year <= last]
    return {
        "title": f"{focal}'s share {_moved(series, inside)}"
        if len(inside) > 1
        else f"{focal} had {_had(series, last)} in {last}",
        "alt": f"Lines of {focal}'s share of world crude {' and '.join(series)} by year, "
        f"{data['year'].min()} to {last}.",
        "chart": spans.tinted(chart, tested, data["year"]),
        "data": data,
        "sources": [SLICES[name] for name in series],
    }


def meetings(daily: pd.DataFrame, decisions: pd.DataFrame, marks: dict[str, str]) -> dict[str, Any]:
    """The price of oil by month in the six years to 2019 or the last, with producers' decisions.

    Parameters
    ----------
    daily : DataFrame
        Columns date, usd_per_barrel.
    decisions : DataFrame
        Documents with date, shows, tags.
    marks : dict
        Label to ISO date of the vertical rules.

    Returns
    -------
    dict
        As the others; a decision stands in the data on its own day, at the mean of its month.
    """
    end = min(daily["date"].max(), pd.Timestamp(LAST))
    start = pd.Timestamp(f"{end.year - SPAN}-01-01") if len(daily) else end
    monthly = markets.monthly(daily[daily["date"].between(start, end)])
    if monthly.empty:
        return spans.nothing(monthly, "brent_daily")
    points = markets.on_curve(_sided(decisions), monthly)
    chart = charts.timeline(monthly, points, "Brent, US$ a barrel, monthly mean", SIDES, marks)
    if len(points):
        chart.layer[-1].mark.stroke = theme.INK
    said = "; ".join(
        f"{day:%B %Y} {kind}" for day, kind in zip(points["date"], points["kind"], strict=True)
    )
    together, apart = (int((points["kind"] == one).sum()) for one in list(SIDES)[:2])
    data = pd.concat([monthly.assign(kind=PRICE, title=None, name=None), points], ignore_index=True)
    return {
        "title": f"At {together} of {together + apart} decisions the two stood on one side"
        if together + apart
        else "The price of oil; no decision of the two is on record here",
        "alt": "Line of the monthly price of Brent crude with the producers' meetings: "
        f"{said or 'none'}.",
        "chart": chart,
        "data": data.assign(date=data["date"].dt.date).sort_values("date", ignore_index=True),
        "sources": ["brent_daily", *(["documents"] if len(points) else [])],
        "last": f"{end:%Y-%m}",
    }


def _sided(decisions: pd.DataFrame) -> pd.DataFrame:
    """Decisions with date, title, and kind: where the two stood."""
    side = pd.Series("sides unclear", index=decisions.index)
    for tag, kind in (("together", "same side"), ("apart", "opposite sides")):
        side = side.mask(documents.has(decisions, tag), kind)
    named = decisions.assign(kind=side, title=decisions["shows"])[["date", "title", "kind"]]
    return named.assign(name=named["date"].dt.strftime("%b %Y"))


def _moved(series: dict[str, pd.Series], years: list[int]) -> str:
    """Which shares rose and which fell over some years."""
    ways: dict[str, list[str]] = {}
    for name, one in series.items():
        way = "rose" if one[years[-1]] > one[years[0]] else "fell"
        ways.setdefault(way, []).append(f"of {name}")
    moved = " and ".join(f"{' and '.join(whose)} {way}" for way, whose in ways.items())
    return f"{moved} from {years[0]} to {years[-1]}"


def _had(series: dict[str, pd.Series], year: int) -> str:
    return ", ".join(f"{one[year]:.1f} % of {name}" for name, one in series.items())
