"""Votes on the powers' uses of force, worked by hand."""

import pandas as pd

from eastward.measures import condemnation

ROLLCALLS = pd.DataFrame(
    {
        "rollcall": [1, 2, 3, 4],
        "year": [1980, 1981, 1983, 1983],
        "force": ["one", "one", "two", None],
        "force_by": ["RUS", "RUS", "USA", None],
    }
)
VOTES = pd.DataFrame({
    "rollcall": [1, 2, 3, 4],
    "IRN": [1, 0, 1, 1],  # for one of two on the first deed, absent once
    "POL": [3, 3, 1, 1],
    "NEW": [0, 0, 1, 1],  # no member before 1983
})  # fmt: skip


def against(**options):
    return condemnation.against_both(VOTES, ROLLCALLS, ["RUS", "USA"], **options)


def test_the_power_spared_most_decides():
    found = against()
    assert found["value"].to_dict()["POL"] == 0
    assert found.loc["IRN", ["value", "n"]].tolist() == [100.0, 2]


def test_a_state_that_was_no_member_could_not_vote():
    found = against().loc["NEW"]
    assert pd.isna(found["value"]) and found["n"] == 1


def test_absence_and_how_many_resolutions_count_are_choices():
    assert against(most=1.0).loc["IRN", "value"] == 0
    assert against(most=1.0, absent=False).loc["IRN", "value"] == 100


def test_a_power_without_a_deed_leaves_no_value():
    found = condemnation.against_both(VOTES, ROLLCALLS, ["CHN", "USA"])
    assert found["value"].isna().all()
