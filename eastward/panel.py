"""The verdict panel of a claim as Markdown: readings, verdicts, and what each test found.

Public names: :func:`panel`, :func:`parts`, :func:`said`, :func:`number`, :func:`odds`.

Pure functions from the register and a claim's entry in ``verdicts.json`` to text, so that the
site, the PDF and a notebook say the same.
"""

from collections.abc import Iterator
from typing import Any

from eastward.claims.models import Claim, Test
from eastward.claims.record import Entry

SIGNS = {  # a sign beside each word; U+FE0E asks for the plain glyph instead of an emoji
    "strongly supported": "✔\ufe0e",
    "supported": "✔\ufe0e",
    "undecided": "○",
    "conflicting": "◐",
    "contradicted": "✘\ufe0e",
    "strongly contradicted": "✘\ufe0e",
    "no evidence": "–",
    "open": "…",
    "interpretive": "–",
    "mixed": "◐",  # of the first pattern
    "untested": "–",
}
SILENCE = {
    "between": "lies between the thresholds, so the test is silent",
    "too few": "rests on too few observations, so the test is silent",
    "no data": "the data give no value, so the test is silent",
}
MOST = 100  # odds above this are not worth telling apart


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
    return "\n".join(text for text, _ in parts(claim, found, record))


def parts(
    claim: Claim, found: dict[str, Any], record: dict[str, Entry]
) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The panel piece by piece: Markdown, and the test that it is about, whose gauge follows."""
    for reading, entry in zip(claim.readings, found["readings"], strict=True):
        yield _reading(reading, entry, several=len(claim.readings) > 1), None
        for test in entry["tests"]:
            yield _test(test) + "\n", test
        if entry.get("since_then"):
            yield f"**Since then: {entry['since_then']}.**\n", None
            for test in found["later"]:
                if test["reading"] == reading.id:
                    yield _test(test) + "\n", test
    if claim.tests:
        entries = [record.get(f"{claim.id}.{name}") for name in claim.tests]
        yield _honesty({one.seen if one else "yes" for one in entries}) + "\n", None
        yield "\n".join(_declarations(claim, record)), None


def said(test: dict[str, Any]) -> str:
    """One sentence on what a test found, for pages without words of their own on that outcome."""
    if test["outcome"] == "no data":
        return f"**{test['name']}**: no data under these parameters, so the test is silent."
    found = f"{number(test['value'])} {test['unit']}{_interval(test)}, n = {test['n']:,}"
    if test["outcome"] in SILENCE:
        return f"**{test['name']}**: {found}; this {SILENCE[test['outcome']]}."
    speaks = (
        ("supports the reading", test["supports"])
        if test["outcome"] == "supports"
        else ("speaks against the reading", test["against"])
    )
    return f"**{test['name']}**: {found}; this {speaks[0]}, which it does {speaks[1]}."


def number(value: float | None) -> str:
    """A number as the panel prints it: whole, or with one decimal below a hundred."""
    if value is None:
        return "no data"
    digits = 0 if float(value).is_integer() or abs(value) >= 100 else 1 if abs(value) >= 1 else 2
    return f"{value:,.{digits}f}".replace("-", "−")


def odds(value: float) -> str:
    """Odds in words, such as *7 to 1 for it*."""
    side, size = ("for", value) if value >= 1 else ("against", 1 / value)
    if size > MOST:
        return f"more than {MOST} to 1 {side} it"
    if round(size, 1) == 1:
        return "even"
    return f"{size:.0f} to 1 {side} it" if size >= 10 else f"{size:.1f} to 1 {side} it"


def _reading(reading, entry: dict[str, Any], several: bool) -> str:
    mark = " (the plain reading)" if reading.plain and several else ""
    lines = [f"**{SIGNS[entry['word']]} {entry['word'].capitalize()}{mark}:** {reading.text}"]
    if entry["unsure"]:
        lines.append("It *depends on how one counts*.")
    if not entry["tests"]:
        lines.append(reading.why_untested)
        return "\n".join(lines) + "\n"
    if entry["word"] not in ("no evidence", "open"):
        lines.append(f"From even odds the tests lead to odds of {odds(entry['odds'])}.")
    if entry["hangs_on"]:
        name = next(one["name"] for one in entry["tests"] if one["id"] == entry["hangs_on"])
        lines.append(
            f"The verdict hangs on *{name}*: without it, it would be *{entry['without']}*."
        )
    lines.append(f"Otherwise: {reading.otherwise}")
    return "\n".join(lines) + "\n"


def _test(test: dict[str, Any]) -> str:
    parts = [said(test)]
    if test["kind"] != "later":
        parts.append(f"A {{term}}`{test['kind']}` test{_rate(test)}, {_worth(test)}.")
    if test["ways"]:
        ways = test["ways"]
        total = ways["supports"] + ways["silent"] + ways["against"]
        parts.append(
            f"Of {total} ways to count {ways['supports']} support, {ways['against']} speak against."
        )
    return "\n".join(parts)


def _rate(test: dict[str, Any]) -> str:
    rate = test["rate"]
    if not rate:
        return ""
    speaking = rate["passes"] + rate["fails"]
    passes = "so do" if test["outcome"] == "supports" else "it is passed by"
    return f" ({passes} {rate['passes']} of {speaking} others)"


def _worth(test: dict[str, Any]) -> str:
    return "without weight" if round(test["weight"], 2) == 1 else f"worth {odds(test['weight'])}"


def _interval(test: dict[str, Any]) -> str:
    if test["low"] is None:
        return ""
    return f" (between {number(test['low'])} and {number(test['high'])})"


def _honesty(seen: set[str]) -> str:
    if seen <= {"no"}:
        return "These tests were declared before their data had been seen."
    if "no" in seen or "partly" in seen:
        return (
            "Some of these tests were declared *after the fact*: their data had been seen in part."
        )
    return "These tests were declared *after the fact*: their data had been seen."


def _declarations(claim: Claim, record: dict[str, Entry]) -> list[str]:
    """The full wording behind a toggle, on the site alone."""
    lines = ["````{only} html", "```{dropdown} The tests in full, and why these thresholds"]
    for name, test in claim.tests.items():
        lines += [_declared(test), ""]
        entry = record.get(f"{claim.id}.{name}")
        if entry:
            lines += [f"Declared on {entry.date:%d %B %Y}; {entry.knew}"]
            lines += [f"Changed on {one.date:%d %B %Y}: {one.why}" for one in entry.changes]
            lines.append("")
    return [*lines, "```", "````"]


def _declared(test: Test) -> str:
    other = f"No second way to count: {test.one_way}" if test.one_way else ""
    return " ".join(
        f"**{test.name}.** Measured: {test.measure} ({test.unit}; tables "
        f"{', '.join(test.tables)}). It supports the reading {test.supports} and speaks against it "
        f"{test.against}, with at least {test.minimum} observations. {test.why} "
        f"Kind: {test.kind}. {test.kind_why} {other}".split()
    )
