"""Militarized disputes of two collections, and strategic rivalries of two."""

from pathlib import Path

import pandas as pd

from eastward.sources import codes, rdata, successors, system

MID, GML = "security/cow_mid_dirdisps.rda", "security/gml_dirdisp.rda"
DREYER, SAKUWA = "security/td_rivalries.rda", "security/tss_rivalries.rda"
FIRST_YEAR = 1816
MISSING = -9
KINDS = ("positional", "spatial", "ideological", "interventionary")


def _sides(file: Path, source: str, codelist: Path) -> pd.DataFrame:
    """Read one collection, keeping of each pair of mirrored rows the one that starts on side A."""
    rows = rdata.read(file).query("sidea1 == 1 and sidea2 == 0").astype({"year": int})
    rows = rows.rename(columns={"midonset": "onset", "disponset": "onset", "dispnum": "dispute"})
    result = pd.DataFrame({"source": source, "dispute": rows["dispute"].astype(int)})
    result["year"] = rows["year"]
    result["onset"] = rows["onset"] == 1
    for side, number in (("a", 1), ("b", 2)):
        result[f"state_{side}"] = successors.cow(rows[f"ccode{number}"], rows["year"], codelist)
        result[f"originator_{side}"] = rows[f"orig{number}"] == 1
        for name, column in (
            ("revisionist", "revstate"),
            ("hostility", "hostlev"),
            ("fatality", "fatality"),
        ):
            values = rows.get(f"{column}{number}", pd.Series(MISSING, index=rows.index))
            result[f"{name}_{side}"] = values.where(values != MISSING).astype("Int64")
    return result


def disputes(files: dict[str, Path]) -> pd.DataFrame:
    """Build disputes between two states, one row for each year: side A against side B.

    Sources: COW Militarized Interstate Disputes 5.0 (1816-2014) and its revision by Gibler, Miller
    and Little 2.2.1 (to 2010).  Traps: side A took the first militarized act, which is not the
    same as being the revisionist, and only the revision codes revisionists by side in this file;
    a state that joined later is on a side without being an originator; a row is a dyad, so a
    dispute of many has many rows; both lists begin with a state's admission to the system, for
    Iran 1855, and so miss the wars of 1804-13 and 1826-28; fatality is a level, 0-6.

    Returns
    -------
    DataFrame
        source (COW or GML), dispute, state_a, state_b, year, onset (first year of the pair),
        originator, revisionist, hostility (1-5) and fatality (0-6) of each side, blank if
        unknown.
    """
    codelist = files[codes.CODELIST]
    return pd.concat([_sides(files[MID], "COW", codelist), _sides(files[GML], "GML", codelist)])


def _years(spans: pd.DataFrame, codelist: Path) -> pd.DataFrame:
    """Turn rivalries into years from 1816 on, the pair in alphabetical order."""
    rows = system.expand(spans.astype({"start": int, "end": int})).query("year >= @FIRST_YEAR")
    first, second = (
        successors.cow(rows[number], rows["year"], codelist) for number in ("ccode1", "ccode2")
    )
    ordered = first < second
    return rows.assign(state_a=first.where(ordered, second), state_b=second.where(ordered, first))


def rivalries(files: dict[str, Path]) -> pd.DataFrame:
    """Build strategic rivalries, one row for each year and pair of states.

    Sources: Thompson and Dreyer (1494-2010) and Thompson, Sakuwa and Suhas (1494-2020), here from
    1816 on.  Traps: the last years are where the lists end, not where rivalries do; the older
    list ranks up to three kinds, the newer marks each kind, and both are given as marks; the
    rivalry of Iran and Russia ends in 1828 in the newer list and comes back in neither.

    Returns
    -------
    DataFrame
        source (TD or TSS), state_a, state_b (alphabetical), year, positional, spatial,
        ideological, interventionary.
    """
    codelist = files[codes.CODELIST]
    older = rdata.read(files[DREYER]).rename(columns={"styear": "start", "endyear": "end"})
    ranked = older[["type1", "type2", "type3"]]
    for kind in KINDS:
        older[kind] = (ranked == kind).any(axis=1)
    newer = rdata.read(files[SAKUWA])
    newer[list(KINDS)] = newer[list(KINDS)] == 1
    rows = pd.concat(
        [_years(older, codelist).assign(source="TD"), _years(newer, codelist).assign(source="TSS")]
    )
    key = ["source", "state_a", "state_b", "year"]
    return rows.groupby(key, as_index=False)[list(KINDS)].any()
