"""Figures of the turn: titles follow the data, and nothing is drawn where there is nothing."""

from functools import cache, partial

import pytest

from eastward import tables
from eastward.figures import circle, pull
from eastward.studies.bonds import Bonds
from eastward.studies.circle import Circle
from eastward.studies.contest import Contest
from eastward.studies.likeness import Likeness
from eastward.studies.pull import Pull

load = cache(tables.load)


@cache
def labels():
    states = load("states")
    return dict(zip(states["iso3"], states["label"], strict=True)) | {"EUR": "Europe"}


@cache
def study(focal="IRN", cutoff=None, last=2025):
    bonds = Bonds.of(partial(load, cutoff=cutoff), focal, "RUS", "CHN", [1, 1, 1, 0, 0, 0])
    return Pull(bonds, "2018-05-08", [2016, 2017], range(2017, 2019), last)


def test_titles_name_what_the_data_show():
    one = study()
    assert pull.through(Likeness(one), labels())["title"] == (
        "Iran's tie leapt most in 2016; 2018 has place 20 of 27"
    )
    assert pull.ties(one, labels(), {})["title"] == "Of four powers, Russia stood out most in 2020"
    assert pull.ways(one, labels())["title"].startswith("Of 1,104 ways to count 279 stand out")
    assert pull.layers(one, labels())["title"] == "3 of 6 layers reach past 2018"
    assert pull.contest(Contest(one.bonds, 2018), labels())["title"] == (
        "No story is without a failed prediction"
    )


def test_what_is_drawn_is_what_is_downloaded():
    one = study()
    data = pull.through(Likeness(one), labels())["data"]
    assert (
        data["state"].nunique() == 23 and data["value"].max() > pull.REACH
    )  # not as cut at the edge
    assert pull.ways(one, labels())["data"]["units"].sum() == one.grid["value"].notna().sum()
    cells = pull.contest(Contest(one.bonds, 2018), labels())["data"]
    assert set(cells["held"]) == {"as predicted", "not as predicted"}


def test_another_state_s_figures_do_not_speak_of_iran():
    one = study("TUR")
    for parts in (
        pull.through(Likeness(one), labels()),
        pull.ties(one, labels(), {}),
        pull.ways(one, labels()),
    ):
        assert "Iran" not in parts["title"] + parts["subtitle"]


def test_nothing_is_drawn_of_a_year_that_is_not_over():
    early = study(cutoff="2018-08-31", last=2017)
    assert pull.ways(early, labels())["data"].empty
    assert "has place" not in pull.through(Likeness(early), labels())["title"]
    assert pull.contest(Contest(early.bonds, 2018), labels())["title"] == (
        "Without a failed prediction: drift, common position"
    )


@pytest.mark.parametrize(
    ("x", "y", "side"), [(0, 1, "above"), (0.1, -1, "below"), (1, 0, "right"), (-1, 0, "left")]
)
def test_labels_of_a_ring_stand_outside(x, y, side):
    assert circle._side(x, y) == side


def test_the_network_names_its_last_year_and_marks_the_flips():
    parts = circle.network(Circle.of(load, "IRN", "RUS", "USA", "CHN", 2025), labels())
    data = parts["data"]
    flips = data[(data["frame"] == 2020) & data["flip"]]
    said = f"In 2020 {len(flips)} of {(data['frame'] == 2020).sum()} ties"
    assert parts["title"] == f"{said} stood in the way of two camps"
    assert flips["kind"].str.endswith("-flip").all()
