"""The documents against the rules that their README states."""

import pandas as pd
import pytest
import yaml

from eastward import paths, tables
from eastward.sources import documents as source
from eastward.sources import lists

FOLDER = paths.ROOT / "eastward/sources/coding/documents"
ORGANISATIONS = {"EU", "UNSC", "OPEC", "EAEU"}


@pytest.fixture(scope="module")
def documents():
    return tables.load("documents").set_index("id")


def tags(documents, topic):
    """Return which rows of a topic have which tag: rows by id, one column a tag."""
    return documents.loc[documents["topic"] == topic, "tags"].str.get_dummies(";").astype(bool)


# Read in the pages that the rows name.
@pytest.mark.parametrize(
    ("row", "date", "issuer"),
    [
        ("convention-1907-moscow", "1907-08-31", "Governments of Russia and the United Kingdom"),
        ("dulles-dulles-1953-07-24", "1953-07-24", "United States Department of State"),
        ("status-law-1964-10-13", "1964-10-13", "Parliament of Iran, at the request of the United"),
        ("total-2018-08-20", "2018-08-20", "Total"),
        ("eaeu-2018-05-17", "2018-05-17", "Eurasian Economic Commission"),
    ],
)
def test_documents_read(documents, row, date, issuer):
    assert documents.loc[row, "date"] == pd.Timestamp(date)
    assert documents.loc[row, "issuer"].startswith(issuer)
    assert documents.loc[row, "corroboration"] in {"primary", "two"}


def test_a_cutoff_removes_what_came_later(documents):
    early = tables.load("documents", cutoff="2018-08-31").set_index("id")
    later = documents.drop(early.index)
    assert {"swift-2018-11-05", "cnpc-2019-10-06", "opec-plus-2018-12-07"} <= set(later.index)
    assert (later["end_date"] > pd.Timestamp("2018-08-31")).all()


def test_each_meeting_of_the_presidents_stands_once_and_says_whether_oil_was_named(documents):
    meetings = tags(documents, "readouts-2013-2018")
    assert len(meetings) == 14
    verdicts = ["oil-named", "oil-not-named", "text-not-found"]
    assert (meetings[verdicts].sum(axis="columns") == 1).all()
    assert meetings[[*verdicts, "oil-market"]].sum().tolist() == [3, 10, 1, 2]
    assert meetings.loc["aktau-2018-08-12", ["oil-not-named", "in-part"]].all()
    assert not (meetings["oil-market"] & ~meetings["oil-named"]).any()


# Rouhani counted the twelfth meeting in Ankara on 4 April 2018.
def test_the_list_of_meetings_agrees_with_rouhanis_count(documents):
    meetings = documents[documents["topic"] == "readouts-2013-2018"].sort_values("date")
    assert meetings.index.get_loc("ankara-2018-04-04") + 1 == 12


def test_each_firm_leaves_stays_or_comes_and_has_one_origin(documents):
    firms = tags(documents, "exits-2018").query("not count")
    assert (firms[["exit", "stay", "entry"]].sum(axis="columns") == 1).all()
    assert (firms[["WEST", "CHN", "RUS", "OTHER"]].sum(axis="columns") == 1).all()
    for way in ("exit", "stay"):
        for origin in ("WEST", "CHN"):
            assert (firms[way] & firms[origin]).any()


def test_a_topic_holds_evidence_on_both_sides(documents):
    oil = tags(documents, "oil-2018")
    assert oil[["up", "down", "together", "apart"]].any().all()
    cooperation = tags(documents, "cooperation-2018")
    assert cooperation[["signed", "carried-out", "stalled", "doubtful"]].any().all()


def test_each_coding_file_is_a_topic(documents):
    assert {file.stem for file in FOLDER.glob("*.yml")} == set(documents["topic"])


def test_actors_are_known_states_or_organisations(documents):
    known = set(tables.load("states")["iso3"]) | ORGANISATIONS
    assert set(documents["actors"].str.split(";").explode()) <= known


def test_what_was_read_is_no_book_without_a_place(documents):
    assert (documents.loc[documents["read"] == "yes", "address"] != "Book").all()


def test_two_sources_are_two(documents):
    two = documents[documents["corroboration"] == "two"]
    assert (two["title"] != two["second_title"]).all()
    pages = two[two["second_address"].str.startswith("http")]
    assert (pages["address"] != pages["second_address"]).all()


def test_no_address_is_on_a_refused_host(documents):
    for column in ("address", "second_address", "note"):
        assert lists.refused(documents[column].dropna()) == []


# All lists, read as text; what a second coder saw stays as it was seen, in a folder of its own.
def test_no_list_names_a_refused_host():
    files = [file for file in FOLDER.parent.rglob("*.*") if file.suffix in {".yml", ".csv"}]
    named = {
        file.name: lists.refused([file.read_text(encoding="utf-8")])
        for file in files
        if file.parent.name != "second"
    }
    assert {file: found for file, found in named.items() if found} == {}


@pytest.mark.parametrize(
    "address",
    [
        "https://de.scribd.com/document/385012020/Ecfr-186",
        "http://350431105.r.worldcdn.net/Detail/2019/01/28/587005/",
        "http://93.184.216.34/page",
        "http://[2606:2800:220:1::1]/page",
        "https://scribd.com:443/document/1",
    ],
)
def test_a_refused_address_is_found(address):
    assert lists.refused([f"See also {address} of the day."]) == [address]


def test_an_address_with_a_refused_name_in_its_path_is_not_refused():
    assert lists.refused(["https://tass.com/scribd.com/1", "https://notscribd.com"]) == []


def test_the_readme_gives_a_row_in_the_form_that_is_read(tmp_path):
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    file = tmp_path / "airbase-2016.yml"
    file.write_text(text.split("```yaml\n")[1].split("```")[0])
    row = source.read(file).iloc[0]
    assert (row["date"], row["actors"]) == (pd.Timestamp("2016-08-21"), "IRN;RUS")
    assert yaml.safe_load(file.read_text())["not_found"]


def test_a_topic_was_searched_for_states_that_its_documents_name(documents):
    """One search a topic: the states are the same in all its rows, and known."""
    assert (documents.groupby("topic")["searched"].nunique() == 1).all()
    states = set(documents["searched"].str.split(";").explode())
    assert states <= set(tables.load("states")["iso3"])
    actors = documents["actors"].str.replace("SUN", "RUS")  # the power is the same
    named = actors.str.split(";").groupby(documents["topic"]).sum()
    searched = documents.groupby("topic")["searched"].first().str.split(";")
    assert all({*states} <= {*named[topic]} for topic, states in searched.items())
