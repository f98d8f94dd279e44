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
    for name in ("gap", "goods", "against_others", "goods_after"):
        assert getattr(retreat, name)()["measured"].value is None
    assert retreat.there(2015)["measured"].value is None
    assert early.growth(2015, [])["measured"].value is None
    oil = Barrels.of(partial(load, cutoff="1998-12-31"), "IRN", "RUS", 2018)
    assert oil.pumped("SAU")["measured"].value is None
    assert oil.slice_since(2015, [])["measured"].value is None


def test_documents_are_about_iran_and_russia_alone():
    frame = load("documents")
    for papers in (Papers(frame, "DEU", "RUS", 2018), Papers(frame, "IRN", "CHN", 2018)):
        assert papers.decisions.empty and papers.meetings.empty
        assert papers.deeds()["measured"].n == 0
    germany = Papers(frame, "DEU", "RUS", 2018).announced("exit", "WEST")
    assert (germany["measured"].n, germany["firms"]) == (0, 0)


def test_a_seller_whose_sales_rose_has_no_restraint_to_test():
    assert Barrels.of(load, "IRQ", "RUS", 2018).restraint()["measured"] is None
    assert Barrels.of(load, "IRN", "RUS", 2018).restraint()["measured"].value > 2


# --- what the prose says beside the values, by hand


def exports(reporter, partner, year):
    reporters, partners = ([one] if isinstance(one, str) else one for one in (reporter, partner))
    rows = load("trade").query("year == @year")
    rows = rows[rows["reporter"].isin(reporters) & rows["partner"].isin(partners)]
    return rows["exports_musd"].sum()


def both_ways(one, other, year):
    return exports(one, other, year) + exports(other, one, year)


def test_the_share_stands_beside_dollars_the_alternative_s_and_the_customs_union_s():
    found, dollars = ledger().share(), both_ways("IRN", "RUS", 2018)
    assert found["dollars"] == pytest.approx(dollars)
    china = both_ways("IRN", "CHN", 2018)
    assert found["other"] / found["measured"].value == pytest.approx(china / dollars)
    assert found["close_low"] == pytest.approx(18, abs=0.5)
    assert found["close_high"] == pytest.approx(52, abs=0.5)


def test_europe_is_the_reporting_members_without_the_states_that_have_a_role():
    assert (len(ledger().members), ledger().union_size) == (22, 28)
    assert len(ledger(focal="DEU").members) == len(ledger(partner="FRA").members) == 21
    sold = exports(ledger().members, "IRN", 2018)
    assert Retreat(ledger()).sales["Europe"][0].loc[2018, "IRN"] == pytest.approx(sold)


def test_what_saudi_arabia_gained_with_the_customers_that_iran_lost():
    wide = load("oil_origin").query("year in (2017, 2018)")
    wide = wide.pivot_table(index="importer", columns=["origin", "year"], values="kt").fillna(0)
    lost = wide["IRN"][2017] - wide["IRN"][2018]
    gained = (wide["SAU"][2018] - wide["SAU"][2017])[lost > 0].sum()
    found = Barrels.of(load, "IRN", "RUS", 2018).customers(ledger().union)
    assert found["saudi"] == pytest.approx(100 * gained / lost[lost > 0].sum())


def test_how_many_producers_lost_as_much():
    frame = load("oil_production").query("series == 'crude' and state not in ('WLD', 'OPC')")
    wide = frame.pivot(index="state", columns="year", values="kbd")
    change = (wide[2018] / wide[2017])[wide[2017] >= 500].dropna()
    own = change.pop("IRN")
    found = Barrels.of(load, "IRN", "RUS", 2018).slice_now()
    assert (found["fell"], found["large"]) == ((change <= own).sum(), len(change)) == (2, 27)


def test_what_europe_lost_against_all_others_and_the_alternative():
    west, members = Retreat(ledger()), ledger().members
    found = west.against_others()
    assert found["lag"] == -found["measured"].value
    own = 100 * (exports(members, "IRN", 2018) / exports(members, "IRN", 2017) - 1)
    assert found["theirs"] == pytest.approx(own + found["lag"])
    gap = west.gap()
    china = both_ways("IRN", "CHN", 2018) - both_ways("IRN", "CHN", 2017)
    europe = both_ways(members, "IRN", 2017) - both_ways(members, "IRN", 2018)
    assert (gap["gain"], gap["loss"]) == pytest.approx((china, europe))


def test_the_baseline_is_named_by_its_first_and_last_year():
    found = Retreat(ledger()).gap_after([2014, 2017])
    before = sum(both_ways("IRN", "CHN", year) for year in range(2014, 2018)) / 4
    after = sum(both_ways("IRN", "CHN", year) for year in (2019, 2020)) / 2
    assert found["gain"] == pytest.approx(after - before)
    assert (found["since"], found["to"]) == ("2014", "2017")


def test_counts_stand_for_shares_of_few_cases():
    papers = Papers(load("documents"), "IRN", "RUS", 2018)
    oil = papers.with_oil()
    assert (oil["named"], oil["unknown"], oil["meetings"]) == (5, 5, 10)
    assert oil["measured"].value == 100 * oil["named"] / oil["measured"].n
    assert oil["measured"].low == 100 * oil["named"] / oil["meetings"]
    saudi = papers.saudi_words()
    assert (saudi["steady"], saudi["measured"].n) == (2, 4)
    years = Retreat(ledger()).whenever(range(2006, 2019))
    assert (years["rose"], years["measured"].n, years["since"]) == (1, 5, "2006")


def test_firms_are_counted_from_the_withdrawal_whatever_the_shock():
    papers = Papers(load("documents"), "IRN", "RUS", 2018)
    found = papers.announced("exit", "WEST")
    assert (found["measured"].value, found["firms"]) == (17, 21)
    days = papers.firms("2018-12-31")["end_date"]
    assert f"{days.min():%Y-%m-%d}" >= "2018-05-08"
    assert f"{papers.firms('2018-08-31')['end_date'].max():%Y-%m-%d}" <= "2018-08-31"
