"""Chapter 05: its statistics against a second way to compute them, straight from the tables."""

from datetime import date

import pytest

from eastward import tables
from eastward.measures import voting

CHAPTER = "05-two-sanctioned-states"
# First and last days of the senders' measures, as the legal acts have them.
FIRST = {"AUS": date(2014, 3, 19), "NOR": date(2014, 3, 21), "CHE": date(2014, 4, 2)}
LAST = {"JPN": date(2016, 1, 22), "CHE": date(2016, 1, 17)}
ARMS = ("LBY", "SYR")


def senders(cutoff, target, year):
    frame = tables.load("sanctions", cutoff)
    rows = frame[(frame["target"] == target) & (frame["year"] == year)]
    return set(rows["sender"]) - {"IRN", "RUS"}


def test_days_with_the_same_senders_by_hand(built):
    """From 18 March 2014: every sender against Iran acts on all days, those on Russia from a day."""
    _, found, cutoff = built
    whole = (date(2015, 12, 31) - date(2014, 3, 18)).days + 1
    iran, russia = (senders(cutoff, one, 2014) for one in ("IRN", "RUS"))
    assert iran == senders(cutoff, "IRN", 2015)
    assert russia == senders(cutoff, "RUS", 2015)
    late = {one: (FIRST.get(one, date(2014, 3, 17)) - date(2014, 3, 18)).days for one in russia}
    from_day = {one: whole - max(0, days) for one, days in late.items()}
    both = sum(from_day[one] for one in russia & iran)
    either = whole * len(iran) + sum(from_day[one] for one in russia - iran)
    test = found["similar-position.like-position.senders"]
    assert test["value"] == pytest.approx(100 * both / either)
    assert test["n"] == len(iran | russia)


def test_the_last_full_year_by_hand(built):
    _, found, cutoff = built
    iran, russia = (senders(cutoff, one, 2017) for one in ("IRN", "RUS"))
    assert "EU" not in iran  # the case that the data end in 2016, and the Union's acts do not
    iran = iran | {"EU"}
    test = found["similar-position.at-the-end.senders"]
    assert test["value"] == pytest.approx(100 * len(iran & russia) / len(iran | russia))


def test_the_west_acted_over_crimea():
    """The seven powers without Russia, and the neighbours that joined them, from 2014 on."""
    west = {"EU", "USA", "GBR", "CAN", "JPN", "AUS", "NZL", "NOR", "CHE", "ISL"}
    assert west & senders(None, "RUS", 2015) == west - {"GBR"}
    assert not west & senders(None, "RUS", 2013)


def test_grave_measures_against_russia_are_none_of_the_six(built):
    _, found, _ = built
    test = found["similar-position.like-burden.gravest"]
    assert (test["value"], test["n"]) == (0, 6)


def test_arms_by_hand(built):
    _, found, cutoff = built
    groups, frame = tables.load("groups"), tables.load("arms_transfers", cutoff)
    region = {*groups[groups["group"] == "middle_east"]["iso3"], "LBY"}
    frame = frame[frame["recipient"].isin(region)]
    windows = {"before": frame["year"].between(2006, 2010), "after": frame["year"].between(2012, 2016)}
    whole = {key: frame.loc[inside, "tiv"].sum() for key, inside in windows.items()}
    russian = frame["supplier"] == "RUS"
    own = {key: frame.loc[inside & russian, "tiv"].sum() for key, inside in windows.items()}
    two = frame.loc[windows["before"] & russian & frame["recipient"].isin(ARMS), "tiv"].sum()
    values = {
        "place-at-stake.stake": 100 * two / own["before"],
        "lost-ground.volume": 100 * (own["after"] / own["before"] - 1),
        "lost-ground.share": 100 * (own["after"] / whole["after"] - own["before"] / whole["before"]),
    }
    for name, value in values.items():
        assert found[f"place-challenged.{name}"]["value"] == pytest.approx(value)


def documents(cutoff, topic, start, end):
    frame = tables.load("documents", cutoff)
    frame = frame[(frame["topic"] == topic) & frame["corroboration"].isin(["primary", "two"])]
    return frame[(frame["end_date"] >= start) & (frame["end_date"] <= end)]


def test_aims_by_hand(built):
    _, found, cutoff = built
    rows = documents(cutoff, "statements-crimea-iran", "2015-01-01", "2018-08-31")
    said = {}
    for tags in rows["tags"].str.split(";"):
        for aim in (tag for tag in tags if tag.startswith("aim-") and tag != "aim-talks"):
            said.setdefault(aim, set()).update({"agree", "differ"} & set(tags))
    said = {aim: words for aim, words in said.items() if words}
    test = found["same-interests.aims-alike.aims"]
    assert test["n"] == len(said)
    same = sum(words == {"agree"} for words in said.values())
    assert test["value"] == pytest.approx(100 * same / len(said))


def test_votes_on_syria_by_hand(built):
    _, found, cutoff = built
    calls = tables.load("unga_rollcalls", cutoff)
    votes = voting.cast(tables.load("unga_votes", cutoff))
    syria = calls[(calls["about"] == "SYR") & calls["year"].between(2015, 2018)]
    rows = votes[votes["rollcall"].isin(syria["rollcall"])]
    rows = rows[(rows["IRN"] > 0) & (rows["RUS"] > 0)]
    test = found["same-interests.aims-alike.votes"]
    assert test["n"] == len(rows)
    alike = 1 - (rows["IRN"] - rows["RUS"]).abs() / 2
    assert test["value"] == pytest.approx(100 * alike.mean())


def test_the_first_vote_on_syria_in_the_record():
    """Resolution 66/176 of 19 December 2011: 133 for, 11 against, 43 abstentions."""
    calls, votes = tables.load("unga_rollcalls"), voting.cast(tables.load("unga_votes"))
    first = calls[calls["about"] == "SYR"].sort_values("date").iloc[0]
    assert f"{first['date']:%Y-%m-%d}" == "2011-12-19"
    row = votes[votes["rollcall"] == first["rollcall"]].iloc[0]
    assert (row["IRN"], row["RUS"], row["SYR"], row["USA"]) == (3, 2, 3, 1)
    cast = row.drop(["rollcall", "date"]).astype(int).value_counts()
    assert cast[[1, 3, 2]].tolist() == [133, 11, 43]


def test_words_and_needs_by_hand(built):
    _, found, cutoff = built
    aims = documents(cutoff, "statements-crimea-iran", "2011-01-01", "2015-12-31")
    aims = aims[aims["tags"].str.contains("aim-") & aims["actors"].str[:3].isin(["IRN", "RUS"])]
    test = found["same-interests.seen-as-alike.words"]
    assert test["n"] == len(aims)
    assert test["value"] == pytest.approx(100 * aims["tags"].str.contains("agree").mean())
    need = documents(cutoff, "need-in-syria", "2011-01-01", "2015-12-31")
    assert found["military-need.both-saw-need.said"]["value"] == 0
    assert not need["tags"].str.split(";").map(lambda tags: "need" in tags).any()
    assert found["military-need.both-saw-need.joint"]["value"] == 1
