"""Measures on sanctions: who is under them, whose, and how alike two targets are.

Public names: :func:`of_kind`, :func:`with_members`, :func:`active_cases`, :func:`sender_sets`,
:func:`overlap`, :func:`overlap_with_all`, :func:`kinds_in_common`, :func:`prolonged`,
:func:`lone_cases`, :func:`episodes`, :func:`edges`.

The frame called ``sanctions`` has one row per case, sender, target and year in force: columns
case_id, sender, target, year, start, sender_is_bloc, and one truth value per kind of measure
(Felbermayr and others 2020, *European Economic Review* 129, for the data). A case is one measure;
counting cases says nothing of their weight.
"""

from collections.abc import Iterable

import pandas as pd

from eastward.measures.sets import jaccard, runs, years_of

KINDS = ("trade", "arms", "military", "financial", "travel", "other")


def of_kind(sanctions: pd.DataFrame, kind: str | None) -> pd.DataFrame:
    """Cases with a measure of one kind (trade, arms, financial …); all where kind is None."""
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
        The same columns; a member that the case names beside the bloc stands once, a target is
        never its own sender.
    """
    sent = sanctions["sender"] == bloc
    members = years_of(groups.loc[groups["group"] == bloc], sanctions["year"].unique())
    rows = sanctions[sent].merge(members[["iso3", "year"]], on="year")
    rows = rows[rows["iso3"] != rows["target"]]
    rows = rows.assign(sender=rows["iso3"], sender_is_bloc=False)
    whole = pd.concat([sanctions[~sent], rows[sanctions.columns]], ignore_index=True)
    return whole.drop_duplicates(["case_id", "sender", "target", "year"], ignore_index=True)


def active_cases(
    sanctions: pd.DataFrame, kind: str | None = None, sender: str | None = None
) -> pd.DataFrame:
    """Cases in force by target and year.

    Parameters
    ----------
    kind : str, optional
        Only cases with a measure of this kind.
    sender : str, optional
        Only cases that this sender takes part in.

    Returns
    -------
    DataFrame
        target, year, cases, senders (distinct, blocs as one). Years without a case have no row.
    """
    chosen = of_kind(sanctions, kind)
    if sender is not None:
        chosen = chosen[chosen["sender"] == sender]
    return chosen.groupby(["target", "year"], as_index=False).agg(
        cases=("case_id", "nunique"), senders=("sender", "nunique")
    )


def sender_sets(
    sanctions: pd.DataFrame, year: int, kind: str | None = None
) -> dict[str, frozenset[str]]:
    """Senders of all cases in force in a year, by target."""
    chosen = of_kind(sanctions, kind)
    chosen = chosen[chosen["year"] == year]
    return {target: frozenset(senders) for target, senders in chosen.groupby("target")["sender"]}


def overlap(
    sanctions: pd.DataFrame, first: str, second: str, kind: str | None = None
) -> pd.DataFrame:
    """Compare the senders that sanction two targets, year by year.

    A sender that is itself one of the two targets is left out, since it cannot sanction both.

    Returns
    -------
    DataFrame
        Index year, every year of the table; shared, first_only, second_only (numbers of senders)
        and jaccard (missing where neither target is under sanctions).
    """
    both = of_kind(sanctions, kind)
    both = both[both["target"].isin([first, second])]
    sets = both.groupby(["year", "target"])["sender"].agg(frozenset).to_dict()
    rows = {}
    for year in range(sanctions["year"].min(), sanctions["year"].max() + 1):
        a, b = (sets.get((year, t), frozenset()) - {first, second} for t in (first, second))
        rows[year] = (len(a & b), len(a - b), len(b - a), jaccard(a, b))
    columns = ["shared", "first_only", "second_only", "jaccard"]
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    return frame.rename_axis("year").astype({"jaccard": float})


def overlap_with_all(
    sanctions: pd.DataFrame, focal: str, years: Iterable[int], kind: str | None = None
) -> pd.Series:
    """Mean overlap of one target's senders with those of every other target over some years.

    Returns
    -------
    Series
        Jaccard, 0 to 1, by target, for placebo ranks; a year in which one of the two is under no
        sanctions counts as 0. Empty where the focal state is under none in all years.
    """
    parts = []
    for year in years:
        sets = sender_sets(sanctions, year, kind)
        own = sets.pop(focal, frozenset())
        shares = {
            target: jaccard(own - {focal, target}, senders - {focal, target})
            for target, senders in sets.items()
        }
        parts.append(pd.Series(shares if own else {}, dtype=float))
    if not any(len(part) for part in parts):
        return pd.Series(dtype=float, name="jaccard")
    return pd.concat(parts, axis=1).fillna(0.0).mean(axis=1).rename("jaccard")


def kinds_in_common(sanctions: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Compare the kinds of measures that common senders have in force against two targets.

    Returns
    -------
    DataFrame
        year, sender, jaccard: the kinds (without ``other``) against both as a share of the kinds
        against either. Senders with a case against one of the two only have no row.
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


def prolonged(sanctions: pd.DataFrame, case: int, sender: str, until: int) -> pd.DataFrame:
    """Keep one sender's part in a case in force up to a year, where the data end it too early.

    Years after the last one of the frame are not added.
    """
    rows = sanctions[(sanctions["case_id"] == case) & (sanctions["sender"] == sender)]
    last = rows[rows["year"] == rows["year"].max()]
    end = min(until, sanctions["year"].max())
    years = range(int(rows["year"].max()) + 1, end + 1) if len(rows) else ()
    return pd.concat([sanctions, *(last.assign(year=year) for year in years)], ignore_index=True)


def lone_cases(sanctions: pd.DataFrame, sender: str) -> pd.DataFrame:
    """Cases of one sender without any other, by target and year.

    Returns
    -------
    DataFrame
        target, year, cases (in force that this sender sent), lone (of these, without another
        sender in the case) and alone (whether no other sender had any case against the target in
        that year). A later year's sender does not make a case shared in an earlier one.
    """
    parties = sanctions.groupby(["case_id", "target", "year"])["sender"].transform("nunique")
    others = sanctions.groupby(["target", "year"])["sender"].transform("nunique")
    own = sanctions.assign(lone=parties == 1, alone=others == 1)
    own = own[own["sender"] == sender]
    return own.groupby(["target", "year"], as_index=False).agg(
        cases=("case_id", "nunique"), lone=("lone", "sum"), alone=("alone", "all")
    )


def episodes(sanctions: pd.DataFrame, sender: str, kind: str | None = None) -> pd.DataFrame:
    """Unbroken spells of years in which a target was under a sender's sanctions.

    Returns
    -------
    DataFrame
        target, start, end (last year in force that the frame holds), cases (distinct),
        started_before (the spell runs on from before the frame's first year, so its start is the
        earliest start of its cases) and open (still in force in the frame's last year).
    """
    chosen = of_kind(sanctions, kind)
    chosen = chosen[chosen["sender"] == sender]
    chosen = chosen.assign(spell=runs(chosen, ["target"]))
    first, last = sanctions["year"].min(), sanctions["year"].max()
    spells = chosen.groupby(["target", "spell"], as_index=False).agg(
        start=("year", "min"),
        end=("year", "max"),
        cases=("case_id", "nunique"),
        earliest=("start", "min"),
    )
    before = (spells["start"] == first) & (spells["earliest"] < first)
    spells["start"] = spells["start"].where(~before, spells["earliest"])
    spells = spells.assign(started_before=before, open=spells["end"] == last)
    return spells.drop(columns=["spell", "earliest"])


def edges(sanctions: pd.DataFrame, year: int, kind: str | None = None) -> pd.DataFrame:
    """Edges of the sanctions network of a year: sender, target, cases in force."""
    chosen = of_kind(sanctions, kind)
    chosen = chosen[chosen["year"] == year]
    return chosen.groupby(["sender", "target"], as_index=False).agg(cases=("case_id", "nunique"))
