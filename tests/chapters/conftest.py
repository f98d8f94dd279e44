"""What the tests of the chapters share: the built verdicts, and tables read without the library's measures."""

import json

import pytest

from eastward import edition, paths


def recorded(name: str, chapter: str) -> dict:
    """Outcomes of a chapter's tests in a built edition, by ``claim.reading.test``.

    A test of what came later is ``claim.later.test``.
    """
    return {
        f"{claim['id']}.{test}": said
        for claim in _claims(name, chapter)
        for test, said in _tests(claim).items()
    }


def _claims(name: str, chapter: str) -> list[dict]:
    path = paths.BUILD / "editions" / name / "verdicts.json"
    if not path.is_file():
        pytest.fail(f"{path} is missing; run `make book`")
    built = json.loads(path.read_text())["chapters"]
    found = [claim for one in built if one["chapter"] == chapter for claim in one["claims"]]
    if not found:
        pytest.fail(f"{path} has no verdict of {chapter}; run `make book`")
    return found


def _tests(claim: dict) -> dict[str, dict]:
    found = {}
    for reading in claim.get("readings", []):
        found |= {f"{reading['id']}.{test['id']}": test for test in reading["tests"]}
    return found | {f"later.{test['id']}": test for test in claim.get("later", [])}


@pytest.fixture(scope="module", params=["hindsight", "as-written"])
def built(request):
    """Edition, its recorded outcomes for the module's CHAPTER, and its cut-off."""
    name = request.param
    cutoff = edition.load(name).parameters["cutoff"]
    return name, recorded(name, request.module.CHAPTER), cutoff


@pytest.fixture(scope="module")
def as_written(request):
    """Recorded outcomes of the module's CHAPTER in the edition as written."""
    return recorded("as-written", request.module.CHAPTER)


@pytest.fixture(scope="module")
def hindsight(request):
    """Recorded outcomes of the module's CHAPTER in the default edition."""
    return recorded("hindsight", request.module.CHAPTER)


@pytest.fixture(scope="module")
def readings(request):
    """Readings of the module's CHAPTER in the default edition, by ``claim.reading``."""
    return {
        f"{claim['id']}.{one['id']}": one
        for claim in _claims("hindsight", request.module.CHAPTER)
        for one in claim.get("readings", [])
    }
