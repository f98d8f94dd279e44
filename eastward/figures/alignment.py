"""Pictures of where a state stands among great powers: pledges, arms, words, interference.

Public names: :func:`revolution`, :func:`pledges`, :func:`supplied`, :func:`words`, :func:`deeds`.

Each takes measured frames and returns the parts of a figure (title, chart, data, alt and where
needed print_chart), for :meth:`.chapter.Chapter.figure`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from eastward.figures import bars, charts, lanes, theme
from eastward.figures.charts import nothing
from eastward.measures.series import window

PLEDGES = {
    "help": ("help in war", lanes.Kind(theme.INK)),
    "restraint": ("restraint", lanes.Kind("#6b6b6b", dash=(7, 2))),
    "consultation": ("consultation only", lanes.Kind("#9a9a9a", dash=(2, 2))),
}
PEOPLE = {"RUS": "RUS", "CHN": "CHN", "USA": "USA", "FRA": "EUR", "GBR": "EUR"}  # whose colour


def revolution(state: str) -> dict[str, int]:
    """The rule that marks Iran's revolution in a chart over years; no other state has it.

    Examples
    --------
    >>> revolution("IRN"), revolution("TUR")
    ({'revolution': 1979}, {})
    """
    return {"revolution": 1979} if state == "IRN" else {}


def pledges(
    spans: pd.DataFrame,
    bound: Mapping[str, Any],
    labels: Mapping[str, str],
    name: str,
    revolution: Mapping[str, int],
) -> dict[str, Any]:
    """Time lanes of a state's pledges with great powers, a lane for each power and collection.

    Parameters
    ----------
    spans : DataFrame
        As :func:`.pacts.held` gives.
    bound : mapping
        Collection to the measured years under a pledge (value, n).
    labels : mapping
        ISO3 code to label.
    name : str
        Label of the state.
    revolution : mapping
        Label of a rule to its year; empty where the state had none.
    """
    drawn = spans.assign(
        row=spans["source"] + spans["power"],
        title=spans["power"].map(labels) + ", " + spans["source"],
        kind=spans["pledge"].map({key: words for key, (words, _) in PLEDGES.items()}),
        end=spans["end"] + 1,
    )
    order = [(power, source) for power in sorted(set(spans["power"])) for source in bound]
    rows = {source + power: f"{labels[power]}, by {source}" for power, source in order}
    kinds = {
        words: look for key, (words, look) in PLEDGES.items() if (spans["pledge"] == key).any()
    }
    years = ", ".join(
        f"{one.value or 0:.0f} of {one.n} by {source}" for source, one in bound.items()
    )
    had = "pledges" if any(one.value for one in bound.values()) else "no pledge"
    return {
        "title": f"Since 1980 {name} has had {had} with great powers",
        "subtitle": f"Treaty pledges by power and collection; years under one since 1980: {years}",
        "alt": "Time lanes of treaty pledges: "
        + "; ".join(
            f"{row.title} {row.start} to {row.end - 1}, {row.kind}" for row in drawn.itertuples()
        ),
        "chart": lanes.lanes(drawn, rows, kinds, revolution),
        "data": spans[["power", "source", "start", "end", "pledge"]],
    }


def supplied(
    transfers: pd.DataFrame,
    windows: pd.DataFrame,
    start: int,
    labels: Mapping[str, str],
    name: str,
) -> dict[str, Any]:
    """Volume of a state's arms by supplier, a bar for each window.

    Parameters
    ----------
    transfers : DataFrame
        One recipient's deliveries: supplier, year, tiv; empty where they are not passed on, and
        then a bar shows the largest permanent member's part and the rest.
    windows : DataFrame
        The recipient's rows of :func:`.suppliers.by_window`; their years are drawn.
    start : int
        First year of one of the windows.
    labels : mapping
        ISO3 code to label.
    name : str
        Label of the state.
    """
    kinds = {code: (labels[code], theme.colour(code)) for code in ("RUS", "CHN", "USA")}
    kinds |= {"EUR": ("France and Britain", theme.colour("EUR"))}
    kinds |= {"OTH": ("all others", "#d0d0d0")}
    data = _delivered(transfers, windows, start) if len(transfers) else _leading(windows)
    main = f"{(windows['share'] > 50).sum()} of {len(windows)}"
    return {
        "title": f"In {main} windows one power delivered more than half of {name}'s arms",
        "alt": f"Bars of arms delivered to {name} by five-year window: "
        + "; ".join(f"{row.window} {row.volume:.0f} million" for row in windows.itertuples()),
        "chart": bars.by_period(data, "million trend-indicator values", kinds, "window from"),
        "data": data,
    }


def _delivered(transfers: pd.DataFrame, windows: pd.DataFrame, start: int) -> pd.DataFrame:
    """Volume by window and supplier (period, kind, value)."""
    rows = transfers.assign(kind=transfers["supplier"].map(PEOPLE).fillna("OTH"))
    rows = rows.assign(period=window(rows["year"], start))
    rows = rows[rows["period"].isin(windows["window"])]
    return rows.groupby(["period", "kind"], as_index=False).agg(value=("tiv", "sum"))


def _leading(windows: pd.DataFrame) -> pd.DataFrame:
    """The same for a state whose deliveries are not passed on: the largest supplier, the rest."""
    part = windows["volume"] * windows["share"] / 100
    first = windows["supplier"].map(PEOPLE).fillna("OTH")
    rest = pd.DataFrame({"period": windows["window"], "kind": "OTH"})
    rows = [rest.assign(kind=first, value=part), rest.assign(value=windows["volume"] - part)]
    rows = pd.concat(rows).groupby(["period", "kind"], as_index=False)["value"].sum().round(1)
    return rows[rows["value"] > 0].reset_index(drop=True)


def words(
    rates: pd.DataFrame, years: Iterable[int], name: str, revolution: Mapping[str, int]
) -> dict[str, Any]:
    """Lines of how often a state's speeches name some themes.

    Parameters
    ----------
    rates : DataFrame
        Index year (the first of a window), a column for each theme (per thousand words).
    years : iterable of int
        Years of the speeches.
    name : str
        Label of the state.
    revolution : mapping
        Label of a rule to its year; empty where the state had none.
    """
    if rates.empty:
        return {"title": "", "alt": "", "chart": nothing(), "data": rates}
    peaks = ", ".join(f"{theme} in {rates[theme].idxmax()}" for theme in rates)
    since = min(revolution.values(), default=0)
    told_since = f"Since {since} " if since else ""
    late = rates[rates.index >= since]
    told = (rates if late.empty else late).mean().sort_values(ascending=False)
    (first, often), *_, (last, seldom) = told.items()
    if not seldom:
        times = "and never"
    elif often >= 2 * seldom:
        times = f"{often / seldom:.1f} times as often as"
    else:
        times = "no less than"
    return {
        "title": f"{told_since}{name}'s speeches name {first} {times} {last}",
        "subtitle": "Per thousand words, windows of five years by their first; speeches of "
        f"{min(years)}–{max(years)}",
        "alt": f"Lines of words per thousand in the speeches of {name}; peaks: {peaks}.",
        "chart": charts.lines(
            charts.long({theme: rates[theme] for theme in rates}),
            "per thousand words",
            {theme: theme for theme in rates},
            revolution,
        ),
        "data": charts.long({theme: rates[theme] for theme in rates}),
    }


def deeds(
    begun: pd.DataFrame,
    recorded: pd.DataFrame,
    powers: Iterable[str],
    labels: Mapping[str, str],
    name: str,
    revolution: Mapping[str, int],
) -> dict[str, Any]:
    """Time lanes of what powers did: disputes they began, and deeds where some are on record.

    Parameters
    ----------
    begun : DataFrame
        initiator, year: disputes that a power began.
    recorded : DataFrame
        power, date, shows: documents of deeds.
    powers : iterable of str
        ISO3 codes, from top to bottom.
    labels : mapping
        ISO3 code to label.
    name : str
        Label of the state in which they did it.
    revolution : mapping
        Label of a rule to its year; empty where the state had none.
    """
    kinds = {
        "dispute begun": lanes.Kind("#8a8a8a", "circle"),
        "deed on record": lanes.Kind(theme.INK, "diamond"),
    }
    first = begun.assign(row=begun["initiator"], start=begun["year"], title="dispute begun")
    deeds = recorded.assign(
        row=recorded["power"], start=recorded["date"].dt.year, title=recorded["shows"]
    )
    parts = [(kind, rows) for kind, rows in zip(kinds, (first, deeds), strict=True) if len(rows)]
    kinds = {kind: kinds[kind] for kind, _ in parts}
    columns = ["row", "start", "kind", "title"]
    listed = [rows.assign(kind=kind)[columns] for kind, rows in parts]
    data = pd.concat(listed or [pd.DataFrame(columns=columns)])
    powers = list(dict.fromkeys(powers))
    tally = {
        power: {kind: int((rows["row"] == power).sum()) for kind, rows in parts} for power in powers
    }
    counts = [f"{labels[power]} {_counted(tally[power])}" for power in powers]
    telling = list(kinds)[-1] if kinds else ""  # deeds, where there are any
    ranked = sorted(powers, key=lambda power: -tally[power].get(telling, 0))
    told = ", ".join(f"{labels[power]} {tally[power].get(telling, 0)}" for power in ranked)
    what = {"deed on record": "Deeds on record", "dispute begun": "Disputes begun"}
    return {
        "title": f"{what[telling]} in {name}: {told}" if len(data) else "",
        "subtitle": f"Before 1979: {'; '.join(counts)}",
        "alt": "Time lanes of points: " + "; ".join(counts),
        "chart": lanes.lanes(data, {power: labels[power] for power in powers}, kinds, revolution),
        "data": data.reset_index(drop=True),
    }


def _counted(tally: Mapping[str, int]) -> str:
    """Such as *11 disputes and 8 deeds*."""
    words = {"dispute begun": "dispute", "deed on record": "deed"}
    return " and ".join(
        f"{count} {words[kind]}{'' if count == 1 else 's'}" for kind, count in tally.items()
    )
