"""The committed tables are what the sources make of the upstream files, byte for byte."""

import time

import frictionless
import pytest

from eastward import paths, sources, tables
from eastward.sources import datapackage, registry


@pytest.mark.parametrize("name", sources.BUILDERS)
def test_table_is_rebuilt_exactly(name, raw):
    _, content = sources.render(name, raw)
    assert content == tables.path(name).read_bytes()


def test_every_described_table_has_a_builder():
    assert set(sources.BUILDERS) == set(datapackage.described()["tables"]) == set(tables.names())


def test_datapackage_is_what_the_descriptions_and_files_give():
    committed = (paths.DATA / "datapackage.json").read_text(encoding="utf-8")
    assert committed == datapackage.render()


def test_check_finds_nothing(raw):
    assert sources.check(raw) == []


def test_frictionless_reads_every_row_in_less_than_a_minute():
    start = time.process_time()  # other programs of a busy machine do not count
    report = frictionless.validate(str(paths.DATA / tables.PACKAGE))
    taken = time.process_time() - start
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(tables.names())
    assert not any(task.warnings for task in report.tasks)
    assert taken < 60


def test_every_registered_file_is_used():
    used = {path for name in sources.BUILDERS for path in datapackage.inputs(name)}
    assert set(registry.checksums()) <= used


def test_tables_stay_small():
    assert sum(tables.path(name).stat().st_size for name in tables.names()) < 15_000_000
