"""Blank sheets and the agreement of two codings."""

import pandas as pd
import pytest

from eastward import paths
from eastward.errors import InputError
from eastward.sources import agreement, coded_papers, variables


@pytest.mark.parametrize("variable", variables.VARIABLES)
def test_a_sheet_shows_text_and_no_code(variable):
    sheet = agreement.sheet(variable)
    codes = agreement.present(variable)
    assert variables.VARIABLES[variable].code not in sheet.columns
    assert (sheet[["code", "remark"]] == "").all(axis=None)
    assert sheet["row"].is_unique and set(sheet["row"]) <= set(codes.index)
    assert len(sheet) == min(agreement.ROWS, len(codes))


def test_a_sheet_is_drawn_with_its_seed():
    one, two = agreement.sheet("event_kind"), agreement.sheet("event_kind")
    pd.testing.assert_frame_equal(one, two)
    other = agreement.sheet("event_kind", seed=1)
    assert set(other["row"]) != set(one["row"])


@pytest.mark.parametrize("variable", variables.VARIABLES)
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


@pytest.mark.parametrize("variable", agreement.twice_coded())
def test_both_codings_are_kept_and_every_disagreement_is_settled(variable):
    codes = agreement.coded(variable)
    apart = codes[["first", "second", "book"]].nunique(axis=1) > 1
    assert (codes["why"] != "").equals(apart)
    assert (codes["settled"] == codes["book"])[~apart].all()
    assert (codes[["first", "second", "book", "settled"]] != "").all(axis=None)


@pytest.mark.parametrize(
    "variable", [n for n in agreement.twice_coded() if n in variables.VARIABLES]
)
def test_the_lists_have_the_settled_codes(variable):
    """Rows whose texts are as the coders saw them; whose sources changed are coded anew."""
    codes, rows = agreement.coded(variable), variables.VARIABLES[variable].rows()
    shared = [column for column in codes.columns if column in rows]
    now = rows.reindex(codes.index)
    texts = now[shared].astype(str).where(now[shared].notna(), "")
    same = (texts == codes[shared]).all(axis=1)
    assert same.mean() >= 0.8
    code = variables.VARIABLES[variable].code
    assert now.loc[same, code].to_dict() == codes.loc[same, "settled"].to_dict()


def test_kappas_of_the_second_coding():
    found = agreement.agreement()
    assert list(found.index) == agreement.twice_coded()
    assert found["n"].sum() == 542
    assert found.loc["link_relation", ["kappa", "low", "high"]].round(2).tolist() == [
        0.66,
        0.39,
        0.93,
    ]
    assert found.loc["event_iran_russia", ["kappa", "first"]].round(2).tolist() == [1.0, 0.71]
    assert found.loc["document_deed", ["kappa", "first"]].round(2).tolist() == [0.94, 0.94]
    assert found["changed"].sum() == 41
    settled = agreement.settled()
    assert (settled["settled"] != settled["book"]).sum() == 41


def test_a_variable_without_a_second_coding_is_refused():
    with pytest.raises(InputError, match="variable 'mood': has no second coding"):
        agreement.coded("mood")


def test_filled_sheets_stand_beside_the_book():
    book = agreement.present("document_own")
    one, two, blank = book.index[:3]
    first = pd.Series({one: book[one], two: "yes", blank: ""})  # the book has no
    second = pd.Series({one: book[one], two: book[two], blank: "yes"})
    found = agreement.combined("document_own", first, second)
    assert list(found.index) == [one, two] and found.loc[one, "settled"] == book[one]
    assert found.loc[two, ["settled", "why"]].tolist() == ["", ""]
    assert list(found.columns)[-5:] == ["first", "second", "book", "settled", "why"]
    with pytest.raises(InputError, match="variable 'document_own': has no row 'x'"):
        agreement.combined("document_own", pd.Series({"x": "no"}), pd.Series({"x": "no"}))


def test_a_question_takes_the_first_code_that_fits_and_asks_for_all_tags_of_one():
    north = coded_papers.papers(coded_papers.QUESTIONS["document_north"])["present"]
    assert north["withdrawal-announced"] == "bargain"  # withdrawal and oil
    assert north["withdrawal-complete"] == "leave"
    assert north["gko-9168"] == coded_papers.NONE  # oil alone
    assert "ten-points-2007" not in agreement.present("document_own")
    measures = agreement.present("document_measure")
    assert measures["acts-us-trade-1995 all-trade"] == "yes"
    assert measures["acts-us-trade-1995 arms"] == "no"
