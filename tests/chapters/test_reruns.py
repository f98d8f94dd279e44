"""Every chapter executed with other parameters: a sensible page, or a refusal in one line."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from typer.testing import CliRunner

from eastward import paths
from eastward.book import notebooks, pages
from eastward.claims import registry
from eastward.cli import app

STANDARD = {
    "until 2012": {"cutoff": "2012-12-31"},
    "until the article": {"cutoff": "2018-08-31"},
    "Turkey": {"focal": "TUR"},
    "Venezuela": {"focal": "VEN"},
    "China as partner": {"partner": "CHN", "alternative": "RUS"},
}
MORE = {
    "10-economic": {
        "a member of the European Union": {"focal": "DEU", "baseline": [2015, 2017]},
        "the earliest cut-off": {"cutoff": "1998-12-31"},
    },
}
CASES = [
    (chapter, name, changes)
    for chapter in pages.chapters()
    for name, changes in (STANDARD | MORE.get(chapter, {})).items()
]


def known(chapter: str, changes: dict) -> dict:
    """The changes that the chapter has a parameter for."""
    return {key: value for key, value in changes.items() if key in pages.declared(chapter)}


LEGAL = [case for case in CASES if known(case[0], case[2])]
REFUSED = [case for case in CASES if not known(case[0], case[2])]


def execute(chapter: str, changes: dict, path: Path) -> Path:
    """Rerun a chapter from the command line, as a reader does."""
    command = [Path(sys.executable).with_name("eastward"), "run", chapter, "-o", path]
    for key, value in changes.items():
        command += ["-p", key, json.dumps(value) if isinstance(value, list) else value]
    done = subprocess.run(command, capture_output=True, text=True, cwd=paths.ROOT)
    assert done.returncode == 0, done.stderr
    return path


def glued(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Every glued text of an executed chapter by its label."""
    texts = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            label = output.get("metadata", {}).get("scrapbook", {}).get("name")
            if label:
                data = {key.split("/", 2)[-1]: value for key, value in output["data"].items()}
                texts[label] = data.get("plain", data.get("text/plain", ""))
    return texts


@pytest.fixture(scope="module")
def reruns(request, tmp_path_factory):
    """The reruns that the selected tests ask for, two at a time."""
    folder = tmp_path_factory.mktemp("reruns")
    asked = [
        item.callspec.params
        for item in request.session.items
        if getattr(item, "originalname", None) == test_a_rerun_is_sensible.__name__
    ]
    with ThreadPoolExecutor(2) as pool:
        yield {
            (one["chapter"], one["name"]): pool.submit(
                execute,
                one["chapter"],
                known(one["chapter"], one["changes"]),
                folder / f"{one['chapter']} {one['name']}.ipynb",
            )
            for one in asked
        }
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize(("chapter", "name", "changes"), LEGAL, ids=str)
def test_a_rerun_is_sensible(reruns, chapter, name, changes):
    notebook = nbformat.read(reruns[chapter, name].result(), as_version=4)
    record = notebooks.verdicts(notebook)
    for label, text in glued(notebook).items():
        assert "nan" not in text.lower().split(), f"{label}: {text}"
        if label.startswith("finding:"):
            assert text.endswith("under other parameters"), label
    assert record["parameters"].items() >= known(chapter, changes).items()
    assert record["claims"]
    for claim in record["claims"]:
        assert registry.claims()[claim["id"]].chapter == chapter
        tests = [test for reading in claim.get("readings", []) for test in reading["tests"]]
        for test in tests + claim.get("tests", []):
            value = test.get("value", test.get("statistic"))
            assert value is None or pd.notna(value)
            assert "nan" not in test["note"]


@pytest.mark.parametrize(("chapter", "name", "changes"), REFUSED, ids=str)
def test_a_parameter_that_a_chapter_lacks_is_refused(chapter, name, changes):
    key, value = next(iter(changes.items()))
    result = CliRunner().invoke(app, ["run", chapter, "-p", key, value])
    assert result.exit_code != 0
    assert f"{key} is not a parameter of {chapter}" in result.stderr
    assert result.stderr.count("\n") == 1
