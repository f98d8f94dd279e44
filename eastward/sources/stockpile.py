"""Iran's stock of enriched uranium as the IAEA's quarterly reports gave it."""

from pathlib import Path

import pandas as pd

from eastward.sources import lists

REPORTS = f"{lists.FOLDER}/stockpile.csv"
ESTIMATES_FROM = "2021-05-01"  # from then on the IAEA could not count


def stockpile(files: dict[str, Path]) -> pd.DataFrame:
    """Build the stock of enriched uranium by report.

    Source: figures read in press accounts of the IAEA's reports, one page a row.  Traps: the
    total is the mass of uranium (not of UF6) in every form; no figure was found for 2016 and
    2018; three totals are derived from a stated change; from May 2021 the IAEA estimates; some
    dates are known to the month; a report comes out some weeks after its date, so that a
    cut-off between the two lets a figure pass that was not public yet.

    Returns
    -------
    DataFrame
        date (last day of a month where only that is known), precision, report (YYYY-MM), total_kg,
        u20_kg, u60_kg (kg of uranium; missing where not found), derived, estimate, corroboration,
        source_title, source_address.
    """
    reports = lists.dated(files[REPORTS])
    return reports.assign(date=reports["end_date"], estimate=reports["end_date"] >= ESTIMATES_FROM)
