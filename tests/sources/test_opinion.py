"""Polls and elections from compiled lists, on made-up rows."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import opinion

POLL_CODES = """
topics: {Do you like B: [liking, AAA]}
answers: {very fine: fine, "fine: about half": fine}
subjects: {}
approximate: [seen verbatim (approximate)]
notes: {"fine: about half": About half}
"""
ROUNDS = """
rounds:
  "2001-01-01": {votes_cast: 100, verified: "yes", note: N}
  "2002-01-01": {end_date: "2002-02-01", seats_of: 10, verified: partly, note: N}
names:
  P: {name: P, entity: candidate, camp: moderate}
  L: {name: List L, entity: list, camp: principlist}
"""


@pytest.fixture
def files(tmp_path):
    polls, elections = tmp_path / "polls.csv", tmp_path / "elections.csv"
    polls.write_text(
        "date,pollster,question_topic,subject,answer,percent,n,source_title,source_address,confidence\n"
        "2001-02,Q (Russia),Do you like B,B,very fine,60,1000,Page,x,seen verbatim\n"
        "2001,Q,Do you like B,B,fine: about half,50,,Page,x,seen verbatim (approximate)\n"
        "2002,Q,Do you like B,B,very fine,40,,Page,x,computed: from 60\n"
        "2003,Q,Do you like B,B,very fine,,,Page,x,second-hand\n"
    )
    elections.write_text(
        "date,election,round,candidate,camp,votes,percent,percent_basis,turnout_percent,"
        "source_title,source_address,note\n"
        "2001-01-01,presidential,1,P,x,60,60.0,all votes,70,Page,x,n\n"
        "2002-01-01,parliamentary (10 seats),1+2,L,x,4,40.0,seats,50,Page,x,n\n"
    )
    poll_codes, codes = tmp_path / "polls.yml", tmp_path / "elections.yml"
    poll_codes.write_text(POLL_CODES)
    codes.write_text(ROUNDS)
    return {
        opinion.POLLS: polls,
        opinion.POLL_CODING: poll_codes,
        opinion.ELECTIONS: elections,
        opinion.ELECTION_CODING: codes,
    }


def test_polls_are_named_dated_and_graded(files):
    polls = opinion.polls(files)
    assert polls["pollster"].tolist() == ["Q"] * 4
    assert polls["topic"].unique().tolist() == ["liking"]
    assert polls["population"].unique().tolist() == ["AAA"]
    assert polls["answer"].tolist() == ["fine"] * 4
    assert polls["kind"].tolist() == ["stated", "approximate", "computed", "qualitative"]
    assert polls["confidence"].tolist() == ["first_hand"] * 2 + ["second_hand"] * 2
    assert polls["end_date"].iloc[0] == pd.Timestamp("2001-02-28")
    assert polls["note"].iloc[1] == "About half"


def test_a_question_without_a_name_is_refused(files):
    files[opinion.POLL_CODING].write_text(POLL_CODES.replace("like B:", "like C:"))
    with pytest.raises(InputError, match="question 'Do you like B' is not coded"):
        opinion.polls(files)


def test_votes_and_seats_never_share_a_column(files):
    president, parliament = opinion.elections(files).to_dict("records")
    assert (president["votes"], president["votes_cast"], president["percent"]) == (60, 100, 60.0)
    assert pd.isna(president["seats"])
    assert (parliament["seats"], parliament["seats_of"]) == (4, 10)
    assert pd.isna(parliament["votes"]) and pd.isna(parliament["percent"])
    assert parliament["end_date"] == pd.Timestamp("2002-02-01")
    assert parliament["election"] == "parliamentary"


def test_an_unknown_name_or_round_is_refused(files):
    files[opinion.ELECTION_CODING].write_text(ROUNDS.replace("  L:", "  M:"))
    with pytest.raises(InputError, match="names: L is not coded"):
        opinion.elections(files)
