"""Pictures of votes: what is drawn, titles, and the case without data."""

import pandas as pd
import vl_convert

from eastward.figures import votes

LABELS = {"IRN": "Iran", "RUS": "Russia", "USA": "America", "CHN": "China", "OMN": "Oman"}
LABELS |= {"GBR": "Britain", "FRA": "France"}


def drawn(parts):
    chart = parts["chart"].to_dict()
    return vl_convert.vegalite_to_svg(chart | {"width": 600})


PLACES = pd.DataFrame(
    [
        (1979, "IRN", 60.0, 20.0, ""),
        (1984, "IRN", 80.0, 10.0, ""),
        (1979, "GBR", 40.0, 80.0, "USA"),
        (1984, "GBR", 50.0, 90.0, "USA"),
        (1979, "OMN", 70.0, 30.0, ""),
    ],
    columns=["window", "state", "one", "other", "kind"],
)


def test_the_plane_has_one_path_and_a_mean_for_every_other_state():
    parts = votes.plane(PLACES, "IRN", "RUS", "USA", LABELS)
    assert parts["title"] == "Iran voted nearer to Russia than to America"
    assert parts["subtitle"].endswith("15 % with America, 70 % with Russia")
    others = parts["data"][parts["data"]["state"] != "IRN"].set_index("state")
    assert others.loc["GBR", ["one", "other", "kind"]].tolist() == [45.0, 85.0, "USA"]
    assert others.loc["OMN", "kind"] == ""
    svg = drawn(parts)
    for words in ("allies of America", "agreement with Russia, %", ">1984<"):
        assert words in svg
    assert votes.plane(PLACES, "CHN", "RUS", "USA", LABELS)["data"].empty


def test_the_plane_s_axes_are_the_powers_that_they_name():
    encoding = votes.plane(PLACES, "IRN", "RUS", "USA", LABELS)["chart"].to_dict()["layer"][0]
    axes = {axis: encoding["encoding"][axis] for axis in ("x", "y")}
    assert {axis: (one["field"], one["title"]) for axis, one in axes.items()} == {
        "x": ("other", "agreement with America, %"),
        "y": ("one", "agreement with Russia, %"),
    }


def test_labels_of_the_path_keep_apart_the_first_before_the_last_and_others():
    path = pd.DataFrame(
        {"window": range(5), "one": [60, 61, 70, 71, 62], "other": [20, 21, 20, 40, 21]}
    )
    assert votes._apart(path)["window"].tolist() == [0, 2, 3]
    assert votes._apart(path.head(1))["window"].tolist() == [0]
    assert votes._apart(path.iloc[[0, 2]])["window"].tolist() == [0, 2]


def test_a_distance_that_turned_round_is_told_of_the_mean():
    turned = PLACES.assign(one=[60.0, 10.0, 40.0, 50.0, 70.0])
    title = votes.plane(turned, "IRN", "RUS", "USA", LABELS)["title"]
    assert title == "On the mean Iran voted nearer to Russia than to America"


def test_the_network_marks_the_states_own_lines_and_has_none_without_votes():
    columns = ["year", "source", "target", "weight"]
    closest = pd.DataFrame([(2000, "IRN", "OMN", 0.9), (2000, "GBR", "USA", 0.8)], columns=columns)
    towards = pd.DataFrame([(2000, "IRN", "RUS", 0.7)], columns=columns)
    place = {"IRN": (0, 0), "OMN": (1, 0), "GBR": (0, 1), "USA": (1, 1), "RUS": (-1, 0)}
    parts = votes.company(closest, towards, place, "IRN", LABELS)
    kinds = parts["data"].set_index(["source", "target"])[["kind", "weight"]]
    assert kinds.loc[("IRN", "OMN")].tolist() == ["own", 90.0]
    assert kinds.loc[("GBR", "USA")].tolist() == ["other", 80.0]
    assert kinds.loc[("IRN", "RUS")].tolist() == ["RUS", 70.0]
    assert votes.company(closest.head(0), towards.head(0), {}, "IRN", LABELS)["title"] == ""
