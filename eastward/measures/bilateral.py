"""What states trade with one partner, all states at once.

Public names: :func:`dealings`, :func:`by_flow`, :func:`dealings_later`, :func:`whole`,
:func:`share_later`, :func:`exchanges`, :func:`place`, :func:`made_up`,
:func:`when_falls`, :func:`sold`, :func:`sold_by_others`, :data:`FLOWS`, :data:`SOVIET`,
:data:`WEST`.

Panels have a row a year and a column a state, in million current US$. Measures return a frame by
state with value and n.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from eastward.measures import trade as flows
from eastward.measures import yearly

FLOWS = ["total", "exports", "imports"]  # as the states see it that trade with the partner
# States that were part of the Soviet Union.
SOVIET = [
    "ARM", "AZE", "BLR", "EST", "GEO", "KAZ", "KGZ", "LTU", "LVA", "MDA",
    "RUS", "TJK", "TKM", "UKR", "UZB",
]  # fmt: skip
WEST = ["USA", "CAN", "AUS", "NOR"]  # beside the European Union, of those that report exports
NO_GAP = "nothing was lost, so there is no gap to fill"  # why there is no value
_MIRROR = {"total": "total", "exports": "imports", "imports": "exports"}


def dealings(trade: pd.DataFrame, partner: str, flow: str = "total") -> pd.DataFrame:
    """Trade of every reporting state with one partner, by exporters' reports.

    Parameters
    ----------
    trade : DataFrame
        Columns reporter, partner, year, exports_musd, estimated.
    partner : str
        ISO3 code, or the code of a bloc.
    flow : str
        One of :data:`FLOWS`: both directions, what the states sell, what they buy.

    Examples
    --------
    >>> trade = pd.DataFrame({"reporter": ["IRN", "RUS"], "partner": ["RUS", "IRN"],
    ...     "year": 2018, "exports_musd": [5.0, 12.0], "estimated": False})
    >>> [float(dealings(trade, "RUS", flow).loc[2018, "IRN"]) for flow in FLOWS]
    [17.0, 5.0, 12.0]
    """
    return by_flow(trade, partner)[flow]


def by_flow(trade: pd.DataFrame, partner: str) -> dict[str, pd.DataFrame]:
    """The same for all of :data:`FLOWS`, for what they share is computed once."""
    pairs = flows.two_way(trade, partner)
    return {flow: yearly.panel(pairs, "partner", mirror) for flow, mirror in _MIRROR.items()}


def dealings_later(record: pd.DataFrame, reporter: str, flow: str = "total") -> pd.DataFrame:
    """Trade of every state with one reporter, both directions as the reporter reports them.

    Parameters
    ----------
    record : DataFrame
        Columns reporter, partner, year, exports_musd, imports_musd (table ``trade_russia``). A
        blank flow is taken as zero in a year in which the reporter reports imports at all.
    reporter : str
        ``RUS``, or ``WLD`` for the world.

    Returns
    -------
    DataFrame
        Empty for a reporter that the record does not have; only years with both directions.
    """
    own = record[record["reporter"] == reporter]
    own = own[own["year"].isin(own.loc[own["imports_musd"].notna(), "year"])]
    bought, sold = own["exports_musd"].fillna(0.0), own["imports_musd"].fillna(0.0)
    values = {"total": bought + sold, "exports": sold, "imports": bought}[flow]
    return yearly.panel(own.assign(value=values), "partner", "value")


def whole(trade: pd.DataFrame, world: pd.DataFrame, flow: str = "total") -> pd.DataFrame:
    """All trade of every reporting state: its exports to all, and what the world sold to it.

    Parameters
    ----------
    trade : DataFrame
        As for :func:`dealings`.
    world : DataFrame
        Columns state, year, imports_musd (the world's exports to the state, free on board).
    """
    sold = trade.groupby(["year", "reporter"])["exports_musd"].sum().unstack()
    bought = yearly.panel(world, "state", "imports_musd")
    bought = bought.reindex(index=sold.index, columns=sold.columns)
    return {"total": sold + bought, "exports": sold, "imports": bought}[flow]


def share_later(record: pd.DataFrame, partner: str, flow: str = "total") -> pd.DataFrame:
    """One reporter's share of every state's trade, in per cent, in the later vintage.

    Parameters
    ----------
    record : DataFrame
        As for :func:`dealings_later`; the world's own rows give the whole.
    """
    own = dealings_later(record, partner, flow)
    return yearly.share(own, dealings_later(record, "WLD", flow).reindex(columns=own.columns))


def exchanges(trade: pd.DataFrame, years: Iterable[int]) -> pd.DataFrame:
    """What each reporting state sold to each other one, summed over some years.

    Returns
    -------
    DataFrame
        Sellers by buyers, million current US$; empty where a year is missing.
    """
    years = list(years)
    chosen = trade[trade["year"].isin(years)]
    if not years or set(chosen["year"]) != set(years):
        return pd.DataFrame(dtype=float)
    states = sorted(trade["reporter"].unique())
    sold = chosen.groupby(["reporter", "partner"])["exports_musd"].sum().unstack()
    return sold.reindex(index=states, columns=states).fillna(0.0)


def place(
    sold: pd.DataFrame, partner: str, flow: str = "total", without: Iterable[str] = ()
) -> pd.DataFrame:
    """Place of one partner among each state's partners, 1 the largest.

    Parameters
    ----------
    sold : DataFrame
        As :func:`exchanges` gives it, so that only reporting partners are compared.
    partner : str
        The partner whose place it is.
    flow : str
        One of :data:`FLOWS`.
    without : iterable of str
        Partners that are left out of the comparison.

    Returns
    -------
    DataFrame
        value (place; equal ones share the worst) and n (partners with trade).

    Examples
    --------
    >>> trade = pd.DataFrame({"reporter": ["IRN", "CHN", "TUR"], "partner": ["CHN", "IRN", "IRN"],
    ...     "year": 2018, "exports_musd": [5.0, 4.0, 7.0]})
    >>> place(exchanges(trade, [2018]), "CHN").loc["IRN"].tolist()
    [1, 2]
    >>> place(exchanges(trade, [2018]), "CHN", "imports").loc["IRN"].tolist()
    [2, 2]
    """
    if partner not in sold or partner in without:
        return pd.DataFrame({"value": [], "n": []}, dtype=float)
    matrix = {"total": sold + sold.T, "exports": sold, "imports": sold.T}[flow]
    matrix = matrix.drop(columns=[one for one in without if one in matrix])
    own = matrix[partner]
    reached = matrix.ge(own, axis=0) & matrix.gt(0)
    found = pd.DataFrame({"value": reached.sum(axis=1), "n": matrix.gt(0).sum(axis=1)})
    return found[own.gt(0) & (matrix.index != partner)]


def made_up(
    gains: pd.DataFrame, losses: pd.DataFrame, before: Iterable[int], after: Iterable[int]
) -> pd.DataFrame:
    """What trade with one partner gained, in per cent of what trade with another lost.

    Parameters
    ----------
    gains, losses : DataFrame
        Panels of trade with the two partners.
    before, after : iterable of int
        The years whose means are compared.

    Returns
    -------
    DataFrame
        value (per cent; negative where the first fell too; missing where the second lost
        nothing), n (yearly values), gain and loss (million current US$ a year), note.

    Examples
    --------
    >>> years = [2017, 2018]
    >>> china, europe = ({"IRN": [30.0, 32.0]}, {"IRN": [20.0, 12.0]})
    >>> made_up(pd.DataFrame(china, years), pd.DataFrame(europe, years), [2017], [2018]).loc[
    ...     "IRN", ["value", "n"]].tolist()
    [25.0, 2.0]
    """
    before, after = list(before), list(after)
    means = [
        [yearly.level(panel, years)["value"] for years in (before, after)]
        for panel in (gains, losses)
    ]
    gain, loss = means[0][1] - means[0][0], means[1][0] - means[1][1]
    value = 100 * gain / loss.where(loss > 0)
    n = yearly.level(gains, [*before, *after])["n"]
    found = pd.DataFrame({"value": value, "n": n.reindex(value.index), "gain": gain, "loss": loss})
    return found.assign(note=np.where(found["loss"] <= 0, NO_GAP, ""))


def when_falls(
    leaving: pd.DataFrame, other: pd.DataFrame, years: Iterable[int], drop: float = 10.0
) -> pd.DataFrame:
    """How often trade with one partner rose in the years in which that with another fell.

    Parameters
    ----------
    leaving, other : DataFrame
        Panels of trade with the two partners.
    years : iterable of int
        Years whose change on the year before counts.
    drop : float
        Smallest fall, in per cent.

    Returns
    -------
    DataFrame
        value (per cent of those years) and n (years with such a fall).

    Examples
    --------
    >>> years = [2010, 2011, 2012]
    >>> europe = pd.DataFrame({"IRN": [10.0, 5.0, 4.0]}, years)
    >>> china = pd.DataFrame({"IRN": [10.0, 12.0, 11.0]}, years)
    >>> when_falls(europe, china, [2011, 2012]).loc["IRN"].tolist()
    [50.0, 2.0]
    """
    change = [100 * panel.pct_change(fill_method=None) for panel in (leaving, other)]
    states = leaving.columns.intersection(other.columns)
    fell, rose = (
        one.replace([np.inf, -np.inf], np.nan).reindex(index=list(years), columns=states)
        for one in change
    )
    counted = (fell <= -drop) & rose.notna()
    n = counted.sum()
    return pd.DataFrame({"value": 100 * (counted & (rose > 0)).sum() / n.where(n > 0), "n": n})


def sold(trade: pd.DataFrame, seller: str) -> pd.DataFrame:
    """What one state or bloc sold to every partner.

    Returns
    -------
    DataFrame
        Panel of exports, years by partners.
    """
    return yearly.panel(trade[trade["reporter"] == seller], "partner", "exports_musd")


def sold_by_others(trade: pd.DataFrame, seller: str) -> pd.DataFrame:
    """What all other reporting states sold to every partner, in the same form."""
    others = trade[trade["reporter"] != seller]
    return others.groupby(["year", "partner"])["exports_musd"].sum().unstack()
