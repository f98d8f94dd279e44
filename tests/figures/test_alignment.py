"""Pictures of where a state stands: what is drawn, titles, and the case without data."""

import pandas as pd
import vl_convert

from eastward.figures import alignment
from eastward.measured import Measured

LABELS = {"IRN": "Iran", "RUS": "Russia", "USA": "America", "CHN": "China", "OMN": "Oman"}
LABELS |= {"GBR": "Britain", "FRA": "France"}


def drawn(parts):
    chart = parts["chart"].to_dict()
    return vl_convert.vegalite_to_svg(chart | {"width": 600})


def test_pledges_have_a_lane_for_each_power_and_collection_and_end_after_the_last_year():
    columns = ["source", "power", "pledge", "start", "end"]
    spans = pd.DataFrame([("ATOP", "RUS", "restraint", 2001, 2018)], columns=columns)
    bound = {"ATOP": Measured(18, 39), "COW": Measured(0, 33)}
    parts = alignment.pledges(spans, bound, LABELS, "Iran", {})
    assert parts["subtitle"].endswith("18 of 39 by ATOP, 0 of 33 by COW")
    assert "Russia, ATOP 2001 to 2018, restraint" in parts["alt"]
    svg = drawn(parts)
    assert "revolution" not in svg
    assert "Russia, by ATOP" in svg and "Russia, by COW" in svg and "help in war" not in svg


def test_bars_of_arms_join_europeans_and_leave_out_years_beyond_the_windows():
    rows = [("FRA", 1980, 10.0), ("GBR", 1981, 5.0), ("KOR", 1986, 1.0), ("RUS", 1990, 7.0)]
    transfers = pd.DataFrame(rows, columns=["supplier", "year", "tiv"])
    windows = pd.DataFrame(
        {"window": [1979, 1984], "share": [100 * 10 / 15, 0.0], "volume": [15.0, 1.0]}
    )
    parts = alignment.supplied(transfers, windows, 1979, LABELS, "Iran")
    assert parts["title"].startswith("In 1 of 2 windows")
    assert list(parts["data"].itertuples(index=False, name=None)) == [
        (1979, "EUR", 15.0),
        (1984, "OTH", 1.0),
    ]


def test_words_are_compared_and_the_window_of_each_peak_is_named():
    rates = pd.DataFrame({"independence": [1.0, 3.0]}, index=pd.Index([1979, 1984], name="year"))
    rates["non-alignment"] = 0.5
    rates.loc[1949] = [9.0, 0.0]  # before the revolution, so no part of the title
    parts = alignment.words(rates.sort_index(), [1950, 1988], "Iran", {"revolution": 1979})
    assert parts["title"] == (
        "Since 1979 Iran's speeches name independence 4.0 times as often as non-alignment"
    )
    assert parts["subtitle"].endswith("speeches of 1950–1988")
    assert "independence in 1949" in parts["alt"]
    assert len(parts["data"]) == 6
    assert "revolution" in drawn(parts) and "revolution" not in drawn(
        alignment.words(rates, [1979], "", {})
    )
    assert alignment.words(rates.iloc[:0], [], "Oman", {})["data"].empty
    never = alignment.words(rates.assign(**{"non-alignment": 0.0}), [1979], "Oman", {})
    assert never["title"] == "Oman's speeches name independence and never non-alignment"


def test_deeds_and_disputes_are_counted_for_each_power():
    begun = pd.DataFrame({"initiator": ["RUS", "RUS"], "year": [1908, 1911]})
    deeds = pd.DataFrame(
        {"power": "USA", "date": pd.to_datetime(["1953-08-19"]), "shows": ["a coup"]}
    )
    parts = alignment.deeds(begun, deeds, ["RUS", "USA"], LABELS, "Iran", {"revolution": 1979})
    assert parts["title"] == "Deeds on record in Iran: America 1, Russia 0"
    assert parts["subtitle"].endswith(
        "Russia 2 disputes and 0 deeds; America 0 disputes and 1 deed"
    )
    # where nobody looked for deeds, none are counted
    others = alignment.deeds(begun, deeds.head(0), ["RUS", "USA"], LABELS, "Turkey", {})
    assert others["title"] == "Disputes begun in Turkey: Russia 2, America 0"
    assert others["subtitle"] == "Before 1979: Russia 2 disputes; America 0 disputes"
    assert "deed" not in drawn(others) and "revolution" not in drawn(others)
    assert parts["data"].set_index("start").loc[1953, ["row", "kind"]].tolist() == [
        "USA",
        "deed on record",
    ]
