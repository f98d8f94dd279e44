"""Chapter 10: its statistics against a second way to compute them, straight from the tables."""

import ast
from functools import cache
from pathlib import Path

import pytest
import yaml

from eastward import pages, paths, tables
from eastward.claims import registry

CHAPTER = "10-economic"
load = cache(tables.load)
# Members in 2018 that report their exports in the table.
EU = [
    "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "EST", "FRA", "GRC", "HRV",
    "HUN", "IRL", "ITA", "LTU", "LUX", "LVA", "MLT", "NLD", "POL", "PRT", "ROU",
]  # fmt: skip

PINNED = yaml.safe_load(Path(__file__).with_name("pinned").joinpath(f"{CHAPTER}.yml").read_text())


@cache
def flows(cutoff):
    """Exports by reporter, partner and year."""
    frame = load("trade", cutoff)
    return frame.set_index(["reporter", "partner", "year"])["exports_musd"]


def between(cutoff, one, other):
    """Trade of two states in both directions by year."""
    exports = flows(cutoff)
    return exports[one, other].add(exports[other, one], fill_value=0)


def prices():
    """Consumer prices in the United States, 2018 being one."""
    macro = load("macro").query("state == 'USA' and series == 'inflation'")
    yearly = macro[macro["source"] == "WDI 2025"].set_index("year")["value"].sort_index()
    level = (1 + yearly / 100).cumprod()
    return level / level[2018]


def tagged(cutoff, topic, *tags):
    """Corroborated documents of a topic that carry all tags."""
    rows = load("documents", cutoff).query("topic == @topic")
    rows = rows[rows["corroboration"].isin(["primary", "two"])]
    return rows[[set(tags) <= set(str(found).split(";")) for found in rows["tags"]]]


