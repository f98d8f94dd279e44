"""Names to codes, on a dictionary of a few made-up lines."""

import pytest

from eastward.errors import InputError
from eastward.sources import codes


@pytest.fixture
def codelist(tmp_path):
    file = tmp_path / "codelist.csv"
    file.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown\n"
        "Iran,\\biran,IRN,630\n"
        "Netherlands,netherlands,NLD,210\n"
        "Aruba,aruba,ABW,\n"
        "Russia,russia|soviet,RUS,365\n"
        "Nowhere,nowhere,,\n",
        encoding="utf-8-sig",
    )
    return file


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Iran, Islamic Rep. of", "IRN"),
        ("IR Iran", "IRN"),
        ("russian_federation", "RUS"),
        ("russia", "SUN"),  # the Energy Institute's Soviet Union
        ("USSR", "RUS"),
        ("Aruba, Kingdom of the Netherlands", "ABW"),
        ("Belgium-Luxembourg", "BLX"),
        ("total_world", "WLD"),
        ("OPEC", "OPC"),
        ("Advanced Economies", None),
    ],
)
def test_name_gets_its_code(codelist, name, code):
    assert codes.namer(codelist)(name) == code


@pytest.mark.parametrize("name", ["Atlantis", "Nowhere", "Iran and Russia"])
def test_name_that_is_no_single_state_is_an_error(codelist, name):
    with pytest.raises(InputError, match=f"upstream name '{name}': expected one state"):
        codes.namer(codelist)(name)


def test_cow_numbers(codelist):
    assert codes.from_cow(codelist) == {630: "IRN", 210: "NLD", 365: "RUS"}
