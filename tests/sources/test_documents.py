"""Topics of documents, on made-up rows."""

import pandas as pd
import pytest
import yaml

from eastward.errors import InputError
from eastward.sources import documents

ROW = {
    "id": "note-of-may",
    "date": "2001-05-02",
    "issuer": "Ministry",
    "actors": ["AAA", "BBB"],
    "kind": "note",
    "shows": "A protest.",
    "title": "Archive",
    "address": "Archive, box 1",
    "corroboration": "primary",
    "read": "yes",
}
SECOND = {"title": "Paper", "address": "https://example.org"}


@pytest.fixture
def write(tmp_path):
    """Write a topic of the given rows; return its file."""

    def _write(*rows, name="affair", **parts):
        file = tmp_path / f"{name}.yml"
        topic = {
            "topic": name,
            "question": "Who?",
            "searched": ["AAA"],
            "rows": list(rows),
            **parts,
        }
        file.write_text(yaml.safe_dump(topic))
        return file

    return _write


def test_topics_become_one_table(write):
    second = ROW | {"id": "speech", "corroboration": "two", "second": SECOND, "note": "Late"}
    files = {"a": write(ROW), "b": write(second, name="other", searched=["AAA", "BBB"])}
    table = documents.documents(files).set_index("id")
    assert table["topic"].to_dict() == {"note-of-may": "affair", "speech": "other"}
    assert table["searched"].tolist() == ["AAA", "AAA;BBB"]
    assert table.loc["note-of-may", "actors"] == "AAA;BBB"
    assert table.loc["speech", ["second_title", "second_address", "note"]].tolist() == [
        "Paper",
        "https://example.org",
        "Late",
    ]
    assert table.loc["note-of-may", ["tags", "second_title", "note"]].isna().all()


@pytest.mark.parametrize(
    ("date", "first", "last", "precision"),
    [
        ("1907", "1907-01-01", "1907-12-31", "year"),
        ("1907-02", "1907-02-01", "1907-02-28", "month"),
        ("1907-08-31", "1907-08-31", "1907-08-31", "day"),
    ],
)
def test_a_document_ends_with_the_month_or_year_that_is_known(write, date, first, last, precision):
    row = documents.read(write(ROW | {"date": date, "precision": precision})).iloc[0]
    assert (row["date"], row["end_date"]) == (pd.Timestamp(first), pd.Timestamp(last))
    assert row["precision"] == precision


def test_tags_are_those_that_the_topic_explains(write):
    row = ROW | {"tags": ["exit", "WEST"]}
    meanings = {"exit": "a firm leaves", "WEST": "a Western firm"}
    assert documents.read(write(row, tags=meanings))["tags"].tolist() == ["exit;WEST"]
    with pytest.raises(InputError, match=r"note-of-may: tags: 'WEST', allowed exit$"):
        documents.read(write(row, tags={"exit": "a firm leaves"}))


def test_what_was_not_found_says_where_it_was_sought(write):
    assert len(documents.read(write(ROW, not_found=[{"sought": "x", "where": "y"}]))) == 1
    with pytest.raises(InputError, match=r"affair.yml: not_found: 'where' is missing"):
        documents.read(write(ROW, not_found=[{"sought": "x"}]))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"corroboration": "certain"}, "corroboration: 'certain', allowed primary, two, one, none"),
        ({"corroboration": "two"}, "second: stands with corroboration 'two'"),
        ({"second": SECOND}, "second: stands with corroboration 'two'"),
        ({"corroboration": "two", "second": {"title": "x"}}, "second: 'address' is missing"),
        ({"address": ""}, "'address' is missing"),
        ({"adress": "x"}, "key: 'adress', allowed id, date"),
        ({"kind": "letter"}, "kind: 'letter', allowed order, note"),
        ({"read": "partly"}, "read: 'partly', allowed yes, no"),
        ({"date": "May 2001"}, "date 'May 2001': expected YYYY"),
        ({"date": "2001/2002"}, "date '2001/2002': precision: 'span', allowed year, month, day"),
        ({"precision": "year"}, "precision: 'year', allowed day"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_in_one_line(write, change, message):
    with pytest.raises(InputError, match=r"^affair.yml: note-of-may: .*") as error:
        documents.read(write(ROW | change))
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_an_id_is_used_once_in_all_topics(write):
    files = {"a": write(ROW), "b": write(ROW, name="other")}
    with pytest.raises(InputError, match=r"other.yml: id 'note-of-may' occurs more than once"):
        documents.documents(files)


def test_a_topic_is_named_like_its_file(write):
    with pytest.raises(InputError, match=r"affair.yml: topic: 'affairs', allowed affair"):
        documents.read(write(ROW, topic="affairs"))


@pytest.mark.parametrize("part", ["rows", "searched"])
def test_a_topic_has_rows_and_says_which_states_it_was_searched_for(write, part):
    with pytest.raises(InputError, match=rf"affair.yml: '{part}' is missing"):
        documents.read(write(ROW, **{part: []}))
