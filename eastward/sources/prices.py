"""The price of Brent crude, as the US Energy Information Administration publishes it."""

from pathlib import Path

import pandas as pd

DAILY = "economy/oil/brent-daily.csv"
ANNUAL = "economy/oil/brent-year.csv"


def brent_daily(files: dict[str, Path]) -> pd.DataFrame:
    """Build the daily spot price of Brent, FOB: date, usd_per_barrel.  Trading days only."""
    daily = pd.read_csv(files[DAILY], parse_dates=["Date"])
    return daily.set_axis(["date", "usd_per_barrel"], axis="columns")


def brent_annual(files: dict[str, Path]) -> pd.DataFrame:
    """Build the annual average of Brent: year, usd_per_barrel.

    It is the publisher's own average, not ours.  Traps: each year is dated 30 June; 1987 covers
    20 May to December only; 2012 lies 0.06 above the mean of the daily series, which was revised.
    """
    annual = pd.read_csv(files[ANNUAL], parse_dates=["Date"])
    return pd.DataFrame({"year": annual["Date"].dt.year, "usd_per_barrel": annual["Price"]})
