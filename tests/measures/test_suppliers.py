"""Suppliers by windows, worked by hand."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.measures import arms, suppliers

ROWS = [
    ("RUS", "IRN", 1989, 60.0), ("OTH", "IRN", 1990, 40.0),  # more than half
    ("CHN", "IRN", 1995, 5.0), ("OTH", "IRN", 1996, 5.0),  # exactly half, of little
    ("USA", "KOR", 1990, 10.0),
]  # fmt: skip
TRANSFERS = pd.DataFrame(ROWS, columns=["supplier", "recipient", "year", "tiv"])
YEARS = range(1989, 1999)


def test_half_is_no_main_supplier_and_volume_stands_beside_the_share():
    found = suppliers.main_supplier(
        suppliers.by_window(TRANSFERS, ["RUS", "CHN", "USA"], YEARS, 1989)
    )
    assert found.loc["IRN", ["value", "n", "main"]].tolist() == [50.0, 2, 1]
    assert found.loc["IRN", ["share", "volume", "most"]].tolist() == [50.0, 10.0, 100.0]
    assert found.loc["KOR", ["value", "n"]].tolist() == [100.0, 1]


def test_a_floor_leaves_small_windows_out():
    windows = suppliers.by_window(TRANSFERS, ["RUS", "CHN"], YEARS, 1989)
    assert suppliers.main_supplier(windows, floor=50).loc["IRN", ["value", "n"]].tolist() == [
        100,
        1,
    ]


def test_one_power_of_all_years():
    found = suppliers.one_power(TRANSFERS, ["RUS", "CHN", "USA"], YEARS).loc["IRN"]
    assert (found["supplier"], found["n"]) == ("RUS", 4)
    assert found["value"] == 100 * 60 / 110


def test_no_years_give_nothing():
    assert suppliers.one_power(TRANSFERS, ["RUS"], range(2019, 2019)).empty


deliveries = st.lists(
    st.tuples(
        st.sampled_from("ABE"),
        st.sampled_from("CD"),
        st.integers(2000, 2006),
        st.sampled_from([0.5, 2.0, 7.0]),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(deliveries)
def test_no_supplier_has_more_than_the_one_power(rows):
    transfers = pd.DataFrame(rows, columns=["supplier", "recipient", "year", "tiv"])
    most = suppliers.one_power(transfers, "ABE", range(2000, 2007))["value"]
    for supplier in "ABE":
        own = 100 * arms.share_of_supplier(transfers, supplier, 2006, 7)
        assert (own <= most.reindex(own.index) + 1e-9).all()
