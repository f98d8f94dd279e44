"""Figures of the economic chapter: each takes measured panels and gives a figure's parts.

Public names: :func:`marks`, :func:`days`, :func:`records`, :func:`record`, :func:`ranked`,
:func:`ties`, :func:`slices`, :func:`meetings`, :func:`firms`.

Every function returns the keywords of :meth:`.Chapter.figure` but the sources: title, alt, chart,
data and, where the web's chart needs a hand, print_chart. Titles hold under any parameters.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt
import pandas as pd

from eastward.figures import charts, network, theme
from eastward.measures import documents, markets
from eastward.measures import trade as measures
from eastward.networks import change, flows, layout
from eastward.studies.barrels import Barrels
from eastward.studies.ledger import EUROPE, Ledger

ROW = 19  # pixels of a firm's row
RECORDS = {  # label, and the code whose colour it takes
    "imf": ("IMF", "OTHER"),
    "late": ("IMF, 2024", "OTHER"),
    "cow": ("COW", "OTHER"),
    "press": ("published", "OTHER"),
}
NEIGHBOURS = ["ARE", "IND", "TUR"]  # drawn beside the powers
ORIGINS = {
    "WEST": "Western firms",
    "CHN": "Chinese firms",
    "RUS": "Russian firms",
    "OTHER": "others",
}
FAR = 2 / 3  # of the highest year: what lies below is far below it
SPAN = 5  # years before the last that the price is drawn
FIRST = 1990  # drawn before the tested years
LAST = 2021  # a rule beyond the last datum would leave the plot half empty
SLICES = {"output": "output", "exports": "exports"}


def marks(cutoff: str, shock: str, last: int = LAST) -> dict[str, float]:
    """Rules of a chart over years: the shock, and a cut-off that lies before the data end."""
    places = {"cut-off": charts.year_position(cutoff), "shock": charts.year_position(shock)}
    return {name: place for name, place in places.items() if place <= min(last, places["cut-off"])}


def days(cutoff: str, shock: str) -> dict[str, str]:
    """The same for the chart of the oil price, which ends with 2019."""
    places = {"cut-off": cutoff, "shock": shock}
    return {name: day for name, day in places.items() if day <= min(cutoff, "2019-12-31")}


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
    marks: dict[str, float],
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
        Label to place of the vertical rules.
    """
    ends = labels[ledger.focal], labels[ledger.partner]
    data = charts.long({name: one.loc[FIRST:].dropna() for name, one in series.items()})
    main = series[next(iter(series))].dropna()
    if main.empty:
        return _nothing(data)
    peak, last = int(main.idxmax()), int(main.index.max())
    beyond = [
        year for one in series.values() for year in one[one > main[peak]].index if year > peak
    ]
    names = {name: RECORDS[name][0] for name in series}
    like = {name: RECORDS[name][1] for name in series}
    chart = charts.lines(data, "two-way goods trade, million current US$", names, marks, like)
    return {
        "title": f"{ends[0]}'s trade with {ends[1]} peaked in {peak}"
        + (
            f" and was far below that in {last}"
            if main[last] < FAR * main[peak] and not beyond
            else ""
        )
        + (f", and higher in {max(beyond)} by another record" if beyond else ""),
        "alt": f"Lines of goods trade between {ends[0]} and {ends[1]} by year in "
        f"{data['series'].nunique()} records, {data['year'].min()} to {data['year'].max()}; "
        f"in the first the highest year is {peak}.",
        "chart": _tinted(chart, tested, data["year"]),
        "data": data,
    }


