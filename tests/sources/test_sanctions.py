"""Lists of states, blocs and years of sanction cases."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import codes, sanctions

HEAD = (
    "case_id,sanctioned_state,sanctioning_state,begin,end,trade,descr_trade,arms,military,"
    "financial,travel,other,target_mult,sender_mult,objective,success\n"
)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Iran", ["Iran"]),
        ("EU, Korea, South,Iceland", ["EU", "Korea, South", "Iceland"]),
        ("Egypt, Arab Rep., Gambia, The", ["Egypt, Arab Rep.", "Gambia, The"]),
    ],
)
def test_commas_inside_names_are_no_separators(printed, names):
    assert sanctions.split_names(printed) == names


@pytest.fixture
def table(tmp_path):
    def build(*rows):
        (tmp_path / "cases.csv").write_text(HEAD + "".join(row + "\n" for row in rows))
        (tmp_path / "codes.csv").write_text(
            "country.name.en,country.name.en.regex,iso3c,cown\n"
            "Iran,\\biran,IRN,630\nIceland,iceland,ISL,395\nRussia,\\brussia|soviet,RUS,365\n",
            encoding="utf-8-sig",
        )
        files = {sanctions.CASES: tmp_path / "cases.csv", codes.CODELIST: tmp_path / "codes.csv"}
        return sanctions.sanctions(files)

    return build


def test_case_becomes_senders_by_targets_by_years(table):
    frame = table('7,"Iran, Russia","EU, Iceland",1977,1980,1,exp,0,0,1,0,0,0,1,end_war,failed')
    assert len(frame) == 2 * 2 * 2  # 1979 and 1980; earlier years are not kept
    assert frame.groupby("sender")["sender_is_bloc"].first().to_dict() == {"EU": True, "ISL": False}
    assert frame["trade"].all() and frame["financial"].all() and not frame["arms"].any()


def test_cases_of_one_sender_and_year_are_one_row_with_all_kinds(table):
    frame = table(
        "1,Iran,Iceland,1979,1981,0,,1,0,0,0,0,0,0,terrorism,failed",
        "2,Iran,Iceland,1981,1981,1,exp,0,0,0,0,0,0,0,terrorism,failed",
    )
    kinds = frame.set_index("year")[["trade", "arms"]]
    assert kinds.loc[1980].tolist() == [False, True]
    assert kinds.loc[1981].tolist() == [True, True]


def test_nothing_of_a_single_case_is_passed_on(table):
    frame = table("1,Iran,Iceland,1979,1981,0,,1,0,0,0,0,0,0,terrorism,failed")
    kept = {"sender", "target", "year", "sender_is_bloc", *sanctions.TYPES}
    assert set(frame.columns) == kept


def test_a_party_under_two_names_counts_once(table):
    case = '1,Iran,"Russia, Soviet Union",1990,1990,0,,1,0,0,0,0,0,0,terrorism,failed'
    assert table(case)[["sender", "year"]].values.tolist() == [["RUS", 1990]]


def test_targets_that_are_no_state_are_left_out(table):
    case = "1990,1990,0,,1,0,0,0,0,0,0,terrorism,failed"
    assert table(f'1,"EU, Balkans",Iceland,{case}', f"2,Balkans,Iceland,{case}").empty
    with pytest.raises(InputError, match="upstream name 'Ruritania'"):
        table(f"1,Ruritania,Iceland,{case}")


def test_places_on_the_lists_become_codes(tmp_path, table):
    table("1,Iran,Iceland,1990,1990,0,,1,0,0,0,0,0,0,terrorism,failed")
    (tmp_path / "panel.csv").write_text(
        "Country,Date,yrqtr,yrmon,levels,additions,removals,change\n"
        "Iran,2022-04-30,2022Q2,2022-04,9,1,0,1\n"
    )
    frame = sanctions.ofac_listed(
        {sanctions.LISTED: tmp_path / "panel.csv", codes.CODELIST: tmp_path / "codes.csv"}
    )
    kept = frame[["state", "month", "entities", "additions", "removals"]]
    pd.testing.assert_frame_equal(
        kept,
        pd.DataFrame([["IRN", "2022-04", 9, 1, 0]], columns=kept.columns),
    )
