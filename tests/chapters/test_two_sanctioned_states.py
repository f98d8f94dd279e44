"""Chapter 05: its statistics against a second way to compute them."""

import pandas as pd
import pytest

from eastward.measures import voting
from eastward import tables

CHAPTER = "05-two-sanctioned-states"
YEARS = (2014, 2015, 2016, 2017)


def senders(cutoff, *more):
    """Senders in force by target and year, straight from the table."""
    frame = tables.load("sanctions", cutoff)
    rows = [*zip(frame["target"], frame["year"], frame["sender"], strict=True), *more]
    sets = {}
    for target, year, sender in rows:
        sets.setdefault((target, year), set()).add(sender)
    return sets


def share(sets, one, other, year):
    a, b = sets.get((one, year), set()), sets.get((other, year), set())
    a, b = a - {one, other}, b - {one, other}
    return 100 * len(a & b) / len(a | b) if a | b else 0.0


def test_common_senders_by_hand(built):
    _, found, cutoff = built
    sets = senders(cutoff)
    mean = sum(share(sets, "IRN", "RUS", year) for year in YEARS) / len(YEARS)
    assert found["similar-position.senders"]["statistic"] == pytest.approx(mean)
    assert found["similar-position.senders"]["n"] == len(YEARS)
    assert share(sets, "IRN", "RUS", 2013) == 0


def test_the_omitted_case_is_the_only_difference_between_the_two_readings(built):
    _, found, cutoff = built
    assert "EU" not in senders(cutoff)["IRN", 2017]
    sets = senders(cutoff, ("IRN", 2017, "EU"))
    mean = sum(share(sets, "IRN", "RUS", year) for year in YEARS) / len(YEARS)
    assert found["similar-position.eu-kept"]["statistic"] == pytest.approx(mean)


def test_the_placebo_by_hand(built):
    _, found, cutoff = built
    sets = senders(cutoff)
    targets = {target for target, year in sets if year in YEARS} - {"IRN"}
    means = {t: sum(share(sets, "IRN", t, year) for year in YEARS) for t in targets}
    below = sum(means[t] < means["RUS"] - 1e-9 for t in targets)
    test = found["similar-position.placebo"]
    assert test["n"] == len(targets)
    assert test["statistic"] == pytest.approx(100 * below / (len(targets) - 1))


def test_kinds_of_the_common_senders_by_hand(built):
    _, found, cutoff = built
    frame = tables.load("sanctions", cutoff)
    kinds = ["trade", "arms", "military", "financial", "travel"]
    used = {}
    for row in frame[frame["year"].isin(YEARS)].to_dict("records"):
        key = row["target"], row["sender"], row["year"]
        used.setdefault(key, set()).update(kind for kind in kinds if row[kind])
    parts = []
    for (target, sender, year), own in used.items():
        other = used.get(("RUS", sender, year)) if target == "IRN" else None
        if other is not None and own | other:
            parts.append(len(own & other) / len(own | other))
    test = found["similar-position.kinds"]
    assert (test["n"], test["statistic"]) == (
        len(parts),
        pytest.approx(100 * sum(parts) / len(parts)),
    )


def test_the_west_acted_over_crimea(built):
    """The seven powers without Russia, and the neighbours that joined them, from 2014 on."""
    _, found, cutoff = built
    sets = senders(cutoff)
    west = {"EU", "USA", "GBR", "CAN", "JPN", "AUS", "NZL", "NOR", "CHE", "ISL"}
    assert west & sets["RUS", 2015] == west - {"GBR"}
    assert not west & sets.get(("RUS", 2013), set())
    assert found["similar-position.after-crimea"]["statistic"] == 9


def test_arms_by_hand(built):
    _, found, cutoff = built
    groups, frame = tables.load("groups"), tables.load("arms_transfers", cutoff)
    region = [*groups[groups["group"] == "middle_east"]["iso3"], "LBY"]
    frame = frame[frame["recipient"].isin(region)].assign(
        when=pd.cut(frame["year"], [2005, 2010, 2011, 2016], labels=["before", "war", "after"])
    )
    own = frame[frame["supplier"] == "RUS"].pivot_table(
        index="recipient", columns="when", values="tiv", aggfunc="sum", observed=False
    )
    shares = 100 * own.sum() / frame.groupby("when", observed=False)["tiv"].sum()
    at_risk = own.loc[["LBY", "SYR"], "before"].sum() / own["before"].sum()
    assert found["place-challenged.stake"]["statistic"] == pytest.approx(100 * at_risk)
    assert found["place-challenged.libya"]["statistic"] == pytest.approx(
        100 * (own.loc["LBY", "after"] / own.loc["LBY", "before"] - 1)
    )
    assert found["place-challenged.region"]["statistic"] == pytest.approx(
        shares["after"] - shares["before"]
    )


def agreement(votes, numbers, one, other):
    """Mean over common votes of 1 less half the distance between the votes, in per cent."""
    rows = votes[votes["rollcall"].isin(numbers)]
    rows = rows[(rows[one] > 0) & (rows[other] > 0)]
    return 100 * (1 - (rows[one] - rows[other]).abs() / 2).mean(), len(rows)


def test_votes_on_syria_by_hand(built):
    _, found, cutoff = built
    calls, votes = tables.load("unga_rollcalls", cutoff), voting.cast(tables.load("unga_votes", cutoff))
    syria = calls[calls["about"] == "SYR"]
    others = calls[calls["session"].isin(syria["session"]) & (calls["about"] != "SYR")]
    level, n = agreement(votes, syria["rollcall"], "IRN", "RUS")
    usual, _ = agreement(votes, others["rollcall"], "IRN", "RUS")
    assert found["same-interests.level"]["statistic"] == pytest.approx(level)
    assert found["same-interests.level"]["n"] == n
    assert found["same-interests.usual"]["statistic"] == pytest.approx(level - usual)
    rest = [s for s in votes.columns if s not in ("rollcall", "date", "IRN")]
    found_all = {s: agreement(votes, syria["rollcall"], "IRN", s) for s in rest}
    known = {s: value for s, (value, common) in found_all.items() if common >= 8}
    below = sum(value < known["RUS"] - 1e-6 for value in known.values())
    test = found["same-interests.placebo"]
    assert test["n"] == len(known)
    assert test["statistic"] == pytest.approx(100 * below / len(known))  # Russia counts too


def test_the_first_vote_on_syria_in_the_record():
    """Resolution 66/176 of 19 December 2011: 133 for, 11 against, 43 abstentions."""
    calls, votes = tables.load("unga_rollcalls"), voting.cast(tables.load("unga_votes"))
    first = calls[calls["about"] == "SYR"].sort_values("date").iloc[0]
    assert f"{first['date']:%Y-%m-%d}" == "2011-12-19"
    row = votes[votes["rollcall"] == first["rollcall"]].iloc[0]
    assert (row["IRN"], row["RUS"], row["SYR"], row["USA"]) == (3, 2, 3, 1)
    cast = row.drop(["rollcall", "date"]).astype(int).value_counts()
    assert cast[[1, 3, 2]].tolist() == [133, 11, 43]


def test_the_author_saw_fewer_votes(as_written):
    assert as_written["same-interests.level"]["n"] == 10
    assert as_written["same-interests.named"]["outcome"] == "silent"
