"""General Assembly files: numbers, dates, subjects and successor states, on made-up files."""

import pandas as pd
import pytest

from eastward.measures import voting
from eastward.sources import assembly, rdata

MATRIX = """rcid,date,me,nu,di,hr,co,ec,AAA,SRB,YEM
3,1985-12-06,FALSE,FALSE,FALSE,TRUE,FALSE,FALSE,1,9,9
4,1991-12-03,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,2,3,1
5,2003-10-20,TRUE,FALSE,FALSE,FALSE,FALSE,FALSE,8,2,3
6,2016-12-19,FALSE,FALSE,FALSE,TRUE,FALSE,FALSE,3,1,8
3,2023-09-01,FALSE,TRUE,FALSE,FALSE,FALSE,FALSE,1,8,1
"""
TITLES = """rcid,session,importantvote,date,unres,amend,para,short,descr
3,40,0,1985-12-06,R/40/141,,,"HUMAN RIGHTS, IRAN",Situation of human rights
4,46,0,1991-12-03,R/46/1,1,0,OTHER,
5,58,0,2003-10-20,R/58/2,0,1,,Something else
6,71,0,2016-12-19,A/RES/71/204,,,Situation of human rights in the Syrian Arab Republic : x,
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    (tmp_path / "matrix.csv").write_text(MATRIX)
    (tmp_path / "titles.csv").write_text(TITLES)
    (tmp_path / "condemned.csv").write_text("resolution,force,force_by\n40/141,Y,AAA\n46/1,X,SRB\n")
    long = pd.DataFrame(
        [
            (3.0, "Yugoslavia", "no"),
            (3.0, "Yemen Arab Republic", "abstain"),
            (3.0, "Czechoslovakia", "yes"),
            (4.0, "Yugoslavia", "no"),
            (4.0, "German Democratic Republic", "yes"),
            (4.0, "Yemen People's Republic", "yes"),
            (4.0, "Aland", "yes"),
        ],
        columns=["rcid", "country", "vote"],
    )
    monkeypatch.setattr(rdata, "read", lambda file: long)
    return {
        assembly.MATRIX: tmp_path / "matrix.csv",
        assembly.TITLES: tmp_path / "titles.csv",
        assembly.LONG: tmp_path / "votes.rda",
        assembly.CONDEMNED: tmp_path / "condemned.csv",
    }


def test_a_number_given_twice_becomes_two(files):
    assert assembly.unga_rollcalls(files)["rollcall"].tolist() == [3, 4, 5, 6, 10003]


def test_session_is_stated_or_follows_from_the_date(files):
    found = assembly.unga_rollcalls(files)
    # 1 September 2023 still belongs to the session that opened in 2022.
    assert found["session"].tolist() == [40, 46, 58, 71, 77]
    assert found["year"].tolist() == [1985, 1991, 2003, 2016, 2022]


def test_day_is_kept_from_session_58_on(files):
    dates = assembly.unga_rollcalls(files)["date"].dt.strftime("%Y-%m-%d").tolist()
    assert dates == ["1985-12-31", "1991-12-31", "2003-10-20", "2016-12-19", "2023-09-01"]
    assert assembly.unga_votes(files)["date"].dt.strftime("%Y-%m-%d").tolist() == dates


def test_kind_subject_and_symbol_of_a_roll_call(files):
    found = assembly.unga_rollcalls(files).set_index("rollcall")
    assert found.loc[[3, 4, 5], "amendment"].tolist() == [False, True, False]
    assert found.loc[[3, 4, 5], "paragraph"].tolist() == [False, False, True]
    assert found.loc[[3, 6], "about"].tolist() == ["IRN", "SYR"]
    assert found.loc[[4, 5, 10003], "about"].isna().all()
    assert found.loc[[3, 6], "resolution"].tolist() == ["40/141", "71/204"]


def test_votes_are_one_to_three_and_zero_for_none(files):
    assert voting.cast(assembly.unga_votes(files))["AAA"].tolist() == [1, 2, 0, 3, 1]


def test_belgrade_has_three_codes_and_votes_that_the_matrix_lacks(files):
    found = voting.cast(assembly.unga_votes(files))
    assert found["YUG"].tolist() == [3, 3, 0, 0, 0]
    assert found["SCG"].tolist() == [0, 0, 2, 0, 0]
    assert found["SRB"].tolist() == [0, 0, 0, 1, 0]


def test_former_states_are_added_and_unknown_ones_are_not(files):
    found = voting.cast(assembly.unga_votes(files))
    assert found["YEM"].tolist() == [2, 1, 3, 0, 1]
    assert found["CSK"].tolist() == [1, 0, 0, 0, 0]
    assert found["DDR"].tolist() == [0, 1, 0, 0, 0]
    assert found["YMD"].tolist() == [0, 1, 0, 0, 0]
    assert list(found.columns[2:]) == ["AAA", "CSK", "DDR", "SCG", "SRB", "YEM", "YMD", "YUG"]


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("HUMAN RIGHTS, DEMOCRATIC CONGO", "COD"),
        ("Situation of human rights in the Islamic Republic of Iran : resolution", "IRN"),
        ("HUMAN RIGHTS--IRAN (ISLAMIC REPUBLIC OF)", "IRN"),
        ("The situation in the Syrian Arab Republic : resolution", "SYR"),
        ("Territorial integrity of Ukraine : resolution", "UKR"),
        ("The Syrian Golan : resolution", None),
        ("The President: I put to the vote the human rights in Iran", None),
        ("TO ADOPT A CUBAN AMENDMENT ON THE DECLARATION OF HUMAN RIGHTS", None),
        ("Human rights in the occupied Syrian Arab Republic", None),
    ],
)
def test_subject_of_a_title(title, state):
    [found] = assembly.about(pd.Series([title]))
    assert found == state if state else pd.isna(found)


def test_a_use_of_force_is_marked_on_votes_on_whole_resolutions(files):
    found = assembly.unga_rollcalls(files).set_index("rollcall")
    assert found.loc[3, ["force", "force_by"]].tolist() == ["Y", "AAA"]
    assert found.loc[[4, 5, 6, 10003], ["force", "force_by"]].isna().all(axis=None)  # 4: amended
