"""Isolation, on made-up ties of states A to D with the powers P and USA."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.measures import isolation, pacts

TABLES = {
    "pacts": pd.DataFrame(
        [("ATOP", "P", "A", 2000, False, True)],
        columns=["source", "state", "partner", "year", "mutual", "defense"],
    ).assign(**{kind: False for kind in pacts.KINDS[1:]}),
    "documents": pd.DataFrame(
        columns=["topic", "actors", "tags", "corroboration", "date", "end_date", "issuer"]
    ).astype({"date": "datetime64[ns]", "end_date": "datetime64[ns]"}),
    "us_troops": pd.DataFrame(
        [("B", 2000, 100), ("C", 2000, 99), ("C", 2001, 9)], columns=["state", "year", "troops"]
    ),
    "bases": pd.DataFrame([("C", "base"), ("D", "lilypad")], columns=["state", "kind"]),
    "deployments": pd.DataFrame(
        [("P", "B", 2001, "P", 100)],
        columns=["deployer", "host", "year", "organisation", "soldiers"],
    ),
    "conflict_support": pd.DataFrame(
        [("ACD", 2000, "D", "P"), ("ACD", 2000, "rebels of B", "P"), ("ESD", 2000, "A", "P")],
        columns=["source", "year", "party", "supporter"],
    ),
    "arms_suppliers": pd.DataFrame(
        [("D", 2001, 2, "P", 900, 0.9)],
        columns=["recipient", "end", "length", "supplier", "volume", "share"],
    ),
}
SYSTEM = pd.DataFrame(
    [(one, year) for one in "ABCD" for year in (2000, 2001)], columns=["state", "year"]
)
YEARS = range(2000, 2002)
FEW = settings(max_examples=25)  # frames are slow


def found(powers=("P", "USA"), **options):
    return isolation.ties(TABLES, powers, YEARS, **options)


def kinds_of(frame, year=2000):
    rows = frame[frame["year"] == year]
    return {(row.state, row.patron, row.kind) for row in rows.itertuples()}


def test_ties_keep_their_kind():
    assert kinds_of(found()) == {
        ("A", "P", "promise"),
        ("B", "USA", "soldiers"),
        ("C", "USA", "base"),
        ("D", "P", "war"),
    }
    assert kinds_of(found(), 2001) == {("B", "P", "soldiers"), ("D", "P", "arms")}
    assert {kind for _, _, kind in kinds_of(found())} <= set(isolation.KINDS)


def test_ties_with_powers_that_are_not_asked_for_are_left_out():
    assert {patron for _, patron, _ in kinds_of(found(["P"]))} == {"P"}


def test_a_lower_threshold_finds_more_soldiers():
    assert ("C", "USA", "soldiers") in kinds_of(found(soldiers=99))


def test_years_with_a_tie_count_once_whoever_gave_it():
    tied = isolation.tied(found(), "ABCD", YEARS, SYSTEM)
    assert tied["value"].to_dict() == {"A": 1, "B": 2, "C": 1, "D": 2}
    assert (tied["n"] == 2).all()
    assert tied.loc["B", "whom"] == "P, USA"


def test_a_state_that_did_not_exist_is_no_state_without():
    tied = isolation.tied(found(), "ABE", [2001], SYSTEM)
    assert list(tied.index) == ["A", "B"]


def test_the_focal_state_is_not_counted_among_the_others():
    tied = isolation.tied(found(), "ABCD", [2001], SYSTEM)
    measured, names = isolation.others_without(tied, "A")
    assert (measured.value, measured.n, names) == (1, 3, ["C"])


def test_all_others_count_where_the_focal_one_has_a_tie():
    tied = isolation.tied(found(), "ABCD", [2001], SYSTEM)
    assert isolation.others_without(tied, "B")[0].value == 3
    assert isolation.others_without(tied, "E") == (isolation.Measured(None, 0), [])


@FEW
@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_limit_leaves_no_fewer_states_without(one, other):
    tied = pd.DataFrame({"value": [0, 1, 5, 20], "n": 36}, index=list("ABCD"))
    low, high = sorted((one, other))
    names = [isolation.others_without(tied, "A", least)[1] for least in (low, high)]
    assert set(names[0]) <= set(names[1])


def test_a_power_with_a_base_and_soldiers_has_one_line():
    lines = isolation.edges(found(soldiers=99), ["B", "C", "D"])
    assert lines.values.tolist() == [
        [2000, "P", "D", "war"],
        [2000, "USA", "B", "presence"],
        [2000, "USA", "C", "presence"],
        [2001, "P", "B", "presence"],
    ]
