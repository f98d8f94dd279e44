"""What a page depends on, and one line for a header that cannot be used."""

import pytest

from eastward import pages, paths
from eastward.claims import record, registry
from eastward.errors import InputError

HEADER = """---
jupytext:
  text_representation: {{extension: .md, format_name: myst}}
kernelspec: {{name: python3, display_name: Python 3, language: python}}
{eastward}
---

# A chapter

```{{code-cell}} ipython3
:tags: [parameters]

edition = "hindsight"
focal = "IRN"   # a state
```
"""


@pytest.fixture
def chapter(monkeypatch, tmp_path):
    """Make a book whose only chapter has the given lines in its header."""
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "CHAPTERS", tmp_path / "chapters")
    monkeypatch.setattr(paths, "TABLES", tmp_path / "tables")
    for folder in (paths.CHAPTERS, paths.TABLES):
        folder.mkdir()
    (paths.TABLES / "apples.csv").touch()
    (paths.TABLES / "pears.csv.gz").touch()

    def write(eastward: str) -> str:
        (paths.CHAPTERS / "01-one.md").write_text(HEADER.format(eastward=eastward))
        pages.read.cache_clear()
        return "01-one"

    yield write
    pages.read.cache_clear()


def test_header_names_tables_and_their_files(chapter):
    page = chapter("eastward: {tables: [pears, apples]}")
    assert pages.chapters() == ["01-one"]
    assert pages.header(page) == {"tables": ["pears", "apples"], "reads_verdicts": False}
    assert [path.name for path in pages.tables(page)] == ["pears.csv.gz", "apples.csv"]


def test_a_chapter_may_ask_for_the_verdicts(chapter):
    assert pages.header(chapter("eastward: {reads_verdicts: true}"))["reads_verdicts"]


@pytest.mark.parametrize(
    ("eastward", "message"),
    [
        ("eastward: {tables: apples}", "tables: 'apples' is not allowed; allowed: a list of"),
        ("eastward: {reads_verdicts: 1}", "reads_verdicts: 1 is not allowed; allowed: true or"),
        ("eastward: {table: [apples]}", "table is not a key; allowed: tables, reads_verdicts"),
        ("eastward: {tables: [plums]}", "plums has no file in data/tables; allowed: apples, pears"),
        ("eastward: {tables: [apples", "its header is not valid YAML"),
    ],
)
def test_a_bad_header_is_one_line_that_names_the_file(chapter, eastward, message):
    with pytest.raises(InputError, match=r"^chapters/01-one\.md: ") as caught:
        pages.tables(chapter(eastward))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_unknown_page_names_the_chapters():
    with pytest.raises(InputError, match=r"99-none is unknown; allowed: .*10-economic"):
        pages.source("99-none")


def test_the_library_of_a_page_is_what_its_cells_import():
    """With what that imports in turn; figure kinds that it does not draw are not in it."""
    names = {str(path.relative_to(paths.ROOT)) for path in pages.library("06-the-airbase")}
    assert {"eastward/tables.py", "eastward/chapter.py", "eastward/figures/chain.py"} <= names
    assert "data/claims/schema.json" in names
    assert "eastward/figures/map.py" not in names
    assert not [name for name in names if name.startswith(("eastward/book", "eastward/sources"))]
    assert "eastward/cli.py" not in names


def test_a_cell_that_is_not_python_is_one_line(chapter):
    page = chapter("")
    path = paths.CHAPTERS / "01-one.md"
    path.write_text(path.read_text().replace('edition = "hindsight"', "edition ="))
    pages.read.cache_clear()
    with pytest.raises(InputError, match=r"^chapters/01-one\.md: cell 2, line 1: not Python$"):
        pages.library(page)


def test_claims_of_a_page_are_its_own_and_the_argument_map_shows_all():
    own, every = pages.claims("10-economic"), pages.claims("map")
    assert own
    assert set(own) < set(every)


def test_what_the_record_says_of_a_page_s_tests_belongs_to_the_page(monkeypatch):
    before = pages.claims("10-economic")
    name = next(one.id for one in registry.claims().values() if one.chapter == "10-economic")
    entry = record.Entry(date="2026-11-01", seen="yes", knew="x", lock="0")
    entries = {f"{name}.reading.test": entry, "no-pacts.reading.test": entry}
    monkeypatch.setattr(record, "entries", lambda: entries)
    found = pages.claims("10-economic")
    assert [one for one in found if one not in before] == [repr(entry)]
