"""Measures on bilateral trade.

Public names: :func:`two_way`, :func:`importers_view`, :func:`members`, :func:`collapse`,
:func:`shares`, :func:`mean_by_partner`, :func:`growth`, :func:`window_growth`,
:func:`growth_by_partner`, :func:`change_by_partner`.

Every flow is taken from the exporter's report (free on board), so that one source and one
valuation run through a comparison; Barbieri, Keshk and Pollins (2009, *Conflict Management and
Peace Science* 26(5)) discuss the choice.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from eastward.measures.series import compound_growth
from eastward.measures.sets import years_of


def two_way(trade: pd.DataFrame, focal: str) -> pd.DataFrame:
    """Trade of one state with each partner that reports its own exports.

    Parameters
    ----------
    trade : DataFrame
        Columns reporter, partner, year, exports_musd, estimated.
    focal : str
        ISO3 code of the state whose trade is looked at.

    Returns
    -------
    DataFrame
        partner, year, exports (focal to partner), imports (partner to focal), total, in million
        current US$, and estimated (either flow rests on an estimate of the source). A flow that a
        reporting state leaves blank in a year is taken as zero. Partners that report nothing at
        all are left out, because their exports to the focal state are unknown.
    """
    reporters = set(trade["reporter"]) - {focal}
    out = trade[(trade["reporter"] == focal) & trade["partner"].isin(reporters)]
    back = trade[(trade["partner"] == focal) & trade["reporter"].isin(reporters)]
    back = back.drop(columns="partner").rename(columns={"reporter": "partner"})
    pair = out.drop(columns="reporter").merge(
        back, on=["partner", "year"], how="outer", suffixes=("", "_back")
    )
    result = pd.DataFrame(
        {
            "partner": pair["partner"],
            "year": pair["year"].astype(int),
            "exports": pair["exports_musd"].fillna(0.0),
            "imports": pair["exports_musd_back"].fillna(0.0),
            "estimated": pair[["estimated", "estimated_back"]].eq(True).any(axis=1),
        }
    )
    result.insert(4, "total", result["exports"] + result["imports"])
    return result.sort_values(["partner", "year"], ignore_index=True)


def members(groups: pd.DataFrame, group: str, year: int) -> list[str]:
    """States that belonged to a group in a year.

    Parameters
    ----------
    groups : DataFrame
        Columns group, iso3, start, end (first and last year; end missing while it lasts).
    """
    return sorted(years_of(groups[groups["group"] == group], [year])["iso3"].unique())


def collapse(trade: pd.DataFrame, members: Iterable[str], code: str) -> pd.DataFrame:
    """Treat a bloc as one state: members take its code, trade inside it is left out.

    Parameters
    ----------
    trade : DataFrame
        Columns reporter, partner, year, exports_musd, estimated.
    members : iterable of str
        ISO3 codes. Members that do not report are left out on both sides, so that exports and
        imports of the bloc cover the same states.
    code : str
        Code of the bloc.
    """
    reporting = set(members) & set(trade["reporter"])
    silent = set(members) - reporting
    frame = trade[~trade["partner"].isin(silent)].copy()
    for end in ("reporter", "partner"):
        frame[end] = frame[end].where(~frame[end].isin(reporting), code)
    frame = frame[frame["reporter"] != frame["partner"]]
    return frame.groupby(["reporter", "partner", "year"], as_index=False).agg(
        exports_musd=("exports_musd", "sum"), estimated=("estimated", "any")
    )


def shares(
    flows: pd.DataFrame, trade: pd.DataFrame, world: pd.DataFrame, focal: str
) -> pd.DataFrame:
    """Shares of each partner in all of the focal state's trade.

    Parameters
    ----------
    flows : DataFrame
        As returned by :func:`two_way`.
    trade : DataFrame
        Columns reporter, partner, year, exports_musd; the focal state's exports to all partners
        give its total exports.
    world : DataFrame
        Columns state, year, imports_musd: what the world says it exported to the state, the
        total of its imports (free on board, as the flows are).
    focal : str
        ISO3 code.

    Returns
    -------
    DataFrame
        partner, year, and the shares exports, imports, total in per cent. Years without both
        totals are left out.
    """
    sold = trade[trade["reporter"] == focal].groupby("year")["exports_musd"].sum().rename("sold")
    bought = world[world["state"] == focal].set_index("year")["imports_musd"].rename("bought")
    joined = flows.merge(sold, on="year").merge(bought, on="year")
    return pd.DataFrame(
        {
            "partner": joined["partner"],
            "year": joined["year"],
            "exports": 100 * joined["exports"] / joined["sold"],
            "imports": 100 * joined["imports"] / joined["bought"],
            "total": 100 * joined["total"] / (joined["sold"] + joined["bought"]),
        }
    )


def mean_by_partner(frame: pd.DataFrame, years: Iterable[int], column: str = "total") -> pd.Series:
    """Mean of a column over some years by partner, largest first.

    A partner without a row in a year counts as zero in that year; without any year the result is
    empty.
    """
    years = list(years)
    if not years:
        return pd.Series(dtype=float, name=column)
    chosen = frame[frame["year"].isin(years)]
    return (chosen.groupby("partner")[column].sum() / len(years)).sort_values(ascending=False)


def importers_view(trade_cow: pd.DataFrame, focal: str, partner: str) -> pd.DataFrame:
    """Trade of two states as each reports its own imports: a second source beside the exporters.

    Parameters
    ----------
    trade_cow : DataFrame
        Columns importer, exporter, year, imports_musd.

    Returns
    -------
    DataFrame
        Index year; exports (focal to partner), imports (partner to focal), total, million current
        US$; only years for which both states report.
    """
    flows = trade_cow.set_index(["importer", "exporter", "year"])["imports_musd"]
    pair = pd.DataFrame(
        {
            "exports": flows.get((partner, focal), pd.Series(dtype=float)),
            "imports": flows.get((focal, partner), pd.Series(dtype=float)),
        }
    ).dropna()
    return pair.assign(total=pair["exports"] + pair["imports"])


def growth(series: pd.Series, window: int, end: int) -> float | None:
    """Compound annual growth in per cent; None where the first or last value is not positive."""
    found = compound_growth(series.get(end - window), series.get(end), window)
    return None if np.isnan(found) else float(found)


def window_growth(
    series: pd.Series, windows: Iterable[int], end: int | None = None
) -> pd.DataFrame:
    """Compound annual growth over windows that end in the same year.

    Parameters
    ----------
    series : Series
        Values by year.
    windows : iterable of int
        Lengths in years; a window of 2 that ends in 2017 starts in 2015.
    end : int, optional
        Last year; by default the last year of the series.

    Returns
    -------
    DataFrame
        window, start, end, growth in per cent a year. Windows whose first or last value is
        missing or not positive are left out.
    """
    series = series.dropna()
    columns = ["window", "start", "end", "growth"]
    if series.empty:
        return pd.DataFrame(columns=columns)
    end = int(series.index.max()) if end is None else end
    rows = [(window, end - window, end, growth(series, window, end)) for window in windows]
    return pd.DataFrame(rows, columns=columns).dropna(subset="growth", ignore_index=True)


def growth_by_partner(
    flows: pd.DataFrame, windows: Iterable[int], end: int, floor: float
) -> pd.Series:
    """Median growth over several windows, for every partner of some size.

    Parameters
    ----------
    flows : DataFrame
        As returned by :func:`two_way`.
    windows : iterable of int
        Lengths in years, all ending in ``end``.
    floor : float
        Smallest mean trade over the longest window, million US$; growth from almost nothing
        says little.

    Returns
    -------
    Series
        Median growth in per cent a year by partner; partners without every window left out.
    """
    windows = list(windows)
    sizes = mean_by_partner(flows, range(end - max(windows), end + 1))
    values = flows.pivot(index="year", columns="partner", values="total")
    values = values.reindex(columns=sizes[sizes >= floor].index)
    values = values.reindex([*(end - window for window in windows), end])
    years = np.array(windows)[:, None]
    found = compound_growth(*np.broadcast_arrays(values.iloc[:-1], values.iloc[-1:]), years)
    growth = pd.DataFrame(found, columns=values.columns)
    return growth.loc[:, growth.notna().all()].median()


def change_by_partner(
    frame: pd.DataFrame, before: Iterable[int], after: Iterable[int], column: str = "total"
) -> pd.DataFrame:
    """Mean of a column before and after, and the difference, by partner.

    Empty where either period has no year.

    Returns
    -------
    DataFrame
        Index partner; columns before, after, change (after minus before) and growth (per cent of
        before; missing where before is zero).
    """
    means = {
        "before": mean_by_partner(frame, before, column),
        "after": mean_by_partner(frame, after, column),
    }
    if any(mean.empty for mean in means.values()):
        return pd.DataFrame(columns=["before", "after", "change", "growth"], dtype=float)
    result = pd.DataFrame(means).fillna(0.0)
    result["change"] = result["after"] - result["before"]
    result["growth"] = 100 * result["change"] / result["before"].where(result["before"] > 0)
    return result
