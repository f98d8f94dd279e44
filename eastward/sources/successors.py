"""Successor states: the numbers of two state lists, and the code that a number has in a year.

The Correlates of War (COW) project and Gleditsch and Ward number states that ISO 3166 never
coded, and give one number to states that ISO keeps apart.  What each number means is decided
here and nowhere else:

- **Russia.**  365 is Russia, the Soviet Union and Russia again: ``RUS`` throughout.
- **Iran.**  630 is Iran under the Qajars, the Pahlavis and the Islamic Republic: ``IRN``.
- **Turkey.**  640 is the Ottoman Empire and the Republic: ``TUR``.
- **Germany.**  255 is Prussia, the Empire and, in COW, Germany since 1990; 260 is the Federal
  Republic and, in Gleditsch and Ward, Germany since 1990.  All are ``DEU``; the GDR is ``DDR``.
- **Yemen.**  678 (the Arab Republic; in Gleditsch and Ward also the union) and 679 (the union in
  COW) are ``YEM``; the People's Republic is ``YMD``.
- **Yugoslavia.**  345 is Serbia up to 1917, Yugoslavia 1918-1991, Serbia and Montenegro 1992-2005
  and Serbia since: ``SRB``, ``YUG``, ``SCG``, ``SRB``.
- **Vietnam.**  816 is the North and the union, ``VNM``; the South is ``RVN``.
- **Korea.**  The Empire up to 1905 is ``KRE``, a code of the project's own.
- **Austria-Hungary** is ``AUH`` and not Austria; the states absorbed by Germany and Italy keep
  the abbreviations that COW gave them.
"""

from pathlib import Path

import pandas as pd

from eastward.errors import InputError
from eastward.sources import codes

# Numbers of states without a code in ISO 3166, and of the former states of ``codes``.
FORMER = {
    240: "HAN",
    245: "BAV",
    260: "DEU",
    265: "DDR",
    267: "BAD",
    269: "SAX",
    271: "WRT",
    273: "HSE",
    275: "HSG",
    280: "MEC",
    300: "AUH",
    315: "CSK",
    329: "SIC",
    332: "MOD",
    335: "PMA",
    337: "TUS",
    345: "YUG",
    347: "XKX",
    511: "ZAN",
    678: "YEM",
    680: "YMD",
    730: "KRE",
    817: "RVN",
}
# Where Gleditsch and Ward depart from COW, and the small states that they list apart.
GLEDITSCH_WARD = {
    54: "DMA",
    55: "GRD",
    56: "LCA",
    57: "VCT",
    58: "ATG",
    60: "KNA",
    221: "MCO",
    223: "LIE",
    232: "AND",
    255: "DEU",
    331: "SMR",
    340: "SRB",
    403: "STP",
    591: "SYC",
    815: "VNM",
    816: "VNM",
    935: "VUT",
    970: "KIR",
    971: "NRU",
    972: "TON",
    973: "TUV",
    983: "MHL",
    986: "PLW",
    987: "FSM",
    990: "WSM",
}
# Gleditsch and Ward's states that no other list has: they ended before 1911 or are disputed.
UNLISTED = {89, 99, 563, 564, 711}
YUGOSLAVIA = ((1917, "SRB"), (1991, "YUG"), (2005, "SCG"))


def cow(numbers: pd.Series, years: pd.Series, codelist: Path) -> pd.Series:
    """Translate Correlates of War numbers.

    Parameters
    ----------
    numbers, years : Series
        COW number and calendar year of each row; no missing values.
    codelist : Path
        The countrycode dictionary.

    Returns
    -------
    Series
        Codes, with the index of ``numbers``.

    Raises
    ------
    InputError
        For a number that the list does not know.
    """
    return _coded(numbers, years, codes.from_cow(codelist) | FORMER, "COW")


def gleditsch_ward(numbers: pd.Series, years: pd.Series, codelist: Path) -> pd.Series:
    """Translate Gleditsch and Ward's numbers; parameters and errors as in ``cow``."""
    listed = codes.read(codelist, "gwn").dropna(subset=["iso3c", "gwn"])
    current = dict(zip(listed["gwn"].astype(int), listed["iso3c"], strict=True))
    return _coded(numbers, years, current | FORMER | GLEDITSCH_WARD, "Gleditsch-Ward")


def dated(code: str, year: int) -> str:
    """Return the code that Yugoslavia (``YUG``) has in a year; any other code as it is."""
    if code != "YUG":
        return code
    return next((then for last, then in YUGOSLAVIA if year <= last), "SRB")


def _coded(
    numbers: pd.Series, years: pd.Series, known: dict[int, str], publisher: str
) -> pd.Series:
    numbers = numbers.astype(int)
    unknown = set(numbers) - set(known)
    if unknown:
        raise InputError(
            f"{publisher} number {min(unknown)}: unknown; states without an ISO 3166 code are "
            "listed in eastward/sources/successors.py"
        )
    found = numbers.map(known)
    yugoslav = found == "YUG"
    found[yugoslav] = [dated("YUG", year) for year in years[yugoslav]]
    return found
