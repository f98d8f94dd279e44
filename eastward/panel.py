"""The verdict panel of a claim as Markdown: readings, verdicts, and what each test found.

Public names: :func:`panel`, :func:`parts`, :class:`Part`, :func:`said`, :func:`others`,
:func:`counted`, :func:`silence`, :func:`verdict`, :func:`signed`.

Pure functions from the register and a claim's entry in ``verdicts.json`` to text, so that the
site, the PDF and a notebook say the same.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from eastward.claims import evidence
from eastward.claims.models import Claim, Test
from eastward.claims.record import Entry
from eastward.quantities import day, limit, number, odds, quantity

SIGNS = {  # a sign beside each word; U+FE0E asks for the plain glyph instead of an emoji
    "strongly supported": "✔\ufe0e",
    "supported": "✔\ufe0e",
    "undecided": "○",
    "conflicting": "◐",
    "contradicted": "✘\ufe0e",
    "strongly contradicted": "✘\ufe0e",
    "no evidence": "–",
    "open": "…",
    "interpretive": "◇",
    "untested": "□",
}
READS = {"interpretive": "not testable", "untested": "not tested yet"}  # what readers see
SILENCE = {
    "between": "between the limits",
    "too few": "too few observations",
    "no data": "no data under these parameters",
}


class Part(NamedTuple):
    """One piece of a panel."""

    text: str
    """Markdown."""
    test: dict[str, Any] | None = None
    """The test that it is about, whose gauge stands beside it."""
    folded: str = ""
    """Summary of the toggle that the piece stands under on the site; pieces in a row share one."""


def panel(claim: Claim, found: dict[str, Any], record: dict[str, Entry]) -> str:
    """Write the panel of one claim.

    Parameters
    ----------
    claim : Claim
        As declared.
    found : dict
        Its entry in ``verdicts.json``.
    record : dict
        Entry of every declared test, by ``claim.reading.test``.
    """
    return "\n".join(part.text for part in parts(claim, found, record))


def parts(claim: Claim, found: dict[str, Any], record: dict[str, Entry]) -> Iterator[Part]:
    """The panel piece by piece: what carries the plain reading is open, the rest on demand."""
    for reading, entry in zip(claim.readings, found["readings"], strict=True):
        head, more = _reading(reading, entry, several=len(claim.readings) > 1)
        if reading.plain or not entry["tests"]:
            yield Part(head + more)
            yield from _carrying(entry["tests"])
        else:
            yield Part(head)
            why = f"Why, and {_tests(entry['tests'])}"
            yield Part(more, folded=why)
            yield from (Part(_test(test) + "\n", test, why) for test in entry["tests"])
        if entry.get("since_then"):
            later = [test for test in found["later"] if test["reading"] == reading.id]
            how = f"Since then: {entry['since_then']}, by {_tests(later)}"
            yield from (Part(_test(test) + "\n", test, how) for test in later)
    if claim.tests:
        yield Part("\n".join(_declarations(claim, record)))


def _carrying(tests: list[dict[str, Any]]) -> Iterator[Part]:
    """Tests of the plain reading: those that carry its verdict, then the rest in a toggle."""
    bear = [test for test in tests if not _weightless(test)]
    rest = [test for test in tests if _weightless(test)]
    yield from (Part(_test(test) + "\n", test) for test in bear)
    which = f"{len(rest)} more" if bear else _tests(rest).capitalize()
    folded = f"{which} without weight"
    yield from (Part(_test(test) + "\n", test, folded) for test in rest)


def verdict(word: str) -> str:
    """A verdict in the words that readers see.

    Examples
    --------
    >>> verdict("supported"), verdict("interpretive")
    ('supported', 'not testable')
    """
    return READS.get(word, word)


def signed(word: str) -> str:
    """The same with its sign before it."""
    return f"{SIGNS[word]} {verdict(word)}"


def said(test: dict[str, Any]) -> str:
    """One sentence on what a test found, for pages without words of their own on that outcome."""
    if test["outcome"] == "no data":
        return f"**{test['name']}**: {silence(test)}, so the test is silent."
    found = f"{quantity(test['value'], test['unit'])}{_interval(test)}, n = {test['n']:,}"
    if test["outcome"] in SILENCE:
        return f"**{test['name']}**: {found}: {silence(test)}, so the test is silent."
    speaks = {"supports": "supports", "against": "speaks against"}[test["outcome"]]
    words = limit(test[test["outcome"]])
    return f"**{test['name']}**: {found}: {words}, which {speaks} the reading."


def silence(test: dict[str, Any]) -> str:
    """Why a test is silent: the measure's own reason where it gives one.

    Examples
    --------
    >>> silence({"outcome": "too few"})
    'too few observations'
    >>> silence({"outcome": "no data", "note": "Europe lost nothing"})
    'Europe lost nothing'
    """
    own = test.get("note") if test["outcome"] == "no data" else ""
    return own or SILENCE[test["outcome"]]


def others(rate: dict[str, Any] | None) -> str:
    """How many other units pass a test; nothing where it speaks for none.

    Examples
    --------
    >>> others({"passes": 34, "fails": 13}), others({"passes": 0, "fails": 17})
    ('34 of 47 others pass it.', 'None of 17 others passes it.')
    >>> others({"passes": 0, "fails": 0})
    ''
    """
    passes, fails = (rate["passes"], rate["fails"]) if rate else (0, 0)
    count = passes + fails
    if count == 0:
        return ""
    if count == 1:
        return f"The one other {'passes' if passes else 'fails'} it."
    if fails == 0:
        return f"All {count} others pass it."
    return f"{passes or 'None'} of {count} others {'passes' if passes <= 1 else 'pass'} it."


def counted(ways: dict[str, Any] | None) -> str:
    """How the other ways to count read a test; nothing where there is no second way.

    Examples
    --------
    >>> counted({"supports": 6, "silent": 2, "against": 4, "total": 12})
    'Of 12 ways to count 6 support it and 4 speak against it.'
    >>> counted({"supports": 2, "silent": 0, "against": 0, "total": 2})
    'Both ways to count support it.'
    """
    if not ways or ways["total"] < 2:
        return ""
    total, supports, against = ways["total"], ways["supports"], ways["against"]
    if total in (supports, against):
        every = "Both" if total == 2 else f"All {total}"
        return f"{every} ways to count {'support' if supports else 'speak against'} it."
    support = f"{supports or 'none'} support{'s' if supports <= 1 else ''}"
    speak = f"{against or 'none'} speak{'s' if against <= 1 else ''}"
    return f"Of {total} ways to count {support} it and {speak} against it."


def _tests(tests: list[dict[str, Any]]) -> str:
    return "its test" if len(tests) == 1 else f"its {len(tests)} tests"


def _reading(reading, entry: dict[str, Any], several: bool) -> tuple[str, str]:
    """Sign, verdict and wording of a reading; and what moved it, or why it is untested."""
    mark = " (the plain reading)" if reading.plain and several else ""
    word = verdict(entry["word"]).capitalize()
    head = f"**{SIGNS[entry['word']]} {word}{mark}:** {reading.text}\n"
    if not entry["tests"]:
        return head, f"{reading.why_untested}\n"
    lines = ["It *depends on how one counts*."] if entry["unsure"] else []
    if entry["word"] not in ("no evidence", "open"):
        lines.append(_moved(odds(entry["odds"])))
    lines += _bounded(entry["reach"])
    if entry["hangs_on"]:
        name = next(one["name"] for one in entry["tests"] if one["id"] == entry["hangs_on"])
        lines.append(f"That hangs on *{name}*: without it, *{entry['without']}*.")
    lines.append(f"The rival: {reading.otherwise}")
    return head, "\n".join(lines) + "\n"


def _moved(said: str) -> str:
    """What the tests together do to even odds."""
    if said == "even":
        return "The tests leave it at even odds."
    return f"The tests move it from even odds to {said}."


def _bounded(reach: tuple[float, float]) -> list[str]:
    """What the tests could not have shown, so that silence is not taken for a finding."""
    low, high = reach
    missed = evidence.out_of_reach((low, high))
    if len(missed) == 2:
        return [
            f"No outcome of its tests could have settled it: at most {odds(high)} or {odds(low)}."
        ]
    ends = {"supported": high, "contradicted": low}
    return [
        f"No outcome of its tests could have *{word}* it: at most {odds(ends[word])}."
        for word in missed
    ]


def _test(test: dict[str, Any]) -> str:
    lines, rate = [said(test)], test["rate"]
    if rate and test["value"] is not None:
        lines.append(others(rate))
        lines.append(f"On {rate['silent']} more it is silent." if rate["silent"] else "")
    if test["kind"] != "later":
        lines.append(f"Kind: {{term}}`{test['kind']}`, {_worth(test)}.")
    return "\n".join(line for line in [*lines, counted(test["ways"])] if line)


def _weightless(test: dict[str, Any]) -> bool:
    """Whether it moves nothing: it is silent, or another test of its block speaks."""
    return round(test["weight"], 2) == 1


def _worth(test: dict[str, Any]) -> str:
    if _weightless(test):
        return "here without weight"
    return f"worth {odds(test['weight'])}"


def _interval(test: dict[str, Any]) -> str:
    if test["low"] is None:
        return ""
    return f" (between {number(test['low'])} and {number(test['high'])})"


def _honesty(seen: set[str]) -> str:
    """When the tests were declared, and no more than the record bears out."""
    if seen <= {"no"}:
        return "Declared before the data were seen"
    if "no" in seen or "partly" in seen:
        return "Declared with the data seen in part, so after the fact"
    return "Declared after the fact, with the data seen"


def _declarations(claim: Claim, record: dict[str, Entry]) -> list[str]:
    """When the tests were declared; on the site, their full wording in a toggle below."""
    entries = [record.get(f"{claim.id}.{name}") for name in claim.tests]
    honesty = _honesty({one.seen if one else "yes" for one in entries})
    lines = ["````{only} latex", f"*{honesty}.* The register has the tests in full.", "````"]
    lines += ["````{only} html", f"```{{dropdown}} {honesty}: the tests in full"]
    for test, entry in zip(claim.tests.values(), entries, strict=True):
        lines += [f"**{test.name}**", "", *_declared(test, entry)]
    return [*lines, "```", "````"]


def _declared(test: Test, entry: Entry | None) -> list[str]:
    """One test as a list of what was declared, and what became of it."""
    least = quantity(test.minimum, "observations")
    told = {
        "Measured": f"{test.measure} ({test.unit}; tables {', '.join(test.tables)})",
        "Supports": test.supports,
        "Speaks against": test.against,
        "Silent": f"between them, and with fewer than {least}",
        "Why these limits": test.why,
        "Kind": f"{test.kind}. {test.kind_why}",
        "No second way to count": test.one_way or "",
        "Declared": f"{day(str(entry.date))}. {entry.knew}" if entry else "",
        "Changed": " ".join(f"{day(str(one.date))}: {one.why}" for one in entry.changes)
        if entry
        else "",
    }
    entries = [(term, " ".join(str(said).split())) for term, said in told.items() if said]
    return [line for term, said in entries for line in (term, f": {said}", "")]
