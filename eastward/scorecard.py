"""The scorecard of all claims: their verdicts, what these mean for the thesis, the answer so far.

Public names: :class:`Row`, :func:`rows`, :func:`sides`, :func:`word`, :func:`degrees`,
:func:`counts`,
:func:`answer`, :func:`tally`, :func:`strongest`, :data:`WORDS`, :data:`UNBUILT`.

Pure functions from the register and the entries of ``verdicts.json``, so that the landing page,
the article's page and a chapter's last line count alike.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eastward.claims.models import Claim, Reading
from eastward.networks import strength

UNBUILT = "known after `make book`"  # what other pages hold, in a book built without the workflow
UNTESTED = "untested"
WORDS = (  # from one end of the bar to the other; what says nothing comes last
    "strongly supported",
    "supported",
    "undecided",
    "conflicting",
    "contradicted",
    "strongly contradicted",
    "no evidence",
    "open",
    "interpretive",
    UNTESTED,
)
SILENT = ("interpretive", UNTESTED)
SETTLED = ("supported", "contradicted")  # how the words of settled readings end
BEYOND = ("no evidence", "open")  # no test spoke
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


def degrees(claims: Mapping[str, Claim], entries: Entries) -> dict[str, float]:
    """Degree to which the tests establish each claim that they reach, by its plain reading."""
    odds = {
        name: reading["odds"]
        for name in claims
        for reading in entries.get(name, {}).get("readings", [])
        if reading["plain"]
    }
    return {name: strength.established(one) for name, one in odds.items()}


def counts(claims: Mapping[str, Claim], entries: Entries) -> dict[str, int]:
    """How many plain readings came out how, in the order of the bar; words that occur alone."""
    said = [word(one, entries) for one in claims.values() if one.plain]
    return {one: said.count(one) for one in WORDS if one in said}


def answer(claims: Mapping[str, Claim], entries: Entries) -> str:
    """The answer so far in a few sentences, as Markdown; what no test could reach is untested."""
    if not entries:
        return f"What the tests say is {UNBUILT}."
    thesis = [one for one in claims.values() if not one.parents]
    told = {one.id: word(one, entries) for one in thesis if one.plain}
    said = "; ".join(f"the thesis itself is *{one}*" for one in told.values())
    if all(one in SILENT for one in told.values()):
        said = "the thesis itself waits for its chapter"
    around = {name: one for name, one in claims.items() if one not in thesis}
    lines = [f"So far {said}.", tally(around, entries)]
    settled = [one for one in around.values() if word(one, entries).endswith(SETTLED)]
    if settled and all(one.kind == "historical" for one in settled):
        lines.append("All that is settled is history; of the article's own time nothing is yet.")
    return " ".join(lines)


def tally(claims: Mapping[str, Claim], entries: Entries) -> str:
    """How the plain readings stand, in one or two sentences."""
    if not entries:
        return f"How the book's verdicts stand is {UNBUILT}."
    said = _words(claims, entries)
    beyond = sum(said.pop(one, 0) for one in BEYOND)
    tested = sum(said.values())
    lines = [f"The book has tested {_claims(tested)} so far: {_listed(said)}."]
    if not tested:
        lines = ["The book has tested no claim so far."]
    if beyond:
        lines.append(f"For {beyond} more its tests found too little to speak.")
    return " ".join(lines)


def strongest(
    claims: Mapping[str, Claim], entries: Entries, count: int = 3
) -> list[tuple[Claim, Reading, dict[str, Any]]]:
    """The readings with the strongest verdicts, by odds; of equals the first.

    Claims about history are the article's background, so they come after the others. Of claims
    with one parent the strongest stands for all, so that one finding is not told three times.

    Returns
    -------
    list of (Claim, Reading, dict)
        The claim, the reading as declared, and its entry in ``verdicts.json``.
    """
    found = [
        (one, reading, said)
        for name, one in claims.items()
        for reading, said in zip(
            one.readings, entries.get(name, {}).get("readings", []), strict=False
        )
        if said["word"].endswith(SETTLED)
    ]

    def rank(one: tuple[Claim, Reading, dict[str, Any]]) -> tuple[bool, float]:
        return one[0].kind == "historical", -abs(math.log(one[2]["odds"]))

    chosen: dict[str, tuple[Claim, Reading, dict[str, Any]]] = {}
    for one in sorted(found, key=rank):
        chosen.setdefault(one[0].parents[0].claim if one[0].parents else one[0].id, one)
    return list(chosen.values())[:count]


def _words(claims: Mapping[str, Claim], entries: Entries) -> dict[str, int]:
    """How often each verdict was given."""
    given = [word(one, entries) for one in claims.values() if one.plain]
    return {one: given.count(one) for one in WORDS if one in given and one not in SILENT}


def _claims(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"


def _listed(said: Mapping[str, int]) -> str:
    *most, last = [f"{count} {word}" for word, count in said.items()] or [""]
    return f"{', '.join(most)} and {last}" if most else last
