"""Arms transfers: volumes between states, and single deals, from SIPRI."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes, successors

DYADS, REGISTER = "security/sipri-exports-processed.csv", "security/trade_register.csv"
REGISTER_NOTES = 11  # lines before the register's heads
LAST_OF_DYADS = 2021
# Recipients whose suppliers are all kept: the Middle East and the states compared with Iran.
RECIPIENTS = (
    *("IRN", "IRQ", "SYR", "LBN", "ISR", "JOR", "TUR", "EGY", "SAU", "YEM", "YMD", "PSE"),
    *("ARE", "BHR", "KWT", "OMN", "QAT", "LBY", "AFG", "PAK"),
    *("RUS", "CHN", "VEN", "CUB", "PRK", "IND", "BLR", "UKR"),
)
# Of the rest of the world these suppliers are kept, from FIRST_OF_WORLD on, and a sum of others.
SUPPLIERS = ("USA", "RUS", "CHN", "FRA", "GBR")
FIRST_OF_WORLD, OTHERS = 1980, "OTH"
NO_STATES = {
    "Biafra",
    "Katanga",
    "Unknown recipient(s)",
    "Unknown supplier(s)",
    "unknown recipient(s)",
    "unknown supplier(s)",
}
# Russian systems whose buyers are compared, and the buyers of all Russian arms that are kept.
SYSTEMS = r"S-300|S-400|Su-35|Su-30|Mi-28|Yak-130"
BUYERS = ("IRN", "SYR", "LBY", "TUR", "VEN", "IRQ", "EGY", "ARE")


def _coded(rows: pd.DataFrame, codelist: Path) -> pd.DataFrame:
    """Code supplier and recipient; movements (``*``), organizations (``**``), unknowns go."""
    for side in ("supplier", "recipient"):
        rows = rows[~rows[side].str.endswith("*") & ~rows[side].isin(NO_STATES)]
    namer = codes.namer(codelist)
    states = {
        pair: successors.dated(namer(pair[0].replace("Turkiye", "Turkey")), pair[1])
        for side in ("supplier", "recipient")
        for pair in set(zip(rows[side], rows["year"], strict=True))
    }
    for side in ("supplier", "recipient"):
        coded = [states[pair] for pair in zip(rows[side], rows["year"], strict=True)]
        rows = rows.assign(**{side: coded})
    return rows


def _register(file: Path, codelist: Path) -> pd.DataFrame:
    """Read the register of deals: one row for each deal and year of delivery."""
    rows = pd.read_csv(file, skiprows=REGISTER_NOTES, encoding="latin-1").rename(
        columns={
            "SIPRI AT Database ID": "deal",
            "Supplier": "supplier",
            "Recipient": "recipient",
            "Designation": "weapon",
            "Armament category": "category",
            "Order date": "ordered",
            "Delivery year": "year",
            "Numbers delivered": "delivered",
            "Numbers delivered is estimate": "estimated",
            "Status": "status",
            "TIV delivery values": "tiv",
        }
    )
    return _coded(rows, codelist)


def arms_transfers(files: dict[str, Path]) -> pd.DataFrame:
    """Build volumes of arms transfers between states.

    Source: SIPRI Arms Transfers Database, its dyads of 2022 up to 2021 and the sums of its
    register of 2026 for 2022-2024 (``edition``).  Traps: the trend-indicator value measures
    military capability, not money; it is rounded to millions up to 2021, and zero means less than
    half a million; no row means no delivery recorded; editions revise one another; movements
    named after a state (marked * by SIPRI) are not that state and are left out, as are
    organizations and unknown parties; the Soviet Union is ``RUS``.

    Returns
    -------
    DataFrame
        supplier, recipient, year, tiv (million), edition.  All suppliers for the recipients of
        the book; for all others the permanent members of the Security Council and ``OTH``, the
        sum of everyone else, from 1980 on.
    """
    codelist = files[codes.CODELIST]
    dyads = _coded(pd.read_csv(files[DYADS]).rename(columns={"value": "tiv"}), codelist)
    register = _register(files[REGISTER], codelist).query("year > @LAST_OF_DYADS")
    rows = pd.concat([dyads.assign(edition=2022), register.assign(edition=2026)])
    whole = rows["recipient"].isin(RECIPIENTS)
    rows = rows[whole | (rows["year"] >= FIRST_OF_WORLD)]
    named = rows["recipient"].isin(RECIPIENTS) | rows["supplier"].isin(SUPPLIERS)
    rows["supplier"] = rows["supplier"].where(named, OTHERS)
    return rows.groupby(["supplier", "recipient", "year", "edition"], as_index=False)["tiv"].sum()


def arms_deals(files: dict[str, Path]) -> pd.DataFrame:
    """Build single deals: everything to and from Iran, Russia's purchases, Russian sales.

    Source: SIPRI's register generated on 12 February 2026, deliveries 1995-2024.  Traps: only
    deals with a delivery in those years are in it, so an order that was never filled (Iran's for
    Su-35, or S-300 before 2016) has no row; the last year of delivery is 2024 although the file
    says 2025; ``tiv`` is that of the delivery in the year, not of the order; most numbers are
    SIPRI's estimates.

    Returns
    -------
    DataFrame
        deal (SIPRI's number), supplier, recipient, weapon, category, ordered (year), year (of
        delivery), delivered (pieces), estimated, status, tiv (million).
    """
    rows = _register(files[REGISTER], files[codes.CODELIST])
    iran = (rows["supplier"] == "IRN") | (rows["recipient"] == "IRN")
    bought = rows["recipient"] == "RUS"
    systems = rows["weapon"].str.contains(SYSTEMS) | rows["recipient"].isin(BUYERS)
    sold = (rows["supplier"] == "RUS") & systems
    rows = rows[iran | bought | sold]
    return rows.assign(estimated=rows["estimated"] != "No")
