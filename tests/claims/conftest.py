"""A made-up article of three sentences and a chapter of two claims, about an orchard."""

import copy

import pytest
import yaml

from eastward.claims import record, registry

PERIOD = {"from": 1980, "to": 2018, "why": "for forty years"}
TEST = {
    "id": "register-a",
    "name": "Contracts in register A",
    "measure": "number of years with a contract with a big buyer",
    "tables": ["contracts"],
    "unit": "years",
    "supports": {"below": 0.5},
    "against": {"above": 0.5},
    "minimum": 20,
    "why": "A single contract would make the sentence untrue.",
    "kind": "direct",
    "kind_why": "The register lists every contract by law.",
    "block": "contracts",
    "context": "orchards",
    "coded_by": "register A",
}
READING = {
    "id": "no-contract",
    "text": "It had no contract with a big buyer.",
    "otherwise": "It sold under contract and kept quiet about it.",
    "plain": True,
    "plain_why": "The paragraph speaks of contracts.",
    "tests": [TEST],
}
CLAIM = {
    "id": "orchard-alone",
    "title": "The orchard sold to nobody",
    "sentences": ["1.1"],
    "text": "For forty years the orchard seems to have sold to no big buyer.",
    "kind": "historical",
    "about": PERIOD,
    "parents": [{"claim": "driven-to-market", "relation": "supports"}],
    "readings": [READING],
}
ARTICLE = {
    "article": {1: 2, 2: 1},
    "background": [{"sentence": "1.2", "reason": "Announces what follows."}],
    "claims": [
        {
            "id": "driven-to-market",
            "title": "Driven to market",
            "sentences": ["2.1"],
            "text": "The frost drives the orchard to the market.",
            "kind": "interpretive",
            "about": PERIOD,
            "why_untested": "It is the heading of all others.",
        }
    ],
}
CHAPTER = {
    "blocks": {"contracts": "the same contracts"},
    "units": {"orchards": {"units": "other orchards", "why": "of like size"}},
    "claims": [CLAIM],
}


@pytest.fixture
def article():
    return copy.deepcopy(ARTICLE)


@pytest.fixture
def chapter():
    return copy.deepcopy(CHAPTER)


@pytest.fixture
def write(tmp_path):
    """Write the two files, read afresh from then on; a file is its content or its very text."""

    def put(article=ARTICLE, chapter=CHAPTER):
        for name, content in {"article": article, "01-orchard": chapter}.items():
            text = content if isinstance(content, str) else yaml.safe_dump(content)
            (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
        registry._files.cache_clear()
        record._read.cache_clear()
        return tmp_path

    yield put
    registry._files.cache_clear()
    record._read.cache_clear()
