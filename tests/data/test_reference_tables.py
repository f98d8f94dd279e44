"""States, groups and coded events."""

import pandas as pd
import pytest

from eastward import tables

TOTALS = {"WLD", "OPC"}
STATE_COLUMNS = {"reporter", "partner", "importer", "exporter", "state", "iso3", "focal"}


def members(group: str, year: int) -> set[str]:
    """States of a group in one year."""
    table = tables.load("groups")
    there = (table["start"] <= year) & (table["end"].isna() | (table["end"] >= year))
    return set(table.loc[there & (table["group"] == group), "iso3"])


def test_states_coverage_and_labels():
    states = tables.load("states").set_index("iso3")
    assert len(states) == 274
    assert states.loc["IRN", "label"] == "Iran"
    assert states.loc["ARE", "label"] == "UAE"
    assert states.loc["GBR", "name"] == "United Kingdom"
    assert states.loc["SUN", "name"] == "Soviet Union"
    assert states["label"].is_unique


@pytest.mark.parametrize("name", tables.names())
def test_every_code_of_every_table_is_a_known_state(name):
    table = tables.load(name)
    known = set(tables.load("states")["iso3"]) | TOTALS | set(tables.load("groups")["group"])
    for column in STATE_COLUMNS & set(table.columns):
        assert set(table[column]) <= known, column


@pytest.mark.parametrize(
    ("group", "year", "size"),
    [
        ("EU", 1972, 7),  # six, and Belgium-Luxembourg as statistics print it
        ("EU", 1973, 10),
        ("EU", 2004, 26),
        ("EU", 2013, 29),
        ("EU", 2021, 28),
        ("OPEC", 1960, 5),
        ("OPEC", 2010, 12),
        ("OPEC", 2018, 15),
        ("OPEC", 2020, 13),
        ("OPEC", 2024, 12),
        ("GCC", 2018, 6),
        ("middle_east", 2018, 16),
    ],
)
def test_groups_have_their_known_sizes(group, year, size):
    assert len(members(group, year)) == size


def test_dated_exits():
    assert "GBR" in members("EU", 2020) - members("EU", 2021)
    assert "QAT" in members("OPEC", 2018) - members("OPEC", 2019)
    assert "IDN" in members("OPEC", 2016) - members("OPEC", 2015) - members("OPEC", 2017)


def test_gulf_states_are_in_the_middle_east():
    assert members("GCC", 2018) < members("middle_east", 2018)


def test_oil_events_coverage_and_codes():
    events = tables.load("oil_events").set_index("id")
    assert list(events.index) == ["E20140805", "E20161130", "E20161210", "E20180622", "E20181207"]
    vienna = events.loc["E20180622"]
    assert vienna[["iran", "russia", "saudi", "same_side"]].tolist() == [
        "freeze",
        "raise",
        "raise",
        "no",
    ]
    assert vienna["end_date"] == pd.Timestamp("2018-06-23")
    assert events.loc["E20181207", "iran"] == "exempt"
    assert events.loc["E20161210", "russia"] == "cut"


def test_every_coded_meeting_is_corroborated():
    assert tables.load("oil_events")["corroboration"].isin(["primary", "two"]).all()
