"""What a page's sentences hang on: which are kept, and what stands in the place of others.

Public names: :func:`keeps`, :func:`places`, :func:`badges`, :func:`origin`, :func:`verdicts`,
:func:`compared`.

Pure functions on a chapter's record (what :meth:`Chapter.close` hands over). The directives of the
site and the PDF call them, and so does the pass that makes the readable notebook: all say the same.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from eastward import facts, panel
from eastward.claims import registry
from eastward.claims.models import Claim
from eastward.quantities import number, quantity

SILENT = {"between", "too few", "no data"}
UNBUILT = "How its verdicts differ from the edition's is known after `make book`."


def keeps(test: Mapping[str, Any] | None, outcomes: Iterable[str]) -> bool:
    """Whether a block for these outcomes of a test is kept; ``silent`` stands for all silent ones.

    Parameters
    ----------
    test : mapping or None
        The judged test; None for a block on no test, which is always kept.
    outcomes : iterable of str
        As the page names them, ``too-few`` for *too few*; none for all.

    Examples
    --------
    >>> keeps({"outcome": "too few"}, ["silent"]), keeps({"outcome": "against"}, ["supports"])
    (True, False)
    """
    allowed = {word.replace("-", " ") for word in outcomes}
    if test is None or not allowed or test["outcome"] in allowed:
        return True
    return "silent" in allowed and test["outcome"] in SILENT


def places(blocks: Iterable[tuple[str, bool]]) -> list[bool]:
    """Where a sentence made from the register stands: at the first block on a test with none kept.

    Parameters
    ----------
    blocks : iterable of (str, bool)
        Of every block in the page's order: its test, and whether it was kept.

    Examples
    --------
    >>> places([("a", False), ("b", False), ("a", True), ("b", False)])
    [False, True, False, False]
    """
    blocks = list(blocks)
    settled = {name for name, kept in blocks if kept}
    found = []
    for name, _ in blocks:
        found.append(name not in settled)
        settled.add(name)
    return found


def badges(claim: str, verdict: str, edition: str, others: Iterable[str], rerun: bool):
    """The verdicts that stand in a claim's box: the page's own, then those of built editions.

    Parameters
    ----------
    claim, verdict : str
        The claim's id and its verdict on this page.
    edition : str
        The edition of this page.
    others : iterable of str
        All editions.
    rerun : bool
        Whether the page has values of the reader's own, so that its verdict is not the edition's.

    Returns
    -------
    list of (str, str)
        Whose verdict, and which.
    """
    found = [("this run" if rerun else edition, verdict)]
    for other in others:
        entry = registry.verdicts(other).get(claim)
        if entry is not None and (rerun or other != edition):
            found.append((other, entry["verdict"]))
    agree = len(found) > 1 and len({word for _, word in found}) == 1
    return [("all editions", verdict)] if agree and not rerun else found


def origin(claim: Claim) -> str:
    """Where in the article a claim stands, and of which kind it is."""
    places = ", ".join(f"¶{number}" for number in claim.paragraphs)
    return f"{places} of the article; {claim.kind}"


def verdicts(claim: Claim, found: Mapping[str, Any]) -> str:
    """A claim's readings and tests as Markdown tables, for pages that cannot draw gauges.

    Parameters
    ----------
    claim : Claim
        As declared.
    found : mapping
        Its entry in ``verdicts.json``.
    """
    parts = []
    for reading, entry in zip(claim.readings, found["readings"], strict=True):
        mark = " (the plain reading)" if reading.plain and len(claim.readings) > 1 else ""
        said = (
            f"**{panel.SIGNS[entry['word']]} {panel.verdict(entry['word']).capitalize()}{mark}:** "
            f"{reading.text}"
        )
        parts += [
            said,
            "",
            *([_table(entry["tests"])] if entry["tests"] else [reading.why_untested]),
        ]
        parts.append("")
        later = [test for test in found["later"] if test["reading"] == reading.id]
        if later:
            parts += [f"**Since then: {entry['since_then']}.**", "", _table(later), ""]
    return "\n".join(parts)


def compared(now: Mapping[str, Any], built: Mapping[str, Any], edition: str) -> str:
    """A sentence and a list of the verdicts that differ from those of the built edition.

    Parameters
    ----------
    now : mapping
        What the run exports.
    built : mapping
        The edition's built verdicts, entry by claim; empty where it is not built.
    edition : str
        The edition's title.
    """
    pairs = [(one, built[one["id"]]) for one in now["claims"] if one["id"] in built]
    shared = [len(_words(one).keys() & _words(old)) for one, old in pairs]
    if sum(shared) < sum(len(_words(one)) for one in now["claims"]):  # not built, or long ago
        return UNBUILT
    titles = {key: claim.title for key, claim in registry.claims().items()}
    changes = [change for pair in pairs for change in _changes(*pair, titles)]
    if not changes:
        return f"Compared with the edition *{edition}*, every verdict is the same."
    differ = f"{len(changes)} of {sum(shared)} verdicts differ{'s' if len(changes) == 1 else ''}"
    listed = "\n".join(f"- {change}" for change in changes)
    return f"Compared with the edition *{edition}*, {differ}:\n\n{listed}\n"


def _changes(now: Mapping[str, Any], before: Mapping[str, Any], titles: Mapping[str, str]):
    old = _words(before)
    names = {one["id"]: one["name"] for one in now.get("readings", [])}
    for reading, word in _words(now).items():
        if old[reading] != word:
            several = f" ({names[reading]})" if len(old) > 1 else ""
            yield f"**{titles[now['id']]}**{several}: {old[reading]} → {word}"


def _words(entry: Mapping[str, Any]) -> dict[str, str]:
    """Verdict of each reading."""
    return {one["id"]: one["word"] for one in entry.get("readings", [])}


def _table(tests: Iterable[Mapping[str, Any]]) -> str:
    rows = [
        "| Test | found | says | kind | supports if | against if |",
        "|---|---:|---|---|---|---|",
    ]
    for test in tests:
        between = "" if test["low"] is None else f" ({_range(test)})"
        found = facts.MISSING if test["value"] is None else quantity(test["value"], test["unit"])
        rows.append(
            f"| {test['name']} | {found}{between}, n = {test['n']:,} | {test['outcome']}"
            f"{_beside(test)} | {test['kind']} | {test['supports']} | {test['against']} |"
        )
    return "\n".join(rows)


def _range(test: Mapping[str, Any]) -> str:
    return f"{number(test['low'])} to {number(test['high'])}"


def _beside(test: Mapping[str, Any]) -> str:
    """Pass rate and other ways to count, where there are any."""
    said = [panel.others(test.get("rate")), panel.counted(test.get("ways"))]
    return f". {' '.join(said).strip()}" if any(said) else ""
