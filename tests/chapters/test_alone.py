"""Chapter 03: its statistics counted a second way, straight from the tables."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest

from eastward import paths, tables
from eastward.claims import registry
from eastward.measures import voting

CHAPTER = "03-alone"
REGION = "ARE BHR EGY IRN IRQ ISR JOR KWT LBN OMN QAT SAU SYR TUR YEM".split()
GULF = "ARE BHR IRQ KWT OMN QAT SAU".split()
POWERS = {"USA", "GBR", "FRA", "RUS", "CHN"}
SYRIA = {299, 13604}  # UCDP's numbers of the wars of Syria's government
LAST = {"hindsight": 2018, "as-written": 2017}  # the article's year, or the last full one
ALLIES = {"ISR": 1996, "EGY": 1996, "JOR": 1996, "BHR": 2002, "KWT": 2004}  # by American law
SPEECHES = {  # years in which Iran spoke so in the General Debate
    "away": {1980, 1981, 1988, 1989, 1990, 1991, 1995, 1997, 2005, 2019, 2021, 2022, 2024},
    "own": {
        *(1980, 1984, 1986, 1988, 1989, 1990, 1991, 1992, 1993, 1994, 1995, 1997, 1998, 2014),
        *(2018, 2019, 2021, 2022, 2024),
    },
}


def promised(cutoff, year):
    """States that a permanent member promises to defend."""
    pacts = tables.load("pacts", cutoff).query("source == 'ATOP' and defense and year == @year")
    found = set()
    for row in pacts.itertuples():
        if row.state in POWERS:
            found.add(row.partner)
        if row.mutual and row.partner in POWERS:
            found.add(row.state)
    return found


def hosting(cutoff, year):
    """States with a US base in use or a hundred soldiers, Syria's uninvited ones left out."""
    troops = tables.load("us_troops", cutoff).query("year == @year").set_index("state")["troops"]
    bases = set(tables.load("bases").query("kind == 'base'")["state"])
    used = bases if 1990 <= year <= 2018 else set()
    found = {one for one, n in troops.items() if n >= 100 or (n >= 10 and one in used)}
    sent = tables.load("deployments", cutoff).query("year == @year and deployer in @POWERS")
    sent = sent[~sent["organisation"].isin(["UN", "MFO", "EU", "OSCE"])]
    for (host, _), soldiers in sent.groupby(["host", "deployer"])["soldiers"].sum().items():
        if soldiers >= 100:
            found.add(host)
    return found - {"SYR"}


def defended(cutoff, year):
    """States on whose side a permanent member's troops fought."""
    rows = tables.load("conflict_support", cutoff).query("source == 'ACD' and year == @year")
    rows = rows[rows["supporter"].isin(POWERS) & ~rows["party"].str.startswith("rebels")]
    return {state for party in rows["party"] for state in party.split()}


def tied(cutoff, year):
    by_law = {state for state, since in ALLIES.items() if since <= year}
    return by_law | promised(cutoff, year) | hosting(cutoff, year) | defended(cutoff, year)


def test_others_without_a_tie_by_hand(built):
    _, found, cutoff = built
    without = set(REGION) - tied(cutoff, 2015)
    assert without == {"IRN", "LBN", "YEM"}
    test = found["only-iran.alone-in-region.ties"]
    assert (test["value"], test["n"]) == (len(without - {"IRN"}), len(REGION) - 1)
    assert set(GULF) <= tied(cutoff, 2015)
    test = found["only-iran.alone-in-gulf.standing"]
    assert (test["value"], test["n"], test["outcome"]) == (0, 7, "supports")


def test_others_without_a_pact_by_hand(built):
    _, found, cutoff = built
    without = set(REGION) - promised(cutoff, 2015)
    assert found["only-iran.no-formal-alliance.atop"]["value"] == len(without - {"IRN"}) == 13
    test = found["only-iran.no-formal-alliance.status"]
    assert test["value"] == len(without - {"IRN"} - set(ALLIES)) == 8


def test_the_list_of_allies_by_law_is_the_regulation_s():
    papers = tables.load("documents").set_index("id")
    listed = papers.loc["status-list-2016", "actors"].split(";")
    assert set(listed) & set(REGION) == set(ALLIES)


