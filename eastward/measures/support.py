"""Measures on support for the sides of armed conflicts.

Public names: :func:`same_side`, :func:`same_party`, :func:`opposite_sides`, :func:`running`,
:func:`named`, :func:`wars`, :func:`spans`.

Who supports whom is coded by Meier, Karlen, Pettersson and Croicu (2022, *Journal of Peace
Research* 60(3)), and with troops alone by Gleditsch and others (2002, *Journal of Peace Research*
39(5)).  Results keep the source apart.
"""

from collections.abc import Mapping

import pandas as pd

from eastward.measures.sets import spells

SIDE = ["source", "conflict", "year", "side"]
PARTY = [*SIDE, "party"]


def _sides(support: pd.DataFrame, state: str, key: list[str] = SIDE) -> pd.DataFrame:
    return support.loc[support["supporter"] == state, key].drop_duplicates()


def _coupled(support: pd.DataFrame, source: str, key: list[str]) -> pd.DataFrame:
    """Every two supporters, first and second in the alphabet, that share a key in a dataset."""
    rows = support.loc[support["source"] == source, [*key, "supporter"]].drop_duplicates()
    both = rows.merge(rows, on=key, suffixes=("", "_other"))
    both = both.rename(columns={"supporter": "first", "supporter_other": "second"})
    return both[both["first"] < both["second"]]


def same_side(support: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Conflict years in which two states supported the same side.

    Parameters
    ----------
    support : DataFrame
        Columns source, conflict, year, side, party, supporter.
    first, second : str
        ISO3 codes; their order does not matter.

    Returns
    -------
    DataFrame
        source, conflict, year, side.  A side may be of several parties, so the two may have
        supported different ones.
    """
    found = _sides(support, first).merge(_sides(support, second))
    return found.sort_values(SIDE, ignore_index=True)


def same_party(support: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Conflict years in which two states supported the same party, which is more than one side.

    Parameters are those of :func:`same_side`.

    Returns
    -------
    DataFrame
        source, conflict, year, side, party.
    """
    found = _sides(support, first, PARTY).merge(_sides(support, second, PARTY))
    return found.sort_values(PARTY, ignore_index=True)


def opposite_sides(support: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Conflict years in which two states supported opposite sides.

    Returns
    -------
    DataFrame
        source, conflict, year, side (of the first state).
    """
    other = _sides(support, second)
    other["side"] = other["side"].map({"A": "B", "B": "A"})
    found = _sides(support, first).merge(other)
    return found.sort_values(SIDE, ignore_index=True)


def running(joint: pd.DataFrame, least: int = 1) -> pd.DataFrame:
    """Runs of joint years without a break that are long enough.

    Parameters
    ----------
    joint : DataFrame
        Columns conflict, year, such as :func:`same_party` gives.
    least : int
        Fewest years of a run.

    Returns
    -------
    DataFrame
        conflict, start, end, years.

    Examples
    --------
    >>> joint = pd.DataFrame({"conflict": 333, "year": [1980, 1996, 1997, 1998]})
    >>> running(joint, 3).values.tolist()
    [[333, 1996, 1998, 3]]
    """
    found = spells(joint, ["conflict"])
    found = found.assign(years=found["end"] - found["start"] + 1)
    return found[found["years"] >= least].reset_index(drop=True)


def named(parties: pd.Series, labels: Mapping[str, str]) -> pd.Series:
    """Parties as words: a source of states' codes names governments as the other source does.

    Parameters
    ----------
    parties : Series
        Such as ``SYR``, ``rebels of AFG`` or ``Government of Iraq``.
    labels : mapping of str to str
        ISO3 code to label.

    Returns
    -------
    Series
        ``Government of Syria``, ``rebels of Afghanistan``; other names as they are.
    """

    def name(party: str) -> str:
        *rebels, last = party.split(" ")
        if rebels in ([], ["rebels", "of"]) and last in labels:
            return f"{' '.join(rebels) or 'Government of'} {labels[last]}"
        return party

    return parties.map(name)


def wars(support: pd.DataFrame, labels: Mapping[str, str]) -> pd.Series:
    """Name each conflict by the state whose government is its side A, as it was called last.

    Parameters
    ----------
    support : DataFrame
        Columns conflict, year, side, party; where nobody supported side A, side B gives the name.
    labels : mapping of str to str
        ISO3 code to label.

    Returns
    -------
    Series
        Name by conflict; two conflicts of one government share its name.
    """
    first = support.sort_values(["side", "year"], ascending=[True, False])
    first = first.drop_duplicates("conflict").sort_values("conflict")
    names = named(first["party"], labels).str.removeprefix("Government of ")
    return names.str.partition(" (")[0].set_axis(first["conflict"])


def spans(joint: Mapping[str, pd.DataFrame], wars: pd.Series) -> pd.DataFrame:
    """Unbroken runs of years in which something held in a war.

    Parameters
    ----------
    joint : mapping of str to DataFrame
        Kind to conflict years, such as :func:`same_party` gives.
    wars : Series
        Name of each conflict, as returned by :func:`wars`.

    Returns
    -------
    DataFrame
        war, kind, start, end, when (the years as text), earliest first.
    """
    parts = [rows.assign(kind=kind)[["conflict", "year", "kind"]] for kind, rows in joint.items()]
    rows = pd.concat(parts)
    rows["war"] = rows["conflict"].map(wars)
    found = spells(rows, ["war", "kind"])
    one = found["start"] == found["end"]
    found["when"] = found["start"].astype(str) + ("–" + found["end"].astype(str)).mask(one, "")
    return found.sort_values(["start", "war", "kind"], ignore_index=True)
