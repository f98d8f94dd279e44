"""Shares of one power, on made-up frames and on the tables."""

import pandas as pd
import pytest

from eastward import tables
from eastward.measures import dependence


def flows(*rows):
    columns = ["reporter", "partner", "year", "exports_musd", "imports_musd", "basis"]
    return pd.DataFrame(rows, columns=columns)


def test_share_counts_both_directions_and_a_blank_one_as_zero():
    trade = flows(
        ("RUS", "AAA", 2021, 6.0, 4.0, "reported"),
        ("RUS", "BBB", 2021, 5.0, None, "reported"),
        ("WLD", "AAA", 2021, 50.0, 50.0, "compiled"),
        ("WLD", "BBB", 2021, 20.0, 5.0, "compiled"),
    )
    found = dependence.trade_share(trade)
    assert found.values.tolist() == [["AAA", 2021, 10, "reported"], ["BBB", 2021, 20, "reported"]]


def test_year_without_one_direction_is_left_out():
    trade = flows(
        ("RUS", "AAA", 2022, 6.0, 4.0, "estimated"),
        ("RUS", "AAA", 2023, 6.0, None, "extrapolated"),
        ("WLD", "AAA", 2022, 50.0, 50.0, "compiled"),
        ("WLD", "AAA", 2023, 50.0, 50.0, "compiled"),
    )
    assert dependence.trade_share(trade)["year"].tolist() == [2022]


def test_state_without_a_world_total_has_no_share():
    trade = flows(
        ("RUS", "AAA", 2022, 6.0, 4.0, "estimated"), ("WLD", "AAA", 2022, 50.0, None, "compiled")
    )
    assert dependence.trade_share(trade).empty


def test_russias_share_in_irans_trade_rose_and_fell_back():
    shares = dependence.trade_share(tables.load("trade_russia"))
    assert shares["year"].max() == 2022
    iran = shares[shares["state"] == "IRN"].set_index("year")["share"]
    assert iran[[2018, 2020, 2021, 2022]].tolist() == pytest.approx(
        [1.36, 4.63, 6.42, 3.54], abs=0.005
    )


def oil(*rows):
    return pd.DataFrame(rows, columns=["importer", "origin", "year", "kt"])


def test_crude_share_leaves_out_importers_that_name_no_origins():
    imports = oil(
        ("AAA", "IRN", 2001, 2.0),
        ("AAA", "XXX", 2001, 1.0),
        ("AAA", "WLD", 2001, 8.0),
        ("BBB", "IRN", 2001, 0.0),
        ("BBB", "XXX", 2001, 8.0),
        ("BBB", "WLD", 2001, 8.0),
    )
    assert dependence.crude_share(imports, "IRN").to_dict() == {"AAA": {2001: 25.0}}
    assert dependence.crude_share(imports, "SAU").empty


def test_a_million_tonnes_a_year_are_20_thousand_barrels_a_day():
    imports = oil(
        ("AAA", "IRN", 2001, 1000.0), ("AAA", "IRN", 2004, 1000.0), ("BBB", "IRN", 2001, 0.0)
    )
    bought = dependence.crude_bought(imports, "IRN")
    assert bought.columns.tolist() == ["AAA"]
    assert bought["AAA"].tolist() == pytest.approx([20.08, 20.03], abs=0.005)


def test_turkey_bought_45_per_cent_of_its_crude_from_iran_in_2017_and_none_in_2020():
    imports = tables.load("oil_origin")
    share = dependence.crude_share(imports, "IRN")["TUR"]
    assert share[[2017, 2018, 2019, 2020]].tolist() == pytest.approx([44.6, 33.9, 6.8, 0], abs=0.05)
    bought = dependence.crude_bought(imports, "IRN")
    assert bought.loc[2017].idxmax() == "KOR"
    assert bought.loc[2017, "TUR"] == pytest.approx(231, abs=1)
