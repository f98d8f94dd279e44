"""Intergovernmental organizations: who belonged to which political or economic body, by year."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes, rdata, successors

FILE = "diplomacy/igo/state_year_format3.rda"
FIRST_YEAR = 1945
# Alliances, regional bodies and economic blocs; the many technical unions are left out.
ORGANIZATIONS = (
    *("nato", "wpact", "cento", "seato", "anzus", "weu", "csto"),
    *("cis", "sco", "eaec", "cica", "eco", "bsec", "osce", "coe", "cmea", "eec", "eu"),
    *("oic", "loas", "gcc", "isdb", "opec", "oapec", "d8"),
    *("nam", "g15", "aalco", "colombo", "iorarc", "saarc", "asean", "apec"),
    *("oau", "au", "oas", "mercosur", "oecd", "un", "iaea", "wto"),
)
STATUS = {1: "full", 2: "associate", 3: "observer"}


def igo_membership(files: dict[str, Path]) -> pd.DataFrame:
    """Build memberships in political and economic organizations, one row for each year.

    Source: COW Intergovernmental Organizations 3.0, to 2014.  Traps: it ends before Iran became a
    full member of the Shanghai Cooperation Organisation (2023) and of BRICS (2024); memberships
    before 1965 were recorded every five years and filled in; missing and "not a state" are both
    left out; "full" says nothing of what membership obliges to.

    Returns
    -------
    DataFrame
        organization (COW's abbreviation in capitals), state, year, status (full, associate or
        observer).
    """
    rows = rdata.read(files[FILE]).query("year >= @FIRST_YEAR").astype({"year": int})
    rows["state"] = successors.cow(rows["ccode"], rows["year"], files[codes.CODELIST])
    long = rows.melt(
        id_vars=["state", "year"],
        value_vars=list(ORGANIZATIONS),
        var_name="organization",
        value_name="code",
    )
    long["status"] = long["code"].map(STATUS)
    long["organization"] = long["organization"].str.upper()
    # In 1990 Germany and Yemen have two rows each; the closer tie counts.
    long = long.dropna(subset="status").sort_values("code")
    return long.drop_duplicates(["organization", "state", "year"])