def test_years_with_a_tie_by_hand(built):
    _, found, cutoff = built
    years = {state: 0 for state in REGION}
    lived = dict(years)
    system = tables.load("state_system", cutoff)
    for year in range(1980, 2016):
        there = set(system.query("year == @year")["state"]) & set(REGION)
        for state in there:
            lived[state] += 1
            years[state] += state in tied(cutoff, year)
    assert years["IRN"] == 0
    rare = {one for one in REGION if years[one] <= lived[one] / 10} - {"IRN"}
    test = found["policy-deprives.deprived-throughout.decades"]
    assert (test["value"], test["n"]) == (len(rare), 14)
    assert rare == {"LBN", "SYR"}
    assert [one for one in REGION if years[one] == 0] == ["IRN"]
    assert test["facts"]["next_years"] == min(years[one] for one in REGION if one != "IRN") == 1


def test_agreement_beside_the_median_member_by_hand(built):
    name, found, cutoff = built
    cast = voting.cast(tables.load("unga_votes", cutoff))
    years = cast["rollcall"].map(tables.load("unga_rollcalls", cutoff).set_index("rollcall")["year"])
    states = cast.columns.difference(["rollcall", "date"])
    means = {}
    for span, which in (("before", range(2007, 2011)), ("after", range(2015, LAST[name] + 1))):
        yearly = []
        for year in which:
            ballots = cast[years == year][states].replace(0, np.nan)
            gaps = ballots.sub(ballots["RUS"], axis=0).abs() / 2
            near = 100 * (1 - gaps.mean())[gaps.notna().sum() >= 20]
            yearly.append(near.rename(year))
        means[span] = pd.concat(yearly, axis=1).mean(axis=1).reindex(states)
    change = means["after"] - means["before"]
    members = tables.load("igo_membership").query("organization == 'NAM' and status == 'full'")
    held = members[members["year"].between(2007, 2014)]["state"].value_counts()
    stay = members[members["year"] == 2014]["state"]  # the list's last year stays
    held = held.add(pd.Series(LAST[name] - 2014, index=list(stay)), fill_value=0)
    mostly = set(held.index[held >= (LAST[name] - 2006) / 2])
    median = np.nanmedian([change[one] for one in mostly & set(states)])
    test = found["moving-closer.nearer.votes"]
    assert test["facts"]["change"] == pytest.approx(change["IRN"], abs=1e-6)
    assert test["value"] == pytest.approx(change["IRN"] - median, abs=1e-6)
    assert test["outcome"] == "supports"


def test_meetings_of_the_presidents_by_hand(built):
    name, found, cutoff = built
    papers = tables.load("documents", cutoff).query("topic == 'meetings-presidents'")
    papers = papers[papers["corroboration"].isin(["primary", "two"])]
    years = papers.loc[papers["tags"].str.contains("iran-russia"), "date"].dt.year
    late = range(2015, LAST[name] + 1)
    change = years.isin(late).sum() / len(late) - years.isin(range(2007, 2011)).sum() / 4
    assert found["moving-closer.nearer.meetings"]["value"] == pytest.approx(change)


def sides(cutoff, source, state):
    rows = tables.load("conflict_support", cutoff).query("source == @source and supporter == @state")
    return {(row.conflict, row.year, row.side, row.party) for row in rows.itertuples()}


def test_years_with_troops_of_both_by_hand(built):
    name, found, cutoff = built
    both = sides(cutoff, "ACD", "IRN") & sides(cutoff, "ACD", "RUS")
    years = {year for conflict, year, side, _ in both if conflict in SYRIA and side == "A"}
    test = found["syria-alliance.fought-together.troops"]
    assert test["value"] == len({year for year in years if 2015 <= year <= 2018}) == test["n"]
    assert test["n"] == LAST[name] - 2014
    if name == "hindsight":
        later = {year for year in years if year > 2018}
        assert found["syria-alliance.later.troops"]["value"] == 100
        assert later == set(range(2019, 2025))


def test_one_party_for_years_running_by_hand(built):
    _, found, cutoff = built
    both = sides(cutoff, "ESD", "IRN") & sides(cutoff, "ESD", "RUS")
    years = sorted({year for conflict, year, *_ in both if conflict == 333 and year < 2011})
    assert years == list(range(1996, 2002))
    test = found["syria-unprecedented.first-time.same-party"]
    assert (test["value"], test["facts"]["longest"]) == (1, 6)
    others = {conflict for conflict, year, *_ in both if year < 2011} - SYRIA
    assert others == {333}
    assert test["outcome"] == "against"


def test_no_troops_stood_beside_a_power_before_by_hand(built):
    _, found, cutoff = built
    own = {one[:3] for one in sides(cutoff, "ACD", "IRN") if 1979 <= one[1] <= 2014}
    for power in POWERS:
        assert not own & {one[:3] for one in sides(cutoff, "ACD", power)}
    assert found["syria-unprecedented.first-time.troops"]["value"] == 0