def ranked(
    ledger: Ledger, labels: dict[str, str], tested: Iterable[int], marks: dict[str, float]
) -> dict[str, Any]:
    """Trade of one state with its main partners in dollars, by year."""
    drawn = dict.fromkeys([EUROPE, ledger.alternative, *NEIGHBOURS, ledger.partner])
    codes = {code: labels[code] for code in drawn if code != ledger.focal}
    focal, panel = labels[ledger.focal], ledger.own
    data = charts.long(
        {code: panel[code].loc[FIRST:].dropna() / 1000 for code in codes if code in panel}
    )
    if data.empty:
        return _nothing(data)
    last = int(data["year"].max())
    at_end = data[data["year"] == last].sort_values("value", ascending=False)
    order = [codes[code] for code in at_end["series"]]
    chart = charts.lines(data, "two-way goods trade, thousand million current US$", codes, marks)
    return {
        "title": f"Of {focal}'s partners drawn here, {order[0]} came first in {last} and "
        f"{order[-1]} last",
        "alt": f"Lines of {focal}'s goods trade with {', '.join(codes.values())} in dollars by "
        f"year, {data['year'].min()} to {last}; in {last} the order is {', '.join(order)}.",
        "chart": _tinted(chart, tested, data["year"]),
        "data": data,
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
        return _nothing(edges)
    dealt = lines.set_index(lines["source"].where(lines["source"] != focal, lines["target"]))
    dealt = dealt["weight"].sort_values(ascending=False)
    strongest, more = labels[dealt.index[0]], (dealt > dealt.get(ledger.partner, 0)).sum()
    panels = [year for year in (1995, 2005, 2017, last) if year in years]
    panels = list(dict.fromkeys(panels))
    return {
        "title": f"Of the partners drawn, {more or 'none'} traded more with {labels[focal]} than "
        f"{labels[ledger.partner]} did in {last}",
        "subtitle": f"Goods trade, million current US$, {years[0]}–{last}",
        "alt": f"Network of goods trade with {labels[focal]} in the middle, powers above, states "
        f"of the region below; in {last} its thickest line leads to {strongest}.",
        "chart": network.by_year(edges, place, labels, focal),
        "print_chart": network.small_multiples(edges, place, labels, focal, panels),
        "data": edges,
    }


def slices(
    oil: Barrels, focal: str, tested: Iterable[int], marks: dict[str, float]
) -> dict[str, Any]:
    """Shares of one state in world output and exports of crude, to the same last year."""
    series = {"output": oil.own(oil.slices["crude"]), "exports": oil.own(oil.sold_share)}
    series = {name: one.loc[FIRST:].dropna() for name, one in series.items()}
    series = {name: one for name, one in series.items() if len(one)}
    data = charts.long(series)
    if data.empty:
        return _nothing(data)
    names = {name: SLICES[name] for name in series}
    last = min(int(one.index.max()) for one in series.values())
    data = data[data["year"] <= last]
    said = ", ".join(f"{one[last]:.1f} % of {names[name]}" for name, one in series.items())
    inside = [year for year in tested if data["year"].min() <= year <= last]
    ways: dict[str, list[str]] = {}
    for name, one in series.items() if len(inside) > 1 else ():
        way = "rose" if one[inside[-1]] > one[inside[0]] else "fell"
        ways.setdefault(way, []).append(f"of {names[name]}")
    moved = " and ".join(f"{' and '.join(whose)} {way}" for way, whose in ways.items())
    like = dict(zip(names, ["IRN", "OTHER"], strict=False))
    chart = charts.lines(data, "share of the world total, %", names, marks, like)
    return {
        "title": f"{focal}'s share {moved} from {inside[0]} to {inside[-1]}"
        if moved
        else f"{focal} had {said} in {last}",
        "alt": f"Lines of {focal}'s share of world crude {' and '.join(names.values())} by year, "
        f"{data['year'].min()} to {last}.",
        "chart": _tinted(chart, tested, data["year"]),
        "data": data,
    }


def meetings(daily: pd.DataFrame, decisions: pd.DataFrame, marks: dict[str, str]) -> dict[str, Any]:
    """The price of oil by month in the six years to 2019 or the last, with producers' decisions.

    Parameters
    ----------
    daily : DataFrame
        Columns date, usd_per_barrel.
    decisions : DataFrame
        Documents with date, shows, tags.
    """
    end = min(daily["date"].max(), pd.Timestamp("2019-12-31"))
    start = pd.Timestamp(f"{end.year - SPAN}-01-01") if len(daily) else end
    monthly = markets.monthly(daily[daily["date"].between(start, end)])
    if monthly.empty:
        return _nothing(monthly)
    kinds = {
        "same side": (theme.INK, "circle"),
        "opposite sides": ("white", "triangle-down"),
        "sides unclear": (theme.GREY, "square"),
    }
    side = pd.Series("sides unclear", index=decisions.index)
    for tag, kind in (("together", "same side"), ("apart", "opposite sides")):
        side = side.mask(documents.has(decisions, tag), kind)
    points = markets.on_curve(
        decisions.assign(kind=side, title=decisions["shows"])[["date", "title", "kind"]], monthly
    )
    chart = charts.timeline(monthly, points, "Brent, US$ a barrel, monthly mean", kinds, marks)
    if len(points):
        chart.layer[-1].mark.stroke = theme.INK
    said = "; ".join(
        f"{day:%B %Y} {kind}" for day, kind in zip(points["date"], points["kind"], strict=True)
    )
    count = side.value_counts()
    known = count.get("same side", 0) + count.get("opposite sides", 0)
    drawn = monthly.assign(date=monthly["date"].dt.date)
    at = points.assign(date=points["date"].dt.to_period("M").dt.to_timestamp().dt.date)
    return {
        "title": f"At {count.get('same side', 0)} of {known} decisions the two stood on one side"
        if known
        else "The price of oil; on these states no decisions were coded",
        "alt": "Line of the monthly price of Brent crude with the producers' meetings: "
        f"{said or 'none'}.",
        "chart": chart,
        "data": drawn.merge(at[["date", "kind", "title"]], on="date", how="left"),
    }


def firms(found: pd.DataFrame, marks: dict[str, str]) -> dict[str, Any]:
    """Announcements of firms by date, a row a firm.

    Parameters
    ----------
    found : DataFrame
        Documents with issuer, date, end_date, tags.
    """
    origins = ORIGINS
    signs = {"exit": "leaves", "stay": "stays", "entry": "comes or takes on more"}
    rows = [
        {"firm": row.issuer, "date": row.end_date, "origin": name, "kind": word, "title": row.shows}
        for row in found.itertuples()
        for tag, name in origins.items()
        for sign, word in signs.items()
        if {tag, sign} <= set((row.tags or "").split(";"))
    ]
    data = pd.DataFrame(rows, columns=["firm", "date", "origin", "kind", "title"])
    if data.empty:
        return _nothing(data) | {"empty": "No announcement of a firm is on record"}
    main = next(iter(origins.values()))
    gone = data[(data["origin"] == main) & (data["kind"] == "leaves")]["firm"].nunique()
    data = data.sort_values(["date", "firm"], ignore_index=True)
    order = list(dict.fromkeys(data["firm"]))
    drawn = data.assign(row=data["firm"].map(order.index), date=data["date"].dt.date.astype(str))
    x = alt.X("date:T", title=None, axis=alt.Axis(format="%b %Y", tickCount=6, grid=False))
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[len(order) - 0.4, -0.8], nice=False))
    legend = alt.Legend(title=None, orient="bottom", columns=2, labelLimit=300)
    codes = {"Western firms": "EUR", "Chinese firms": "CHN", "Russian firms": "RUS"}
    present = [name for name in origins.values() if name in set(data["origin"])]
    colours = [theme.colour(codes.get(name, "OTHER")) for name in present]
    shape = alt.Shape(
        "kind:N",
        legend=legend,
        scale=alt.Scale(domain=list(signs.values()), range=["triangle-down", "circle", "cross"]),
    )
    colour = alt.Color("origin:N", legend=legend, scale=alt.Scale(domain=present, range=colours))
    base = alt.Chart(drawn).encode(x=x, y=y)
    points = base.mark_point(filled=True, size=80, opacity=1).encode(
        color=colour, shape=shape, tooltip=["firm:N", "date:T", "kind:N", "title:N"]
    )
    lasts = drawn.drop_duplicates("firm", keep="last")
    days = pd.to_datetime(lasts["date"])
    late = days > days.min() + 0.6 * (days.max() - days.min())
    text = {"baseline": "middle", "fontSize": 12}
    names = [
        alt.Chart(part).mark_text(align=align, dx=dx, **text).encode(x=x, y=y, text="firm:N")
        for part, align, dx in ((lasts[~late], "left", 9), (lasts[late], "right", -9))
        if len(part)
    ]
    chart = alt.layer(*charts.rules(marks, "date", "T"), points, *names).properties(
        width="container", height=ROW * len(order) + 20, padding=charts.PADDING
    )
    return {
        "title": f"{gone} {main} announced that they leave, suspend or wind down",
        "subtitle": "Announcements by the day on which they became known, a row a firm",
        "alt": "Announcements of firms by date, a row a firm: "
        + "; ".join(f"{row.firm} {row.kind}, {row.date}" for row in drawn.itertuples()),
        "chart": chart,
        "data": drawn.drop(columns="row"),
    }


def _tinted(chart: alt.LayerChart, tested: Iterable[int], drawn: pd.Series) -> alt.LayerChart:
    """A chart over years with the tested ones tinted behind it."""
    inside = [year for year in tested if drawn.min() <= year <= drawn.max()]
    if not inside:
        return chart
    band = pd.DataFrame({"year": [min(inside)], "end": [max(inside)]})
    if min(inside) == max(inside):
        band = band.assign(year=band["year"] - 0.4, end=band["end"] + 0.4)
    band["end"] = band["end"].clip(upper=float(drawn.max()))
    tint = alt.Chart(band).mark_rect(color=theme.INK, opacity=0.09)
    tint = tint.encode(x=alt.X("year:Q", title=None), x2="end:Q")
    return alt.layer(tint, *chart.layer).properties(
        width=chart.width, height=chart.height, padding=chart.padding, usermeta=chart.usermeta
    )


def _nothing(data: pd.DataFrame) -> dict[str, Any]:
    empty = data.iloc[:0]
    return {"title": "", "alt": "", "chart": charts.nothing(), "data": empty}
