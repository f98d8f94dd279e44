"""How close states are to one power or bloc, layer by layer, all states at once.

Public names: :func:`votes`, :func:`trade`, :func:`arms`, :func:`pledges`, :func:`news`,
:func:`exercises`.

A layer is a panel with a row a year and a column a state. A power is a list of codes, for a bloc
of several states, so that Europe is measured as one state is. What a layer does not cover is
missing and never zero.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from eastward.measures import bilateral, voting
from eastward.measures import trade as flows
from eastward.measures.events import COOPERATION

FEWEST = 20  # common votes of a pair in a year
KINDS = ["defense", "offense", "neutrality", "nonaggression", "consultation"]


def votes(
    cast: pd.DataFrame, rollcalls: pd.DataFrame, power: Iterable[str], method: str = "agreement"
) -> pd.DataFrame:
    """Agreement with a power in the General Assembly, per cent; of a bloc, the mean of its states.

    Parameters
    ----------
    cast : DataFrame
        As :func:`.voting.cast` gives.
    rollcalls : DataFrame
        The roll calls that count, with their year.
    power : iterable of str
        Codes.
    method : str
        As for :func:`.voting.agreement`.
    """
    power = list(power)
    pairs = voting.agreement(cast, rollcalls, method, minimum=FEWEST, involving=power)
    own = [
        voting.with_state(pairs, one).pivot(index="year", columns="state", values="agreement")
        for one in power
    ]
    return 100 * pd.concat(own).groupby(level=0).mean().sort_index()


def trade(exports: pd.DataFrame, world: pd.DataFrame, power: Iterable[str]) -> pd.DataFrame:
    """A power's part in all goods trade of every reporting state, per cent, both directions.

    Parameters
    ----------
    exports, world : DataFrame
        As for :func:`.bilateral.whole`.
    power : iterable of str
        Codes; members of a bloc that do not report are left out on both sides. Where the whole is
        known and nothing of it is with the power, the part is zero.
    """
    power = list(power)
    code = power[0] if len(power) == 1 else "bloc"
    with_bloc = exports if len(power) == 1 else flows.collapse(exports, power, code)
    own = bilateral.dealings(with_bloc, code)
    whole = bilateral.whole(exports, world).reindex(index=own.index, columns=own.columns)
    return 100 * own.fillna(0.0) / whole


def arms(shares: pd.DataFrame, power: Iterable[str], length: int = 5) -> pd.DataFrame:
    """The larger of two parts, per cent: the power's in a state's arms, the state's in the power's.

    Parameters
    ----------
    shares : DataFrame
        supplier, recipient, end, length, share (0-1). A state without a delivery has no tie: zero.
    power : iterable of str
        Codes; of a bloc the parts are added up, and the largest part that a member gets counts.
    length : int
        Years of the windows that end in the year.

    Examples
    --------
    >>> shares = pd.DataFrame({"supplier": ["RUS", "IRN"], "recipient": ["IRN", "RUS"],
    ...     "end": [2016, 2023], "length": 5, "share": [0.9, 0.4]})
    >>> arms(shares, ["RUS"])["IRN"].to_dict()
    {2016: 90.0, 2023: 40.0}
    """
    rows, power = shares[shares["length"] == length], list(power)
    got = rows[rows["supplier"].isin(power)].groupby(["end", "recipient"])["share"].sum().unstack()
    gave = rows[rows["recipient"].isin(power)].groupby(["end", "supplier"])["share"].max().unstack()
    years = sorted(rows["end"].unique())
    states = sorted({*rows["recipient"], *rows["supplier"]} - set(power))
    got, gave = (one.reindex(index=years, columns=states).fillna(0.0) for one in (got, gave))
    return (100 * np.maximum(got, gave)).rename_axis(index="year", columns="state")


def pledges(pacts: pd.DataFrame, power: Iterable[str], states: Iterable[str]) -> pd.DataFrame:
    """Kinds of pledge in force between a state and a power, 0 to 5, by ATOP; of a bloc, the mean.

    Parameters
    ----------
    pacts : DataFrame
        source, state, partner, year and the five kinds.
    power, states : iterable of str
        Codes of the power and of all states to be looked at.

    Examples
    --------
    >>> pacts = pd.DataFrame({"source": "ATOP", "state": ["IRN"], "partner": ["RUS"],
    ...     "year": [2018]} | dict.fromkeys(KINDS, [False]) | {"consultation": [True]})
    >>> pledges(pacts, ["RUS"], ["IRN", "TUR"]).loc[2018].to_dict()
    {'IRN': 1.0, 'TUR': 0.0}
    """
    rows, power = pacts[pacts["source"] == "ATOP"], list(power)
    swapped = rows.rename(columns={"state": "partner", "partner": "state"})
    both = pd.concat([rows, swapped])
    both = both[both["partner"].isin(power)]
    held = both.groupby(["year", "state", "partner"])[KINDS].any().sum(axis=1)
    found = held.groupby(level=["year", "state"]).sum().unstack() / len(power)
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1) if len(rows) else []
    states = [one for one in states if one not in power]
    return found.reindex(index=pd.Index(years, name="year"), columns=states).fillna(0.0)


def news(events: pd.DataFrame, power: Iterable[str]) -> pd.DataFrame:
    """A power's part in all reports of cooperation of a state with others, per cent.

    Parameters
    ----------
    events : DataFrame
        source, target, year, verbal_cooperation, material_cooperation.

    Examples
    --------
    >>> events = pd.DataFrame({"source": ["IRN", "IRN"], "target": ["RUS", "TUR"], "year": 2014,
    ...     "verbal_cooperation": [1, 2], "material_cooperation": [0, 1]})
    >>> float(news(events, ["RUS"]).loc[2014, "IRN"])
    25.0
    """
    power = list(power)
    told = events.assign(reports=events[COOPERATION].sum(axis=1))
    ends = [
        told[[end, other, "year", "reports"]].set_axis(
            ["state", "other", "year", "reports"], axis=1
        )
        for end, other in (("source", "target"), ("target", "source"))
    ]
    rows = pd.concat(ends)
    rows = rows[rows["state"] != rows["other"]]
    every = rows.groupby(["year", "state"])["reports"].sum().unstack()
    own = rows[rows["other"].isin(power)].groupby(["year", "state"])["reports"].sum().unstack()
    own = own.reindex(index=every.index, columns=every.columns).fillna(0.0)
    return 100 * own / every.where(every > 0)


def exercises(
    many: pd.DataFrame, russian: pd.DataFrame, power: Iterable[str], states: Iterable[str]
) -> pd.DataFrame:
    """Exercises in which both took part, by year; a list of Russia's goes on where the other ends.

    Parameters
    ----------
    many : DataFrame
        exercise, state, year: participants of multinational exercises.
    russian : DataFrame
        exercise, partner, year: Russia's.
    power, states : iterable of str
        Codes of the power and of all states to be looked at.
    """
    power, states = list(power), [one for one in states if one not in set(power)]
    hosts = many.loc[many["state"].isin(power), "exercise"]
    joint = many[many["exercise"].isin(hosts)].drop_duplicates(["exercise", "state"])
    counted = joint.groupby(["year", "state"]).size().unstack()
    last = int(many["year"].max()) if len(many) else 0
    first = int(many["year"].min()) if len(many) else 1
    if power == ["RUS"] and len(russian):
        later = russian[russian["year"] > last].groupby(["year", "partner"]).size().unstack()
        counted, last = pd.concat([counted, later]), int(max(russian["year"].max(), last))
    years = pd.Index(range(first, last + 1), name="year")
    return counted.reindex(index=years, columns=states).fillna(0.0)
