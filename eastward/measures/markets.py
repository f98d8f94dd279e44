"""Measures on the oil market: who sold crude to whom, and prices by month.

Public names: :func:`customers`, :func:`monthly`, :func:`on_curve`.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measured import Measured


def customers(
    origin: pd.DataFrame,
    loser: str,
    rival: str,
    before: int,
    after: int,
    importers: Iterable[str] | None = None,
) -> Measured:
    """What a rival gained with the customers that bought less from one exporter.

    Parameters
    ----------
    origin : DataFrame
        Columns importer, origin, year, kt (thousand tonnes of crude).
    loser, rival : str
        ISO3 codes of the exporters.
    before, after : int
        The years compared.
    importers : iterable of str, optional
        Only these.

    Returns
    -------
    Measured
        The rival's gain with these customers in per cent of the loser's loss, negative where it
        sold less too; n is the number of customers that bought less. No value where nobody did.

    Examples
    --------
    >>> crude = pd.DataFrame({"importer": "TUR", "origin": ["IRN", "IRN", "RUS", "RUS"],
    ...     "year": [2017, 2018, 2017, 2018], "kt": [100.0, 60.0, 10.0, 20.0]})
    >>> customers(crude, "IRN", "RUS", 2017, 2018)
    Measured(value=25.0, n=1, low=None, high=None, note='')
    """
    kept = origin if importers is None else origin[origin["importer"].isin(list(importers))]
    wide = kept.pivot(index="importer", columns=["origin", "year"], values="kt")
    needed = [(state, year) for state in (loser, rival) for year in (before, after)]
    if any(key not in wide.columns for key in needed):
        return Measured(None, 0)
    wide = wide[needed].fillna(0.0)
    lost = wide[loser, before] - wide[loser, after]
    losing = lost > 0
    gained = (wide[rival, after] - wide[rival, before])[losing].sum()
    return Measured(100 * gained / lost[losing].sum() if losing.any() else None, losing.sum())


def monthly(daily: pd.DataFrame) -> pd.DataFrame:
    """Monthly means of daily prices.

    Returns
    -------
    DataFrame
        date (first day of the month) and value (US$ a barrel, two decimals).
    """
    prices = daily.set_index("date")["usd_per_barrel"]
    means = prices.resample("MS").mean().dropna().round(2)
    return means.rename_axis("date").rename("value").reset_index()


def on_curve(events: pd.DataFrame, curve: pd.DataFrame) -> pd.DataFrame:
    """Dated events with the value that a monthly series has in their month.

    Parameters
    ----------
    events : DataFrame
        Column date, and any others.
    curve : DataFrame
        As returned by :func:`monthly`.

    Returns
    -------
    DataFrame
        The events' columns and value; events outside the series are left out.
    """
    values = curve.set_index("date")["value"]
    months = events["date"].dt.to_period("M").dt.to_timestamp()
    return events.assign(value=months.map(values).to_numpy(dtype=float)).dropna(subset="value")
