"""Sanctions, posts, stockpile and macro series against values read in the upstream files."""

import numpy as np
import pandas as pd
import pytest

from eastward import tables


@pytest.fixture(scope="module")
def sanctions():
    return tables.load("sanctions")


def test_sanctions_coverage(sanctions):
    assert (sanctions["year"].min(), sanctions["year"].max()) == (1979, 2023)
    assert not sanctions.duplicated(["sender", "target", "year"]).any()
    states = set(tables.load("states")["iso3"])
    assert set(sanctions["target"]) <= states
    assert set(sanctions.loc[~sanctions["sender_is_bloc"], "sender"]) <= states


def test_sanctions_read_upstream(sanctions):
    rows = sanctions.set_index(["target", "sender", "year"]).sort_index()
    # GSDB_V4.csv: cases 297 (1984-2016) and 1106 (2018-) of the United States against Iran.
    assert set(range(1984, 2017)) | {2018} <= set(rows.loc[("IRN", "USA")].index)
    assert rows.loc[("IRN", "USA", 2019), ["trade", "financial", "travel"]].all()
    # Case 895, Iran, the EU and seven states, 2011-2016: nothing of the EU's after it.
    for sender in ("EU", "HRV", "MKD", "MNE", "ISL", "LIE", "NOR", "MDA"):
        assert rows.loc[("IRN", sender, 2016), ["financial", "travel"]].all()
    assert ("IRN", "EU", 2017) not in rows.index


def test_a_cut_off_hides_later_years():
    early = tables.load("sanctions", cutoff="2018-08-31")
    assert early["year"].max() == 2017


def test_ofac_listed_coverage_and_values_read_upstream():
    listed = tables.load("ofac_listed").set_index(["state", "month"])["entities"]
    assert len(listed) == 8640 == 180 * 48
    months = listed.index.get_level_values("month")
    assert (months.min(), months.max()) == ("2022-04", "2026-03")
    # ofac_panel.csv, lines 3458, 3505 and 5987.
    assert listed["IRN", "2022-04"] == 980
    assert listed["IRN", "2026-03"] == 1519
    assert listed["PAN", "2025-01"] == 117


@pytest.fixture(scope="module")
def posts():
    return tables.load("trump_posts").set_index(["state", "month"])


def test_posts_coverage(posts):
    assert len(posts) == 2115 == 15 * 141
    iran = posts.loc["IRN"]
    assert (iran.index[0], iran.index[-1]) == ("2009-05", "2021-01")
    assert iran.index[iran["covered_days"] == 0].tolist() == ["2020-04", "2020-05", "2020-06"]
    assert iran.loc[iran["covered_days"] == 0, "posts"].isna().all()
    assert iran["posts"].sum() == 31260
    assert (posts["mentions"].dropna() <= posts["posts"].dropna()).all()


def test_posts_counted_by_eye_upstream(posts):
    # Own posts of May 2018 with "Iran" in the archive of 2016-2020: 7 May (two), 8, 12, 13 May
    # and three more; two retweets of 8 May and one that opens with a quotation are left out.
    assert posts.loc[("IRN", "2018-05"), "mentions"] == 8
    # Archive of 2009-2017, September 2012: four.
    assert posts.loc[("IRN", "2012-09"), "mentions"] == 4
    # January 2018 lies in the archive of 2016-2020 alone, though the other has its first day.
    assert posts.loc[("IRN", "2018-01"), ["covered_days", "complete"]].tolist() == [31, True]


def test_stockpile_coverage_and_values_read_upstream():
    stock = tables.load("stockpile").set_index("report")
    assert len(stock) == 35
    assert stock["total_kg"].notna().sum() == 29
    assert stock["u60_kg"].notna().sum() == 18
    assert stock["derived"].sum() == 3
    # The rows of reports 2017-11, 2019-11 (printed differently elsewhere) and 2025-05.
    assert stock.loc["2017-11", "total_kg"] == 96.7
    assert stock.loc["2019-11", ["total_kg", "corroboration"]].tolist() == [373.2, "one"]
    assert stock.loc["2025-05", ["total_kg", "u60_kg"]].tolist() == [9247.6, 408.6]
    assert stock.loc["2019-08", "date"] == pd.Timestamp("2019-08-31")
    blank = stock["total_kg"].isna() & stock["u60_kg"].isna()
    assert stock.loc[blank, "corroboration"].eq("none").all()


def test_stockpile_stayed_under_the_limit_until_the_withdrawal():
    stock = tables.load("stockpile", cutoff="2018-05-08")
    assert (stock["total_kg"].dropna() < 202.8).all()  # 300 kg of UF6


@pytest.fixture(scope="module")
def macro():
    return tables.load("macro").set_index(["series", "source", "state", "year"])


def test_macro_coverage(macro):
    assert len(macro) == 29882
    states = macro.groupby(["series", "source"]).apply(
        lambda rows: rows.index.get_level_values("state").nunique()
    )
    assert states.to_dict() == {
        ("current_account", "WEO 2021"): 2,
        ("export_volume_growth", "WEO 2021"): 2,
        ("gdp_growth", "WDI 2022"): 210,
        ("gdp_growth", "WDI 2024"): 212,
        ("gdp_growth", "WEO 2021"): 2,
        ("inflation", "WDI 2025"): 191,
        ("inflation", "WEO 2021"): 2,
        ("unemployment", "WDI 2024"): 186,
        ("unemployment", "WEO 2021"): 2,
    }


def test_macro_values_read_upstream(macro):
    value = macro["value"]
    assert value["inflation", "WDI 2025", "TUR", 2024] == 58.506
    assert value["gdp_growth", "WDI 2022", "IRN", 2018] == -2.254
    assert value["gdp_growth", "WDI 2024", "IRN", 2018] == -1.838
    assert value["gdp_growth", "WEO 2021", "IRN", 2018] == -6.026
    assert value["inflation", "WEO 2021", "RUS", 2013] == 6.754


def test_projections_are_marked_and_no_observation_is(macro):
    outlook = macro.index.get_level_values("source") == "WEO 2021"
    late = macro.index.get_level_values("year") >= 2020
    assert (macro["projection"] == outlook & late).all()
    assert not tables.load("macro", cutoff="2019-12-31")["projection"].any()


def test_the_two_publishers_agree_on_russia(macro):
    # Both take consumer prices by calendar year from the same office.
    bank = macro.loc[("inflation", "WDI 2025", "RUS"), "value"]
    fund = macro.loc[("inflation", "WEO 2021", "RUS"), "value"]
    both = pd.concat([bank, fund], axis=1, keys=["bank", "fund"]).dropna().loc[2005:2019]
    assert len(both) == 15
    assert np.abs(both["bank"] - both["fund"]).max() < 0.5