def test_documents_on_concert_by_hand(built):
    _, found, cutoff = built
    papers = tables.load("documents", cutoff)
    papers = papers[papers["corroboration"].isin(["primary", "two"])].set_index("id")

    def tagged(topic, tag):
        rows = papers[papers["topic"] == topic]
        return set(rows.index[rows["tags"].fillna("").str.split(";").map(lambda own: tag in own)])

    assert tagged("precedents", "concert") == {"dushanbe-2001", "geneva-2001"}
    assert found["syria-unprecedented.first-time.concert"]["value"] == 2
    assert tagged("precedents", "help") == {"arms-affair-1985"}
    assert found["syria-unprecedented.first-breach.help"]["value"] == 1
    assert tagged("concert-syria", "joint-act") == {"concert-aleppo-2015", "concert-hamadan-2016"}
    assert found["syria-alliance.fought-together.concert"]["value"] == 2


def test_speeches_by_hand(built):
    name, found, cutoff = built
    spoken = tables.load("speeches", cutoff).query("state == 'IRN'")["year"]
    papers = tables.load("documents", cutoff).query("topic == 'local-frameworks'")
    for tag, years in SPEECHES.items():
        rows = papers[papers["tags"].str.split(";").map(lambda own, tag=tag: tag in own)]
        known = {year for year in years if year <= (2024 if name == "hindsight" else 2017)}
        assert set(rows["date"].dt.year) == known
        assert known <= set(spoken)
    test = found["no-outside-help.insisted.all-outsiders"]
    assert test["value"] == len([year for year in SPEECHES["away"] if year <= 2015]) == 9
    assert test["n"] == spoken.between(1979, 2015).sum()
    for test, tag in (("no-outside-help.insisted", "away"), ("local-frameworks.called-for", "own")):
        windows = [
            any(first <= year < first + 5 and year <= 2015 for year in SPEECHES[tag])
            for first in range(1979, 2016, 5)
        ]
        assert found[f"{test}.windows"]["value"] == 100 * np.mean(windows) == 62.5
    if name == "hindsight":
        assert found["no-outside-help.later.speeches"]["value"] == pytest.approx(100 * 4 / 6)


def test_weights_and_words_worked_by_hand(built):
    name, found, _ = built
    entry = registry.verdicts(name)
    region, gulf, pact = entry["only-iran"]["readings"]
    ways = found["only-iran.alone-in-region.ties"]["ways"]
    power = (ways["against"] - ways["supports"]) / sum(
        ways[key] for key in ("supports", "silent", "against")
    )
    assert region["odds"] == pytest.approx(0.1**power)
    assert (region["word"], gulf["word"]) == ("contradicted", "undecided")
    assert pact["word"] == "strongly contradicted"  # two records, both direct
    assert entry["syria-alliance"]["readings"][0]["odds"] == pytest.approx(20 * 1.5)
    first, breach = entry["syria-unprecedented"]["readings"]
    assert first["odds"] == pytest.approx(1 / 20 * 1.5)
    assert (first["word"], breach["word"]) == ("contradicted", "contradicted")
    assert entry["no-outside-help"]["readings"][0]["odds"] == pytest.approx(20)
    assert [one["word"] for one in entry["local-frameworks"]["readings"]] == [
        "undecided",
        "supported",
    ]


@pytest.mark.parametrize(("focal", "own"), [("TUR", "France, UK, USA"), ("OMN", "USA")])
def test_a_state_with_a_tie_is_not_alone(focal, own, tmp_path):
    path = tmp_path / "rerun.ipynb"
    command = [Path(sys.executable).with_name("eastward"), "run", CHAPTER, "-o", path]
    done = subprocess.run(
        [*command, "-p", "focal", focal], capture_output=True, text=True, cwd=paths.ROOT
    )
    assert done.returncode == 0, done.stderr
    cells = nbformat.read(path, 4).cells
    outputs = [
        output["data"][registry.MIME]
        for cell in cells
        for output in cell.get("outputs", [])
        if registry.MIME in output.get("data", {})
    ]
    [said] = [json.loads(one) if isinstance(one, str) else one for one in outputs]
    readings = {one["id"]: one["readings"] for one in said["claims"]}
    assert readings["only-iran"][0]["word"] == "contradicted"
    assert readings["local-frameworks"][0]["word"] == "no evidence"  # speeches of Iran alone
    assert any(f"security ties ({own})" in cell.source for cell in cells)
