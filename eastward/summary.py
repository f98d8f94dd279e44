"""A chapter in short: one row a claim, with the verdict of every reading and what decided it.

Public names: :class:`Row`, :func:`rows`, :func:`markdown`, :func:`line`.

Pure functions from the register and a chapter's record, for the site, the PDF and the notebook.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eastward import facts, panel
from eastward.claims.models import Claim
from eastward.quantities import day, limit, quantity

SPEAKS = {"supports": "supports", "against": "speaks against"}
SIDES = {"supported": 1, "contradicted": -1}  # sign of the logarithm of a weight


@dataclass(frozen=True)
class Row:
    """One claim in short."""

    claim: Claim
    verdicts: list[tuple[str, str]]
    """Name and verdict of every reading, the plain one first; nameless where it is the only one."""
    sentence: str
    """What the test found that says most about the plain reading; empty where none bears on it."""


def rows(claims: Mapping[str, Claim], record: Mapping[str, Any]) -> list[Row]:
    """Rows of all claims that a chapter judged, in its order.

    Parameters
    ----------
    claims : mapping
        The register.
    record : mapping
        What :meth:`Chapter.close` hands over.
    """
    return [_row(claims[entry["id"]], entry, record["facts"]) for entry in record["claims"]]


def markdown(made: list[Row]) -> str:
    """The rows as a Markdown list, for pages that have no chips."""
    lines = []
    for row in made:
        said = "; ".join(
            f"{name}: {word}" if name else word
            for name, word in ((name, panel.signed(word)) for name, word in row.verdicts)
        )
        lines.append(f"- **{row.claim.title}** ({said}). {row.sentence}".strip())
    return "\n".join(lines)


def line(claims: Mapping[str, Claim], record: Mapping[str, Any], last: str) -> list[str]:
    """What stands under a chapter's answer: the paragraphs it tests, and how far its data go.

    Parameters
    ----------
    claims, record
        As for :func:`rows`.
    last : str
        The last day, month or year that a figure of the chapter draws; empty where none draws any.
    """
    tested = {number for one in record["claims"] for number in claims[one["id"]].paragraphs}
    places = ", ".join(f"¶{number}" for number in sorted(tested))
    reach = f"figures to {day(last)}" if last else "no figure with data"
    return [f"{places} of the article", reach]


def _row(claim: Claim, entry: Mapping[str, Any], names: Mapping[str, Any]) -> Row:
    readings = sorted(entry["readings"], key=lambda one: not one["plain"])
    several = len(readings) > 1
    verdicts = [(one["name"] if several else "", one["word"]) for one in readings]
    plain = readings[0] if readings else None
    said = _sentence(claim, plain, names) if plain else ""
    return Row(claim, verdicts or [("", "interpretive")], said)


def _sentence(claim: Claim, reading: Mapping[str, Any], names: Mapping[str, Any]) -> str:
    """What the test found on which the verdict rests most, in the register's words if it has any.

    Where the register has none for this outcome, name, value and threshold stand for them.
    """
    if not reading["tests"]:
        return ""
    chosen = _decisive(reading)
    declared = claim.tests.get(f"{reading['id']}.{chosen['id']}")
    own = declared.short.get(chosen["outcome"]) if declared else None
    if own:
        return facts.filled(own, chosen, names)
    if chosen["outcome"] in ("too few", "no data"):
        return f"{chosen['name']}: {panel.silence(chosen)}."
    unsure = " It depends on how one counts." if reading["unsure"] else ""
    found = quantity(chosen["value"], chosen["unit"])
    if chosen["outcome"] == "between":
        return f"{chosen['name']}: {found}, between the limits."
    says = f"{found}; {limit(chosen[chosen['outcome']])} {SPEAKS[chosen['outcome']]} it"
    return f"{chosen['name']}: {says}. {panel.others(chosen['rate'])}".strip() + unsure


def _decisive(reading: Mapping[str, Any]) -> Mapping[str, Any]:
    """The heaviest test on the verdict's side, the one that it hangs on before others.

    A verdict that is on neither side may rest on either.
    """
    side = next((sign for word, sign in SIDES.items() if reading["word"].endswith(word)), 0)
    pulls = {one["id"]: side * math.log(one["weight"]) for one in reading["tests"]}
    with_it = [one for one in reading["tests"] if pulls[one["id"]] > 0] or reading["tests"]
    tests = sorted(with_it, key=lambda one: -abs(math.log(one["weight"])))
    return next((one for one in tests if one["id"] == reading["hangs_on"]), tests[0])
