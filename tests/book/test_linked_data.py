"""Linked data: what search engines and fact-checkers read, in the words of schema.org."""

import extruct
import pytest

from eastward import pages, paths, tables
from eastward.book import linked_data
from eastward.claims import registry

CHAPTER = "01-non-alignment"
# What Google's documentation asks of a claim review, and when it was written.
REVIEW = {
    "@type",
    "url",
    "claimReviewed",
    "author",
    "datePublished",
    "itemReviewed",
    "reviewRating",
}


def test_a_chapter_is_a_part_of_the_book_and_rests_on_its_data():
    told = linked_data.chapter(CHAPTER, "as-written")
    assert (told["@type"], told["name"]) == ("Chapter", "Was Iran non-aligned?")
    assert told["isPartOf"]["@type"] == "Book"
    assert told["isPartOf"]["bookEdition"] == "As written edition"
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    used = pages.header(CHAPTER)["tables"]
    assert [one["name"] for one in told["citation"]] == [
        tables.describe(name)["title"] for name in used
    ]


@pytest.mark.parametrize("name", tables.names())
def test_every_table_is_a_dataset_with_terms_and_makers(name):
    told = linked_data.dataset(name)
    assert told["@type"] == "Dataset"
    assert told["license"]
    assert all(address.startswith("https://") for address in told["license"])
    assert told["creator"]
    assert told["citation"]


def test_a_claim_is_reviewed_by_the_word_of_its_plain_reading():
    [review] = linked_data.reviews(CHAPTER, "hindsight", {"no-pacts": "undecided"})
    assert set(review) == REVIEW
    assert review["url"].endswith("#claim-no-pacts")
    assert review["claimReviewed"] == registry.claims()["no-pacts"].text
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "undecided"}
    assert review["itemReviewed"]["appearance"]["publisher"]["name"] == "Fanack"


def read(page: str) -> list[dict]:
    """The items of a built page, as a program reads them that knows nothing of this book."""
    text = (paths.BUILD / "site" / page).read_text(encoding="utf-8")
    [found] = extruct.extract(text, syntaxes=["json-ld"])["json-ld"]
    return found["@graph"]


@pytest.mark.parametrize("chapter", pages.chapters())
def test_a_foreign_reader_finds_a_chapter_and_a_review_of_each_claim(chapter):
    claims = [one for one in registry.claims().values() if one.chapter == chapter and one.plain]
    kinds = [one["@type"] for one in read(f"chapters/{chapter}.html")]
    assert kinds == ["Chapter", *["ClaimReview"] * len(claims)]


def test_a_foreign_reader_finds_every_table_on_the_data_page():
    found = read("chapters/back/data.html")
    assert {one["@type"] for one in found} == {"Dataset"}
    assert [one["name"] for one in found] == [
        tables.describe(name)["title"] for name in tables.names()
    ]
