"""Chapter 13: its statistics counted a second way, straight from the tables."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize

from eastward import tables
from eastward.claims import registry

CHAPTER = "13-into-russias-arms"
NEAR = (  # report trade and vote; outside the West, the former Soviet Union, the powers, the pressed
    "AFG ARE BRA EGY IDN IND IRQ ISR JOR JPN KOR KWT LBN LBY MYS OMN PAK QAT SAU SGP THA YEM".split()
)
BASE = [2016, 2017]
CLAIMS = {
    "into-russias-arms", "needs-backing", "balances-us", "strategic-tie", "view-strengthened",
    "east-replaces",
}  # fmt: skip


@pytest.fixture(scope="module")
def layers():
    """Votes, trade and arms of the comparable states and Iran with Russia, per cent, by year."""
    states = ["IRN", *NEAR]
    calls = tables.load("unga_rollcalls").set_index("rollcall")["year"]
    lists = tables.load("unga_votes").set_index("rollcall")
    rows = []
    for rollcall, row in lists[calls.reindex(lists.index).between(1993, 2020).to_numpy()].iterrows():
        cast = {}
        for way, value in (("yes", 1.0), ("abstain", 0.5), ("no", 0.0)):
            for state in str(row[way]).split() if isinstance(row[way], str) else []:
                cast[state] = value
        if "RUS" in cast:
            rows.append({s: 1 - abs(cast[s] - cast["RUS"]) for s in states if s in cast} | {"year": calls[rollcall]})
    votes = 100 * pd.DataFrame(rows).groupby("year")[states].mean()
    goods = tables.load("trade").query("year >= 1993")
    sold = goods.groupby(["year", "reporter"])["exports_musd"].sum().unstack()
    world = tables.load("trade_world").pivot(index="year", columns="state", values="imports_musd")
    to = goods[goods["partner"] == "RUS"].pivot(index="year", columns="reporter", values="exports_musd")
    back = goods[goods["reporter"] == "RUS"].pivot(index="year", columns="partner", values="exports_musd")
    both = to.reindex(columns=states).fillna(0) + back.reindex(columns=states).fillna(0)
    trade = 100 * both / (sold[states] + world.reindex(sold.index)[states])
    shares = tables.load("arms_shares").query("length == 5 and end >= 1993")
    got = shares[shares["supplier"] == "RUS"].pivot(index="end", columns="recipient", values="share")
    gave = shares[shares["recipient"] == "RUS"].pivot(index="end", columns="supplier", values="share")
    years = range(1993, 2021)
    got, gave = (one.reindex(index=years, columns=states).fillna(0) for one in (got, gave))
    return {"votes": votes, "trade": trade, "arms": 100 * np.maximum(got, gave)}


def index(layers, base):
    parts = []
    for layer in layers.values():
        mean = layer.loc[base, NEAR].mean()
        parts.append((layer - mean.mean()) / mean.std())
    return sum(parts) / 3


def moves(panel, base, after):
    change = panel.loc[after].mean() - panel.loc[base].mean()
    middle = change[NEAR].median()
    return (change - middle) / (change[NEAR] - middle).abs().median()


def test_the_move_at_the_shock_by_hand(hindsight, layers):
    found = moves(index(layers, BASE), BASE, [2018])
    test = hindsight["into-russias-arms.forced.index"]
    assert test["value"] == pytest.approx(found["IRN"], abs=1e-6)
    assert test["value"] == pytest.approx(-1.417, abs=1e-3)
    assert (test["n"], test["outcome"]) == (len(NEAR), "against")
    assert test["facts"]["place"] == (found >= found["IRN"]).sum() == 17
    passes = int((found[NEAR] > 2).sum())
    assert (test["rate"]["passes"], test["rate"]["fails"]) == (passes, len(NEAR) - passes)


def test_the_ways_to_count(hindsight):
    ways = hindsight["into-russias-arms.forced.index"]["ways"]
    assert ways["supports"] + ways["against"] + ways["silent"] == ways["total"] == 1104 >= 500
    assert ways["supports"] < ways["against"] / 2


def test_the_move_after_the_article_by_hand(hindsight, layers):
    panel = index(layers, BASE)
    found = moves(panel, BASE, [2019, 2020])
    test = hindsight["into-russias-arms.later.ties-after"]
    assert test["value"] == pytest.approx(found["IRN"], abs=1e-6)
    assert (test["facts"]["place"], test["outcome"]) == (1, "supports")
    for name, layer in layers.items():
        alone = moves(layer, BASE, [2019, 2020])
        assert test["facts"][name] == pytest.approx(alone["IRN"], abs=1e-6), name
    assert test["facts"]["votes"] < 0 < test["facts"]["trade"]


def test_each_year_by_hand(hindsight, layers):
    place = {}
    for year in range(1995, 2021):
        before = [year - 2, year - 1]
        place[year] = moves(index(layers, before), before, [year])["IRN"]
    assert max(place, key=place.get) == 2016
    assert sum(value >= place[2018] for value in place.values()) == 20


def test_the_twin_by_another_solver(hindsight, layers):
    """Weights by constrained minimisation in the place of non-negative least squares."""
    panel = index(layers, BASE).loc[1996:2018].dropna(axis=1)
    donors = [one for one in NEAR if one in panel]
    lead = {}
    for unit in ["IRN", *donors]:
        others = [one for one in donors if one != unit]
        early, own = panel.loc[:2017, others].to_numpy(), panel.loc[:2017, unit].to_numpy()
        start = np.full(len(others), 1 / len(others))
        found = minimize(
            lambda w, a=early, b=own: ((a @ w - b) ** 2).sum(), start, method="SLSQP",
            jac=lambda w, a=early, b=own: 2 * a.T @ (a @ w - b), bounds=[(0, 1)] * len(others),
            constraints={"type": "eq", "fun": lambda w: w.sum() - 1}, options={"maxiter": 500, "ftol": 1e-12},
        )  # fmt: skip
        gap = panel[unit] - panel[others] @ found.x
        lead[unit] = gap[2018] / np.sqrt((gap.loc[:2017] ** 2).mean())
    above = sum(value >= lead["IRN"] - 1e-6 for value in lead.values())
    test = hindsight["into-russias-arms.forced.twin"]
    assert (test["value"], test["n"]) == (pytest.approx(100 * above / len(lead)), len(lead))


def test_no_yearly_tie_is_known_when_the_article_is_written(as_written):
    for name in ("forced.index", "forced.twin", "later.ties-after"):
        assert as_written[f"into-russias-arms.{name}"]["outcome"] in ("no data", "too few")
    assert as_written["east-replaces.economy.trade"]["outcome"] == "no data"
    assert as_written["into-russias-arms.forced.new-steps"]["value"] == 0


def test_parts_in_the_news_by_hand(built):
    _, found, cutoff = built
    rows = tables.load("event_dyads", cutoff).query("official and date >= '2018-01-01'")
    rows = rows.assign(reports=rows["verbal_cooperation"] + rows["material_cooperation"])
    own = rows[(rows["source"] == "IRN") ^ (rows["target"] == "IRN")]
    other = own["source"].where(own["source"] != "IRN", own["target"])
    late = own["date"] >= "2018-05-08"
    part = {
        after: 100 * own.loc[(late == after) & (other == "RUS"), "reports"].sum()
        / own.loc[late == after, "reports"].sum()
        for after in (False, True)
    }  # fmt: skip
    test = found["into-russias-arms.forced.news"]
    assert test["facts"]["before"] == pytest.approx(part[False]) == pytest.approx(19.25, abs=0.01)
    assert test["value"] == pytest.approx(part[True] - part[False])
    assert test["low"] < test["value"] < test["high"] < 0
    assert test["outcome"] == "against"


def papers(cutoff, topic, *tags):
    rows = tables.load("documents", cutoff).query("topic == @topic")
    rows = rows[rows["corroboration"].isin(["primary", "two"])]
    held = rows["tags"].fillna("").str.split(";")
    return rows[[set(tags) <= set(own) for own in held]]


def test_documents_by_hand(built):
    name, found, cutoff = built
    steps = papers(cutoff, "turn-2018", "step", "russia")
    test = found["into-russias-arms.forced.new-steps"]
    assert (test["n"], test["value"]) == ((4, 1) if name == "hindsight" else (2, 0))
    assert test["n"] == len(steps)
    doors = {one for one in ("china", "india", "europe") if len(papers(cutoff, "turn-2018", "step", one))}
    assert found["into-russias-arms.left-no-choice.other-doors"]["value"] == len(doors)
    assert doors == ({"china", "india", "europe"} if name == "hindsight" else {"china", "europe"})
    assert len(papers(cutoff, "backing-2018", "need")) == 2
    assert found["needs-backing.leaders-know.offices"]["value"] == 2
    said = papers(cutoff, "strategic-view", "adviser", "strategic")
    assert found["strategic-tie.said.words"]["value"] == (said["date"].dt.year == 2018).sum() == 2
    assert found["balances-us.can-balance.restrained"]["value"] == 25
    gave_up = papers(cutoff, "russia-restrains", "gave-up")
    assert gave_up["id"].tolist() == ["restrains-ghouta-2013-09-14"]
    if name == "hindsight":
        assert found["into-russias-arms.later.firsts"]["value"] == 3
        assert found["strategic-tie.later.partnership"]["value"] == 1


def test_vetoes_by_hand(built):
    name, found, cutoff = built
    drafts = tables.load("unsc_drafts", cutoff)
    last = 2018 if name == "hindsight" else 2017
    ids = drafts.query("region == 'Middle East' and 2011 <= year <= @last")["draft_id"]
    cast = tables.load("unsc_votes", cutoff).query("draft_id in @ids")
    vetoed = set(cast.loc[(cast["state"] == "RUS") & cast["veto"], "draft_id"])
    wanted = set(cast.loc[(cast["state"] == "USA") & (cast["vote"] == 1), "draft_id"])
    test = found["balances-us.can-balance.vetoes"]
    assert (test["value"], test["n"]) == (len(vetoed & wanted), len(ids))
    assert test["value"] == (13 if name == "hindsight" else 11)


def test_pledges_in_force_by_hand(built):
    _, found, _ = built
    rows = tables.load("pacts").query("source == 'ATOP' and year == 2018 and state == 'IRN' and partner == 'RUS'")
    kinds = ["defense", "offense", "neutrality", "nonaggression", "consultation"]
    assert rows[kinds].any().tolist() == [False, False, True, True, True]
    test = found["strategic-tie.is-strategic.pledge"]
    assert (test["value"], test["rate"]["passes"]) == (3, 0)


def test_trade_of_the_east_less_the_west_by_hand(hindsight):
    goods = tables.load("trade").query("2016 <= year <= 2020")
    groups = tables.load("groups").query("group == 'EU' and start <= 2018")
    union = groups[groups["end"].fillna(2018) >= 2018]
    reporting = set(goods["reporter"])
    west = (set(union["iso3"]) | {"USA"}) & reporting
    world = tables.load("trade_world").set_index(["state", "year"])["imports_musd"]
    sold = goods.groupby(["reporter", "year"])["exports_musd"].sum()

    def part(state, year):
        pairs = goods[(goods["year"] == year)].set_index(["reporter", "partner"])["exports_musd"]
        both = {one: pairs.get((state, one), 0) + pairs.get((one, state), 0) for one in {"RUS", "CHN", "IND", *west} - {state}}
        east = sum(both.get(one, 0) for one in ("RUS", "CHN", "IND"))
        lost = sum(value for one, value in both.items() if one in west)
        return 100 * (east - lost) / (sold[state, year] + world[state, year])

    change = part("IRN", 2018) - np.mean([part("IRN", year) for year in BASE])
    test = hindsight["east-replaces.economy.trade"]
    assert test["facts"]["change"] == pytest.approx(change, abs=1e-6)
    later = np.mean([part("IRN", year) for year in (2019, 2020)]) - np.mean([part("IRN", year) for year in BASE])
    assert hindsight["east-replaces.later.trade-after"]["facts"]["change"] == pytest.approx(later, abs=1e-6)


def test_words_worked_by_hand(built):
    name, found, _ = built
    entry = registry.verdicts(name)
    assert set(entry) >= CLAIMS
    forced, choice = entry["into-russias-arms"]["readings"]
    assert (forced["word"], choice["word"]) == ("undecided", "contradicted" if name == "as-written" else choice["word"])
    assert choice["odds"] <= 1 / 20
    assert entry["needs-backing"]["readings"][0]["odds"] == pytest.approx(10)
    said, fact = entry["strategic-tie"]["readings"]
    assert (said["word"], said["odds"]) == ("supported", pytest.approx(20))
    assert fact["odds"] == pytest.approx(1.5)
    since = {"hindsight": "held", "as-written": "open"}[name]
    assert entry["into-russias-arms"]["since_then"] == since
    if name == "hindsight":
        assert [one["since_then"] for one in entry["east-replaces"]["readings"]] == ["held", "held"]
