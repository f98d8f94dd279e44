"""Patronage: ties of security between states and great powers, one kind at a time.

Public names: :func:`formal`, :func:`by_standing`, :func:`by_bases`, :func:`by_troops`,
:func:`by_deployment`, :func:`by_fighting`, :func:`by_arms`, :data:`GUARDS`.

A pact is the formal tie; soldiers and bases on a state's soil are the informal one, as Lake
(2009, *Hierarchy in International Relations*, chapter 3) measures security hierarchy. The lists of
soldiers and bases know the United States, and from 2014 on Britain and France, so ties to Russia
and China rest on pacts, arms and the wars in which they fight, and are understated.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures import documents as papers
from eastward.measures import pacts as pledges

COLUMNS = ["state", "year", "patron"]
GUARDS = 10  # US persons; with fewer in the country a listed base was not in use that year
LISTED = range(1990, 2019)  # years that the undated list of US bases may stand for
UNINVITED = ("CUB", "SYR")  # states with US troops and bases against the will of their government
NOT_THEIRS = ("UN", "MFO", "EU", "OSCE")  # under these flags soldiers are no protection by a power


def formal(
    pacts: pd.DataFrame,
    powers: Iterable[str],
    source: str,
    kinds: Iterable[str] = ("defense",),
) -> pd.DataFrame:
    """Patrons by treaty: the powers that pledge something to a state.

    Parameters
    ----------
    pacts : DataFrame
        Columns source, state, partner, year, mutual and the kinds of pledge.
    powers : iterable of str
        ISO3 codes of the great powers.
    source : str
        Collection of treaties, ATOP or COW.
    kinds : iterable of str
        Pledges that make a patron; a promise of defence by default.

    Returns
    -------
    DataFrame
        state, year, patron.
    """
    rows = pledges.with_powers(pacts[pacts["source"] == source], powers, kinds, "received")
    return rows.rename(columns={"power": "patron"})[COLUMNS]


def by_standing(documents: pd.DataFrame, years: Iterable[int]) -> pd.DataFrame:
    """Patrons by law: powers that have given a state the standing of an ally.

    Parameters
    ----------
    documents : DataFrame
        Dated documents; those of the topic ally-status name the power first among the actors.
    years : iterable of int
        Years to look at; a standing holds from its own year on.

    Examples
    --------
    >>> documents = pd.DataFrame({"topic": ["ally-status"], "tags": "ally", "actors": "USA;JOR",
    ...     "corroboration": "primary", "date": pd.Timestamp("1996-11-12"),
    ...     "end_date": pd.Timestamp("1996-11-12"), "issuer": "President"})
    >>> by_standing(documents, [1995, 1996]).values.tolist()
    [['JOR', 1996, 'USA']]
    """
    known = papers.rows(documents, "ally-status")
    known = known[papers.has(known, "ally")]
    rows = [
        (state, year, power)
        for actors, day in zip(known["actors"], known["date"], strict=True)
        for power, *states in [actors.split(";")]
        for state in states
        for year in years
        if year >= day.year
    ]
    return pd.DataFrame(rows, columns=COLUMNS).drop_duplicates(ignore_index=True)


def by_troops(
    troops: pd.DataFrame,
    threshold: int,
    patron: str = "USA",
    uninvited: Iterable[str] = UNINVITED,
) -> pd.DataFrame:
    """Patrons by soldiers: states with at least so many of a power's troops.

    Parameters
    ----------
    troops : DataFrame
        Columns state, year, troops.
    threshold : int
        Smallest number that counts; a few soldiers are embassy guards.
    patron : str
        ISO3 code of the power whose troops they are.
    uninvited : iterable of str
        States that have the troops on their soil against the will of their government.

    Returns
    -------
    DataFrame
        state, year, patron.
    """
    rows = troops[(troops["troops"] >= threshold) & ~troops["state"].isin(list(uninvited))]
    return rows[["state", "year"]].assign(patron=patron)


def by_deployment(deployments: pd.DataFrame, threshold: int) -> pd.DataFrame:
    """Patrons by soldiers under their own or NATO's command, of every deploying state.

    Parameters
    ----------
    deployments : DataFrame
        Columns deployer, host, year, organisation, soldiers.
    threshold : int
        Smallest number in the host, all missions together.

    Examples
    --------
    >>> sent = pd.DataFrame({"deployer": "FRA", "host": ["ARE", "LBN"], "year": 2015,
    ...                      "organisation": ["FRA", "UN"], "soldiers": [750, 825]})
    >>> by_deployment(sent, 100).values.tolist()
    [['ARE', 2015, 'FRA']]
    """
    rows = deployments[~deployments["organisation"].isin(NOT_THEIRS)]
    rows = rows[~rows["host"].isin(UNINVITED)]
    rows = rows.groupby(["host", "year", "deployer"], as_index=False)["soldiers"].sum()
    rows = rows[rows["soldiers"] >= threshold]
    return rows.set_axis([*COLUMNS, "soldiers"], axis=1)[COLUMNS]


def by_bases(bases: pd.DataFrame, troops: pd.DataFrame, patron: str = "USA") -> pd.DataFrame:
    """Patrons by bases, in the years in which an undated list is taken to hold.

    Parameters
    ----------
    bases : DataFrame
        Columns state, kind; no dates.
    troops : DataFrame
        Columns state, year, troops; a base counts where there are more than guard an embassy.
    patron : str
        ISO3 code of the power whose bases they are.
    """
    hosts = set(bases.loc[bases["kind"] == "base", "state"]) - set(UNINVITED)
    staffed = by_troops(troops, GUARDS, patron)
    return staffed[staffed["state"].isin(hosts) & staffed["year"].isin(LISTED)]


def by_fighting(support: pd.DataFrame, powers: Iterable[str]) -> pd.DataFrame:
    """Patrons in war: powers whose troops joined the side of a state's government.

    Parameters
    ----------
    support : DataFrame
        Columns source, year, party, supporter; only the source ACD, which has troops alone.
    powers : iterable of str
        ISO3 codes of the great powers.

    Returns
    -------
    DataFrame
        state, year, patron.  Troops under a United Nations flag count.
    """
    rows = support[(support["source"] == "ACD") & support["supporter"].isin(set(powers))]
    rows = rows[~rows["party"].str.startswith("rebels of ")]
    rows = rows.assign(state=rows["party"].str.split()).explode("state")
    rows = rows.rename(columns={"supporter": "patron"})
    return rows.loc[rows["state"] != rows["patron"], COLUMNS].drop_duplicates()


def by_arms(suppliers: pd.DataFrame, start: int, floor: float, length: int = 5) -> pd.DataFrame:
    """Patrons by arms: the permanent member that delivered more than half in the years up to one.

    Parameters
    ----------
    suppliers : DataFrame
        ``arms_suppliers``: recipient, end, length, supplier, volume, share (0-1).
    start : int
        First year whose deliveries count; windows that end soon after it are shorter.
    floor : float
        Smallest volume of all deliveries in the window, million trend-indicator values.
    length : int
        Years of a window.

    Examples
    --------
    >>> table = pd.DataFrame({"recipient": "SYR", "end": [2014, 2015], "length": 5,
    ...     "supplier": "RUS", "volume": [1757, 40], "share": 0.9})
    >>> by_arms(table, 1980, 500).values.tolist()
    [['SYR', 2014, 'RUS']]
    """
    rows = suppliers[suppliers["share"] > 0.5]
    rows = rows[rows["volume"] >= floor * rows["share"]]
    rows = rows[rows["length"] == (rows["end"] - start + 1).clip(upper=length)]
    names = {"recipient": "state", "end": "year", "supplier": "patron"}
    return rows.rename(columns=names)[COLUMNS]
