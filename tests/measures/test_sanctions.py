"""Sanctions: sets of senders, blocs and their members, spells. States A, B … are made up."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.measures import sanctions as measures


def frame(rows, **kinds):
    table = pd.DataFrame(rows, columns=measures.KEY)
    table["sender_is_bloc"] = table["sender"] == "EU"
    for kind in measures.KINDS:
        table[kind] = kinds.get(kind, [True] * len(table))
    return table


IN_FORCE = frame(
    [
        ("A", "X", 2001),
        ("A", "X", 2002),
        ("EU", "X", 2002),
        ("B", "X", 2002),
        ("A", "Y", 2002),
        ("EU", "Y", 2002),
        ("A", "X", 2004),
        ("Y", "X", 2004),
    ],
    arms=[True, True, False, False, True, True, False, False],
)
GROUPS = pd.DataFrame(
    [
        ("EU", "B", 1995, None),
        ("EU", "C", 2003, None),
        ("EU", "D", 1995, 2001),
        ("EU", "X", 1995, None),
    ],
    columns=["group", "iso3", "start", "end"],
)


def test_kinds_in_common_by_hand():
    cases = IN_FORCE[IN_FORCE["year"] == 2002].assign(trade=False, military=False, travel=False)
    cases["financial"] = [True, True, True, True, False]  # EU against Y: arms alone
    found = measures.kinds_in_common(cases, "X", "Y").set_index("sender")["jaccard"]
    # A: arms and finance against X, the same against Y; EU: finance against X, arms against Y
    assert found.to_dict() == {"A": 1.0, "EU": 0.0}
    assert measures.kinds_in_common(cases, "X", "Z").empty


def test_prolonged_measures_run_to_the_end_of_the_frame_at_most():
    longer = measures.prolonged(IN_FORCE, "EU", "X", ["travel"], range(2003, 2011))
    added = longer[(longer["sender"] == "EU") & (longer["year"] > 2002)]
    assert added["year"].tolist() == [2003, 2004]
    assert added["sender_is_bloc"].all() and added["travel"].all() and not added["arms"].any()
    assert len(longer) == len(IN_FORCE) + 2
    assert longer.columns.tolist() == IN_FORCE.columns.tolist()


def test_prolonging_beyond_the_last_year_changes_nothing():
    longer = measures.prolonged(IN_FORCE, "EU", "X", ["travel"], range(2090, 2092))
    assert len(longer) == len(IN_FORCE)
    assert set(longer["year"]) == set(IN_FORCE["year"])


def test_bloc_becomes_its_members_of_the_year():
    expanded = measures.with_members(IN_FORCE, GROUPS)
    assert "EU" not in set(expanded["sender"])
    sent = expanded[expanded["year"] == 2002].groupby("target")["sender"].agg(set).to_dict()
    # B once, though also named; C later, D gone, X not against X
    assert sent == {"X": {"A", "B"}, "Y": {"A", "B", "X"}}
    assert not expanded.duplicated(measures.KEY).any()
    assert not expanded["sender_is_bloc"].any()
    assert expanded.columns.tolist() == IN_FORCE.columns.tolist()


def test_episodes_are_unbroken_spells():
    spells = measures.episodes(IN_FORCE, "A").set_index(["target", "start"])
    assert spells.loc[("X", 2001)].tolist() == [2002, True, False]
    assert spells.loc[("X", 2004)].tolist() == [2004, False, True]
    assert spells.loc[("Y", 2002)].tolist() == [2002, False, False]
    assert len(spells) == 3
    assert len(measures.episodes(IN_FORCE, "A", kind="arms")) == 2


STATES = st.sampled_from("ABCDXYZ")
RANDOM = st.lists(
    st.tuples(STATES, STATES, st.integers(2000, 2004)), min_size=1, max_size=30, unique=True
)


@settings(max_examples=25, deadline=None)
@given(RANDOM, st.integers(2000, 2004))
def test_a_cut_off_changes_no_earlier_year(rows, last):
    cases = frame(rows)
    known = cases[cases["year"] <= last]
    if known.empty:
        return
    assert measures.episodes(known, "A")["start"].isin(measures.episodes(cases, "A")["start"]).all()


def test_unknown_kind_is_an_error():
    with pytest.raises(KeyError):
        measures.of_kind(IN_FORCE, "words")
