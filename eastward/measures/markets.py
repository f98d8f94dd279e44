"""Measures on the oil market: shares, changes of output, changes of price.

Public names: :func:`share`, :func:`change`, :func:`price_change`, :func:`filled_gap`,
:func:`latest`, :func:`monthly`, :func:`on_curve`.
"""

import pandas as pd


def share(frame: pd.DataFrame, state: str, total: str, value: str = "kbd") -> pd.Series:
    """Share of one state in a total that the same table carries, by year.

    Parameters
    ----------
    frame : DataFrame
        Columns state, year and ``value``, one row per state and year.
    state, total : str
        Codes of the state and of the aggregate (``WLD`` the world, ``OPC`` OPEC).

    Returns
    -------
    Series
        Per cent by year; empty where the table does not carry the state.
    """
    wide = frame.pivot(index="year", columns="state", values=value)
    if state not in wide or total not in wide:
        return pd.Series(dtype=float, name=state)
    return (100 * wide[state] / wide[total]).dropna().rename(state)


def change(series: pd.Series, start: int, end: int) -> float | None:
    """Change between two years in per cent of the first.

    None where a year is missing or the first value is zero.
    """
    if start not in series.index or end not in series.index or series[start] == 0:
        return None
    return float(100 * (series[end] / series[start] - 1))


def price_change(
    daily: pd.DataFrame, end: str | pd.Timestamp, months: int = 12
) -> tuple[float | None, int]:
    """Mean price of the months up to a day against the mean of as many months before.

    Parameters
    ----------
    daily : DataFrame
        Columns date and usd_per_barrel.
    end : date
        Last day of the later period.
    months : int
        Length of each period.

    Returns
    -------
    (float or None, int)
        Change in per cent, and the number of daily quotations in both periods together.
    """
    end = pd.Timestamp(end)
    middle, start = end - pd.DateOffset(months=months), end - pd.DateOffset(months=2 * months)
    prices = daily.set_index("date")["usd_per_barrel"]
    later = prices[(prices.index > middle) & (prices.index <= end)]
    earlier = prices[(prices.index > start) & (prices.index <= middle)]
    if later.empty or earlier.empty:
        return None, 0
    return float(100 * (later.mean() / earlier.mean() - 1)), len(later) + len(earlier)


def filled_gap(rival: pd.Series, loser: pd.Series, start: int, end: int) -> float | None:
    """Rise of one exporter's volume as per cent of another's loss between two years.

    Negative where the first exporter sold less too; None where a year is missing or the second
    exporter lost nothing.
    """
    known = all(year in series.index for series in (rival, loser) for year in (start, end))
    if not known or loser[end] >= loser[start]:
        return None
    return float(100 * (rival[end] - rival[start]) / (loser[start] - loser[end]))


def latest(series: pd.Series) -> tuple[int, float]:
    """Last year of a series and its value; (0, nan) for an empty one."""
    return (int(series.index[-1]), float(series.iloc[-1])) if len(series) else (0, float("nan"))


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
