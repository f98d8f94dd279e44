"""Pledges with great powers, on made-up treaties of states A to D; P and Q are the powers."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.measures import pacts, sets

KEY = ["source", "state", "partner", "year"]
FEW = settings(max_examples=25)  # frames are slow


def treaty(source, state, partner, year, mutual, *kinds):
    return {
        "source": source,
        "state": state,
        "partner": partner,
        "year": year,
        "mutual": mutual,
        **{kind: kind in kinds for kind in pacts.KINDS},
    }


PACTS = pd.DataFrame(
    [
        treaty("X", "A", "P", 2000, True, "neutrality"),
        treaty("X", "A", "P", 2001, True, "neutrality"),
        treaty("X", "P", "A", 2003, False, "defense"),
        treaty("X", "A", "P", 2003, False, "consultation"),
        treaty("X", "P", "Q", 2000, True, "defense"),
        treaty("X", "B", "C", 2000, True, "defense"),
        treaty("Y", "A", "Q", 2000, True, "nonaggression"),
    ]
)
codes = st.sampled_from("ABCPQ")
tables = st.lists(
    st.tuples(
        st.sampled_from("XY"), codes, codes, st.integers(2000, 2004), st.sampled_from(pacts.KINDS)
    ).filter(lambda row: row[1] < row[2]),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[:4],
).map(lambda rows: pd.DataFrame([treaty(*row[:4], True, row[4]) for row in rows]))


def test_directed_writes_a_mutual_pledge_twice_and_another_once():
    rows = pacts.directed(PACTS).set_index(KEY)
    assert len(rows) == 2 * 5 + 2
    assert rows.loc[("X", "P", "A", 2000), "neutrality"]
    assert rows.loc[("X", "P", "A", 2003), "defense"]
    assert not rows.loc[("X", "A", "P", 2003), "defense"]


@pytest.mark.parametrize(
    ("direction", "years"),
    [("received", [2003]), ("given", []), ("either", [2003])],
)
def test_direction_tells_who_promises(direction, years):
    found = pacts.with_powers(PACTS, ["P"], ["defense"], direction)
    assert found.loc[found["state"] == "A", "year"].tolist() == years


def test_pact_of_two_powers_counts_for_both():
    found = pacts.with_powers(PACTS, ["P", "Q"], ["defense"])
    pairs = set(zip(found["state"], found["power"], strict=True))
    assert pairs == {("P", "Q"), ("Q", "P"), ("A", "P")}


def test_pledges_among_others_are_left_out():
    assert not {"B", "C"} & set(pacts.with_powers(PACTS, ["P", "Q"])["state"])


def test_state_years_count_powers_and_keep_sources_apart():
    found = pacts.state_years(PACTS, ["P", "Q"]).set_index(["source", "state", "year"])["powers"]
    assert found.to_dict() == {
        ("X", "A", 2000): 1,
        ("X", "A", 2001): 1,
        ("X", "A", 2003): 1,
        ("X", "P", 2000): 1,
        ("X", "Q", 2000): 1,
        ("Y", "A", 2000): 1,
    }


def test_pledge_years_by_source_and_kind():
    found = pacts.pledge_years(PACTS, "A", ["P", "Q"], range(2000, 2010))
    years = found.set_index(["source", "kind"])["years"]
    assert years["X"].to_dict() == {
        "defense": 1,
        "offense": 0,
        "neutrality": 2,
        "nonaggression": 0,
        "consultation": 1,
        "any": 3,
    }
    assert years["Y"].sum() == 2  # non-aggression, and so any
    assert found.set_index(["source", "kind"])["observed"].xs("any", level=1).to_dict() == {
        "X": 4,
        "Y": 1,
    }


def test_spells_break_where_a_year_is_missing():
    found = sets.spells(pacts.with_powers(PACTS, ["P"]).query("state == 'A'"), ["power"])
    assert found.values.tolist() == [["P", 2000, 2001], ["P", 2003, 2003]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kinds": ["entente"]}, "pledge 'entente': expected one of defense"),
        ({"direction": "both"}, "direction 'both': expected one of received, given, either"),
    ],
)
def test_unknown_words_are_refused(arguments, message):
    with pytest.raises(InputError, match=message):
        pacts.with_powers(PACTS, ["P"], **arguments)


@FEW
@given(tables)
def test_directed_mutual_pledges_are_symmetric(table):
    rows = pacts.directed(table)
    swapped = rows.rename(columns={"state": "partner", "partner": "state"})[rows.columns]
    swapped = swapped.sort_values(KEY, ignore_index=True)
    pd.testing.assert_frame_equal(rows, swapped)


@FEW
@given(tables, st.integers(2000, 2004))
def test_a_later_cut_off_never_lowers_the_count(table, cutoff):
    early = table[table["year"] <= cutoff]
    before = pacts.pledge_years(early, "A", ["P", "Q"], range(2000, 2005))
    after = pacts.pledge_years(table, "A", ["P", "Q"], range(2000, 2005))
    both = before.merge(after, on=["source", "kind"], suffixes=("", "_later"))
    assert (both["years"] <= both["years_later"]).all()
    assert (both["years"] <= both["observed"]).all()


@FEW
@given(tables)
def test_names_of_states_do_not_matter(table):
    renamed = table.replace({"A": "B", "B": "A"})
    first = pacts.pledge_years(table, "A", ["P", "Q"], range(2000, 2005))
    second = pacts.pledge_years(renamed, "B", ["P", "Q"], range(2000, 2005))
    pd.testing.assert_frame_equal(first, second)


def test_held_names_the_strongest_pledge_of_either_direction():
    found = pacts.held(PACTS, "A", ["P", "Q"])
    assert list(found.itertuples(index=False, name=None)) == [
        ("X", "P", "help", 2003, 2003),
        ("X", "P", "restraint", 2000, 2001),
        ("Y", "Q", "restraint", 2000, 2000),
    ]
    assert pacts.held(PACTS, "A", ["P"], start=2002)["pledge"].tolist() == ["help"]
    assert pacts.held(PACTS, "C", ["P", "Q"]).empty
