"""Exercises, arms, troops, bases and conflicts against their upstream files.

Values marked with a file were read in that file, with the line where there is one.
"""

import pandas as pd
import pytest

from eastward import tables
from eastward.measures import arms, suppliers
from eastward.measures import support as support_measures
from eastward.sources import arms as arms_source

STATES = {"state", "supplier", "recipient", "supporter", "partner", "deployer", "host"}
DATED = (
    "exercises",
    "arms_transfers",
    "arms_deals",
    "us_troops",
    "conflict_deaths",
    "conflict_support",
)


@pytest.fixture(scope="module")
def transfers():
    return tables.load("arms_transfers")


@pytest.fixture(scope="module")
def support():
    return tables.load("conflict_support")


@pytest.mark.parametrize(
    ("name", "rows", "first", "last"),
    [
        ("exercises", 13564, 1980, 2010),
        ("arms_transfers", 1716, 1950, 2024),
        ("exercises_russia", 281, 2009, 2018),
        ("deployments", 993, 2014, 2021),
        ("arms_deals", 804, 1995, 2024),
        ("us_troops", 13459, 1950, 2023),
        ("conflict_deaths", 962, 1989, 2024),
        ("conflict_support", 9240, 1946, 2024),
    ],
)
def test_coverage(name, rows, first, last):
    table = tables.load(name)
    assert len(table) == rows
    assert (table["year"].min(), table["year"].max()) == (first, last)


@pytest.mark.parametrize("name", [*DATED, "bases", "deployments", "exercises_russia"])
def test_every_code_is_a_state(name):
    table = tables.load(name)
    known = set(tables.load("states")["iso3"]) | {arms_source.OTHERS}
    for column in STATES & set(table.columns):
        assert set(table[column].dropna()) <= known


@pytest.mark.parametrize("name", DATED)
def test_cut_off_leaves_only_years_that_had_ended(name):
    whole, cut = tables.load(name), tables.load(name, "2005-06-30")
    assert cut["year"].max() == 2004
    assert len(cut) == (whole["year"] <= 2004).sum()


def test_exercises_of_iran():
    # mme-v7-long.csv: five exercises; line 4949 is mme2271 with India, 2003
    table = tables.load("exercises")
    iran = table[table["state"] == "IRN"]
    assert sorted(iran["exercise"]) == ["mme1127", "mme2180", "mme2271", "mme3138", "mme875"]
    assert iran.set_index("exercise").loc["mme2271", "year"] == 2003
    with_iran = table[table["exercise"].isin(iran["exercise"])]
    assert "RUS" not in set(with_iran["state"])
    assert "IND" in set(with_iran["state"])
    assert not table.duplicated(["exercise", "state"]).any()


@pytest.fixture(scope="module")
def with_russia():
    return tables.load("exercises_russia")


@pytest.mark.parametrize(
    ("exercise", "name", "year", "partners"),
    [
        # exercises_russia.csv, rows 1, 17, 23 and 89
        ("1", "Indra", 2018, "IND"),
        ("17", "Interaction", 2015, "ARM BLR KAZ KGZ TJK"),
        ("23", "Peace Mission", 2014, "CHN KAZ KGZ TJK"),
        ("89", "Bogorodsk, Shanghai Cooperation Organisation", 2009, "CHN KAZ"),
    ],
)
def test_exercises_of_russia_read_upstream(with_russia, exercise, name, year, partners):
    rows = with_russia[with_russia["exercise"] == exercise]
    assert " ".join(rows["partner"]) == partners
    assert rows[["name", "year"]].drop_duplicates().values.tolist() == [[name, year]]


def test_list_of_russias_exercises_thins_out_and_lacks_iran(with_russia):
    listed = with_russia[with_russia["basis"] == "list"]
    assert listed["exercise"].nunique() == 99
    numbers = listed.groupby("year")["exercise"].nunique()
    assert numbers[[2009, 2010, 2018]].tolist() == [24, 17, 3]
    assert "IRN" not in set(listed["partner"])
    assert listed["partner"].value_counts().head(4).to_dict() == {
        "BLR": 25,
        "KAZ": 23,
        "KGZ": 22,
        "TJK": 21,
    }


def test_exercises_with_iran_that_the_list_lacks_are_added_with_a_page_each(with_russia):
    added = with_russia[with_russia["basis"] == "added"]
    assert added[["partner", "year"]].values.tolist() == [
        ["IRN", 2009],
        ["IRN", 2015],
        ["IRN", 2017],
    ]
    assert added["note"].notna().all()
    assert with_russia["source_address"].str.match("https?://").all()


