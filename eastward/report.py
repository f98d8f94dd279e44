"""How a chapter reports: parameters, sources, judged tests and verdicts as records and Markdown.

Public names: :func:`parameters`, :func:`command`, :func:`elsewhere`, :func:`source_line`,
:func:`reach`, :func:`summary`, :func:`entry`, :func:`claim`, :func:`rows`, :func:`boxed`,
:func:`links`.
"""

import re
import shlex
from collections.abc import Mapping
from dataclasses import asdict
from numbers import Real
from typing import Any

import pandas as pd

from eastward import edition, panel, paths, quantities, tables
from eastward.claims import evidence
from eastward.claims.evidence import Finding, Rate, Ways
from eastward.claims.models import Claim, Later, Test
from eastward.measured import Measured

NAMED = 2  # publishers that a source line names; the data page has them all
TIMES = ("date", "end", "year", "frame")  # columns of a figure's data that say when
SINCE = {"supports": "held", "against": "did not hold"}


def parameters(chapter: str, name: str, values: dict[str, Any]) -> str:
    """The parameters in force as a Markdown table, with the command that reproduces the page."""
    lines = [f"| {key} | {_plain(value)} |" for key, value in values.items()]
    table = "\n".join(["| parameter | value |", "|---|---|", f"| edition | {name} |", *lines])
    return f"{table}\n\n{command(chapter, name, edition.changed(chapter, name, values))}"


def command(chapter: str, name: str, changed: Mapping[str, Any]) -> str:
    """The command that reproduces a page, as a Markdown block.

    Parameters
    ----------
    chapter, name : str
        The chapter, and the edition's name.
    changed : mapping
        The values that differ from the edition's, by parameter.
    """
    options = "".join(f" -p {key} '{_plain(value)}'" for key, value in changed.items())
    return f"```bash\neastward run {chapter} --edition {shlex.quote(name)}{options}\n```\n"


def elsewhere(values: dict[str, Any], labels: dict[str, str]) -> str:
    """What a reader must know where the article's states are replaced by others, else nothing."""
    article = edition.load(edition.DEFAULT).parameters
    roles = [role for role in edition.ROLES if values.get(role, article[role]) != article[role]]
    if not roles:
        return ""
    changes = ", ".join(f"{labels[values[role]]} for {labels[article[role]]}" for role in roles)
    return (
        f"**The article's question, asked elsewhere: {changes}.** "
        "Claim boxes, headings and the wording of readings and tests keep the article's names "
        "and dates; figures, findings and verdicts are about the states named here.\n\n"
    )


def source_line(names: list[str], reached: str = "") -> str:
    """Publishers and tables behind a figure, with the last day, month or year that it draws."""
    if not names:
        return "Source: the book's own register of claims (data/claims)."
    publishers = []
    for name in names:
        for source in tables.describe(name)["sources"]:
            publisher = source.get("publisher", source["title"])
            if publisher not in publishers:
                publishers.append(publisher)
    if len(publishers) > NAMED:
        publishers = [publishers[0], f"{len(publishers) - 1} others"]
    listed = f"table {names[0]}" if len(names) == 1 else f"tables {', '.join(names)}"
    until = f"; data to {quantities.day(reached)}" if reached else ""
    said = " and ".join(publishers) if len(publishers) > 1 else publishers[0]
    return f"Source: {said} ({listed}){until}."


def reach(data: pd.DataFrame, cutoff: str | None = None) -> str:
    """The last year or day in what a figure draws, none of it later than the cut-off.

    Parameters
    ----------
    data : DataFrame
        With one of the columns date, end, year, frame; the first of these that is there counts.
    cutoff : str, optional
        ISO date.

    Examples
    --------
    >>> reach(pd.DataFrame({"year": [2017, 2021]})), reach(pd.DataFrame({"state": ["IRN"]}))
    ('2021', '')
    """
    column = next((name for name in TIMES if name in data), None)
    known = data[column].dropna() if column else pd.Series(dtype=object)
    if known.empty:
        return ""
    latest = known.max()
    said = f"{latest:.0f}" if isinstance(latest, Real) else str(latest)[:10]
    return min(said, cutoff[: len(said)]) if cutoff else said


