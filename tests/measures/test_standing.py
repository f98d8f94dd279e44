"""Standing between two powers, worked by hand."""

import pandas as pd
import pytest

from eastward.measures import standing

PAIRS = pd.DataFrame(
    [
        (1979, "IRN", "RUS", 60.0), (1979, "IRN", "USA", 20.0),
        (1979, "POL", "RUS", 90.0), (1979, "POL", "USA", 30.0),
        (1979, "GBR", "RUS", 40.0), (1979, "GBR", "USA", 80.0),
        (1984, "IRN", "RUS", 95.0), (1984, "IRN", "USA", 20.0),
        (1984, "POL", "RUS", 90.0), (1984, "POL", "USA", 30.0),
        (1984, "GBR", "RUS", 40.0), (1984, "GBR", "USA", 80.0),
    ],
    columns=["window", "state", "other", "agreement"],
)  # fmt: skip
ALLIES = pd.DataFrame(
    [
        (when, power, ally)
        for when in (1979, 1984)
        for power, ally in (("RUS", "POL"), ("USA", "GBR"))
    ],
    columns=["window", "power", "state"],
)


def test_below_the_median_ally_of_both_or_it_does_not_count():
    found = standing.below_allies(PAIRS, ALLIES, ["RUS", "USA"]).loc["IRN"]
    assert (found["value"], found["n"]) == (50.0, 2)
    assert (found["own_first"], found["ally_first"]) == (77.5, 90.0)
    assert (found["own_second"], found["ally_second"]) == (20.0, 80.0)


def test_without_pairs_or_allies_nothing_is_measured():
    assert standing.below_allies(PAIRS.head(0), ALLIES, ["RUS", "USA"]).empty
    assert standing.below_allies(PAIRS, ALLIES, ["RUS", "CHN"]).empty


def test_ideal_points_are_nearer_the_less_they_differ():
    points = pd.DataFrame(
        {"state": ["IRN", "RUS", "USA"], "year": 1980, "ideal_point": [-1.0, -0.5, 2.0]}
    )
    near = standing.by_ideal_point(points, ["RUS", "USA"], 1979).set_index(["state", "other"])
    assert near.loc[("IRN", "RUS"), "agreement"] == pytest.approx(-0.5)
    assert near.loc[("IRN", "USA"), "agreement"] == pytest.approx(-3.0)


def test_plane_names_the_power_whose_ally_a_state_is():
    placed = standing.plane(PAIRS, "RUS", "USA", ALLIES).query("window == 1979").set_index("state")
    assert placed["kind"].to_dict() == {"GBR": "USA", "IRN": "", "POL": "RUS"}
    assert placed.loc["IRN", ["one", "other"]].tolist() == [60.0, 20.0]
