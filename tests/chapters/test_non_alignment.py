"""Chapter 01: its statistics against a second way to compute them, straight from the tables."""

import numpy as np
import pytest

from eastward import tables

CHAPTER = "01-non-alignment"
POWERS = ["CHN", "FRA", "GBR", "RUS", "USA"]
LAST = {"hindsight": 2018, "as-written": 2017}  # the article's year, or the last full one


def iran_and_powers(cutoff, source):
    """Rows of treaties since 1980 in which Iran and a permanent member are the two sides."""
    rows = tables.load("pacts", cutoff).query("source == @source and year >= 1980")
    one, other = rows["state"], rows["partner"]
    return rows[(one == "IRN") & other.isin(POWERS) | (other == "IRN") & one.isin(POWERS)]


def members(cutoff, last):
    """Year to the set of full members of the Non-Aligned Movement, the last ones staying."""
    rows = tables.load("igo_membership", cutoff).query("organization == 'NAM' and status == 'full'")
    by_year = rows.groupby("year")["state"].agg(set)
    return {year: by_year[min(year, by_year.index.max())] for year in range(1980, last + 1)}


def percentile(values):
    """Share of the other members below Iran, in per cent."""
    own = values.pop("IRN")
    return 100 * np.mean([value < own for value in values.values()])


def test_years_with_a_pledge_by_hand(built):
    name, found, cutoff = built
    for source, observed in (("ATOP", LAST[name] - 1979), ("COW", 2012 - 1979)):
        rows = iran_and_powers(cutoff, source)
        test = found[f"no-pacts.{source.lower()}"]
        assert test["n"] == observed
        years = rows.loc[rows["year"] <= LAST[name], "year"].nunique()
        assert test["statistic"] == pytest.approx(100 * years / observed)
        assert not rows[["defense", "offense"]].any(axis=None)
    assert found["no-pacts.alliance"]["statistic"] == 0


def test_the_collections_see_different_treaties(built):
    """ATOP has the treaty of 2001 with Russia, COW the declaration of 2002 with China."""
    _, _, cutoff = built
    partners = {}
    for source in ("ATOP", "COW"):
        rows = iran_and_powers(cutoff, source)
        partners[source] = (set(rows["state"]) | set(rows["partner"]), rows["year"].min())
    assert partners == {"ATOP": ({"IRN", "RUS"}, 2001), "COW": ({"IRN", "CHN"}, 2002)}
    declared = tables.load("pacts").query("source == 'COW' and year == 2003")
    mine = declared[(declared["state"] == "IRN") | (declared["partner"] == "IRN")]
    neighbours = {"AFG", "CHN", "PAK", "TJK", "TKM", "UZB"}
    assert neighbours <= set(mine["state"]) | set(mine["partner"])


def test_members_under_a_pledge_by_hand(built):
    name, found, cutoff = built
    rows = tables.load("pacts", cutoff).query("source == 'ATOP'")
    tied = {
        (one, year)
        for first, second in (("state", "partner"), ("partner", "state"))
        for one, other, year in rows[[first, second, "year"]].itertuples(index=False)
        if other in POWERS and one != other
    }
    inside = members(cutoff, LAST[name])
    least = len(inside) // 2
    values = {}
    for state in set().union(*inside.values()) | {"IRN"}:
        years = [year for year in inside if state == "IRN" or state in inside[year]]
        if len(years) >= least:
            values[state] = np.mean([(state, year) in tied for year in years])
    assert found["no-pacts.members"]["n"] == len(values)
    assert found["no-pacts.members"]["statistic"] == pytest.approx(percentile(values))


@pytest.fixture(scope="module")
def votes():
    """Agreement of every state with Russia, with the United States and with Iran, year by year."""
    cast = tables.load("unga_votes")
    years = tables.load("unga_rollcalls").set_index("rollcall")["year"]
    cast = cast.assign(year=cast["rollcall"].map(years)).query("1980 <= year <= 2018")
    states = cast.columns.difference(["rollcall", "date", "year"])
    table = {}
    for year, rows in cast.groupby("year"):
        ballots = rows[states].replace(0, np.nan).to_numpy(dtype=float)
        for other in ("RUS", "USA", "IRN"):
            gaps = np.abs(ballots - ballots[:, [list(states).index(other)]]) / 2
            common = (~np.isnan(gaps)).sum(axis=0)
            total = np.nansum(1 - gaps, axis=0)
            for state, count, sum_ in zip(states, common, total, strict=True):
                if count >= 20 and state != other:
                    table[year, other, state] = sum_ / count
    return table


def over_years(inside, value):
    """Mean of a yearly value by member, over its years, where half of them are known."""
    means = {}
    for state in set().union(*inside.values()) | {"IRN"}:
        known = [value(year, state) for year in inside if state == "IRN" or state in inside[year]]
        known = [one for one in known if one is not None]
        if len(known) >= len(inside) // 2:
            means[state] = np.mean(known)
    return means


