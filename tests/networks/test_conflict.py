"""Edges of conflict networks, worked by hand. The states are not real."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.networks.conflict import hostility

ONSETS = pd.DataFrame(
    [("B", "A", 1900), ("A", "B", 1905), ("A", "C", 1955), ("C", "D", 1950), ("B", "D", 1951)],
    columns=["state_a", "state_b", "year"],
)
ERAS = {"early": (1900, 1949), "late": (1950, 1999)}


def test_pairs_are_counted_whichever_side_acts_first():
    [early] = hostility(ONSETS, "ABCD", ERAS, "AB").query("frame == 'early'").itertuples()
    assert (early.source, early.target, early.weight) == ("A", "B", 2)


def test_only_pairs_of_the_middle_and_of_two_powers_are_kept():
    late = hostility(ONSETS, "ABCD", ERAS, "AB").query("frame == 'late'")
    assert list(late["source"] + late["target"]) == ["AC"]
    late = hostility(ONSETS, "ABCD", ERAS, "ABD").query("frame == 'late'")
    assert list(late["source"] + late["target"]) == ["AC", "BD"]


def test_a_hub_must_be_a_node():
    with pytest.raises(InputError, match="hubs Z"):
        hostility(ONSETS, "ABCD", ERAS, "AZ")
