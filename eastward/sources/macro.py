"""Macroeconomic series of the World Bank and the International Monetary Fund."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes

FOLDER = "economy/macro"
INFLATION = f"{FOLDER}/FP.CPI.TOTL.ZG.csv"
GROWTH_2022 = f"{FOLDER}/API_NY.GDP.MKTP.KD.ZG.csv"
EXTRACT_2024 = f"{FOLDER}/wdi_extract_2024.csv"
OUTLOOK = f"{FOLDER}/weo2021-04_"
FIRST_YEAR = 1980
FIRST_PROJECTION = 2020  # of the World Economic Outlook of April 2021

EXTRACT_SERIES = {"NY.GDP.MKTP.KD.ZG": "gdp_growth", "SL.UEM.TOTL.ZS": "unemployment"}
OUTLOOK_SERIES = {
    "PCPIPCH": "inflation",
    "NGDP_RPCH": "gdp_growth",
    "LUR": "unemployment",
    "BCA_NGDPD": "current_account",
    "TX_RPCH": "export_volume_growth",
}


def long(frame: pd.DataFrame) -> pd.DataFrame:
    """Turn columns of years into rows: state, series, year, value; blanks and ".." dropped.

    Parameters
    ----------
    frame : DataFrame
        Index state and series; columns such as "1980" or "1980 [YR1980]", others ignored.
    """
    years = frame.filter(regex=r"^\d{4}")
    years.columns = years.columns.str[:4].astype(int)
    cells = years.rename_axis(columns="year").stack()
    cells = cells[cells != ".."].dropna().astype(float)
    return cells.rename("value").reset_index().query("year >= @FIRST_YEAR")


def _outlook(file: Path) -> pd.DataFrame:
    """Read a state's series of the World Economic Outlook; what is not given is dropped."""
    names = {"weo-country": "state", "weo-subject": "series", "original_period": "year"}
    frame = pd.read_csv(file).rename(columns=names)
    frame["series"] = frame["series"].map(OUTLOOK_SERIES)
    return frame[["state", "series", "year", "value"]].dropna()


def macro(files: dict[str, Path]) -> pd.DataFrame:
    """Build macroeconomic series by state, year and source.

    Sources: World Development Indicators in three vintages (inflation from 2025; growth from
    July 2022 and, with unemployment, from December 2024) and the World Economic Outlook of April
    2021 (Iran and Russia).  Traps: vintages differ, and sources more: growth of Iran in 2018 is
    -2.3, -1.8 or -6.0 per cent; Iran's year begins in March and the Outlook's figures are those
    of its fiscal year; the Outlook's values from 2020 on are projections; aggregates stand among
    the World Bank's states.

    Returns
    -------
    DataFrame
        state, series, year, source, value (per cent), projection.
    """
    bank = ["Country Code", "Indicator Name"]
    inflation = pd.read_csv(files[INFLATION]).set_index(bank)
    growth = pd.read_csv(files[GROWTH_2022], skiprows=4, encoding="utf-8-sig").set_index(bank)
    extract = pd.read_csv(files[EXTRACT_2024])
    extract["Series Code"] = extract["Series Code"].map(EXTRACT_SERIES)
    extract = extract.dropna(subset="Series Code").set_index(["Country Code", "Series Code"])
    frames = []
    for frame, source, series in [
        (inflation, "WDI 2025", "inflation"),
        (growth, "WDI 2022", "gdp_growth"),
        (extract, "WDI 2024", None),
    ]:
        cells = long(frame.rename_axis(["state", "series"]))
        frames.append(cells.assign(source=source, **({"series": series} if series else {})))
    outlook = [_outlook(files[path]) for path in files if path.startswith(OUTLOOK)]
    frames.append(pd.concat(outlook).assign(source="WEO 2021"))
    frame = pd.concat(frames, ignore_index=True)
    known = codes.read(files[codes.CODELIST])["iso3c"]
    projection = (frame["source"] == "WEO 2021") & (frame["year"] >= FIRST_PROJECTION)
    return frame[frame["state"].isin(known)].assign(projection=projection)
