"""Arms beside all deliveries, allies and neighbours, on made-up states A, B and others."""

import pandas as pd
import pytest

from eastward.measures import supplies

ROWS = [
    ("P", "A", 2015, 60.0),
    ("Q", "A", 2016, 20.0),
    ("X", "A", 2016, 20.0),
    ("P", "A", 2010, 900.0),
    ("P", "B", 2015, 300.0),
    ("Q", "C", 2016, 100.0),
]
TRANSFERS = pd.DataFrame(ROWS, columns=["supplier", "recipient", "year", "tiv"])
YEARS = [2015, 2016]


def test_the_share_counts_the_years_that_are_asked_for():
    found = supplies.share(TRANSFERS, "P", "A", YEARS)
    assert (found.value, found.n) == (60.0, 2)
    assert supplies.share(TRANSFERS, "P", "A", [2010]).value == 100.0


def test_among_powers_other_suppliers_are_no_part_of_the_whole():
    assert supplies.share(TRANSFERS, "P", "A", YEARS, ["P", "Q"]).value == 75.0
    assert supplies.share(TRANSFERS, "P", "A", YEARS, ["Z"]).value is None


def test_without_a_delivery_there_is_no_share():
    found = supplies.share(TRANSFERS, "P", "D", YEARS)
    assert (found.value, found.n) == (None, 0)


def test_a_neighbour_without_imports_counts_with_zero():
    found = supplies.beside(TRANSFERS, "P", "A", ["A", "B", "C", "D"], YEARS)
    assert (found.value, found.n) == (60.0, 3)


@pytest.mark.parametrize(("recipient", "years"), [("D", YEARS), ("A", [])])
def test_an_unknown_recipient_or_no_year_gives_nothing(recipient, years):
    assert supplies.beside(TRANSFERS, "P", recipient, ["B", "C"], years).value is None


def test_an_ally_of_another_supplier_counts_with_zero():
    windows = pd.DataFrame(
        {"state": ["B", "C", "D"], "supplier": ["P", "P", "Q"], "volume": [10.0, 40.0, 99.0]}
    )
    found = supplies.as_ally(windows, "P", ["B", "C", "D"], {"A": 5.0})
    assert found["value"].to_dict() == {"A": 50.0, "B": 100.0, "C": 400.0}
    assert set(found["n"]) == {3}


def test_allies_who_get_nothing_are_no_yardstick():
    windows = pd.DataFrame({"state": ["B"], "supplier": ["P"], "volume": [10.0]})
    assert supplies.as_ally(windows, "P", ["C", "D"], {"A": 5.0}).empty
    assert supplies.as_ally(windows, "P", [], {"A": 5.0}).empty
