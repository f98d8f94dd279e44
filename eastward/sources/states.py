"""Reference tables: the states of all tables, and dated memberships of groups."""

from pathlib import Path

import pandas as pd
import yaml

from eastward.sources import codes

GROUPS = "eastward/sources/coding/groups.yml"
# Names short enough for a map or a line's end, where the dictionary's own is long or dated.
LABELS = {
    "ARE": "UAE",
    "BIH": "Bosnia",
    "CAF": "Centr. Afr. Rep.",
    "CIV": "Ivory Coast",
    "COD": "DR Congo",
    "COG": "Congo",
    "CSK": "Czechoslovakia",
    "DDR": "East Germany",
    "DOM": "Dominican Rep.",
    "FSM": "Micronesia",
    "GBR": "UK",
    "GNQ": "Equat. Guinea",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "MMR": "Myanmar",
    "PSE": "Palestine",
    "PRK": "North Korea",
    "SAU": "Saudi Arabia",
    "SCG": "Serbia-Monten.",
    "TTO": "Trinidad",
    "TUR": "Turkey",
    "USA": "USA",
    "VAT": "Vatican",
}


def states(files: dict[str, Path]) -> pd.DataFrame:
    """Build the list of states and territories: iso3, name, label.

    Source: the countrycode dictionary, and the former states of ``codes``.  It holds every
    state of the dictionary, so that a code in any other table is found here; ``WLD`` and
    ``OPC`` in the oil tables are totals, not states.
    """
    current = codes.read(files[codes.CODELIST]).dropna(subset="iso3c")
    names = dict(zip(current["iso3c"], current["country.name.en"], strict=True))
    names |= codes.FORMER_NAMES | {"XKX": "Kosovo"}
    frame = pd.DataFrame(names.items(), columns=["iso3", "name"])
    short = frame["name"].str.replace(" & ", " and ")
    return frame.assign(label=frame["iso3"].map(LABELS).fillna(short))


def groups(files: dict[str, Path]) -> pd.DataFrame:
    """Build dated memberships: group, iso3, start, end.

    Source: the project's coding file, which names the publisher of each list.  ``start`` is the
    first and ``end`` the last calendar year with at least one day of membership; a blank end
    means that the state is still a member.  A state that left and came back has several rows.
    """
    coding = yaml.safe_load(files[GROUPS].read_text(encoding="utf-8"))
    rows = [
        (group, iso3, *years)
        for group, entry in coding.items()
        for iso3, periods in entry["members"].items()
        for years in periods
    ]
    frame = pd.DataFrame(rows, columns=["group", "iso3", "start", "end"])
    return frame.astype({"end": "Int64"})
