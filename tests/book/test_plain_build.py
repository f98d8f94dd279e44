"""``jupyter-book build .`` alone, in a fresh checkout, reaches the same verdicts and numbers."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup

from eastward import edition, pages, paths
from eastward.book import notebooks

pytestmark = pytest.mark.xdist_group("plain build")  # they share what is costly to make

NOT_SOURCES = (".git", ".venv", "_build", ".snakemake", ".*_cache", "__pycache__", "tests")

# Chapters with verdicts of their own; those that read the others' need the workflow.
OWN = [one for one in pages.chapters() if not pages.header(one)["reads_verdicts"]]


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Path:
    """The ``_build`` folder of a plain build, every warning an error."""
    folder = tmp_path_factory.mktemp("plain") / "book"
    shutil.copytree(paths.ROOT, folder, ignore=shutil.ignore_patterns(*NOT_SOURCES))
    result = subprocess.run(
        [Path(sys.executable).parent / "jupyter-book", "build", ".", "-q", "-n", "-W"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "_build"


@pytest.mark.parametrize("chapter", OWN)
def test_same_verdicts(plain, chapter):
    executed = plain / "jupyter_execute" / "chapters" / f"{chapter}.ipynb"
    workflow = paths.BUILD / "editions" / edition.DEFAULT / "verdicts" / f"{chapter}.json"
    verdicts = notebooks.verdicts(nbformat.read(executed, as_version=4))
    assert verdicts["claims"]
    assert verdicts == json.loads(workflow.read_text(encoding="utf-8"))


@pytest.mark.parametrize("chapter", OWN)
def test_same_text(plain, chapter):
    """Every paragraph and table cell, but for the verdicts of editions that were not built."""
    page = f"chapters/{chapter}.html"
    assert said(plain / "html" / page) == said(paths.BUILD / "site" / page)


def said(page: Path) -> list[str]:
    article = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").article
    for one in article.select(".claim-verdicts, .tally"):
        one.decompose()
    found = [" ".join(entry.get_text().split()) for entry in article.select("p, td, figcaption")]
    assert sum(any(sign.isdigit() for sign in entry) for entry in found) > 50
    return found