def test_only_the_exercise_that_lists_all_of_nato_is_doubtful(with_russia):
    doubtful = with_russia[with_russia["doubtful"]]
    assert set(doubtful["name"]) == {"Bold Monarch"}
    assert len(doubtful) == 28


def test_two_lists_of_russias_exercises_overlap_in_two_years(with_russia):
    known = tables.load("exercises").query("year >= 2009")
    known = known[known["exercise"].isin(known.loc[known["state"] == "RUS", "exercise"])]
    assert known["exercise"].nunique() == 42
    there = set(zip(known["state"], known["year"], strict=True)) - {("RUS", 2009), ("RUS", 2010)}
    here = with_russia.query("year <= 2010 and basis == 'list'")
    assert here["exercise"].nunique() == 41
    here = set(zip(here["partner"], here["year"], strict=True))
    assert (len(here & there), len(here - there), len(there - here)) == (45, 8, 22)


@pytest.fixture(scope="module")
def abroad():
    return tables.load("deployments").set_index(
        ["deployer", "theatre", "year", "organisation", "mission"]
    )


@pytest.mark.parametrize(
    ("key", "soldiers"),
    [
        # deployments_2014_2021.xlsx
        (("FRA", "United Arab Emirates", 2018, "FRA", "presence"), 650),
        (("FRA", "Lebanon", 2018, "UN", "operation"), 669),
        (("GBR", "Bahrain", 2021, "GBR", "operation"), 1000),
        (("GBR", "Iraq", 2018, "USA", "operation"), 400),
        (("TUR", "Qatar", 2019, "TUR", "presence"), 300),
        (("USA", "Kuwait", 2017, "USA", "presence"), 14300),
        (("USA", "Arabian Sea", 2021, "USA", "operation"), 4100),  # printed in two rows
    ],
)
def test_deployments_read_upstream(abroad, key, soldiers):
    assert abroad.loc[key, "soldiers"] == soldiers


def test_deployers_are_without_russia_and_china(abroad):
    deployers = set(abroad.index.get_level_values("deployer"))
    assert len(deployers) == 32
    assert not {"RUS", "CHN", "IRN", "SAU", "ARE"} & deployers


def test_only_seas_and_several_states_have_no_host(abroad):
    without = abroad[abroad["host"].isna()].index.get_level_values("theatre")
    assert set(without) == {"Arabian Sea", "Israel, Syria", "Middle East", "Persian Gulf"}


def test_deployments_fill_the_gap_of_the_american_figures(abroad):
    troops = tables.load("us_troops").set_index(["state", "year"])["troops"]
    here = abroad.loc["USA"].groupby(["host", "year"])["soldiers"].sum()
    assert (here["QAT", 2018], troops["QAT", 2018]) == (10000, 783)
    assert (here["KWT", 2018], troops["KWT", 2018]) == (14000, 1863)


@pytest.mark.parametrize(
    ("supplier", "year", "tiv", "edition"),
    [
        ("USA", 1977, 4461, 2022),  # sipri-exports-processed.csv, line 17666
        ("CHN", 1987, 539, 2022),  # line 2624
        ("RUS", 1989, 90, 2022),  # line 20485, the Soviet Union
        ("RUS", 2016, 413, 2022),  # line 11173
    ],
)
def test_transfers_to_iran_read_upstream(transfers, supplier, year, tiv, edition):
    rows = transfers.set_index(["supplier", "recipient", "year"])
    assert rows.loc[(supplier, "IRN", year), ["tiv", "edition"]].tolist() == [tiv, edition]


def test_transfers_to_iran_sum_to_the_published_total(transfers):
    iran = transfers.query("recipient == 'IRN' and edition == 2022")
    assert iran["tiv"].sum() == 46450
    assert (iran["year"].min(), iran["year"].max()) == (1950, 2020)


def test_editions_do_not_overlap(transfers):
    years = transfers.groupby("edition")["year"].agg(["min", "max"]).values.tolist()
    assert years == [[1950, 2021], [2022, 2024]]


def test_others_stand_only_where_suppliers_are_not_all_named(transfers):
    others = transfers[transfers["supplier"] == arms_source.OTHERS]
    assert set(others["recipient"]) <= set(arms_source.REGION)
    assert others["year"].min() >= arms_source.FIRST_OF_REGION
    assert set(arms_source.RECIPIENTS) <= set(transfers["recipient"])


