"""Measures on votes, against cases worked out by hand. The states A, B, C, D are not real."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from eastward.errors import InputError
from eastward.measures import voting

YES, ABSTAIN, NO, NONE = 1, 2, 3, 0
VOTES = pd.DataFrame(
    [
        (1, YES, YES, NO, NONE),
        (2, YES, ABSTAIN, NO, NONE),
        (3, NO, NO, ABSTAIN, NONE),
        (4, ABSTAIN, YES, YES, NONE),
        (5, YES, NO, NONE, YES),
    ],
    columns=["rollcall", "A", "B", "C", "D"],
)
ROLLCALLS = pd.DataFrame(
    {
        "rollcall": [1, 2, 3, 4, 5],
        "year": [2000, 2000, 2000, 2000, 2001],
        "hr": [True, False, False, True, False],
        "about": ["C", None, None, None, None],
        "amendment": [False, True, False, False, False],
        "paragraph": [False, False, False, True, False],
    }
)


def value(pairs, one, other, year, column="agreement"):
    return voting.dyad(pairs, one, other, column)[year]


def test_agreement_is_one_half_or_nothing_a_vote():
    pairs = voting.agreement(VOTES, ROLLCALLS)
    assert value(pairs, "A", "B", 2000) == (1 + 0.5 + 1 + 0.5) / 4
    assert value(pairs, "C", "A", 2000) == (0 + 0 + 0.5 + 0.5) / 4
    assert value(pairs, "A", "B", 2001) == 0.0
    assert value(pairs, "A", "D", 2001) == 1.0


def test_identical_votes_are_counted_alone():
    pairs = voting.agreement(VOTES, ROLLCALLS, "identical")
    assert value(pairs, "A", "B", 2000) == 2 / 4
    assert value(pairs, "C", "A", 2000) == 0.0
    assert value(pairs, "A", "D", 2001) == 1.0


def test_only_common_votes_count_and_pairs_without_any_are_left_out():
    pairs = voting.agreement(VOTES, ROLLCALLS)
    assert value(pairs, "A", "B", 2000, "votes") == 4
    found = set(zip(pairs["year"], pairs["state"], pairs["other"], strict=True))
    assert found == {(2000, *p) for p in itertools.combinations("ABC", 2)} | {
        (2001, "A", "B"),
        (2001, "A", "D"),
        (2001, "B", "D"),
    }


def test_minimum_leaves_out_pairs_with_fewer_common_votes():
    pairs = voting.agreement(VOTES, ROLLCALLS, minimum=2)
    assert set(pairs["year"]) == {2000}
    assert voting.agreement(VOTES, ROLLCALLS, minimum=5).empty


def test_kappa_takes_off_the_agreement_of_independent_voters():
    # A: yes 2, abstain 1, no 1; B: yes 2, abstain 1, no 1, of four common votes.
    a = b = {YES: 0.5, ABSTAIN: 0.25, NO: 0.25}
    chance = sum(a[i] * b[j] * (1 - abs(i - j) / 2) for i in a for j in b)
    pairs = voting.agreement(VOTES, ROLLCALLS, "kappa")
    assert value(pairs, "A", "B", 2000) == pytest.approx((0.75 - chance) / (1 - chance))


def test_pi_takes_the_shares_of_both_together():
    # A: yes 2, abstain 1, no 1; C: yes 1, abstain 1, no 2; together 3, 2, 3 of eight.
    shares = {YES: 3 / 8, ABSTAIN: 2 / 8, NO: 3 / 8}
    chance = sum(shares[i] * shares[j] * (1 - abs(i - j) / 2) for i in shares for j in shares)
    pairs = voting.agreement(VOTES, ROLLCALLS, "pi")
    assert value(pairs, "A", "C", 2000) == pytest.approx((0.25 - chance) / (1 - chance))


def test_kappa_is_missing_where_both_always_cast_the_same_vote():
    assert np.isnan(value(voting.agreement(VOTES, ROLLCALLS, "kappa"), "A", "D", 2001))


def test_periods_may_be_any_column_of_the_roll_calls():
    named = ROLLCALLS.assign(half=["late", "early", "early", "late", "late"])
    pairs = voting.agreement(VOTES, named, period="half")
    assert pairs["half"].unique().tolist() == ["early", "late"]
    assert value(pairs, "A", "B", "early") == 0.75


def test_a_date_is_no_state():
    dated = VOTES.assign(date=pd.Timestamp("2000-01-01"))
    pd.testing.assert_frame_equal(
        voting.agreement(dated, ROLLCALLS), voting.agreement(VOTES, ROLLCALLS)
    )


def test_no_roll_call_gives_an_empty_frame_with_the_same_columns():
    pairs = voting.agreement(VOTES, ROLLCALLS.iloc[:0])
    assert pairs.empty
    assert list(pairs.columns) == ["year", "state", "other", "votes", "agreement"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"method": "tau"},
            "method 'tau': unknown; the methods are agreement, identical, kappa, pi",
        ),
        ({"minimum": 0}, "minimum 0: expected one common vote or more"),
    ],
)
def test_bad_input_is_named(arguments, message):
    with pytest.raises(InputError, match=message):
        voting.agreement(VOTES, ROLLCALLS, **arguments)


def test_select_combines_its_conditions():
    assert voting.select(ROLLCALLS)["rollcall"].tolist() == [1, 2, 3, 4, 5]
    assert voting.select(ROLLCALLS, whole=True)["rollcall"].tolist() == [1, 3, 5]
    assert voting.select(ROLLCALLS, topic="hr")["rollcall"].tolist() == [1, 4]
    assert voting.select(ROLLCALLS, topic="hr", whole=True)["rollcall"].tolist() == [1]
    assert voting.select(ROLLCALLS, about="C")["rollcall"].tolist() == [1]


def test_select_names_an_unknown_topic():
    with pytest.raises(InputError, match="topic 'oil': unknown; the topics are me, nu"):
        voting.select(ROLLCALLS, topic="oil")


def test_agreement_on_a_topic_counts_its_votes_alone():
    pairs = voting.agreement(VOTES, voting.select(ROLLCALLS, topic="hr"))
    assert value(pairs, "A", "B", 2000) == (1 + 0.5) / 2


def test_with_state_finds_the_partner_on_either_side():
    rows = voting.with_state(voting.agreement(VOTES, ROLLCALLS), "B")
    assert rows[["year", "state"]].values.tolist() == [
        [2000, "A"],
        [2000, "C"],
        [2001, "A"],
        [2001, "D"],
    ]
    assert list(rows.columns) == ["year", "state", "votes", "agreement"]


def frame(matrix):
    names = [f"S{column}" for column in range(matrix.shape[1])]
    votes = pd.DataFrame(matrix, columns=names)
    return votes.assign(rollcall=range(len(votes)))


def years(count):
    return pd.DataFrame(
        {"rollcall": range(count), "year": [2000 + number % 2 for number in range(count)]}
    )


matrices = arrays.arrays(
    np.int64,
    st.tuples(st.integers(1, 12), st.integers(2, 5)),
    elements=st.sampled_from([NONE, YES, ABSTAIN, NO]),
)


@given(matrices)
def test_agreement_equals_a_count_vote_by_vote(matrix):
    pairs = voting.agreement(frame(matrix), years(len(matrix)))
    expected = {}
    for (number, row), (i, j) in itertools.product(
        enumerate(matrix), itertools.combinations(range(matrix.shape[1]), 2)
    ):
        if row[i] and row[j]:
            key = (2000 + number % 2, f"S{i}", f"S{j}")
            expected.setdefault(key, []).append(1 - abs(int(row[i]) - int(row[j])) / 2)
    found = pairs.set_index(["year", "state", "other"])
    assert set(found.index) == set(expected)
    for key, values in expected.items():
        assert found.loc[key, "votes"] == len(values)
        assert found.loc[key, "agreement"] == pytest.approx(np.mean(values))


@given(matrices, st.sampled_from(voting.METHODS))
def test_measures_keep_their_bounds(matrix, method):
    values = voting.agreement(frame(matrix), years(len(matrix)), method)["agreement"].dropna()
    floor = 0 if method == "agreement" else -1
    assert ((values >= floor - 1e-9) & (values <= 1 + 1e-9)).all()


@given(matrices, st.sampled_from(voting.METHODS), st.randoms())
def test_order_of_states_and_of_roll_calls_does_not_matter(matrix, method, random):
    votes, rollcalls = frame(matrix), years(len(matrix))
    columns, rows = list(votes.columns), list(votes.index)
    random.shuffle(columns)
    random.shuffle(rows)
    pd.testing.assert_frame_equal(
        voting.agreement(votes.loc[rows, columns], rollcalls, method),
        voting.agreement(votes, rollcalls, method),
    )


@given(matrices, st.sampled_from(voting.METHODS))
def test_yes_and_no_may_be_exchanged(matrix, method):
    turned = np.where(matrix == NONE, NONE, 4 - matrix)
    pd.testing.assert_frame_equal(
        voting.agreement(frame(turned), years(len(matrix)), method),
        voting.agreement(frame(matrix), years(len(matrix)), method),
    )


@given(matrices, st.integers(0, 12))
def test_later_votes_do_not_change_an_earlier_year(matrix, known):
    rollcalls = pd.DataFrame(
        {"rollcall": range(len(matrix)), "year": [2000 + n // 4 for n in range(len(matrix))]}
    )
    votes = frame(matrix)
    cut = votes["rollcall"] < known
    early, late = (voting.agreement(v, rollcalls) for v in (votes[cut], votes))
    whole = early["year"] < 2000 + known // 4
    pd.testing.assert_frame_equal(
        early[whole].reset_index(drop=True),
        late[late["year"] < 2000 + known // 4].reset_index(drop=True),
        check_dtype=False,
    )
