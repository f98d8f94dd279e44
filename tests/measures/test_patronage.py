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
SYSTEM = pd.DataFrame(
    [("A", 2000), ("B", 2000), ("C", 2000), ("A", 2001), ("B", 2001)], columns=["state", "year"]
)
ties = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.integers(2000, 2003), st.sampled_from("PQ")), max_size=15
).map(lambda rows: pd.DataFrame(rows, columns=["state", "year", "patron"]))
YEARS = range(2000, 2004)
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


def test_bases_hold_for_the_years_named_and_not_where_uninvited():
    found = patronage.by_bases(BASES, [2000, 2001], uninvited=["E"])
    assert rows(found) == [("C", 2000, "USA"), ("C", 2001, "USA")]
    assert set(patronage.by_bases(BASES, [2000], ["lilypad"])["state"]) == {"D"}


def test_informal_is_the_union():
    found = patronage.informal(
        patronage.formal(PACTS, ["P"], "X"), patronage.by_troops(TROOPS, 100, "P")
    )
    assert rows(found) == [("A", 2000, "P"), ("B", 2000, "P"), ("B", 2001, "P")]


def test_coverage_counts_only_states_that_exist():
    found = patronage.coverage(
        patronage.by_troops(TROOPS, 100), ["A", "B", "C"], [2000, 2001, 2002], SYSTEM
    )
    assert found.values.tolist() == [[2000, 3, 1, 1 / 3], [2001, 2, 1, 0.5]]


def test_the_states_without_a_patron_are_named():
    troops = patronage.by_troops(TROOPS, 100)
    assert patronage.without_patron(troops, ["A", "B", "C"], 2000, SYSTEM) == ["A", "C"]
    assert patronage.without_patron(troops, ["A", "B", "C"], 2001, SYSTEM) == ["A"]


def test_the_loneliest_state_has_rank_one_and_equals_share_a_rank():
    found = patronage.years_with_patron(
        patronage.by_troops(TROOPS, 99), ["A", "B", "C", "D"], [2000, 2001]
    )
    assert found[["state", "covered", "share", "rank"]].values.tolist() == [
        ["A", 0, 0.0, 1],
        ["D", 0, 0.0, 1],
        ["C", 1, 0.5, 3],
        ["B", 2, 1.0, 4],
    ]


@FEW
@given(ties, ties)
def test_another_tie_never_lowers_coverage_and_shares_are_bounded(first, second):
    alone = patronage.coverage(first, "ABCD", YEARS)
    both = patronage.coverage(patronage.informal(first, second), "ABCD", YEARS)
    assert (alone["share"] <= both["share"]).all()
    assert both["share"].between(0, 1).all()


@FEW
@given(ties)
def test_coverage_and_the_list_of_the_others_add_up(patrons):
    found = patronage.coverage(patrons, "ABCD", YEARS).set_index("year")["covered"]
    for year in YEARS:
        assert found[year] + len(patronage.without_patron(patrons, "ABCD", year)) == 4


@FEW
@given(st.integers(1, 6000), st.integers(1, 6000))
def test_a_higher_threshold_leaves_fewer(low, high):
    low, high = sorted((low, high))
    assert set(rows(patronage.by_troops(TROOPS, high))) <= set(
        rows(patronage.by_troops(TROOPS, low))
    )
