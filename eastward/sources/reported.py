"""Trade figures published after the IMF series end, each with its source."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.errors import InputError

FIGURES = "economy/reported_trade_figures.csv"
NOTES = "eastward/sources/coding/trade_reported.yml"
PARTNERS = {"Russia": "RUS", "China": "CHN", "EU": "EU"}
MONTHS = {"full year": 12, "Jan-Jun": 6, "Jan-Sep": 9, "Jan-Oct": 10}
UNITS = {"bn USD": "million USD", "bn EUR": "million EUR"}


def flow(measure: str) -> str:
    """Name a flow from the partner's side: total, partner_exports or partner_imports."""
    if measure in ("total", "growth"):
        return "total"
    return f"partner_{measure.split()[-1]}"


def apply_growth(figures: pd.DataFrame) -> pd.DataFrame:
    """Turn growth rates into totals, each on the total of the year before in the same file.

    Parameters
    ----------
    figures : DataFrame
        dyad, year, measure, value (thousand millions, or per cent where measure is "growth"),
        unit, derivation.

    Returns
    -------
    DataFrame
        The same rows; a growth row carries the derived total, its unit and its derivation.

    Raises
    ------
    InputError
        Where the year before is missing.
    """
    figures = figures.sort_values(["dyad", "year"]).reset_index(drop=True)
    totals = figures["measure"].isin(["total", "growth"])
    for i in figures.index[figures["measure"] == "growth"]:
        dyad, year, rate = figures.loc[i, ["dyad", "year", "value"]]
        base = figures[totals & (figures["dyad"] == dyad) & (figures["year"] == year - 1)]
        if len(base) != 1:
            raise InputError(f"{FIGURES}: {dyad} {year}: growth without a total for {year - 1}")
        before = base.iloc[0]
        figures.loc[i, "value"] = before["value"] * (1 + rate / 100)
        figures.loc[i, "unit"] = before["unit"]
        figures.loc[i, "derivation"] = f"derived: {before['value']:.4g} x {1 + rate / 100:.2f}"
    return figures


def trade_reported(files: dict[str, Path]) -> pd.DataFrame:
    """Build the published figures for Iran's trade with Russia, China and the EU, 2016-2025.

    Source: the compiled list, second-hand figures from news pages that name their statistical
    source.  Traps: thousand millions (we give millions); dollars and euros; parts of years;
    the EU of 28 and of 27; figures that the compiler derived, and growth rates that we turn
    into totals.  Use it only where the IMF series have ended, and say so.

    Returns
    -------
    DataFrame
        focal, partner, year, months, end, flow, value (million), currency_unit, derived,
        derivation, statistical_source, reported_by, url, note.
    """
    figures = pd.read_csv(files[FIGURES])
    notes = yaml.safe_load(files[NOTES].read_text(encoding="utf-8"))
    labels = ["dyad", "year", "period", "measure"]
    figures["note"] = figures[labels].astype(str).agg(" ".join, axis="columns").map(notes)
    figures = apply_growth(figures)
    derived = figures["derivation"].str.startswith("derived: ")
    months = figures["period"].map(MONTHS)
    ends = pd.PeriodIndex.from_fields(year=figures["year"], month=months, freq="M").end_time
    return figures.assign(
        focal="IRN",
        partner=figures["dyad"].str.removeprefix("Iran-").map(PARTNERS),
        months=months,
        end=ends.normalize(),
        flow=figures["measure"].map(flow),
        value=figures["value"] * 1000,
        currency_unit=figures["unit"].map(UNITS),
        derived=derived,
        derivation=figures["derivation"].str.removeprefix("derived: ").where(derived),
    )
