"""Chapter 03: its statistics counted a second way, straight from the tables."""

import pytest

from eastward import tables

CHAPTER = "03-alone"
REGION = "ARE BHR EGY IRN IRQ ISR JOR KWT LBN OMN QAT SAU SYR TUR YEM".split()
PERMANENT = {"USA", "GBR", "FRA", "RUS", "CHN"}
SYRIA = {299, 13604}  # UCDP's numbers of the wars of Syria's government
LAST = {"hindsight": 2018, "as-written": 2017}  # last year of ATOP before the cut-off


def promised(cutoff, year):
    """States that a permanent member promises to defend."""
    pacts = tables.load("pacts", cutoff).query("source == 'ATOP' and defense and year == @year")
    found = set()
    for row in pacts.itertuples():
        if row.state in PERMANENT:
            found.add(row.partner)
        if row.mutual and row.partner in PERMANENT:
            found.add(row.state)
    return found


def hosting(cutoff, year):
    """States with a US base in use or a hundred US troops, Syria's uninvited ones left out."""
    troops = tables.load("us_troops", cutoff).query("year == @year").set_index("state")["troops"]
    bases = set(tables.load("bases").query("kind == 'base'")["state"])
    return {one for one, n in troops.items() if n >= 100 or (n >= 10 and one in bases)} - {"SYR"}


def defended(cutoff, year):
    """States on whose side a permanent member's troops fought."""
    rows = tables.load("conflict_support", cutoff).query("source == 'ACD' and year == @year")
    return {row.party for row in rows.itertuples() if row.supporter in PERMANENT}


def parties(source, state, cutoff, key=("conflict", "year", "side", "party")):
    """What a state supported, as a set of tuples."""
    rows = tables.load("conflict_support", cutoff)
    rows = rows[(rows["source"] == source) & (rows["supporter"] == state)]
    return set(rows[list(key)].itertuples(index=False, name=None))


def test_only_turkey_has_a_treaty(built):
    name, found, cutoff = built
    assert promised(cutoff, LAST[name]) & set(REGION) == {"TUR"}
    assert found["only-iran.formal"]["statistic"] == len(REGION) - 2
    assert found["only-iran.formal"]["n"] == len(REGION)


def test_who_has_nobody_by_any_tie(built):
    name, found, cutoff = built
    year = LAST[name]
    backed = promised(cutoff, year) | hosting(cutoff, year) | defended(cutoff, year)
    alone = set(REGION) - backed
    assert alone == {"IRN", "ISR", "LBN", "YEM"} | ({"JOR"} if year == 2018 else set())
    assert found["only-iran.informal"]["statistic"] == len(alone) - 1


def test_years_in_which_both_fought_for_syrias_government(built):
    name, found, cutoff = built
    both = parties("ACD", "IRN", cutoff) & parties("ACD", "RUS", cutoff)
    years = {year for conflict, year, side, _ in both if conflict in SYRIA and side == "A"}
    assert years == set(range(2015, {"hindsight": 2025, "as-written": 2018}[name]))
    assert found["syria-alliance.troops"]["statistic"] == len(years)


def test_the_treaty_of_2001_promises_no_help(built):
    """Iran and Russia signed it in March 2001; by it neither helps an aggressor of the other."""
    name, found, cutoff = built
    pacts = tables.load("pacts", cutoff).query("source == 'ATOP' and year >= 1992")
    pair = pacts[(pacts["state"] == "IRN") & (pacts["partner"] == "RUS")]
    assert sorted(pair["year"]) == list(range(2001, LAST[name] + 1))
    assert pair["neutrality"].all()
    assert not pair[["defense", "offense"]].any(axis=None)
    assert found["syria-alliance.treaty"]["statistic"] == 0
    assert found["syria-alliance.treaty"]["n"] == LAST[name] - 2014


def test_no_war_before_syria_had_troops_of_both(built):
    _, found, cutoff = built
    side = ("conflict", "year", "side")
    both = parties("ACD", "IRN", cutoff, side) & parties("ACD", "RUS", cutoff, side)
    assert not {conflict for conflict, year, _ in both if 1979 <= year < 2015}
    assert found["syria-unprecedented.troops"]["statistic"] == 0


@pytest.mark.parametrize(
    ("test", "powers", "wars"),
    [("support", {"RUS"}, {333}), ("any-power", PERMANENT, {309, 333, 354})],
)
def test_wars_in_which_both_supported_a_party_before(built, test, powers, wars):
    """333 is the war of Afghanistan's government, 309 of Sudan's, 354 of Turkey's."""
    _, found, cutoff = built
    iran = parties("ESD", "IRN", cutoff)
    beside = {case for power in powers for case in iran & parties("ESD", power, cutoff)}
    syria = min(
        year
        for conflict, year, *_ in iran & parties("ESD", "RUS", cutoff)
        if conflict in SYRIA and year >= 2011
    )
    assert syria == 2011
    assert {conflict for conflict, year, *_ in beside if 1979 <= year < syria} == wars
    assert found[f"syria-unprecedented.{test}"]["statistic"] == len(wars)
    assert found[f"syria-unprecedented.{test}"]["n"] == syria - 1979


def test_the_author_could_not_see_what_came_after(as_written):
    assert as_written["only-iran.informal"]["note"] == "2017"
    assert as_written["syria-alliance.troops"]["n"] == 3
    assert as_written["syria-alliance.treaty"]["n"] == 3
