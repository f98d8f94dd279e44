"""Patronage, on made-up ties of states A to D with the power P."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.measures import pacts, patronage

PACTS = pd.DataFrame(
    [
        ("X", "P", "A", 2000, False, True),  # P promises A
        ("X", "B", "P", 2000, False, True),  # B promises P, and gets nothing
        ("Y", "C", "P", 2000, True, True),
    ],
    columns=["source", "state", "partner", "year", "mutual", "defense"],
).assign(**{kind: False for kind in pacts.KINDS[1:]})
TROOPS = pd.DataFrame(
    [("B", 2000, 100), ("C", 2000, 99), ("B", 2001, 5000)], columns=["state", "year", "troops"]
)
BASES = pd.DataFrame(
    [("C", "base"), ("C", "base"), ("D", "lilypad"), ("E", "base")], columns=["state", "kind"]
)
FEW = settings(max_examples=25)  # frames are slow


def rows(frame):
    return sorted(frame[["state", "year", "patron"]].itertuples(index=False, name=None))


def test_patron_is_who_promises_and_only_in_the_source_asked():
    assert rows(patronage.formal(PACTS, ["P"], "X")) == [("A", 2000, "P")]
    assert rows(patronage.formal(PACTS, ["P"], "Y")) == [("C", 2000, "P")]


def test_troops_count_from_the_threshold_on():
    assert rows(patronage.by_troops(TROOPS, 100)) == [("B", 2000, "USA"), ("B", 2001, "USA")]
    assert len(patronage.by_troops(TROOPS, 99)) == 3


def test_troops_that_a_government_did_not_invite_are_no_patronage():
    assert patronage.by_troops(TROOPS, 100, uninvited=["B"]).empty


def test_fighting_counts_beside_states_and_in_the_list_of_troops_alone():
    support = pd.DataFrame(
        [
            ("ACD", 2000, "A B", "P"),
            ("ACD", 2000, "rebels of C", "P"),
            ("ACD", 2000, "P", "P"),
            ("ACD", 2000, "D", "Q"),
            ("ESD", 2000, "D", "P"),
        ],
        columns=["source", "year", "party", "supporter"],
    )
    assert rows(patronage.by_fighting(support, ["P"])) == [("A", 2000, "P"), ("B", 2000, "P")]


def test_a_base_counts_where_more_persons_serve_than_guards_and_it_is_invited():
    staff = pd.DataFrame(
        [("C", 2000, 10), ("C", 2001, 9), ("C", 1989, 50), ("D", 2000, 50), ("SYR", 2000, 50)],
        columns=["state", "year", "troops"],
    )
    listed = pd.concat([BASES, pd.DataFrame([("SYR", "base")], columns=["state", "kind"])])
    assert rows(patronage.by_bases(listed, staff)) == [("C", 2000, "USA")]


def test_soldiers_of_all_missions_add_up_and_those_of_the_united_nations_do_not():
    sent = pd.DataFrame(
        [
            ("P", "A", 2015, "P", "presence", 60),
            ("P", "A", 2015, "USA", "operation", 40),
            ("P", "B", 2015, "UN", "operation", 800),
            ("P", "SYR", 2015, "P", "operation", 800),
            ("P", None, 2015, "P", "operation", 800),
        ],
        columns=["deployer", "host", "year", "organisation", "mission", "soldiers"],
    )
    assert rows(patronage.by_deployment(sent, 100)) == [("A", 2015, "P")]
    assert patronage.by_deployment(sent, 101).empty


def test_a_standing_holds_from_its_year_on_and_is_borne_out():
    named = pd.DataFrame(
        {
            "topic": "ally-status",
            "issuer": "P",
            "actors": ["P;A;B", "P;C", "P;D"],
            "tags": ["ally", "ally", "list"],
            "corroboration": ["primary", "one", "primary"],
            "date": pd.to_datetime(["1996-07-21"] * 3),
            "end_date": pd.to_datetime(["1996-07-21"] * 3),
        }
    )
    found = patronage.by_standing(named, range(1995, 1998))
    assert rows(found) == [(one, year, "P") for one in "AB" for year in (1996, 1997)]


def test_a_main_supplier_delivers_more_than_half_of_enough():
    sold = pd.DataFrame(
        [
            ("A", 2015, 5, "P", 300, 0.6),
            ("B", 2015, 5, "P", 300, 0.5),  # half is not more than half
            ("C", 2015, 5, "P", 240, 0.6),  # of 400 in all
            ("E", 1981, 2, "P", 300, 0.6),
            ("E", 1981, 5, "Q", 300, 0.6),  # reaches back before the start
        ],
        columns=["recipient", "end", "length", "supplier", "volume", "share"],
    )
    assert rows(patronage.by_arms(sold, 1980, 500)) == [("A", 2015, "P"), ("E", 1981, "P")]


@FEW
@given(st.integers(1, 6000), st.integers(1, 6000))
def test_a_higher_threshold_leaves_fewer(low, high):
    low, high = sorted((low, high))
    assert set(rows(patronage.by_troops(TROOPS, high))) <= set(
        rows(patronage.by_troops(TROOPS, low))
    )
