"""Members of an organization and how they compare. The states A to D are not real."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastward.measures import memberships

LIST = pd.DataFrame(
    [
        ("O", "A", 2000, "full"),
        ("O", "A", 2001, "full"),
        ("O", "B", 2000, "observer"),
        ("O", "B", 2001, "full"),
        ("P", "C", 2001, "full"),
    ],
    columns=["organization", "state", "year", "status"],
)


def pairs(frame):
    return list(frame.itertuples(index=False, name=None))


def test_only_full_members_count_and_the_last_ones_stay():
    found = memberships.member_years(LIST, "O", [2000, 2001, 2003])
    assert pairs(found) == [("A", 2000), ("A", 2001), ("A", 2003), ("B", 2001), ("B", 2003)]


def test_the_focal_state_counts_in_all_years_and_once():
    members = memberships.member_years(LIST, "O", [2000, 2001])
    assert pairs(memberships.compared(members, "B", [2000, 2001])) == [
        ("A", 2000),
        ("A", 2001),
        ("B", 2000),
        ("B", 2001),
    ]
    outside = memberships.compared(members, "D", [2000])
    assert pairs(outside)[-1] == ("D", 2000)


def test_means_leave_out_other_years_and_thin_states():
    values = pd.DataFrame(
        [("A", 2000, 1.0), ("A", 2001, 3.0), ("B", 2000, 9.0), ("B", 2001, None)],
        columns=["state", "year", "value"],
    )
    among = pd.DataFrame(
        [("A", 2000), ("A", 2001), ("B", 2001), ("C", 2000)], columns=["state", "year"]
    )
    assert memberships.means(values, among, "value", 1).to_dict() == {"A": 2.0}
    assert memberships.means(values, among, "value", 3).empty


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_a_mean_lies_within_its_values(values):
    rows = pd.DataFrame({"state": "A", "year": range(len(values)), "value": values})
    [mean] = memberships.means(rows, rows[["state", "year"]], "value", len(values))
    assert mean == pytest.approx(sum(values) / len(values))
