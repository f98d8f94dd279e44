"""Sanctions: sets of senders, blocs and their members, spells. States A, B … are made up."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.measures import sanctions as measures

COLUMNS = ["case_id", "sender", "target", "year", "start", "sender_is_bloc"]


def frame(rows, **kinds):
    cases = pd.DataFrame(rows, columns=COLUMNS[:5])
    cases["sender_is_bloc"] = cases["sender"] == "EU"
    for kind in measures.KINDS:
        cases[kind] = kinds.get(kind, [True] * len(cases))
    return cases


CASES = frame(
    [
        (1, "A", "X", 2001, 2000),
        (1, "A", "X", 2002, 2000),
        (2, "EU", "X", 2002, 2002),
        (2, "B", "X", 2002, 2002),
        (3, "A", "Y", 2002, 2002),
        (3, "EU", "Y", 2002, 2002),
        (4, "A", "X", 2004, 2004),
        (4, "Y", "X", 2004, 2004),
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


def test_active_cases_by_target_and_year():
    active = measures.active_cases(CASES).set_index(["target", "year"])
    assert active.loc[("X", 2002)].tolist() == [2, 3]
    assert active.loc[("Y", 2002)].tolist() == [1, 2]
    assert ("X", 2003) not in active.index
    arms = measures.active_cases(CASES, kind="arms").set_index(["target", "year"])
    assert arms.loc[("X", 2002)].tolist() == [1, 1]
    by_b = measures.active_cases(CASES, sender="B")
    assert by_b.values.tolist() == [["X", 2002, 1, 1]]


def test_overlap_of_two_targets():
    overlap = measures.overlap(CASES, "X", "Y")
    assert overlap.index.tolist() == [2001, 2002, 2003, 2004]
    assert overlap.loc[2002].tolist() == [2, 1, 0, 2 / 3]  # A and EU shared, B alone
    assert overlap.loc[2001].tolist() == [0, 1, 0, 0]
    assert pd.isna(overlap.loc[2003, "jaccard"])
    assert overlap.loc[2004].tolist() == [0, 1, 0, 0]  # Y itself is left out
    assert measures.overlap(CASES, "X", "Y", kind="arms").loc[2002, "jaccard"] == 1 / 2


def test_overlap_with_all_agrees_with_the_pair():
    shares = measures.overlap_with_all(CASES, "X", [2002])
    assert shares.to_dict() == {"Y": 2 / 3}
    assert measures.overlap_with_all(CASES, "Y", [2001]).empty


def test_a_year_without_sanctions_counts_as_no_overlap():
    assert measures.overlap_with_all(CASES, "X", [2001, 2002]).to_dict() == {"Y": 1 / 3}
    assert measures.overlap_with_all(CASES, "Y", [2001, 2002]).to_dict() == {"X": 1 / 3}


def test_kinds_in_common_by_hand():
    cases = CASES[CASES["year"] == 2002].assign(trade=False, military=False, travel=False)
    cases["financial"] = [True, True, True, True, False]  # EU against Y: arms alone
    found = measures.kinds_in_common(cases, "X", "Y").set_index("sender")["jaccard"]
    # A: arms and finance against X, the same against Y; EU: finance against X, arms against Y
    assert found.to_dict() == {"A": 1.0, "EU": 0.0}
    assert measures.kinds_in_common(cases, "X", "Z").empty


def test_a_prolonged_case_runs_on_to_the_end_of_the_frame_at_most():
    longer = measures.prolonged(CASES, 2, "EU", until=2003)
    added = longer[(longer["case_id"] == 2) & (longer["year"] == 2003)]
    assert added["sender"].tolist() == ["EU"]  # and not B, which took part too
    assert len(longer) == len(CASES) + 1
    assert measures.prolonged(CASES, 2, "EU", until=2010)["year"].max() == CASES["year"].max()
    assert measures.prolonged(CASES, 99, "EU", until=2010).equals(CASES.reset_index(drop=True))


def test_bloc_becomes_its_members_of_the_year():
    expanded = measures.with_members(CASES, GROUPS)
    assert "EU" not in set(expanded["sender"])
    sent = {
        (case, target): set(senders)
        for (case, target), senders in expanded.groupby(["case_id", "target"])["sender"]
    }
    assert sent[2, "X"] == {"B"}  # B once, though also named; C later, D gone, X not against X
    assert sent[3, "Y"] == {"A", "B", "X"}
    assert not expanded.duplicated(["case_id", "sender", "target", "year"]).any()
    assert not expanded["sender_is_bloc"].any()
    assert expanded.columns.tolist() == CASES.columns.tolist()


def test_lone_cases():
    lone = measures.lone_cases(CASES, "A").set_index(["target", "year"])
    assert lone.loc[("X", 2001)].tolist() == [1, 1, True]
    assert lone.loc[("X", 2002)].tolist() == [1, 1, False]
    assert lone.loc[("Y", 2002)].tolist() == [1, 0, False]


def test_episodes_are_unbroken_spells():
    spells = measures.episodes(CASES, "A").set_index(["target", "start"])
    assert spells.loc[("X", 2000)].tolist() == [2002, 1, True, False]
    assert spells.loc[("X", 2004)].tolist() == [2004, 1, False, True]
    assert spells.loc[("Y", 2002)].tolist() == [2002, 1, False, False]
    assert len(spells) == 3
    assert len(measures.episodes(CASES, "A", kind="arms")) == 2


def test_edges_of_a_year():
    edges = measures.edges(CASES, 2002)
    assert edges.values.tolist() == [
        ["A", "X", 1],
        ["A", "Y", 1],
        ["B", "X", 1],
        ["EU", "X", 1],
        ["EU", "Y", 1],
    ]
    assert measures.edges(CASES, 2003).empty


STATES = st.sampled_from("ABCDXYZ")
RANDOM = st.lists(
    st.tuples(st.integers(1, 5), STATES, STATES, st.integers(2000, 2004)), min_size=1, max_size=30
)


@settings(max_examples=25, deadline=None)
@given(RANDOM)
def test_overlap_is_symmetric_and_bounded(rows):
    cases = frame([(case, sender, target, year, year) for case, sender, target, year in rows])
    one, two = measures.overlap(cases, "X", "Y"), measures.overlap(cases, "Y", "X")
    pd.testing.assert_series_equal(one["jaccard"], two["jaccard"])
    assert one["first_only"].tolist() == two["second_only"].tolist()
    assert one["jaccard"].dropna().between(0, 1).all()


@settings(max_examples=25, deadline=None)
@given(RANDOM)
def test_names_of_states_do_not_matter(rows):
    other = dict(zip("ABCDXYZ", "ZYXDCBA", strict=True))
    cases = frame([(case, sender, target, year, year) for case, sender, target, year in rows])
    renamed = cases.assign(sender=cases["sender"].map(other), target=cases["target"].map(other))
    one = measures.overlap(cases, "X", "Y")
    two = measures.overlap(renamed, other["X"], other["Y"])
    pd.testing.assert_frame_equal(one, two)


@settings(max_examples=25, deadline=None)
@given(RANDOM, st.integers(2000, 2004))
def test_a_cut_off_changes_no_earlier_year(rows, last):
    cases = frame([(case, sender, target, year, year) for case, sender, target, year in rows])
    known = cases[cases["year"] <= last]
    if known.empty:
        return
    whole = measures.active_cases(cases)
    pd.testing.assert_frame_equal(
        measures.active_cases(known), whole[whole["year"] <= last].reset_index(drop=True)
    )
    early = measures.overlap(known, "X", "Y")
    late = measures.overlap(cases, "X", "Y")
    assert early["jaccard"].equals(late.loc[early.index, "jaccard"])
    assert measures.lone_cases(known, "A").equals(
        measures.lone_cases(cases, "A").query("year <= @last").reset_index(drop=True)
    )
    assert measures.episodes(known, "A")["start"].isin(measures.episodes(cases, "A")["start"]).all()


def test_unknown_kind_is_an_error():
    with pytest.raises(KeyError):
        measures.of_kind(CASES, "words")
