"""Iran's stock of enriched uranium as the IAEA's quarterly reports gave it."""

from pathlib import Path

import pandas as pd

from eastward.sources import dates

REPORTS = "security/iaea_stockpile_compiled.csv"


def verified(basis: str, publisher: str, total: bool) -> str:
    """Judge a row: ``yes``, ``partly`` or ``no``.

    A figure that the named page states for this report counts as read (yes).  One that was
    derived from a stated change, stands for the quarter before in a later report, or is printed
    differently elsewhere, counts partly; one from a page marked as weak, or no figure at all,
    does not (no).

    Parameters
    ----------
    basis, publisher : str
        The compiler's notes.
    total : bool
        Whether there is any figure.
    """
    if not total or "weak source" in publisher:
        return "no"
    doubts = ("derived", "previous-quarter", "other copies")
    return "partly" if any(doubt in basis for doubt in doubts) else "yes"


def stockpile(files: dict[str, Path]) -> pd.DataFrame:
    """Build the stock of enriched uranium by report.

    Source: figures read in press accounts of the IAEA's reports, one page a row.  Traps: the
    total is the mass of uranium (not of UF6) in every form; no figure was found for 2016 and
    2018; four totals are derived from a stated change; from May 2021 the IAEA estimates; some
    dates are known to the month; a report comes out some weeks after its date, so that a
    cut-off between the two lets a figure pass that was not public yet.

    Returns
    -------
    DataFrame
        date (last day of a month where only that is known), precision, report (YYYY-MM), total_kg,
        u20_kg, u60_kg (kg of uranium; missing where not found), derived, estimate, verified,
        source_title, source_address.
    """
    reports = pd.read_csv(files[REPORTS])
    figures = {"total_kg_U": "total_kg", "u20_kg": "u20_kg", "u60_kg": "u60_kg"}
    any_figure = reports[list(figures)].notna().any(axis="columns")
    notes = zip(reports["basis"], reports["publisher"], any_figure, strict=True)
    spans = dates.spans(reports["as_of"])
    return reports.rename(columns=figures | {"source_url": "source_address"}).assign(
        date=spans["end_date"],
        precision=spans["precision"],
        derived=reports["basis"].str.contains("derived"),
        estimate=spans["end_date"] >= "2021-05-01",
        verified=[verified(*note) for note in notes],
        source_title=reports["publisher"].str.replace(" (weak source)", ""),
    )
