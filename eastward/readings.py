"""All readings of the book in one table: what the scorecard shows and hands out.

Public names: :func:`frame`, :func:`rows`, :func:`by_wording`, :func:`told`, :func:`markdown`,
 :data:`COLUMNS`.

Pure functions from the register and the entries of ``verdicts.json``.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from eastward import panel, quantities, scorecard
from eastward.claims.models import Claim

# column: what it holds, as the head of the CSV file says
COLUMNS = {
    "chapter": "the chapter that tests the claim; empty while none does",
    "paragraphs": "of the article",
    "claim": "its name in the register",
    "title": "its short title",
    "kind": "historical, descriptive, causal, predictive or interpretive",
    "reading": "the reading's name in the register",
    "plain": "whether it is the plain reading",
    "verdict": "in this edition",
    "odds": "for the reading, 1 being even; empty where nothing was tested",
    "tests": "declared for it, without those of what came since",
    "hangs_on": "the test that the verdict hangs on",
    "passed": "other units that pass the test it hangs on",
    "of": "other units that pass or fail it",
    "ways_for": "ways to count, over all its tests, that support the reading",
    "ways_against": "ways to count that speak against it",
    "ways": "all ways to count",
    "since_then": "whether the sentence stayed true after 2018",
}
WORDINGS = (
    "absolute",
    "superlative",
    "comparative",
    "hedge",
    "noun",
)  # from the strongest to the weakest

NAMES = dict(
    zip(WORDINGS, ("Absolutes", "Superlatives", "Comparatives", "Hedges", "Nouns"), strict=True)
)


def frame(
    claims: Mapping[str, Claim], editions: Mapping[str, scorecard.Entries], own: str
) -> pd.DataFrame:
    """One row a reading, in the order of the chapters.

    Parameters
    ----------
    claims : mapping
        The register.
    editions : mapping
        Edition to its verdicts; for each but ``own`` a column ``verdict_EDITION`` is added.
    own : str
        The edition whose verdicts and numbers the other columns hold.
    """
    found = []
    for stem, listed in scorecard.rows(claims, editions).items():
        for one in listed:
            entry = editions[own].get(one.claim.id, {})
            others = {
                f"verdict_{name}": editions[name].get(one.claim.id, {})
                for name in editions
                if name != own
            }
            found += [
                {"chapter": stem}
                | row
                | {key: _word(reading, more) for key, more in others.items()}
                for reading, row in rows(one.claim, entry)
            ]
    return pd.DataFrame(found)


def rows(claim: Claim, entry: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """A claim's readings by name, each with the columns of :data:`COLUMNS` but the chapter.

    Parameters
    ----------
    claim : Claim
        As declared.
    entry : mapping
        Its entry in ``verdicts.json``; empty where no built chapter has judged it.
    """
    judged = {one["id"]: one for one in entry.get("readings", [])}
    found = []
    for reading in claim.readings:
        said = judged.get(reading.id, {})
        tests = {test["id"]: test for test in said.get("tests", [])}
        hangs = tests.get(said.get("hangs_on"), {})
        rate, ways = hangs.get("rate") or {}, [test["ways"] or {} for test in tests.values()]
        row = {
            "paragraphs": " ".join(map(str, claim.paragraphs)),
            "claim": claim.id,
            "title": claim.title,
            "kind": claim.kind,
            "reading": reading.id,
            "plain": reading.plain,
            "verdict": said.get("word", scorecard.UNTESTED),
            "odds": said["odds"] if tests else None,
            "tests": len(tests),
            "hangs_on": hangs.get("name", ""),
            "passed": rate.get("passes"),
            "of": rate["passes"] + rate["fails"] if rate else None,
            "ways_for": sum(one.get("supports", 0) for one in ways),
            "ways_against": sum(one.get("against", 0) for one in ways),
            "ways": sum(one.get("total", 0) for one in ways),
            "since_then": said.get("since_then") or "",
        }
        found.append((reading.id, row))
    return found


def by_wording(readings: pd.DataFrame, wording: pd.DataFrame) -> pd.DataFrame:
    """How the plain readings came out, by the strongest kind of word in their claim's sentence.

    Parameters
    ----------
    readings : DataFrame
        As returned by :func:`frame`.
    wording : DataFrame
        Columns claim, kind: one row for each coded word.

    Returns
    -------
    DataFrame
        wording (of :data:`WORDINGS`), verdict (supported, contradicted, unsettled), claims.
    """
    order = {kind: place for place, kind in enumerate(WORDINGS)}
    coded = wording.assign(place=wording["kind"].map(order)).groupby("claim")["place"].min()
    plain = readings[readings["plain"] & (readings["tests"] > 0)]
    kinds = plain["claim"].map(coded).fillna(order["noun"]).astype(int)
    sides = plain["verdict"].str.removeprefix("strongly ")
    told = pd.DataFrame(
        {
            "wording": kinds.map(dict(enumerate(WORDINGS))),
            "verdict": sides.where(sides.isin(scorecard.SETTLED), "unsettled"),
        }
    )
    return told.value_counts(sort=False).rename("claims").reset_index()


def told(readings: pd.DataFrame, words: pd.DataFrame) -> dict[str, str]:
    """The sentences of the scorecard's page.

    Parameters
    ----------
    readings, words : DataFrame
        As returned by :func:`frame` and :func:`by_wording`.
    """
    plain = readings[readings["plain"]]
    sides = plain["verdict"].str.removeprefix("strongly ").value_counts()
    support, against = (int(sides.get(one, 0)) for one in scorecard.SETTLED)
    tested = int((plain["tests"] > 0).sum())
    answer = (
        f"Of {len(plain)} claims the tests reach {tested}: they support {support} and contradict "
        f"{against}, and leave {tested - support - against} open."
    )
    kinds = words.groupby(["wording", "verdict"])["claims"].sum().unstack(fill_value=0)
    lines = []
    for kind in WORDINGS:
        if kind in kinds.index:
            row = kinds.loc[kind]
            lines.append(
                f"{NAMES[kind]}: {row.get('supported', 0)} of {row.sum()} supported, "
                f"{row.get('contradicted', 0)} contradicted."
            )
    return {"answer": answer, "fared": " ".join(lines) or "No claim has been tested yet."}


def markdown(readings: pd.DataFrame) -> str:
    """The scorecard as a Markdown table, for notebooks."""
    lines = ["| claim | reading | verdict | odds |", "|---|---|---|---|"]
    for one in readings.itertuples():
        said = "–" if pd.isna(one.odds) else quantities.odds(one.odds)
        plain = " (plain)" if one.plain else ""
        lines.append(
            f"| {one.title} | {one.reading}{plain} | {panel.verdict(one.verdict)} | {said} |"
        )
    return "\n".join(lines)


def _word(reading: str, entry: Mapping[str, Any]) -> str:
    judged = {one["id"]: one["word"] for one in entry.get("readings", [])}
    return judged.get(reading, scorecard.UNTESTED)
