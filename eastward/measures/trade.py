"""Measures on bilateral trade.

Public names: :func:`two_way`, :func:`importers_view`, :func:`members`, :func:`collapse`.

Every flow is taken from the exporter's report (free on board), so that one source and one
valuation run through a comparison; Barbieri, Keshk and Pollins (2009, *Conflict Management and
Peace Science* 26(5)) discuss the choice.
"""

from collections.abc import Iterable

import pandas as pd


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
    inside = (groups["start"] <= year) & (groups["end"].fillna(year) >= year)
    return sorted(groups.loc[(groups["group"] == group) & inside, "iso3"].unique())


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
