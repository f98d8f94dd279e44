"""Territory, outlines and border agreements."""

import pandas as pd

from eastward import tables


# The areas are those printed in SOURCES (Dagestan) or computed from the outlines; the outlines of
# Azerbaijan and Nakhchivan are separate polygons in the file.
def test_territory_rows():
    table = tables.load("territory").set_index("unit")
    assert len(table) == 7
    assert table.loc["RU-DA", "area_km2"] == 49_772
    assert table.loc["IRN", "treaty"] != table.loc["IRN", "treaty"]  # blank
    assert table.index[table["upper_bound"]].tolist() == ["GEO", "TKM"]
    assert table.groupby("treaty")["year"].first().to_dict() == {
        "Akhal": 1881,
        "Gulistan": 1813,
        "Turkmenchay": 1828,
    }


def test_what_the_treaties_moved():
    table = tables.load("territory")
    sure = table[~table["upper_bound"]].groupby("treaty")["area_km2"].sum().to_dict()
    assert sure == {"Gulistan": 81_761 + 49_772, "Turkmenchay": 29_591 + 4_740}  # none of Akhal


def test_basemap_rings_are_closed_light_and_in_the_window():
    table = tables.load("basemap")
    assert len(table) == 4555
    assert table["unit"].nunique() == 31
    rings = table.groupby(["unit", "ring"])
    assert (rings[["lon", "lat"]].first() == rings[["lon", "lat"]].last()).all(axis=None)
    assert rings.size().min() >= 4
    assert (rings["order"].max() + 1 == rings.size()).all()
    assert table["lon"].between(20, 85).all() and table["lat"].between(8, 58).all()


def test_parts_of_states_are_drawn_apart():
    table = tables.load("basemap")
    held = table.groupby("unit")["state"].unique().str[0]
    assert held[["AZ-NX", "RU-DA", "IRN"]].to_dict() == {
        "AZ-NX": "AZE",
        "RU-DA": "RUS",
        "IRN": "IRN",
    }
    nakhchivan = table[table["unit"] == "AZ-NX"]
    assert nakhchivan["lon"].between(44.7, 46.2).all()


def test_cities_lie_in_their_states():
    """Tehran, Baku, Tbilisi and Makhachkala by a ray to the east."""
    table = tables.load("basemap")
    for unit, lon, lat in (
        ("IRN", 51.42, 35.69),
        ("AZE", 49.5, 40.4),
        ("GEO", 44.79, 41.72),
        ("RU-DA", 47.4, 42.9),
    ):
        crossings = 0
        for _, ring in table[table["unit"] == unit].groupby("ring"):
            x, y = ring["lon"].to_numpy(), ring["lat"].to_numpy()
            crosses = (y[:-1] > lat) != (y[1:] > lat)
            at = (
                x[:-1][crosses]
                + (lat - y[:-1][crosses]) / (y[1:] - y[:-1])[crosses] * (x[1:] - x[:-1])[crosses]
            )
            crossings += int((at > lon).sum())
        assert crossings % 2 == 1, unit


# Read on the pages named in the rows.
def test_border_agreements():
    table = tables.load("border_agreements").set_index("agreement")
    assert len(table) == 5
    assert table.loc["Frontier agreement of 1954", "date"] == pd.Timestamp("1954-12-02")
    assert table.loc["Frontier agreement of 1954", "gains"] == "IRN"
    assert (table.drop("Frontier agreement of 1954")["gains"] == "RUS").all()
    assert len(tables.load("border_agreements", cutoff="1886-12-31")) == 3


# Read on the pages named in the rows.
def test_treaty_invocations():
    table = tables.load("treaty_invocations").set_index("date")
    assert list(table.index.year) == [1941, 1945, 1948, 1952, 1955, 1979]
    assert table["named"].sum() == 4
    assert table.loc[table["named"], "corroboration"].isin(["primary", "two"]).all()
    assert table.loc["1945-11-29", "address"] == "USA"
    gaps = table.index.to_series().diff().dropna()
    assert (gaps > pd.Timedelta(days=365)).all(), "one crisis is one occasion"
    assert len(tables.load("treaty_invocations", cutoff="1950-12-31")) == 3
