"""Exchange rates: the rial on the open market, and official rates."""

import json
from pathlib import Path

import openpyxl
import pandas as pd

from eastward.sources import codes

OPEN_MARKET = "economy/fx/gregorian_imp.min.json"
OFFICIAL = "economy/fx/imf_ifs_exchange_rates_usd.xlsx"
RIAL_PER_TOMAN = 10
OFFICIAL_STATES = ("Iran, Islamic Rep. of", "Russian Federation")
HEADER_ROW, FIRST_COLUMN = 6, 4  # zero-based; Country, Scale, Base Year stand before


def open_market(quotes: dict[str, dict]) -> pd.DataFrame:
    """Turn the archive's quotes in toman into rial: date, currency_per_usd.

    The selling quote is taken (what a buyer of dollars pays): buying quotes are missing on the
    first days.
    """
    toman = {day: quote["usd"]["sell"] for day, quote in quotes.items()}
    return pd.DataFrame(
        {
            "date": pd.to_datetime(list(toman), format="%Y/%m/%d"),
            "currency_per_usd": [float(RIAL_PER_TOMAN * rate) for rate in toman.values()],
        }
    )


def official(rows: list[tuple], codelist: Path) -> pd.DataFrame:
    """Turn the IFS sheet into monthly averages: state, date (last of the month), rate."""
    name = codes.namer(codelist)
    heads = rows[HEADER_ROW]
    monthly = {i: head for i, head in enumerate(heads) if i >= FIRST_COLUMN and "M" in str(head)}
    cells = [
        (name(row[1]), month, row[i])
        for row in rows[HEADER_ROW + 1 :]
        if row[1] in OFFICIAL_STATES
        for i, month in monthly.items()
        if row[i] != "..."
    ]
    frame = pd.DataFrame(cells, columns=["state", "date", "currency_per_usd"])
    months = pd.PeriodIndex(frame["date"].str.replace("M", "-"), freq="M")
    return frame.assign(date=months.end_time.normalize())


def exchange_rate(files: dict[str, Path]) -> pd.DataFrame:
    """Build exchange rates, units of the national currency per US dollar.

    Sources: the archive of Bonbast's open-market quotes (daily, from 9 October 2012), IMF
    International Financial Statistics (official rate, monthly averages, 2000-2019).  Traps:
    Bonbast quotes toman, ten rial each; its quotes stand still over weekends and holidays, and
    on some days of 2012-13 they are stale, so use medians over weeks there; IFS mixes annual,
    quarterly and monthly columns and prints "..." where it has nothing.

    Returns
    -------
    DataFrame
        state, date, series (open_market, official), currency_per_usd.
    """
    quotes = json.loads(files[OPEN_MARKET].read_text(encoding="utf-8"))
    book = openpyxl.load_workbook(files[OFFICIAL], read_only=True)
    rows = list(book.worksheets[0].values)
    return pd.concat(
        [
            open_market(quotes).assign(state="IRN", series="open_market"),
            official(rows, files[codes.CODELIST]).assign(series="official"),
        ]
    )
