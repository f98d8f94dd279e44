"""Oil tables against values read in the upstream files and the publishers' own totals."""

import pandas as pd
import pytest

from eastward import tables
from eastward.sources import oil

# OPEC's total is the membership of 2023 in every year of its bulletin.
MEMBERS_2023 = ["AGO", "ARE", "COG", "DZA", "GAB", "GNQ", "IRN", "IRQ", "KWT", "LBY", "NGA"]
MEMBERS_2023 += ["SAU", "VEN"]


@pytest.fixture(scope="module")
def production():
    return tables.load("oil_production").set_index(["series", "state", "year"])["kbd"].sort_index()


@pytest.fixture(scope="module")
def exports():
    return tables.load("oil_exports").set_index(["state", "year"])["kbd"].sort_index()


@pytest.fixture(scope="module")
def origin():
    return tables.load("oil_origin").set_index(["importer", "origin", "year"])["kt"].sort_index()


def test_production_coverage():
    table = tables.load("oil_production")
    assert len(table) == 7220
    spans = table.groupby(["source", "series"])["year"].agg(["min", "max"])
    assert spans.apply(tuple, axis=1).to_dict() == {
        ("EI", "crude_condensate"): (2000, 2024),
        ("EI", "liquids"): (1965, 2024),
        ("OPEC", "crude"): (1960, 2022),
    }


@pytest.mark.parametrize(
    ("series", "state", "year", "kbd"),
    [
        ("liquids", "IRN", 1974, 6060.301),
        ("liquids", "RUS", 2018, 11562.426),
        ("liquids", "SAU", 1985, 3600.955),
        ("liquids", "WLD", 2024, 96889.969),
        ("crude_condensate", "IRN", 2018, 4241),
        ("crude", "IRN", 2018, 3535.865),
        ("crude", "SAU", 2022, 10590.912),  # printed "Saudi Arabia1"
        ("crude", "RUS", 1980, 10759.826),
        ("crude", "OPC", 2018, 31216.587),
    ],
)
def test_production_values_read_upstream(production, series, state, year, kbd):
    assert production[series, state, year] == kbd


def test_soviet_union_ends_where_russia_begins(production):
    liquids = production["liquids"]
    assert liquids["SUN"].index.tolist() == list(range(1965, 1985))
    assert liquids["RUS"].index.tolist() == list(range(1985, 2025))
    assert liquids["SUN", 1984] == 12296.677
    assert liquids["RUS", 1985] == 10862.592


@pytest.mark.parametrize("state", ["AZE", "KAZ", "TKM", "UZB"])
def test_successors_have_no_zeros_for_soviet_years(production, state):
    assert production["liquids"][state].index.min() == 1985
    assert (production["liquids"][state] > 0).all()


def test_opec_total_is_the_sum_of_its_members(production, exports):
    crude = production["crude"].unstack("state")
    assert crude[MEMBERS_2023].sum(axis=1).tolist() == pytest.approx(
        crude["OPC"].tolist(), abs=0.02
    )
    sold = exports.unstack("state")
    assert sold[MEMBERS_2023].sum(axis=1).tolist() == pytest.approx(sold["OPC"].tolist(), abs=0.02)


@pytest.mark.parametrize(
    ("file", "series"), [(oil.LIQUIDS, "liquids"), (oil.CONDENSATE, "crude_condensate")]
)
def test_world_of_the_energy_institute_is_countries_and_remainders(production, raw, file, series):
    upstream = pd.read_csv(raw / file).set_axis(["geo", "year", "kbd"], axis="columns")
    remainders = upstream[upstream["geo"].str.startswith("other_")].groupby("year")["kbd"].sum()
    wide = production[series].unstack("state")
    states = wide.drop(columns="WLD").sum(axis=1)
    assert (states + remainders).tolist() == pytest.approx(wide["WLD"].tolist(), abs=0.05)


def test_states_hold_nearly_all_of_the_world_of_opec(production):
    wide = production["crude"].unstack("state")
    share = wide.drop(columns=["WLD", "OPC"]).sum(axis=1) / wide["WLD"]
    assert share.between(0.95, 1).all()


def test_exports_coverage_and_values_read_upstream(exports):
    assert len(exports) == 1657
    assert exports["WLD"].index.tolist() == list(range(1980, 2023))
    assert exports["IRN", 2018] == 1849.612
    assert exports["RUS", 2018] == 5207.167
    assert exports["WLD", 2022] == 43477.315


def test_cells_that_say_na_are_missing(exports):
    assert ("AZE", 1980) not in exports.index
    assert exports["AZE"].index.max() == 2022


def test_destinations_coverage_and_values_read_upstream():
    table = tables.load("oil_destinations")
    assert len(table) == 14 * 12 * 11  # thirteen members and OPEC, destinations, years
    kbd = table.set_index(["state", "year", "destination"])["kbd"]
    assert kbd["IRN", 2018, "China"] == 585.401
    assert kbd["IRN", 2018, "OECD Europe"] == 442.590
    assert kbd["IRN", 2019, "India"] == 93.500


def test_destinations_add_up_to_the_exports(exports):
    sums = tables.load("oil_destinations").groupby(["state", "year"])["kbd"].sum()
    assert sums.tolist() == pytest.approx(exports.reindex(sums.index).tolist(), abs=0.11)


