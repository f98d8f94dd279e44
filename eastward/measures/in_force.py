"""Days on which sanctions were in force, and how many two targets have in common.

Public names: :func:`acts`, :func:`by_day`, :func:`shared_days`, :func:`of_size`.

The data base of cases counts years: a measure lifted on 16 January stands for the whole year.
Legal acts give the days of the first and the last measure where they are known; senders without
an act of their own follow the European Union.
"""

import pandas as pd

from eastward.measures.documents import has

LEADER = "EU"


def acts(documents: pd.DataFrame) -> pd.DataFrame:
    """Days on which a sender's measures against a target began or ended.

    Parameters
    ----------
    documents : DataFrame
        Columns date, actors (sender, then target) and tags (begins, ends).

    Returns
    -------
    DataFrame
        sender, target, date, way (begins or ends).

    Examples
    --------
    >>> documents = pd.DataFrame({"date": pd.to_datetime(["2014-03-17", "2014-07-31"]),
    ...     "actors": "EU;RUS", "tags": ["begins", "arms"]})
    >>> acts(documents)[["sender", "target", "way"]].values.tolist()
    [['EU', 'RUS', 'begins']]
    """
    rows = documents[has(documents, "begins", "ends")]
    sides = rows["actors"].str.split(";")
    return pd.DataFrame(
        {
            "sender": sides.str[0],
            "target": sides.str[1],
            "date": rows["date"],
            "way": has(rows, "begins").map({True: "begins", False: "ends"}),
        }
    ).reset_index(drop=True)


def by_day(
    sanctions: pd.DataFrame, acts: pd.DataFrame, start: str, end: str
) -> dict[str, pd.DataFrame]:
    """Days on which each sender had measures in force, by target.

    Parameters
    ----------
    sanctions : DataFrame
        Columns sender, target, year: one row for a year with a measure in force.
    acts : DataFrame
        As :func:`acts` returns them; without a row whole years are in force.
    start, end : str
        First and last day (ISO).

    Returns
    -------
    dict
        Target to a frame of truth values, one row a sender and one column a day. An act cuts the
        first or the last year of a sender's measures, unless the table ends with that year.

    Examples
    --------
    >>> sanctions = pd.DataFrame({"sender": "EU", "target": "RUS", "year": [2014, 2015]})
    >>> first = pd.DataFrame({"sender": ["EU"], "target": "RUS", "way": "begins",
    ...     "date": pd.to_datetime(["2014-03-17"])})
    >>> int(by_day(sanctions, first, "2014-01-01", "2014-12-31")["RUS"].loc["EU"].sum())
    290
    """
    days = pd.date_range(start, end)
    last = sanctions["year"].max()
    spans = sanctions.groupby(["target", "sender"])["year"].agg(["min", "max"])
    rows = sanctions[sanctions["year"].isin(days.year)]
    found = {}
    for target, own in rows.groupby("target"):
        years = pd.crosstab(own["sender"], own["year"]).gt(0)
        frame = years.reindex(columns=days.year, fill_value=False)
        frame.columns = days
        for sender in frame.index:
            for act in _of(acts, sender, target).itertuples():
                first, final = spans.loc[(target, sender)]
                if act.way == "begins" and first == act.date.year:
                    frame.loc[sender, days < act.date] = False
                if act.way == "ends" and final == act.date.year < last:
                    frame.loc[sender, days > act.date] = False
        found[target] = frame
    return found


def shared_days(found: dict[str, pd.DataFrame], focal: str) -> pd.DataFrame:
    """Days of sanctions that every target has in common with one of them.

    Parameters
    ----------
    found : dict
        As :func:`by_day` returns it.
    focal : str
        The target of interest.

    Returns
    -------
    DataFrame
        Index target, all others; value (%: days on which a sender acted against both, of those on
        which it acted against either, summed over senders), n (senders against either), shared
        (senders that acted against both on a day), senders (those against the other target). A
        sender that is itself one of the two is left out. Empty without measures against the focal
        state.

    Examples
    --------
    >>> one = pd.DataFrame([[True, True], [True, False]], index=["EU", "USA"])
    >>> other = pd.DataFrame([[True, False]], index=["EU"])
    >>> shared_days({"IRN": one, "RUS": other}, "IRN").loc["RUS", ["value", "n"]].tolist()
    [33.333333333333336, 2.0]
    """
    columns = ["value", "n", "shared", "senders"]
    if focal not in found or not found[focal].to_numpy().any():
        return pd.DataFrame(columns=columns)
    rows = {}
    for target, frame in found.items():
        if target == focal:
            continue
        one, other = (side.drop([focal, target], errors="ignore") for side in (found[focal], frame))
        one, other = one.align(other, join="outer", fill_value=False)
        both, either = (one & other), (one | other)
        days = int(either.to_numpy().sum())
        share = 100 * int(both.to_numpy().sum()) / days if days else None
        counts = (int(side.any(axis=1).sum()) for side in (either, both, other))
        rows[target] = (share, *counts)
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns)


def of_size(sanctions: pd.DataFrame, years: range, focal: str, part: float = 0.5) -> list[str]:
    """Other targets with at least a part of one target's senders over the same years.

    With fewer senders a target cannot have half of the days in common, whoever they are.

    Examples
    --------
    >>> sanctions = pd.DataFrame({"sender": ["EU", "USA", "EU", "EU"],
    ...     "target": ["IRN", "IRN", "BLR", "LBY"], "year": [2015, 2015, 2015, 1999]})
    >>> of_size(sanctions, range(2015, 2016), "IRN")
    ['BLR']
    """
    rows = sanctions[sanctions["year"].isin(years)]
    senders = rows.groupby("target")["sender"].nunique()
    least = part * senders.get(focal, float("inf"))
    return sorted(set(senders.index[senders >= least]) - {focal})


def _of(acts: pd.DataFrame, sender: str, target: str) -> pd.DataFrame:
    """The acts of a sender against a target; where there is none of a way, the Union's."""
    rows = acts[acts["target"] == target]
    own = rows[rows["sender"] == sender]
    led = rows[(rows["sender"] == LEADER) & ~rows["way"].isin(own["way"])]
    return pd.concat([own, led])
