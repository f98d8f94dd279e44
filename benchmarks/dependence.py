"""Main suppliers of all recipients of arms, against a call for each recipient.

Run ``python benchmarks/dependence.py``.  A test with peers needs the value of every state, and a
grid of specifications needs it many times.
"""

import time

from eastward import tables
from eastward.measures import suppliers

POWERS = ["CHN", "FRA", "GBR", "RUS", "USA"]
YEARS = range(1980, 2018)


def dependence(transfers):
    """Share of windows with a main supplier, by recipient."""
    windows = suppliers.by_window(transfers, POWERS, YEARS, YEARS[0])
    return suppliers.main_supplier(windows)["value"]


def main() -> None:
    """Time both ways on the same table, compare their values, and print the ratio."""
    transfers = tables.load("arms_transfers")
    began = time.perf_counter()
    together = dependence(transfers)
    fast = time.perf_counter() - began
    began = time.perf_counter()
    one_by_one = {}
    for state in transfers["recipient"].unique():
        rows = transfers[transfers["recipient"] == state]
        one_by_one |= dependence(rows).to_dict()
    slow = time.perf_counter() - began
    print(f"all at once: {fast:8.3f} s  {len(together)} recipients")
    print(f"one by one:  {slow:8.3f} s  same values: {together.to_dict() == one_by_one}")
    print(f"ratio:       {slow / fast:8.1f}  (goal: 20 or more)")


if __name__ == "__main__":
    main()
