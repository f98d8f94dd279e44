"""Yearly panels: one row a year, one column a unit (a state, a partner).

Public names: :func:`panel`, :func:`level`, :func:`growth`, :func:`share`, :func:`price_level`,
:func:`real`, :func:`alike`.

All measures return a frame by unit with value and n, the number of yearly values that the value
rests on; a unit that lacks a year that is needed has no value.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures.series import compound_growth

PRICES = "inflation"


def panel(frame: pd.DataFrame, unit: str, value: str) -> pd.DataFrame:
    """Spread a long frame over its units.

    Parameters
    ----------
    frame : DataFrame
        Columns year, ``unit`` and ``value``, one row a year and unit.

    Returns
    -------
    DataFrame
        Index year, columns the units.

    Examples
    --------
    >>> long = pd.DataFrame({"year": [2015, 2016], "state": ["IRN", "IRN"], "kbd": [3.2, 3.6]})
    >>> panel(long, "state", "kbd")["IRN"].tolist()
    [3.2, 3.6]
    """
    return frame.pivot(index="year", columns=unit, values=value)


def level(panel: pd.DataFrame, years: Iterable[int]) -> pd.DataFrame:
    """Mean of some years for every unit.

    Returns
    -------
    DataFrame
        By unit: value (in the panel's unit; missing where a year is) and n.

    Examples
    --------
    >>> shares = pd.DataFrame({"IRN": [2.0, 4.0]}, index=[2017, 2018])
    >>> level(shares, [2017, 2018]).loc["IRN"].tolist()
    [3.0, 2.0]
    """
    chosen = panel.reindex(list(years))
    return pd.DataFrame({"value": chosen.mean(skipna=False), "n": chosen.notna().sum()})


def growth(
    panel: pd.DataFrame, start: Iterable[int], end: Iterable[int], annual: bool = True
) -> pd.DataFrame:
    """Growth from the mean of some years to the mean of others, for every unit.

    Parameters
    ----------
    panel : DataFrame
        Years by units.
    start, end : iterable of int
        The years of both means.
    annual : bool
        Compound growth a year; else the whole change.

    Returns
    -------
    DataFrame
        By unit: value in per cent (missing where a year is, where the first mean is not positive,
        or where the later years are not later) and n, the yearly values from first to last.

    Examples
    --------
    >>> trade = pd.DataFrame({"IRN": [100.0, 90.0, 121.0]}, index=[2015, 2016, 2017])
    >>> growth(trade, [2015], [2017]).loc["IRN"].round(6).tolist()
    [10.0, 3.0]
    >>> growth(trade, [2015], [2017], annual=False).loc["IRN"].round(6).tolist()
    [21.0, 3.0]
    """
    start, end = list(start), list(end)
    if not start or not end:
        return pd.DataFrame({"value": [], "n": []}, dtype=float)
    first, last = level(panel, start)["value"], level(panel, end)["value"]
    span = sum(end) / len(end) - sum(start) / len(start)
    if annual and span > 0:
        value = pd.Series(compound_growth(first, last, span), first.index)
    else:
        value = 100 * (last / first.where(first > 0) - 1)
    between = panel.loc[(panel.index >= min(start)) & (panel.index <= max(end))]
    return pd.DataFrame({"value": value if span > 0 else value * float("nan"),
                         "n": between.notna().sum()})  # fmt: skip


def share(part: pd.DataFrame, whole: pd.DataFrame | pd.Series) -> pd.DataFrame:
    """One panel in per cent of another, or of one series by year.

    Examples
    --------
    >>> oil = pd.DataFrame({"IRN": [4.0], "WLD": [80.0]}, index=[2018])
    >>> float(share(oil, oil["WLD"]).loc[2018, "IRN"])
    5.0
    """
    if isinstance(whole, pd.Series):
        return 100 * part.div(whole, axis=0)
    return 100 * part / whole


def price_level(macro: pd.DataFrame, state: str = "USA", base: int = 2018) -> pd.Series:
    """Consumer prices of a state by year, one in the base year.

    Parameters
    ----------
    macro : DataFrame
        Columns state, series, year, source, value (per cent a year), projection. Of several
        sources that with the latest year is taken, and no projection.

    Examples
    --------
    >>> macro = pd.DataFrame({"state": "USA", "series": "inflation", "year": [2018, 2019],
    ...     "source": "WDI 2025", "value": [2.0, 10.0], "projection": False})
    >>> price_level(macro).to_dict()
    {2018: 1.0, 2019: 1.1}
    """
    chosen = macro[(macro["state"] == state) & (macro["series"] == PRICES) & ~macro["projection"]]
    source = chosen.sort_values(["year", "source"])["source"].iloc[-1]
    yearly = chosen[chosen["source"] == source].set_index("year")["value"].sort_index()
    prices = (1 + yearly / 100).cumprod()
    return prices / prices[min(base, prices.index.max())]


def real(panel: pd.DataFrame, prices: pd.Series) -> pd.DataFrame:
    """A panel of money in constant purchasing power; years without a price level are left out.

    Examples
    --------
    >>> trade = pd.DataFrame({"IRN": [100.0, 110.0]}, index=[2018, 2019])
    >>> real(trade, pd.Series({2018: 1.0, 2019: 1.1}))["IRN"].round(6).tolist()
    [100.0, 100.0]
    """
    years = panel.index.intersection(prices.index)
    return panel.loc[years].div(prices.loc[years], axis=0)


def alike(size: pd.Series, unit: str, factor: float = 5.0) -> pd.Index:
    """Units whose size is within a factor of one unit's, that unit left out.

    Examples
    --------
    >>> alike(pd.Series({"IRN": 100, "TUR": 300, "USA": 4000, "OMN": 25}), "IRN").tolist()
    ['TUR', 'OMN']
    """
    if unit not in size or not size[unit] > 0:
        return pd.Index([])
    ratio = size / size[unit]
    return size.index[(ratio >= 1 / factor) & (ratio <= factor) & (size.index != unit)]
