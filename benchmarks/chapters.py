"""What the statistics of a chapter cost, against loading its tables.

Run ``python benchmarks/chapters.py``.  Every declared test with its peers and its other ways to
count is computed once, in seconds of the processor; figures and the page are left out.
"""

import time
from collections.abc import Callable, Iterator
from functools import cache, partial

from eastward import tables
from eastward.studies.arsenal import Arsenal
from eastward.studies.assembly import Assembly
from eastward.studies.barrels import Barrels
from eastward.studies.independence import Independence
from eastward.studies.interference import POWERS, Interference
from eastward.studies.ledger import Ledger
from eastward.studies.papers import Papers
from eastward.studies.pledges import Pledges
from eastward.studies.retreat import Retreat
from eastward.studies.shelter import Shelter

PERIOD, YEAR, SHOCK, CUTOFF = range(1979, 2019), 2018, "2018-05-08", "2026-08-31"
GOAL_SECONDS = 4


def non_alignment(load) -> Iterator[Callable]:
    """Tests of chapter 01."""
    pledges = Pledges.of(load, "IRN", "RUS", "USA", PERIOD, 2025)
    shelter, arsenal = Shelter.of(load, pledges, CUTOFF), Arsenal.of(load, pledges)
    assembly, past = Assembly.of(load, pledges), Interference.of(load, "IRN", PERIOD[0])
    aim = Independence.of(load, "IRN", PERIOD)
    yield from (shelter.beside, shelter.withheld, aim.steps, aim.refusals)
    for measure in (pledges.alliance, pledges.treaty, pledges.protector):
        yield from (partial(measure, source) for source in ("ATOP", "COW"))
    yield from (assembly.in_step, assembly.uses_of_force, assembly.free_members)
    yield from (assembly.in_step_after, partial(pledges.signed_after, CUTOFF))
    yield from (arsenal.main_supplier, arsenal.one_power, arsenal.one_power_after)
    for topic in POWERS:
        yield partial(past.deeds, topic, range(1945, 1979))
        yield from (partial(past.begun, topic, one, range(1945, 1979)) for one in ("COW", "GML"))


def economic(load) -> Iterator[Callable]:
    """Tests of chapter 10."""
    ledger = Ledger.of(load, "IRN", "RUS", "CHN", "USA", YEAR)
    oil, papers = (
        Barrels.of(load, "IRN", "RUS", YEAR),
        Papers(load("documents"), "IRN", "RUS", YEAR),
    )
    west, recent = Retreat(ledger), [2016, 2017, 2018]
    yield from (partial(ledger.growth, base, recent) for base in (2015, 2014))
    yield from (ledger.share, ledger.share_after, ledger.first, ledger.first_after)
    yield from (ledger.stays, papers.deeds, papers.same_side, papers.oil_deals)
    yield from (papers.without, papers.with_oil, papers.saudi_words, oil.restraint)
    yield partial(oil.customers, ledger.union)
    yield from (partial(oil.pumped, "SAU"), partial(oil.pumped_after, "SAU"), oil.slice_now)
    yield from (oil.sold_now, partial(oil.slice_since, 2015, recent), oil.sold_after)
    yield from (partial(oil.sold_since, 2015, recent), west.gap, west.goods, west.against_others)
    yield from (west.there, west.goods_after, partial(west.whenever, range(2006, 2019)))
    yield partial(west.gap_after, [2016, 2017])
    for tag, origin in (("entry", "CHN"), ("exit", "WEST")):
        yield partial(papers.announced, tag, origin, SHOCK)


def main() -> None:
    """Print seconds and ratio for each chapter."""
    for name, chapter in (("01", non_alignment), ("10", economic)):
        spent = {"load": 0.0}

        @cache
        def load(table, spent=spent):
            began = time.process_time()
            frame = tables.load(table)
            spent["load"] += time.process_time() - began
            return frame

        began = time.process_time()
        for count, test in enumerate(chapter(load), 1):  # noqa: B007
            test()
        whole = time.process_time() - began - spent["load"]
        print(f"chapter {name}: {count} tests {whole:6.2f} s (goal: {GOAL_SECONDS}), "
              f"tables {spent['load']:.2f} s, ratio {whole / spent['load']:.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
