"""Studies under other states and cut-offs: what a rerun of the economic chapter rests on."""

from functools import cache, partial

import pytest

from eastward import tables
from eastward.studies.barrels import Barrels
from eastward.studies.ledger import Ledger
from eastward.studies.papers import Papers
from eastward.studies.retreat import Retreat

load = cache(tables.load)
ROLES = {"focal": "IRN", "partner": "RUS", "alternative": "CHN", "rival": "USA", "year": 2018}


def ledger(cutoff=None, **roles):
    return Ledger.of(partial(load, cutoff=cutoff), **(ROLES | roles))


@pytest.mark.parametrize(
    ("roles", "low", "high"),
    [({}, 0, 5), ({"focal": "TUR"}, 5, 10), ({"partner": "CHN", "alternative": "RUS"}, 10, 100)],
)
def test_the_share_tells_partners_apart(roles, low, high):
    found = ledger(**roles).share()
    assert low < found["measured"].value < high
    assert len(found["peers"]) >= 10
    assert not {"TUR", "KAZ", "DEU", "GBR", roles.get("focal", "IRN")} & set(found["peers"].index)


def test_a_partner_without_a_later_vintage_has_one_record_of_ways():
    assert len(ledger().share()["specs"]) == 6
    assert len(ledger(partner="CHN", alternative="RUS").share()["specs"]) == 3


def test_the_share_after_is_the_mean_of_the_years_that_it_prints():
    found = ledger().share_after()
    each = [found[name] for name in ("first", "second", "third")]
    assert each == pytest.approx([2.2, 4.6, 6.4], abs=0.05)
    assert found["measured"].value == pytest.approx(sum(each) / 3)
    assert found["whole"] == pytest.approx(-50.6, abs=0.05)  # 127 to 63 thousand million dollars


def test_before_the_year_nothing_is_known_of_it():
    early = ledger("2012-12-31")
    for name in ("share", "first", "stays"):
        assert getattr(early, name)()["measured"].value is None
    retreat = Retreat(early)
    for name in ("gap", "goods", "against_others", "there", "goods_after"):
        assert getattr(retreat, name)()["measured"].value is None
    assert early.growth(2015, [])["measured"].value is None
    oil = Barrels.of(partial(load, cutoff="1998-12-31"), "IRN", "RUS", 2018)
    assert oil.pumped("SAU")["measured"].value is None
    assert oil.slice_since(2015, [])["measured"].value is None


def test_documents_are_about_iran_and_russia_alone():
    frame = load("documents")
    for papers in (Papers(frame, "DEU", "RUS", 2018), Papers(frame, "IRN", "CHN", 2018)):
        assert papers.decisions.empty and papers.meetings.empty
        assert papers.deeds()["measured"].n == 0
    assert (
        Papers(frame, "DEU", "RUS", 2018).announced("exit", "WEST", "2018-05-08")["measured"].n == 0
    )


def test_a_seller_whose_sales_rose_has_no_restraint_to_test():
    assert Barrels.of(load, "IRQ", "RUS", 2018).restraint()["measured"] is None
    assert Barrels.of(load, "IRN", "RUS", 2018).restraint()["measured"].value > 2
