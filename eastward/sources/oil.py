"""Oil: production, exports, destinations, origins; from the Energy Institute, OPEC, the IEA."""

import gzip
from pathlib import Path

import openpyxl
import pandas as pd
import yaml

from eastward.errors import InputError
from eastward.sources import codes

LIQUIDS = "economy/oil/ei_oil_production_barrels.csv"
CONDENSATE = "economy/oil/ei_crude_cond_production_barrels.csv"
PRODUCTION, DESTINATIONS, EXPORTS = (
    f"economy/oil/opec_asb2023_{table}.xlsx" for table in ("T35", "T51", "T52")
)
ORIGINS = tuple(
    f"economy/oil_origin/oil_imports_{years}.csvy.gz" for years in ("2000_2010", "2011_2020")
)
MONTHLY = "eastward/sources/coding/oil_monthly.yml"
ORIGIN_CODES = {"IRN": "IRN", "RUS": "RUS", "SAU": "SAU", "NONSPEC": "XXX", "TOTIMPST": "WLD"}
IMPORTER_CODES = {"KOSOVO": "XKX", "NORTHMACED": "MKD"}
IMPORTER_TOTALS = {"IEATOT", "OENN", "OEPN", "OEU", "OTO"}


def year_of(head: object) -> int | None:
    """Read a column head of an OPEC table: a year, a date of 1 January, or no year at all."""
    if isinstance(head, int):
        return head
    return getattr(head, "year", None)


def strip_footnote(name: str) -> str:
    """Remove the footnote digits and blanks that OPEC prints after a name."""
    return name.rstrip("0123456789 ")


def parse_value(cell: float | str) -> float | None:
    """Parse one cell of an OPEC table, 1,000 barrels a day; ``na`` is missing."""
    if cell == "na":
        return None
    if not isinstance(cell, int | float):
        raise InputError(f"OPEC cell {cell!r}: expected a number or 'na'")
    return float(cell)


def _sheet(file: Path) -> pd.DataFrame:
    """Read an OPEC table: label columns, then one column per year; rows end before the notes."""
    rows = list(openpyxl.load_workbook(file, read_only=True).worksheets[0].values)
    head = next(i for i, row in enumerate(rows) if any(year_of(cell) for cell in row))
    years = {i: year_of(cell) for i, cell in enumerate(rows[head]) if year_of(cell)}
    labels = min(years)
    body = [row for row in rows[head + 1 :] if row[labels] is not None]
    frame = pd.DataFrame([[*row[:labels], *(row[i] for i in years)] for row in body])
    return frame.set_axis([*range(labels), *years.values()], axis="columns")


def _long(frame: pd.DataFrame, labels: list[str]) -> pd.DataFrame:
    """Turn the year columns into rows with ``kbd``; cells that say ``na`` are dropped."""
    long = frame.melt(id_vars=labels, var_name="year", value_name="cell")
    long["kbd"] = long["cell"].map(parse_value)
    return long.drop(columns="cell").dropna(subset="kbd").astype({"year": int})


def _opec(file: Path, codelist: Path) -> pd.DataFrame:
    """Read an OPEC table with one row per country: state, year, kbd."""
    name = codes.namer(codelist)
    frame = _sheet(file).rename(columns={0: "state"})
    frame["state"] = [name(strip_footnote(label)) for label in frame["state"]]
    return _long(frame.dropna(subset="state"), ["state"])


def _energy_institute(file: Path, codelist: Path) -> pd.DataFrame:
    """Read an Energy Institute series: state, year, kbd."""
    name = codes.namer(codelist)
    frame = pd.read_csv(file).set_axis(["state", "year", "kbd"], axis="columns")
    frame["state"] = frame["state"].map({geo: name(geo) for geo in frame["state"].unique()})
    apart = frame["state"].map(codes.COUNTED_APART_SINCE).fillna(0)
    return frame[frame["year"] >= apart].dropna(subset="state")


def oil_production(files: dict[str, Path]) -> pd.DataFrame:
    """Build oil production by state, three series of two publishers side by side.

    Sources, in order of priority: Energy Institute (all liquids from 1965, crude and condensate
    from 2000, to 2024), OPEC Annual Statistical Bulletin table 3.5 (crude, 1960-2022).  The
    three measure different things and are never mixed.  Traps: the Institute's *russia* is the
    Soviet Union up to 1984 and its zeros for successor states are no observations (see
    ``codes``); OPEC's names carry footnote digits, its "OPEC" is the membership of 2023 in
    every year, and "Sudans" is two states.

    Returns
    -------
    DataFrame
        state (ISO3, ``WLD`` world, ``OPC`` OPEC), year, series, kbd (thousand barrels a day),
        source (EI or OPEC).
    """
    codelist = files[codes.CODELIST]
    return pd.concat(
        [
            _energy_institute(files[LIQUIDS], codelist).assign(series="liquids", source="EI"),
            _energy_institute(files[CONDENSATE], codelist).assign(
                series="crude_condensate", source="EI"
            ),
            _opec(files[PRODUCTION], codelist).assign(series="crude", source="OPEC"),
        ]
    )


