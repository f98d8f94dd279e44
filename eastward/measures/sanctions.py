"""Measures on sanctions: who is under them, whose, and how alike two targets are.

Public names: :func:`of_kind`, :func:`with_members`, :func:`kinds_in_common`, :func:`prolonged`,
:func:`episodes`.

The frame called ``sanctions`` has one row per sender, target and year with a measure in force:
columns sender, target, year, sender_is_bloc, and one truth value per kind of measure. It is
derived from the cases of the Global Sanctions Data Base (Yalcin and others 2025, *The World
Economy*), which are not passed on; kinds say nothing of weight.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures.sets import runs, years_of

KINDS = ("trade", "arms", "military", "financial", "travel", "other")
KEY = ["sender", "target", "year"]


def of_kind(sanctions: pd.DataFrame, kind: str | None) -> pd.DataFrame:
    """Rows with a measure of one kind (trade, arms, financial …); all where kind is None."""
    return sanctions if kind is None else sanctions[sanctions[kind]]


def with_members(sanctions: pd.DataFrame, groups: pd.DataFrame, bloc: str = "EU") -> pd.DataFrame:
    """Replace a bloc as sender by the states that were its members in each year.

    Parameters
    ----------
    sanctions : DataFrame
        As above.
    groups : DataFrame
        Columns group, iso3, start, end (first and last year of membership; end missing while it
        lasts).
    bloc : str
        Sender and group of the same name.

    Returns
    -------
    DataFrame
        The same columns; a member that also acts beside the bloc stands once, with the kinds of
        both, and a target is never its own sender.
    """
    sent = sanctions["sender"] == bloc
    members = years_of(groups.loc[groups["group"] == bloc], sanctions["year"].unique())
    rows = sanctions[sent].merge(members[["iso3", "year"]], on="year")
    rows = rows[rows["iso3"] != rows["target"]]
    rows = rows.assign(sender=rows["iso3"], sender_is_bloc=False)
    whole = pd.concat([sanctions[~sent], rows[sanctions.columns]], ignore_index=True)
    return _joined(whole)


def _joined(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per sender, target and year, with the kinds of all."""
    flags = ["sender_is_bloc", *KINDS]
    joined = rows.groupby(KEY, as_index=False)[flags].any()
    return joined[[column for column in rows.columns if column in {*KEY, *flags}]]


def kinds_in_common(sanctions: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Compare the kinds of measures that common senders have in force against two targets.

    Returns
    -------
    DataFrame
        year, sender, jaccard: the kinds (without ``other``) against both as a share of the kinds
        against either. Senders with measures against one of the two only have no row.
    """
    named = list(KINDS[:-1])
    one, other = (
        sanctions[sanctions["target"] == target].groupby(["year", "sender"])[named].any()
        for target in (first, second)
    )
    one, other = one.align(other, join="inner")
    either = (one | other).sum(axis=1)
    alike = ((one & other).sum(axis=1) / either)[either > 0]
    return alike.rename("jaccard").reset_index()


def prolonged(
    sanctions: pd.DataFrame, sender: str, target: str, kinds: Iterable[str], years: Iterable[int]
) -> pd.DataFrame:
    """Keep some kinds of one sender's measures in force where the data end them too early.

    Parameters
    ----------
    sanctions : DataFrame
        As above.
    sender, target : str
        Whose measures, against whom.
    kinds : iterable of str
        Kinds that stayed in force.
    years : iterable of int
        Years in which they did; those after the last one of the frame are not added.
    """
    last = sanctions["year"].max()
    new = pd.DataFrame({"year": [year for year in years if year <= last]}, dtype=int)
    bloc = bool(sanctions.loc[sanctions["sender"] == sender, "sender_is_bloc"].any())
    flags = dict.fromkeys(KINDS, False) | dict.fromkeys(kinds, True)
    new = new.assign(sender=sender, target=target, sender_is_bloc=bloc, **flags)
    return _joined(pd.concat([sanctions, new[sanctions.columns]], ignore_index=True))


def episodes(sanctions: pd.DataFrame, sender: str, kind: str | None = None) -> pd.DataFrame:
    """Unbroken spells of years in which a target was under a sender's sanctions.

    Returns
    -------
    DataFrame
        target, start, end (first and last year in force that the frame holds), started_before (the
        spell was there in the frame's first year, so that it may be older) and open (still in force
        in the frame's last year).
    """
    chosen = of_kind(sanctions, kind)
    chosen = chosen[chosen["sender"] == sender]
    chosen = chosen.assign(spell=runs(chosen, ["target"]))
    first, last = sanctions["year"].min(), sanctions["year"].max()
    spells = chosen.groupby(["target", "spell"], as_index=False).agg(
        start=("year", "min"), end=("year", "max")
    )
    spells = spells.assign(started_before=spells["start"] == first, open=spells["end"] == last)
    return spells.drop(columns="spell")
