"""Pictures of ties by kind, by year and as a network, on made-up frames."""

import pandas as pd

from eastward.figures import neighbours

LABELS = {"IRN": "Iran", "TUR": "Turkey", "ARE": "UAE", "USA": "USA", "GBR": "UK"} | {
    "FRA": "France", "RUS": "Russia", "CHN": "China",
}  # fmt: skip
CELLS = pd.DataFrame(
    [("TUR", "promise", "GBR"), ("TUR", "promise", "USA"), ("ARE", "arms", "RUS")],
    columns=["state", "kind", "patron"],
)


def test_a_sign_says_whose_and_arms_alone_are_no_tie():
    found = neighbours.by_kind(CELLS, ["ARE", "IRN", "TUR"], "IRN", LABELS, 2015)
    assert found["title"] == "Iran and 1 other had no security tie in 2015"
    other = neighbours.by_kind(CELLS, ["ARE", "IRN", "TUR"], "TUR", LABELS, 2015)
    assert other["title"] == "Turkey had 1 kind of tie in 2015, 2 others had none"
    signs = found["data"].set_index(["row", "column"])["patron"]
    assert signs["TUR", "promise"] == "USA"  # alone or with others
    assert len(signs) == 2


def test_bars_begin_with_the_loneliest():
    tied = pd.DataFrame({"value": [36, 0], "n": 36, "whom": ["USA", ""]}, index=["TUR", "IRN"])
    found = neighbours.years(tied.rename_axis("state"), "IRN", LABELS, 1980, 2015)
    assert found["data"]["name"].tolist() == ["Iran", "Turkey"]
    assert found["title"] == "Iran alone had no tie in any year"
    assert "Turkey 36 of 36" in found["alt"]


def test_a_network_names_who_has_no_line_in_the_last_year():
    lines = pd.DataFrame(
        [(2014, "USA", "IRN", "war"), (2015, "USA", "TUR", "pact")],
        columns=["frame", "source", "target", "kind"],
    )
    found = neighbours.network(lines, ["IRN", "TUR"], LABELS, range(2014, 2016))
    assert found["title"] == "In 2015 no power had a tie to 1 of 2 states"
    everyone = neighbours.network(lines.tail(1), ["TUR"], LABELS, range(2015, 2016))
    assert everyone["title"] == "In 2015 no power had a tie to 0 of 1 states"
    assert neighbours.network(lines, ["TUR"], LABELS, range(0))["data"].empty
