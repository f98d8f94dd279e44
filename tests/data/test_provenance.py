"""What is said of sources and terms, compared with the tables and the upstream files."""

import csv
from collections import Counter

import pandas as pd
import pytest

from eastward import corroboration, paths, tables
from eastward.sources import arms, datapackage, readme, registry

SOURCES = datapackage.described()["sources"]
PARTS = {"whole", "extract", "derived", "own"}


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_says_who_which_and_how_much(name):
    source = SOURCES[name]
    assert {"publisher", "citation", "terms", "terms_path", "vintage"} <= source.keys()
    assert source["redistribution"]["part"] in PARTS and source["redistribution"]["holds"]


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_names_the_copy_it_was_read_from(name):
    own = SOURCES[name]["redistribution"]["part"] == "own"
    files = datapackage.files(name)
    assert all(file.startswith("eastward/sources/coding/") == own for file in files)
    assert (registry.copies(files) == []) == own


def test_every_upstream_file_belongs_to_one_source():
    owners = Counter(file for name in SOURCES for file in datapackage.files(name))
    assert {file: owners[file] for file in registry.checksums() if owners[file] != 1} == {}


def of(source):
    """Tables that come from a source."""
    entries = datapackage.described()["tables"]
    return [name for name, entry in entries.items() if source in entry["sources"]]


@pytest.mark.parametrize("name", [s for s in SOURCES if "withheld" in SOURCES[s]["redistribution"]])
def test_what_is_withheld_is_in_no_table(name):
    for table in of(name):
        assert not set(tables.load(table).columns) & set(
            SOURCES[name]["redistribution"]["withheld"]
        )


@pytest.mark.parametrize("name", [s for s in SOURCES if "limit" in SOURCES[s]["redistribution"]])
def test_the_share_that_is_kept_is_the_one_stated_and_within_the_terms(name, raw):
    stated = SOURCES[name]["redistribution"]
    for table, rows in stated["rows"].items():
        skipped = arms.REGISTER_NOTES if rows["file"] == arms.REGISTER else 0
        with (raw / rows["file"]).open(encoding="latin-1", newline="") as file:
            upstream = sum(1 for _ in csv.reader(file)) - skipped - 1
        assert (len(tables.load(table)), upstream) == (rows["kept"], rows["of"])
        assert rows["kept"] < stated["limit"] * rows["of"]
        assert f"{rows['kept']:,} of {rows['of']:,}" in stated["holds"]


def test_the_sanctions_are_fewer_than_the_cases_by_year():
    """A row joins all measures of a sender against a target, so that no case can be told."""
    table = tables.load("sanctions")
    assert not table.duplicated(["sender", "target", "year"]).any()
    assert set(table.columns).isdisjoint({"case_id", "begin", "end"})
    assert isinstance(table, pd.DataFrame)


def test_the_page_of_the_data_lists_every_table_and_source():
    page = (paths.DATA / "README.md").read_text(encoding="utf-8")
    assert page == readme.render()
    for name in datapackage.described()["tables"]:
        assert f"| `{name}` |" in page
    for source in SOURCES.values():
        assert source["title"] in page


# Other lists have no rows of their own to bear out: roles and links in events, codes of news and
# of resolutions, counts, membership, units of land (their treaties are border_agreements), and
# marks on somebody else's list.
OTHER_LISTS = {
    "basemap",
    "event_actors",
    "event_dyads",
    "event_links",
    "exercises_russia",
    "groups",
    "khamenei_words",
    "territory",
    "unga_rollcalls",
    "wording",
}


def test_every_row_of_a_coded_list_says_how_well_it_is_borne_out():
    entries = datapackage.described()["tables"]
    coded = {
        name
        for name, entry in entries.items()
        if any(file.startswith("eastward/sources/coding/") for file in entry["inputs"])
    }
    assert coded >= OTHER_LISTS
    for name in coded - OTHER_LISTS:
        assert tables.load(name)["corroboration"].isin(corroboration.LEVELS).all(), name
