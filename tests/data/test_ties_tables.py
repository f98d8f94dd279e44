"""Pacts, organizations, the state system, disputes and rivalries against their upstream files.

Values marked with a file were read in that file; the others are published in the source's own
documentation or follow from history.
"""

import pytest

from eastward import tables
from eastward.measures import disputes as dispute_measures
from eastward.measures import pacts as pact_measures

NAMES = (
    "pacts",
    "igo_membership",
    "major_powers",
    "state_system",
    "capabilities",
    "disputes",
    "rivalries",
)
POWERS = ["USA", "RUS", "CHN", "FRA", "GBR"]


@pytest.fixture(scope="module")
def pacts():
    return tables.load("pacts")


@pytest.fixture(scope="module")
def pledges(pacts):
    rows = pact_measures.directed(pacts)
    return rows.set_index(["source", "state", "partner", "year"]).sort_index()


@pytest.fixture(scope="module")
def disputes():
    return tables.load("disputes")


@pytest.mark.parametrize(
    ("name", "rows", "first", "last", "states"),
    [
        ("pacts", 191346, 1900, 2018, 186),
        ("igo_membership", 50586, 1945, 2014, 201),
        ("major_powers", 1195, 1816, 2016, 9),
        ("state_system", 18262, 1816, 2017, 217),
        ("capabilities", 17119, 1816, 2022, 217),
        ("disputes", 10833, 1816, 2014, 0),
        ("rivalries", 16512, 1816, 2020, 0),
    ],
)
def test_coverage(name, rows, first, last, states):
    table = tables.load(name)
    assert len(table) == rows
    assert (table["year"].min(), table["year"].max()) == (first, last)
    if states:
        assert table["state"].nunique() == states


@pytest.mark.parametrize("name", NAMES)
def test_every_code_is_a_state(name):
    table = tables.load(name)
    known = set(tables.load("states")["iso3"])
    for column in {"state", "partner", "state_a", "state_b"} & set(table.columns):
        assert set(table[column]) <= known


@pytest.mark.parametrize("name", NAMES)
def test_cut_off_leaves_only_years_that_had_ended(name):
    whole, cut = tables.load(name), tables.load(name, "1990-06-30")
    assert cut["year"].max() == 1989
    assert len(cut) == (whole["year"] <= 1989).sum()


def kinds(row):
    return [kind for kind in pact_measures.KINDS if row[kind]]


@pytest.mark.parametrize(
    ("source", "state", "partner", "year", "expected"),
    [
        # atop_alliance.rda: ccode1 630, ccode2 365, the treaty of 12 March 2001
        ("ATOP", "IRN", "RUS", 2001, ["neutrality", "nonaggression", "consultation"]),
        ("ATOP", "IRN", "RUS", 2018, ["neutrality", "nonaggression", "consultation"]),
        # atop_alliance.rda: 2 to 630 and 630 to 2, 1965: the agreement of 1959 is one-sided
        ("ATOP", "USA", "IRN", 1965, ["defense", "consultation"]),
        ("ATOP", "IRN", "USA", 1965, ["consultation"]),
        # cow_alliance.rda: 630 and 365, the treaties of 1921 and 1927, the alliance of 1942
        ("COW", "IRN", "RUS", 1921, ["defense"]),
        ("COW", "IRN", "RUS", 1935, ["defense", "neutrality", "nonaggression"]),
        ("COW", "RUS", "IRN", 1946, ["defense", "consultation"]),
    ],
)
def test_pledges_read_upstream(pledges, source, state, partner, year, expected):
    assert kinds(pledges.loc[(source, state, partner, year)]) == expected


def test_iran_and_russia_as_the_two_collections_have_them(pacts):
    """ATOP: 1927-1946 and 2001-2018.  COW: a defence pact 1921-1946 and nothing since."""
    rows = pact_measures.with_powers(pacts, ["RUS"]).query("state == 'IRN'")
    assert pact_measures.spells(rows, ["source"]).values.tolist() == [
        ["ATOP", 1927, 1946],
        ["ATOP", 2001, 2018],
        ["COW", 1921, 1946],
    ]
    assert rows.query("source == 'COW'")["defense"].all()


