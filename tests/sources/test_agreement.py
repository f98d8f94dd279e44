"""Blank sheets and the agreement of two codings."""

import pandas as pd
import pytest

from eastward import paths
from eastward.errors import InputError
from eastward.sources import agreement


@pytest.mark.parametrize("variable", agreement.VARIABLES)
def test_a_sheet_shows_text_and_no_code(variable):
    sheet = agreement.sheet(variable)
    codes = agreement.present(variable)
    assert agreement.VARIABLES[variable].code not in sheet.columns
    assert (sheet[["code", "remark"]] == "").all(axis=None)
    assert sheet["row"].is_unique and set(sheet["row"]) <= set(codes.index)
    assert len(sheet) == min(agreement.ROWS, len(codes))


def test_a_sheet_is_drawn_with_its_seed():
    one, two = agreement.sheet("event_kind"), agreement.sheet("event_kind")
    pd.testing.assert_frame_equal(one, two)
    other = agreement.sheet("event_kind", seed=1)
    assert set(other["row"]) != set(one["row"])


@pytest.mark.parametrize("variable", agreement.VARIABLES)
def test_every_code_in_use_stands_in_the_rules(variable):
    rules = (paths.ROOT / "eastward/sources/coding/RULES.md").read_text(encoding="utf-8")
    assert [code for code in agreement.present(variable).unique() if code not in rules] == []


def test_kappa_by_hand():
    first = pd.Series(list("aaaaabbbbb"))
    second = pd.Series(list("aaaabbbbba"))
    found = agreement.kappa(first, second)
    # Observed agreement .8, by chance .5: (.8 - .5) / (1 - .5).
    assert found.kappa == pytest.approx(0.6)
    assert found.n == 10
    assert found.low < 0.6 < found.high


def test_blank_codes_and_rows_of_one_coder_are_left_out():
    first = pd.Series({"r1": "a", "r2": "b", "r3": "", "r4": "a"})
    second = pd.Series({"r1": "a", "r2": "b", "r3": "a"})
    assert agreement.kappa(first, second).n == 2
    assert agreement.kappa(first[:1], second[:1]).kappa == 1
    with pytest.raises(InputError, match="no row has both codes"):
        agreement.kappa(first[2:], second)


def test_an_unknown_variable_is_refused():
    with pytest.raises(InputError, match="variable 'mood': expected one of event_kind"):
        agreement.sheet("mood")