def oil_exports(files: dict[str, Path]) -> pd.DataFrame:
    """Build crude oil exports by state from OPEC's table 5.2.

    Traps: column heads are dates, "na" stands for years before a state's first figure, and
    "OPEC" is the membership of 2023 in every year.

    Returns
    -------
    DataFrame
        state (ISO3, ``WLD``, ``OPC``), year, kbd (thousand barrels a day).
    """
    return _opec(files[EXPORTS], files[codes.CODELIST])


def oil_destinations(files: dict[str, Path]) -> pd.DataFrame:
    """Build the destinations of OPEC members' crude exports from OPEC's table 5.1.

    Traps: the exporter stands on the first row of its block only, with its total; the
    destinations follow in the second column and are regions apart from China, India and Russia.

    Returns
    -------
    DataFrame
        state (ISO3 or ``OPC``), destination (OPEC's region name), year, kbd.
    """
    name = codes.namer(files[codes.CODELIST])
    frame = _sheet(files[DESTINATIONS]).rename(columns={0: "state", 1: "destination"})
    exporter = frame["state"].where(frame["destination"].isna()).ffill()
    frame["state"] = exporter.map({label: name(label) for label in exporter.unique()})
    return _long(frame.dropna(subset="destination"), ["state", "destination"])


def _crude_by_origin(file: Path) -> pd.DataFrame:
    """Read the crude oil rows of a CSVY file: a YAML head between two rules, then a CSV."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rules = 0
        while rules < 2:
            rules += next(lines) == "---\n"
        columns = ["COUNTRY", "PRODUCT", "ORIGIN", "TIME", "Value"]
        rows = pd.read_csv(lines, usecols=columns)
    return rows[rows["PRODUCT"] == "CRUDEOIL"]


def oil_origin(files: dict[str, Path]) -> pd.DataFrame:
    """Build the crude oil imports of OECD members and others by origin.

    Source: the IEA's imports by origin, in two files.  Traps: the rows of the IEA, the OECD and
    its regions are totals, not importers; a zero may mean that the importer gave no origins
    (``XXX``); importers outside the OECD have totals but no origins in 2020; importers without
    imports stand with zeros throughout and are left out.

    Returns
    -------
    DataFrame
        importer, origin (``IRN``, ``RUS``, ``SAU``, ``XXX`` not specified, ``WLD`` all), year, kt
        (thousand tonnes).
    """
    rows = pd.concat([_crude_by_origin(files[file]) for file in ORIGINS])
    rows = rows[rows["ORIGIN"].isin(ORIGIN_CODES) & ~rows["COUNTRY"].isin(IMPORTER_TOTALS)]
    rows = rows.dropna(subset="Value").rename(columns={"TIME": "year", "Value": "kt"})
    total = rows["kt"].where(rows["ORIGIN"] == "TOTIMPST").groupby([rows["COUNTRY"], rows["year"]])
    rows = rows[total.transform("max") > 0]
    return rows.assign(
        importer=rows["COUNTRY"].replace(IMPORTER_CODES), origin=rows["ORIGIN"].map(ORIGIN_CODES)
    )


def oil_monthly(files: dict[str, Path]) -> pd.DataFrame:
    """Build the monthly crude output of 2018 that public pages quote.

    Source: coded by hand from seven pages, which quote OPEC's Monthly Oil Market Report or a
    survey of Reuters.  Traps: most months are missing; the series measure one month differently,
    so take a change within one series; figures of one page may be rounded, or computed from a
    month and its change.

    Returns
    -------
    DataFrame
        state, month (YYYY-MM), series, kbd (thousand barrels a day), derived, derivation,
        corroboration (of the page), source_title, source_address, note.
    """
    coding = yaml.safe_load(files[MONTHLY].read_text(encoding="utf-8"))
    figures = pd.DataFrame(coding["figures"])
    pages = pd.DataFrame.from_dict(coding["sources"], orient="index").add_prefix("source_")
    pages = pages.rename(columns={"source_corroboration": "corroboration"})
    return figures.join(pages, on="source").assign(derived=figures["derivation"].notna())
