"""The scorecard of all claims: their verdicts, what these mean for the thesis, the answer so far.

Public names: :class:`Row`, :func:`rows`, :func:`sides`, :func:`word`, :func:`counts`,
:func:`answer`, :func:`tally`, :func:`strongest`, :data:`WORDS`, :data:`UNBUILT`.

Pure functions from the register and the entries of ``verdicts.json``, so that the landing page,
the article's page and a chapter's last line count alike.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eastward.claims.models import Claim

UNBUILT = "known after `make book`"  # what other pages hold, in a book built without the workflow
UNTESTED = "untested"
WORDS = (  # from one end of the bar to the other; what says nothing comes last
    "strongly supported",
    "supported",
    "undecided",
    "conflicting",
    "mixed",  # of the first pattern
    "contradicted",
    "strongly contradicted",
    "no evidence",
    "open",
    "interpretive",
    UNTESTED,
)
SILENT = ("interpretive", UNTESTED)
SIGN = {"supports": 1, "attacks": -1}
Entries = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Row:
    """One claim on the scorecard.

    Attributes
    ----------
    claim : Claim
        As declared.
    verdicts : dict
        Edition to verdict, for the editions that have judged it.
    against : bool
        Whether the claim, if true, speaks against the thesis.
    """

    claim: Claim
    verdicts: dict[str, str]
    against: bool

    @property
    def differs(self) -> bool:
        """Whether the editions disagree on it."""
        return len(set(self.verdicts.values())) > 1


def rows(claims: Mapping[str, Claim], editions: Mapping[str, Entries]) -> dict[str, list[Row]]:
    """All claims by chapter, those that wait for one under the empty name at the end.

    Parameters
    ----------
    claims : mapping
        The register.
    editions : mapping
        Edition to its verdicts (`registry.verdicts`).
    """
    side = sides(claims)
    stems = sorted(
        {one.chapter or "" for one in claims.values()}, key=lambda stem: (not stem, stem)
    )
    found: dict[str, list[Row]] = {stem: [] for stem in stems}
    for name, one in claims.items():
        said = {
            edition: word(one, entries)
            for edition, entries in editions.items()
            if word(one, entries) not in SILENT
        }
        found[one.chapter or ""].append(Row(one, said, side[name] < 0))
    return found


def sides(claims: Mapping[str, Claim]) -> dict[str, int]:
    """1 for claims that bear the thesis out if they are true, −1 for those that weaken it.

    A claim that attacks what speaks against the thesis counts for it; of several parents the
    first counts, as in the argument map.
    """

    def side(name: str) -> int:
        parents = claims[name].parents
        return SIGN[parents[0].relation] * side(parents[0].claim) if parents else 1

    return {name: side(name) for name in claims}


def word(claim: Claim, entries: Entries) -> str:
    """Verdict of a claim's plain reading; *untested* where no built chapter has judged it."""
    if claim.id in entries:
        return entries[claim.id]["verdict"]
    return UNTESTED if claim.readings else "interpretive"


def counts(claims: Mapping[str, Claim], entries: Entries) -> dict[str, int]:
    """How many plain readings came out how, in the order of the bar; words that occur alone."""
    said = [word(one, entries) for one in claims.values() if one.plain]
    return {one: said.count(one) for one in WORDS if one in said}


def answer(claims: Mapping[str, Claim], entries: Entries) -> str:
    """The answer so far in two sentences, as Markdown."""
    said = {name: word(one, entries) for name, one in claims.items() if one.plain}
    thesis = [name for name, one in claims.items() if not one.parents]
    tested = {
        name: one.removeprefix("strongly ")
        for name, one in said.items()
        if name not in thesis and one not in SILENT
    }
    if not tested:
        return f"What the tests say is {UNBUILT}."
    settled = {
        name: {"supported": 1, "contradicted": -1}[one]
        for name, one in tested.items()
        if one in ("supported", "contradicted")
    }
    first = "; ".join(f"the thesis itself is *{said[name]}*" for name in thesis if name in said)
    if all(said.get(name, UNTESTED) in SILENT for name in thesis):
        first = "the thesis itself waits for its chapter"
    held = sum(one > 0 for one in settled.values())
    side = sides(claims)
    recent = {name: one for name, one in settled.items() if claims[name].kind != "historical"}
    borne = sum(side[name] * one > 0 for name, one in recent.items())
    return (
        f"So far {first}; of the {len(tested)} claims around it that have been tested, "
        f"{held} are supported and {len(settled) - held} contradicted. {_balance(borne, recent)}"
    )


def tally(claims: Mapping[str, Claim], entries: Entries) -> str:
    """How the plain readings stand so far, in one sentence."""
    said = {one: count for one, count in counts(claims, entries).items() if one not in SILENT}
    if not said:
        return f"How the book's verdicts stand is {UNBUILT}."
    listed = ", ".join(f"{count} {one}" for one, count in said.items())
    return f"So far the book has judged {sum(said.values())} claims: {listed}."


def strongest(
    claims: Mapping[str, Claim], entries: Entries, count: int = 3
) -> list[tuple[Claim, dict[str, Any]]]:
    """The plain readings with the strongest verdicts, by odds; of equals the first.

    Claims about history are the article's background, so they come after the others.

    Returns
    -------
    list of (Claim, dict)
        The claim, and its plain reading's entry in ``verdicts.json``. Claims of the first
        pattern have no odds and cannot be among them.
    """
    found = [
        (one, reading)
        for name, one in claims.items()
        for reading in entries.get(name, {}).get("readings", [])
        if reading["plain"] and reading["word"].endswith(("supported", "contradicted"))
    ]

    def rank(pair: tuple[Claim, dict[str, Any]]) -> tuple[bool, float]:
        return pair[0].kind == "historical", -abs(math.log(pair[1]["odds"]))

    return sorted(found, key=rank)[:count]


def _balance(borne: int, settled: Mapping[str, int]) -> str:
    """The second sentence: what the settled claims mean for the thesis."""
    against = len(settled) - borne
    if not settled:
        return "Of those about its own time none is settled."
    if borne == against:
        return (
            f"Of those about the article's own time {borne} bear the thesis out, "
            "and as many speak against it."
        )
    if borne > against:
        return (
            f"Of those about the article's own time more bear the thesis out ({borne}) "
            f"than speak against it ({against})."
        )
    return (
        f"Of those about the article's own time more speak against the thesis ({against}) "
        f"than bear it out ({borne})."
    )