def test_collections_disagree_on_iran_since_1980(pacts):
    counted = pact_measures.pledge_years(pacts, "IRN", POWERS, range(1980, 2015))
    years = counted.set_index(["source", "kind"])["years"]
    assert years["ATOP", "any"] == 14  # Russia, 2001-2014
    assert years["COW", "any"] == 11  # China, 2002-2012: the Kabul declaration of December 2002
    assert years["ATOP", "defense"] == years["COW", "defense"] == 0


def test_cow_is_symmetric_and_atop_mostly(pacts):
    assert pacts.loc[pacts["source"] == "COW", "mutual"].all()
    assert pacts.loc[pacts["source"] == "ATOP", "mutual"].mean() > 0.99


def test_memberships_read_upstream():
    # state_year_format3.rda: ccode 630 and 365; 1 is full, 3 observer, -1 not in existence
    rows = tables.load("igo_membership").set_index(["organization", "state", "year"])["status"]
    assert rows["NAM", "IRN", 1979] == "full"
    assert ("NAM", "IRN", 1978) not in rows.index
    assert rows["CENTO", "IRN", 1979] == "full"
    assert rows["SAARC", "IRN", 2014] == "observer"
    assert rows["SCO", "RUS", 2014] == rows["CSTO", "RUS", 2014] == "full"
    assert ("SCO", "IRN", 2014) not in rows.index


def test_memberships_of_known_size():
    rows = tables.load("igo_membership").query("status == 'full'")
    size = rows.groupby(["organization", "year"]).size()
    assert size["NATO", 1949] == 12
    assert size["NATO", 2014] == 28
    assert size["WPACT", 1970] == 7
    assert size["GCC", 2010] == 6
    assert size["CENTO", 1970] == 4  # Iran, Pakistan, Turkey, United Kingdom


def test_major_powers_change_at_the_known_dates():
    rows = tables.load("major_powers")
    powers = {year: set(rows.loc[rows["year"] == year, "state"]) for year in (1913, 1950, 2016)}
    assert powers[1913] == {"USA", "GBR", "FRA", "DEU", "AUH", "ITA", "RUS", "JPN"}
    assert powers[1950] == {"USA", "GBR", "FRA", "RUS", "CHN"}
    assert powers[2016] == powers[1950] | {"DEU", "JPN"}


def test_state_system_dates_and_numbers():
    # cow_states.rda: 630 from 1855; gw_states.rda: 630 from 1816-01-01
    rows = tables.load("state_system").set_index(["state", "year"])
    iran = rows.loc["IRN"]
    assert iran["cow"].first_valid_index() == 1855
    assert iran["gw"].first_valid_index() == 1816
    assert rows.loc[("DEU", 1989), "cow"] == 260
    assert rows.loc[("DEU", 1990), "cow"] == 255
    assert rows.loc[("YEM", 1990), ["cow", "gw"]].tolist() == [679, 678]
    assert ("YMD", 1990) in rows.index
    assert ("YMD", 1991) not in rows.index
    assert rows.loc[("SRB", 2010), ["cow", "gw"]].tolist() == [345, 340]


def test_capabilities_read_upstream():
    # cow_nmc.rda: ccode 630 in 1979, 365 in 2018, 710 in 2022
    rows = tables.load("capabilities").set_index(["state", "year"])
    assert rows.loc[("IRN", 1979)].tolist() == [0.009486, 5462930, 415]
    assert rows.loc[("RUS", 2018)].tolist() == [0.035759, 45151000, 900]
    assert rows.loc[("CHN", 2022)].tolist() == [0.234097, 218639000, 2035]
    assert rows.loc[("DEU", 1990), "milex"] == 37200000  # 255, not 260


