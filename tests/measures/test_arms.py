"""Arms transfers, on made-up deliveries among states A to D."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eastward.errors import InputError
from eastward.measures import arms

COLUMNS = ["supplier", "recipient", "year", "tiv"]
TRANSFERS = pd.DataFrame(
    [
        ("A", "C", 2000, 30.0),
        ("B", "C", 2001, 10.0),
        ("A", "C", 2003, 5.0),
        ("B", "D", 2001, 4.0),
        ("A", "D", 2001, 0.0),
    ],
    columns=COLUMNS,
)
deliveries = st.lists(
    st.tuples(
        st.sampled_from("ABE"),
        st.sampled_from("CD"),
        st.integers(2000, 2006),
        st.floats(0, 1000).map(lambda tiv: round(tiv, 2)),
    ),
    max_size=20,
).map(lambda rows: pd.DataFrame(rows, columns=COLUMNS).astype({"year": int, "tiv": float}))
FEW = settings(max_examples=25)  # frames are slow


def test_volume_has_zero_where_nothing_is_recorded():
    assert arms.volume(TRANSFERS, range(2000, 2004), recipient="C").tolist() == [30, 10, 0, 5]
    assert arms.volume(TRANSFERS, [2001], supplier="B").tolist() == [14]
    assert arms.volume(TRANSFERS, [2001]).tolist() == [14]


def test_shares_are_of_the_window():
    found = arms.shares(TRANSFERS, "C", [2001, 2003], window=2).set_index(["end", "supplier"])
    assert found["share"].to_dict() == {(2001, "A"): 0.75, (2001, "B"): 0.25, (2003, "A"): 1.0}
    assert found["tiv"].to_dict() == {(2001, "A"): 30, (2001, "B"): 10, (2003, "A"): 5}


def test_windows_without_volume_are_left_out():
    assert arms.shares(TRANSFERS, "C", [2010]).empty
    assert arms.shares(TRANSFERS, "C", []).empty


def test_concentration_of_three_quarters_and_one():
    found = arms.concentration(arms.shares(TRANSFERS, "C", [2001, 2003], window=2))
    assert found.to_dict() == {2001: 0.75**2 + 0.25**2, 2003: 1.0}


def test_share_of_one_supplier_in_each_recipient():
    found = arms.share_of_supplier(TRANSFERS, "B", 2001, window=2)
    assert found.to_dict() == {"D": 1.0, "C": 0.25}
    assert arms.share_of_supplier(TRANSFERS, "B", 2001, window=2, floor=10).to_dict() == {"C": 0.25}
    assert arms.share_of_supplier(TRANSFERS, "E", 2001, window=2).tolist() == [0.0, 0.0]


def test_a_window_of_no_year_is_refused():
    with pytest.raises(InputError, match="window 0: expected at least one year"):
        arms.shares(TRANSFERS, "C", [2001], window=0)


@FEW
@given(deliveries, st.integers(1, 7))
def test_shares_sum_to_one_and_concentration_is_bounded(transfers, window):
    found = arms.shares(transfers, "C", range(2000, 2007), window)
    for _, group in found.groupby("end"):
        assert group["share"].sum() == pytest.approx(1)
    suppliers = found.groupby("end")["supplier"].size()
    index = arms.concentration(found)
    assert (index >= 1 / suppliers - 1e-9).all()
    assert (index <= 1 + 1e-9).all()


@FEW
@given(deliveries)
def test_names_of_suppliers_do_not_matter_for_concentration(transfers):
    renamed = transfers.assign(supplier=transfers["supplier"].map({"A": "E", "B": "A", "E": "B"}))
    first = arms.concentration(arms.shares(transfers, "C", [2006], 7))
    second = arms.concentration(arms.shares(renamed, "C", [2006], 7))
    assert first.tolist() == pytest.approx(second.tolist())


@FEW
@given(deliveries)
def test_the_shares_of_all_suppliers_in_a_recipient_sum_to_one(transfers):
    found = [arms.share_of_supplier(transfers, supplier, 2006, 7) for supplier in "ABE"]
    assert sum(found).tolist() == pytest.approx([1.0] * len(found[0]))


@FEW
@given(deliveries, st.integers(2000, 2006))
def test_a_later_cut_off_never_lowers_the_sum(transfers, cutoff):
    early = transfers[transfers["year"] <= cutoff]
    years = range(2000, 2007)
    rounding = 1e-9  # of sums in another order
    assert (arms.volume(early, years) <= arms.volume(transfers, years) + rounding).all()
