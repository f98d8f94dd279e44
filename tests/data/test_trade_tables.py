"""Trade tables against values read in the upstream files, and against one another."""

import numpy as np
import pandas as pd
import pytest

from eastward import tables
from eastward.sources import codes, dots


@pytest.fixture(scope="module")
def trade():
    return tables.load("trade").set_index(["reporter", "partner", "year"]).sort_index()


@pytest.fixture(scope="module")
def world():
    return tables.load("trade_world").set_index(["state", "year"])


@pytest.fixture(scope="module")
def cow():
    return tables.load("trade_cow").set_index(["importer", "exporter", "year"])["imports_musd"]


@pytest.fixture(scope="module")
def russia():
    return tables.load("trade_russia").set_index(["reporter", "partner", "year"]).sort_index()


def both_ways(trade, one, other, year):
    """Sum exports in both directions, million US$."""
    return sum(trade.loc[(*pair, year), "exports_musd"] for pair in ((one, other), (other, one)))


def test_trade_covers_65_reporters_over_41_years(trade):
    assert len(trade) == 341_320
    assert trade.index.get_level_values("reporter").nunique() == 65
    years = trade.index.get_level_values("year")
    assert (years.min(), years.max()) == (1980, 2020)


@pytest.mark.parametrize(
    ("reporter", "partner", "year", "value", "estimated"),
    [
        ("RUS", "AUT", 1981, 1182.45, True),  # printed "1,182.45 e", reporter USSR
        ("RUS", "IRN", 2010, 3359.101, False),
        ("IRN", "CHN", 2018, 20730.57, True),
        ("IRN", "RUS", 2016, 285.63, True),
        ("DEU", "IRN", 2017, 3351.056, False),
    ],
)
def test_trade_values_read_upstream(trade, reporter, partner, year, value, estimated):
    row = trade.loc[(reporter, partner, year)]
    assert row["exports_musd"] == value
    assert row["estimated"] == estimated


def test_soviet_union_is_a_reporter_and_no_partner_before_1992(trade):
    year = trade.index.get_level_values("year")
    soviet = trade[(trade.index.get_level_values("reporter") == "RUS") & (year < 1992)]
    assert soviet.index.get_level_values("year").min() == 1981
    partner = trade.index.get_level_values("partner") == "RUS"
    assert trade[partner].index.get_level_values("year").min() == 1992


def test_no_state_exports_to_itself(trade):
    reporter, partner = (trade.index.get_level_values(n) for n in ("reporter", "partner"))
    assert not (reporter == partner).any()


def test_world_coverage_and_values_read_upstream(world):
    assert len(world) == 8571
    assert (world.index.get_level_values("year").min(), world.index[-1][1]) == (1980, 2022)
    assert world.loc[("IRN", 2018), "imports_musd"] == 51570.035
    assert world.loc[("IRN", 2018), "exports_musd"] == 75898.363
    assert world.loc[("RUS", 2022), "exports_musd"] == 611579.419
    assert world.loc[("RUS", 1985), "imports_musd"] == 49399.992  # printed as USSR
    assert world.loc[("AUS", 2000), "imports_musd"] == 63940.888  # printed twice


def test_russia_after_1991_is_the_federation_alone(world):
    # 14,412 under "Russian Federation"; the 15,342 still booked under "USSR" are left out.
    assert world.loc[("RUS", 1992), "imports_musd"] == pytest.approx(14412.2, abs=0.05)


@pytest.mark.parametrize("year", range(2005, 2021))
def test_partners_of_iran_add_up_to_the_world_total(trade, world, year):
    # The world file values Iran's exports with freight, the bilateral one without.
    exports = trade.loc["IRN"].xs(year, level="year")["exports_musd"].sum()
    assert 0.85 < exports / world.loc[("IRN", year), "exports_musd"] < 1.0


def test_trade_of_russia_covers_two_reporters_to_2023(russia):
    assert len(russia) == 5_274
    assert set(russia.index.get_level_values("reporter")) == {"RUS", "WLD"}
    exports, imports = (russia[f"{flow}_musd"].dropna() for flow in ("exports", "imports"))
    assert exports.index.get_level_values("year").max() == 2023
    assert imports.index.get_level_values("year").max() == 2022
    assert set(russia["vintage"]) == {"2024-04"}


