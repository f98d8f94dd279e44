"""Who stands beside a state in disputes, worked by hand."""

import pandas as pd
import pytest

from eastward.measures import company

ROWS = [
    ("COW", 1, "IRN", "IRQ", 1980),
    ("COW", 1, "USA", "IRQ", 1980),
    ("COW", 2, "USA", "IRN", 1987),
    ("COW", 3, "IRQ", "IRN", 1978),
    ("GML", 1, "IRN", "IRQ", 1980),
]
LISTED = pd.DataFrame(ROWS, columns=["source", "dispute", "state_a", "state_b", "year"])


def test_a_common_opponent_in_one_dispute_makes_company():
    found = company.beside(LISTED, "COW", ["USA"], range(1979, 2000)).loc["IRN"]
    assert (found["value"], found["n"], found["beside"]) == (50.0, 2, 1)
    assert found["low"] < 50 < found["high"]


def test_facing_a_power_is_no_company_and_lists_are_kept_apart():
    assert company.beside(LISTED, "GML", ["USA"], [1980]).loc["IRN", "value"] == 0
    assert company.beside(LISTED, "COW", ["USA"], [1987]).loc["IRN", "value"] == 0
    assert company.beside(LISTED, "COW", ["USA"], [1980]).loc["USA", "value"] == pytest.approx(0)
