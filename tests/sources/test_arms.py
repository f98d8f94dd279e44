"""Which transfers are kept, on made-up files."""

import pytest

from eastward.sources import arms, codes

HEAD = (
    "SIPRI AT Database ID,Supplier,Recipient,Designation,Armament category,Order date,"
    "Numbers delivered,Numbers delivered is estimate,Delivery year,Status,TIV delivery values"
)
DEALS = [
    "1,Iran,Russia,X-1,Missiles,2022,5,Yes,2022,New,2.5",
    "1,Iran,Russia,X-1,Missiles,2022,5,No,2023,New,3.5",
    "2,Iran,Movement (Russia)*,X-1,Missiles,2022,5,No,2022,New,9",
    "3,Otherland,Thirdland,X-1,Missiles,2022,5,,2022,New,1",
    "4,Russia,Thirdland,S-400 X,Missiles,2021,5,,2021,New,8",
    "5,Russia,Thirdland,X-2,Missiles,2021,5,No,2021,New,8",
]


@pytest.fixture
def files(tmp_path):
    codelist = tmp_path / "codelist.csv"
    codelist.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\n"
        "Iran,iran,IRN,630\nRussia,russia|soviet,RUS,365\n"
        "Otherland,otherland,AAA,1\nThirdland,thirdland,BBB,3\n",
        encoding="utf-8-sig",
    )
    dyads, register = tmp_path / "dyads.csv", tmp_path / "register.csv"
    dyads.write_text(
        "supplier,recipient,year,value\n"
        "Soviet Union,Iran,1991,7\nRussia,Iran,1991,1\n"
        "Otherland,Iran,1960,2\nOtherland,Thirdland,1979,4\nOtherland,Thirdland,1980,4\n"
        "Russia,Thirdland,1980,0\nUnknown supplier(s),Iran,1980,6\nUnited Nations**,Iran,1980,6\n"
    )
    notes = "note\n" * arms.REGISTER_NOTES
    register.write_text(notes + "\n".join([HEAD, *DEALS]) + "\n")
    return {codes.CODELIST: codelist, arms.DYADS: dyads, arms.REGISTER: register}


def test_volumes_join_two_editions_and_keep_what_is_drawn(files):
    found = arms.arms_transfers(files).set_index(["supplier", "recipient", "year"])
    assert found["tiv"].to_dict() == {
        ("RUS", "IRN", 1991): 8,  # with the Soviet Union
        ("AAA", "IRN", 1960): 2,
        ("IRN", "RUS", 2022): 2.5,  # the movement is not the state
        ("IRN", "RUS", 2023): 3.5,
    }
    assert found.loc[("IRN", "RUS", 2022), "edition"] == 2026


def test_the_region_has_permanent_members_and_all_others(files, monkeypatch):
    monkeypatch.setattr(arms, "REGION", ("BBB",))
    monkeypatch.setattr(arms, "FIRST_OF_REGION", 1980)
    found = arms.arms_transfers(files).set_index(["supplier", "recipient", "year"])["tiv"]
    assert found["OTH", "BBB", 1980] == 4 and found["RUS", "BBB", 1980] == 0
    assert found["OTH", "BBB", 2022] == 1
    assert 1979 not in found["OTH", "BBB"].index


def test_main_suppliers_over_windows(files):
    found = arms.arms_suppliers(files).set_index(["recipient", "end", "length"])
    none = found.loc[("BBB", 1980, 3)]  # another state delivered, in 1979 and 1980
    assert none["supplier"] is None or none.isna()["supplier"]
    assert none[["volume", "share", "years"]].tolist() == [0, 0, 2]
    row = found.loc[("IRN", 1993, 3)]
    assert row[["supplier", "volume", "share", "years"]].tolist() == ["RUS", 8, 1.0, 1]
    since = found.loc[("IRN", 1999, 20)]
    assert since[["supplier", "volume", "years"]].tolist() == ["RUS", 8, 1]
    assert found.loc[("BBB", 1990, 11), "years"] == 1  # without 1979
    assert ("IRN", 1994, 3) not in found.index


def test_shares_where_a_power_is_one_of_the_two(files):
    found = arms.arms_shares(files).set_index(["supplier", "recipient", "end", "length"])["share"]
    assert found["RUS", "IRN", 1993, 3] == 1  # with the Soviet Union
    assert ("RUS", "BBB", 1980, 3) not in found  # nothing that reached half a million
    assert found["IRN", "RUS", 2023, 3] == 1
    assert not {"AAA"} & set(found.index.get_level_values("supplier"))  # no power on either side
    assert found.between(0, 1, inclusive="right").all()


def test_deals_of_iran_and_named_systems(files):
    found = arms.arms_deals(files)
    assert found[["deal", "year"]].values.tolist() == [[1, 2022], [1, 2023], [4, 2021]]
    assert found["estimated"].tolist() == [True, False, True]
