"""The documents against the rules that their README states."""

import pandas as pd
import pytest
import yaml

from eastward import paths, tables
from eastward.sources import documents as source

FOLDER = paths.ROOT / "eastward/sources/coding/documents"
ORGANISATIONS = {"EU", "UNSC", "OPEC", "EAEU"}


@pytest.fixture(scope="module")
def documents():
    return tables.load("documents").set_index("id")


def test_each_coding_file_is_a_topic(documents):
    assert {file.stem for file in FOLDER.glob("*.yml")} == set(documents["topic"])


def test_actors_are_known_states_or_organisations(documents):
    known = set(tables.load("states")["iso3"]) | ORGANISATIONS
    assert set(documents["actors"].str.split(";").explode()) <= known


def test_what_was_read_has_an_address_that_can_be_opened(documents):
    seen = documents.loc[documents["read"] == "yes", "address"]
    assert seen[~seen.str.startswith("http")].index.tolist() == []


def test_two_sources_are_two(documents):
    two = documents[documents["corroboration"] == "two"]
    assert (two["address"] != two["second_address"]).all()


def test_the_readme_gives_a_row_in_the_form_that_is_read(tmp_path):
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    file = tmp_path / "airbase-2016.yml"
    file.write_text(text.split("```yaml\n")[1].split("```")[0])
    row = source.read(file).iloc[0]
    assert (row["date"], row["actors"]) == (pd.Timestamp("2016-08-21"), "IRN;RUS")
    assert yaml.safe_load(file.read_text())["not_found"]
