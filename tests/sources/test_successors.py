"""Numbers to codes, on a dictionary of a few made-up lines."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import successors


@pytest.fixture
def codelist(tmp_path):
    file = tmp_path / "codelist.csv"
    file.write_text(
        "country.name.en,country.name.en.regex,iso3c,cown,gwn\n"
        "Iran,iran,IRN,630,630\n"
        "Germany,germany,DEU,255,260\n"
        "Yemen,yemen,YEM,679,\n"
        "Samoa,samoa,WSM,990,\n",
        encoding="utf-8-sig",
    )
    return file


def coded(translate, pairs, codelist):
    numbers, years = zip(*pairs, strict=True)
    return translate(pd.Series(numbers, dtype=float), pd.Series(years), codelist).tolist()


def test_cow_numbers_of_former_states(codelist):
    pairs = [(630, 1900), (255, 1900), (260, 1960), (265, 1960), (678, 1980), (679, 2000)]
    expected = ["IRN", "DEU", "DEU", "DDR", "YEM", "YEM"]
    assert coded(successors.cow, pairs, codelist) == expected
    pairs = [(680, 1980), (817, 1970), (300, 1900), (730, 1900), (347, 2010)]
    assert coded(successors.cow, pairs, codelist) == ["YMD", "RVN", "AUH", "KRE", "XKX"]


def test_gleditsch_and_ward_number_some_states_otherwise(codelist):
    pairs = [(255, 1900), (260, 2000), (678, 2000), (340, 2010), (816, 2000), (972, 2005)]
    expected = ["DEU", "DEU", "YEM", "SRB", "VNM", "TON"]
    assert coded(successors.gleditsch_ward, pairs, codelist) == expected


def test_yugoslavia_has_four_lives(codelist):
    pairs = [(345, 1917), (345, 1918), (345, 1991), (345, 1992), (345, 2005), (345, 2006)]
    expected = ["SRB", "YUG", "YUG", "SCG", "SCG", "SRB"]
    assert coded(successors.cow, pairs, codelist) == expected
    assert successors.dated("IRN", 1990) == "IRN"


def test_unknown_number_is_refused(codelist):
    with pytest.raises(InputError, match="COW number 972: unknown"):
        coded(successors.cow, [(630, 2000), (972, 2000)], codelist)
