"""Folding of pledges, on made-up treaties between states A, B and C."""

import pandas as pd

from eastward.sources import alliances


def pledge(state, partner, year, *kinds):
    row = {"source": "X", "state": state, "partner": partner, "year": year}
    return row | {kind: kind in kinds for kind in alliances.KINDS}


def test_equal_pledges_become_one_row_and_unequal_ones_stay_two():
    found = alliances.fold(
        pd.DataFrame(
            [
                pledge("B", "A", 2000, "defense"),
                pledge("A", "B", 2000, "defense"),
                pledge("A", "B", 2001, "defense"),
                pledge("B", "A", 2001, "consultation"),
                pledge("C", "A", 2000, "neutrality"),
            ]
        )
    )
    rows = found[["state", "partner", "year", "mutual"]].values.tolist()
    assert sorted(rows) == [
        ["A", "B", 2000, True],
        ["A", "B", 2001, False],
        ["B", "A", 2001, False],
        ["C", "A", 2000, False],
    ]
