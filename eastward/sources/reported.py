"""Trade figures published after the IMF series end, each with its source."""

from pathlib import Path

import pandas as pd

from eastward.errors import InputError
from eastward.sources import lists

FIGURES = f"{lists.FOLDER}/trade_reported.csv"


def apply_growth(figures: pd.DataFrame) -> pd.DataFrame:
    """Turn growth rates into totals, each on the total of the year before in the same list.

    Parameters
    ----------
    figures : DataFrame
        partner, year, flow, value (million; missing where only growth is known), growth_percent,
        derivation.

    Returns
    -------
    DataFrame
        The same rows; a growth row carries the derived total and its derivation in thousand
        millions.

    Raises
    ------
    InputError
        Where the year before is missing.
    """
    figures = figures.astype({"value": float}).sort_values(["partner", "year"], ignore_index=True)
    for i in figures.index[figures["growth_percent"].notna()]:
        partner, year, rate = figures.loc[i, ["partner", "year", "growth_percent"]]
        own = (figures["partner"] == partner) & (figures["flow"] == "total")
        base = figures[own & (figures["year"] == year - 1)]
        if len(base) != 1:
            raise InputError(f"{FIGURES}: {partner} {year}: growth without a total for {year - 1}")
        before = base["value"].iloc[0]
        figures.loc[i, "value"] = before * (1 + rate / 100)
        figures.loc[i, "derivation"] = f"{before / 1000:.4g} x {1 + rate / 100:.2f}"
    return figures


def trade_reported(files: dict[str, Path]) -> pd.DataFrame:
    """Build the published figures for Iran's trade with Russia, China and the EU, 2016-2025.

    Source: the project's list, second-hand figures from news pages that name their statistical
    source.  Traps: dollars and euros; parts of years; the EU of 28 and of 27; figures that the
    project derived, and growth rates that we turn into totals.  Use it only where the IMF series
    have ended, and say so.

    Returns
    -------
    DataFrame
        focal, partner, year, months, end, flow, value (million), currency_unit, derived,
        derivation, statistical_source, reported_by, corroboration, url, note.
    """
    figures = apply_growth(lists.rows(files[FIGURES]))
    ends = pd.PeriodIndex.from_fields(year=figures["year"], month=figures["months"], freq="M")
    return figures.assign(end=ends.end_time.normalize(), derived=figures["derivation"].notna())
