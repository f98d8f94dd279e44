"""Measures on pledges by formal treaty.

Public names: :data:`KINDS`, :func:`directed`, :func:`with_powers`, :func:`state_years`,
:func:`pledge_years`, :func:`held`.

The kinds of pledge are those of Leeds, Ritter, Mitchell and Long (2002, *International
Interactions* 28(3)); Gibler (2009, *International Military Alliances*) types whole alliances
instead.  The two collections are never pooled: every result keeps its source.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.errors import InputError
from eastward.measures.sets import spells

KINDS = ("defense", "offense", "neutrality", "nonaggression", "consultation")
DIRECTIONS = ("received", "given", "either")


def _known(kinds: Iterable[str]) -> list[str]:
    kinds = list(kinds)
    for kind in kinds:
        if kind not in KINDS:
            raise InputError(f"pledge {kind!r}: expected one of {', '.join(KINDS)}")
    return kinds


def directed(pacts: pd.DataFrame) -> pd.DataFrame:
    """Write mutual pledges as two rows, one for each direction.

    Parameters
    ----------
    pacts : DataFrame
        Columns source, state, partner, year, mutual and the kinds.

    Returns
    -------
    DataFrame
        source, state (who pledges), partner (to whom), year and the kinds.
    """
    back = pacts[pacts["mutual"]].rename(columns={"state": "partner", "partner": "state"})
    both = pd.concat([pacts, back])[["source", "state", "partner", "year", *KINDS]]
    return both.sort_values(["source", "state", "partner", "year"], ignore_index=True)


def with_powers(
    pacts: pd.DataFrame,
    powers: Iterable[str],
    kinds: Iterable[str] = KINDS,
    direction: str = "either",
) -> pd.DataFrame:
    """Pledges between states and great powers.

    Parameters
    ----------
    pacts : DataFrame
        Columns source, state, partner, year, mutual and the kinds.
    powers : iterable of str
        ISO3 codes of the great powers; which they are is the caller's choice.
    kinds : iterable of str
        Kinds that count, any one of which is enough.
    direction : str
        ``received`` (the power pledges to the state), ``given`` (the state to the power) or
        ``either``.

    Returns
    -------
    DataFrame
        source, state, power, year and the kinds asked, which in ``either`` are those of any
        direction.  A pact of two powers has a row for each as the state.

    Raises
    ------
    InputError
        For an unknown kind or direction.
    """
    kinds, powers = _known(kinds), set(powers)
    if direction not in DIRECTIONS:
        raise InputError(f"direction {direction!r}: expected one of {', '.join(DIRECTIONS)}")
    touched = pacts[pacts["state"].isin(powers) | pacts["partner"].isin(powers)]
    rows = directed(touched[touched[kinds].any(axis=1)])
    received = rows[rows["state"].isin(powers)].rename(
        columns={"state": "power", "partner": "state"}
    )
    given = rows[rows["partner"].isin(powers)].rename(columns={"partner": "power"})
    chosen = {"received": [received], "given": [given], "either": [received, given]}[direction]
    key = ["source", "state", "power", "year"]
    return pd.concat(chosen)[[*key, *kinds]].groupby(key, as_index=False).any()


def state_years(
    pacts: pd.DataFrame,
    powers: Iterable[str],
    kinds: Iterable[str] = KINDS,
    direction: str = "either",
) -> pd.DataFrame:
    """Count the great powers that each state has pledges with, year by year.

    Parameters are those of :func:`with_powers`.

    Returns
    -------
    DataFrame
        source, state, year, powers (their number); only years with at least one.
    """
    rows = with_powers(pacts, powers, kinds, direction)
    return rows.groupby(["source", "state", "year"], as_index=False).agg(powers=("power", "size"))


def pledge_years(
    pacts: pd.DataFrame,
    state: str,
    powers: Iterable[str],
    years: Iterable[int],
    kinds: Iterable[str] = KINDS,
    direction: str = "either",
) -> pd.DataFrame:
    """Count the years in which a state had a pledge with any great power.

    Parameters
    ----------
    pacts, powers, direction
        As in :func:`with_powers`.
    state : str
        ISO3 code.
    years : iterable of int
        Years that count; those after a collection's last year are not observed.
    kinds : iterable of str
        Kinds to count, each by itself, and together as ``any``.

    Returns
    -------
    DataFrame
        source, kind, years (with such a pledge), observed (years up to the collection's last).
        Every source and kind has a row.
    """
    wanted, kinds = sorted(set(years)), _known(kinds)
    rows = with_powers(pacts, powers, kinds, direction)
    rows = rows[(rows["state"] == state) & rows["year"].isin(wanted)]
    rows["any"] = rows[kinds].any(axis=1)
    result = []
    for source, last in pacts.groupby("source")["year"].max().items():
        mine = rows[rows["source"] == source]
        observed = sum(year <= last for year in wanted)
        result += [
            (source, kind, mine.loc[mine[kind], "year"].nunique(), observed)
            for kind in [*kinds, "any"]
        ]
    return pd.DataFrame(result, columns=["source", "kind", "years", "observed"])


def held(pacts: pd.DataFrame, state: str, powers: Iterable[str], start: int = 1900) -> pd.DataFrame:
    """Spells of a state's pledges with great powers, by the strongest pledge in force.

    Parameters
    ----------
    pacts, powers
        As in :func:`with_powers`.
    state : str
        ISO3 code.
    start : int
        First year to look at.

    Returns
    -------
    DataFrame
        source, power, pledge, start, end; pledge is ``help`` (defense or offense), ``restraint``
        (neutrality or non-aggression) or, with nothing stronger beside it, ``consultation``.
    """
    rows = with_powers(pacts, powers)
    rows = rows[(rows["state"] == state) & (rows["year"] >= start)]
    pledge = pd.Series("consultation", index=rows.index)
    pledge = pledge.mask(rows["neutrality"] | rows["nonaggression"], "restraint")
    pledge = pledge.mask(rows["defense"] | rows["offense"], "help")
    return spells(rows.assign(pledge=pledge), ["source", "power", "pledge"])
