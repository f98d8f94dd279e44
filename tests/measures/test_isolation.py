"""Isolation, on made-up ties of states A to D with the powers P and USA."""

import pandas as pd

from eastward.measures import isolation, pacts

PACTS = pd.DataFrame(
    [("ATOP", "P", "A", 2000, False, True)],
    columns=["source", "state", "partner", "year", "mutual", "defense"],
).assign(**{kind: False for kind in pacts.KINDS[1:]})
TROOPS = pd.DataFrame(
    [("B", 2000, 100), ("C", 2000, 99), ("C", 2001, 9), ("D", 2000, 10)],
    columns=["state", "year", "troops"],
)
BASES = pd.DataFrame([("C", "base"), ("D", "lilypad")], columns=["state", "kind"])
SUPPORT = pd.DataFrame(
    [
        ("ACD", 2000, "D", "P"),
        ("ACD", 2000, "rebels of B", "P"),
        ("ACD", 2000, "C P", "P"),  # a power on its own side is nobody's patron
        ("ESD", 2000, "A", "P"),
    ],
    columns=["source", "year", "party", "supporter"],
)
STATES = ["A", "B", "C", "D"]


def found(powers, **options):
    return isolation.ties(PACTS, TROOPS, BASES, SUPPORT, powers, **options)


def kinds_of(frame, year=2000):
    rows = frame[frame["year"] == year]
    return {(row.state, row.patron, row.kind) for row in rows.itertuples()}


def test_ties_keep_their_kind():
    assert kinds_of(found(["P", "USA"])) == {
        ("A", "P", "treaty"),
        ("B", "USA", "troops"),
        ("C", "USA", "base"),
        ("C", "P", "fighting"),
        ("D", "P", "fighting"),
        ("D", "USA", "site"),
    }


def test_a_listed_base_counts_only_in_years_with_more_persons_than_guards():
    assert ("C", "USA", "base") not in kinds_of(found(["USA"]), 2001)


def test_ties_with_powers_that_are_not_asked_for_are_left_out():
    assert {patron for _, patron, _ in kinds_of(found(["P"]))} == {"P"}


def test_a_lower_threshold_finds_more_troops():
    assert ("C", "USA", "troops") in kinds_of(found(["USA"], threshold=99))


def test_a_state_with_two_ties_to_a_power_has_one_patron():
    both = pd.concat([found(["USA"]), found(["USA"], threshold=99)])
    assert isolation.having(both, ["base", "troops"]).query("year == 2000").values.tolist() == [
        ["B", 2000, "USA"],
        ["C", 2000, "USA"],
    ]


def test_every_reading_tells_who_is_backed_and_the_barest_come_first():
    readings = {"strict": ["treaty"], "loose": ["treaty", "troops"]}
    cells = isolation.table(found(["P", "USA"]), readings, STATES, 2000)
    backed = set(
        cells.loc[cells["backed"], ["reading", "state"]].itertuples(index=False, name=None)
    )
    assert backed == {("strict", "A"), ("loose", "A"), ("loose", "B")}
    assert cells["state"].tolist()[:4] == ["C", "D", "B", "A"]
    assert isolation.bare(cells) == {"strict": ["B", "C", "D"], "loose": ["C", "D"]}


def test_counts_agree_with_the_table_of_each_year():
    readings = {"strict": ["treaty"], "loose": isolation.KINDS}
    every = found(["P", "USA"])
    for row in isolation.counts(every, readings, STATES, [2000, 2001]).itertuples():
        cells = isolation.table(every, readings, STATES, row.year)
        assert row.value == len(isolation.bare(cells)[row.series])


def test_a_power_present_with_a_base_and_troops_has_one_line():
    both = found(["P", "USA"], threshold=99)
    lines = isolation.edges(both, ["B", "C", "D"], [2000])
    assert lines.values.tolist() == [
        [2000, "P", "C", "fighting"],
        [2000, "P", "D", "fighting"],
        [2000, "USA", "B", "presence"],
        [2000, "USA", "C", "presence"],
    ]


def test_the_focal_state_is_not_counted_among_the_others():
    treaty = isolation.having(found(["P"]), ["treaty"])
    assert isolation.others_without(treaty, STATES, "B", 2000) == 2
    assert isolation.others_without(treaty, ["A"], "B", 2000) == 0


def test_all_states_count_where_the_focal_one_has_a_patron():
    treaty = isolation.having(found(["P"]), ["treaty"])
    assert isolation.others_without(treaty, STATES, "A", 2000) == 4


def test_a_list_of_states_is_carried_on_from_its_last_year():
    system = pd.DataFrame([("A", 2000), ("B", 2000), ("A", 2001)], columns=["state", "year"])
    assert isolation.carried(system, 2003).values.tolist() == [
        ["A", 2000],
        ["B", 2000],
        ["A", 2001],
        ["A", 2002],
        ["A", 2003],
    ]
    assert len(isolation.carried(system, 1999)) == 3