def summary(exported: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """A chapter's verdicts as a Markdown table.

    Parameters
    ----------
    exported : mapping
        What :meth:`.Chapter.close` exports.
    titles : mapping
        Claim to its title.
    """
    rows = [
        f"| {titles[one['id']]} | {panel.signed(one['verdict'])} |" for one in exported["claims"]
    ]
    return "\n".join(["| Claim | verdict |", "|---|---|", *rows])


def entry(
    test: Test | Later, measured: Measured, outcome: str, rate: Rate | None, ways: Ways | None
) -> dict[str, Any]:
    """What a judged test found, as it goes into ``verdicts.json``."""
    forward, back = (
        (test.supports, test.against) if isinstance(test, Test) else (test.held, test.not_held)
    )
    found = asdict(measured) | {"outcome": outcome, "unit": test.unit, "name": test.name}
    found |= {"supports": str(forward), "against": str(back), "minimum": test.minimum}
    found["kind"] = getattr(test, "kind", "later")
    found["rate"] = rate and asdict(rate) | {"value": round(rate.value, 4)}
    found["ways"] = ways and asdict(ways) | {
        "total": ways.total,
        "power": round(ways.power(outcome), 4),
    }
    return found


def claim(
    one: Claim, findings: Mapping[str, Finding], judged: Mapping[str, dict[str, Any]]
) -> dict[str, Any]:
    """A claim's readings with their verdicts and tests, as they go into ``verdicts.json``.

    Parameters
    ----------
    one : Claim
        As declared.
    findings, judged : mapping
        By ``claim.reading.test``: what the evidence rule takes, and what the record keeps.

    Returns
    -------
    dict
        id, verdict and since_then of the plain reading (*held*, *did not hold*, *open*, or None
        where nothing later bears on it), readings with their own, later.
    """
    later = [
        {"id": test.id, "reading": test.reading, **judged[f"{one.id}.later.{test.id}"]}
        for test in one.later
    ]
    readings = []
    for reading in one.readings:
        names = [f"{one.id}.{reading.id}.{test.id}" for test in reading.tests]
        found = evidence.verdict([findings[name] for name in names], one.kind)
        said = asdict(found) | {"id": reading.id, "name": reading.label, "plain": reading.plain}
        weights = said.pop("weights")
        if not reading.tests:
            said["word"] = "interpretive"
        said["tests"] = [
            {"id": test.id, **judged[name], "weight": weights[test.id]}
            for test, name in zip(reading.tests, names, strict=True)
        ]
        said["since_then"] = _since([test for test in later if test["reading"] == reading.id])
        readings.append(said)
    plain = [(one["word"], one["since_then"]) for one in readings if one["plain"]]
    return {
        "id": one.id,
        "verdict": plain[0][0] if plain else "interpretive",
        "readings": readings,
        "since_then": plain[0][1] if plain else None,
        "later": later,
    }


def rows(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Tests of a claim's entry in ``verdicts.json``: reading, test, and what it said in words."""
    listed = [(one["id"], test) for one in found.get("readings", []) for test in one["tests"]]
    return [(reading, test["id"], _in_words(test)) for reading, test in listed]


def boxed(chapter: str) -> list[str]:
    """Claims whose boxes stand in a chapter; none where the chapter is not written yet."""
    source = paths.CHAPTERS / f"{chapter}.md"
    text = source.read_text(encoding="utf-8") if source.is_file() else ""
    return re.findall(r"^```{claim} (\S+)$", text, flags=re.MULTILINE)


def links(claims: dict[str, Claim]) -> dict[str, str]:
    """Address of each claim's box, or else of its place in the register, from beside a chapter."""
    shown = {name for chapter in {one.chapter for one in claims.values()} if chapter
             for name in boxed(chapter)}  # fmt: skip
    return {
        name: f"{one.chapter}.html#claim-{name}"
        if name in shown
        else f"back/register.html#register-{name}"
        for name, one in claims.items()
    }


def _since(later: list[dict[str, Any]]) -> str | None:
    """Whether a sentence stayed true: only where all tests that speak agree."""
    if not later:
        return None
    said = {SINCE[one["outcome"]] for one in later if one["outcome"] in SINCE}
    return said.pop() if len(said) == 1 else "open"


def _in_words(test: dict[str, Any]) -> str:
    value = test["value"]
    if value is None:
        return test["outcome"]
    return f"{test['outcome']}: {value:.3g} {test['unit']} (n = {test['n']})"


def _plain(value: Any) -> str:
    return str(value).replace("'", "") if isinstance(value, list) else str(value)
