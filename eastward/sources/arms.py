"""Arms transfers: volumes between states, and single deals, from SIPRI."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes, successors

DYADS, REGISTER = "security/sipri-exports-processed.csv", "security/trade_register.csv"
REGISTER_NOTES = 11  # lines before the register's heads
LAST_OF_DYADS = 2021
# SIPRI lets others reproduce less than a tenth of a data set.  Kept are the states that chapters
# draw: all suppliers of these three, all that Iran sold, and from FIRST_OF_REGION on what the
# permanent members of the Security Council, and all others together, delivered to the region.
RECIPIENTS = ("IRN", "TUR", "VEN")
SUPPLIERS = ("USA", "RUS", "CHN", "FRA", "GBR")
REGION = (
    *("ARE", "BHR", "EGY", "IRQ", "ISR", "JOR", "KWT", "LBN", "LBY"),
    *("OMN", "PSE", "QAT", "SAU", "SYR", "YEM"),
)
FIRST_OF_REGION, OTHERS = 2001, "OTH"
# The derived table: lengths of its windows, and the first year in which one ends.
LENGTHS, FIRST_END = (1, 2, 3, 4, 5), 1980
SINCE = 1979  # the year after which the longest windows begin, those since the revolution
KEY = ["recipient", "end", "length"]
# The derived table of shares: powers on either side of a pair, and lengths of its windows.
POWERS = ("RUS", "CHN", "IND", "USA", "DEU", "FRA", "GBR")
SHARED_OVER = (3, 5)
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


def _volumes(files: dict[str, Path]) -> pd.DataFrame:
    """All volumes between states: supplier, recipient, year, edition, tiv."""
    codelist = files[codes.CODELIST]
    dyads = _coded(pd.read_csv(files[DYADS]).rename(columns={"value": "tiv"}), codelist)
    register = _register(files[REGISTER], codelist).query("year > @LAST_OF_DYADS")
    rows = pd.concat([dyads.assign(edition=2022), register.assign(edition=2026)])
    return rows.groupby(["supplier", "recipient", "year", "edition"], as_index=False)["tiv"].sum()


def arms_transfers(files: dict[str, Path]) -> pd.DataFrame:
    """Build volumes of arms transfers to the states that chapters draw.

    Source: SIPRI Arms Transfers Database, its dyads of 2022 up to 2021 and the sums of its
    register of 2026 for 2022-2024 (``edition``).  Traps: the trend-indicator value measures
    military capability, not money; it is rounded to millions up to 2021, and zero means less than
    half a million; no row means no delivery recorded; editions revise one another; movements
    named after a state (marked * by SIPRI) are not that state and are left out, as are
    organizations and unknown parties; the Soviet Union is ``RUS``.

    Returns
    -------
    DataFrame
        supplier, recipient, year, tiv (million), edition.  All suppliers of RECIPIENTS, all that
        Iran sold, and for REGION from 2001 on the permanent members and ``OTH``, everyone else.
    """
    rows = _volumes(files)
    whole = rows["recipient"].isin(RECIPIENTS) | (rows["supplier"] == "IRN")
    region = rows["recipient"].isin(REGION) & (rows["year"] >= FIRST_OF_REGION)
    rows = rows[whole | region]
    named = whole | rows["supplier"].isin(SUPPLIERS)
    rows["supplier"] = rows["supplier"].where(named, OTHERS)
    return rows.groupby(["supplier", "recipient", "year", "edition"], as_index=False)["tiv"].sum()


def arms_suppliers(files: dict[str, Path]) -> pd.DataFrame:
    """Build the largest of SUPPLIERS to every recipient over windows of years: a derived table.

    Source: as for ``arms_transfers``, all recipients.  Traps: a window holds both editions where
    it runs over 2021; a recipient without any delivery in a window has no row; where only others
    delivered, the supplier is missing and its share zero; of equal ones the first by alphabet
    stands.

    Returns
    -------
    DataFrame
        recipient, end (last year), length (1 to 5 years, or all since 1980), supplier, volume
        (million, its deliveries in the window), share (0-1 of all deliveries), years (of the
        window, with any delivery).
    """
    volumes = _volumes(files)
    yearly = volumes.pivot_table(
        index="year", columns=["recipient", "supplier"], values="tiv", aggfunc="sum"
    )
    yearly = yearly.reindex(range(yearly.index.min(), yearly.index.max() + 1)).fillna(0.0)
    bought = yearly.T.groupby("recipient").sum().T > 0
    whole = yearly.loc[SINCE + 1 :].cumsum(), bought.loc[SINCE + 1 :].cumsum()
    windows = {
        length: (yearly.rolling(length).sum(), bought.rolling(length).sum()) for length in LENGTHS
    }
    parts = []
    for length, (volume, active) in {**windows, None: whole}.items():
        sums = volume.loc[FIRST_END:].round(6).stack(["recipient", "supplier"])
        sums = sums.rename("volume").rename_axis(["end", "recipient", "supplier"]).reset_index()
        total = sums.groupby(["recipient", "end"])["volume"].sum().loc[lambda x: x > 0]
        years = active.stack().rename("years").swaplevel().reindex(total.index).astype(int)
        own = sums[sums["supplier"].isin(SUPPLIERS) & (sums["volume"] > 0)]
        own = own.sort_values(["volume", "supplier"], ascending=[False, True])
        first = own.drop_duplicates(["recipient", "end"]).set_index(["recipient", "end"])
        first = first.reindex(total.index).fillna({"volume": 0.0})
        part = first.assign(share=first["volume"] / total, years=years).reset_index()
        parts.append(part.assign(length=length or part["end"] - SINCE))
    # A window of all years since 1980 can be as long as one of the fixed lengths; it stands once.
    return pd.concat(parts, ignore_index=True).drop_duplicates(KEY)


def arms_shares(files: dict[str, Path]) -> pd.DataFrame:
    """Build shares in all imports of arms where a power is one of the two: a derived table.

    Source: as for ``arms_transfers``, all pairs with one of POWERS.  Traps: a window holds both
    editions where it runs over 2021; a share of little is a share of little, and the volumes are
    not passed on; no row means no delivery recorded.

    Returns
    -------
    DataFrame
        supplier, recipient, end (last year of the window, FIRST_END or later), length (years of
        the window, SHARED_OVER), share (0-1 of all that the recipient got in the window).
    """
    yearly = _volumes(files).pivot_table(
        index="year", columns=["recipient", "supplier"], values="tiv", aggfunc="sum"
    )
    yearly = yearly.reindex(range(yearly.index.min(), yearly.index.max() + 1)).fillna(0.0)
    parts = []
    for length in SHARED_OVER:
        volume = yearly.rolling(length).sum().loc[FIRST_END:].round(6)
        share = volume / volume.T.groupby("recipient").transform("sum").T
        share = share.stack(["recipient", "supplier"]).rename("share")
        share = share.rename_axis(["end", "recipient", "supplier"]).reset_index()
        kept = share["supplier"].isin(POWERS) | share["recipient"].isin(POWERS)
        parts.append(share[kept & (share["share"] > 0)].assign(length=length))
    return pd.concat(parts, ignore_index=True)


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
