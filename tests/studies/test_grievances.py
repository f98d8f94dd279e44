"""Studies of grievances under other states and cut-offs, and by hand."""

from functools import cache, partial

import pandas as pd
import pytest

from eastward import tables
from eastward.measures.documents import ELSEWHERE
from eastward.studies.covenant import Covenant
from eastward.studies.crisis import Crisis
from eastward.studies.frontier import Frontier
from eastward.studies.goodwill import Goodwill
from eastward.studies.protector import Protector
from eastward.studies.quarrels import Quarrels

load = cache(tables.load)
YEARS, WRITTEN = range(2015, 2019), "2018-08-31"


def crisis(focal="IRN", partner="RUS"):
    return Crisis(load("documents"), focal, partner)


def covenant(focal="IRN", partner="RUS", cutoff=None):
    names = ("documents", "treaty_invocations")
    return Covenant(*(load(name, cutoff) for name in names), focal, partner, WRITTEN)


def frontier(focal="IRN", partner="RUS"):
    return Frontier(load("territory"), load("border_agreements"), focal, partner)


def goodwill(focal="IRN", partner="RUS", cutoff=None):
    polls = load("polls", cutoff)
    return Goodwill(polls, load("documents", cutoff), focal, partner, YEARS, WRITTEN)


def quarrels(focal="IRN", partner="RUS"):
    return Quarrels.of(load, focal, partner, "USA", YEARS, WRITTEN)


@pytest.mark.parametrize("pair", [("TUR", "RUS"), ("IRN", "CHN")])
def test_of_other_states_nobody_looked_for_papers_and_maps(pair):
    one, other, land = crisis(*pair), covenant(*pair), frontier(*pair)
    found = [one.union_named(), one.stayed(), one.sold_for_oil(), one.ordered(), one.kept_out()]
    found += [one.two_governments(), other.article(), other.letter(), other.contested()]
    found += [other.occasions(), other.listed(), other.notes(), other.basis_after()]
    found += [
        land.area(),
        land.given_up_later(),
        quarrels(*pair).quarrels(),
        quarrels(*pair).fewer(),
    ]
    found += [goodwill(*pair).doubts()]
    for test in found:
        assert test["measured"].value is None
        assert test["measured"].note == ELSEWHERE
        assert len(test.get("specs", [])) == 0
    assert one.told.empty and other.pressed.empty and land.ceded.empty


def test_a_historian_s_word_counts_only_where_historians_and_single_sources_do():
    specs = crisis().union_named()["specs"]
    assert specs["value"].tolist() == [0, 0, 0, 1]
    assert specs.iloc[-1]["sources"] == "one" and "motive" in specs.iloc[-1]["papers"]


def test_orders_are_older_than_the_first_proclamation():
    one = crisis()
    assert one.proclaimed == pd.Timestamp("1945-12-12")
    told = one.told
    assert told["date"].between("1945-06-01", "1946-12-31").all()
    assert one.ordered()["measured"].value == 2


def test_without_the_invasion_two_occasions_are_left():
    specs = covenant().occasions()["specs"]
    assert specs["value"].min() == 2
    assert {one for one in specs.loc[specs["value"] == 2, "force"]} == {("force",)}


def test_the_treaty_of_2025_lies_beyond_an_early_cut_off():
    assert covenant().basis_after()["measured"].value == 1
    assert covenant(cutoff="2018-08-31").basis_after()["measured"].n == 0


def test_land_by_other_proxies():
    found = frontier().area()
    rows = load("territory").set_index("unit")["area_km2"]
    assert found["area"] == rows[["AZE", "RU-DA", "ARM", "AZ-NX"]].sum()
    without = 100 * rows[["AZE", "ARM", "AZ-NX"]].sum() / rows["IRN"]
    assert found["specs"]["value"].min() < without
    assert without == pytest.approx(found["specs"]["value"].tolist()[1])
    assert found["specs"]["value"].max() == pytest.approx(
        100 * rows[["AZE", "RU-DA", "ARM", "AZ-NX", "GEO"]].sum() / rows["IRN"]
    )


def test_founders_were_states_and_are_not_iran():
    one = Protector.of(load, "IRN", "USA")
    assert {"IND", "IDN", "YUG", "EGY"} <= set(one.founders)
    assert not {"IRN", "LBY", "MAR", "GHA"} & set(one.founders)  # two were no states in 1950
    peers = Protector.of(load, "IND", "USA").soldiers()["peers"]
    assert "IND" not in peers.index


def test_soldiers_are_known_of_the_united_states_alone():
    found = Protector.of(load, "IRN", "GBR")
    assert found.soldiers()["measured"].value is None
    assert found.arms()["measured"].value == 0


def test_a_figure_for_several_years_is_no_poll():
    one = goodwill()
    assert set(one.asked.waves["end_date"].dt.year) == {2011, 2016, 2019, 2021, 2022}
    assert one.asked.liking_after()["measured"].n == 3
    assert "specs" not in one.standing_after()
    early = goodwill(cutoff="2010-12-31")
    assert early.standing()["measured"].value is None
    assert early.asked.liking_after()["measured"].n == 0


def test_doubts_with_distance_and_parliament():
    found = goodwill().doubts()
    assert found["measured"].value == 1
    assert found["specs"]["value"].max() > 2


def test_disputes_of_a_state_that_did_not_exist_are_not_missing_years():
    years = range(1921, 1992)
    assert quarrels().wanted_change(years)["measured"].n == 71
    assert quarrels("PAK").wanted_change(years)["measured"].n == 1991 - 1947 + 1


def test_the_network_has_the_busiest_below():
    edges, place = quarrels().network()
    assert place["IRN"] == (0, 0)
    assert {"IRQ", "RUS", "GBR", "USA"} <= set(place)
    own = edges[(edges["source"] == "IRN") | (edges["target"] == "IRN")]
    assert own["weight"].sum() <= len(quarrels().begun)
    assert quarrels().count("USA", 1979) == quarrels().count("USA")


def test_quarrels_end_with_the_writing():
    read = partial(tables.load, cutoff="2016-12-31")
    early = Quarrels.of(read, "IRN", "RUS", "USA", YEARS, WRITTEN)
    assert early.quarrels()["measured"].n < quarrels().quarrels()["measured"].n
