"""Troops, bases and exercises, on made-up files."""

import pytest

from eastward.sources import codes, presence


@pytest.fixture
def files(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown,gwn\n"
        "A,a,AAA,630,630\nGermany,germany,DEU,255,260\nEthiopia,ethiopia,ETH,530,530\n",
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
