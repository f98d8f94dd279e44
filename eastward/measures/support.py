"""Measures on support for the sides of armed conflicts.

Public names: :func:`same_side`, :func:`same_party`, :func:`beside`, :func:`opposite_sides`,
:func:`before`, :func:`pairs`, :func:`among`, :func:`named`, :func:`wars`, :func:`spans`.

Who supports whom is coded by Meier, Karlen, Pettersson and Croicu (2022, *Journal of Peace
Research* 60(3)), and with troops alone by Gleditsch and others (2002, *Journal of Peace Research*
39(5)).  Results keep the source apart.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations

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


def beside(support: pd.DataFrame, state: str, powers: Iterable[str]) -> pd.DataFrame:
    """Conflict years in which a state supported the same party as a power, for each of several.

    Returns
    -------
    DataFrame
        power, source, conflict, year, side, party.
    """
    parts = {power: same_party(support, state, power) for power in powers if power != state}
    found = pd.concat(parts, names=["power", None])
    return found.reset_index("power").reset_index(drop=True)


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


def before(
    joint: pd.DataFrame, war: Iterable[int], since: int, began: int
) -> tuple[pd.DataFrame | None, int | None]:
    """Joint cases that came before the first one in a war.

    Parameters
    ----------
    joint : DataFrame
        Columns conflict, year, such as :func:`same_side` gives.
    war : iterable of int
        UCDP's numbers of the conflicts that make the war.
    since : int
        First year to look at.
    began : int
        First year of the war; an older episode of the same conflict comes before it.

    Returns
    -------
    (DataFrame or None, int or None)
        The rows of ``joint`` from ``since`` on and before the first joint year in the war, and
        that year; None where there is no joint year in the war.
    """
    there = joint.loc[joint["conflict"].isin(set(war)) & (joint["year"] >= began), "year"]
    if there.empty:
        return None, None
    first = int(there.min())
    return joint[joint["year"].between(since, first - 1)], first


def pairs(support: pd.DataFrame, source: str, party: bool = False) -> pd.DataFrame:
    """Count the conflict years on one side of every pair of supporters, to compare one pair with.

    Parameters
    ----------
    support : DataFrame
        Columns source, conflict, year, side, party, supporter.
    source : str
        Dataset, ACD or ESD.
    party : bool
        Whether the two must have supported the same party and not only the same side.

    Returns
    -------
    DataFrame
        first, second (alphabetical), years (conflict years on the same side), conflicts (their
        number), largest first.
    """
    both = _coupled(support, source, PARTY if party else SIDE)
    both = both.drop_duplicates([*SIDE, "first", "second"])
    result = both.groupby(["first", "second"], as_index=False).agg(
        years=("conflict", "size"), conflicts=("conflict", "nunique")
    )
    return result.sort_values("years", ascending=False, kind="stable", ignore_index=True)


def among(pairs: pd.DataFrame, states: Iterable[str]) -> pd.Series:
    """Conflicts that each pair of some states has in common, pairs without any included.

    Parameters
    ----------
    pairs : DataFrame
        As returned by :func:`pairs`.
    states : iterable of str
        Supporters.

    Returns
    -------
    Series
        Number of conflicts by pair, named ``A–B`` in alphabetical order.
    """
    index = pd.MultiIndex.from_tuples(combinations(sorted(set(states)), 2))
    counts = pairs.set_index(["first", "second"])["conflicts"].reindex(index, fill_value=0)
    return counts.set_axis([f"{first}–{second}" for first, second in index])


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
