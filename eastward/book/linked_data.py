"""What the book tells search engines and fact-checkers, in the words of schema.org.

Public names: :func:`chapter`, :func:`reviews`, :func:`dataset`, :func:`graph`.

A page carries one graph: the chapter as a part of the book, and of each of its claims that has a
plain reading one ``ClaimReview``; the data page carries a ``Dataset`` for each table.
"""

from collections.abc import Mapping
from typing import Any

from eastward import edition as editions
from eastward import pages, tables
from eastward.book import citation
from eastward.claims import registry

LICENCE = "https://creativecommons.org/licenses/by/4.0/"  # of the text; the code's is MIT
ARTICLE = {
    "@type": "Article",
    "headline": "How Trump is Pushing Iran into Russia’s Arms",
    "url": "https://fanack.com/politics/features-insights/trump-pushing-iran-into-russias-arms~100551/",
    "publisher": {"@type": "Organization", "name": "Fanack"},
    "datePublished": "2018",
}
Item = dict[str, Any]


def graph(*items: Item) -> Item:
    """One JSON-LD document of several items."""
    return {"@context": "https://schema.org", "@graph": list(items)}


def chapter(name: str, edition: str = editions.DEFAULT) -> Item:
    """Describe a chapter: part of the book, resting on its data sets.

    Raises
    ------
    InputError
        There is no such chapter, edition or table.
    """
    told = citation.record(name, edition)
    book = citation.record(None, edition)
    return {
        "@type": "Chapter",
        "name": told["title"],
        "inLanguage": told["language"],
        "author": _authors(told),
        "datePublished": _date(told),
        "version": told["version"],
        "license": LICENCE,
        "isPartOf": {
            "@type": "Book",
            "name": book["title"],
            "bookEdition": book["edition"],
            "version": book["version"],
            "author": _authors(book),
        },
        "citation": [dataset(one) for one in pages.header(name)["tables"]],
    }


def reviews(name: str, edition: str, verdicts: Mapping[str, str]) -> list[Item]:
    """Review a chapter's claims, each by the verdict of its plain reading.

    Parameters
    ----------
    name, edition : str
        The chapter and the edition.
    verdicts : mapping
        Claim to the word of its verdict; claims without one are left out.
    """
    told = citation.record(name, edition)
    return [
        {
            "@type": "ClaimReview",
            "url": f"{name}.html#claim-{one.id}",
            "claimReviewed": one.text,
            "author": _authors(told),
            "datePublished": _date(told),
            "itemReviewed": {
                "@type": "Claim",
                "author": ARTICLE["publisher"],
                "datePublished": ARTICLE["datePublished"],
                "appearance": ARTICLE,
            },
            "reviewRating": {"@type": "Rating", "alternateName": verdicts[one.id]},
        }
        for one in registry.claims().values()
        if one.chapter == name and one.plain and one.id in verdicts
    ]


def dataset(name: str) -> Item:
    """Describe a table, with what it was made from.

    Raises
    ------
    InputError
        There is no such table.
    """
    described = tables.describe(name)
    return {
        "@type": "Dataset",
        "name": described["title"],
        "description": described["description"],
        "license": [licence["path"] for licence in described["licences"]],
        "creator": [
            {"@type": "Organization", "name": source["publisher"]}
            for source in described["sources"]
        ],
        "citation": [source["citation"] for source in described["sources"]],
    }


def _authors(told: Item) -> list[Item]:
    return [{"@type": "Organization", "name": one["literal"]} for one in told["author"]]


def _date(told: Item) -> str:
    year, month, day = told["issued"]["date-parts"][0]
    return f"{year}-{month:02}-{day:02}"