@pytest.mark.parametrize(
    ("reporter", "partner", "year", "exports", "imports"),
    [
        # rus_exports_imports.xlsx and world_exports_imports.xlsx of the later download
        ("RUS", "IRN", 2019, 1196.915, 385.715),
        ("RUS", "IRN", 2021, 3070.473, 975.162),
        ("RUS", "IRN", 2022, 1733.518, 748.714),
        ("RUS", "AUS", 2011, 64.983, 996.475),  # printed twice
        ("WLD", "IRN", 2022, 50389.554, 19785.113),
        ("WLD", "RUS", 2022, 220148.807, 613860.392),
    ],
)
def test_trade_of_russia_read_upstream(russia, reporter, partner, year, exports, imports):
    row = russia.loc[(reporter, partner, year)]
    assert row[["exports_musd", "imports_musd"]].tolist() == [exports, imports]


def test_share_of_russia_in_irans_trade(russia):
    both = russia[["exports_musd", "imports_musd"]].sum(axis=1)
    share = 100 * both["RUS", "IRN"] / both["WLD", "IRN"]
    # (3070.47 + 975.16) / (44695.39 + 18283.34) and (1733.52 + 748.71) / (50389.55 + 19785.11)
    assert share[[2018, 2021, 2022]].tolist() == pytest.approx([1.36, 6.42, 3.54], abs=0.005)


def test_both_vintages_agree_on_russias_exports_until_2020(trade, russia):
    earlier = trade.loc["RUS"].query("2011 <= year")["exports_musd"]
    later = russia.loc["RUS"].query("year <= 2020")["exports_musd"].dropna()
    assert later.index.difference(earlier.index).tolist() == [("SDN", 2011)]
    large = earlier[earlier >= 1]
    assert len(large) == 1587
    difference = (later.reindex(large.index) / large - 1).abs()
    assert difference.median() < 1e-6
    assert difference.max() < 0.0005


@pytest.mark.parametrize(
    ("flow", "mirror", "median", "revised"),
    [
        ("exports_musd", "imports_musd", 0.0012, 0.52),
        ("imports_musd", "exports_musd", 0.0020, 0.63),
    ],
)
def test_vintages_part_on_the_world(world, russia, flow, mirror, median, revised):
    later = russia.loc["WLD"][flow].dropna().rename_axis(["state", "year"])
    earlier = world[mirror].dropna()
    earlier = earlier[earlier >= 1]
    both = earlier.index.intersection(later.index)
    difference = (later[both] / earlier[both] - 1).abs()
    assert difference.median() == pytest.approx(median, abs=0.0001)
    assert (difference.xs(2022, level="year") > 0.01).mean() == pytest.approx(revised, abs=0.01)


def test_vintages_part_on_irans_imports_of_2021(world, russia):
    assert world.loc[("IRN", 2021), "imports_musd"] == 30717.701
    assert russia.loc[("WLD", "IRN", 2021), "exports_musd"] == 44695.392


def test_exports_of_2023_are_those_of_2022_times_one_factor(russia):
    exports = russia.loc["RUS"]["exports_musd"].unstack("year")
    moved = exports[[2022, 2023]].dropna()
    off = ~np.isclose(moved[2023], 0.71204 * moved[2022], rtol=1e-5, atol=0.001)
    assert (len(moved), moved.index[off].tolist()) == (171, ["MKD"])
    world = russia.loc["WLD"]["exports_musd"].unstack("year")
    assert (world[2023] / world[2022]).std() > 0.1  # the World's are not


def test_downloads_of_one_spring_differ_by_one_factor_in_the_imports_of_2022(russia, raw):
    other = dots._coded(
        raw / dots.VINTAGE_FOLDER / "rus_imports.xlsx", "Imports, CIF", raw / codes.CODELIST
    ).set_index(["partner", "year"])["value"]
    imports = russia.loc["RUS"]["imports_musd"].dropna()
    imports = imports[(imports >= 1) & imports.index.isin(other.index)]
    ratio = imports / other[imports.index]
    estimated = ratio.index.get_level_values("year") == 2022
    assert ratio[estimated].tolist() == pytest.approx([1.0052] * estimated.sum(), abs=0.0006)
    assert ratio[~estimated].tolist() == pytest.approx([1] * (~estimated).sum(), abs=0.0006)