def test_destinations_of_opec_are_those_of_its_members():
    wide = tables.load("oil_destinations").pivot_table(
        index=["destination", "year"], columns="state", values="kbd"
    )
    assert wide[MEMBERS_2023].sum(axis=1).tolist() == pytest.approx(wide["OPC"].tolist(), abs=0.2)


def test_origins_cover_44_importers_without_china_and_india(origin):
    assert len(origin) == 4011
    importers, years = (origin.index.get_level_values(n) for n in ("importer", "year"))
    assert importers.nunique() == 44
    assert not {"CHN", "IND"} & set(importers)
    assert set(importers) <= set(tables.load("states")["iso3"])
    assert (years.min(), years.max()) == (2000, 2020)


@pytest.mark.parametrize(
    ("importer", "source", "year", "kt"),
    [
        # oil_imports_2000_2010.csvy.gz and oil_imports_2011_2020.csvy.gz, product CRUDEOIL
        ("TUR", "IRN", 2017, 11492),
        ("TUR", "IRN", 2019, 2110),
        ("TUR", "RUS", 2019, 10449),
        ("TUR", "WLD", 2020, 29369.35),
        ("JPN", "IRN", 2003, 32461),
        ("USA", "RUS", 2018, 3608.784),
        ("MKD", "RUS", 2012, 259),  # printed NORTHMACED
    ],
)
def test_origins_read_upstream(origin, importer, source, year, kt):
    assert origin[importer, source, year] == kt


def test_origins_do_not_exceed_the_total(origin):
    wide = origin.unstack("origin")
    assert (wide.drop(columns="WLD").sum(axis=1) <= wide["WLD"] + 0.001).all()
    assert (wide["WLD"] > 0).all()


def test_some_importers_do_not_say_where_their_oil_comes_from(origin):
    wide = origin.unstack("origin")
    hidden = wide[wide["XXX"] > 0.9 * wide["WLD"]]
    assert len(hidden.loc["ISR"]) == 21
    assert hidden.loc["UKR"].index.tolist() == [*range(2000, 2007), 2008]
    assert hidden.loc["SVK"].index.tolist() == [2000]
    silent = wide["IRN"].isna()
    assert silent[silent].index.tolist() == [
        (state, 2020) for state in ("BGR", "GEO", "HRV", "ROU", "SRB", "UKR")
    ]


def test_importers_and_exporters_count_differently(origin):
    """OECD Europe's purchases, in thousand barrels a day, beside the sales of OPEC's members."""
    outside = ["AUS", "CAN", "CHL", "COL", "JPN", "KOR", "MEX", "NZL", "USA"]  # Europe or OECD
    outside += ["ALB", "BGR", "BIH", "CYP", "GEO", "HRV", "MDA", "MKD", "ROU", "SRB", "UKR"]
    bought = origin[~origin.index.isin(outside, level="importer")]
    bought = bought.groupby(["origin", "year"]).sum() * 7.33 / 365
    sold = tables.load("oil_destinations").query("destination == 'OECD Europe'")
    sold = sold.set_index(["state", "year"])["kbd"]
    assert bought["IRN", 2018] == pytest.approx(539, abs=1)
    assert sold["IRN", 2018] == pytest.approx(443, abs=1)
    ratio = (bought["SAU"] / sold["SAU"]).dropna()
    assert len(ratio) == 9
    assert ratio.between(0.93, 1.03).all()


@pytest.fixture(scope="module")
def monthly():
    return tables.load("oil_monthly")


def test_monthly_output_is_known_for_few_months(monthly):
    assert len(monthly) == 17
    months = monthly.groupby("state")["month"].agg(lambda column: sorted(set(column)))
    assert months["IRN"] == ["2018-09", "2018-10", "2018-11", "2018-12"]
    assert months["SAU"] == [f"2018-{month:02}" for month in (5, 6, 7, 10, 11, 12)]
    assert months["RUS"] == ["2018-09", "2018-10"]
    assert monthly["source_address"].str.match("https?://|OPEC, |The Wall Street Journal, ").all()


def test_derived_figures_are_what_their_derivation_says(monthly):
    derived = monthly[monthly["derived"]]
    assert len(derived) == 7
    assert [pd.eval(sum_) for sum_ in derived["derivation"]] == derived["kbd"].tolist()
    assert monthly.loc[~monthly["derived"], "derivation"].isna().all()


def test_survey_and_secondary_sources_differ_for_one_month(monthly):
    june = monthly[monthly["month"] == "2018-06"].set_index("series")["kbd"]
    assert june["survey"] - june["secondary"] == 257
    assert june["official"] - june["secondary"] == 37


def test_monthly_output_lies_around_the_years_mean(monthly, production):
    for state in ("SAU", "IRN"):
        months = monthly[(monthly["state"] == state) & (monthly["series"] == "secondary")]
        assert (months["kbd"] / production["crude", state, 2018]).between(0.75, 1.1).all()


def test_monthly_output_is_cut_by_month():
    assert tables.load("oil_monthly", "2018-08-31")["month"].max() == "2018-07"