def test_the_region_is_the_middle_east_and_libya():
    groups = tables.load("groups")
    listed = set(groups.loc[groups["group"] == "middle_east", "iso3"]) | {"LBY"}
    assert set(arms_source.REGION) | {"IRN", "TUR"} == listed


def test_every_recipients_total_is_kept(transfers, raw):
    """Taking other suppliers together loses nothing but parties that are no states."""
    upstream = pd.read_csv(raw / arms_source.DYADS)
    for code, recipient in {"SAU": "Saudi Arabia", "EGY": "Egypt", "IRQ": "Iraq"}.items():
        rows = upstream[(upstream["recipient"] == recipient) & (upstream["year"] >= 2001)]
        rows = rows[~rows["supplier"].str.contains(r"\*|Unknown")]
        kept = transfers[(transfers["recipient"] == code) & (transfers["edition"] == 2022)]
        assert kept["tiv"].sum() == rows["value"].sum()


@pytest.mark.parametrize(
    ("first", "last"), [(1980, 1983), (1984, 1988), (2014, 2018), (1980, 2018)]
)
def test_derived_main_suppliers_are_those_of_the_deliveries(transfers, first, last):
    own = transfers[transfers["recipient"].isin(arms_source.RECIPIENTS)]
    years = range(first, last + 1)
    direct = suppliers.by_window(own, arms_source.SUPPLIERS, years, first, len(years))
    derived = suppliers.derived(tables.load("arms_suppliers"), [(first, last)])
    derived = derived[derived["state"].isin(arms_source.RECIPIENTS)].reset_index(drop=True)
    columns = ["state", "window", "supplier", "share"]
    pd.testing.assert_frame_equal(direct[columns], derived[columns], check_dtype=False, atol=1e-4)


@pytest.mark.parametrize("recipient", arms_source.RECIPIENTS)
def test_derived_shares_are_those_of_the_deliveries(transfers, recipient):
    own = transfers[(transfers["recipient"] == recipient) & transfers["year"].between(2014, 2018)]
    direct = own.groupby("supplier")["tiv"].sum() / own["tiv"].sum()
    table = tables.load("arms_shares").query("recipient == @recipient and end == 2018")
    derived = table[table["length"] == 5].set_index("supplier")["share"]
    powers = direct[direct.index.isin(arms_source.POWERS) & (direct > 0)]
    pd.testing.assert_series_equal(derived, powers, check_names=False, atol=1e-6)


def test_shares_have_a_power_on_either_side():
    table = tables.load("arms_shares")
    powers = list(arms_source.POWERS)
    assert (table["supplier"].isin(powers) | table["recipient"].isin(powers)).all()
    sums = table[table["recipient"].isin(powers)].groupby(["recipient", "end", "length"])["share"]
    assert sums.sum().between(0.999, 1.001).all()  # of a power all suppliers are known
    assert set(table["length"]) == set(arms_source.SHARED_OVER)


def test_every_window_has_one_largest_supplier_at_most():
    table = tables.load("arms_suppliers")
    assert table["recipient"].nunique() > 150
    assert (table["supplier"].isna() == (table["share"] == 0)).all()
    assert set(table["supplier"].dropna()) == set(arms_source.SUPPLIERS)


def test_the_register_agrees_with_the_volumes(transfers):
    """SIPRI's two editions differ by a few million in a year of Iran's imports, 1995-2020."""
    deals = tables.load("arms_deals").query("recipient == 'IRN' and year <= 2020")
    years = range(1995, 2021)
    from_deals = deals.groupby("year")["tiv"].sum().reindex(years, fill_value=0)
    volumes = arms.volume(transfers, years, recipient="IRN")
    assert (from_deals - volumes).abs().max() <= 8


@pytest.mark.parametrize(
    ("deal", "year", "expected"),
    [
        # trade_register.csv, lines 11304, 13250 and 7112 to 7114
        (59015, 2016, ["RUS", "IRN", "S-300PMU2", 2015, 4, 220]),
        (22321, 2018, ["RUS", "SYR", "S-300PMU1", 2018, 3, 93.06]),
        (65539, 2022, ["IRN", "RUS", "Shahed-136", 2022, 600, 60]),
        (65539, 2024, ["IRN", "RUS", "Shahed-136", 2022, 2000, 200]),
    ],
)
def test_deals_read_upstream(deal, year, expected):
    rows = tables.load("arms_deals").set_index(["deal", "year"])
    columns = ["supplier", "recipient", "weapon", "ordered", "delivered", "tiv"]
    assert rows.loc[(deal, year), columns].tolist() == expected


