"""Security Council file: what is corrected and what is left out, on a made-up council."""

import pandas as pd
import pytest

from eastward.errors import InputError
from eastward.sources import codes, council

# The permanent members have their names, or nothing could be vetoed; the others are not real.
PERMANENT = {
    "China": "CHN",
    "France": "FRA",
    "United Kingdom": "GBR",
    "Russian Federation": "RUS",
    "United States": "USA",
}
ELECTED = {f"Member {letter}": letter for letter in "ABCDEFGHIJ"}
CODES = PERMANENT | ELECTED | {"Outsider": "X"}
MEMBERS = [*PERMANENT, *ELECTED]


def draft(number, year=2020, against=(), abstaining=(), members=MEMBERS, **more):
    """Return the rows of one draft, all in favour but those named."""
    votes = {m: "No" if m in against else "Abstain" if m in abstaining else "Yes" for m in members}
    common = {
        "Year": year,
        "Date,": pd.Timestamp(year, 1, 1),
        "Resolution": f"{2500 + number} ({year})",
        "Draft": f"S/{year}/{number}",
        "Agenda item": "The situation in Somalia",
        "Region": "Africa",
        "Outcome results": "Adopted unanimously",
        "Topic": "Somalia",
    } | more
    return [common | {"ID": number, "Member State": m, "Vote": v} for m, v in votes.items()]


def plain(count, start=100, year=2020):
    """Return the rows of some ordinary drafts, which make the members of the year known."""
    return [row for n in range(start, start + count) for row in draft(n, year)]


VETOED = {"Outcome results": "Not adopted - veto", "Resolution": None}
FAILED = {
    "Outcome results": "Not adopted - failed to receive required number of votes",
    "Resolution": None,
}


@pytest.fixture
def build(tmp_path, monkeypatch):
    monkeypatch.setattr(codes, "namer", lambda codelist: CODES.__getitem__)

    def tables(rows):
        file = tmp_path / "council.xlsx"
        pd.DataFrame(rows).to_excel(file, index=False)
        files = {council.FILE: file, codes.CODELIST: tmp_path / "unused.csv"}
        drafts = council.unsc_drafts(files).set_index("draft_id")
        return drafts, council.unsc_votes(files).set_index(["draft_id", "state"])

    return tables


def test_votes_are_coded_and_texts_stripped(build):
    rows = plain(3) + draft(1, abstaining=["China "], members=[*MEMBERS[1:], "China "])
    drafts, votes = build(rows)
    assert votes.loc[(1, "CHN"), "vote"] == 2
    assert votes.loc[(1, "USA"), "vote"] == 1
    assert drafts.loc[1, ["draft", "year", "resolution", "outcome"]].tolist() == [
        "S/2020/1",
        2020,
        2501,
        "adopted",
    ]


def test_a_veto_is_a_permanent_no_on_a_vetoed_draft(build):
    rows = plain(3) + draft(1, against=["Russian Federation", "Member A"], **VETOED)
    drafts, votes = build(rows)
    assert drafts.loc[1, "outcome"] == "vetoed"
    assert votes.index[votes["veto"]].tolist() == [(1, "RUS")]


def test_a_draft_short_of_votes_failed_and_nobody_vetoed_it(build):
    rows = plain(3) + draft(1, against=["Russian Federation"], abstaining=MEMBERS[5:], **FAILED)
    drafts, votes = build(rows)
    assert drafts.loc[1, "outcome"] == "failed"
    assert not votes["veto"].any()


def test_the_damaged_year_is_left_out(build):
    drafts, votes = build(plain(3) + plain(3, start=200, year=council.DAMAGED_YEAR))
    assert set(drafts["year"]) == set(votes["year"]) == {2020}


def test_the_copy_of_a_vetoed_draft_that_is_called_adopted_is_left_out(build):
    rows = plain(3) + draft(1, against=["China"], **VETOED)
    rows += draft(2, against=["China"], Draft="S/2020/1", Resolution=None)
    drafts, _ = build(rows)
    assert drafts.index[drafts["draft"] == "S/2020/1"].tolist() == [1]


def test_a_failed_entry_beside_another_is_an_amendment(build):
    rows = plain(3) + draft(1) + draft(2, abstaining=MEMBERS[:9], Draft="S/2020/1", **FAILED)
    drafts, _ = build(rows)
    assert drafts.loc[[1, 2], "amendment"].tolist() == [False, True]


@pytest.mark.parametrize(
    "unsound",
    [
        {"against": ["United States"]},  # adopted over a permanent No
        {"members": MEMBERS[:6]},  # adopted with six votes
        {"members": [*MEMBERS[:-1], "Outsider"]},  # a state that is not on the Council
        {**FAILED},  # failed with fifteen votes
        {**VETOED},  # vetoed by nobody
    ],
)
def test_votes_that_do_not_make_the_outcome_are_left_out(build, unsound):
    drafts, votes = build(plain(3) + draft(1, **unsound))
    assert drafts["recorded"].to_dict() == {100: True, 101: True, 102: True, 1: False}
    assert 1 not in votes.index.get_level_values("draft_id")


def test_a_member_that_stands_twice_has_the_vote_of_the_record(build, monkeypatch):
    monkeypatch.setattr(council, "TWICE", {("S/2020/1", "A"): "Abstain"})
    twice = draft(1, members=["Member A"]) + draft(1, abstaining=["Member A"])
    _, votes = build(plain(3) + twice)
    assert votes.loc[(1, "A"), "vote"] == 2
    assert votes.index.is_unique


def test_a_member_that_stands_twice_unknown_to_the_project_is_an_error(build):
    twice = draft(1, members=["Member A"]) + draft(1, abstaining=["Member A"])
    with pytest.raises(InputError, match=r"\('S/2020/1', 'A'\): two votes"):
        build(plain(3) + twice)


def test_exchanged_columns_spelled_members_and_second_symbols(build):
    rows = plain(3) + draft(1, Draft="S/RES/2781(2020)", Resolution="S/2020/270")
    rows += draft(2, Draft="S/2020/39; s/2020/40 as orally revised")
    drafts, _ = build(rows)
    assert drafts.loc[1, ["draft", "resolution"]].tolist() == ["S/2020/270", 2781]
    assert drafts.loc[2, "draft"] == "S/2020/40"


def test_topics_in_one_spelling(build):
    rows = plain(3)
    rows += draft(1, Topic="Middle East, inc. Palestinian question", Region="Middle East")
    rows += draft(2, Topic=None)
    rows += draft(3, Topic="Non-proliferation", Region=None, **{"Agenda item": "Non-proliferation"})
    rows += draft(4, Topic="Small arms", Region=None)
    drafts, _ = build(rows)
    assert drafts.loc[[1, 2, 3, 4], "topic"].tolist() == [
        "Palestinian question",
        "Somalia",
        "Iran",
        "Small arms",
    ]
    assert drafts.loc[[1, 2, 3, 4], "region"].tolist() == [
        "Middle East",
        "Africa",
        "Middle East",
        "Thematic",
    ]
