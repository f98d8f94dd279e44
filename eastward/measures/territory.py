"""Measures on territory: areas of units, and what treaties moved.

Public names: :func:`areas`, :func:`moved`, :func:`cumulative`, :func:`given_up`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.geometry import ring_area


def areas(rings: pd.DataFrame) -> pd.Series:
    """Area of each unit of a map.

    Parameters
    ----------
    rings : DataFrame
        Columns unit, ring, lon, lat, corners in order; outer rings turn one way and holes the
        other.

    Returns
    -------
    Series
        Square kilometres by unit.
    """
    signed = {
        key: ring_area(ring["lon"], ring["lat"]) for key, ring in rings.groupby(["unit", "ring"])
    }
    by_ring = pd.Series(signed, index=pd.MultiIndex.from_tuples(signed, names=["unit", "ring"]))
    return by_ring.groupby("unit").sum().abs().rename("area_km2")


def moved(territory: pd.DataFrame, today: str) -> pd.DataFrame:
    """Area that each treaty moved, with and without the units that are upper bounds only.

    Parameters
    ----------
    territory : DataFrame
        Columns unit, treaty, year, area_km2, upper_bound; the unit ``today`` has no treaty.
    today : str
        Unit whose present area the shares are of.

    Returns
    -------
    DataFrame
        treaty, year, area_km2 (units that stand for what moved), upper_km2 (all units), share and
        upper_share (the same in per cent of today's area); by year.
    """
    whole = territory.loc[territory["unit"] == today, "area_km2"]
    if len(whole) != 1:
        raise ValueError(f"territory: expected one row for {today}, found {len(whole)}")
    ceded = territory.dropna(subset="treaty")
    sure = ceded["area_km2"].where(~ceded["upper_bound"], 0.0)
    table = (
        ceded.assign(sure=sure)
        .groupby(["treaty", "year"], as_index=False)
        .agg(area_km2=("sure", "sum"), upper_km2=("area_km2", "sum"))
    )
    for column, share in (("area_km2", "share"), ("upper_km2", "upper_share")):
        table[share] = 100 * table[column] / whole.iloc[0]
    return table.sort_values("year", ignore_index=True)


def cumulative(moved: pd.DataFrame) -> pd.DataFrame:
    """Running totals of :func:`moved` over the treaties, the last row being all of them."""
    columns = ["area_km2", "upper_km2", "share", "upper_share"]
    return moved.assign(**{column: moved[column].cumsum() for column in columns})


def given_up(
    agreements: pd.DataFrame,
    gains: str,
    after: str,
    effects: Iterable[str] = ("cession", "renunciation"),
) -> int:
    """Count the agreements by which a neighbour gained land after a day.

    Parameters
    ----------
    agreements : DataFrame
        Columns date, effect, gains.
    gains : str
        ISO3 code of the state that gained.
    after : str
        Day (ISO) after which an agreement counts.
    effects : iterable of str
        Effects that count.
    """
    later = agreements["date"] > pd.Timestamp(after)
    counted = (agreements["gains"] == gains) & agreements["effect"].isin(list(effects))
    return int((later & counted).sum())
