"""Correlates of War dyadic trade: undirected dyad-years to directed imports."""

from pathlib import Path

import pandas as pd
import pyreadr

from eastward.sources import codes, dots

FILE = "economy/cow/cow_trade_ndy.rda"
FIRST_YEAR = 1980


def trade_cow(files: dict[str, Path]) -> pd.DataFrame:
    """Build bilateral imports, the second source beside DOTS.

    Source: COW trade 4.0.  Traps: one row holds both directions, and ``flow1`` is what state 1
    imports *from* state 2; each flow follows the importer's own report where there is one, so
    Iran's imports from Russia lie far below Russia's exports to Iran.  That ends in 2011: from
    then on Iran's imports are its partners' exports plus a tenth, so the jump of that year is one
    of method and the source no longer independent.  Missing is NA, zero is zero.
    Germany begins in 1990, because the file lacks the Federal Republic's trade, and Yemen with
    its union in 1990.  Only dyads between states that also report to DOTS are kept.

    Returns
    -------
    DataFrame
        importer, exporter, year, imports_musd (million current US$).
    """
    dyads = pyreadr.read_r(files[FILE])["cow_trade_ndy"].query("year >= @FIRST_YEAR")
    iso3 = codes.from_cow(files[codes.CODELIST])
    first, second = (dyads[side].astype(int).map(iso3) for side in ("ccode1", "ccode2"))
    directions = [(first, second, "flow1"), (second, first, "flow2")]
    flows = pd.concat(
        pd.DataFrame(
            {"importer": to, "exporter": origin, "year": dyads["year"], "imports_musd": dyads[flow]}
        )
        for to, origin, flow in directions
    ).astype({"year": int})
    stem = f"{dots.FOLDER}/exports_"
    reporters = {path.removeprefix(stem)[:3] for path in files if path.startswith(stem)} - {"SUN"}
    among = flows["importer"].isin(reporters) & flows["exporter"].isin(reporters)
    return flows[among].dropna(subset="imports_musd")