def test_no_su35_has_reached_iran():
    deals = tables.load("arms_deals")
    buyers = set(deals.loc[deals["weapon"].str.startswith("Su-35"), "recipient"])
    assert buyers == {"CHN"}


def test_troops_read_upstream():
    # troopdata.csv, lines 9571, 10522 and 3297
    troops = tables.load("us_troops").set_index(["state", "year"])["troops"]
    assert troops["IRN", 1977] == 931
    assert troops["QAT", 2017] == 4666
    assert troops["DEU", 1985] == 246927
    assert troops["DEU", 1990] == 227586  # the Federal Republic's row, not united Germany's zero
    assert troops["IRN", 1981] == 0
    assert ("USA", 1985) not in troops.index


def test_troops_reach_2023_although_upstream_drops_the_codes():
    troops = tables.load("us_troops").groupby("state")["year"].max()
    assert (troops[["QAT", "KWT", "DEU", "TUR", "ETH"]] == 2023).all()


def test_bases_read_upstream():
    # basedata.csv: line 345 is Al Udeid; ten sites in Syria
    bases = tables.load("bases")
    assert len(bases) == 414
    assert bases["kind"].value_counts().to_dict() == {"base": 255, "lilypad": 114, "funded": 45}
    assert bases.set_index("site").loc["Al Udeid AB", ["state", "kind"]].tolist() == ["QAT", "base"]
    assert (bases["state"] == "SYR").sum() == 10
    assert "IRN" not in set(bases["state"])


@pytest.mark.parametrize(
    ("state", "year", "expected"),
    [
        # organizedviolencecy_v25_1.csv: Syria 2013, Ukraine 2022, Iran 1989
        ("SYR", 2013, [72013, 1227, 3260, 72686, 81693]),
        ("UKR", 2022, [91485, 0, 1130, 69887, 168564]),
        ("SYR", 2010, [0, 0, 0, 0, 0]),
    ],
)
def test_deaths_read_upstream(state, year, expected):
    deaths = tables.load("conflict_deaths").set_index(["state", "year"])
    assert deaths.loc[(state, year)].tolist() == expected


def test_the_best_estimates_lie_in_their_range_but_for_three_rows_of_upstream():
    # organizedviolencecy_v25_1.csv prints a high estimate below the best one in these rows
    deaths = tables.load("conflict_deaths").set_index(["state", "year"])
    best = deaths[["state_based", "non_state", "one_sided"]].sum(axis=1)
    assert (best >= deaths["low"]).all()
    assert deaths.index[best > deaths["high"]].tolist() == [
        ("ARM", 2022),
        ("RUS", 2024),
        ("TUR", 1990),
    ]


def test_iran_and_russia_beside_the_syrian_government(support):
    """UCDP's conflicts 299 and 13604, each year from 2015 to 2024, and no other with troops."""
    found = support_measures.same_side(support, "IRN", "RUS").query("source == 'ACD'")
    assert found[["conflict", "year"]].values.tolist() == [
        [conflict, year] for conflict in (299, 13604) for year in range(2015, 2025)
    ]
    assert set(found["side"]) == {"A"}


def test_troops_under_a_united_nations_flag_count(support):
    # ucdp_acd.rda: conflict 11347, gwno_a 432, gwno_a_2nd 630
    mali = support.query("source == 'ACD' and conflict == 11347 and supporter == 'IRN'")
    assert mali["year"].tolist() == [2020, 2021, 2022, 2023]
    assert set(mali["party"]) == {"MLI"}


def test_external_support_read_upstream(support):
    # ucdp-esd-ay-181.xlsx: rows of Syria 2015, against the insurgents
    rows = support.query("source == 'ESD' and conflict == 299 and year == 2015")
    sides = rows.groupby("side")["supporter"].agg(set)
    assert sides["A"] == {"IRN", "RUS"}
    assert sides["B"] == {"JOR", "QAT", "SAU", "TUR", "GBR", "USA"}
    assert rows["shared"].all()
    kinds = rows.loc[rows["supporter"] == "IRN", "kinds"].item().split()
    assert kinds == ["troops", "weapons", "materiel", "training", "funding", "intelligence"]


def test_supporters_that_are_no_states_are_left_out(support):
    # ucdp-esd-ay-181.xlsx: Syria 2017 names al-Qaida among the insurgents' supporters
    rows = support.query("source == 'ESD' and conflict == 299 and year == 2017 and side == 'B'")
    assert set(rows["supporter"]) == {"SAU", "TUR", "GBR", "USA"}