def test_published_total_of_2022_is_twice_the_imfs(russia):
    reported = tables.load("trade_reported").set_index(["partner", "year", "flow"])["value"]
    totals = russia.loc[("RUS", "IRN")][["exports_musd", "imports_musd"]].sum(axis=1)
    assert reported["RUS", 2021, "total"] / totals[2021] == pytest.approx(1.0, abs=0.01)
    assert reported["RUS", 2022, "total"] / totals[2022] == pytest.approx(1.97, abs=0.01)


def test_cow_coverage_and_values_read_upstream(cow):
    assert len(cow) == 116_452
    years = cow.index.get_level_values("year")
    assert (years.min(), years.max()) == (1980, 2014)
    assert cow["RUS", "IRN", 2014] == 352  # flow1 of 365-630: Russia imports from Iran
    assert cow["IRN", "RUS", 2014] == 1460  # flow2: Iran imports from Russia
    assert cow["IRN", "DEU", 1990] == 3488


def test_cow_begins_germany_and_yemen_in_1990(cow):
    for state in ("DEU", "YEM"):
        assert cow.loc[state].index.get_level_values("year").min() == 1990


@pytest.mark.parametrize("importer", ["RUS", "TUR"])
def test_importers_reports_bear_out_the_estimates_of_irans_exports(trade, cow, importer):
    # The IMF estimates Iran's exports from its partners' imports, less 6 per cent for freight.
    for year in range(2000, 2015):
        estimate = trade.loc[("IRN", importer, year), "exports_musd"]
        assert cow[importer, "IRN", year] == pytest.approx(1.06 * estimate, rel=0.03)


def test_cow_changes_its_method_for_irans_imports_in_2011(trade, cow):
    def ratio(year):
        return cow["IRN", "RUS", year] / trade.loc[("RUS", "IRN", year), "exports_musd"]

    assert all(ratio(year) < 0.6 for year in range(2004, 2011))
    assert [ratio(year) for year in range(2011, 2015)] == pytest.approx([1.1] * 4, rel=0.002)


@pytest.mark.parametrize("year", [2016, 2018, 2019, 2020])
def test_reported_iran_russia_totals_agree_with_dots(trade, year):
    reported = tables.load("trade_reported").set_index(["partner", "year", "flow"])["value"]
    total = reported["RUS", year, "total"]
    assert both_ways(trade, "IRN", "RUS", year) == pytest.approx(total, rel=0.03)


def test_reported_figures_coverage_and_values_read_upstream():
    reported = tables.load("trade_reported")
    assert len(reported) == 25
    assert set(reported["partner"]) == {"RUS", "CHN", "EU"}
    assert (reported["end"].min(), reported["end"].max()) == (
        pd.Timestamp("2016-12-31"),
        pd.Timestamp("2025-12-31"),
    )
    rows = reported.set_index(["partner", "end", "flow"])
    assert rows.loc[("EU", "2019-06-30", "total"), ["value", "months"]].tolist() == [2560, 6]
    assert rows.loc[("RUS", "2021-12-31", "partner_exports"), "value"] == 3070
    assert rows.loc[("CHN", "2022-12-31", "total"), "value"] == 15795


def test_growth_rows_become_derived_totals_on_the_year_before():
    reported = tables.load("trade_reported").set_index(["partner", "year", "flow"])
    assert reported.loc[("RUS", 2024, "total"), "value"] == 4520.0  # 13 % on 4,000
    assert reported.loc[("RUS", 2025, "total"), "value"] == 5514.4  # 22 % on 4,520
    derived = reported[reported["derived"]]
    assert list(derived.index) == [
        ("CHN", 2018, "total"),
        ("RUS", 2019, "total"),
        ("RUS", 2024, "total"),
        ("RUS", 2025, "total"),
    ]
    assert (reported["derivation"].notna() == reported["derived"]).all()


def test_every_reported_figure_names_its_page():
    assert tables.load("trade_reported")["url"].str.startswith("https://").all()