def test_every_parameter_is_read_by_a_cell():
    cells = [one for one in pages.read(CHAPTER).cells if one.cell_type == "code"]
    used = {
        node.id
        for cell in cells
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    assert set(pages.declared(CHAPTER)) - used == {"edition"}  # it only names the set of values


def test_no_declared_test_is_without_a_pin(built):
    name, found, _ = built
    declared = {
        f"{claim.id}.{test}"
        for claim in registry.claims().values()
        if claim.chapter == CHAPTER
        for test in [*claim.tests, *(f"later.{one.id}" for one in claim.later)]
    }
    assert declared == set(PINNED[name]) == set(found)


def test_every_declared_test_finds_what_it_found(built):
    """A change here is a change of a result: say so where it is made."""
    name, found, _ = built
    for test, (value, n, outcome, others, ways) in PINNED[name].items():
        got = found[test]
        assert got["value"] == (value and pytest.approx(value, rel=1e-3)), test
        assert (got["n"], got["outcome"]) == (n, outcome), test
        assert counts(got["rate"], "passes", "fails", "silent") == others, test
        assert counts(got["ways"], "supports", "silent", "against") == ways, test


def counts(entry, *names):
    return entry and [entry[one] for one in names]


def test_growth_in_constant_dollars_by_hand(built):
    name, found, cutoff = built
    real = between(cutoff, "IRN", "RUS") / prices()
    last = 2018 if name == "hindsight" else 2017
    for test, first in ("trade.growth", 2015), ("since-crimea.growth", 2014):
        rate = 100 * ((real[last] / real[first]) ** (1 / (last - first)) - 1)
        assert found[f"trade-growing.{test}"]["value"] == pytest.approx(rate)
        assert found[f"trade-growing.{test}"]["n"] == last - first + 1


def test_a_part_of_the_other_partners_grew_as_fast(built):
    name, found, cutoff = built
    last = 2018 if name == "hindsight" else 2017
    reporters = set(load("trade", cutoff)["reporter"]) - {"RUS", "IRN"}
    outcomes = []
    for partner in reporters:
        trade = between(cutoff, "RUS", partner)
        size = trade.reindex([2013, 2014, 2015]).mean()
        if 500 <= size <= 50_000:
            real = trade / prices()
            outcomes.append(100 * ((real[last] / real[2015]) ** (1 / (last - 2015)) - 1))
    rate = found["trade-growing.trade.growth"]["rate"]
    assert rate["passes"] == sum(value > 3 for value in outcomes)
    assert rate["fails"] == sum(value < 0 for value in outcomes)


def test_the_share_by_hand(hindsight):
    exports, world = flows(None), load("trade_world").set_index(["state", "year"])
    pair = between(None, "IRN", "RUS")[2018]
    sold = exports["IRN"].xs(2018, level="year").sum()
    bought = world.loc[("IRN", 2018), "imports_musd"]
    share = hindsight["ties-crucial.needs-it.share"]
    assert share["value"] == pytest.approx(100 * pair / (sold + bought))
    assert share["facts"]["dollars"] == pytest.approx(pair)


def test_the_slice_by_hand(built):
    name, found, cutoff = built
    last = 2018 if name == "hindsight" else 2017
    for table, test in ("oil_production", "output"), ("oil_exports", "exports"):
        frame = load(table, cutoff)
        frame = frame[frame["series"] == "crude"] if "series" in frame else frame
        wide = frame.pivot(index="year", columns="state", values="kbd")
        share = wide["IRN"] / wide["WLD"]
        rate = 100 * ((share[last] / share[2015]) ** (1 / (last - 2015)) - 1)
        years = found[f"oil-share-declining.shrinking-for-years.{test}"]
        assert (years["value"], years["outcome"]) == (pytest.approx(rate), "against")
        now = found[f"oil-share-declining.shrinking-now.{test}"]
        if name == "hindsight":
            assert now["value"] == pytest.approx(100 * (share[2018] / share[2017] - 1))
        else:
            assert now["outcome"] == "no data"  # the year had not ended


def test_what_europe_lost_and_china_gained_by_hand(hindsight):
    exports = load("trade")
    members = [state for state in EU if state in set(exports["reporter"])]
    way = exports["reporter"].isin(members) & (exports["partner"] == "IRN")
    back = (exports["reporter"] == "IRN") & exports["partner"].isin(members)
    europe = exports[way | back].groupby("year")["exports_musd"].sum()
    sold = exports[way].groupby("year")["exports_musd"].sum()
    china = between(None, "IRN", "CHN")
    gap = hindsight["china-alternative.fills-the-gap.dollars"]
    gain, loss = china[2018] - china[2017], europe[2017] - europe[2018]
    assert gap["value"] == pytest.approx(100 * gain / loss)
    goods = hindsight["west-leaving.business-leaves.goods"]
    assert goods["value"] == pytest.approx(100 * (sold[2018] / sold[2017] - 1))


def test_documents_by_hand(built):
    name, found, cutoff = built
    gone = tagged(cutoff, "exits-2018", "exit", "WEST").query("'2018-05-08' <= end_date")
    gone = gone[gone["end_date"] <= "2018-12-31"]
    assert found["west-leaving.business-leaves.exits"]["value"] == gone["issuer"].nunique()
    decided = tagged(cutoff, "oil-2018", "decision")
    side = found["oil-cooperation.market-policy.meetings"]
    together = tagged(cutoff, "oil-2018", "decision", "together")
    unclear = tagged(cutoff, "oil-2018", "decision", "unclear")
    assert unclear["id"].tolist() == ["declaration-2016-12-10"]
    assert side["n"] == len(decided) + 1 - len(unclear)  # and the attempt at Doha
    assert side["value"] == pytest.approx(100 * len(together) / side["n"])
    assert (len(decided), side["outcome"]) == (
        (5, "between") if name == "hindsight" else (4, "too few")
    )


def test_each_full_account_names_oil_or_energy(built):
    _, found, cutoff = built
    rows = tagged(cutoff, "readouts-2013-2018").query("date >= '2015-07-01'").set_index("id")
    tags = rows["tags"].str.split(";").map(set)
    full = tags[~tags.map(lambda one: bool(one & {"in-part", "text-not-found"}))]
    # known from a spokesman's summary alone
    assert not {"aktau-2018-08-12", "ufa-2015-07-09"} & set(full.index)
    assert full.map(lambda one: "oil-named" in one).all()
    without = found["oil-every-negotiation.each-time.without"]
    assert (without["value"], without["n"], without["outcome"]) == (0, len(full), "too few")


def test_one_deed_is_on_record_and_oil_for_goods_is_doubtful(built):
    _, found, cutoff = built
    done = tagged(cutoff, "cooperation-2018", "carried-out").query("date >= '2015-07-01'")
    assert done["id"].tolist() == ["bushehr-2-2017-10-31"]
    assert found["trade-growing.cooperation.deeds"]["value"] == 1
    assert found["oil-cooperation.oil-business.deals"]["value"] == 0
    late = tagged(cutoff, "cooperation-2018", "doubtful").query("date >= '2015-07-01'")
    [doubtful] = late["id"]
    assert doubtful == "oil-for-goods-2017-11"


def test_two_verdicts_by_hand(readings):
    """Odds from the table in the evidence rule, pass rates and ways; the weights multiply."""
    reading = readings["ties-crucial.needs-it"]
    [share] = reading["tests"]
    rate = (share["rate"]["passes"] + 1) / (share["rate"]["passes"] + share["rate"]["fails"] + 2)
    failing = max(1 / 1.5, min(1, (1 - 0.6) / (1 - rate)))  # a straw
    ways = share["ways"]
    power = (ways["against"] - ways["supports"]) / sum(
        ways[one] for one in ("supports", "silent", "against")
    )
    assert reading["odds"] == pytest.approx(failing**power)
    assert reading["word"] == "undecided"  # a straw alone never decides

    reading = readings["west-leaving.business-leaves"]
    exits, goods, beside, there = reading["tests"]
    odds = 1.5  # the list of firms: a hoop without peers, counted in one way
    for test in (goods, there):
        rate = (test["rate"]["passes"] + 1) / (test["rate"]["passes"] + test["rate"]["fails"] + 2)
        ways = test["ways"]
        total = ways["supports"] + ways["silent"] + ways["against"]
        odds *= min(1.5, max(1, 0.96 / rate)) ** ((ways["supports"] - ways["against"]) / total)
    assert {exits["outcome"], goods["outcome"], there["outcome"]} == {"supports"}
    assert (beside["outcome"], beside["weight"]) == ("between", 1)
    assert reading["odds"] == pytest.approx(odds)
    assert reading["word"] == "undecided"


def test_the_year_of_the_article_is_unknown_as_written(as_written):
    for name in ("ties-crucial.needs-it.share", "china-alternative.main-one.first",
                 "west-leaving.business-leaves.goods"):  # fmt: skip
        assert as_written[name]["outcome"] == "no data"


def test_no_later_datum_reaches_the_tests_of_the_period(hindsight):
    """Hindsight is better data on the same years: without what came later nothing is otherwise."""
    namespace: dict = {}
    for cell in pages.read(CHAPTER).cells:
        if cell.cell_type == "code":
            exec(cell.source, namespace)
        if "parameters" in cell.metadata.get("tags", []):
            namespace["cutoff"] = "2018-12-31"
    early = namespace["here"]._judged
    assert set(early) == set(hindsight)
    for name, test in hindsight.items():
        if ".later." in name:
            assert early[name]["outcome"] == "no data"
            continue
        assert early[name]["value"] == pytest.approx(test["value"]), name
        for key in ("n", "outcome", "rate", "ways"):
            assert early[name][key] == test[key], (name, key)


def test_the_period_ends_with_the_article_s_year_or_the_last_full_one_before(built):
    """Hindsight is better data on the same years, not other years."""
    name, found, _ = built
    last = {"hindsight": "2018", "as-written": "2017"}[name]
    for test in ("trade-growing.trade.growth", "oil-share-declining.shrinking-for-years.output"):
        facts = found[test]["facts"]
        assert (facts["base"], facts["last"]) == ("2015", last)


def test_the_numbers_of_the_exercise_on_starting_years():
    trade = between(None, "IRN", "RUS")
    assert trade[[2011, 2015, 2018]].round().tolist() == [3594, 1264, 1703]
    assert trade[2018] / trade[2015] == pytest.approx(4 / 3, abs=0.02)
    assert trade[2018] / trade[2011] == pytest.approx(1 / 2, abs=0.03)


def test_three_airlines_name_poor_custom():
    gone = tagged(None, "exits-2018", "exit", "WEST").set_index("issuer")["shows"]
    for airline, said in {"Air France": "fewer", "KLM": "poor", "British Airways": "cost"}.items():
        assert said in gone[airline]


def test_the_tables_hold_what_the_text_compares():
    """What officials published for 2022 is about twice the IMF's estimate."""
    flow = load("trade_russia").query("reporter == 'RUS' and partner == 'IRN' and year == 2022")
    [imf] = flow[["exports_musd", "imports_musd"]].sum(axis=1)
    [printed, *_] = load("trade_reported").query(
        "partner == 'RUS' and year == 2022 and flow == 'total' and months == 12"
    )["value"]
    assert printed / imf == pytest.approx(2, abs=0.1)


def test_the_limits_that_the_text_names():
    """Europe with the six members that do not report, and Russia's share by two totals."""
    members = load("groups").query("group == 'EU' and start <= 2018 and (end.isna() or end >= 2018)")
    whole = set(members["iso3"])
    assert {"GBR", "ESP", "SWE", "FIN", "SVK", "SVN"} == whole - {"BLX"} - set(EU)
    trade = load("trade")
    for states, fall in (set(EU), -13.1), (whole, -9.1):
        there = trade["reporter"].isin(states) & (trade["partner"] == "IRN")
        back = (trade["reporter"] == "IRN") & trade["partner"].isin(states)
        yearly = trade[there | back].groupby("year")["exports_musd"].sum()
        assert 100 * (yearly[2018] / yearly[2017] - 1) == pytest.approx(fall, abs=0.05)
    later = load("trade_russia").query("partner == 'IRN'").set_index(["reporter", "year"])
    later = later[["exports_musd", "imports_musd"]].sum(axis=1)
    world = load("trade_world").query("state == 'IRN'").set_index("year")
    world = world[["exports_musd", "imports_musd"]].sum(axis=1)
    years = range(2019, 2022)
    for totals, mean in (later["WLD"], 4.4), (world, 5.4):
        assert (100 * later["RUS"] / totals).loc[years].mean() == pytest.approx(mean, abs=0.06)
