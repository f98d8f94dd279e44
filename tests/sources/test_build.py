"""Building and checking tables: what is written, what is refused."""

import shutil

import pandas as pd
import pytest

from eastward import paths, sources, tables
from eastward.errors import InputError
from eastward.sources import datapackage, registry


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A copy of the data folder that a test may change."""
    copy = tmp_path / "data"
    shutil.copytree(paths.DATA, copy)
    monkeypatch.setattr(paths, "DATA", copy)
    monkeypatch.delenv(registry.VARIABLE, raising=False)
    return copy


def groups_of_one(files):
    """Stand in for the builder of groups."""
    return pd.DataFrame(
        {"group": ["EU"], "iso3": ["FRA"], "start": [1958], "end": pd.array([None], dtype="Int64")}
    )


def test_build_writes_the_table_and_its_checksum(data, monkeypatch):
    monkeypatch.setitem(sources.BUILDERS, "groups", groups_of_one)
    lines = []
    assert sources.build(["groups"], report=lines.append) == ["groups"]
    assert lines == ["groups: 1 rows, 34 bytes"]
    assert tables.load("groups")["iso3"].tolist() == ["FRA"]


def test_rebuild_of_an_own_table_changes_nothing(data):
    before = (data / "tables/groups.csv").read_bytes(), (data / "datapackage.json").read_bytes()
    sources.build(["groups"], report=lambda line: None)
    after = (data / "tables/groups.csv").read_bytes(), (data / "datapackage.json").read_bytes()
    assert after == before


def test_rows_that_violate_the_schema_are_not_written(data, monkeypatch):
    before = (data / "tables/groups.csv").read_bytes()
    monkeypatch.setitem(
        sources.BUILDERS, "groups", lambda files: groups_of_one(files).assign(iso3="France")
    )
    with pytest.raises(InputError, match=r"groups.csv: column 'iso3': value France"):
        sources.build(["groups"], report=lambda line: None)
    assert (data / "tables/groups.csv").read_bytes() == before
    assert sorted(p.name for p in (data / "tables").iterdir()) == sorted(
        tables.path(name).name for name in tables.names()
    )


def test_unknown_table_lists_the_tables(data):
    with pytest.raises(InputError, match=r"table 'groupes': unknown; the tables are states, "):
        sources.build(["groupes"], report=lambda line: None)


def test_encode_gives_the_same_bytes_in_whatever_order_the_rows_come(data):
    for name in ("trade_cow", "brent_annual"):
        resource, frame = tables.describe(name), tables.load(name)
        shuffled = frame.sample(frac=1, random_state=1)
        assert sources.encode(shuffled, resource) == tables.path(name).read_bytes()


def test_check_passes_on_the_committed_data(data):
    assert sources.check() == []


def test_check_names_an_altered_table(data):
    (data / "tables/brent_annual.csv").write_text("year,usd_per_barrel\n1987,1\n")
    found = sources.check()
    assert any("brent_annual.csv: altered" in line for line in found)
    assert all("\n" not in line for line in found)


def test_check_names_a_description_that_changed_since_the_build(data):
    text = (data / "descriptions" / "oil.yml").read_text().replace("Trading days only.", "Days.")
    (data / "descriptions" / "oil.yml").write_text(text)
    assert any("datapackage.json: out of date" in line for line in sources.check())


def test_check_names_a_table_that_was_never_built(data):
    (data / "tables/groups.csv").unlink()
    datapackage.write()
    assert "data/descriptions: table groups has not been built" in sources.check()


def test_check_names_a_descriptor_that_frictionless_refuses(data):
    file = data / "datapackage.json"
    before, name, after = file.read_text().partition('"name": "exchange_rate"')
    file.write_text(before + name + after.replace('"type": "number"', '"type": "numeral"', 1))
    found = sources.check()
    assert any(
        "exchange_rate.csv: column 'currency_per_usd': not of type numeral" in x for x in found
    )
    assert any("datapackage.json" in x and "numeral" in x for x in found)
    assert all("\n" not in x for x in found)


def test_input_that_the_registry_lacks_is_refused(data):
    text = (
        (data / "descriptions" / "oil.yml")
        .read_text()
        .replace("brent-year.csv", "brent-century.csv")
    )
    (data / "descriptions" / "oil.yml").write_text(text)
    with pytest.raises(InputError, match=r"brent_annual: input .*brent-century.csv"):
        datapackage.inputs("brent_annual")


def test_input_that_the_repository_lacks_is_refused(data):
    file = data / "descriptions" / "documents.yml"
    file.write_text(file.read_text().replace("documents/*.yml", "papers/*.yml"))
    with pytest.raises(InputError, match=r"documents: input .*papers.* is not in the repository"):
        datapackage.inputs("documents")


def test_a_pattern_names_all_coding_files_in_order():
    found = datapackage.inputs("documents")
    assert found == sorted(found)
    assert "eastward/sources/coding/documents/coup-1953.yml" in found


def test_write_file_leaves_the_old_file_when_it_fails(tmp_path, monkeypatch):
    file = tmp_path / "table.csv"
    file.write_text("old")

    def broken(part, target):
        raise OSError("disk full")

    monkeypatch.setattr(datapackage.os, "replace", broken)
    with pytest.raises(OSError, match="disk full"):
        datapackage.write_file(file, b"new")
    assert file.read_text() == "old"
