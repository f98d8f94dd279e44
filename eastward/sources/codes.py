"""Country codes: every name that an upstream file prints, and the code it gets here.

This is the only place where a name becomes a code.  A name is looked up, in this order, among
the totals, the former states, the spellings below, the listed aggregates, and last among the
regular expressions of the countrycode dictionary.  A name that none of them knows is an error:
nothing is dropped in silence.

Successor states, in one place:

- **Soviet Union.**  In the trade tables it is ``RUS`` up to 1991; what reporters still booked
  under its name after 1991 is left out (``USSR_ENDS``).  In the Energy Institute's oil tables it
  is ``SUN``: there the entity *russia* (1965-1984) is the whole Union and *russian_federation*
  (from 1985) is the republic, and joining the two would hide a break of 1.4 million barrels.
- **Yemen.**  The Yemen Arab Republic held the code ``YEM`` and keeps it; the People's Democratic
  Republic is ``YMD``.  Both end in 1989.
- **Germany** is the Federal Republic before 1990; the GDR is ``DDR``.
- **Czechoslovakia, Yugoslavia, Serbia and Montenegro, the Netherlands Antilles** keep the codes
  that ISO 3166-3 gave them.  Some reporters went on using the old name for years; the rows stay
  as printed and are not split among the successors.
- **Belgium-Luxembourg** has no ISO code; it is ``BLX``, as in the World Bank's trade tables.

Lists that number states instead of naming them are read by ``successors``.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from eastward.errors import InputError

CODELIST = "diplomacy/codes/codelist_without_cldr.csv"
WORLD, OPEC = "WLD", "OPC"
USSR_ENDS = 1991

TOTALS = {
    "total_world": WORLD,
    "Total World": WORLD,
    "Total world": WORLD,
    "OPEC": OPEC,
}
FORMER = {
    "Belgium-Luxembourg": "BLX",
    "Czechoslovakia": "CSK",
    "Eastern Germany": "DDR",
    "East Germany": "DDR",
    "East Germany (GDR)": "DDR",
    "Netherlands Antilles": "ANT",
    "Serbia and Montenegro": "SCG",
    "USSR": "RUS",
    "North Yemen": "YEM",
    "South Yemen": "YMD",
    "Yemen Arab Rep.": "YEM",
    "Yemen Arab Republic": "YEM",
    "Yemen, People's Dem. Rep. of": "YMD",
    "Yugoslavia": "YUG",
    "russia": "SUN",
    "FRY": "YUG",
    "German Democratic Republic": "DDR",
    "Yemen, North": "YEM",
}
FORMER_NAMES = {
    "ANT": "Netherlands Antilles",
    "AUH": "Austria-Hungary",
    "BAD": "Baden",
    "BAV": "Bavaria",
    "BLX": "Belgium-Luxembourg",
    "CSK": "Czechoslovakia",
    "DDR": "German Democratic Republic",
    "HAN": "Hanover",
    "HSE": "Hesse Electoral",
    "HSG": "Hesse Grand Ducal",
    "KRE": "Korean Empire",
    "MEC": "Mecklenburg-Schwerin",
    "MOD": "Modena",
    "PMA": "Parma",
    "RVN": "South Vietnam",
    "SAX": "Saxony",
    "SCG": "Serbia and Montenegro",
    "SIC": "Two Sicilies",
    "SUN": "Soviet Union",
    "TUS": "Tuscany",
    "WRT": "Wuerttemberg",
    "YMD": "South Yemen",
    "YUG": "Yugoslavia",
    "ZAN": "Zanzibar",
}
SPELLINGS = {
    "Aruba, Kingdom of the Netherlands": "ABW",
    "Curaçao, Kingdom of the Netherlands": "CUW",
    "Kosovo, Rep. of": "XKX",
    "Sint Maarten, Kingdom of the Netherlands": "SXM",
    "Sudans": "SDN",  # OPEC prints Sudan and South Sudan as one row
    "Ethiopia (excludes Eritrea)": "ETH",
    "Kosovo": "XKX",
    "Malaya": "MYS",
    "Micronesia": "FSM",
    "South Vietnam": "VNM",  # the Global Sanctions Data Base prints it for Viet Nam up to 2023
}
# The Energy Institute fills these with zeros for the years when another row counted their oil.
COUNTED_APART_SINCE = {"AZE": 1985, "KAZ": 1985, "TKM": 1985, "UZB": 1985, "SSD": 2012}

AGGREGATES = {
    # International Monetary Fund
    "Advanced Economies",
    "Africa",
    "Africa not specified",
    "Asia not specified",
    "Countries & Areas not specified",
    "Emerging Market and Developing Economies by Source of Export Earnings: Fuel",
    "Emerging Market and Developing Economies by Source of Export Earnings: Nonfuel",
    "Emerging and Developing Asia",
    "Emerging and Developing Economies",
    "Emerging and Developing Europe",
    "Euro Area",
    "Europe not specified",
    "European Union",
    "Malaysia, West",  # ends in 1963
    "Memorandum Items",
    "Middle East",
    "Middle East and Central Asia",
    "Middle East and Central Asia not specified",
    "Other Countries not included elsewhere",
    "Special Categories",
    "Sub-Saharan Africa",
    "Western Hemisphere",
    "Western Hemisphere not specified",
    "World",
    # Energy Institute
    "other_africa",
    "other_asia_pacific",
    "other_cis",
    "other_europe",
    "other_middle_east",
    "other_south_central_america",
    "total_africa",
    "total_asia_pacific",
    "total_cis",
    "total_europe",
    "total_middle_east",
    "total_north_america",
    "total_south_central_america",
    # OPEC
    "Latin America",
    "OECD",
    "OECD Americas",
    "OECD Asia Pacific",
    "OECD Europe",
    "OPEC Share in %",
    "OPEC percentage",
    "Other Asia",
    "Other Eurasia",
    "Other Europe",
    "Others",
}


def read(codelist: Path, *more: str) -> pd.DataFrame:
    """Read the countrycode dictionary: name, its regex, ``iso3c``, ``cown`` and columns asked."""
    columns = ["country.name.en", "country.name.en.regex", "iso3c", "cown", *more]
    return pd.read_csv(codelist, usecols=columns, encoding="utf-8-sig")


def namer(codelist: Path) -> Callable[[str], str | None]:
    """Return the function that turns a printed name into a code.

    Parameters
    ----------
    codelist : Path
        The countrycode dictionary.

    Returns
    -------
    Callable[[str], str | None]
        Name to code; ``None`` for a listed aggregate.  It raises ``InputError`` for a name
        that is neither a state nor listed, and for one that fits two states.
    """
    known = {**TOTALS, **FORMER, **SPELLINGS, **dict.fromkeys(AGGREGATES)}
    states = read(codelist).dropna(subset=["iso3c", "country.name.en.regex"])
    patterns = [
        (re.compile(regex, re.IGNORECASE), iso3)
        for regex, iso3 in zip(states["country.name.en.regex"], states["iso3c"], strict=True)
    ]

    def code(name: str) -> str | None:
        if name not in known:
            words = name.replace("_", " ")
            found = {iso3 for pattern, iso3 in patterns if pattern.search(words)}
            if len(found) != 1:
                raise InputError(
                    f"upstream name {name!r}: expected one state or an aggregate listed in "
                    f"eastward/sources/codes.py, found {', '.join(sorted(found)) or 'nothing'}"
                )
            known[name] = found.pop()
        return known[name]

    return code


def from_cow(codelist: Path) -> dict[int, str]:
    """Map Correlates of War numbers to ISO3: today's states, Russia's number the Soviet Union's."""
    states = read(codelist).dropna(subset=["iso3c", "cown"])
    return dict(zip(states["cown"].astype(int), states["iso3c"], strict=True))