def test_tilt_and_nearness_by_hand(built, votes):
    name, found, cutoff = built
    inside = members(cutoff, LAST[name])

    def tilt(year, state):
        near = [votes.get((year, power, state)) for power in ("RUS", "USA")]
        return None if None in near else abs(near[0] - near[1])

    values = over_years(inside, tilt)
    assert found["votes-apart.members"]["n"] == len(values)
    assert found["votes-apart.members"]["statistic"] == pytest.approx(percentile(values))
    nearness = [
        percentile(
            over_years(inside, lambda year, state, power=power: votes.get((year, power, state)))
        )
        for power in ("RUS", "USA")
    ]
    assert found["votes-apart.nearer-power"]["statistic"] == pytest.approx(max(nearness))


def test_own_camp_by_hand(built, votes):
    name, found, cutoff = built
    inside = members(cutoff, LAST[name])
    with_camp = 0
    for year, states in inside.items():
        near = [votes[year, "IRN", state] for state in states if (year, "IRN", state) in votes]
        powers = [votes[year, "IRN", power] for power in ("RUS", "USA")]
        with_camp += np.median(near) > max(powers)
    test = found["votes-apart.own-camp"]
    assert (test["n"], test["statistic"]) == (
        len(inside),
        pytest.approx(100 * with_camp / len(inside)),
    )


def test_dependence_on_one_supplier_by_hand(built):
    name, found, cutoff = built
    rows = tables.load("arms_transfers", cutoff).query("recipient == 'IRN'")
    wide = rows.pivot_table(index="year", columns="supplier", values="tiv", aggfunc="sum")
    wide = wide.reindex(range(1980, LAST[name] + 1)).fillna(0).rolling(5).sum().dropna()
    share = wide[POWERS].max(axis=1) / wide.sum(axis=1)
    test = found["no-patron.dependence"]
    assert (test["n"], test["statistic"]) == (len(share), pytest.approx(100 * (share > 0.5).mean()))
    assert share.index.min() == 1984


def test_nobody_guarded_iran(built):
    name, found, cutoff = built
    assert not iran_and_powers(cutoff, "ATOP")["defense"].any()
    troops = tables.load("us_troops", cutoff).query("state == 'IRN' and year >= 1980")
    assert (troops["troops"] < 100).all()
    test = found["no-patron.presence"]
    assert (test["n"], test["statistic"]) == (LAST[name] - 1979, 0)


def test_who_began_the_disputes_by_hand(built):
    _, found, _ = built
    rows = tables.load("disputes").query("onset and originator_a and originator_b and year < 1979")
    three = ["GBR", "RUS", "USA"]
    by_iran = (rows["state_a"] == "IRN") & rows["state_b"].isin(three)
    by_power = (rows["state_b"] == "IRN") & rows["state_a"].isin(three)
    cow = rows["source"] == "COW"
    power, iran = (by_power & cow).sum(), (by_iran & cow).sum()
    assert found["interference.first-act"]["n"] == power + iran
    assert found["interference.first-act"]["statistic"] == pytest.approx(
        100 * power / (power + iran)
    )
    gml = rows[(by_iran | by_power) & ~cow & (rows["revisionist_a"] + rows["revisionist_b"] == 1)]
    wanted = np.where(gml["revisionist_a"] == 1, gml["state_a"], gml["state_b"])
    assert found["interference.revisionist"]["n"] == len(gml)
    assert found["interference.revisionist"]["statistic"] == pytest.approx(
        100 * np.mean(wanted != "IRN")
    )


def test_no_dispute_with_the_united_states_before_1979_is_listed():
    """The chapter says that the list cannot see the coup of 1953."""
    rows = tables.load("disputes").query("onset and year < 1979")
    assert rows.query("state_a == 'USA' and state_b == 'IRN'").empty
    assert rows.query("state_a == 'IRN' and state_b == 'USA'").empty


def test_the_occupation_of_1941_is_in_the_list():
    """Britain and the Soviet Union invaded Iran on 25 August 1941."""
    rows = tables.load("disputes").query("onset and year == 1941 and state_b == 'IRN'")
    for source in ("COW", "GML"):
        assert {"GBR", "RUS"} <= set(rows.loc[rows["source"] == source, "state_a"])


def test_the_movement_is_about_as_large_as_it_says():
    """The summit of Tehran in August 2012 counted 120 members; COW leaves out Palestine."""
    rows = tables.load("igo_membership").query("organization == 'NAM' and status == 'full'")
    assert rows.query("year == 2012")["state"].nunique() == pytest.approx(120, abs=5)
    assert rows.loc[rows["state"] == "IRN", "year"].min() == 1979


def test_nothing_later_than_2017_enters_as_written(as_written):
    assert as_written["votes-apart.own-camp"]["n"] == 2017 - 1979
    assert as_written["no-patron.dependence"]["n"] == 2017 - 1983
    assert as_written["no-pacts.atop"]["n"] == 2017 - 1979
