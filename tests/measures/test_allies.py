"""Allies by treaty, worked by hand."""

import pandas as pd

from eastward.measures import allies

TIES = pd.DataFrame(
    [("ATOP", "TUR", "USA", year, True) for year in (1979, 1980, 1981)]
    + [("ATOP", "TUR", "GBR", 1980, True), ("ATOP", "IRN", "RUS", 1981, False)]
    + [("COW", "IRN", "CHN", 1981, True)],
    columns=["source", "state", "power", "year", "defense"],
)
SYSTEM = pd.DataFrame({"state": ["TUR", "IRN", "UZB"], "year": [1979, 1979, 1981]})
SYSTEM = pd.concat([SYSTEM, SYSTEM.head(2).assign(year=1981), SYSTEM.head(2).assign(year=1980)])


def test_years_count_once_however_many_powers_and_only_those_observed():
    found = allies.years_bound(TIES, "ATOP", ["USA", "GBR"], range(1979, 1982), ["defense"], SYSTEM)
    assert found.loc["TUR", ["value", "n", "whom", "first"]].tolist() == [3, 3, "GBR, USA", 1979]
    assert found.loc[["IRN", "UZB"], ["value", "n"]].to_numpy().tolist() == [[0, 3], [0, 1]]
    assert allies.bound_states(found) == ["TUR"]


def test_a_power_is_no_unit_and_other_pledges_do_not_count():
    found = allies.years_bound(TIES, "ATOP", ["USA", "RUS", "TUR"], [1981], ["defense"], SYSTEM)
    assert "TUR" not in found.index
    assert found.loc["IRN", "value"] == 0


def test_the_last_allies_stay_and_half_of_a_window_is_enough():
    found = allies.by_window(TIES, "ATOP", ["USA", "GBR"], range(1979, 1989), 1979)
    assert found.to_numpy().tolist() == [[1979, "USA", "TUR"], [1984, "USA", "TUR"]]


def test_no_years_give_no_windows():
    assert allies.by_window(TIES, "ATOP", ["USA"], [], 2019).empty
