"""Codes, classes, actors and clocks of ICEWS."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import icews

SCORES = """cameoCode,eventName,goldstein
7,HEADING,7
20,"Appeal, not specified below",3
204,Bomb,-10
211,Appeal for talks,3.4
"""


def test_leading_zeros_come_back():
    numbers = [10, 57, 94, 100, 173, 204, 211, 874, 1041, 2042]
    assert [icews.code_text(number) for number in numbers] == [
        "010", "057", "094", "100", "173", "204", "0211", "0874", "1041", "2042",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "quad"),
    [
        ("010", "verbal_cooperation"),
        ("057", "verbal_cooperation"),
        ("060", "material_cooperation"),
        ("0874", "material_cooperation"),
        ("090", "verbal_conflict"),
        ("139", "verbal_conflict"),
        ("140", "material_conflict"),
        ("2042", "material_conflict"),
    ],
)
def test_classes_follow_the_root(code, quad):
    assert icews.quad(code) == quad


def test_names_of_types_are_made_alike():
    assert icews.standard("Conduct_suicide,_car,_or_other_non-military_bombing") == (
        icews.standard("Conduct suicide, car, or other non-military bombing, not spec below")
    )


def test_types_take_score_and_class_of_their_code(tmp_path):
    (tmp_path / "scores.csv").write_text(SCORES)
    (tmp_path / "types.yml").write_text("020:\n  - make an appeal\n0211:\n  - ask for talks\n")
    types = icews.event_types(tmp_path / "scores.csv", tmp_path / "types.yml")
    assert types["goldstein"].to_dict() == {
        "appeal": 3,
        "bomb": -10,
        "appeal for talks": 3.4,
        "make an appeal": 3,
        "ask for talks": 3.4,
    }
    assert types.loc["bomb", "quad"] == "material_conflict"
    (tmp_path / "types.yml").write_text("999:\n  - nonsense\n")
    with pytest.raises(InputError, match=r"types.yml: code 999 is not in scores.csv"):
        icews.event_types(tmp_path / "scores.csv", tmp_path / "types.yml")


@pytest.fixture
def read(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\n"
        "Iran,\\biran,IRN,630\n"
        "Palestinian Territories,palestin,PSE,\n"
        "Vatican City,vatican,VAT,328\n",
        encoding="utf-8-sig",
    )
    coding = {
        "spellings": ["Palestinian Territory, Occupied", "Holy See (Vatican City State)"],
        "roles": ["Government", "Member of Legislative (Govt)"],
        "offices": {2018: {"IRN": ["Some Minister"]}},
    }
    return icews.actor_reader(coding, 2018, codelist)


@pytest.mark.parametrize(
    ("actor", "found"),
    [
        ("Iran", ("IRN", True)),
        ("Government (Iran)", ("IRN", True)),
        ("Citizen (Iran)", ("IRN", False)),
        ("Some Minister", ("IRN", True)),
        ("Some Poet", (None, False)),
        ("Government (Iranian Kurds)", (None, True)),
        ("Member of Legislative (Govt) (Iran)", ("IRN", True)),
        ("Government (Holy See (Vatican City State))", ("VAT", True)),
        ("Government (Palestinian Territory, Occupied)", ("PSE", True)),
        ("Awami (People's) League", (None, False)),
    ],
)
def test_actors_have_a_state_and_may_act_for_it(read, actor, found):
    assert read(actor) == found


def test_one_release_counts_days_from_one_and_the_other_hours_from_zero():
    first, second = icews.RELEASES
    assert first.dates(pd.Series([1, 365])).tolist() == [
        pd.Timestamp("2014-01-01"),
        pd.Timestamp("2014-12-31"),
    ]
    assert second.dates(pd.Series([0, 7272])).tolist() == [
        pd.Timestamp("2018-01-01"),
        pd.Timestamp("2018-10-31"),
    ]