def test_capabilities_of_the_world_sum_to_one():
    total = tables.load("capabilities").groupby("year")["cinc"].sum()
    assert total.loc[1946:2022].between(0.97, 1.03).all()


@pytest.mark.parametrize(
    ("source", "dispute", "year", "side_a", "side_b", "levels"),
    [
        # cow_mid_dirdisps.rda: dispnum 20 and 165; gml_dirdisp.rda: dispnum 523
        ("COW", 20, 1945, "RUS", "IRN", [3, 1]),
        ("COW", 165, 1911, "RUS", "IRN", [4, 4]),
        ("GML", 523, 1941, "RUS", "IRN", [4, 4]),
    ],
)
def test_disputes_read_upstream(disputes, source, dispute, year, side_a, side_b, levels):
    rows = disputes.set_index(["source", "dispute", "state_a", "state_b", "year"])
    row = rows.loc[(source, dispute, side_a, side_b, year)]
    assert row["onset"]
    assert row[["hostility_a", "hostility_b"]].tolist() == levels


def test_dispute_of_1941_cost_lives_and_was_russias_wish(disputes):
    row = disputes.query("source == 'GML' and dispute == 523 and year == 1941 and state_b == 'IRN'")
    row = row.set_index("state_a").loc["RUS"]
    assert row[["fatality_a", "fatality_b"]].tolist() == [2, 4]
    assert row[["revisionist_a", "revisionist_b"]].tolist() == [1, 0]


def test_dispute_levels_that_upstream_calls_missing_are_blank(disputes):
    cow = disputes[disputes["source"] == "COW"]
    assert cow["revisionist_a"].isna().all()
    assert cow.query("dispute == 165 and state_b == 'IRN'")["fatality_a"].isna().all()


def test_iran_russia_disputes_end_before_those_with_america(disputes):
    ended = {
        power: dispute_measures.between(disputes, "IRN", power).groupby("source")["year"].max()
        for power in ("RUS", "USA")
    }
    assert ended["RUS"].to_dict() == {"COW": 1993, "GML": 1993}
    assert ended["USA"].to_dict() == {"COW": 2013, "GML": 2009}


def test_no_dispute_of_iran_before_it_is_in_the_system(disputes):
    rows = dispute_measures.between(disputes, "IRN")
    assert rows["year"].min() >= 1855


@pytest.mark.parametrize(
    ("first", "second", "spans"),
    [
        # tss_rivalries.rda: rivalries 26, 186, 149; td_rivalries.rda: rivalry 31
        ("IRN", "RUS", {"TD": (1816, 1828), "TSS": (1816, 1828)}),
        ("IRN", "USA", {"TSS": (1982, 2020)}),
        ("IRN", "ISR", {"TD": (1979, 2010), "TSS": (1979, 2020)}),
    ],
)
def test_rivalries_read_upstream(first, second, spans):
    rows = tables.load("rivalries").query("state_a == @first and state_b == @second")
    found = rows.groupby("source")["year"].agg(["min", "max"])
    assert {source: tuple(span) for source, span in found.iterrows()} == spans


def test_kinds_of_rivalry_read_upstream():
    rows = tables.load("rivalries").set_index(["source", "state_a", "state_b", "year"])
    kinds = ["positional", "spatial", "ideological", "interventionary"]
    # tss_rivalries.rda: rivalry 179 is marked positional, ideological, interventionary
    assert rows.loc[("TSS", "IRN", "SAU", 2000), kinds].tolist() == [True, False, True, True]
    assert rows[kinds].any(axis=1).all()


def test_iran_and_russia_quarrelled_in_sixteen_disputes_of_their_own():
    rows = tables.load("disputes").query("source == 'COW'")
    both = rows[["state_a", "state_b"]].isin(["IRN", "RUS"]).all(axis=1)
    own = rows[both & rows["originator_a"] & rows["originator_b"]]
    assert (rows[both]["dispute"].nunique(), own["dispute"].nunique()) == (17, 16)
