"""Measures on the chronology. The events a to e and the states A, B, C are made up."""

import pandas as pd
import pytest

from eastward.measures import chronology

EVENTS = pd.DataFrame(
    [
        ("c", "2001-05-09", "2001-05-09", "day", "arms", "cooperative", "two"),
        ("a", "2000-01-01", "2000-12-31", "year", "arms", "cooperative", "two"),
        ("b", "2000-03-01", "2000-03-31", "month", "economy", "conflictual", "two"),
        ("d", "2001-05-20", "2001-05-21", "day", "arms", "cooperative", "one"),
        ("e", "2002-01-01", "2002-01-01", "day", "syria", "neither", "two"),
    ],
    columns=["id", "date", "end_date", "precision", "domain", "iran_russia", "corroboration"],
).assign(title=list("cabde"))
EVENTS[["date", "end_date"]] = EVENTS[["date", "end_date"]].apply(pd.to_datetime)
ACTORS = pd.DataFrame(
    [
        ("a", "IRN", "party"),
        ("a", "RUS", "party"),
        ("a", "A", "party"),
        ("a", "B", "party"),
        ("a", "C", "concerned"),
        ("c", "IRN", "party"),
        ("c", "RUS", "party"),
    ],
    columns=["id", "actor", "role"],
)
LONG_AGO, LATE = "1990-01-01", "2010-01-01"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["a", "c"]),
        ({"relation": None}, ["a", "b", "c"]),
        ({"relation": "conflictual"}, ["b"]),
        ({"least": "one"}, ["a", "c", "d"]),
    ],
)
def test_relations_choose_by_what_is_recorded_and_how_surely(options, found):
    assert list(chronology.relations(EVENTS, LONG_AGO, LATE, **options)["id"]) == found


def test_both_ends_of_the_window_count_and_an_event_belongs_to_its_first_day():
    assert list(chronology.relations(EVENTS, "2000-01-01", "2001-05-09")["id"]) == ["a", "c"]
    assert list(chronology.relations(EVENTS, "2000-01-02", "2001-05-08")["id"]) == []


def test_domains_need_the_least_number_of_events():
    some = EVENTS[EVENTS["id"].isin(list("abc"))]
    assert chronology.by_domain(some).to_dict() == {"arms": 2, "economy": 1}
    assert chronology.by_domain(some, minimum=2).to_dict() == {"arms": 2}
    assert chronology.by_domain(some[:0]).empty


def test_months_to_the_first_event_are_negative_before_the_day():
    assert chronology.months_to_first(EVENTS, "2001-01-01") == pytest.approx(-12, abs=0.1)
    assert chronology.months_to_first(EVENTS, "1999-12-02") == pytest.approx(1, abs=0.02)
    assert chronology.months_to_first(EVENTS[:0], "2001-01-01") is None


def test_company_leaves_out_the_two_and_those_whom_an_event_only_concerned():
    found = chronology.company(EVENTS, ACTORS)
    assert list(found.itertuples(index=False, name=None)) == [("a", "A"), ("a", "B")]
    merged = chronology.company(EVENTS, ACTORS, merged={"A": "G", "B": "G"})
    assert list(merged.itertuples(index=False, name=None)) == [("a", "G")]


def test_meetings_name_every_event_and_tie_only_those_with_company():
    frames = {"early": EVENTS[EVENTS["id"] == "a"], "late": EVENTS[EVENTS["id"] == "c"]}
    events, ties = chronology.meetings(frames, ACTORS)
    assert list(zip(events["frame"], events["event"], strict=True)) == [
        ("early", "Arms, 2000"),
        ("late", "Arms, May 2001"),
    ]
    assert set(ties["target"]) == {"Arms, 2000"}
    assert list(ties["source"]) == ["A", "B"]


def test_lanes_draw_long_events_as_spans_and_short_ones_as_points():
    drawn = chronology.lanes(EVENTS, {"syria": "wars"}).set_index("title")
    assert drawn.loc["a", ["start", "end"]].tolist() == ["2000-01-01", "2000-12-31"]
    assert drawn.loc["d", "end"] == drawn.loc["d", "start"] == "2001-05-20"
    assert drawn["row"].to_dict() == {
        "c": "arms",
        "a": "arms",
        "b": "economy",
        "d": "arms",
        "e": "wars",
    }


def test_events_that_would_share_a_name_carry_their_day():
    names = dict(zip(EVENTS["id"], chronology.short_names(EVENTS), strict=True))
    assert names == {
        "a": "Arms, 2000",
        "b": "Economy, Mar 2000",
        "c": "Arms, 9 May 2001",
        "d": "Arms, 20 May 2001",
        "e": "Syria, Jan 2002",
    }
    vague = chronology.short_names(EVENTS.assign(precision="month").iloc[[0, 3]])
    assert list(vague.str.split(", ").str[1]) == ["May 2001", "May 2001"]


def test_the_first_treaty_with_each_partner_alone():
    events = pd.DataFrame({
        "id": ["a", "b", "c", "d"],
        "date": pd.to_datetime(["2021-03-27", "2025-01-17", "2025-05-21", "2023-07-04"]),
        "kind": "treaty",
    })  # fmt: skip
    parties = [("a", "CHN"), ("b", "RUS"), ("c", "RUS"), ("d", "RUS"), ("d", "CHN")]
    parties += [(event, "IRN") for event in "abcd"]
    actors = pd.DataFrame(parties, columns=["id", "actor"]).assign(role="party")
    found = chronology.treaties(events, actors, "IRN", ["CHN", "RUS", "USA"], "2018-08-31")
    assert found["id"].tolist() == ["a", "b"]
    assert found["partner"].tolist() == ["CHN", "RUS"]
    assert chronology.is_about(events, actors, "IRN")
    assert not chronology.is_about(events, actors, "CHN")


def test_stance_follows_the_coding_and_then_the_parties():
    actors = pd.concat(
        [
            ACTORS,
            pd.DataFrame(
                [("e", "RUS", "party"), ("b", "IRN", "party"), ("f", "IRN", "party")],
                columns=["id", "actor", "role"],
            ),
        ]
    )
    other = EVENTS[EVENTS["id"] == "e"].assign(id="f")
    stance = chronology.stance(pd.concat([EVENTS.query("id != 'd'"), other]), actors)
    assert (stance["a"], stance["b"]) == ("together", "apart")
    assert (stance["e"], stance["f"]) == ("Russia alone", "neither")
