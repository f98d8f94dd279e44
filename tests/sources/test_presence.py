"""Troops, bases, deployments and exercises, on made-up files."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import codes, presence


@pytest.fixture
def files(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown,gwn\n"
        "A,^a$,AAA,630,630\nGermany,germany,DEU,255,260\nEthiopia,ethiopia,ETH,530,530\n",
        encoding="utf-8-sig",
    )
    troops, bases, exercises = (tmp_path / name for name in ("t.csv", "b.csv", "e.csv"))
    troops.write_text(
        "ccode,year,troops\n630,2000,5\n255,1990,0\n260,1990,100\n529,2022,3\n2,2000,9\n6,2000,8\n"
        "1003,2000,70\n"
    )
    bases.write_text(
        "iso3c,basename,base,lilypad,fundedsite\nAAA,One,1,0,0\nAAA,,0,1,0\nAAA,,0,1,1\nAAA,F,0,0,1\n"
    )
    exercises.write_text(
        "MMEID,gwcode,country,year\nm1,630,A,2000\nm1,630,A,2000\nm1,NA,NATO,2000\n"
        "m1,NA,Yemen,2000\nm1,-9,-9,2000\n"
    )
    return {
        codes.CODELIST: codelist,
        presence.TROOPS: troops,
        presence.BASES: bases,
        presence.EXERCISES: exercises,
    }


def test_troops_leave_out_home_and_the_sea_and_join_two_germanies(files):
    found = presence.us_troops(files).set_index(["state", "year"])["troops"]
    assert found.to_dict() == {("AAA", 2000): 5, ("DEU", 1990): 100, ("ETH", 2022): 3}


def test_sites_have_one_kind_and_nameless_ones_are_numbered(files):
    found = presence.bases(files)[["site", "number", "kind"]].values.tolist()
    assert found == [
        ["One", 1, "base"],
        ["not named", 1, "lilypad"],
        ["not named", 2, "lilypad"],
        ["F", 1, "funded"],
    ]


def test_participants_are_states_and_counted_once(files):
    assert presence.exercises(files)["state"].tolist() == ["AAA", "YEM"]


def test_missions_of_one_kind_are_added_up_and_far_theatres_left_out(tmp_path):
    file = tmp_path / "deployments.xlsx"
    columns = ["Year", "Theatre", "Country", "Organisation", "MissionName", "MissionType"]
    rows = [
        [2014, "Iraq", "FRA", "USA", "One", "Operation", 5],
        [2014, "Iraq", "FRA", "USA", "Two", "Operation", 6],
        [2014, "Iraq", "FRA", "FRA", None, "MilitaryPresence", 7],
        [2014, "Persian Gulf", "FRA", "EU", "Three", "Operation", 8],
        [2014, "Mali", "FRA", "EU", "Four", "Operation", 9],
    ]
    pd.DataFrame(rows, columns=[*columns, "Deployed"]).to_excel(file, index=False)
    found = presence.deployments({presence.DEPLOYMENTS: file}).fillna("none")
    assert found[["theatre", "host", "organisation", "mission", "soldiers"]].values.tolist() == [
        ["Iraq", "IRQ", "FRA", "presence", 7],
        ["Iraq", "IRQ", "USA", "operation", 11],
        ["Persian Gulf", "none", "EU", "operation", 8],
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [("Запад-2017", "West"), ("Запад - 2017", "West"), ("Запад – 3", "West"), ("Запад", "West")],
)
def test_exercises_have_english_names_without_the_year(printed, name):
    assert presence.exercise_name(printed, {"Запад": "West"}) == name


def test_name_that_is_not_coded_is_refused():
    with pytest.raises(InputError, match=r"name 'Восток': expected one of .*exercises_russia.yml"):
        presence.exercise_name("Восток-2018", {"Запад": "West"})


def test_partners_stand_in_rows_and_added_exercises_follow(tmp_path, files):
    listed, coding = tmp_path / "list.csv", tmp_path / "coding.yml"
    listed.write_text(
        "id,name,yr,part1,part2,part3,comments,source,source2\n"
        "1,Запад-2017,2017,Germany,,Ethiopia ,,https://a.org,\n"
        "2,Запад-2011,2011,Germany,,,all members,https://b.org,\n"
        ",,,,,,,,\n"
    )
    coding.write_text(
        "names: {Запад: West}\n"
        "added:\n"
        "  extra: {name: X, partner: IRN, year: 2015, source_address: https://c.org, note: n}\n"
    )
    found = presence.exercises_russia(
        files | {presence.EXERCISES_RUSSIA: listed, presence.EXERCISES_CODING: coding}
    )
    columns = ["exercise", "name", "partner", "year", "basis", "doubtful", "source_address"]
    assert found[columns].values.tolist() == [
        ["1", "West", "DEU", 2017, "list", False, "https://a.org"],
        ["2", "West", "DEU", 2011, "list", True, "https://b.org"],
        ["1", "West", "ETH", 2017, "list", False, "https://a.org"],
        ["extra", "X", "IRN", 2015, "added", False, "https://c.org"],
    ]
